import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { kit, script, until } from '../interop/pages.mjs';
import { launchChrome } from '../tools/launch.mjs';
import { root } from '../../tools/steps.mjs';

const html = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>test</title><body>${body}`;

/** A phone whose platform is the server of this test: it knows how the agent is while the page is away. */
const phone = `${script}<sobot-agent company-id="c1" agent="1005" token="t" manual><sobot-status></sobot-status></sobot-agent>
  <script type="module">
    const status = () => fetch('/status').then((response) => response.json());
    class Agent {
      listeners = [];
      on(event, listener) { if (event === 'EventAgentAll') this.listeners.push(listener); return this; }
      off() { this.listeners = []; return this; }
      async initAgent({ success }) {
        window.inits = (window.inits ?? 0) + 1;
        success({ status: 'success' });
        const { agentState } = await status();
        for (const tell of this.listeners) tell({ messageID: 'EventAgentRegainStatus', agentStateInfo: { agentState } });
      }
      queryAgentLoginInfo({ success }) { success({ agentUUID: 'u1', agentID: '1005', agentName: 'Ada' }); }
      queryAgents({ success }) { status().then(({ agentState }) => success({ agents: [{ agentUUID: 'u1', agentState }] })); }
    }
    addEventListener('pageshow', (event) => (window.persisted = event.persisted));
    await import('${kit}');
    const agent = document.querySelector('sobot-agent');
    agent.sdk = { agent: Agent };
    await agent.start();
  </script>`;

/** The call centre is the outer page, which stays; the phone is the inner one. */
const outer = `<script src="/dist/cdn/sandbox.js"></script><script>
    window.centre = SobotClient.sandbox;
  </script><iframe name="inner" src="/inner.html"></iframe>`;
const inner = `${script}<sobot-agent company-id="c1" agent="1005" token="t" manual><sobot-softphone></sobot-softphone></sobot-agent>
  <script type="module">
    await import('${kit}');
    window.said = [];
    for (const type of ['sobot-call-ended', 'sobot-wrap-up-done'])
      addEventListener(type, ({ detail }) => said.push([type, detail.notes ?? '']));
    const agent = document.querySelector('sobot-agent');
    agent.sdk = parent.SobotClient;
    await agent.start();
  </script>`;

const pages = {
  '/phone.html': html(phone),
  '/other.html': html('another page'),
  '/': html(outer),
  '/inner.html': html(inner),
};

describe('a page that comes back', () => {
  let browser;
  let server;
  let url;
  let page;
  /** The questions that the browser has asked. */
  let questions;
  /** How the agent is to the platform; an answer waits for it. */
  let status;

  before(async () => {
    server = createServer(async ({ url: path = '' }, response) => {
      if (path === '/status') return response.end(JSON.stringify({ agentState: await status }));
      const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
      const body = pages[path] ?? (await readFile(join(root, path)).catch(() => null));
      response.writeHead(body === null ? 404 : 200, { 'content-type': type }).end(body);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    url = `http://127.0.0.1:${server.address().port}`;
    browser = await launchChrome({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
  });
  after(async () => {
    await browser.close();
    server.close();
  });
  beforeEach(async () => {
    status = '1';
    page = await browser.newPage();
    questions = [];
    page.on('dialog', (dialog) => {
      questions.push(dialog.type());
      return dialog.accept();
    });
  });
  afterEach(() => page.close());

  it('out of the back/forward cache shows no status until the platform has told it', async () => {
    const shown = () => {
      const agent = document.querySelector('sobot-agent');
      const button = document.querySelector('sobot-status').shadowRoot?.querySelector('[part="status"]');
      return [agent.connection, button?.querySelector('.sr')?.textContent ?? ''].join(', ');
    };
    const shows = (wanted) => until(page, `(${shown})() === ${JSON.stringify(wanted)}`, wanted);
    await page.goto(`${url}/phone.html`);
    await shows('connected, Status: Ready');
    let answer;
    status = new Promise((resolve) => (answer = resolve));
    await page.goto(`${url}/other.html`);
    await page.goBack();
    assert.equal(await page.evaluate(() => window.persisted), true, 'the page was not in the cache');
    assert.equal(await page.evaluate(shown), 'reconnecting, Status: Unknown');
    answer('2');
    await shows('connected, Status: Do not disturb');
    assert.equal(await page.evaluate(() => window.inits), 1);
  });

  describe('by a reload', () => {
    let frame;
    const agent = (find) => until(frame, `(${find})(document.querySelector('sobot-agent'))`, String(find));
    const open = async () => {
      frame = await (await page.waitForSelector('iframe')).contentFrame();
      await until(frame, () => document.querySelector('sobot-agent')?.phase === 'ready', 'the phone');
    };
    const show = (src) => page.evaluate((to) => void (document.querySelector('iframe').src = to), src);
    const reload = async (meanwhile = () => undefined) => {
      await show('/other.html');
      await until(
        page,
        () => document.querySelector('iframe').contentDocument?.body?.textContent === 'another page',
        'leave',
      );
      await page.evaluate(meanwhile);
      await show('/inner.html');
      await until(
        page,
        () => !!document.querySelector('iframe').contentDocument?.querySelector('sobot-agent'),
        'the page',
      );
      await open();
    };
    beforeEach(async () => {
      await page.goto(url);
      await open();
      await frame.evaluate(async () => {
        const { session } = document.querySelector('sobot-agent');
        await session.login({ phoneType: 'sip', bindExt: '1020', agentState: '1' });
        parent.centre.customerCalls();
      });
      await agent(({ call }) => call === 'ringing');
      await frame.evaluate(() => document.querySelector('sobot-agent').session.answer());
      await agent(({ call }) => call === 'talking');
    });

    it('in the middle of a call goes on with the call and its notes', async () => {
      const id = await frame.evaluate(() => {
        const { session } = document.querySelector('sobot-agent');
        session.saveDraft({ notes: 'sold', disposition: '' });
        return session.state.call.id;
      });
      await reload();
      assert.deepEqual(questions, ['beforeunload']);
      await agent(({ call }) => call === 'talking');
      const after = await frame.evaluate(() => {
        const { session } = document.querySelector('sobot-agent');
        return [session.state.call.id, session.draft.notes];
      });
      assert.deepEqual(after, [id, 'sold']);
      await frame.evaluate(() => document.querySelector('sobot-agent').session.hangup());
      await agent(({ call }) => call === 'wrap-up');
    });

    it('in the middle of a consultation goes on with both', async () => {
      await frame.evaluate(async () => {
        const { session } = document.querySelector('sobot-agent');
        await session.initiateConsult({ targetType: '1', target: '5550101' });
      });
      await agent(({ consult }) => consult !== 'none');
      await reload();
      await agent(({ call, consult }) => call !== 'none' && consult !== 'none');
      await frame.evaluate(() => document.querySelector('sobot-agent').session.hangup());
      await agent(({ state }) => state.call === null);
    });

    it('hands the notes of a call out, once, that has ended meanwhile with its wrap-up', async () => {
      await frame.evaluate(() =>
        document.querySelector('sobot-agent').session.saveDraft({ notes: 'sold', disposition: '' }),
      );
      await reload(() => centre.customerHangsUp());
      await agent(({ call }) => call === 'wrap-up');
      assert.deepEqual(await frame.evaluate(() => said), [['sobot-call-ended', '']]);
      await frame.evaluate(() => document.querySelector('sobot-agent').session.completeACW());
      await agent(({ call }) => call === 'none');
      assert.deepEqual(await frame.evaluate(() => said), [
        ['sobot-call-ended', ''],
        ['sobot-wrap-up-done', 'sold'],
      ]);
      await reload();
      await agent(({ presence }) => presence !== 'offline');
      assert.deepEqual(await frame.evaluate(() => said), []);
      assert.equal(questions.length, 1, 'asked without a call');
    });
  });
});
