/** The kind of a call to its agent: how it came about, and whether it is theirs to answer. */
import type { Call } from '../../state/index.js';

/** The origin of a call: its type, or `transfer` for a call that another agent has handed over. */
export function callKindOf(call: Pick<Call, 'type' | 'parties'>): Call['type'] | 'transfer' {
  const roles = call.parties.map(({ role }) => role);
  if (call.type === 'consult' || roles.includes('ConsultBy')) return 'consult';
  const transferred = roles.includes('TransferBy') || roles.includes('TransferTo');
  return transferred && call.type !== 'outbound' ? 'transfer' : call.type;
}

/**
 * Whether a call rings for the agent, and not at the other side of a call of the agent's own. One that is transferred
 * keeps its type, whatever that is.
 */
export const isIncomingCall = ({ state, type, parties }: Call): boolean =>
  state === 'ringing' && (type !== 'outbound' || parties.some(({ role }) => role === 'TransferTo'));
