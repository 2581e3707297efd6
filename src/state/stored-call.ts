/**
 * Reading calls from storage: field by field, because another version of the kit, another program or a person may have
 * written them. What doesn't fit is left out; a call without an id or a start is none.
 */
import { deepFreeze, isRecord, num, str, time } from '../internal/index.js';
import { readAttachedData } from './normalize/index.js';
import type { CallQuality, CallSummary, CallType, Party, PartyInfo, QualityLetter } from './model.js';

const callTypes: readonly CallType[] = ['inbound', 'outbound', 'internal', 'consult'];
const partyStates: readonly Party['state'][] = ['Idle', 'Dialing', 'Ringing', 'Talk', 'Held'];
const letters: readonly QualityLetter[] = ['e', 'd', 'c', 'b', 'a'];

const oneOf = <T extends string>(values: readonly T[], value: unknown): T | undefined =>
  values.find((each) => each === value);

/** A name or a text that is shown; undefined where it is none. */
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** An http(s) address; anything else could run script. */
const httpAddress = (value: unknown): string | undefined =>
  typeof value === 'string' && /^https?:/i.test(value) ? value : undefined;

function readQuality(value: unknown): CallQuality | null {
  if (!isRecord(value)) return null;
  const [mos, lowest, samples] = [num(value['mos']), num(value['lowest']), num(value['samples'])];
  if (mos === undefined || lowest === undefined || samples === undefined) return null;
  return { worst: oneOf(letters, value['worst']) ?? null, mos, lowest, samples };
}

function readParties(value: unknown): readonly Party[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).flatMap((party): Party[] => {
    const [number, state, name] = [str(party['number']), oneOf(partyStates, party['state']), text(party['name'])];
    return number && state ? [{ number, role: str(party['role']) || 'Unknown', state, ...(name ? { name } : {}) }] : [];
  });
}

/** The fields of a call that the wrap-up and the call history have in common. */
type StoredFields = Pick<
  CallSummary,
  'id' | 'type' | 'number' | 'startedAt' | 'connectedAt' | 'endedAt' | 'quality' | 'name'
>;

/** Reads the common fields. Times that contradict the start are moved to it. Null: it is no call. */
export function readCallFields(value: unknown): StoredFields | null {
  if (!isRecord(value)) return null;
  const [id, startedAt, type] = [str(value['id']), time(value['startedAt']), oneOf(callTypes, value['type'])];
  if (id === '' || startedAt === undefined || type === undefined) return null;
  const notBefore = (start: number, moment: unknown): number | null => {
    const at = time(moment);
    return at === undefined ? null : Math.max(start, at);
  };
  const connectedAt = notBefore(startedAt, value['connectedAt']);
  const name = text(value['name']);
  return {
    id,
    type,
    number: str(value['number']),
    startedAt,
    connectedAt,
    endedAt: notBefore(connectedAt ?? startedAt, value['endedAt']),
    quality: readQuality(value['quality']),
    ...(name === undefined ? undefined : { name }),
  };
}

/** Reads a call as the wrap-up has it; null where it is none. */
export function readCallSummary(value: unknown): CallSummary | null {
  const fields = readCallFields(value);
  if (!fields || !isRecord(value)) return null;
  const { details } = value;
  const href = httpAddress(value['href']);
  const info: PartyInfo = { ...(href ? { href } : {}), ...(isRecord(details) ? { details } : {}) };
  return deepFreeze({
    ...fields,
    ...info,
    parties: readParties(value['parties']),
    ...readAttachedData(value),
  });
}
