import { expect } from '@open-wc/testing';
import type { SobotAgent } from '../../../elements/sobot-agent/define.js';
import type { CallSummary } from '../../../src/state/index.js';
import { completeSettings, mountAgent, untilPhase } from '../../support/agent-fixture.js';
import { EventRecorder } from '../../support/event-recorder.js';
import { callFields } from '../../support/call-fields.js';
import { FakeSdk } from '../../support/fake-sdk.js';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? [] : [never];

/** Compiles only if the value is of exactly that type. */
const is =
  <T>() =>
  <U>(_value: U, ..._same: Same<T, U>): void => {};

describe('sobot-agent: its events', () => {
  let sdk: FakeSdk;
  let events: EventRecorder;
  let agent: SobotAgent;

  beforeEach(async () => {
    sdk = new FakeSdk();
    events = new EventRecorder('sobot-ringing', 'sobot-established', 'sobot-agent-ready', 'sobot-something-new2');
    agent = mountAgent(completeSettings(sdk));
    await untilPhase(agent, 'ready');
    events.clear();
  });

  const attributes = (): string =>
    ['phase', 'presence', 'call', 'consult'].map((name) => agent.getAttribute(name)).join(' ');

  it('come in their order, each once, after state and attributes, synchronously', () => {
    const seen: string[] = [];
    for (const type of ['sobot-state-change', 'sobot-call-started', 'sobot-ringing', 'sobot-event'] as const) {
      agent.addEventListener(type, () => seen.push(`${type}: ${attributes()}, ${agent.state.call?.state ?? ''}`));
    }
    const message = { messageID: 'EventRinging', ...callFields };
    sdk.emit(message);
    const then = 'ready offline ringing none, ringing';
    expect(seen).to.have.members([
      `sobot-state-change: ${then}`,
      `sobot-call-started: ${then}`,
      `sobot-ringing: ${then}`,
      `sobot-event: ${then}`,
    ]);
    expect(seen.indexOf(`sobot-ringing: ${then}`)).to.be.below(seen.indexOf(`sobot-event: ${then}`));
    expect(events.of('sobot-ringing')[0], "the SDK's own object").to.equal(message);
    expect(events.of('sobot-event')[0]).to.equal(message);
  });

  it('of messages that nobody knows go out too, by the one rule', () => {
    const message = { messageID: 'SomethingNew2', value: 1 };
    sdk.emit(message);
    expect(events.of('sobot-something-new2')).to.deep.equal([message]);
    expect(events.of('sobot-event')).to.deep.equal([message]);
    expect(events.warnings).to.deep.equal(['unknown-event']);
  });

  it('bubble, out of shadow roots too', () => {
    const host = document.body.appendChild(document.createElement('div'));
    host.attachShadow({ mode: 'closed' }).append(agent);
    sdk.emit({ messageID: 'EventAgentReady' });
    expect(events.of('sobot-agent-ready')).to.have.length(1);
    host.remove();
  });

  it('of a whole call: started, connected, ended, wrapped up, once each', () => {
    for (const messageID of ['EventRinging', 'EventEstablished', 'EventReleased'])
      sdk.emit({ messageID, ...callFields });
    sdk.emit({ messageID: 'EventAgentReady' });
    const derived = events.events.map(({ type }) => type).filter((type) => /-call-|wrap-up/.test(type));
    expect(derived).to.deep.equal([
      'sobot-call-started',
      'sobot-call-connected',
      'sobot-call-ended',
      'sobot-wrap-up-done',
    ]);
    expect(attributes()).to.equal('ready ready none none');
  });

  it('may be answered with a command, a stop, or an exception, and the next one comes', () => {
    const reported = window.onerror;
    window.onerror = () => true;
    agent.addEventListener('sobot-ringing', () => {
      void agent.session?.answer().catch(() => undefined);
      throw new Error('of a listener');
    });
    sdk.emit({ messageID: 'EventRinging', ...callFields });
    expect(sdk.last().method).to.equal('answer');
    agent.addEventListener('sobot-established', () => agent.stop());
    sdk.emit({ messageID: 'EventEstablished', ...callFields });
    expect(agent.session).to.equal(null);
    window.onerror = reported;
  });

  it('has attributes that a page can style by', () => {
    const style = document.head.appendChild(document.createElement('style'));
    style.textContent = '.banner { display: none } sobot-agent[call="ringing"] .banner { display: block }';
    const banner = agent.appendChild(document.createElement('p'));
    banner.className = 'banner';
    expect(getComputedStyle(banner).display).to.equal('none');
    sdk.emit({ messageID: 'EventRinging', ...callFields });
    expect(getComputedStyle(banner).display).to.equal('block');
    style.remove();
  });

  it('state is a frozen snapshot, and survives a structured clone', () => {
    const { state } = agent;
    sdk.emit({ messageID: 'EventRinging', ...callFields });
    expect(agent.state).to.not.equal(state);
    expect(Object.isFrozen(agent.state)).to.equal(true);
    expect(structuredClone(agent.state)).to.deep.equal(agent.state);
  });

  it('have types on elements, document and window', () => {
    agent.addEventListener('sobot-call-ended', ({ detail }) => is<CallSummary>()(detail));
    document.addEventListener('sobot-phase-change', ({ detail }) => is<SobotAgent['phase']>()(detail.phase));
    window.addEventListener('sobot-state-change', ({ detail }) => is<SobotAgent['state']>()(detail.state));
    document.createElement('p').addEventListener('sobot-ringing', ({ detail }) => is<string>()(detail.messageID));
    window.addEventListener('sobot-janus-latency', ({ detail }) => is<string>()(detail.messageID));
    document.addEventListener('sobot-request-agent-logout', (event) => void event.detail);
    document.addEventListener('sobot-command', ({ detail }) => is<Element | null>()(detail.source));
    is<SobotAgent>()(document.createElement('sobot-agent'));
  });
});
