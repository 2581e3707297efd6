/**
 * The vendor's presence: two codes, `agentState` and `reasonCode`, become a status with an optional
 * reason and name.
 * It is apart from the other decoders because comparing and naming presences belongs to it: the
 * result of a command, the message about it, and the list of breaks tell parts of the same status
 * at different times.
 */
import { clampToNow, type Fields, num, str } from '../../internal/index.js';
import { DO_NOT_DISTURB_CODE, LOCKED_CODE } from '../../sdk/index.js';
import type { Break } from '../model.js';
import type { PresenceFields, PresenceReport } from './signals.js';

/** Section "Occupied": 11 is the break, 12-18 are named by the tenant. Others get their code as a label. */
export function decodeOccupied(reasonCode: number | undefined): PresenceReport {
  if (!reasonCode) return { status: 'dnd' };
  if (reasonCode === DO_NOT_DISTURB_CODE || reasonCode === LOCKED_CODE) return { status: 'dnd', reasonCode };
  const documented = reasonCode >= 11 && reasonCode <= 18;
  return { status: 'break', reasonCode, label: documented ? undefined : String(reasonCode) };
}

/** The vendor's `agentState` and `reasonCode` as a presence; null where they tell nothing. */
export function decodePresence(fields: Fields): PresenceReport | null {
  const agentState = str(fields['agentState']);
  const reasonCode = num(fields['reasonCode']);
  switch (agentState) {
    case '':
      return reasonCode ? decodeOccupied(reasonCode) : null;
    case '0':
      return { status: 'offline' };
    case '1':
      return { status: 'ready' };
    case '2':
      return decodeOccupied(reasonCode);
    default:
      return { status: 'break', label: agentState };
  }
}

/**
 * Adds the start of a presence. Readiness counts from the state, an occupied reason from its own
 * timestamp. A time in the future, from a server whose clock is ahead, becomes the present.
 */
export function presenceFields(fields: Fields, presence: PresenceReport | null, at: number): PresenceFields {
  const ofReason = presence?.status === 'ready' ? undefined : clampToNow(fields['reasonCodeTimestamp'], at);
  return { presence, since: ofReason ?? clampToNow(fields['agentStateTimestamp'], at) };
}

/** Adds the tenant's name of a break, where it is known. */
export function withBreakName(report: PresenceReport, breaks: readonly Break[]): PresenceReport {
  if (report.status !== 'break' || report.reasonCode === undefined) return report;
  const name = breaks.find(({ code }) => code === report.reasonCode)?.name;
  return { ...report, label: name ?? report.label };
}

/** The presence with the name that a newer list of breaks has for it. */
export const renamedBreak = ({ status, reasonCode }: PresenceReport): PresenceReport | null =>
  status === 'break' && reasonCode !== undefined ? decodeOccupied(reasonCode) : null;

/** Compares without the label: a break keeps its start when the list of breaks brings its name. */
export const isSamePresence = (a: PresenceReport, b: PresenceReport): boolean =>
  a.status === b.status && a.reasonCode === b.reasonCode;

/** Occupied without a reason: a message that leaves the reason to the result of the command. */
export const isVaguePresence = ({ status, reasonCode }: PresenceReport): boolean =>
  status === 'dnd' && reasonCode === undefined;
