import { expect } from '@open-wc/testing';
import { events } from '../../src/sdk/index.js';
import { startPhone, turn, type Phone } from '../support/session.js';

/** Every message that the kit knows, and the DOM event that it goes out as. */
const known = [
  ['EventAgentRegainStatus', 'sobot-agent-regain-status'],
  ['EventAgentConnectionChanged', 'sobot-agent-connection-changed'],
  ['EventAgentReady', 'sobot-agent-ready'],
  ['EventAgentNotReady', 'sobot-agent-not-ready'],
  ['EventTokenInvalid', 'sobot-token-invalid'],
  ['EventDialing', 'sobot-dialing'],
  ['EventRinging', 'sobot-ringing'],
  ['EventJanusLatency', 'sobot-janus-latency'],
  ['EventUnreachable', 'sobot-unreachable'],
  ['EventUnregistered', 'sobot-unregistered'],
  ['EventAgentLogin', 'sobot-agent-login'],
  ['RequestAgentLogout', 'sobot-request-agent-logout'],
  ['EventAgentLogout', 'sobot-agent-logout'],
  ['EventAgentHoldCall', 'sobot-agent-hold-call'],
  ['EventAgentRetrieveCall', 'sobot-agent-retrieve-call'],
  ['EventAgentMute', 'sobot-agent-mute'],
  ['EventAgentUnmute', 'sobot-agent-unmute'],
  ['EventReleased', 'sobot-released'],
  ['EventDelayCallAfterWork', 'sobot-delay-call-after-work'],
  ['EventDtmfSent', 'sobot-dtmf-sent'],
  ['EventEstablished', 'sobot-established'],
  ['EventPartyChanged', 'sobot-party-changed'],
  ['EventPartyAdded', 'sobot-party-added'],
  ['EventPartyDeleted', 'sobot-party-deleted'],
  ['EventTierRemoved', 'sobot-tier-removed'],
  ['EventTierAdded', 'sobot-tier-added'],
  ['EventError', 'sobot-event-error'],
  ['EventAbandoned', 'sobot-abandoned'],
  ['EventHeld', 'sobot-held'],
  ['EventRetrieved', 'sobot-retrieved'],
  ['EventAttachedDataChanged', 'sobot-attached-data-changed'],
  ['EventLinkConnected', 'sobot-link-connected'],
  ['EventLinkDisconnected', 'sobot-link-disconnected'],
  ['EventRegistered', 'sobot-registered'],
  ['SandboxWarning', 'sobot-sandbox-warning'],
] as const;

const unknown = [
  ['EventSomethingNew2', 'sobot-something-new2'],
  ['SandboxCustomer', 'sobot-sandbox-customer'],
  ['EventStateChange', 'sobot-event-state-change'],
  ['constructor', 'sobot-constructor'],
  ['__proto__', 'sobot-__proto__'],
] as const;

let agentHost: Phone;
beforeEach(async () => {
  agentHost = await startPhone();
});

