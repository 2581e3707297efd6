/**
 * Decoders of the vendor's values: roles, call types, work statuses, business data.
 * Each accepts every spelling that a document or public code of the vendor has, and returns one of
 * the kit's own. A value that none of them has becomes undefined or null, never an exception: a
 * message must not be lost because of one field.
 */
import { deepFreeze, type Fields, isRecord, str } from '../../internal/index.js';
import { roles } from '../../sdk/index.js';
import type { CallState, CallType, QualityLetter } from '../model.js';
import type { AgentProfile, PartyRole, WorkPhase } from './signals.js';

/** A role by name, number or numeric string (section "Initialization", DNRole); an unknown name is kept. */
function decodeRole(value: unknown): PartyRole {
  const word = str(value);
  return /^\d+$/.test(word) ? (roles[Number(word)] ?? word) : word || 'Unknown';
}

/** A role; undefined where the message has no such field. */
export const optionalRole = (value: unknown): PartyRole | undefined =>
  value === undefined ? undefined : decodeRole(value);

const callTypes: ReadonlySet<string> = new Set<CallType>(['inbound', 'outbound', 'internal', 'consult']);

const isCallType = (word: string): word is CallType => callTypes.has(word);

/** The type of a call, whose case differs between documents; undefined for anything else. */
export function decodeCallType(value: unknown): CallType | undefined {
  const word = str(value).toLowerCase();
  return isCallType(word) ? word : undefined;
}

/** The quality letters, best first. */
const letters: readonly QualityLetter[] = ['e', 'd', 'c', 'b', 'a'];

/** A quality letter of a voice sample; null for anything but the five documented letters. */
export function decodeQuality(value: unknown): QualityLetter | null {
  const word = str(value).toLowerCase();
  return letters.find((letter) => letter === word) ?? null;
}

/** Tells whether a value needs no copy and is the same in JSON. */
const isScalar = (value: unknown): boolean =>
  value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);

/**
 * Business data from an object or a JSON string, as a frozen copy: the SDK's own object is left alone. Values that JSON
 * can't express are dropped; undefined where there is no object.
 */
export function parseAttachedData(value: unknown): Fields | undefined {
  if (typeof value !== 'string' && !isRecord(value)) return undefined;
  if (isRecord(value) && Object.values(value).every(isScalar)) return Object.freeze({ ...value });
  try {
    const parsed: unknown = JSON.parse(typeof value === 'string' ? value : JSON.stringify(value));
    return isRecord(parsed) ? deepFreeze(parsed) : undefined;
  } catch {
    return undefined;
  }
}

/** The business data among the fields of a stored call; empty where there is none. */
export const readAttachedData = (fields: Fields): { readonly attachedData: Fields } => ({
  attachedData: parseAttachedData(fields['attachedData']) ?? {},
});

/** The parts of the agent's identity in any result or message; each query spells them its own way. */
export function decodeProfile(fields: Fields): AgentProfile {
  const phoneType = str(fields['phoneType'] ?? fields['currentPhoneType']);
  return {
    number: str(fields['agentID']),
    id: str(fields['agentUUID'] ?? fields['id']),
    name: str(fields['agentName']),
    ext: str(fields['bindExt'] ?? fields['ext'] ?? fields['thisDN']),
    phone: str(fields['bindMobile'] ?? fields['phone']),
    phoneType: phoneType === 'sip' || phoneType === 'pstn' || phoneType === 'webrtc' ? phoneType : '',
  };
}

/** The document names these work statuses in prose; the codes behind them are not documented. */
const workStatuses: readonly (readonly [RegExp, CallState])[] = [
  [/hold/i, 'held'],
  [/talk/i, 'talking'],
  [/ring|calling/i, 'ringing'],
  [/dial/i, 'dialing'],
];

/** The state of a restored call; undefined for a code. "Calling" leaves the direction to the type of the call. */
export function decodeWorkState(workStatus: unknown, type: CallType | undefined): CallState | undefined {
  const word = str(workStatus);
  const state = workStatuses.find(([pattern]) => pattern.test(word))?.[1];
  return state === 'ringing' && type === 'outbound' ? 'dialing' : state;
}

/**
 * The work status of a restored agent. The document gives one code, `1` for ready, and words for
 * the others. `unknown` leaves after-call work as it is.
 */
export function decodeWorkPhase(workStatus: unknown): WorkPhase {
  const word = str(workStatus);
  if (/^1$|ready|occupied|lock/i.test(word)) return 'free';
  return /sort|acw|wrap/i.test(word) ? 'wrap-up' : 'unknown';
}

/** Section "Query Enterprise Agent List": `1` is ready, so no call is left. Other codes are not documented. */
export const isFreeWorkStatus = (workStatus: unknown): boolean => str(workStatus) === '1';
