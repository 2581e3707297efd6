import type { AgentSettings } from './agent-settings.js';

/** What is read at the start, and not again. */
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

const startTriggers: readonly string[] = [...startSettings, 'token', 'tokenProvider', 'manual'];

type Changed = ReadonlyMap<PropertyKey, unknown>;

/** Whether a phone that is not running might start now. */
export const affectsStart = (changed: Changed): boolean => startTriggers.some((name) => changed.has(name));

const isPlainObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Frameworks make the same objects anew at each render. */
const isSameValue = (a: unknown, b: unknown): boolean =>
  isPlainObject(a) && isPlainObject(b) ? JSON.stringify(a) === JSON.stringify(b) : (a ?? '') === (b ?? '');

/** The settings that have changed since the phone was started with them. */
export const changedSettings = (settings: AgentSettings, changed: Changed): readonly string[] =>
  startSettings.filter((name) => changed.get(name) !== undefined && !isSameValue(changed.get(name), settings[name]));
