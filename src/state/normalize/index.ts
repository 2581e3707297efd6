/**
 * The boundary to the vendor: every message and every result becomes one typed signal here.
 * Stateless.
 * The names of fields occur here, in `decoders.ts` and in `presence.ts` only, so a change of the
 * SDK is a change of this folder. Elsewhere the event log and a screen pop's placeholders alone
 * read a field of a message by name. The table `decoders` at the end has one entry for each signal.
 */
import { clampToNow, emptyFields, type Fields, isRecord, num, str, time } from '../../internal/index.js';
import {
  DO_NOT_DISTURB_CODE,
  commandRow,
  isKnown,
  signalOf,
  type CallStatus,
  type CommandName,
  type SdkMessage,
  type SignalType,
} from '../../sdk/index.js';
import {
  decodeCallType,
  decodeProfile,
  decodeQuality,
  decodeWorkPhase,
  decodeWorkState,
  isFreeWorkStatus,
  optionalRole,
  parseAttachedData,
} from './decoders.js';
import { decodeOccupied, decodePresence, presenceFields } from './presence.js';
import type { CallDetails, CallFields, Signal, SignalFields, SignalOf } from './signals.js';

/** A message, or the result of a command with the parameters that it was sent with. */
interface Source {
  readonly origin: 'message' | 'result';
  readonly fields: Fields;
  /** Empty for a message. */
  readonly params: Fields;
  readonly at: number;
  /** Only of a result: the call states that the command is meant for. */
  readonly appliesTo?: readonly CallStatus[];
}

/** The details of a signal that has none, such as a result. */
export const noDetails: CallDetails = Object.freeze({
  callId: '',
  otherNumber: '',
  localNumber: '',
  thirdNumber: '',
  queue: '',
});

/** The vendor documents no such field; the embedded call centre sends this one. */
const wrapUpEnd = (fields: Fields): number | null => time(fields['wrapUpEndTimestamp']) ?? null;

/**
 * The fields that messages about calls share (section "Initialization", table 4; the vendor's event
 * documents). An absent field becomes an empty string or undefined, and leaves what is known.
 */
const callMessageFields = (fields: Fields): CallFields => ({
  callId: str(fields['callID']),
  kind: decodeCallType(fields['callType']),
  otherNumber: str(fields['otherDN']),
  otherRole: optionalRole(fields['otherDNRole']),
  localNumber: str(fields['thisDN']),
  localRole: optionalRole(fields['thisDNRole']),
  thirdNumber: str(fields['thirdDN']),
  thirdRole: optionalRole(fields['thirdDNRole']),
  queue: str(fields['queueName']),
  attachedData: parseAttachedData(fields['attachedData']),
  sentAt: time(fields['creationTime']),
  wrapUpEndsAt: wrapUpEnd(fields),
});

/** A result says that the command is done, and nothing about the call. */
const callFields = ({ origin, fields, appliesTo }: Source): CallFields =>
  origin === 'message' ? callMessageFields(fields) : { ...noDetails, wrapUpEndsAt: null, appliesTo };

/** The call that a result begins has the details that were asked for. */
const dialingFields = (source: Source): CallFields => {
  const { origin, params } = source;
  const asked = { otherNumber: str(params['otherDN']), attachedData: parseAttachedData(params['userData']) };
  return origin === 'message' ? callFields(source) : { ...callFields(source), ...asked };
};

/**
 * A result of `login` has no status, so the parameters that were sent say which one was asked for;
 * without one it is "do not disturb" (section "Login").
 */
function loginFields({ origin, fields, params, at }: Source): SignalFields['agent-login'] {
  const asked = origin === 'result' ? { agentState: '2', ...params, ...fields } : fields;
  return { ...presenceFields(fields, decodePresence(asked), at), profile: decodeProfile({ ...params, ...fields }) };
}

/** The name of the message is the status. Only its start is read from the fields. */
const readyFields = ({ fields, at }: Source): SignalFields['agent-ready'] =>
  presenceFields(fields, { status: 'ready' }, at);

/** A message may say only "occupied" and leave the reason to the result. */
function notReadyFields({ origin, fields, params, at }: Source): SignalFields['agent-not-ready'] {
  const reasonCode = num(origin === 'result' ? (params['reasonCode'] ?? DO_NOT_DISTURB_CODE) : fields['reasonCode']);
  return presenceFields(fields, reasonCode === undefined ? null : decodeOccupied(reasonCode), at);
}

/** Section "Initialization", tables 2-4: presence, identity, and the call or its after-call work, in one message. */
function restoreFields({ fields, at }: Source): SignalFields['restore'] {
  const info = isRecord(fields['agentStateInfo']) ? fields['agentStateInfo'] : emptyFields;
  const work = fields['workStatusInfo'];
  const byId = str(info['agentType']) === '1';
  const phase = decodeWorkPhase(info['workStatus']);
  const call = isRecord(work) && phase !== 'wrap-up' ? callMessageFields(work) : null;
  return {
    ...presenceFields(info, decodePresence(info), at),
    profile: decodeProfile({ ...info, [byId ? 'agentUUID' : 'agentID']: info['agent'] }),
    call: call && { ...call, state: decodeWorkState(info['workStatus'], call.kind) },
    work: phase,
    workSince: clampToNow(info['workStatusTimestamp'], at),
    wrapUpEndsAt: wrapUpEnd(info),
  };
}

/**
 * A voice sample. The vendor types `loss` as a string; a missing round trip stays undefined,
 * because 0 would be a perfect one.
 */
