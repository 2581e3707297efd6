import { expect } from '@open-wc/testing';
import {
  callStatus,
  consultStatus,
  disabledReason,
  isLocalCallId,
  legsOf,
  type AgentState,
  type Call,
  type CallSummary,
} from '../../src/state/index.js';
import { unfrozen } from './frozen.js';
import { methodNames, type VendorMethod } from './vendor-methods.js';

const partyStates: Record<string, string> = { dialing: 'Dialing', ringing: 'Ringing', talking: 'Talk', held: 'Held' };

/** Frozen, so they stay as they were found. */
const known = new WeakSet<AgentState>();

/** What must hold in every state, however it came about. */
export function expectConsistent(state: AgentState): void {
  if (known.has(state)) return;
  known.add(state);
  expect(unfrozen(state)).to.equal(undefined);
  expect(() => structuredClone(state)).not.to.throw();
  const { call, consult, wrapUp, waitingCalls, phase, connection, error } = state;
  if (call) {
    if (legsOf(state).some(({ connectedAt }) => connectedAt !== null)) {
      expect(wrapUp, 'wrap-up during a call').to.equal(null);
    }
    for (const leg of legsOf(state)) expectConsistentLeg(leg);
    const sequences = legsOf(state).map(({ sequence }) => sequence);
    expect(new Set(sequences).size, 'a call twice').to.equal(sequences.length);
  } else {
    expect(consult, 'a consultation without a call').to.equal(null);
    expect(waitingCalls, 'a waiting call without a call').to.deep.equal([]);
  }
  if (phase === 'displaced') expect(connection).to.equal('displaced');
  if (phase === 'failed') expect(error).not.to.equal(null);
  expectControls(state);
}

function expectConsistentLeg(call: Call): void {
  expect(call.heldAt !== null, 'held since').to.equal(call.state === 'held');
  if (call.state === 'talking' || call.state === 'held') expect(call.connectedAt).to.be.a('number');
  if (call.connectedAt !== null) expect(call.connectedAt).to.be.at.least(call.startedAt);
  for (const party of call.parties) expect(party.state).to.be.oneOf([partyStates[call.state], 'Idle', 'Held']);
  expect(new Set(call.parties.map(({ number }) => number)).size, 'a party twice').to.equal(call.parties.length);
}

/** Which buttons are enabled, against the words that the page shows. */
function expectControls(state: AgentState): void {
  const enabled = new Set(methodNames.filter((name) => disabledReason(state, name) === null));
  const pending = new Set(state.pending);
  if (state.phase === 'displaced') {
    const free = methodNames.filter((name) => /^(query|force)|^resetLogout$/.test(name) && !pending.has(name));
    expect([...enabled]).to.deep.equal(free);
    return;
  }
  if (state.phase !== 'ready') {
    expect([...enabled]).to.deep.equal([]);
    return;
  }
  for (const name of pending) expect(enabled.has(name as VendorMethod), `${name} twice`).to.equal(false);
  const must = (condition: boolean, ...names: VendorMethod[]): void => {
    for (const name of names) {
      if (condition && !pending.has(name) && !enabled.has(name)) throw new Error(`${name} must be there`);
    }
  };
  const mustNot = (condition: boolean, ...names: VendorMethod[]): void => {
    for (const name of names) if (condition && enabled.has(name)) throw new Error(`${name} can't be there`);
  };
  const { call, wrapUp, waitingCalls, presence } = state;
  const word = callStatus(state);
  const sure = call !== null && !call.presumed && !state.consult?.presumed;
  const withCaller = ['none', 'conference'].includes(consultStatus(state));
  must(true, 'resetLogout', 'queryStates', 'queryAgents');
  must(call !== null, 'hangup');
  must(word === 'ringing' || call?.presumed === true, 'answer', 'rejectCall');
  must(word === 'talking', 'sendDtmf');
  must(word === 'talking' && withCaller, 'holdCall', 'sendSatisfy');
  must(word === 'held' && withCaller, 'retrieveCall');
  must((word === 'talking' || word === 'held') && call?.muted === false, 'muteCall');
  must((word === 'talking' || word === 'held') && call?.muted === true, 'unmute');
  must(wrapUp !== null && call === null, 'completeACW', 'completeACWToBusy', 'delayACW');
  must(consultStatus(state) === 'dialing', 'cancelConsult');
  must(consultStatus(state) === 'talking', 'retrieveConsult', 'consultTransfer', 'consultConference');
  must(word === 'none' && presence.status !== 'offline', 'makeCall', 'logout');
  const waits = (word: Call['state']): boolean => waitingCalls.some((waiting) => waiting.state === word);
  must(waits('ringing'), 'answer', 'rejectCall');
  must(waits('held') && withCaller, 'retrieveCall');
  mustNot(sure && word !== 'ringing' && !waits('ringing'), 'answer', 'rejectCall');
  mustNot(sure && word !== 'talking' && consultStatus(state) !== 'talking', 'sendDtmf', 'sendSatisfy');
  mustNot(sure && (word !== 'talking' || !withCaller), 'holdCall');
  mustNot(sure && word !== 'held' && !waits('held'), 'retrieveCall');
  mustNot(call !== null, 'makeCall', 'login', 'completeACW');
  mustNot(call === null, 'hangup', 'answer', 'holdCall', 'muteCall', 'unmute', 'retrieveConsult');
  mustNot(presence.status === 'offline', 'makeCall', 'ready', 'logout');
  mustNot(presence.status !== 'ready', 'setRoute');
}

