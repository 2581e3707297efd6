import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { openChrome, passGrace, script, until } from './pages.mjs';

const html = `<script src="/dist/cdn/sandbox.js"></script>${script}
  <main id="left"><sobot-agent company-id="c1" agent="1005" manual token="t"><sobot-softphone></sobot-softphone></sobot-agent></main>
  <aside id="right"></aside>`;

describe('an agent that is moved during a call', () => {
  let chrome;
  let opened;
  before(async () => (chrome = await openChrome()));
  after(() => chrome.close());

  beforeEach(async () => {
    await opened?.close();
    opened = await chrome.open({ '/index.html': html }, { clock: 'held' });
    await until(opened.page, () => customElements.get('sobot-agent') && window.SobotClient, 'the kit');
    await opened.page.evaluate(async () => {
      const agent = document.querySelector('sobot-agent');
      window.counts = { init: 0, on: 0, off: 0, ended: 0, ringing: 0 };
      class Counting extends window.SobotClient.agent {
        initAgent(options) {
          counts.init++;
          super.initAgent(options);
        }
        on(...args) {
          counts.on++;
          return super.on(...args);
        }
        off(...args) {
          counts.off++;
          return super.off(...args);
        }
      }
      agent.sdk = { agent: Counting };
      await agent.start();
      await agent.session.login({ phoneType: 'sip', bindExt: '1020', agentState: '1' });
      window.SobotClient.sandbox.customerCalls({ number: '135****5678' });
      await agent.session.answer();
      window.before = { ...counts, session: agent.session };
      document.addEventListener('sobot-call-ended', () => counts.ended++);
      document.addEventListener('sobot-ringing', () => counts.ringing++);
    });
    await until(opened.page, () => document.querySelector('sobot-agent').call === 'talking', 'a call');
  });

  /** Moves by `act`, waits longer than a removal is forgiven, and looks at what is left. */
  async function survives(act) {
    const { page, problems } = opened;
    await page.evaluate(act);
    await passGrace(page);
    const now = await page.evaluate(() => {
      const agent = document.querySelector('sobot-agent');
      const { session, ...counted } = window.before;
      return { call: agent.call, same: agent.session === session, before: counted, now: counts };
    });
    assert.equal(now.call, 'talking');
    assert.ok(now.same, 'another session');
    assert.deepEqual([now.before.init, now.before.on], [1, 2], 'the SDK is counted');
    assert.deepEqual(now.now, now.before);
    await page.evaluate(() => document.querySelector('sobot-agent').session.hangup());
    await until(page, () => counts.ended > 0, 'the end of the call');
    assert.equal(await page.evaluate(() => counts.ended), 1);
    assert.deepEqual(problems, []);
  }

  const ways = {
    'fifty times by append': () => {
      for (let i = 0; i < 50; i++) (i % 2 ? left : right).append(document.querySelector('sobot-agent'));
    },
    'out, and back half a second later': async () => {
      const agent = document.querySelector('sobot-agent');
      agent.remove();
      await window.passTime(500);
      right.append(agent);
    },
    'with the part of the page that it is in': () => document.body.append(left),
    'into a shadow root': () =>
      right.attachShadow({ mode: 'open' }).append(document.createElement('slot')) ??
      right.append(document.querySelector('sobot-agent')),
    'by a wrapper that is put around it': () => {
      const agent = document.querySelector('sobot-agent');
      const wrapper = document.createElement('section');
      agent.replaceWith(wrapper);
      wrapper.append(agent);
    },
    'into the next page’s body, as Turbo keeps what is permanent': () => {
      const body = document.createElement('body');
      body.innerHTML = '<nav>next</nav><main></main>';
      body.querySelector('main').append(document.querySelector('sobot-agent'));
      document.body.replaceWith(body);
    },
    'beside a copy of the page that is made and thrown away': () => {
      const copy = document.body.cloneNode(true);
      copy.querySelector('sobot-agent').removeAttribute('manual');
      copy.remove();
    },
    'by moveBefore, where there is one': () => right.moveBefore?.(document.querySelector('sobot-agent'), null),
  };
  for (const [way, act] of Object.entries(ways)) it(`${way}, keeps call and subscription`, () => survives(act));

  it('lets go a second after it is removed for good, and the agent stays logged in', async () => {
    const { page, problems } = opened;
    await page.evaluate(() => {
      window.agent = document.querySelector('sobot-agent');
      agent.remove();
    });
    await passGrace(page);
    await until(page, () => window.agent.session === null, 'the end of the session');
    assert.deepEqual(await page.evaluate(() => [counts.off, counts.ended]), [2, 0]);
    assert.deepEqual(problems, []);
  });
});
