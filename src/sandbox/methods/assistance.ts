import type { AgentsResult, QueueCountsResult, QueuesResult, RoutesResult } from '../../sdk/index.js';
import { workStatusCodes, type Agent } from '../model/agent.js';
import { Refusal } from '../model/refusal.js';
import { queues, routeNumbers, routeRules, routeSchemes } from '../model/tenant.js';
import { command, query, type MethodContext } from './method-context.js';

const routeRows = ({ agentID, name, route }: Agent): RoutesResult => ({
  agentID,
  agentName: name,
  explicitRule: routeRules.map((row) => ({ ...row, hasSet: row.code === route.rule })),
  explicitSchema: routeSchemes.map((row) => ({ ...row, hasSet: row.code === route.scheme })),
  explicitNumbers: routeNumbers.map((row) => ({ ...row, hasSet: row.number === route.number })),
});

/** Spelled `agentUuid` here and `agentUUID` in the change, as documented. */
export const queryRoutes = query<RoutesResult>(({ agent }) => ({ agentUuid: agent.uuid, ...routeRows(agent) }));

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

/** Fuzzy, by number or name. */
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

/** Name and skill group exact; without a state only those whose work status is ready; -1: all. */
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

/** The groups that the agent is in. */
export const queryCountsInQueue = query<QueueCountsResult>(
  ({ exchange, agent }) => ({
    queues: exchange.queues.all
      .filter(({ row }) => agent.queues.includes(row.code))
      .map(({ row, waiting }) => ({ queueID: row.code, queueName: row.name, count: waiting.length })),
  }),
  'coded',
);

function targetAgent({ exchange, params }: MethodContext): Agent {
  const named = params.requiredString('targetAgentID');
  const agent = exchange.roster.find(named);
  if (!agent) throw new Refusal('unknown-agent', named);
  return agent;
}

export const forceLogout = command((desk) => {
  const agent = targetAgent(desk);
  if (agent.state === 0) throw new Refusal('not-logged-in', agent.agentID);
  desk.exchange.presence.reset(agent);
});

export const forceBusy = command((desk) => desk.exchange.presence.notReady(targetAgent(desk), 2));

export const forceReady = command((desk) => desk.exchange.presence.ready(targetAgent(desk)));
