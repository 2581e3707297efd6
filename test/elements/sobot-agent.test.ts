import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../elements/sobot-agent.js';
import type { SobotAgent } from '../../elements/sobot-agent.js';
import { aCall } from '../support/desk.js';
import { SdkDouble } from '../support/sdk-double.js';
import { until } from '../support/probe.js';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('<sobot-agent>', () => {
  let double: SdkDouble;
  let errors: unknown[];
  const { error: log } = console;

  beforeEach(() => {
    double = new SdkDouble();
    errors = [];
    console.error = (...all: unknown[]) => errors.push(...all);
  });
  afterEach(() => {
    console.error = log;
  });

  const configured = (): Promise<SobotAgent> =>
    fixture<SobotAgent>(
      html`<sobot-agent company-id="c" agent="1005" token="secret" .sdk=${double.sdk}></sobot-agent>`,
    );
  const ready = async (): Promise<SobotAgent> => {
    const agent = await configured();
    await until(() => agent.phase === 'ready', 'ready');
    return agent;
  };

  describe('starts', () => {
    it('by itself when it has what it needs', async () => {
      const agent = await ready();
      expect(double.inits[0]?.params).to.deep.include({
        companyId: 'c',
        agent: '1005',
        agentType: '0',
        token: 'secret',
      });
      expect(agent.session).to.be.an('object');
      expect(agent.getAttribute('phase')).to.equal('ready');
    });

    it('on the sandbox with nothing else', async () => {
      const agent = await fixture<SobotAgent>(html`<sobot-agent sandbox></sobot-agent>`);
      await until(() => agent.phase === 'ready', 'ready');
      const session = agent.session;
      expect((await session?.queryPhoneType())?.agentID).to.equal('1005');
    });

    it('with properties that are set late, one by one', async () => {
      const agent = await fixture<SobotAgent>(html`<sobot-agent></sobot-agent>`);
      agent.sdk = double.sdk;
      await agent.updateComplete;
      agent.companyId = 'c';
      await agent.updateComplete;
      agent.agent = '1005';
      await agent.updateComplete;
      agent.tokenProvider = () => Promise.resolve('provided');
      await until(() => agent.phase === 'ready', 'ready');
      expect(double.inits[0]?.params['token']).to.equal('provided');
      expect(errors).to.deep.equal([]);
    });

    it('even after the error, once the rest has come', async () => {
      const agent = await fixture<SobotAgent>(
        html`<sobot-agent agent="1005" token="t" .sdk=${double.sdk}></sobot-agent>`,
      );
      await oneEvent(agent, 'sobot-error');
      expect(agent.phase).to.equal('failed');
      agent.companyId = 'c';
      await until(() => agent.phase === 'ready', 'ready');
    });

    it('not by itself when it is manual', async () => {
      const agent = await fixture<SobotAgent>(
        html`<sobot-agent manual company-id="c" agent="1005" token="t" .sdk=${double.sdk}></sobot-agent>`,
      );
      await turn();
      expect(agent.phase).to.equal('idle');
      expect(agent.session).to.equal(null);
      await agent.start();
      expect(agent.phase).to.equal('ready');
    });

    it('with a class as well as with an instance', async () => {
      const { sdk } = double;
      class agent {
        constructor() {
          return sdk;
        }
      }
      const element = await fixture<SobotAgent>(
        html`<sobot-agent company-id="c" agent="1" token="t" .sdk=${{ agent }}></sobot-agent>`,
      );
      await until(() => element.phase === 'ready', 'ready');
    });

    it('again when the network is back', async () => {
      double.scripts['initAgent'] = ({ error }) => error({ message: 'no network' });
      const agent = await configured();
      await until(() => agent.phase === 'failed', 'failed');
      delete double.scripts['initAgent'];
      double.scripts['initAgent'] = ({ success }) => success();
      window.dispatchEvent(new Event('online'));
      await until(() => agent.phase === 'ready', 'ready');
    });
  });

  describe('missing configuration', () => {
    for (const [attribute, given] of [
      ['sysnum', {}],
      ['company-id', { sysnum: 's' }],
      ['agent', { sysnum: 's', 'company-id': 'c' }],
      ['token', { sysnum: 's', 'company-id': 'c', agent: '1' }],
    ] as const) {
      it(`is one clear error that names ${attribute}`, async () => {
        const agent = document.createElement('sobot-agent');
        for (const [name, value] of Object.entries(given)) agent.setAttribute(name, value);
        const place = await fixture<HTMLElement>(html`<div></div>`);
        const told: string[] = [];
        agent.addEventListener('sobot-phase-change', ({ detail }) => told.push(detail.phase));
        place.append(agent);
        const { detail } = await oneEvent(agent, 'sobot-error');
        expect(detail.error.kind).to.equal('config');
        expect(detail.error.message).to.contain(attribute);
        expect(agent.state.error?.message).to.equal(detail.error.message);
        expect(errors).to.deep.equal([detail.error.message]);
        expect(told).to.deep.equal(['failed']);
      });
    }

    it('is what start() is rejected with', async () => {
      const agent = await fixture<SobotAgent>(html`<sobot-agent manual></sobot-agent>`);
      let kind = '';
      await agent.start().catch((error: { kind: string }) => (kind = error.kind));
      expect(kind).to.equal('config');
    });
  });

  describe('configuration in JSON', () => {
    it('goes along with initAgent, and names messages', async () => {
      const agent = await fixture<SobotAgent>(
        html`<sobot-agent
          company-id="c"
          agent="1"
          token="t"
          init-options='{"businessTags": ["a"]}'
          event-aliases='{"EventHangingOn": "EventAgentHoldCall"}'
          .sdk=${double.sdk}
        ></sobot-agent>`,
      );
      await until(() => agent.phase === 'ready', 'ready');
      expect(double.inits[0]?.params['businessTags']).to.deep.equal(['a']);
      double.emit({ messageID: 'EventRinging', ...aCall });
      double.emit({ messageID: 'EventEstablished', ...aCall });
      double.emit({ messageID: 'EventHangingOn', ...aCall });
      expect(agent.call).to.equal('held');
    });

    it('that is none is a warning, and the phone starts without it', async () => {
      const place = await fixture<HTMLElement>(html`<div></div>`);
      const warnings: string[] = [];
      place.addEventListener('sobot-warning', ({ detail }) => warnings.push(detail.message));
      const agent = document.createElement('sobot-agent');
      agent.setAttribute('init-options', '{broken');
      agent.setAttribute('event-aliases', '[1]');
      Object.assign(agent, { companyId: 'c', agent: '1', token: 't', sdk: double.sdk });
      place.append(agent);
      await until(() => agent.phase === 'ready', 'ready');
      expect(warnings).to.have.length(2);
      expect(warnings[0]).to.contain('init-options');
      expect(warnings[1]).to.contain('event-aliases');
    });
  });

  it('says that a change while it runs counts at the next start', async () => {
    const agent = await ready();
    const warned = oneEvent(agent, 'sobot-warning');
    agent.companyId = 'other';
    expect((await warned).detail.message).to.contain('companyId');
    agent.stop();
    await agent.start();
    expect(double.inits[1]?.params['companyId']).to.equal('other');
  });

  describe('lets go', () => {
    it('with stop(), and stays stopped whatever changes', async () => {
      const agent = await ready();
      const told: string[] = [];
      agent.addEventListener('sobot-phase-change', ({ detail }) => told.push(detail.phase));
      const pending = agent.session?.ready().catch((error: { kind: string }) => error.kind);
      agent.stop();
      expect(await pending).to.equal('disconnected');
      expect(agent.session).to.equal(null);
      expect(double.subscriptions).to.deep.equal([]);
      expect(agent.getAttribute('phase')).to.equal('idle');
      agent.maskNumbers = true;
      await agent.updateComplete;
      await turn();
      expect(agent.phase).to.equal('idle');
      expect(told).to.deep.equal(['idle']);
    });

    it('not when it is moved', async () => {
      const agent = await ready();
      double.emit({ messageID: 'EventRinging', ...aCall });
      const { session } = agent;
      const place = await fixture<HTMLElement>(html`<div></div>`);
      place.append(agent);
      await turn();
      agent.remove();
      await turn();
      place.append(agent);
      expect(agent.session).to.equal(session);
      expect(agent.call).to.equal('ringing');
      expect(double.inits).to.have.length(1);
      expect(double.subscriptions).to.have.length(2);
    });

    it('when it is gone for more than a second; and it starts again when it is back', async () => {
      const agent = await ready();
      const place = agent.parentElement as HTMLElement;
      agent.remove();
      await until(() => agent.session === null, 'the end');
      expect(double.subscriptions).to.deep.equal([]);
      place.append(agent);
      await until(() => agent.phase === 'ready', 'ready again');
      expect(double.inits).to.have.length(2);
    });
  });

  it('reflects the state before the DOM events say so', async () => {
    const agent = await ready();
    const seen: string[] = [];
    agent.addEventListener('sobot-ringing', () =>
      seen.push(`${agent.getAttribute('call')} ${agent.state.call?.number}`),
    );
    agent.addEventListener('sobot-agent-ready', () => seen.push(String(agent.getAttribute('presence'))));
    double.emit({ messageID: 'EventAgentReady' });
    double.emit({ messageID: 'EventRinging', ...aCall });
    expect(seen).to.deep.equal(['ready', 'ringing 135****5678']);
    expect(agent.getAttribute('consult')).to.equal('none');
  });

  it('comes back from another end, and logs in as before', async () => {
    const agent = await ready();
    double.scripts['login'] = ({ success }) => success({ phoneType: 'sip', bindExt: '1100', agentState: '1' });
    await agent.session?.login({ phoneType: 'sip', bindExt: '1100', agentState: '1' });
    double.emit({ messageID: 'EventAgentReady' });
    double.emit({ messageID: 'EventAgentConnectionChanged' });
    expect(agent.getAttribute('phase')).to.equal('displaced');
    await agent.takeOver();
    expect(agent.phase).to.equal('ready');
    expect(double.last('login').params).to.deep.include({ phoneType: 'sip', bindExt: '1100' });
  });

  describe('who is calling', () => {
    const ring = (callID = 'c1'): void => double.emit({ messageID: 'EventRinging', ...aCall, callID });

    it('is asked of the page, and fills the name in', async () => {
      const agent = await ready();
      const asked: string[] = [];
      agent.partyResolver = (number) => {
        asked.push(number);
        return Promise.resolve({ name: 'Grace' });
      };
      ring();
      expect(agent.call).to.equal('ringing');
      await until(() => agent.state.call?.name === 'Grace', 'the name');
      double.emit({ messageID: 'EventEstablished', ...aCall });
      await turn();
      expect(asked).to.deep.equal(['135****5678']);
      expect(agent.state.call?.name).to.equal('Grace');
    });

    it('may fail, which is a warning', async () => {
      const agent = await ready();
      const warned = oneEvent(agent, 'sobot-warning');
      agent.partyResolver = () => {
        throw new Error('CRM is down');
      };
      ring();
      expect((await warned).detail.message).to.contain('CRM is down');
      expect(agent.call).to.equal('ringing');
    });

    it('does not name the next call', async () => {
      const agent = await ready();
      let answer: (party: { name: string }) => void = () => undefined;
      agent.partyResolver = () => new Promise((resolve) => (answer = resolve));
      ring();
      const first = answer;
      double.emit({ messageID: 'EventReleased', ...aCall });
      ring('c2');
      first({ name: 'Grace' });
      await turn();
      expect(agent.state.call?.name).to.equal(undefined);
    });
  });

  describe('preview', () => {
    for (const word of ['none', 'dialing', 'ringing', 'talking', 'held', 'wrap-up'] as const) {
      it(`shows ${word} without a session`, async () => {
        const agent = await fixture<SobotAgent>(html`<sobot-agent preview=${word} sandbox></sobot-agent>`);
        expect(agent.getAttribute('call')).to.equal(word);
        expect(agent.phase).to.equal('ready');
        expect(agent.session).to.equal(null);
      });
    }

    it('ends when it is taken away', async () => {
      const agent = await fixture<SobotAgent>(html`<sobot-agent preview="talking" manual></sobot-agent>`);
      agent.removeAttribute('preview');
      await agent.updateComplete;
      expect(agent.call).to.equal('none');
      expect(agent.phase).to.equal('idle');
    });
  });
});