describe('every message of the SDK', () => {
  it('is one of the table', () => {
    expect(known.map(([messageID]) => messageID)).to.have.members(Object.keys(events));
  });

  for (const [messageID, name] of [...known, ...unknown]) {
    it(`${messageID} goes out once as ${name}, and once as sobot-event`, () => {
      const message = { messageID, callID: 'c1', later: { nested: true } };
      agentHost.double.emit(message);
      const { events } = agentHost.heard;
      expect(events.slice(0, 2).map(({ type }) => type)).to.deep.equal([name, 'sobot-event']);
      expect(agentHost.heard.of(name)).to.have.length(1);
      expect(agentHost.heard.of('sobot-event')).to.have.length(1);
      for (const event of events.slice(0, 2)) {
        expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, true, false]);
        expect(event.detail).to.equal(message);
      }
      expect(message).to.deep.equal({ messageID, callID: 'c1', later: { nested: true } });
    });
  }

  it('reaches the document through a shadow root', async () => {
    const host = document.body.appendChild(document.createElement('div'));
    const element = document.createElement('p');
    host.attachShadow({ mode: 'open' }).append(element);
    const { double } = await startPhone({ target: element });
    const heard: unknown[] = [];
    const listener = (event: Event): void => {
      heard.push(event.type, (event as CustomEvent<unknown>).detail);
    };
    for (const name of ['sobot-ringing', 'sobot-event']) document.addEventListener(name, listener);
    const message = { messageID: 'EventRinging' };
    double.emit(message);
    for (const name of ['sobot-ringing', 'sobot-event']) document.removeEventListener(name, listener);
    host.remove();
    expect(heard).to.deep.equal(['sobot-ringing', message, 'sobot-event', message]);
  });

  it('finds the state changed already, and the watchers told; what follows from it comes after', () => {
    const order: string[] = [];
    agentHost.session.subscribe((state) => order.push(`watcher: ${state.call?.state}`));
    for (const name of ['sobot-ringing', 'sobot-event', 'sobot-state-change', 'sobot-call-started']) {
      agentHost.heard.addEventListener(name, () => order.push(`${name}: ${agentHost.session.state.call?.state}`));
    }
    agentHost.double.emit({ messageID: 'EventRinging', callID: 'c1' });
    expect(order).to.deep.equal([
      'watcher: ringing',
      'sobot-ringing: ringing',
      'sobot-event: ringing',
      'sobot-state-change: ringing',
      'sobot-call-started: ringing',
    ]);
  });

  it('tells what it did to the state, and by what', () => {
    const before = agentHost.session.state;
    const message = { messageID: 'EventAgentReady' };
    agentHost.double.emit(message);
    const [change] = agentHost.heard.details('sobot-state-change');
    expect(change.previous).to.equal(before);
    expect(change.state).to.equal(agentHost.session.state);
    expect(change.cause).to.equal(message);
    agentHost.heard.clear();
    agentHost.double.emit(message);
    expect(agentHost.heard.names).to.deep.equal(['sobot-agent-ready', 'sobot-event']);
  });

  it('goes out in the order in which it came, also when a listener makes the SDK talk', () => {
    agentHost.heard.addEventListener('sobot-ringing', () => {
      agentHost.double.emit({ messageID: 'EventEstablished', callID: 'c1' });
      agentHost.double.emit({ messageID: 'EventReleased', callID: 'c1' });
      expect(agentHost.session.state.call?.state).to.equal('ringing');
    });
    agentHost.double.emit({ messageID: 'EventRinging', callID: 'c1' });
    expect(agentHost.heard.names).to.deep.equal([
      ...['sobot-ringing', 'sobot-event', 'sobot-state-change', 'sobot-call-started'],
      ...['sobot-established', 'sobot-event', 'sobot-state-change', 'sobot-call-connected'],
      ...['sobot-released', 'sobot-event', 'sobot-state-change', 'sobot-call-ended'],
    ]);
  });

  it('is told whole before a command of a listener is', () => {
    agentHost.heard.addEventListener('sobot-ringing', () => void agentHost.session.answer());
    agentHost.double.emit({ messageID: 'EventRinging', callID: 'c1' });
    expect(agentHost.heard.names).to.deep.equal([
      ...['sobot-ringing', 'sobot-command', 'sobot-event'],
      ...['sobot-state-change', 'sobot-call-started', 'sobot-state-change'],
    ]);
    const [first, second] = agentHost.heard.details('sobot-state-change');
    expect(second.previous).to.equal(first.state);
    expect(second.cause).to.equal('answer');
    expect(second.state).to.equal(agentHost.session.state);
  });

  it('goes on after a listener or a watcher that fails', async () => {
    const errors: unknown[] = [];
    const mocha = window.onerror;
    window.onerror = (_message, _source, _line, _column, error) => errors.push(error?.message) > 0;
    agentHost.heard.addEventListener('sobot-ringing', () => {
      throw new Error('of a listener');
    });
    agentHost.session.subscribe(() => {
      throw new Error('of a watcher');
    });
    agentHost.double.emit({ messageID: 'EventRinging', callID: 'c1' });
    agentHost.double.emit({ messageID: 'EventEstablished', callID: 'c1' });
    const answered = agentHost.session.hangup();
    agentHost.double.last().success({});
    await answered;
    await turn();
    window.onerror = mocha;
    expect(agentHost.heard.of('sobot-event')).to.have.length(2);
    expect(agentHost.session.state.pending).to.deep.equal([]);
    expect(agentHost.session.state.call).to.equal(null);
    expect(errors).to.include('of a listener').and.to.include('of a watcher');
  });
});
