import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { openChrome, script, until } from './pages.mjs';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html sobot-elements";

/** An SDK that says what the test says. */
const sdk = `
  const listeners = new Set();
  const succeed = ({ success }) => queueMicrotask(() => success({ status: 'success' }));
  const known = {
    initAgent: succeed,
    on: (event, listener) => listeners.add(listener),
    off: (event, listener) => listeners.delete(listener),
  };
  const sdk = new Proxy(known, { get: (target, name) => target[name] ?? (name === 'then' ? undefined : succeed) });
  window.emit = (messageID, fields) => {
    const message = { messageID, callType: 'Inbound', thisDN: '1000', ...fields };
    for (const listener of [...listeners].slice(0, 1)) listener(message);
  };
  window.begin = async (number) => {
    const agent = document.querySelector('sobot-agent');
    Object.assign(agent, { sdk, agent: number });
    await agent.start();
    emit('EventAgentReady');
  };`;

const page = (attributes) => `${script}<script src="/sdk.js"></script>
  <sobot-agent manual company-id="c" token="t">
    <sobot-call-log ${attributes}></sobot-call-log>
    <sobot-screen-pop url="/demo/icon.svg?phone={otherDN}&id={callID}"></sobot-screen-pop>
  </sobot-agent>`;

const names = () => {
  const { shadowRoot } = document.querySelector('sobot-call-log');
  return [...shadowRoot.querySelectorAll('[part="who"]')].map((who) => who.textContent.trim());
};
const shows = (...wanted) => names().join() === wanted.join();

describe('what is remembered of calls', () => {
  let chrome;
  let opened;
  before(async () => (chrome = await openChrome()));
  after(() => chrome.close());
  afterEach(() => opened.close());

  const start = async (which, agent = '1005') => {
    await until(which, () => customElements.get('sobot-call-log') && window.begin, 'the kit');
    await which.evaluate((number) => window.begin(number), agent);
  };
  const emit = (which, messageID, fields) => which.evaluate((name, told) => window.emit(name, told), messageID, fields);
  const ring = { callID: 'c1', otherDN: '135****5678' };
  const popups = async () =>
    (await opened.page.browserContext().pages()).filter((one) => one.url().includes('icon.svg'));
  /** `names` and `shows` are of this file, so they go along. */
  const list = (which, ...wanted) =>
    until(
      which,
      new Function('...wanted', `const names = ${names}; return (${shows})(...wanted);`),
      `${wanted}`,
      ...wanted,
    );

  const open = async (attributes, headers) => {
    opened = await chrome.open({ '/index.html': page(attributes), '/sdk.js': sdk }, { headers });
    opened.page.on('dialog', (dialog) => dialog.accept()); // a call runs: the browser asks before it leaves
    await start(opened.page);
  };

  describe('kept', () => {
    beforeEach(() => open('persist', { 'content-security-policy': policy }));

    it('survives a reload, and is shown to no other agent, under the strict policy', async () => {
      for (const message of ['EventRinging', 'EventEstablished', 'EventReleased'])
        await emit(opened.page, message, ring);
      await list(opened.page, '135****5678');
      await until(opened.page, async () => (await indexedDB.databases()).length === 1, 'a database');
      await opened.page.reload();
      await start(opened.page);
      await list(opened.page, '135****5678');
      await opened.page.reload();
      await start(opened.page, '1006');
      await until(
        opened.page,
        () => document.querySelector('sobot-call-log').shadowRoot.textContent.includes('No calls yet'),
        'an empty log',
      );
      assert.deepEqual(opened.problems, []);
    });

    it('is one in two tabs', async () => {
      const second = await opened.page.browserContext().newPage();
      const files = { '/index.html': `<!doctype html>${page('persist')}`, '/sdk.js': sdk };
      await second.setRequestInterception(true);
      second.on('request', (request) => {
        const { pathname } = new URL(request.url());
        const contentType = pathname.endsWith('.js') ? 'text/javascript' : 'text/html';
        return files[pathname] ? request.respond({ contentType, body: files[pathname] }) : request.continue({});
      });
      await second.goto(opened.page.url());
      await start(second);
      for (const each of [opened.page, second]) {
        for (const message of ['EventRinging', 'EventReleased']) await emit(each, message, ring);
      }
      await emit(opened.page, 'EventRinging', { callID: 'c2', otherDN: '139' });
      await emit(opened.page, 'EventReleased', { callID: 'c2', otherDN: '139' });
      await list(second, '139', '135****5678');
      await list(opened.page, '139', '135****5678');
    });
  });

  it('in memory loads no storage', async () => {
    await open('');
    for (const message of ['EventRinging', 'EventReleased']) await emit(opened.page, message, ring);
    await list(opened.page, '135****5678');
    assert.deepEqual(
      opened.requests.filter((path) => /database/.test(path)),
      [],
    );
    assert.deepEqual(await opened.page.evaluate(async () => (await indexedDB.databases()).length), 0);
  });

  it('shows the page of a caller once, cut off from this one, also over a reload', async () => {
    await open('');
    await emit(opened.page, 'EventRinging', ring);
    await emit(opened.page, 'EventRinging', ring);
    await until(opened.page, () => true, 'a turn');
    let [popup] = await popups();
    for (let turn = 0; !popup && turn < 200; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      [popup] = await popups();
    }
    assert.match(popup.url(), /\?phone=135\*\*\*\*5678&id=c1$/);
    assert.equal(await popup.evaluate(() => window.opener), null);
    await opened.page.reload();
    await start(opened.page);
    await emit(opened.page, 'EventAgentRegainStatus', {
      agentStateInfo: { agentState: '1', workStatus: 'talking' },
      workStatusInfo: { callType: 'Inbound', ...ring },
    });
    await emit(opened.page, 'EventEstablished', ring);
    await until(opened.page, () => document.querySelector('sobot-agent').call === 'talking', 'the call');
    assert.equal((await popups()).length, 1);
    await emit(opened.page, 'EventReleased', ring);
  });

  it('shows it in the same window, where that has a name', async () => {
    await open('');
    await opened.page.evaluate(() => (document.querySelector('sobot-screen-pop').target = 'crm'));
    for (const callID of ['c1', 'c2']) {
      await emit(opened.page, 'EventRinging', { ...ring, callID });
      await emit(opened.page, 'EventReleased', { ...ring, callID });
      for (let turn = 0; turn < 200 && !(await popups()).some((one) => one.url().endsWith(callID)); turn += 1) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
    const urls = (await popups()).map((one) => one.url().replace(/.*=/, ''));
    assert.deepEqual(urls, ['c2']);
  });
});
