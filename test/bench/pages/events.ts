/** (a) What one SDK message costs in the kit without elements, beside the bare dispatch of its two DOM events. */
import { domEventName, type SdkMessage } from '../../../src/sdk/index.js';
import { AgentSession } from '../../../src/session/index.js';
import { asSdk, Double } from './double.js';
import { answeredCall, latency, many, presence, unknown, workedCall } from './messages.js';

const kinds: Record<string, () => SdkMessage | SdkMessage[]> = {
  'a call: ringing, established, released, ready': answeredCall,
  'a call with hold and mute': workedCall,
  'agent ready, not ready': presence,
  'latency samples': latency,
  'an unknown message': unknown,
};

/** Both sides dispatch on the same kind of element, as deep in the document as on a page. */
function host(): HTMLElement {
  const main = document.body.appendChild(document.createElement('main'));
  return main.appendChild(document.createElement('section')).appendChild(document.createElement('bench-agent'));
}

const bare = host();

function dispatch(message: SdkMessage): void {
  for (const name of [domEventName(message.messageID), 'sobot-event'])
    bare.dispatchEvent(new CustomEvent(name, { detail: message, bubbles: true, composed: true }));
}

const double = new Double();
const session = new AgentSession({
  target: host(),
  sdk: () => Promise.resolve(asSdk(double)),
  token: () => Promise.resolve('t'),
  init: { companyId: 'c1', agent: '1001' },
});
const ready = session.start();

function time(run: (message: SdkMessage) => void, messages: readonly SdkMessage[]): number {
  const start = performance.now();
  for (const message of messages) run(message);
  return ((performance.now() - start) * 1000) / messages.length;
}

interface Cost {
  /** Microseconds a message. */
  kit: number;
  bare: number;
  /** DOM events that the kit sends for a message: the two, and what it derives. */
  events: number;
}

/** Counts in a run of its own, so that nobody listens while time is taken. */
function countEvents(messages: readonly SdkMessage[]): number {
  const { target } = session;
  let count = 0;
  target.dispatchEvent = function (event) {
    count++;
    return EventTarget.prototype.dispatchEvent.call(this, event);
  };
  for (const message of messages) double.emit(message);
  Reflect.deleteProperty(target, 'dispatchEvent');
  return count / messages.length;
}

export async function events(count: number, kitFirst: boolean): Promise<Record<string, Cost>> {
  await ready;
  const emit = (message: SdkMessage): void => double.emit(message);
  const results: Record<string, Cost> = {};
  for (const [name, make] of Object.entries(kinds)) {
    const ours = many(count, make);
    const theirs = many(count, make);
    const first = kitFirst ? time(emit, ours) : time(dispatch, theirs);
    const second = kitFirst ? time(dispatch, theirs) : time(emit, ours);
    const [kit, bare] = kitFirst ? [first, second] : [second, first];
    results[name] = { kit, bare, events: countEvents(many(16, make)) };
  }
  return results;
}

Object.assign(window, { bench: { events } });
