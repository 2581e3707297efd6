import type { AgentMessage, AgentStateInfo, CallMessage } from '../../sdk/index.js';
import type { Agent } from './agent.js';
import { callFields, consultLegOf, thirdFields } from './call.js';

/** The common fields of agent messages. */
export const agentFields = (agent: Agent): Partial<AgentMessage> => ({
  agentID: agent.agentID,
  agentUUID: agent.uuid,
  thisDN: agent.dn,
  thisQueues: [...agent.queues],
  agentState: String(agent.state),
  agentStateTimestamp: agent.stateSince,
  reasonCode: agent.reasonCode,
});

/**
 * Ours: when the after-call work ends, Unix milliseconds. The document has no field for it, though the server must
 * know; EventReleased, EventDelayCallAfterWork and `agentStateInfo` carry it while the end is known.
 */
export const wrapUpFields = (agent: Agent): { wrapUpEndTimestamp?: number } =>
  agent.wrapUp ? { wrapUpEndTimestamp: agent.wrapUp.endsAt } : {};

/** Section "Initialization", table 3, without what the end itself knows. */
export const agentStateInfo = (agent: Agent): AgentStateInfo => ({
  phoneType: agent.phoneType,
  thisDN: agent.dn,
  agentState: String(agent.state),
  agentStateTimestamp: agent.stateSince,
  reasonCode: String(agent.reasonCode),
  reasonCodeTimestamp: agent.reasonSince,
  workStatus: agent.workStatus,
  workStatusTimestamp: agent.workStatusSince,
  ...wrapUpFields(agent),
});

/**
 * Section "Initialization", table 4; nothing when the agent is not on a call. During a consultation that is the call on
 * hold, with the consulted party as the third.
 */
export function workStatusInfo(agent: Agent): Partial<CallMessage> | undefined {
  const [leg] = agent.legs;
  if (!leg) return undefined;
  const { callID, callType, otherDN, otherDNRole, thisDN, thisDNRole, thirdDN, thirdDNRole } = callFields(leg);
  const consult = consultLegOf(leg);
  return {
    callID,
    callType,
    otherDN,
    otherDNRole,
    thisDN,
    thisDNRole,
    ...(thirdDN ? { thirdDN, thirdDNRole } : {}),
    ...(consult ? thirdFields(consult.call.others(consult)[0]) : {}),
  };
}
