import type { AgentSettings } from './agent-settings.js';

/** What is read at the start, and not again. */
const readAtStart = [
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

const deciding: readonly string[] = [...readAtStart, 'token', 'tokenProvider', 'manual'];

type Changed = ReadonlyMap<PropertyKey, unknown>;

/** Whether a phone that is not running might start now. */
export const decides = (changed: Changed): boolean => deciding.some((name) => changed.has(name));

const isPlain = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Frameworks make the same objects anew at each render. */
const isSame = (a: unknown, b: unknown): boolean =>
  isPlain(a) && isPlain(b) ? JSON.stringify(a) === JSON.stringify(b) : (a ?? '') === (b ?? '');

/** The settings that have changed since the phone was started with them. */
export const changedSettings = (settings: AgentSettings, changed: Changed): readonly string[] =>
  readAtStart.filter((name) => changed.get(name) !== undefined && !isSame(changed.get(name), settings[name]));
