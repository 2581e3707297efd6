import { expect } from '@open-wc/testing';
import { complete, phase, place } from '../../support/agent.js';
import { aCall } from '../../support/desk.js';
import { SdkDouble, scripts } from '../../support/sdk-double.js';
import { failure, turn } from '../../support/session.js';
import { agent, double, ear, started, talking } from '../../support/agent-started.js';

describe('sobot-agent: its life', () => {
  started();

  describe('stop()', () => {
    it('lets go of the SDK', () => {
      agent.stop();
      expect(double.subscriptions).to.deep.equal([]);
      expect(agent.session).to.equal(null);
      expect(agent.phase).to.equal('idle');
    });

    it('leaves the agent logged in at the vendor', () => {
      agent.stop();
      expect(double.sent).to.deep.equal([]);
    });

    it('refuses what is pending', async () => {
      const pending = agent.session?.ready() as Promise<unknown>;
      agent.stop();
      expect((await failure(pending)).kind).to.equal('disconnected');
    });

    it('clears what there was to see, attributes before events', () => {
      double.emit({ messageID: 'EventAgentReady' });
      talking();
      ear.clear();
      const seen: unknown[] = [];
      for (const type of ['sobot-phase-change', 'sobot-state-change'] as const) {
        agent.addEventListener(type, () =>
          seen.push([type, ...['phase', 'presence', 'call'].map((name) => agent.getAttribute(name))]),
        );
      }
      agent.stop();
      const last = ['idle', 'offline', 'none'];
      expect(seen[0]).to.deep.equal(['sobot-phase-change', ...last]);
      expect(ear.phases).to.deep.equal(['ready idle']);
      expect(ear.of('sobot-state-change').at(-1).state).to.equal(agent.state);
      expect(ear.of('sobot-call-ended')).to.deep.equal([]);
    });

    it('stays stopped, whatever changes, until start()', async () => {
      agent.stop();
      agent.companyId = 'other';
      await agent.updateComplete;
      document.body.prepend(agent);
      await turn();
      expect(agent.session).to.equal(null);
      await agent.start();
      expect(agent.phase).to.equal('ready');
      expect(double.inits).to.have.length(2);
    });

    it('may be answered with start() by a listener', async () => {
      agent.addEventListener('sobot-phase-change', () => void agent.start(), { once: true });
      agent.stop();
      await phase(agent, 'ready');
      expect(double.subscriptions).to.have.length(2);
      expect(ear.of('sobot-state-change').at(-1).state).to.equal(agent.state);
    });

    it('while it starts ends the start', async () => {
      agent.stop();
      double.scripts['initAgent'] = scripts.never;
      const started = agent.start();
      await phase(agent, 'initializing');
      agent.stop();
      expect((await failure(started)).kind).to.equal('disconnected');
      expect(agent.phase).to.equal('idle');
      expect(ear.of('sobot-error')).to.deep.equal([]);
    });

    it('twice is nothing', () => {
      agent.stop();
      ear.clear();
      agent.stop();
      expect(ear.said).to.deep.equal([]);
    });
  });

  it('is one session from start to stop, and another after', async () => {
    const { session } = agent;
    await agent.start();
    expect(agent.session).to.equal(session);
    agent.stop();
    await agent.start();
    expect(agent.session).to.not.equal(session);
  });

  it('two agents on one page are two sessions', async () => {
    const other = new SdkDouble();
    const second = place({ ...complete(other), agent: '1006' });
    await phase(second, 'ready');
    talking();
    expect([agent.call, second.call]).to.deep.equal(['talking', 'none']);
    expect(second.session).to.not.equal(agent.session);
    agent.stop();
    expect(second.phase).to.equal('ready');
  });

  it('two sandboxes are two call centres', async () => {
    const [a, b] = [place({ sandbox: true }), place({ sandbox: true })];
    await Promise.all([phase(a, 'ready'), phase(b, 'ready')]);
    await a.session?.login({ phoneType: 'webrtc', bindExt: '1000', agentState: '1' });
    expect([a.presence, b.presence]).to.deep.equal(['ready', 'offline']);
  });

  describe('takeOver()', () => {
    it('starts anew and logs in as before', async () => {
      double.all = scripts.success;
      double.emit({ messageID: 'EventAgentReady' });
      await agent.session?.login({ phoneType: 'sip', bindExt: '1000', agentState: '1' });
      double.emit({ messageID: 'EventAgentConnectionChanged' });
      expect(agent.getAttribute('phase')).to.equal('displaced');
      const before = double.sent.length;
      await agent.takeOver();
      expect(agent.phase).to.equal('ready');
      const sent = double.sent.slice(before).map(({ method, params }) => [method, params]);
      expect(sent).to.deep.equal([['login', { phoneType: 'sip', bindExt: '1000', agentState: '1' }]]);
      expect(double.subscriptions).to.have.length(2);
    });

    it('only starts where nobody was logged in', async () => {
      double.emit({ messageID: 'EventAgentConnectionChanged' });
      await agent.takeOver();
      expect(agent.phase).to.equal('ready');
      expect(double.sent).to.deep.equal([]);
    });

    it('takes the phone back in the sandbox, with the agent as it was', async () => {
      const { createSandbox } = await import('../../../src/sandbox/index.js');
      const centre = createSandbox({ media: null });
      const phone = place({ sdk: centre.SobotClient, sandbox: true });
      await phase(phone, 'ready');
      await phone.session?.login({ phoneType: 'webrtc', bindExt: '1000', agentState: '1' });
      centre.displaceAgent();
      await phase(phone, 'displaced');
      await phone.takeOver();
      expect(phone.phase).to.equal('ready');
      expect(phone.presence).to.equal('ready');
      centre.customerCalls();
      await turn();
      expect(phone.call).to.equal('ringing');
    });
  });

  it('takes a call over as it is, without a login, which no call allows', async () => {
    const { createSandbox } = await import('../../../src/sandbox/index.js');
    const centre = createSandbox({ media: null });
    const phone = place({ sdk: centre.SobotClient, sandbox: true });
    await phase(phone, 'ready');
    await phone.session?.login({ phoneType: 'webrtc', bindExt: '1000', agentState: '1' });
    centre.customerCalls();
    await turn();
    await phone.session?.answer();
    centre.displaceAgent();
    await phase(phone, 'displaced');
    await phone.takeOver();
    expect([phone.phase, phone.call, phone.presence]).to.deep.equal(['ready', 'talking', 'ready']);
    await phone.session?.hangup();
    await turn();
    expect(phone.call).to.equal('wrap-up');
  });

  it('events go on after it was displaced', () => {
    double.emit({ messageID: 'EventAgentConnectionChanged' });
    ear.clear();
    double.emit({ messageID: 'EventAgentReady' });
    expect(ear.said.map(({ type }) => type))
      .to.include('sobot-agent-ready')
      .and.include('sobot-event');
  });

  describe('partyResolver', () => {
    const ring = (callID: string, otherDN = '555'): void =>
      double.emit({ messageID: 'EventRinging', ...aCall, callID, otherDN });

    it('fills the name, and never delays the call', async () => {
      let answer: ((party: { name: string }) => void) | undefined;
      agent.partyResolver = () => new Promise((resolve) => (answer = resolve));
      ring('c1');
      expect(agent.call).to.equal('ringing');
      expect(agent.state.call?.name).to.equal(undefined);
      answer?.({ name: 'Ada' });
      await turn();
      expect(agent.state.call?.name).to.equal('Ada');
    });

    it('is asked once a call, with number and call', async () => {
      const asked: unknown[] = [];
      agent.partyResolver = (number, call) => {
        asked.push([number, call.id]);
        return Promise.resolve(null);
      };
      ring('c1');
      double.emit({ messageID: 'EventEstablished', ...aCall, otherDN: '555' });
      double.emit({ messageID: 'EventReleased', ...aCall, otherDN: '555' });
      ring('c2', '556');
      await turn();
      expect(asked).to.deep.equal([
        ['555', 'c1'],
        ['556', 'c2'],
      ]);
    });

    it('that answers after the call names no other one', async () => {
      let answer: ((party: { name: string }) => void) | undefined;
      agent.partyResolver = (number) =>
        number === '555' ? new Promise((resolve) => (answer = resolve)) : Promise.resolve(undefined);
      ring('c1');
      double.emit({ messageID: 'EventReleased', ...aCall, callID: 'c1' });
      ring('c2', '556');
      answer?.({ name: 'Ada' });
      await turn();
      expect(agent.state.call).to.deep.include({ id: 'c2', number: '556' });
      expect(agent.state.call?.name).to.equal(undefined);
    });

    for (const [name, resolver] of [
      [
        'throws',
        () => {
          throw new Error('down');
        },
      ],
      ['rejects', () => Promise.reject(new Error('down'))],
    ] as const) {
      it(`that ${name} is a warning`, async () => {
        agent.partyResolver = resolver;
        ring('c1');
        await turn();
        expect(ear.warnings).to.deep.equal(['party-resolver']);
        expect(agent.call).to.equal('ringing');
      });
    }

    it('may give anything', async () => {
      agent.partyResolver = () => Promise.resolve({ name: 7 } as never);
      ring('c1');
      await turn();
      expect(agent.state.call?.name).to.equal(undefined);
    });
  });

  it("warns of the sandbox's troubles, but not for an agent within", () => {
    const inner = place({ manual: true }, agent);
    const warning = { messageID: 'SandboxWarning', code: 'microphone', message: 'none' };
    double.emit(warning);
    expect(ear.warnings).to.deep.equal(['microphone']);
    inner.dispatchEvent(new CustomEvent('sobot-sandbox-warning', { detail: warning, bubbles: true, composed: true }));
    expect(ear.warnings).to.deep.equal(['microphone', 'microphone']);
  });
});
