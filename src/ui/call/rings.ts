import type { Call } from '../../state/index.js';

/**
 * Whether a call rings for the agent, and not at the other side of a call of the agent's own. One that is transferred
 * keeps its type, whatever that is.
 */
export const isIncomingCall = ({ state, type, parties }: Call): boolean =>
  state === 'ringing' && (type !== 'outbound' || parties.some(({ role }) => role === 'TransferTo'));
