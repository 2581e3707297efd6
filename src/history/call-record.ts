/**
 * The record of a call in the history: its fields, and the rules by which two records of one call
 * are merged and missed calls are found.
 */
import { isRecord, numberKey, sameNumber } from '../internal/index.js';
import { isLocalCallId, readCallFields, type CallQuality, type CallSummary, type CallType } from '../state/index.js';

/**
 * A call in the history. Neither its business data nor anything of the session is kept, because a
 * record may be stored on a shared computer.
 */
export interface CallRecord {
  /** The vendor's `callID`, or the start of the call where the platform sent none. */
  readonly id: string;
  readonly type: CallType;
  /** Whether the agent called. */
  readonly outgoing: boolean;
  /** The other party's number, unmasked; may be empty. */
  readonly number: string;
  /** The other party's name, where one is known. */
  readonly name?: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Null where the call was not answered. */
  readonly connectedAt: number | null;
  /** Null during the call, and where the page was closed before its end. */
  readonly endedAt: number | null;
  /** The estimate of the voice quality; null where nothing was measured. */
  readonly quality: CallQuality | null;
  /** The notes of the wrap-up; empty before it. */
  readonly notes: string;
  readonly disposition: string;
}

/**
 * Whether the ID of a call will not change. A running call with a local ID may still get the one of
 * the platform, and would have two records then.
 */
export const hasFinalId = (call: CallSummary): boolean => !isLocalCallId(call.id) || call.endedAt !== null;

/**
 * Whether the agent called. The type of internal calls doesn't say it, but the role of the other
 * party does.
 */
const isOutgoing = ({ type, number, parties }: CallSummary): boolean =>
  type === 'outbound' ||
  (type !== 'inbound' && parties.find((party) => sameNumber(party.number, number))?.role === 'Destination');

/**
 * Converts a call to a record. A local ID gets the start of the call, because local IDs repeat
 * after a reload.
 */
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

/** The format of the stored records. */
export const RECORD_VERSION = 1;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads a stored record field by field; null where it is none, or one of another format. */
export function readCallRecord(value: unknown): CallRecord | null {
  const fields = readCallFields(value);
  if (!fields || !isRecord(value) || (value['version'] ?? RECORD_VERSION) !== RECORD_VERSION) return null;
  const { outgoing, notes, disposition } = value;
  return { ...fields, outgoing: outgoing === true, notes: text(notes), disposition: text(disposition) };
}

/**
 * Merges two records of one call: from before and after a reload, from two tabs, or from before and
 * after the wrap-up. The clock may have been set between two pages, so the end is not before the beginning. Known values win over empty ones, and a later text over an earlier one.
 */
export function mergeCallRecords(before: CallRecord, update: CallRecord): CallRecord {
  const startedAt = Math.min(before.startedAt, update.startedAt);
  const connectedAt = before.connectedAt ?? update.connectedAt;
  const endedAt = update.endedAt ?? before.endedAt;
  return {
    ...before,
    ...update,
    number: update.number || before.number,
    startedAt,
    connectedAt,
    endedAt: endedAt && Math.max(endedAt, connectedAt ?? startedAt),
    quality: update.quality ?? before.quality,
    notes: update.notes || before.notes,
    disposition: update.disposition || before.disposition,
  };
}

/** Whether an inbound call was not answered. */
export const isMissed = ({ outgoing, connectedAt }: CallRecord): boolean => !outgoing && connectedAt === null;

/**
 * Returns the missed calls that wait for a call back: no later call reached or tried the same
 * number. Calls without a number can't be called back.
 * @param entries newest first
 */
export function findUnreturned(entries: readonly CallRecord[]): ReadonlySet<CallRecord> {
  const contacted = new Set(['']);
  const unreturned = new Set<CallRecord>();
  for (const entry of entries) {
    const key = numberKey(entry.number);
    if (!isMissed(entry)) contacted.add(key);
    else if (!contacted.has(key)) unreturned.add(entry);
  }
  return unreturned;
}
