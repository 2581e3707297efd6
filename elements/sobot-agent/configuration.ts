/**
 * Checks of the configuration: what is missing for a start, what is invalid, and which changes matter when. The session
 * controller acts on the results.
 */
import { SobotError, type SobotAgentSdk, type SobotClient } from '../../src/sdk/index.js';
import type { AgentSettings, JsonObject } from './agent-settings.js';

/** The settings that the loader and `initAgent` need. */
export interface RequiredSettings {
  readonly sandbox: boolean;
  readonly sdk: SobotClient | SobotAgentSdk | null;
  readonly sysnum: string;
  readonly sdkSrc: string;
  readonly companyId: string;
  readonly agent: string;
}

/** The remedies of the error, by attribute. */
const remedies: Readonly<Record<string, string>> = {
  sysnum: 'the enterprise id of your Sobot account, or use the attribute sandbox to try without one',
  'company-id': 'the company code of your Sobot account',
  agent: 'the agent\'s work number, or the id with agent-type="1"',
  token: 'better token-url, or the property tokenProvider, or answer the event sobot-token-request',
};

/**
 * The first attribute that is missing, null if the session can start. The sandbox needs none.
 * @param hasToken whether there is any source of a token; called last, because it may dispatch an event to the page
 */
export function missingAttribute(settings: RequiredSettings, hasToken: () => boolean): string | null {
  if (settings.sandbox) return null;
  if (!settings.sdk && !settings.sysnum && !settings.sdkSrc) return 'sysnum';
  if (!settings.companyId) return 'company-id';
  if (!settings.agent) return 'agent';
  return hasToken() ? null : 'token';
}

/** The error for a missing attribute, with its remedy. */
export const missingError = (attribute: string): SobotError =>
  new SobotError('config', `<sobot-agent> has no ${attribute}. Set it: ${remedies[attribute] ?? attribute}.`);

/**
 * Parses the JSON of an attribute, or copies the object that a script has set.
 * @param onInvalid reports the reason if the value is neither
 * @returns undefined without a valid object
 */
export function parseJsonObject(
  value: JsonObject | string | null,
  onInvalid: (reason: string) => void,
): JsonObject | undefined {
  if (value === null || value === '') return undefined;
  try {
    const object: unknown = typeof value === 'string' ? JSON.parse(value) : value;
    if (typeof object === 'object' && object !== null && !Array.isArray(object)) return { ...object };
    onInvalid('it is no JSON object');
  } catch (cause) {
    onInvalid(cause instanceof Error ? cause.message : String(cause));
  }
  return undefined;
}

/** The fields that are strings. */
export const stringFields = (fields: Readonly<Record<string, unknown>> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  );

/** The settings that are read at the start. A change counts at the next one. */
const startSettings = [
  'sysnum',
  'sdkSrc',
  'companyId',
  'agent',
  'agentType',
  'tokenUrl',
  'tokenCredentials',
  'allowStorageListen',
  'initOptions',
  'sandbox',
  'sdk',
  'loadTimeout',
  'commandTimeout',
  'eventAliases',
  'preview',
] as const satisfies readonly (keyof AgentSettings)[];

/** The settings whose change may make a start possible. */
const startTriggers: readonly string[] = [...startSettings, 'token', 'tokenProvider', 'manual'];

type Changed = ReadonlyMap<PropertyKey, unknown>;

/** Whether a change may make a start possible. */
export const affectsStart = (changed: Changed): boolean => startTriggers.some((name) => changed.has(name));

const isPlainObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Equality by value: frameworks create equal objects anew at each render, which is no change. */
const isSameValue = (a: unknown, b: unknown): boolean =>
  isPlainObject(a) && isPlainObject(b) ? JSON.stringify(a) === JSON.stringify(b) : (a ?? '') === (b ?? '');

/** The names of the settings whose values differ from those that the session was started with. */
export const changedSettings = (settings: AgentSettings, changed: Changed): readonly string[] =>
  startSettings.filter((name) => changed.get(name) !== undefined && !isSameValue(changed.get(name), settings[name]));

/** The longest delay that timers take: a signed 32-bit integer. A longer one would run at once. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/** Converts the seconds of an attribute to milliseconds. An invalid value counts as the fallback. */
export const toMilliseconds = (seconds: number, fallbackSeconds: number): number =>
  Math.min((Number.isFinite(seconds) && seconds > 0 ? seconds : fallbackSeconds) * 1000, MAX_TIMEOUT_MS);
