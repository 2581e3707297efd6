/**
 * (b) From an SDK message to the changed DOM, in the kit's whole softphone and in one written by hand.
 * (c) How many elements draw anew for a message. (e) What the heap holds after many calls, and after many mounts.
 */
import { ReactiveElement } from 'lit';
import { SobotSoftphone } from '../../../elements/sobot-softphone/sobot-softphone.js';
import type { SdkMessage } from '../../../src/sdk/index.js';
import { Double } from './double.js';
import { latency, presence, workedCall } from './messages.js';
import { readyPhone } from './phone.js';
import { plainPhone } from './plain-phone.js';
import { layOut, turn } from './turn.js';

SobotSoftphone.define();

const stage = (): HTMLElement => document.body.appendChild(document.createElement('main'));
const { agent, double } = await readyPhone(stage());
const softphone = (): HTMLElement => agent.appendChild(document.createElement('sobot-softphone'));
let shown = softphone();
const plainDouble = new Double();
plainPhone(stage(), plainDouble);

/** A call with its samples, then a break and back. */
function script(): SdkMessage[] {
  const [ringing, established, ...rest] = workedCall() as [SdkMessage, SdkMessage, ...SdkMessage[]];
  return [ringing, established, latency(), latency(), ...rest, presence(), presence()];
}

export interface Update {
  messageID: string;
  /** Milliseconds until the DOM has changed, and until it is laid out besides. */
  dom: number;
  laidOut: number;
}

async function watch(emit: (message: SdkMessage) => void, messages: readonly SdkMessage[]): Promise<Update[]> {
  const updates: Update[] = [];
  for (const message of messages) {
    layOut();
    await turn();
    const start = performance.now();
    const done = turn();
    emit(message);
    await done;
    const dom = performance.now() - start;
    layOut();
    updates.push({ messageID: message.messageID, dom, laidOut: performance.now() - start });
  }
  return updates;
}

export async function updates(kitFirst: boolean): Promise<{ kit: Update[]; plain: Update[] }> {
  const kit = (): Promise<Update[]> => watch((message) => double.emit(message), script());
  const plain = (): Promise<Update[]> => watch((message) => plainDouble.emit(message), script());
  if (kitFirst) return { kit: await kit(), plain: await plain() };
  const other = await plain();
  return { kit: await kit(), plain: other };
}

/** For each message: how many elements drew anew, and which. */
export async function renders(): Promise<{ messageID: string; drawn: string[] }[]> {
  const found: { messageID: string; drawn: string[] }[] = [];
  let drawn: string[] = [];
  type Performer = { performUpdate(): void };
  const prototype = ReactiveElement.prototype as unknown as Performer;
  const { performUpdate } = prototype;
  prototype.performUpdate = function (this: ReactiveElement & Performer) {
    if (this.isConnected) drawn.push(this.localName);
    performUpdate.call(this);
  };
  for (const message of script()) {
    await turn();
    drawn = [];
    double.emit(message);
    await turn();
    found.push({ messageID: message.messageID, drawn });
  }
  prototype.performUpdate = performUpdate;
  return found;
}

const now = performance.now.bind(performance);
let ahead = 0;
performance.now = () => now() + ahead;

/** A second goes by between two messages, as in life: what is kept for some minutes is let go of meanwhile. */
export async function calls(count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    for (const message of script()) {
      ahead += 1000;
      double.emit(message);
      await turn();
    }
  }
}

/** Takes the softphone away and puts a new one there; every third time during a call. */
export async function mounts(count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const messages = index % 3 ? [] : workedCall();
    for (const message of messages.slice(0, 2)) double.emit(message);
    shown.remove();
    shown = softphone();
    await turn();
    for (const message of messages.slice(2)) double.emit(message);
    await turn();
  }
}

/** What the two softphones show, so that a person can see that they say the same. */
export function texts(): { kit: string[]; plain: string[] } {
  const textsOf = (root: Node): string[] =>
    [...root.childNodes].flatMap((node) => {
      if (node instanceof Text) return node.data.trim() ? [node.data.trim()] : [];
      const shadow = node instanceof Element ? node.shadowRoot : null;
      return [...(shadow ? textsOf(shadow) : []), ...textsOf(node)];
    });
  const [kit, plain] = [...document.querySelectorAll('main')];
  return { kit: textsOf(kit as Node), plain: textsOf(plain as Node) };
}

/** Sends both phones the first messages of a call. */
export async function play(count: number): Promise<ReturnType<typeof texts>> {
  for (const message of script().slice(0, count)) {
    double.emit(message);
    plainDouble.emit(message);
    await turn();
  }
  return texts();
}

Object.assign(window, { bench: { updates, renders, calls, mounts, play } });
