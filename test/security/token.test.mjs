import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openChrome, script, until } from '../interop/pages.mjs';

const secret = 'a-secret-that-nobody-may-see';
const phone =
  '<sobot-agent company-id="c1" agent="1005" manual><sobot-softphone></sobot-softphone><sobot-event-log></sobot-event-log></sobot-agent>';

/** In the page, before anything else: keeps what every event tells. */
const eavesdrop = () => {
  window.heard = [];
  const text = (window.textOf = (value) => {
    const seen = new Set();
    return JSON.stringify(value, (_, each) => {
      if (typeof each !== 'object' || each === null) return each;
      if (seen.has(each) || each instanceof Node) return undefined;
      seen.add(each);
      return each instanceof Error ? { ...each, message: each.message, stack: each.stack, cause: each.cause } : each;
    });
  });
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (event instanceof CustomEvent) window.heard.push(`${event.type} ${text(event.detail)}`);
    return dispatchEvent.call(this, event);
  };
};

/** In the page: everything that a script, a person or a screenshot could find. */
const everywhere = async () => {
  const markup = (root) =>
    [...root.children]
      .map((element) => {
        const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`);
        const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data);
        const inside = element.localName === 'script' ? [] : [...own, markup(element)];
        return [
          ...attributes,
          element.value ?? '',
          ...inside,
          element.shadowRoot ? markup(element.shadowRoot) : '',
        ].join(' ');
      })
      .join(' ');
  const agent = document.querySelector('sobot-agent');
  return {
    'the page': markup(document),
    events: window.heard.join('\n'),
    state: JSON.stringify(agent.state),
    session: window.textOf(agent.session),
    'the diagnostics file': JSON.stringify(await document.querySelector('sobot-event-log').diagnostics()),
    storage: JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      history.state,
      location.href,
      name,
    ]),
  };
};

describe('the token', () => {
  let chrome;
  before(async () => (chrome = await openChrome()));
  after(() => chrome.close());

  async function open(files = {}) {
    const sandbox = '<script src="/dist/cdn/sandbox.js"></script>';
    const opened = await chrome.open({ '/index.html': sandbox + script + phone, ...files });
    await opened.page.evaluateOnNewDocument(eavesdrop);
    await opened.page.reload();
    await until(opened.page, () => customElements.get('sobot-agent'), 'the kit');
    return opened;
  }

  async function isNowhere({ page, said, requests }) {
    const places = { ...(await page.evaluate(everywhere)), console: said.join('\n'), requests: requests.join(' ') };
    for (const [place, text] of Object.entries(places)) assert.ok(!text.includes(secret), `it is in ${place}`);
    assert.match(places.events, /sobot-/);
    assert.match(places['the diagnostics file'], /sobot-elements-diagnostics/);
  }

  const ways = {
    'as a property': (agent, secret) => (agent.token = secret),
    'by a provider': (agent, secret) => (agent.tokenProvider = () => Promise.resolve(secret)),
    'by an address': (agent) => (agent.tokenUrl = '/token'),
    'by an event': (agent, secret) =>
      agent.addEventListener('sobot-token-request', ({ detail }) => detail.respondWith(Promise.resolve(secret))),
  };

  for (const [way, give] of Object.entries(ways)) {
    it(`given ${way}, is found nowhere, during a call and after it was renewed`, async () => {
      const opened = await open({ '/token': JSON.stringify({ token: secret }) });
      const { page } = opened;
      await page.evaluate(
        async (give, secret) => {
          const agent = document.querySelector('sobot-agent');
          agent.sdk = window.SobotClient;
          Function('agent', 'secret', `(${give})(agent, secret)`)(agent, secret);
          await agent.start();
          await agent.session.login({ phoneType: 'sip', bindExt: '1020', agentState: '1' });
          await agent.session.makeCall({ otherDN: '5550100' });
          window.SobotClient.sandbox.expireToken();
          agent.refreshToken(secret);
          await agent.session.queryStates();
        },
        String(give),
        secret,
      );
      await isNowhere(opened);
      await opened.close();
    });
  }

  it('is found nowhere when the SDK quotes it in an error', async () => {
    const opened = await open();
    await opened.page.evaluate(async (secret) => {
      const agent = document.querySelector('sobot-agent');
      class Refusing extends window.SobotClient.agent {
        initAgent({ token, error }) {
          error({ errorCode: '401', errorMessage: `the token ${token} is not valid`, request: { token } });
        }
      }
      Object.assign(agent, { sdk: { agent: Refusing }, token: secret });
      await agent.start().catch(() => {});
    }, secret);
    await until(opened.page, () => document.querySelector('sobot-agent').phase === 'failed', 'a phone that failed');
    await isNowhere(opened);
    await opened.close();
  });
});
