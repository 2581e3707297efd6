/**
 * The boundary to the vendor: every message and every result becomes one typed signal here. Stateless. Behind it only
 * the event log and a screen pop's placeholders read a field of a message by name.
 */
import { emptyFields, type Fields, isRecord } from '../../internal/index.js';
import { commandRow, isKnown, signalOf, type CommandName, type SdkMessage, type SignalType } from '../../sdk/index.js';
import * as read from './fields.js';
import type { Signal, SignalFields, SignalOf } from './signals.js';

const none = (): Record<never, never> => ({});

const define =
  <T extends SignalType>(type: T, fields: (source: read.Source) => SignalFields[T]) =>
  (source: read.Source): { type: T; origin: read.Source['origin']; at: number } & SignalFields[T] => ({
    ...fields(source),
    type,
    origin: source.origin,
    at: source.at,
  });

const decoders: { readonly [T in SignalType]: (source: read.Source) => SignalOf<T> } = {
  'agent-login': define('agent-login', read.loginFields),
  'agent-ready': define('agent-ready', read.readyFields),
  'agent-not-ready': define('agent-not-ready', read.notReadyFields),
  'agent-logout': define('agent-logout', none),
  restore: define('restore', read.restoreFields),
  displaced: define('displaced', none),
  'call-dialing': define('call-dialing', read.dialingFields),
  'call-ringing': define('call-ringing', read.callFields),
  'call-talking': define('call-talking', read.callFields),
  'call-held': define('call-held', read.callFields),
  'call-retrieved': define('call-retrieved', read.callFields),
  'call-muted': define('call-muted', read.callFields),
  'call-unmuted': define('call-unmuted', read.callFields),
  'call-changed': define('call-changed', read.callFields),
  'call-presumed': define('call-presumed', read.callFields),
  'call-ended': define('call-ended', read.callFields),
  'call-hung-up': define('call-hung-up', read.callFields),
  'party-added': define('party-added', read.callFields),
  'party-deleted': define('party-deleted', read.callFields),
  'consult-dialing': define('consult-dialing', read.consultDialingFields),
  'consult-cancelled': define('consult-cancelled', none),
  'consult-returned': define('consult-returned', none),
  'consult-conference': define('consult-conference', none),
  'wrap-up-delayed': define('wrap-up-delayed', read.wrapUpDelayedFields),
  'wrap-up-done': define('wrap-up-done', none),
  'extension-lost': define('extension-lost', read.extensionFields),
  'extension-back': define('extension-back', none),
  network: define('network', read.networkFields),
  'link-up': define('link-up', none),
  'link-down': define('link-down', none),
  breaks: define('breaks', read.breaksFields),
  identity: define('identity', read.identityFields),
  agents: define('agents', read.agentsFields),
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

export { noDetails } from './fields.js';
export { parseAttachedData } from './decoders.js';
export { isSamePresence, isVaguePresence, renamedBreak, withBreakName } from './presence.js';
export type * from './signals.js';
