import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openChrome, passGrace, script, until } from '../interop/pages.mjs';

const phone = '<sobot-agent id="phone" sandbox><sobot-softphone></sobot-softphone></sobot-agent>';
const frame = '<iframe name="canvas" src="/canvas.html"></iframe>';

/** In the page: whether the softphone in `path` of documents is drawn and has its sheets. */
const isDrawn = (inFrame) => {
  const { document } = inFrame ? frames.canvas : window;
  const root = document.querySelector('sobot-softphone')?.shadowRoot;
  const button = root && deepest(root);
  if (!button) return false;
  const style = button.ownerDocument.defaultView.getComputedStyle(button);
  return root.adoptedStyleSheets.length > 0 && style.borderRadius !== '0px' && style.cursor !== '';

  function deepest(node) {
    const own = node.querySelector('button');
    if (own) return own;
    for (const child of node.querySelectorAll('*')) {
      const found = child.shadowRoot && deepest(child.shadowRoot);
      if (found) return found;
    }
    return null;
  }
};

const presence = (inFrame) => (inFrame ? frames.canvas : window).document.querySelector('sobot-agent').presence;

const login = (inFrame) => {
  const agent = (inFrame ? frames.canvas : window).document.querySelector('sobot-agent');
  return agent.session.login({ phoneType: 'sip', bindExt: '1020', agentState: '1' });
};

describe('in another document', () => {
  let chrome;
  before(async () => (chrome = await openChrome()));
  after(() => chrome.close());

  const open = async (files, options) => {
    const opened = await chrome.open(files, options);
    const ready = (path) => until(opened.page, path, 'a phone that is ready');
    return { ...opened, ready };
  };

  it('adopted into an iframe, a running phone stays styled, and goes on', async () => {
    const files = { '/index.html': script + phone + frame, '/canvas.html': '<p>the canvas' };
    const { page, problems, ready, close } = await open(files, { clock: 'held' });
    await ready(() => document.querySelector('sobot-agent').phase === 'ready');
    await until(page, isDrawn, 'a drawn softphone', false);
    await page.evaluate(() => {
      const agent = document.querySelector('sobot-agent');
      window.session = agent.session;
      frames.canvas.document.body.append(agent);
    });
    await passGrace(page);
    const same = () => window.session && frames.canvas.document.querySelector('sobot-agent').session === window.session;
    assert.ok(await page.evaluate(same), 'the session has changed');
    await until(page, isDrawn, 'a softphone with its styles in the iframe', true);
    await page.evaluate(login, true);
    await until(page, presence, 'a presence', true);
    assert.notEqual(await page.evaluate(presence, true), 'offline');
    await page.evaluate(() => {
      const canvas = frames.canvas.document;
      canvas.querySelector('sobot-agent').id = 'phone';
      const button = canvas.createElement('button');
      button.setAttribute('commandfor', 'phone');
      button.setAttribute('command', '--make-call');
      button.dataset.number = '5550100';
      canvas.body.append(button);
      button.click();
    });
    const talking = async () => {
      await window.passTime(500);
      return frames.canvas.document.querySelector('sobot-agent').call === 'talking';
    };
    await until(page, talking, 'a call by a button of the iframe');
    await page.evaluate(() => document.body.append(frames.canvas.document.querySelector('sobot-agent')));
    await until(page, isDrawn, 'a softphone with its styles back in the page', false);
    assert.deepEqual(problems, []);
    await close();
  });

  for (const [what, canvas] of [
    ['where the kit is loaded too', `${script}<p>the canvas`],
    ['where it is not', '<p>the canvas'],
  ]) {
    it(`made in the page and put into an iframe ${what}, as page builders do`, async () => {
      const { page, problems, ready, close } = await open({ '/index.html': script + frame, '/canvas.html': canvas });
      await until(
        page,
        () => customElements.get('sobot-softphone') && frames.canvas.document.readyState === 'complete',
        'two pages',
      );
      await page.evaluate(() => {
        const make = (tag, attributes = {}) => {
          const element = document.createElement(tag);
          for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
          return element;
        };
        const agent = make('sobot-agent', { sandbox: '' });
        agent.append(make('sobot-softphone'));
        frames.canvas.document.body.append(agent);
      });
      await ready(() => frames.canvas.document.querySelector('sobot-agent').phase === 'ready');
      await until(page, isDrawn, 'a softphone with its styles', true);
      await page.evaluate(login, true);
      assert.notEqual(await page.evaluate(presence, true), 'offline');
      assert.deepEqual(problems, []);
      await close();
    });
  }

  it('elements of both realms find one agent', async () => {
    const canvas = `${script}<sobot-agent sandbox><div></div></sobot-agent>`;
    const { page, problems, ready, close } = await open({ '/index.html': script + frame, '/canvas.html': canvas });
    await ready(() => frames.canvas.document.querySelector('sobot-agent')?.phase === 'ready');
    await page.evaluate(() =>
      frames.canvas.document.querySelector('div').append(document.createElement('sobot-softphone')),
    );
    await until(page, isDrawn, 'a softphone with its styles', true);
    assert.deepEqual(problems, []);
    await close();
  });
});
