/**
 * The kind of a call to its agent: how it came about, and whether the agent can answer it. The
 * platform's call type alone answers neither, because a transferred call keeps its type.
 */
import type { Call } from '../../state/index.js';

/**
 * Returns the origin of a call: its type, or `transfer` for a call that another agent handed over.
 * Roles of the parties decide, such as `ConsultBy` and `TransferTo`.
 */
export function callKindOf(call: Pick<Call, 'type' | 'parties'>): Call['type'] | 'transfer' {
  const roles = call.parties.map(({ role }) => role);
  if (call.type === 'consult' || roles.includes('ConsultBy')) return 'consult';
  const transferred = roles.includes('TransferBy') || roles.includes('TransferTo');
  return transferred && call.type !== 'outbound' ? 'transfer' : call.type;
}

/**
 * Whether a call rings at the agent, and not at the other side of an outbound call. A transferred
 * call keeps its type, so an outbound one rings at its new agent too.
 */
export const isIncomingCall = ({ state, type, parties }: Call): boolean =>
  state === 'ringing' && (type !== 'outbound' || parties.some(({ role }) => role === 'TransferTo'));
