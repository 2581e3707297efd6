/**
 * Outbound routes, skill groups, other agents, and the commands of a supervisor: sections
 * "Assistance Operation" and "Supervisor Operation" of the document.
 */
import type { AgentsResult, QueueCountsResult, QueuesResult, RoutesResult } from '../../sdk/index.js';
import { DO_NOT_DISTURB_CODE, Refusal, tenant, workStatusCodes, type Agent } from '../model/index.js';
import { command, query, type MethodContext } from './method-context.js';

const { queues, routeNumbers, routeRules, routeSchemes } = tenant;

/** Returns the lists of rules, schemes and numbers. `hasSet` marks one row of each. */
const routeRows = ({ agentID, name, route }: Agent): RoutesResult => ({
  agentID,
  agentName: name,
  explicitRule: routeRules.map((row) => ({ ...row, hasSet: row.code === route.rule })),
  explicitSchema: routeSchemes.map((row) => ({ ...row, hasSet: row.code === route.scheme })),
  explicitNumbers: routeNumbers.map((row) => ({ ...row, hasSet: row.number === route.number })),
});

/** The id is spelled `agentUuid` here and `agentUUID` in the result of `setRoute`, as documented. */
export const queryRoutes = query<RoutesResult>(({ agent }) => ({ agentUuid: agent.uuid, ...routeRows(agent) }));

/**
 * Changes the outbound route. Only a ready agent may (note 2 of the section), and the rules 2 and 3
 * require a value. Values that are not given stay as they were.
 */
export const setRoute = query<RoutesResult>(({ agent, params }) => {
  const rule = params.requiredString('explicitRule');
  const scheme = params.string('explicitCode');
  const number = params.string('explicitNumber');
  if (agent.workStatus !== 'ready') throw new Refusal('not-now', agent.workStatus);
  if (!routeRules.some(({ code }) => code === rule)) throw new Refusal('unknown-route', `rule ${rule}`);
  if (rule === '2' && scheme === '') throw new Refusal('missing-parameter', 'explicitCode');
  if (rule === '3' && number === '') throw new Refusal('missing-parameter', 'explicitNumber');
  if (scheme !== '' && !routeSchemes.some(({ code }) => code === scheme)) throw new Refusal('unknown-route', scheme);
  if (number !== '' && !routeNumbers.some((row) => row.number === number)) throw new Refusal('unknown-route', number);
  agent.route = { rule, scheme: scheme || agent.route.scheme, number: number || agent.route.number };
  return { agentUUID: agent.uuid, ...routeRows(agent) };
});

/** Matches a part of the number or the name. */
export const queryQueues = query<QueuesResult>(({ exchange, params }) => {
  const part = params.string('queue').toLowerCase();
  return {
    queues: queues
      .filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(part))
      .map(({ code, name }) => ({
        queueCode: code,
        queueName: name,
        readyMembers: exchange.roster.countReady(code),
      })),
  };
});

/** Matches name and skill group exactly. Without a state only ready agents match; with -1 all do. */
export const queryAgents = query<AgentsResult>(({ exchange, params }) => {
  const name = params.string('agentName');
  const queue = params.string('queueCode');
  const state = params.string('agentState') === '' ? null : params.integer('agentState', -1, 2);
  const matches = (agent: Agent): boolean =>
    (name === '' || agent.name === name) &&
    (queue === '' || agent.queues.some((code) => code === queue)) &&
    (state === null ? agent.workStatus === 'ready' : state === -1 || agent.state === state);
  return {
    agents: exchange.roster.agents.filter(matches).map((agent) => ({
      agentUUID: agent.uuid,
      agentID: agent.agentID,
      agentName: agent.name,
      ext: agent.ext,
      agentState: agent.state,
      workStatus: workStatusCodes[agent.workStatus],
    })),
  };
});

/** Counts the waiting customers of the agent's skill groups. */
export const queryCountsInQueue = query<QueueCountsResult>(
  ({ exchange, agent }) => ({
    queues: exchange.queues.all
      .filter(({ row }) => agent.queues.includes(row.code))
      .map(({ row, waiting }) => ({ queueID: row.code, queueName: row.name, count: waiting.length })),
  }),
  'coded',
);

/** Returns the agent whom a supervisor names, by work number or id. */
function targetAgent({ exchange, params }: MethodContext): Agent {
  const named = params.requiredString('targetAgentID');
  const agent = exchange.roster.find(named);
  if (!agent) throw new Refusal('unknown-agent', named);
  return agent;
}

/** The three commands accept any sender: the document does not say how a page learns its role. */
export const forceLogout = command((context) => {
  const agent = targetAgent(context);
  if (agent.state === 0) throw new Refusal('not-logged-in', agent.agentID);
  context.exchange.presence.reset(agent);
});

export const forceBusy = command((context) =>
  context.exchange.presence.notReady(targetAgent(context), DO_NOT_DISTURB_CODE),
);

export const forceReady = command((context) => context.exchange.presence.ready(targetAgent(context)));
