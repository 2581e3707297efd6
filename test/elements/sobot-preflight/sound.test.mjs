import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { asker, launch, page, placeOf, servePages } from './pages.mjs';

/** In the page: what is to be heard, and whether the softphone says that nothing is. */
const notes = `
  const contexts = [];
  const Own = window.AudioContext;
  window.AudioContext = class extends Own { constructor(...args) { super(...args); contexts.push(this); } };
  window.notified = [];
  const OwnNotification = window.Notification;
  window.Notification = class extends OwnNotification {
    constructor(title, options) {
      super(title, options);
      window.notified.push(title);
      this.addEventListener('show', () => window.notified.push('shown'));
      this.addEventListener('close', () => window.notified.push('closed'));
    }
  };
  window.heard = () => contexts.some(({ state }) => state === 'running');
  window.text = (root = document) => [...root.querySelectorAll('*')].map((each) =>
    (each.shadowRoot ? window.text(each.shadowRoot) : '') + (each.children.length ? '' : each.textContent)).join(' ');
`;
const warning = 'you won’t hear calls ring';

describe('sound, in a browser that blocks it until a click', () => {
  let site;
  let browser;
  let window;
  let ask;

  before(async () => {
    const softphone = page(`<script>${notes}</script>
      <sobot-agent sandbox><sobot-softphone></sobot-softphone><sobot-sandbox></sobot-sandbox></sobot-agent>`);
    site = await servePages({ '/': { html: softphone } });
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });
  beforeEach(async () => {
    const context = await browser.createBrowserContext();
    window = await context.newPage({ type: 'window' });
    ask = await asker(window);
    await window.goto(site.at('localhost', '/'));
    await ask(`document.querySelector('sobot-agent')?.phase === 'ready'`);
  });

  const press = async (name) => window.mouse.click(...(await ask(placeOf(name), `the button ${name}`)));
  const isCalled = () =>
    ask(`(async () => {
      const agent = document.querySelector('sobot-agent');
      await agent.session.login({ phoneType: 'sip', bindExt: '1100', agentState: '1' });
      return true;
    })()`);

  it('is missing, and the softphone says so before the agent is ready; one click allows it', async () => {
    await ask(`window.text().includes('${warning}')`, 'the warning');
    assert.equal(await ask(`document.querySelector('sobot-agent').presence`), 'offline');
    await press('Allow sound');
    await ask(`!window.text().includes('${warning}')`, 'the end of the warning');
    assert.equal(await ask(`[window.heard()].join()`), 'false', 'nothing runs while nothing rings');
  });

  it('comes by any click, and then a call rings', async () => {
    await ask(`window.text().includes('${warning}')`, 'the warning');
    await window.mouse.click(5, 5);
    await ask(`!window.text().includes('${warning}')`, 'the end of the warning');
    await isCalled();
    await press('Customer calls');
    await ask(`document.querySelector('sobot-agent').call === 'ringing' && window.heard()`, 'a tone');
  });

  it('comes with a desktop notification of the browser’s own, as long as the call rings', async () => {
    await window.browserContext().overridePermissions(site.at('localhost', ''), ['notifications']);
    await isCalled();
    await press('Customer calls');
    await ask(`window.notified.includes('shown')`, 'a notification');
    assert.match((await ask('window.notified'))[0], /^Incoming call from .*\d/);
    await press('Answer');
    await ask(`window.notified.includes('closed')`, 'the end of the notification');
    assert.deepEqual((await ask('window.notified')).slice(1), ['shown', 'closed'], 'once');
  });

  it('is missing while a call rings, and the call says so', async () => {
    await isCalled();
    await ask(`window.text().includes('${warning}')`, 'the warning');
    const cdp = await window.createCDPSession();
    await cdp.send('Runtime.evaluate', {
      expression: `(() => {
        const find = (root) => { for (const each of root.querySelectorAll('*')) {
          const inside = each.shadowRoot && find(each.shadowRoot);
          if (inside) return inside;
          if (each.textContent.trim() === 'Customer calls' && each.localName === 'button') return each;
        } };
        find(document).click();
      })()`,
      userGesture: false,
    });
    await ask(`document.querySelector('sobot-agent').call === 'ringing' && window.text().includes('${warning}')`);
    assert.equal(await ask(`window.text().split('${warning}').length - 1`), 1, 'it says so once');
    await press('Allow sound');
    await ask('window.heard()', 'a tone');
  });
});
