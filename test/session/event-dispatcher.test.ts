import { expect } from '@open-wc/testing';
import { events } from '../../src/sdk/index.js';
import { type SessionFixture, startSession, turn } from '../support/session.js';

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

describe('every message of the SDK', () => {
  let fixture: SessionFixture;
  beforeEach(async () => {
    fixture = await startSession();
  });

  it('is one of the table', () => {
    expect(known.map(([messageID]) => messageID)).to.have.members(Object.keys(events));
  });

  for (const [messageID, name] of [...known, ...unknown]) {
    it(`${messageID} goes out once as ${name}, and once as sobot-event`, () => {
      const message = { messageID, callID: 'c1', later: { nested: true } };
      fixture.sdk.emit(message);
      const { events } = fixture.events;
      expect(events.slice(0, 2).map(({ type }) => type)).to.deep.equal([name, 'sobot-event']);
      expect(fixture.events.of(name)).to.have.length(1);
      expect(fixture.events.of('sobot-event')).to.have.length(1);
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
    const { sdk } = await startSession({ target: element });
    const heard: unknown[] = [];
    const listener = (event: Event): void => {
      heard.push(event.type, (event as CustomEvent<unknown>).detail);
    };
    for (const name of ['sobot-ringing', 'sobot-event']) document.addEventListener(name, listener);
    const message = { messageID: 'EventRinging' };
    sdk.emit(message);
    for (const name of ['sobot-ringing', 'sobot-event']) document.removeEventListener(name, listener);
    host.remove();
    expect(heard).to.deep.equal(['sobot-ringing', message, 'sobot-event', message]);
  });

  it('finds the state changed already, and the watchers told; what follows from it comes after', () => {
    const order: string[] = [];
    fixture.session.subscribe((state) => order.push(`watcher: ${state.call?.state}`));
    for (const name of ['sobot-ringing', 'sobot-event', 'sobot-state-change', 'sobot-call-started']) {
      fixture.events.addEventListener(name, () => order.push(`${name}: ${fixture.session.state.call?.state}`));
    }
    fixture.sdk.emit({ messageID: 'EventRinging', callID: 'c1' });
    expect(order).to.deep.equal([
      'watcher: ringing',
      'sobot-ringing: ringing',
      'sobot-event: ringing',
      'sobot-state-change: ringing',
      'sobot-call-started: ringing',
    ]);
  });

  it('tells what it did to the state, and by what', () => {
    const before = fixture.session.state;
    const message = { messageID: 'EventAgentReady' };
    fixture.sdk.emit(message);
    const [change] = fixture.events.details('sobot-state-change');
    expect(change.previous).to.equal(before);
    expect(change.state).to.equal(fixture.session.state);
    expect(change.cause).to.equal(message);
    fixture.events.clear();
    fixture.sdk.emit(message);
    expect(fixture.events.names).to.deep.equal(['sobot-agent-ready', 'sobot-event']);
  });

  it('goes out in the order in which it came, also when a listener makes the SDK talk', () => {
    fixture.events.addEventListener('sobot-ringing', () => {
      fixture.sdk.emit({ messageID: 'EventEstablished', callID: 'c1' });
      fixture.sdk.emit({ messageID: 'EventReleased', callID: 'c1' });
      expect(fixture.session.state.call?.state).to.equal('ringing');
    });
    fixture.sdk.emit({ messageID: 'EventRinging', callID: 'c1' });
    expect(fixture.events.names).to.deep.equal([
      ...['sobot-ringing', 'sobot-event', 'sobot-state-change', 'sobot-call-started'],
      ...['sobot-established', 'sobot-event', 'sobot-state-change', 'sobot-call-connected'],
      ...['sobot-released', 'sobot-event', 'sobot-state-change', 'sobot-call-ended'],
    ]);
  });

  it('is told whole before a command of a listener is', () => {
    fixture.events.addEventListener('sobot-ringing', () => void fixture.session.answer());
    fixture.sdk.emit({ messageID: 'EventRinging', callID: 'c1' });
    expect(fixture.events.names).to.deep.equal([
      ...['sobot-ringing', 'sobot-command', 'sobot-event'],
      ...['sobot-state-change', 'sobot-call-started', 'sobot-state-change'],
    ]);
    const [first, second] = fixture.events.details('sobot-state-change');
    expect(second.previous).to.equal(first.state);
    expect(second.cause).to.equal('answer');
    expect(second.state).to.equal(fixture.session.state);
  });

  it('goes on after a listener or a watcher that fails', async () => {
    const errors: unknown[] = [];
    const mocha = window.onerror;
    window.onerror = (_message, _source, _line, _column, error) => errors.push(error?.message) > 0;
    fixture.events.addEventListener('sobot-ringing', () => {
      throw new Error('of a listener');
    });
    const unsubscribe = fixture.session.subscribe(() => {
      throw new Error('of a watcher');
    });
    fixture.sdk.emit({ messageID: 'EventRinging', callID: 'c1' });
    fixture.sdk.emit({ messageID: 'EventEstablished', callID: 'c1' });
    const answered = fixture.session.hangup();
    fixture.sdk.last().success({});
    await answered;
    await turn();
    unsubscribe();
    window.onerror = mocha;
    expect(fixture.events.of('sobot-event')).to.have.length(2);
    expect(fixture.session.state.pending).to.deep.equal([]);
    expect(fixture.session.state.call).to.equal(null);
    expect(errors).to.include('of a listener').and.to.include('of a watcher');
  });
});
