import type { CallStatus, PresenceStatus, Role } from '../sdk/index.js';
import type { ClientConnection } from './client/client-connection.js';
import type { RequestRecord } from './client/request-handler.js';
import type { Agent, WorkStatus } from './model/agent.js';
import type { Call, Party } from './model/call.js';
import { isConsulting } from './services/colleagues.js';
import type { Exchange } from './services/exchange.js';

/** One leg of a call. */
export interface PartySnapshot {
  /** The call as this party knows it: `customerHangsUp(callID)` and its kind take it. */
  readonly callID: string;
  readonly number: string;
  /** Of an agent; empty for the others. */
  readonly agentID: string;
  /** Of an agent; empty for the others. */
  readonly name: string;
  /** `colleague`: an agent whom the sandbox plays. `third`: a number outside that an agent has called in. */
  readonly kind: 'agent' | 'colleague' | 'customer' | 'third';
  readonly role: Role;
  readonly state: Exclude<CallStatus, 'none' | 'wrap-up'>;
}

/** Somebody who works here whom the sandbox plays. */
export interface ColleagueSnapshot {
  readonly agentID: string;
  readonly name: string;
  readonly ext: string;
  readonly workStatus: WorkStatus;
  /** What they do by themselves when they are called, in English. */
  readonly description: string;
  /** They ask another agent something, who has answered: they may hand over, or start a conference. */
  readonly asks: boolean;
  /** What they are in, the latest last. */
  readonly legs: readonly PartySnapshot[];
}

/** A picture of the call centre: plain, frozen data; another object after every change. */
export interface CentreSnapshot {
  readonly agent: {
    readonly agentID: string;
    readonly name: string;
    readonly state: PresenceStatus;
    /** The document's words: ready, occupied, locking, calling, dialing, talking, holding, sorting; offline besides. */
    readonly workStatus: WorkStatus;
    readonly reasonCode: number;
    /** When the after-call work ends, Unix milliseconds; `null`: there is none. */
    readonly wrapUpEndsAt: number | null;
  };
  readonly calls: readonly {
    readonly id: string;
    readonly type: 'inbound' | 'outbound' | 'internal' | 'consult';
    /** The customer's; without one, the colleague's. */
    readonly number: string;
    /** `survey`: the agent has gone, the customer has not. */
    readonly state: Exclude<CallStatus, 'none' | 'wrap-up'> | 'survey';
    readonly held: boolean;
    readonly muted: boolean;
    /** What the agent has keyed in. */
    readonly digits: string;
    /** What of it has reached the customer's ear; only with real media. */
    readonly heard: string;
    /** What the customer has keyed in. */
    readonly customerDigits: string;
    /** The skill group that an inbound call came from. */
    readonly queueName: string;
    /** Everybody who is in it; an agent's consultation is a call of its own until it becomes a conference. */
    readonly parties: readonly PartySnapshot[];
  }[];
  /** The agents whom nobody serves, so the sandbox plays them. */
  readonly colleagues: readonly ColleagueSnapshot[];
  readonly queues: readonly {
    readonly queueID: string;
    readonly queueName: string;
    readonly count: number;
    readonly readyMembers: number;
  }[];
  /** The SDK instances that have called `initAgent`. */
  readonly ends: readonly { readonly id: number; readonly agentID: string; readonly connected: boolean }[];
  readonly network: 'up' | 'down';
  /** The last 50 requests. */
  readonly log: readonly RequestRecord[];
}

const callStates = { Dialing: 'dialing', Ringing: 'ringing', Talk: 'talking', Held: 'held' } as const;

const callTypes = { Inbound: 'inbound', Outbound: 'outbound', Internal: 'internal', Consult: 'consult' } as const;

const partyKinds = { Customer: 'customer', ThirdPSTN: 'third' } as const;

const partySnapshot = ({ callID, number, agent, kind, role, state }: Party): PartySnapshot => ({
  callID,
  number,
  agentID: agent?.agentID ?? '',
  name: agent?.name ?? '',
  kind: kind === 'Agent' ? (agent?.isSimulated ? 'colleague' : 'agent') : partyKinds[kind],
  role,
  state: state === 'Idle' ? 'talking' : callStates[state],
});

function callSnapshot(call: Call): CentreSnapshot['calls'][number] {
  const { parties } = call;
  const colleague = parties.find(({ agent }) => agent?.isSimulated);
  const leg = parties.find(({ agent }) => agent && !agent.isSimulated) ?? colleague;
  return {
    id: call.id,
    type: callTypes[call.type],
    number: (parties.find(({ agent }) => !agent) ?? colleague)?.number ?? '',
    state: leg && leg.state !== 'Idle' ? callStates[leg.state] : 'survey',
    held: leg?.state === 'Held',
    muted: leg?.agent?.muted ?? false,
    digits: call.digits,
    heard: call.receivedDigits,
    customerDigits: call.customerDigits,
    queueName: call.origin?.queueName ?? '',
    parties: parties.map(partySnapshot),
  };
}

/** Freezes plain data through and through. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}

export const createSnapshot = (
  exchange: Exchange,
  agent: Agent,
  ends: readonly ClientConnection[],
  networkUp: boolean,
  log: readonly RequestRecord[],
): CentreSnapshot =>
  freeze({
    agent: {
      agentID: agent.agentID,
      name: agent.name,
      state: agent.presence,
      workStatus: agent.workStatus,
      reasonCode: agent.reasonCode,
      wrapUpEndsAt: agent.wrapUp?.endsAt ?? null,
    },
    calls: [...exchange.legs.active.values()].map(callSnapshot),
    colleagues: exchange.roster.agents
      .filter(({ isSimulated }) => isSimulated)
      .map(({ agentID, name, ext, workStatus, simulatedBehavior, legs }) => ({
        agentID,
        name,
        ext,
        workStatus,
        description: simulatedBehavior.description,
        asks: legs.some(isConsulting),
        legs: legs.map(partySnapshot),
      })),
    queues: exchange.queues.all.map(({ row, waiting }) => ({
      queueID: row.code,
      queueName: row.name,
      count: waiting.length,
      readyMembers: exchange.roster.countReady(row.code),
    })),
    ends: ends.flatMap(({ id, agent: owner, isConnected }) =>
      owner ? [{ id, agentID: owner.agentID, connected: isConnected }] : [],
    ),
    network: networkUp ? 'up' : 'down',
    log: log.map((record) => ({ ...record })),
  });
