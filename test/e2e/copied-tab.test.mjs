/**
 * A page that opens a window gives it a copy of its session storage, and so does a tab that is duplicated. The copy must
 * neither report the call of the first page nor keep that page from reporting it.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { root } from '../../tools/steps.mjs';
import { kit, script, until } from '../interop/pages.mjs';
import { launchChrome } from '../tools/launch.mjs';

/** `tell` is the platform, `said` what a CRM would have stored. */
const phone = `<!doctype html><html lang="en"><meta charset="utf-8"><title>test</title><body>${script}
  <sobot-agent company-id="c1" agent="1005" token="t" manual></sobot-agent>
  <script type="module">
    const listeners = [];
    class Agent {
      on(event, listener) { if (event === 'EventAgentAll') listeners.push(listener); return this; }
      off() { listeners.length = 0; return this; }
      initAgent({ success }) { success({ status: 'success' }); }
    }
    window.said = [];
    for (const type of ['sobot-call-ended', 'sobot-wrap-up-done'])
      addEventListener(type, ({ detail }) => said.push([type, detail.notes ?? detail.id]));
    window.tell = (...messages) => {
      for (const message of messages) for (const listener of listeners) listener(message);
    };
    await import('${kit}');
    const agent = document.querySelector('sobot-agent');
    agent.sdk = { agent: Agent };
    await agent.start();
    window.isStarted = true;
  </script>`;

const told = [
  ['sobot-call-ended', 'c1'],
  ['sobot-wrap-up-done', 'wants a refund'],
];
const free = { messageID: 'EventAgentRegainStatus', agentStateInfo: { agentState: '1', workStatus: 'ready' } };
const talks = { messageID: 'EventEstablished', callID: 'c1' };
const released = { messageID: 'EventReleased', callID: 'c1' };
const ready = { messageID: 'EventAgentReady' };

describe('a copy of a tab in the middle of a call', () => {
  let browser;
  let server;
  let context;
  let page;
  let url;

  const started = (each) => until(each, () => window.isStarted, 'the phone');
  const tell = (each, ...messages) => each.evaluate((all) => window.tell(...all), messages);
  const said = (each) => each.evaluate(() => window.said);
  const stored = (each) =>
    each.evaluate(() => Object.keys(sessionStorage).filter((key) => !key.includes('screen-pop')));
  const opened = async (open) => {
    const target = new Promise((resolve) => page.once('popup', resolve));
    await open();
    const copy = await target;
    await started(copy);
    return copy;
  };
  const copied = () => opened(() => page.evaluate(() => void window.open(location.href)));

  before(async () => {
    server = createServer(async (request, response) => {
      const { pathname } = new URL(request.url, 'http://localhost');
      const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html';
      const file = pathname === '/phone.html' ? phone : await readFile(join(root, pathname)).catch(() => null);
      response.writeHead(file === null ? 404 : 200, { 'content-type': type }).end(file);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    url = `http://127.0.0.1:${server.address().port}/phone.html`;
    browser = await launchChrome();
  });
  after(async () => {
    await browser.close();
    server.close();
  });
  beforeEach(async () => {
    context = await browser.createBrowserContext();
    page = await context.newPage();
    page.on('dialog', (dialog) => dialog.accept());
    await page.goto(url);
    await started(page);
    await tell(page, talks);
    await page.evaluate(() => {
      document.querySelector('sobot-agent').session.saveDraft({ notes: 'wants a refund', disposition: '' });
    });
    await until(page, () => Object.keys(sessionStorage).some((key) => key.includes('wrap-up')), 'the stored call');
  });
  afterEach(() => context.close());

  it('tells nothing, and the first page tells everything once', async () => {
    const copy = await copied();
    await tell(copy, free, ready);
    assert.deepEqual(await said(copy), []);
    assert.deepEqual(await stored(copy), []);
    await tell(page, released, ready, ready);
    assert.deepEqual(await said(page), told);
    assert.deepEqual(await said(copy), []);
  });

  it('tells nothing after a reload of the first page, which tells it once', async () => {
    const copy = await copied();
    await page.reload();
    await started(page);
    await tell(copy, free, ready);
    await tell(page, free, ready);
    assert.deepEqual([await said(copy), await said(page)], [[], told]);
  });

  it('tells nothing after a crash of both, and the first page tells it once', async () => {
    const copy = await copied();
    const session = await page.createCDPSession();
    session.send('Page.crash').catch(() => undefined); // never answered
    await Promise.all([page, copy].map((each) => once(each, 'error')));
    for (const each of [copy, page]) {
      await each.goto(url);
      await started(each);
      await tell(each, free, ready);
    }
    assert.deepEqual([await said(copy), await said(page)], [[], told]);
  });

  it('is the window of a screen pop too: it has no opener, and tells nothing', async () => {
    const pop = await opened(() =>
      page.evaluate(() => {
        const element = document.createElement('sobot-screen-pop');
        element.setAttribute('url', '/phone.html?customer={otherDN}');
        document.querySelector('sobot-agent').append(element);
      }),
    );
    assert.equal(await pop.evaluate(() => window.opener), null);
    await tell(pop, free, ready);
    assert.deepEqual([await said(pop), await stored(pop)], [[], []]);
    await tell(page, released, ready);
    assert.deepEqual([await said(page), await said(pop)], [told, []]);
  });
});
