/** Reads the typed fields of each signal out of a message or a result. */
import { clampToNow, emptyFields, type Fields, isRecord, num, str, time } from '../../internal/index.js';
import { DO_NOT_DISTURB_CODE, type CallStatus } from '../../sdk/index.js';
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
import type { CallDetails, CallFields, SignalFields } from './signals.js';

/** A message, or the result of a command with the parameters that it was sent with. */
export interface Source {
  readonly origin: 'message' | 'result';
  readonly fields: Fields;
  /** Empty for a message. */
  readonly params: Fields;
  readonly at: number;
  /** Only of a result: the call states that the command is meant for. */
  readonly appliesTo?: readonly CallStatus[];
}

/** A signal that tells nothing about a call but that it happened. */
export const noDetails: CallDetails = Object.freeze({
  callId: '',
  otherNumber: '',
  localNumber: '',
  thirdNumber: '',
  queue: '',
});

/** The vendor documents no such field; the embedded call centre sends this one. */
const wrapUpEnd = (fields: Fields): number | null => time(fields['wrapUpEndTimestamp']) ?? null;

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
export const callFields = ({ origin, fields, appliesTo }: Source): CallFields =>
  origin === 'message' ? callMessageFields(fields) : { ...noDetails, wrapUpEndsAt: null, appliesTo };

/** The call that a result begins has the details that were asked for. */
export const dialingFields = (source: Source): CallFields => {
  const { origin, params } = source;
  const asked = { otherNumber: str(params['otherDN']), attachedData: parseAttachedData(params['userData']) };
  return origin === 'message' ? callFields(source) : { ...callFields(source), ...asked };
};

export function loginFields({ origin, fields, params, at }: Source): SignalFields['agent-login'] {
  const asked = origin === 'result' ? { agentState: '2', ...params, ...fields } : fields;
  return { ...presenceFields(fields, decodePresence(asked), at), profile: decodeProfile({ ...params, ...fields }) };
}

export const readyFields = ({ fields, at }: Source): SignalFields['agent-ready'] =>
  presenceFields(fields, { status: 'ready' }, at);

/** A message may say only "occupied" and leave the reason to the result. */
export function notReadyFields({ origin, fields, params, at }: Source): SignalFields['agent-not-ready'] {
  const reasonCode = num(origin === 'result' ? (params['reasonCode'] ?? DO_NOT_DISTURB_CODE) : fields['reasonCode']);
  return presenceFields(fields, reasonCode === undefined ? null : decodeOccupied(reasonCode), at);
}

/** Section "Initialization", tables 2-4: presence, identity, and the call or its after-call work, in one message. */
export function restoreFields({ fields, at }: Source): SignalFields['restore'] {
  const info = isRecord(fields['agentStateInfo']) ? fields['agentStateInfo'] : emptyFields;
  const work = fields['workStatusInfo'];
  const byId = str(info['agentType']) === '1';
  const call = isRecord(work) ? callMessageFields(work) : null;
  return {
    ...presenceFields(info, decodePresence(info), at),
    profile: decodeProfile({ ...info, [byId ? 'agentUUID' : 'agentID']: info['agent'] }),
    call: call && { ...call, state: decodeWorkState(info['workStatus'], call.kind) },
    work: decodeWorkPhase(info['workStatus']),
    workSince: clampToNow(info['workStatusTimestamp'], at),
    wrapUpEndsAt: wrapUpEnd(info),
  };
}

export const networkFields = ({ fields }: Source): SignalFields['network'] => ({
  ping: num(fields['ping']),
  jitter: num(fields['jitter']) ?? 0,
  loss: num(fields['loss']) ?? 0,
  quality: decodeQuality(fields['quality']),
});

export const wrapUpDelayedFields = ({ fields, params }: Source): SignalFields['wrap-up-delayed'] => ({
  endsAt: wrapUpEnd(fields),
  addedSeconds: num(params['delayTime']),
});

export const consultDialingFields = ({ params }: Source): SignalFields['consult-dialing'] => ({
  target: str(params['target']),
});

export const extensionFields = ({ fields }: Source): SignalFields['extension-lost'] => ({
  ext: str(fields['ext'] ?? fields['thisDN']),
});

const rowsOf = (value: unknown): readonly Fields[] =>
  Array.isArray(value) ? value.filter((row: unknown): row is Fields => isRecord(row)) : [];

/** Section "Query Agent Login Status". Rows without a code are dropped. */
export const breaksFields = ({ fields }: Source): SignalFields['breaks'] => ({
  breaks: rowsOf(fields['states']).flatMap((row) => {
    const code = num(row['code']);
    return code === undefined ? [] : [Object.freeze({ code, name: str(row['name']) })];
  }),
});

/** The queries about the agent answer flat, or within `info` (section "Query agent login data"). */
export const identityFields = ({ fields }: Source): SignalFields['identity'] => ({
  profile: decodeProfile(isRecord(fields['info']) ? fields['info'] : fields),
});

/** Section "Query Enterprise Agent List". */
export const agentsFields = ({ fields }: Source): SignalFields['agents'] => ({
  agents: rowsOf(fields['agents']).map((row) => ({
    id: str(row['agentUUID']),
    number: str(row['agentID']),
    presence: decodePresence({ agentState: row['agentState'] }),
    isFree: isFreeWorkStatus(row['workStatus']),
  })),
});
