/**
 * Snapshot: the state of the call centre as plain, frozen data. Pages and tests read it instead of
 * the model, so the model can change without them, and no reader can change a call.
 */
import { deepFreeze } from '../internal/index.js';
import type { CallStatus, PresenceStatus, Role } from '../sdk/index.js';
import type { ClientConnection, RequestRecord } from './client/index.js';
import { isConsulting, type Agent, type Call, type Party, type WorkStatus } from './model/index.js';
import type { Exchange } from './services/index.js';

/** One leg of a call. */
export interface PartySnapshot {
  /** Id of the call for this party; the argument of `customerHangsUp(callID)` and similar methods. */
  readonly callID: string;
  readonly number: string;
  /** Empty for parties outside the company. */
  readonly agentID: string;
  /** Empty for parties outside the company. */
  readonly name: string;
  /** `colleague` is a simulated agent, `third` a number outside that an agent consulted or called by transfer. */
  readonly kind: 'agent' | 'colleague' | 'customer' | 'third';
  /** Role in the call, such as `ConsultBy` or `TransferTo`. */
  readonly role: Role;
  readonly state: Exclude<CallStatus, 'none' | 'wrap-up'>;
}

/** A simulated agent. */
export interface ColleagueSnapshot {
  /** Work number. */
  readonly agentID: string;
  readonly name: string;
  /** Bound extension, at which the agent can dial the colleague. */
  readonly ext: string;
  readonly workStatus: WorkStatus;
  /** Behavior when called, in English. */
  readonly description: string;
  /** Whether the colleague consults an agent who has answered, so that a transfer or a conference may follow. */
  readonly asks: boolean;
  /** Legs of the colleague, the latest last. */
  readonly legs: readonly PartySnapshot[];
}

/** Frozen state of the call centre. Every change gives another object. */
export interface CentreSnapshot {
  readonly agent: {
    readonly agentID: string;
    readonly name: string;
    readonly state: PresenceStatus;
    /** Status word of the document, such as `talking` or `sorting`; `offline` is the sandbox's own. */
    readonly workStatus: WorkStatus;
    /** Reason of a not-ready state; 0 without one. */
    readonly reasonCode: number;
    /** End of the after-call work, Unix milliseconds; `null` without it. */
    readonly wrapUpEndsAt: number | null;
  };
  /** Calls in progress, in the order of their start. */
  readonly calls: readonly {
    readonly id: string;
    readonly type: 'inbound' | 'outbound' | 'internal' | 'consult';
    /** Number of the customer; without one, that of the colleague. */
    readonly number: string;
    /** `survey`: the agents have left, and the customer hears the satisfaction survey. */
    readonly state: Exclude<CallStatus, 'none' | 'wrap-up'> | 'survey';
    readonly held: boolean;
    readonly muted: boolean;
    /** Digits that the agent sent. */
    readonly digits: string;
    /** Those of them that arrived at the customer as tones. Empty without real media. */
    readonly receivedDigits: string;
    /** Digits that the customer sent. */
    readonly customerDigits: string;
    /** Skill group of an inbound call. */
    readonly queueName: string;
    /** Parties of the call. A consultation is a call of its own until it becomes a conference. */
    readonly parties: readonly PartySnapshot[];
  }[];
  /** The simulated agents: those whom no SDK instance serves. */
  readonly colleagues: readonly ColleagueSnapshot[];
  readonly queues: readonly {
    readonly queueID: string;
    readonly queueName: string;
    /** Customers who wait. */
    readonly count: number;
    readonly readyMembers: number;
  }[];
  /** The SDK instances that have called `initAgent`. */
  readonly ends: readonly { readonly id: number; readonly agentID: string; readonly connected: boolean }[];
  readonly network: 'up' | 'down';
  /** The last 50 requests. */
  readonly log: readonly RequestRecord[];
}

/** Words of the kit for the states of a party. `Idle` has none: such a party has left. */
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

/**
 * Describes a call from the agent's side: state, hold and mute are those of the leg of an agent in
 * person, otherwise of a colleague's leg.
 */
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
    receivedDigits: call.receivedDigits,
    customerDigits: call.customerDigits,
    queueName: call.origin?.queueName ?? '',
    parties: parties.map(partySnapshot),
  };
}

/** Data that a snapshot is made of. */
export interface SnapshotSource {
  readonly exchange: Exchange;
  readonly agent: Agent;
  readonly connections: Iterable<ClientConnection>;
  readonly isNetworkUp: boolean;
  readonly log: readonly RequestRecord[];
}

/** Creates a snapshot. Rows are copied, because freezing must not reach the model. */
export const createSnapshot = ({ exchange, agent, connections, isNetworkUp, log }: SnapshotSource): CentreSnapshot =>
  deepFreeze({
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
    ends: [...connections].flatMap(({ id, agent: owner, isConnected }) =>
      owner ? [{ id, agentID: owner.agentID, connected: isConnected }] : [],
    ),
    network: isNetworkUp ? 'up' : 'down',
    log: log.map((record) => ({ ...record })),
  });
