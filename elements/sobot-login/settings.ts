/**
 * The values of the login form: what the agent has entered, what the page presets, and what the platform says, in this
 * order. The platform's part comes from two queries, and both may fail (sections "Query Agent Answering Method" and
 * "Query agent login data" of the vendor's document).
 */
import type {
  CanJoinedInfoResult,
  JoinedQueue,
  PhoneType,
  PhoneTypeRow,
  PhoneTypesResult,
} from '../../src/sdk/index.js';
import { rows } from '../../src/queries/index.js';

const phoneTypes: readonly PhoneType[] = ['webrtc', 'sip', 'pstn'];

const phoneTypeOf = (value: unknown): PhoneType | undefined => phoneTypes.find((each) => each === value);

/** The initial status, by the vendor's code: `1` ready, `2` do not disturb. */
export type LoginState = '1' | '2';

/** The values that the form shows and sends. */
export interface LoginSettings {
  /** The answering methods that the agent may use. */
  readonly methods: readonly PhoneType[];
  /** Empty where there is no method to use. */
  readonly method: PhoneType | '';
  readonly ext: string;
  /** The agent's own telephone number. The platform may mask it. */
  readonly mobile: string;
  readonly state: LoginState;
}

/** The values that the agent has entered; null where a value is as preset. */
export interface LoginInput {
  readonly method: PhoneType | null;
  readonly ext: string | null;
  readonly mobile: string | null;
  readonly state: LoginState | null;
  /** The extension is unbound at logout. */
  readonly unbind: boolean;
}

export const emptyInput: LoginInput = { method: null, ext: null, mobile: null, state: null, unbind: false };

/** The attributes of `<sobot-login>`; empty where the page presets nothing. */
export interface LoginPresets {
  readonly phoneType: string;
  readonly ext: string;
  readonly initialState: string;
}

const presetStates: Readonly<Record<string, LoginState>> = { online: '1', dnd: '2' };

const toText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** The document has both spellings of the default. */
const isDefault = (row: PhoneTypeRow): boolean =>
  String(row.default) === 'true' || String(row.defaultPhoneType) === 'true';

/**
 * Reads the platform's part from the results of the queries.
 * Where it names no answering method, every method is offered, and the platform refuses a wrong one at login.
 * @param types null: unknown
 * @param joined null: unknown
 */
export function loginSettingsOf(types: PhoneTypesResult | null, joined: CanJoinedInfoResult | null): LoginSettings {
  const info = joined?.info;
  const reported = rows(types?.phoneTypes ?? info?.phoneTypes);
  const allowed = phoneTypes.filter((each) => reported.some(({ phoneType }) => toText(phoneType) === each));
  const methods = allowed.length > 0 ? allowed : phoneTypes;
  const candidates = [reported.find(isDefault)?.phoneType, types?.currentPhoneType, info?.currentPhoneType].map(toText);
  const method = candidates.map(phoneTypeOf).find((each) => each && methods.includes(each));
  return {
    methods,
    method: method ?? methods[0] ?? '',
    ext: toText(types?.ext) || toText(info?.ext),
    mobile: toText(types?.phone) || toText(info?.phone),
    state: toText(info?.loginStatusCode) === '2' ? '2' : '1',
  };
}

/** Puts the agent's input and the page's presets over the platform's settings. A preset that is not allowed is ignored. */
export function mergeSettings(settings: LoginSettings, presets: LoginPresets, input: LoginInput): LoginSettings {
  const presetMethod = phoneTypeOf(presets.phoneType);
  const method = presetMethod && settings.methods.includes(presetMethod) ? presetMethod : settings.method;
  return {
    methods: settings.methods,
    method: input.method ?? method,
    ext: input.ext ?? (presets.ext || settings.ext),
    mobile: input.mobile ?? settings.mobile,
    state: input.state ?? presetStates[presets.initialState] ?? settings.state,
  };
}

/** A group of agents that the agent belongs to. */
export interface SkillGroup {
  readonly name: string;
  /** Null where the platform gives none. */
  readonly weight: number | null;
  /** Null where agents don't choose their groups (`checkin` is blank). */
  readonly isServedByDefault: boolean | null;
}

/** Reads the rows of a query about skill groups. */
export const skillGroupsOf = (queues: readonly JoinedQueue[] | undefined): readonly SkillGroup[] =>
  rows(queues).map(({ queueName, queueID, queueWeight, checkin }) => ({
    name: toText(queueName) || toText(queueID),
    weight: toText(queueWeight) === '' ? null : Number(queueWeight),
    isServedByDefault: toText(checkin) === '' ? null : toText(checkin) === '0',
  }));