const networkFields = ({ fields }: Source): SignalFields['network'] => ({
  ping: num(fields['ping']),
  jitter: num(fields['jitter']) ?? 0,
  loss: num(fields['loss']) ?? 0,
  quality: decodeQuality(fields['quality']),
});

/**
 * The message may have the new end; the result has only the seconds that were sent (section "Extend
 * Sorting Duration").
 */
const wrapUpDelayedFields = ({ fields, params }: Source): SignalFields['wrap-up-delayed'] => ({
  endsAt: wrapUpEnd(fields),
  addedSeconds: num(params['delayTime']),
});

/**
 * The command's parameters name the third party; neither result nor document has a field for it.
 */
const consultDialingFields = ({ params }: Source): SignalFields['consult-dialing'] => ({
  target: str(params['target']),
});

/**
 * The extension that a message names. The vendor documents the message without its fields, so both
 * names are assumed; empty where there is none.
 */
const extensionFields = ({ fields }: Source): SignalFields['extension-lost'] => ({
  ext: str(fields['ext'] ?? fields['thisDN']),
});

/**
 * The rows of a list in a result; empty where there is no list. Anything that is no object is
 * dropped.
 */
const rowsOf = (value: unknown): readonly Fields[] =>
  Array.isArray(value) ? value.filter((row: unknown): row is Fields => isRecord(row)) : [];

/** Section "Query Agent Login Status". Rows without a code are dropped. */
const breaksFields = ({ fields }: Source): SignalFields['breaks'] => ({
  breaks: rowsOf(fields['states']).flatMap((row) => {
    const code = num(row['code']);
    return code === undefined ? [] : [Object.freeze({ code, name: str(row['name']) })];
  }),
});

/** The queries about the agent answer flat, or within `info` (section "Query agent login data"). */
const identityFields = ({ fields }: Source): SignalFields['identity'] => ({
  profile: decodeProfile(isRecord(fields['info']) ? fields['info'] : fields),
});

/** Section "Query Enterprise Agent List". */
const agentsFields = ({ fields }: Source): SignalFields['agents'] => ({
  agents: rowsOf(fields['agents']).map((row) => ({
    id: str(row['agentUUID']),
    number: str(row['agentID']),
    presence: decodePresence({ agentState: row['agentState'] }),
    isFree: isFreeWorkStatus(row['workStatus']),
  })),
});

/** The fields of a signal that has none of its own. */
const none = (): Record<never, never> => ({});

/**
 * Completes the fields of a signal with its type, origin and time, so that each decoder returns
 * only its own.
 */
const define =
  <T extends SignalType>(type: T, fields: (source: Source) => SignalFields[T]) =>
  (source: Source): { type: T; origin: Source['origin']; at: number } & SignalFields[T] => ({
    ...fields(source),
    type,
    origin: source.origin,
    at: source.at,
  });

/** The decoder of each signal. The type makes the compiler report a signal without one. */
const decoders: { readonly [T in SignalType]: (source: Source) => SignalOf<T> } = {
  'agent-login': define('agent-login', loginFields),
  'agent-ready': define('agent-ready', readyFields),
  'agent-not-ready': define('agent-not-ready', notReadyFields),
  'agent-logout': define('agent-logout', none),
  restore: define('restore', restoreFields),
  displaced: define('displaced', none),
  'call-dialing': define('call-dialing', dialingFields),
  'call-ringing': define('call-ringing', callFields),
  'call-talking': define('call-talking', callFields),
  'call-held': define('call-held', callFields),
  'call-retrieved': define('call-retrieved', callFields),
  'call-muted': define('call-muted', callFields),
  'call-unmuted': define('call-unmuted', callFields),
  'call-changed': define('call-changed', callFields),
  'call-presumed': define('call-presumed', callFields),
  'call-ended': define('call-ended', callFields),
  'call-hung-up': define('call-hung-up', callFields),
  'party-added': define('party-added', callFields),
  'party-deleted': define('party-deleted', callFields),
  'consult-dialing': define('consult-dialing', consultDialingFields),
  'consult-cancelled': define('consult-cancelled', none),
  'consult-returned': define('consult-returned', none),
  'consult-conference': define('consult-conference', none),
  'wrap-up-delayed': define('wrap-up-delayed', wrapUpDelayedFields),
  'wrap-up-done': define('wrap-up-done', none),
  'extension-lost': define('extension-lost', extensionFields),
  'extension-back': define('extension-back', none),
  network: define('network', networkFields),
  'link-up': define('link-up', none),
  'link-down': define('link-down', none),
  breaks: define('breaks', breaksFields),
  identity: define('identity', identityFields),
  agents: define('agents', agentsFields),
};

/**
 * The signal of a message; null where a known message tells the state nothing. A message of an unknown name may be the
 * answer or the end of a call, so it makes that call presumed.
 * @param messageID the name, after the tenant's aliases
 * @param at the time of arrival in milliseconds since 1970
 */
export function signalFromMessage(messageID: string, message: SdkMessage, at: number): Signal | null {
  const type = isKnown(messageID) ? signalOf(messageID) : 'call-presumed';
  return type && decoders[type]({ origin: 'message', fields: message, params: emptyFields, at });
}

/** The signal of a command that succeeded; null where its success tells the state nothing. */
export function signalFromResult(command: CommandName, params: Fields, result: unknown, at: number): Signal | null {
  const { signal, when } = commandRow(command);
  const fields = isRecord(result) ? result : emptyFields;
  return signal ? decoders[signal]({ origin: 'result', fields, params, at, appliesTo: when.call }) : null;
}

export { parseAttachedData, readAttachedData } from './decoders.js';
export { isSamePresence, isVaguePresence, renamedBreak, withBreakName } from './presence.js';
export type * from './signals.js';
