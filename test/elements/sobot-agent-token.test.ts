import { expect, fixture, html } from '@open-wc/testing';
import '../../elements/sobot-agent.js';
import type { SobotAgent } from '../../elements/sobot-agent.js';
import { SdkDouble } from '../support/sdk-double.js';
import { until } from '../support/probe.js';

describe('The token of <sobot-agent>', () => {
  let double: SdkDouble;
  let requests: { url: string; credentials: RequestCredentials | undefined }[];
  let answer: () => Response | Promise<Response>;
  const { fetch } = window;

  beforeEach(() => {
    double = new SdkDouble();
    requests = [];
    answer = () => Response.json({ token: 'fetched' });
    window.fetch = (url, init) => {
      requests.push({ url: String(url instanceof Request ? url.url : url), credentials: init?.credentials });
      return Promise.resolve(answer());
    };
  });
  afterEach(() => {
    window.fetch = fetch;
  });

  const agentWith = async (set: Partial<SobotAgent>, listen?: (agent: SobotAgent) => void): Promise<SobotAgent> => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const agent = document.createElement('sobot-agent');
    Object.assign(agent, { companyId: 'c', agent: '1005', sdk: double.sdk }, set);
    listen?.(agent);
    place.append(agent);
    await until(() => agent.phase === 'ready' || agent.phase === 'failed', 'the start');
    return agent;
  };
  const used = (): unknown => double.inits[0]?.params['token'];
  const expire = (): void => double.emit({ messageID: 'EventTokenInvalid' });

  describe('comes', () => {
    it('from the provider before all others', async () => {
      await agentWith({ tokenProvider: () => Promise.resolve('provided'), tokenUrl: '/token', token: 'given' });
      expect(used()).to.equal('provided');
      expect(requests).to.deep.equal([]);
    });

    for (const name of ['token', 'accessToken', 'access_token']) {
      it(`from the URL, as ${name}`, async () => {
        answer = () => Response.json({ [name]: 'fetched', expires_in: 60 });
        await agentWith({ tokenUrl: '/token', token: 'given' });
        expect(used()).to.equal('fetched');
      });
    }

    it('from the URL with cookies only on the same origin', async () => {
      await agentWith({ tokenUrl: 'https://elsewhere.example/token' });
      await agentWith({ tokenUrl: 'https://elsewhere.example/token', tokenCredentials: 'include' });
      expect(requests.map(({ credentials }) => credentials)).to.deep.equal(['same-origin', 'include']);
    });

    it('from the page that answers a request', async () => {
      let asked = 0;
      await agentWith({}, (agent) =>
        agent.addEventListener('sobot-token-request', ({ detail }) => {
          asked += 1;
          detail.respondWith(Promise.resolve('answered'));
        }),
      );
      expect(used()).to.equal('answered');
      expect(asked).to.equal(1);
    });
  });

  describe('that does not come is an error', () => {
    for (const [name, response, what] of [
      ['a status', () => new Response('', { status: 401 }), '401'],
      ['no JSON', () => new Response('<html>'), 'could not be read'],
      ['no token', () => Response.json({ ok: true }), 'no token'],
      ['no network', () => Promise.reject(new TypeError('offline')), 'could not be read'],
    ] as const) {
      it(`for ${name}`, async () => {
        answer = response;
        const agent = await agentWith({ tokenUrl: '/token' });
        expect(agent.phase).to.equal('failed');
        expect(agent.state.error?.message).to.contain(what);
      });
    }
  });

  describe('is renewed when it expires', () => {
    it('by the provider, again and again', async () => {
      let count = 0;
      await agentWith({ tokenProvider: () => Promise.resolve(`t${(count += 1)}`) });
      expire();
      await until(() => double.tokens.length === 1, 'the renewal');
      expire();
      await until(() => double.tokens.length === 2, 'the second');
      expect(double.tokens).to.deep.equal(['t2', 't3']);
    });

    it('by the page, where the attribute is used up', async () => {
      await agentWith({ token: 'given' }, (agent) =>
        agent.addEventListener('sobot-token-request', ({ detail }) => detail.respondWith('fresh')),
      );
      expire();
      await until(() => double.tokens.length === 1, 'the renewal');
      expect(double.tokens).to.deep.equal(['fresh']);
    });

    it('by a change of the property', async () => {
      const agent = await agentWith({ token: 'given' });
      agent.token = 'new';
      await agent.updateComplete;
      agent.refreshToken('newer');
      expect(double.tokens).to.deep.equal(['new', 'newer']);
    });

    it('or the page hears that it is not', async () => {
      const errors: string[] = [];
      await agentWith({ token: 'given' }, (agent) =>
        agent.addEventListener('sobot-error', ({ detail }) => errors.push(detail.error.message)),
      );
      expire();
      await until(() => errors.length, 'the error');
      expect(errors[0]).to.contain('token');
    });
  });

  it('is told to nobody', async () => {
    const told: unknown[] = [];
    const names = ['sobot-phase-change', 'sobot-state-change', 'sobot-event', 'sobot-warning', 'sobot-error'];
    const agent = await agentWith({ token: 'top-secret' }, (element) => {
      for (const name of names) element.addEventListener(name, (event) => told.push((event as CustomEvent).detail));
    });
    agent.token = 'top-secret-2';
    await agent.updateComplete;
    expect(agent.outerHTML).not.to.contain('top-secret');
    expect(JSON.stringify([told, agent.state])).not.to.contain('top-secret');
  });

  it('can not be renewed without a session', () => {
    const agent = document.createElement('sobot-agent');
    expect(() => agent.refreshToken('t')).to.throw('no session');
  });
});
