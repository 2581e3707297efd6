import type {
  CanJoinedInfoResult,
  JoinedQueue,
  PhoneType,
  PhoneTypeRow,
  PhoneTypesResult,
} from '../../src/sdk/index.js';
import { rows } from '../../src/queries/index.js';

export const phoneTypes: readonly PhoneType[] = ['webrtc', 'sip', 'pstn'];

export const phoneTypeOf = (value: unknown): PhoneType | undefined => phoneTypes.find((each) => each === value);

/** `1` online, `2` do not disturb. */
export type LoginState = '1' | '2';

/** What the platform says about this agent's login, from two queries that both may fail. */
export interface LoginSettings {
  /** The answering methods that the agent may use. */
  readonly methods: readonly PhoneType[];
  readonly method: PhoneType | '';
  readonly ext: string;
  readonly mobile: string;
  readonly state: LoginState;
}

const toText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** Both spellings of the default are documented. */
const isDefault = (row: PhoneTypeRow): boolean =>
  String(row.default) === 'true' || String(row.defaultPhoneType) === 'true';

/** Where nothing is known every method is offered: the platform judges. */
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

export interface SkillGroup {
  readonly name: string;
  readonly weight: number | null;
  /** Null where agents don't choose (`checkin` is blank). */
  readonly isServedByDefault: boolean | null;
}

export const skillGroupsOf = (queues: readonly JoinedQueue[] | undefined): readonly SkillGroup[] =>
  rows(queues).map(({ queueName, queueID, queueWeight, checkin }) => ({
    name: toText(queueName) || toText(queueID),
    weight: toText(queueWeight) === '' ? null : Number(queueWeight),
    isServedByDefault: toText(checkin) === '' ? null : toText(checkin) === '0',
  }));