/**
 * Follows the events of the calls of one session: started, connected, ended, wrapped up, in this order and once for each
 * call. A call that the platform restores after its end was told has no events of its own.
 */
export class Facts {
  /** The running calls by id, and whether each is connected. */
  readonly #open = new Map<string, boolean>();
  /** The answered calls that have ended and are not wrapped up. */
  readonly #unfinished = new Set<string>();

  hear({ type, detail }: CustomEvent): void {
    if (type === 'sobot-call-started') this.#hearStart(detail as CallSummary);
    if (type === 'sobot-call-connected') this.#hearConnection(detail as CallSummary);
    if (type === 'sobot-call-ended') this.#hearEnd(detail as CallSummary);
    if (type === 'sobot-wrap-up-done') this.#hearDone(detail as { call: CallSummary; notes: string });
  }

  /** A call may have started under a local id. */
  #idOf(id: string, isConnected: boolean): string {
    if (this.#open.has(id)) return id;
    const local = [...this.#open].find(([each, connected]) => isLocalCallId(each) && connected === isConnected);
    return local?.[0] ?? id;
  }

  #hearStart({ id }: CallSummary): void {
    expect(this.#open.has(id), `${id} started twice`).to.equal(false);
    this.#open.set(id, false);
  }

  #hearConnection({ id }: CallSummary): void {
    const known = this.#idOf(id, false);
    expect(this.#open.get(known), `${id} connected`).to.equal(false);
    this.#open.delete(known);
    this.#open.set(id, true);
  }

  #hearEnd({ id, startedAt, connectedAt, endedAt }: CallSummary): void {
    const known = this.#idOf(id, connectedAt !== null);
    expect(this.#open.has(known), `${id} ended that had not started, or twice`).to.equal(true);
    expect(connectedAt !== null).to.equal(this.#open.get(known));
    if (connectedAt !== null) expect(connectedAt).to.be.at.least(startedAt);
    expect(endedAt).to.be.at.least(connectedAt ?? startedAt);
    this.#open.delete(known);
    if (connectedAt !== null) this.#unfinished.add(id);
  }

  /** A consultation may outlive the caller's call, whose wrap-up follows the end of the consultation. */
  #hearDone({ call: { id }, notes }: { call: CallSummary; notes: string }): void {
    expect(this.#unfinished.delete(id) || notes !== '', `${id} wrapped up twice, or before its end`).to.equal(true);
  }
}
