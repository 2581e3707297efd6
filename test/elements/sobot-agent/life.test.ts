import { expect } from '@open-wc/testing';
import type { SobotAgent } from '../../../elements/sobot-agent/define.js';
import {
  type AgentFixture,
  completeSettings,
  createReadyAgent,
  mountAgent,
  untilPhase,
} from '../../support/agent-fixture.js';
import { callFields } from '../../support/call-fields.js';
import { FakeSdk, scripts } from '../../support/fake-sdk.js';
import { failure, turn } from '../../support/session.js';
import type { EventRecorder } from '../../support/event-recorder.js';

describe('sobot-agent: its life', () => {
  let fixture: AgentFixture;
  let agent: SobotAgent;
  let sdk: FakeSdk;
  let events: EventRecorder;
  beforeEach(async () => {
    fixture = await createReadyAgent();
    ({ agent, sdk, events } = fixture);
  });

  describe('stop()', () => {
    it('lets go of the SDK', () => {
      agent.stop();
      expect(sdk.subscriptions).to.deep.equal([]);
      expect(agent.session).to.equal(null);
      expect(agent.phase).to.equal('idle');
    });

    it('leaves the agent logged in at the vendor', () => {
      agent.stop();
      expect(sdk.sent).to.deep.equal([]);
    });

    it('refuses what is pending', async () => {
      const pending = agent.session?.ready() as Promise<unknown>;
      agent.stop();
      expect((await failure(pending)).kind).to.equal('disconnected');
    });

    it('clears what there was to see, attributes before events', () => {
      sdk.emit({ messageID: 'EventAgentReady' });
      fixture.establishCall();
      events.clear();
      const seen: unknown[] = [];
      for (const type of ['sobot-phase-change', 'sobot-state-change'] as const) {
        agent.addEventListener(type, () =>
          seen.push([type, ...['phase', 'presence', 'call'].map((name) => agent.getAttribute(name))]),
        );
      }
      agent.stop();
      const last = ['idle', 'offline', 'none'];
      expect(seen[0]).to.deep.equal(['sobot-phase-change', ...last]);
      expect(events.phases).to.deep.equal(['ready idle']);
      expect(events.of('sobot-state-change').at(-1).state).to.equal(agent.state);
      expect(events.of('sobot-call-ended')).to.deep.equal([]);
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
      expect(sdk.inits).to.have.length(2);
    });

    it('may be answered with start() by a listener', async () => {
      agent.addEventListener('sobot-phase-change', () => void agent.start(), { once: true });
      agent.stop();
      await untilPhase(agent, 'ready');
      expect(sdk.subscriptions).to.have.length(2);
      expect(events.of('sobot-state-change').at(-1).state).to.equal(agent.state);
    });

    it('while it starts ends the start', async () => {
      agent.stop();
      sdk.scripts['initAgent'] = scripts.never;
      const started = agent.start();
      await untilPhase(agent, 'initializing');
      agent.stop();
      expect((await failure(started)).kind).to.equal('disconnected');
      expect(agent.phase).to.equal('idle');
      expect(events.of('sobot-error')).to.deep.equal([]);
    });

    it('twice is nothing', () => {
      agent.stop();
      events.clear();
      agent.stop();
      expect(events.events).to.deep.equal([]);
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
    const other = new FakeSdk();
    const second = mountAgent({ ...completeSettings(other), agent: '1006' });
    await untilPhase(second, 'ready');
    fixture.establishCall();
    expect([agent.call, second.call]).to.deep.equal(['talking', 'none']);
    expect(second.session).to.not.equal(agent.session);
    agent.stop();
    expect(second.phase).to.equal('ready');
  });

  it('two sandboxes are two call centres', async () => {
    const [a, b] = [mountAgent({ sandbox: true }), mountAgent({ sandbox: true })];
    await Promise.all([untilPhase(a, 'ready'), untilPhase(b, 'ready')]);
    await a.session?.login({ phoneType: 'webrtc', bindExt: '1000', agentState: '1' });
    expect([a.presence, b.presence]).to.deep.equal(['ready', 'offline']);
  });

  describe('takeOver()', () => {
    it('starts anew and logs in as before', async () => {
      sdk.all = scripts.success;
      sdk.emit({ messageID: 'EventAgentReady' });
      await agent.session?.login({ phoneType: 'sip', bindExt: '1000', agentState: '1' });
      sdk.emit({ messageID: 'EventAgentConnectionChanged' });
      expect(agent.getAttribute('phase')).to.equal('displaced');
      const before = sdk.sent.length;
      await agent.takeOver();
      expect(agent.phase).to.equal('ready');
      const sent = sdk.sent.slice(before).map(({ method, params }) => [method, params]);
      expect(sent).to.deep.equal([['login', { phoneType: 'sip', bindExt: '1000', agentState: '1' }]]);
      expect(sdk.subscriptions).to.have.length(2);
    });

    it('only starts where nobody was logged in', async () => {
      sdk.emit({ messageID: 'EventAgentConnectionChanged' });
      await agent.takeOver();
      expect(agent.phase).to.equal('ready');
      expect(sdk.sent).to.deep.equal([]);
    });

    it('takes the phone back in the sandbox, with the agent as it was', async () => {
      const { createSandbox } = await import('../../../src/sandbox/index.js');
      const centre = createSandbox({ media: null });
      const phone = mountAgent({ sdk: centre.SobotClient, sandbox: true });
      await untilPhase(phone, 'ready');
      await phone.session?.login({ phoneType: 'webrtc', bindExt: '1000', agentState: '1' });
      centre.displaceAgent();
      await untilPhase(phone, 'displaced');
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
    const phone = mountAgent({ sdk: centre.SobotClient, sandbox: true });
    await untilPhase(phone, 'ready');
    await phone.session?.login({ phoneType: 'webrtc', bindExt: '1000', agentState: '1' });
    centre.customerCalls();
    await turn();
    await phone.session?.answer();
    centre.displaceAgent();
    await untilPhase(phone, 'displaced');
    await phone.takeOver();
    expect([phone.phase, phone.call, phone.presence]).to.deep.equal(['ready', 'talking', 'ready']);
    await phone.session?.hangup();
    await turn();
    expect(phone.call).to.equal('wrap-up');
  });

  it('events go on after it was displaced', () => {
    sdk.emit({ messageID: 'EventAgentConnectionChanged' });
    events.clear();
    sdk.emit({ messageID: 'EventAgentReady' });
    expect(events.events.map(({ type }) => type))
      .to.include('sobot-agent-ready')
      .and.include('sobot-event');
  });

  describe('partyResolver', () => {
    const ring = (callID: string, otherDN = '555'): void =>
      sdk.emit({ messageID: 'EventRinging', ...callFields, callID, otherDN });

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
      sdk.emit({ messageID: 'EventEstablished', ...callFields, otherDN: '555' });
      sdk.emit({ messageID: 'EventReleased', ...callFields, otherDN: '555' });
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
      sdk.emit({ messageID: 'EventReleased', ...callFields, callID: 'c1' });
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
        expect(events.warnings).to.deep.equal(['party-resolver']);
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

  const markAsSandbox = (): void => void Object.assign(sdk.api, { [Symbol.for('sobot-elements.call-centre')]: true });

  it("takes no message of the platform for one of the sandbox's own", () => {
    let count = 0;
    agent.addEventListener('sobot-sandbox-warning', () => (count += 1));
    sdk.emit({ messageID: 'EventRinging', ...callFields });
    sdk.emit({ messageID: 'SandboxWarning', code: 'microphone', message: 'none', problem: 'missing' });
    expect(count).to.equal(1);
    expect(events.warnings).to.deep.equal([]);
    expect(agent.state.microphone).to.equal(null);
  });

  it("warns of the sandbox's troubles, but not for an agent within", () => {
    markAsSandbox();
    const inner = mountAgent({ manual: true }, agent);
    const warning = { messageID: 'SandboxWarning', code: 'microphone', message: 'none' };
    sdk.emit(warning);
    expect(events.warnings).to.deep.equal(['microphone']);
    inner.dispatchEvent(new CustomEvent('sobot-sandbox-warning', { detail: warning, bubbles: true, composed: true }));
    expect(events.warnings).to.deep.equal(['microphone']);
  });

  it('keeps what the sandbox reports about the microphone until the call ends', () => {
    markAsSandbox();
    const report = (problem?: string | null): void =>
      sdk.emit({ messageID: 'SandboxWarning', code: 'microphone', message: '', problem });
    report('denied');
    expect(agent.state.microphone).to.equal(null);
    sdk.emit({ messageID: 'EventRinging', ...callFields });
    report('busy');
    expect(agent.state.microphone).to.equal('busy');
    report('unheard-of');
    expect(agent.state.microphone).to.equal('failed');
    report(null);
    expect(agent.state.microphone).to.equal(null);
    report('missing');
    sdk.emit({ messageID: 'EventReleased', ...callFields });
    expect(agent.state.microphone).to.equal(null);
  });
});
