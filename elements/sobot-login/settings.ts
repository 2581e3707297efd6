import type {
  CanJoinedInfoResult,
  JoinedQueue,
  PhoneType,
  PhoneTypeRow,
  PhoneTypesResult,
} from '../../src/sdk/index.js';
import { rows } from '../../src/queries/query-cache.js';

export const phoneTypes: readonly PhoneType[] = ['webrtc', 'sip', 'pstn'];

export const phoneTypeOf = (value: unknown): PhoneType | undefined => phoneTypes.find((each) => each === value);

/** `1` online, `2` do not disturb. */
export type LoginState = '1' | '2';

/** What the platform says about this agent's login, from two queries that both may fail. */
export interface Settings {
  /** The answering methods that the agent may use. */
  readonly methods: readonly PhoneType[];
  readonly method: PhoneType | '';
  readonly ext: string;
  readonly mobile: string;
  readonly state: LoginState;
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** Both spellings of the default are documented. */
const isDefault = (row: PhoneTypeRow): boolean =>
  String(row.default) === 'true' || String(row.defaultPhoneType) === 'true';

/** Where nothing is known every method is offered: the platform judges. */
export function settingsOf(types: PhoneTypesResult | null, joined: CanJoinedInfoResult | null): Settings {
  const info = joined?.info;
  const told = rows(types?.phoneTypes ?? info?.phoneTypes);
  const allowed = phoneTypes.filter((each) => told.some(({ phoneType }) => text(phoneType) === each));
  const methods = allowed.length > 0 ? allowed : phoneTypes;
  const wanted = [told.find(isDefault)?.phoneType, types?.currentPhoneType, info?.currentPhoneType].map(text);
  const method = wanted.map(phoneTypeOf).find((each) => each && methods.includes(each));
  return {
    methods,
    method: method ?? methods[0] ?? '',
    ext: text(types?.ext) || text(info?.ext),
    mobile: text(types?.phone) || text(info?.phone),
    state: text(info?.loginStatusCode) === '2' ? '2' : '1',
  };
}

export interface Group {
  readonly name: string;
  readonly weight: number | null;
  /** Null where agents don't choose (`checkin` is blank). */
  readonly byDefault: boolean | null;
}

export const groupsOf = (queues: readonly JoinedQueue[] | undefined): readonly Group[] =>
  rows(queues).map(({ queueName, queueID, queueWeight, checkin }) => ({
    name: text(queueName) || text(queueID),
    weight: text(queueWeight) === '' ? null : Number(queueWeight),
    byDefault: text(checkin) === '' ? null : text(checkin) === '0',
  }));
