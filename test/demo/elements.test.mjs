import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { demoStage } from './stage.mjs';

const { modules } = JSON.parse(readFileSync(new URL('../../dist/custom-elements.json', import.meta.url), 'utf8'));
const tags = modules
  .flatMap(({ declarations = [] }) => declarations.filter(({ customElement }) => customElement))
  .map(({ tagName }) => tagName)
  .sort();

describe('elements.html', () => {
  const stage = demoStage();
  const ready = () => stage.demo.page.waitForSelector('#elements > section:nth-of-type(2)');

  it('has every element of the package, alone, with the HTML to copy', async () => {
    await stage.open('elements');
    const { demo } = stage;
    await ready();
    await demo.until('phase', 'ready');
    const cards = await demo.page.$$eval('.element', (all) =>
      all.map((card) => ({ id: card.id, html: card.querySelector('.html code').textContent })),
    );
    assert.deepEqual(
      cards.map(({ id }) => id),
      tags,
    );
    for (const { id, html } of cards) assert.match(html, new RegExp(`^<${id}[ >].*</${id}>$`));
    const lost = await demo.page.$$eval('.live > *', (all) =>
      all
        .filter(({ shadowRoot }) => !shadowRoot || /sobot-agent/.test(shadowRoot.textContent))
        .map((each) => each.localName),
    );
    assert.deepEqual(lost, []);
    await stage.accessible();
    demo.ended();
  });

  it('works: a call by the elements as they stand there', async () => {
    await stage.open('elements');
    const { demo } = stage;
    await ready();
    await demo.press('Log in');
    await demo.until('presence', 'ready');
    await demo.press('Call');
    await demo.until('call', 'talking');
    await demo.press('Hang up');
    await demo.until('call', 'wrap-up');
    await demo.press('Finish');
    await demo.until('call', 'none');
    demo.ended();
  });

  it('shows pictures of every state, and is live again', async () => {
    await stage.open('elements');
    const { demo } = stage;
    await ready();
    await demo.until('phase', 'ready');
    for (const word of ['dialing', 'ringing', 'talking', 'held', 'wrap-up']) {
      await demo.page.select('#state', word);
      await demo.until('call', word);
    }
    await demo.page.select('#state', 'waiting');
    await demo.find('Answer 139****0102');
    await stage.accessible();
    await demo.page.select('#state', '');
    await demo.until('call', 'none');
    await demo.until('phase', 'ready');
    demo.ended();
  });

  it('copies the HTML', async () => {
    await stage.open('elements');
    const { demo } = stage;
    await ready();
    const copied = await demo.page.evaluateHandle(() => {
      const texts = [];
      navigator.clipboard.writeText = async (text) => void texts.push(text);
      return texts;
    });
    await demo.press('Copy the HTML of sobot-status');
    assert.deepEqual(await copied.jsonValue(), ['<sobot-status></sobot-status>']);
  });

  it('fits into a narrow window', async () => {
    await stage.open('elements', 320);
    await ready();
    await stage.demo.find('Log in');
    assert.ok((await stage.widthOf()) <= 320);
  });
});
