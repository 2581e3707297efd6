import { SobotError, type SobotAgentSdk, type SobotClient } from '../../src/sdk/index.js';
import type { JsonObject } from './agent-settings.js';

/** The attributes that `initAgent` and the loader need. */
export interface RequiredSettings {
  readonly sandbox: boolean;
  readonly sdk: SobotClient | SobotAgentSdk | null;
  readonly sysnum: string;
  readonly sdkSrc: string;
  readonly companyId: string;
  readonly agent: string;
}

const remedies: Readonly<Record<string, string>> = {
  sysnum: 'the enterprise id of your Sobot account, or use the attribute sandbox to try without one',
  'company-id': 'the company code of your Sobot account',
  agent: 'the agent\'s work number, or the id with agent-type="1"',
  token: 'better token-url, or the property tokenProvider, or answer the event sobot-token-request',
};

/**
 * The first attribute that is missing; null if the phone can start.
 * @param hasToken whether there is any place to get a token from; asked last, since it may ask the page
 */
export function missingAttribute(settings: RequiredSettings, hasToken: () => boolean): string | null {
  if (settings.sandbox) return null;
  if (!settings.sdk && !settings.sysnum && !settings.sdkSrc) return 'sysnum';
  if (!settings.companyId) return 'company-id';
  if (!settings.agent) return 'agent';
  return hasToken() ? null : 'token';
}

export const missingError = (attribute: string): SobotError =>
  new SobotError('config', `<sobot-agent> has no ${attribute}. Set it: ${remedies[attribute] ?? attribute}.`);

/** JSON of an attribute, or the object that a script has set; undefined, after a word to the page, if it is neither. */
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

/** The fields that are texts. */
export const stringFields = (fields: Readonly<Record<string, unknown>> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  );
