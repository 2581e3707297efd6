import { expect } from '@open-wc/testing';
import type { SobotAgent } from '../../../elements/sobot-agent/define.js';
import {
  type AgentSettings,
  completeSettings,
  mountAgent,
  nextEvent,
  TOKEN,
  untilPhase,
} from '../../support/agent-fixture.js';
import { EventRecorder } from '../../support/event-recorder.js';
import { Time } from '../../support/time.js';
import { FakeSdk, scripts } from '../../support/fake-sdk.js';
import { failure, turn } from '../../support/session.js';

const answering = (body: unknown, status = 200): Response =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });

describe('sobot-agent: the token', () => {
  let sdk: FakeSdk;
  let events: EventRecorder;
  let asked: { url: string; options: RequestInit }[];
  let answer: () => Response | Promise<Response>;
  const realFetch = globalThis.fetch;

  const without = (setting: AgentSettings = {}): AgentSettings => ({ ...completeSettings(sdk), token: '', ...setting });
  const start = async (setting: AgentSettings): Promise<SobotAgent> => {
    const agent = mountAgent(setting);
    await untilPhase(agent, 'ready');
    return agent;
  };
  const used = (): unknown => sdk.inits.at(-1)?.params['token'];
  const dead = async (): Promise<void> => {
    sdk.emit({ messageID: 'EventTokenInvalid' });
    await turn();
    await turn();
  };

  beforeEach(() => {
    sdk = new FakeSdk();
    events = new EventRecorder('sobot-token-invalid');
    asked = [];
    answer = () => answering({ token: 'fetched' });
    globalThis.fetch = (url, options = {}) => {
      asked.push({ url: url as string, options });
      return Promise.resolve().then(answer);
    };
  });
  afterEach(() => {
    globalThis.fetch = realFetch;
  });

  describe('is taken from the first place that there is', () => {
    const respond = (event: WindowEventMap['sobot-token-request']): void => event.detail.respondWith('page');
    const places: readonly [name: string, setting: AgentSettings, token: string][] = [
      [
        'tokenProvider',
        { tokenProvider: () => Promise.resolve('provided'), tokenUrl: '/t', token: 'static' },
        'provided',
      ],
      ['token-url', { tokenUrl: '/t', token: 'static' }, 'fetched'],
      ['token', { token: 'static' }, 'static'],
      ['sobot-token-request', {}, 'page'],
    ];
    for (const [name, setting, token] of places) {
      it(name, async () => {
        window.addEventListener('sobot-token-request', respond, { once: true });
        await start(without(setting));
        window.removeEventListener('sobot-token-request', respond);
        expect(used()).to.equal(token);
        expect(events.of('sobot-token-request')).to.have.length(name === 'sobot-token-request' ? 1 : 0);
      });
    }

    it('and is trimmed', async () => {
      await start(without({ tokenProvider: () => Promise.resolve(' padded ') }));
      expect(used()).to.equal('padded');
    });
  });

  describe('token-url', () => {
    it('sends cookies on its own origin only', async () => {
      await start(without({ tokenUrl: '/t' }));
      expect(asked[0]).to.deep.include({ url: '/t' });
      expect(asked[0]?.options.credentials).to.equal('same-origin');
      expect(asked[0]?.options.method ?? 'GET').to.equal('GET');
      expect(asked[0]?.options.cache).to.equal('no-store');
    });

    it('sends them elsewhere with token-credentials="include"', async () => {
      await start(without({ tokenUrl: 'https://other.example/t', tokenCredentials: 'include' }));
      expect(asked[0]?.options.credentials).to.equal('include');
    });

    for (const [body, token] of [
      [{ token: 'a' }, 'a'],
      [{ accessToken: 'b' }, 'b'],
      [{ access_token: 'c' }, 'c'],
      [{ token: '', access_token: 'c' }, 'c'],
      [{ token: 5, accessToken: 'b' }, 'b'],
    ] as const) {
      it(`reads ${JSON.stringify(body)}`, async () => {
        answer = () => answering(body);
        await start(without({ tokenUrl: '/t' }));
        expect(used()).to.equal(token);
      });
    }

    for (const [name, bad, says] of [
      ['another status', () => answering({ token: 'a' }, 401), /401/],
      ['no JSON', () => answering('<!doctype html>'), /could not be read/],
      ['no object', () => answering('null'), /no token/],
      ['a list', () => answering([]), /no token/],
      ['no token', () => answering({ error: 'who are you' }), /no token/],
      ['a blank token', () => answering({ token: ' ' }), /no token/],
      ['no network', () => Promise.reject(new TypeError('Failed to fetch')), /could not be read/],
    ] as const) {
      it(`with ${name} is a clear error that names token-url`, async () => {
        answer = bad;
        const agent = mountAgent(without({ tokenUrl: '/t' }));
        const { detail } = await nextEvent('sobot-error');
        expect(detail.error.kind).to.equal('config');
        expect(detail.error.message)
          .to.match(/token-url/)
          .and.match(says);
        expect(agent.phase).to.equal('failed');
        expect(sdk.inits).to.deep.equal([]);
        answer = () => answering({ token: 'late' });
        await agent.start();
        expect(used()).to.equal('late');
      });
    }

    it('is asked again by itself when its failure can pass', async () => {
      const time = new Time(400);
      answer = () => answering({ token: 'a' }, 503);
      const agent = mountAgent(without({ tokenUrl: '/t' }));
      await untilPhase(agent, 'failed');
      answer = () => answering('<!doctype html>'); // a captive portal
      await time.pass(3000);
      answer = () => answering({ token: 'late' });
      await time.pass(10_000);
      expect([agent.phase, used()]).to.deep.equal(['ready', 'late']);
    });

    it('is asked again by itself after a start by hand that failed, too', async () => {
      const time = new Time(400);
      answer = () => answering({ token: 'a' }, 503);
      const agent = mountAgent(without({ tokenUrl: '/t' }));
      await untilPhase(agent, 'failed');
      await failure(agent.start());
      answer = () => answering({ token: 'late' });
      await time.pass(10_000);
      expect([agent.phase, used()]).to.deep.equal(['ready', 'late']);
    });

    it('is not asked again by itself when it says no', async () => {
      const time = new Time(400);
      answer = () => answering({ token: 'a' }, 401);
      const agent = mountAgent(without({ tokenUrl: '/t' }));
      await untilPhase(agent, 'failed');
      const before = asked.length;
      await time.pass(120_000);
      expect([agent.phase, asked.length]).to.deep.equal(['failed', before]);
    });

    it('is tried again when the browser is back online', async () => {
      answer = () => Promise.reject(new TypeError('Failed to fetch'));
      const agent = mountAgent(without({ tokenUrl: '/t' }));
      await untilPhase(agent, 'failed');
      answer = () => answering({ token: 'late' });
      window.dispatchEvent(new Event('online'));
      await untilPhase(agent, 'ready');
    });
  });

  for (const [name, tokenProvider] of [
    [
      'throws',
      () => {
        throw new Error('no luck');
      },
    ],
    ['rejects', () => Promise.reject(new Error('no luck'))],
    ['gives nothing', () => Promise.resolve('')],
    ['gives something else', () => Promise.resolve(7)],
  ] as const) {
    it(`a tokenProvider that ${name} is an error of the start`, async () => {
      const agent = mountAgent(without({ tokenProvider: tokenProvider as () => Promise<string>, manual: true }));
      expect(await failure(agent.start())).to.include({ kind: 'config' });
      expect(agent.phase).to.equal('failed');
    });
  }

  describe('when it dies', () => {
    it('is asked for again where it came from, as often as it dies', async () => {
      let n = 0;
      await start(without({ tokenProvider: () => Promise.resolve(`t${(n += 1)}`) }));
      await dead();
      await dead();
      expect(sdk.tokens).to.deep.equal(['t2', 't3']);
    });

    it('is fetched anew from where it was at the start', async () => {
      const agent = await start(without({ tokenUrl: '/t' }));
      agent.tokenUrl = '/next';
      await agent.updateComplete;
      await dead();
      expect(asked.map(({ url }) => url)).to.deep.equal(['/t', '/t']);
      expect(sdk.tokens).to.deep.equal(['fetched']);
    });

    it('and was a plain attribute, the page is asked', async () => {
      await start(completeSettings(sdk));
      window.addEventListener('sobot-token-request', ({ detail }) => detail.respondWith('next'), { once: true });
      await dead();
      expect(sdk.tokens).to.deep.equal(['next']);
    });

    it('and nobody has a new one, that is a clear error, and calls go on', async () => {
      const agent = await start(completeSettings(sdk));
      await dead();
      const [{ error }] = events.of('sobot-error');
      expect(error.kind).to.equal('config');
      expect(error.message).to.match(/token/).and.not.contain(TOKEN);
      expect(agent.phase).to.equal('ready');
      expect(agent.state.error?.message).to.equal(error.message);
    });
  });

  describe('set anew while it runs', () => {
    it('renews', async () => {
      const agent = await start(completeSettings(sdk));
      agent.token = 'second';
      await agent.updateComplete;
      expect(sdk.tokens).to.deep.equal(['second']);
      expect(events.warnings).to.deep.equal([]);
    });

    it('while it starts, renews as soon as it is ready', async () => {
      sdk.scripts['initAgent'] = scripts.never;
      const agent = mountAgent(completeSettings(sdk));
      await untilPhase(agent, 'initializing');
      agent.token = 'second';
      await agent.updateComplete;
      expect(sdk.tokens).to.deep.equal([]);
      sdk.inits[0]?.success();
      await untilPhase(agent, 'ready');
      expect(sdk.tokens).to.deep.equal(['second']);
      expect(events.warnings).to.deep.equal([]);
    });

    it('to nothing does nothing', async () => {
      const agent = await start(completeSettings(sdk));
      agent.token = '';
      await agent.updateComplete;
      expect(sdk.tokens).to.deep.equal([]);
    });

    it('is a warning where the SDK does not take it', async () => {
      const agent = await start(completeSettings(sdk));
      sdk.api.handleRefreshToken = () => {
        throw new Error('bad token second');
      };
      agent.token = 'second';
      await agent.updateComplete;
      expect(events.warnings).to.deep.equal(['token']);
      expect(JSON.stringify(events.events)).to.not.contain('second');
    });
  });

  describe('refreshToken', () => {
    it('gives the SDK a new one', async () => {
      const agent = await start(completeSettings(sdk));
      agent.refreshToken(' second ');
      expect(sdk.tokens).to.deep.equal(['second']);
    });

    it('is refused without a session', () => {
      const agent = mountAgent({ manual: true });
      expect(() => agent.refreshToken('x'))
        .to.throw()
        .with.property('kind', 'refused');
    });

    it('refuses nothing', async () => {
      const agent = await start(completeSettings(sdk));
      expect(() => agent.refreshToken(' '))
        .to.throw()
        .with.property('kind', 'invalid');
    });
  });

  describe('sobot-token-request', () => {
    it('is asked first where nothing else is there, and only once', async () => {
      const requests: unknown[] = [];
      const answered = (event: WindowEventMap['sobot-token-request']): void => {
        requests.push(event);
        event.detail.respondWith(Promise.resolve('asked'));
        event.detail.respondWith('too late');
      };
      window.addEventListener('sobot-token-request', answered);
      await start(without());
      window.removeEventListener('sobot-token-request', answered);
      expect(requests).to.have.length(1);
      expect(used()).to.equal('asked');
      expect(events.of('sobot-error')).to.deep.equal([]);
    });

    it('that fails is an error of the start', async () => {
      const answered = (event: WindowEventMap['sobot-token-request']): void =>
        event.detail.respondWith(Promise.reject(new Error('logged out')));
      window.addEventListener('sobot-token-request', answered, { once: true });
      mountAgent(without());
      const { detail } = await nextEvent('sobot-error');
      expect(detail.error.message).to.contain('logged out');
    });
  });

  it('is in no attribute, no event, no state, no storage and no log', async () => {
    const logged: unknown[] = [];
    const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
    const real = methods.map((name) => console[name]);
    for (const name of methods) console[name] = (...texts: unknown[]) => logged.push(...texts);
    try {
      sdk.scripts['initAgent'] = (sent) => sent.error({ errorMessage: `bad ${TOKEN}`, token: TOKEN });
      const agent = mountAgent(completeSettings(sdk));
      await untilPhase(agent, 'failed');
      sdk.scripts['initAgent'] = scripts.success;
      await agent.start();
      await dead();
      agent.stop();
      const everything = [
        agent.outerHTML,
        JSON.stringify(agent.state),
        JSON.stringify(events.events, (_key, value: unknown) =>
          value instanceof Error ? [value.message, { ...value }, value.cause] : value,
        ),
        JSON.stringify({ ...localStorage, ...sessionStorage }),
        logged.map(String).join(),
      ];
      for (const text of everything) expect(text).to.not.contain(TOKEN);
    } finally {
      methods.forEach((name, index) => (console[name] = real[index] as () => void));
    }
  });
});
