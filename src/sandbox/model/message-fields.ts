/**
 * Fields of the messages that the sandbox sends about agents and calls, in the vendor's spelling.
 * The services name a message and its subject; the fields are computed here from the model, so that
 * no message can contradict another.
 */
import type { AgentMessage, AgentStateInfo, CallMessage } from '../../sdk/index.js';
import { consultLegOf, type Agent, type Party } from './entities.js';

/** Returns the fields of the third party; no fields without one. */
export const thirdFields = (third: Pick<Party, 'number' | 'role'> | undefined): Partial<CallMessage> =>
  third ? { thirdDN: third.number, thirdDNRole: third.role } : {};

/** Returns the fields of a call as one of its parties sees it: `thisDN` is that party. */
export function callFields(party: Party): Partial<CallMessage> {
  const { call } = party;
  const [other, third] = call.others(party);
  const origin = call.origin ?? call.mainLeg?.call.origin;
  return {
    callID: party.callID,
    partyID: party.id,
    callType: call.type,
    partyRole: party.kind,
    ANI: call.ani,
    DNIS: call.dnis,
    thisDN: party.number,
    thisDNRole: party.role,
    otherDN: other?.number ?? '',
    otherDNRole: other?.role ?? 'Unknown',
    // In a consultation the third party is the customer on hold.
    ...thirdFields(third ?? (call.mainLeg ? call.mainLeg.call.others(call.mainLeg)[0] : undefined)),
    attachedData: { ...call.attachedData },
    // The sandbox's own: the document has no field for the skill group of a call.
    ...(origin ? { queueCode: origin.queueCode, queueName: origin.queueName } : {}),
  };
}

/** Returns the common fields of agent messages. The state is a string, as in the document. */
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
 * End of the after-call work, Unix milliseconds. A field of the sandbox's own, because the document has none:
 * EventReleased, EventDelayCallAfterWork and `agentStateInfo` carry it while the end is known.
 */
export const wrapUpFields = (agent: Agent): { wrapUpEndTimestamp?: number } =>
  agent.wrapUp ? { wrapUpEndTimestamp: agent.wrapUp.endsAt } : {};

/** Returns the fields of section "Initialization", table 3, without those of the SDK instance. */
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
 * Section "Initialization", table 4; undefined without a call. During a consultation these are the fields of the call on
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
