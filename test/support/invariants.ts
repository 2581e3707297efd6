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
    expect(wrapUp, 'wrap-up during a call').to.equal(null);
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
  must(wrapUp !== null, 'completeACW', 'completeACWToBusy', 'delayACW');
  must(consultStatus(state) === 'dialing', 'cancelConsult');
  must(consultStatus(state) === 'talking', 'retrieveConsult', 'consultTransfer', 'consultConference');
  must(word === 'none' && presence.status !== 'offline', 'makeCall', 'logout');
  const waits = waitingCalls.some((waiting) => waiting.state === 'ringing');
  must(waits, 'answer', 'rejectCall');
  mustNot(sure && word !== 'ringing' && !waits, 'answer', 'rejectCall');
  mustNot(sure && word !== 'talking' && consultStatus(state) !== 'talking', 'sendDtmf', 'sendSatisfy');
  mustNot(sure && (word !== 'talking' || !withCaller), 'holdCall');
  mustNot(sure && word !== 'held', 'retrieveCall');
  mustNot(call !== null, 'makeCall', 'login', 'completeACW');
  mustNot(call === null, 'hangup', 'answer', 'holdCall', 'muteCall', 'unmute', 'retrieveConsult');
  mustNot(presence.status === 'offline', 'makeCall', 'ready', 'logout');
  mustNot(presence.status !== 'ready', 'setRoute');
}

/** Follows the events of the calls of one session: started, connected, ended, in this order and once for each call. */
export class Facts {
  /** The running calls by id, and whether each is connected. */
  readonly #open = new Map<string, boolean>();
  readonly #ended = new Set<string>();
  /** The end of a call that the platform restores, or offers again, may be told again. */
  readonly #again = new Set<unknown>();

  hear({ type, detail }: CustomEvent): void {
    if (type === 'sobot-agent-regain-status') {
      this.#again.add((detail as { workStatusInfo?: { callID?: unknown } }).workStatusInfo?.callID);
    }
    if (type === 'sobot-call-started') this.#hearStart(detail as CallSummary);
    if (type === 'sobot-call-connected') {
      const { id } = detail as CallSummary;
      const known = this.#idOf(id);
      expect(this.#open.get(known), `${id} connected`).to.equal(false);
      this.#open.delete(known);
      this.#open.set(id, true);
    }
    if (type === 'sobot-call-ended') this.#hearEnd(detail as CallSummary);
  }

  /** A call may have started under a local id. */
  #idOf(id: string): string {
    return this.#open.has(id) ? id : ([...this.#open.keys()].find(isLocalCallId) ?? id);
  }

  #hearStart({ id }: CallSummary): void {
    expect(this.#open.has(id), `${id} started twice`).to.equal(false);
    this.#open.set(id, false);
  }

  #hearEnd({ id, startedAt, connectedAt, endedAt }: CallSummary): void {
    const known = this.#idOf(id);
    expect(this.#open.has(known), `${id} ended that had not started`).to.equal(true);
    expect(connectedAt !== null).to.equal(this.#open.get(known));
    expect(endedAt).to.be.at.least(connectedAt ?? startedAt);
    if (!this.#again.has(id)) expect(this.#ended.has(id), `${id} ended twice`).to.equal(false);
    this.#ended.add(id);
    this.#open.delete(known);
  }
}
