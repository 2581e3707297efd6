import { expect } from '@open-wc/testing';
import { callStatus, consultStatus, disabledReason, type AgentState, type CallSummary } from '../../src/state/index.js';
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
  const { call, consult, wrapUp, phase, connection, error } = state;
  if (call) {
    expect(wrapUp, 'wrap-up during a call').to.equal(null);
    expect(call.heldAt !== null, 'held since').to.equal(call.state === 'held');
    if (call.state === 'talking' || call.state === 'held') expect(call.connectedAt).to.be.a('number');
    if (call.connectedAt !== null) expect(call.connectedAt).to.be.at.least(call.startedAt);
    for (const party of call.parties) expect(party.state).to.be.oneOf([partyStates[call.state], 'Idle', 'Held']);
    expect(new Set(call.parties.map(({ number }) => number)).size, 'a party twice').to.equal(call.parties.length);
  } else {
    expect(consult, 'a consultation without a call').to.equal(null);
  }
  if (phase === 'displaced') expect(connection).to.equal('displaced');
  if (phase === 'failed') expect(error).not.to.equal(null);
  expectControls(state);
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
  const { call, wrapUp, presence } = state;
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
  mustNot(sure && word !== 'ringing', 'answer', 'rejectCall');
  mustNot(sure && word !== 'talking' && consultStatus(state) !== 'talking', 'sendDtmf', 'sendSatisfy');
  mustNot(sure && (word !== 'talking' || !withCaller), 'holdCall');
  mustNot(sure && word !== 'held', 'retrieveCall');
  mustNot(call !== null, 'makeCall', 'login', 'completeACW');
  mustNot(call === null, 'hangup', 'answer', 'holdCall', 'muteCall', 'unmute', 'retrieveConsult');
  mustNot(presence.status === 'offline', 'makeCall', 'ready', 'logout');
  mustNot(presence.status !== 'ready', 'setRoute');
}

/** Follows the facts of the calls of one session: started, connected, ended, in this order and once. */
export class Facts {
  #open: { connected: boolean } | null = null;
  readonly #ended = new Set<string>();
  /** Of what the platform says that it still goes on, the end may be told again. */
  readonly #restored = new Set<unknown>();

  hear({ type, detail }: CustomEvent): void {
    if (type === 'sobot-agent-regain-status') {
      this.#restored.add((detail as { workStatusInfo?: { callID?: unknown } }).workStatusInfo?.callID);
    }
    if (type === 'sobot-call-started') {
      expect(this.#open, 'a call started before the last has ended').to.equal(null);
      this.#open = { connected: false };
    }
    if (type === 'sobot-call-connected') {
      expect(this.#open?.connected, 'connected').to.equal(false);
      this.#open = { connected: true };
    }
    if (type === 'sobot-call-ended') this.#hearEnd(detail as CallSummary);
  }

  #hearEnd({ id, startedAt, connectedAt, endedAt }: CallSummary): void {
    expect(this.#open, 'a call ended that had not started').not.to.equal(null);
    expect(connectedAt !== null).to.equal(this.#open?.connected);
    expect(endedAt).to.be.at.least(connectedAt ?? startedAt);
    if (!this.#restored.has(id)) expect(this.#ended.has(id), `${id} ended twice`).to.equal(false);
    this.#ended.add(id);
    this.#open = null;
  }
}
