import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { demoStage } from './stage.mjs';

describe('crm.html', () => {
  const stage = demoStage();
  const record = () => stage.demo.page.$eval('#record', (each) => each.textContent);
  const shows = (text) =>
    stage.demo.page.waitForFunction(
      (wanted) => document.querySelector('#record').textContent.includes(wanted),
      {},
      text,
    );

  async function begin(width) {
    await stage.open('crm', width);
    await stage.demo.press('Log in');
    await stage.demo.until('presence', 'ready');
    return stage.demo;
  }

  it('opens the record of who is calling, names them in the phone, and keeps what the agent wrote', async () => {
    const demo = await begin();
    await stage.accessible();
    await demo.press('Bo Lindqvist calls');
    await demo.until('call', 'ringing');
    await shows('Lindqvist Boats');
    await demo.press('Answer');
    await demo.until('call', 'talking');
    await demo.page.waitForFunction(() => document.querySelector('#phone').state.call?.name === 'Bo Lindqvist');
    await stage.accessible();
    await demo.press('The customer hangs up');
    await demo.until('call', 'wrap-up');
    await demo.type('Notes', 'wants more oil');
    await demo.press('Finish');
    await demo.until('call', 'none');
    await shows('wants more oil');
    const log = await demo.page.$eval('sobot-call-log', (each) => each.shadowRoot.textContent);
    assert.match(log, /Bo Lindqvist/);
    demo.ended();
  });

  it('dials by its tel: links, once each', async () => {
    const demo = await begin();
    const dialled = await demo.page.evaluateHandle(() => {
      const numbers = [];
      document.addEventListener('sobot-command', ({ detail }) => {
        if (detail.command === 'makeCall') numbers.push(detail.params.otherDN);
      });
      return numbers;
    });
    await demo.press('5550100', 'link');
    await demo.until('call', 'talking');
    assert.deepEqual(await dialled.jsonValue(), ['5550100']);
    assert.match(await record(), /No customer/, 'an outbound call is the agent’s own choice');
    await demo.press('Hang up');
    await demo.until('call', 'wrap-up');
    demo.ended();
  });

  it('masks numbers on demand, a stranger’s too', async () => {
    const demo = await begin();
    await demo.page.click('#mask');
    await demo.press('A stranger calls');
    await demo.until('call', 'ringing');
    await shows('Unknown caller');
    const phone = await demo.page.$eval('sobot-softphone', (each) => each.shadowRoot.textContent);
    assert.doesNotMatch(phone, /135\*\*\*\*5678/);
    await demo.press('Decline');
    demo.ended();
  });

  it('finds customers, and fits into a narrow window', async () => {
    await stage.open('crm', 320);
    const { demo } = stage;
    await demo.type('Search', 'okaf', 'searchbox');
    assert.deepEqual(await demo.page.$$eval('#customers li button', (all) => all.map((each) => each.textContent)), [
      'Chidi Okafor',
    ]);
    await demo.find('Log in');
    assert.ok((await stage.widthOf()) <= 320);
  });
});
