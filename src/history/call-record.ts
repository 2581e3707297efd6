import { isLocalCallId, type CallQuality, type CallSummary, type CallType } from '../state/index.js';

/** What the log keeps of a call: neither its business data nor anything of the session. */
export interface CallRecord {
  /** The vendor's `callID`, or the call's beginning where the platform has told none. */
  readonly id: string;
  readonly type: CallType;
  /** The agent has called. */
  readonly outgoing: boolean;
  readonly number: string;
  readonly name?: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly connectedAt: number | null;
  /** Null while it runs, and where the page was gone before its end. */
  readonly endedAt: number | null;
  readonly quality: CallQuality | null;
  readonly notes: string;
  readonly disposition: string;
}

/** Until it ends a call may still get its real id. */
export const hasFinalId = (call: CallSummary): boolean => !isLocalCallId(call.id) || call.endedAt !== null;

/** Calls among agents don't say who has called; the other side's role does. */
const isOutgoing = ({ type, number, parties }: CallSummary): boolean =>
  type === 'outbound' ||
  (type !== 'inbound' && parties.find((party) => party.number === number)?.role === 'Destination');

export const toCallRecord = (call: CallSummary, notes = '', disposition = ''): CallRecord => ({
  id: isLocalCallId(call.id) ? `${call.id}@${call.startedAt}` : call.id,
  type: call.type,
  outgoing: isOutgoing(call),
  number: call.number,
  ...(call.name === undefined ? undefined : { name: call.name }),
  startedAt: call.startedAt,
  connectedAt: call.connectedAt,
  endedAt: call.endedAt,
  quality: call.quality,
  notes,
  disposition,
});

/** What is known of one call from two sides: before and after a reload, in two tabs, before and after the wrap-up. */
export const mergeCallRecords = (before: CallRecord, update: CallRecord): CallRecord => ({
  ...before,
  ...update,
  number: update.number || before.number,
  startedAt: Math.min(before.startedAt, update.startedAt),
  connectedAt: before.connectedAt ?? update.connectedAt,
  endedAt: update.endedAt ?? before.endedAt,
  quality: update.quality ?? before.quality,
  notes: update.notes || before.notes,
  disposition: update.disposition || before.disposition,
});

/** Came in, and nobody answered. */
export const isMissed = ({ outgoing, connectedAt }: CallRecord): boolean => !outgoing && connectedAt === null;

/**
 * The missed calls that wait for somebody to call back: no later call has reached or tried the same number.
 * @param entries newest first
 */
export function findUnreturned(entries: readonly CallRecord[]): ReadonlySet<CallRecord> {
  const contacted = new Set(['']);
  const unreturned = new Set<CallRecord>();
  for (const entry of entries) {
    if (!isMissed(entry)) contacted.add(entry.number);
    else if (!contacted.has(entry.number)) unreturned.add(entry);
  }
  return unreturned;
}
