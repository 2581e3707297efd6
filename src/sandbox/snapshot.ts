import type { CallWord, PresenceStatus } from '../sdk/index.js';
import type { End } from './end.js';
import type { RequestRecord } from './requests.js';
import type { Agent, WorkStatus } from './switch/agent.js';
import type { Call } from './switch/call.js';
import type { Exchange } from './switch/exchange.js';

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
    /** The customer's. */
    readonly number: string;
    /** `survey`: the agent has gone, the customer has not. */
    readonly state: Exclude<CallWord, 'none' | 'wrap-up'> | 'survey';
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
  }[];
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

const states = { Dialing: 'dialing', Ringing: 'ringing', Talk: 'talking', Held: 'held' } as const;

const types = { Inbound: 'inbound', Outbound: 'outbound', Internal: 'internal', Consult: 'consult' } as const;

function callPicture(call: Call): CentreSnapshot['calls'][number] {
  const leg = call.parties.find(({ agent, state }) => agent && state !== 'Idle');
  return {
    id: call.id,
    type: types[call.type],
    number: call.outside?.number ?? '',
    state: leg && leg.state !== 'Idle' ? states[leg.state] : 'survey',
    held: leg?.state === 'Held',
    muted: leg?.muted ?? false,
    digits: call.digits,
    heard: call.heard,
    customerDigits: call.customerDigits,
    queueName: call.origin?.queueName ?? '',
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

export const picture = (
  exchange: Exchange,
  agent: Agent,
  ends: readonly End[],
  networkUp: boolean,
  log: readonly RequestRecord[],
): CentreSnapshot =>
  freeze({
    agent: {
      agentID: agent.agentID,
      name: agent.name,
      state: agent.presence,
      workStatus: agent.work,
      reasonCode: agent.reasonCode,
      wrapUpEndsAt: agent.wrapUp?.endsAt ?? null,
    },
    calls: [...exchange.calls.active.values()].map(callPicture),
    queues: exchange.queues.all.map(({ row, waiting }) => ({
      queueID: row.code,
      queueName: row.name,
      count: waiting.length,
      readyMembers: exchange.roster.readyMembers(row.code),
    })),
    ends: ends.flatMap(({ id, agent: owner, connected }) => (owner ? [{ id, agentID: owner.agentID, connected }] : [])),
    network: networkUp ? 'up' : 'down',
    log: log.map((record) => ({ ...record })),
  });
