/**
 * Names of DOM events, derived from names of messages. The rule exists twice, as a function and as
 * types, so that `addEventListener` knows the event of every message without a list that could fall
 * behind. A test compares the two.
 */

/**
 * Converts a camel-case name of the vendor to kebab case. A dash is set between a small letter or
 * digit and a capital, and before the last capital of a run that a small letter follows:
 * `EventAgentNotReady` → `event-agent-not-ready`.
 */
export function kebab(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}

/** Names of the kit's own events without `sobot-`, which no message may take. */
export const kitEventNames = [
  'event',
  'phase-change',
  'state-change',
  'call-started',
  'call-connected',
  'call-ended',
  'wrap-up-done',
  'command',
  'command-error',
  'error',
  'warning',
  'token-request',
  'screen-pop',
  'preflight-result',
] as const;

const taken: ReadonlySet<string> = new Set(kitEventNames);
/** Cache of names: the network samples alone ask for one every few seconds. */
const derived = new Map<string, string>();
/** Bound of the cache, for a platform that puts ids into the names of messages. */
const DERIVED_MAX = 500;

/**
 * Returns the name of the DOM event of a message: `EventRinging` → `sobot-ringing`. A name that the
 * kit uses itself gets a prefix: `EventError` → `sobot-event-error`.
 */
export function domEventName(messageID: string): string {
  let name = derived.get(messageID);
  if (name === undefined) {
    const word = kebab(messageID.replace(/^Event(?=.)/, ''));
    name = `sobot-${taken.has(word) ? 'event-' : ''}${word}`;
    if (derived.size < DERIVED_MAX) derived.set(messageID, name);
  }
  return name;
}

/** Characters of the rule: a digit is neither capital nor small. */
type IsCapital<C extends string> = C extends Lowercase<C> ? false : true;
type IsSmall<C extends string> = C extends Uppercase<C> ? false : true;
type First<S extends string> = S extends `${infer C}${string}` ? C : '';

type IsDigit<C extends string> = C extends `${number}` ? true : false;

/** The dash before `C`, or nothing. */
type Dash<Previous extends string, C extends string, Rest extends string> =
  IsCapital<C> extends false
    ? ''
    : true extends IsSmall<Previous> | IsDigit<Previous>
      ? '-'
      : IsCapital<Previous> extends true
        ? IsSmall<First<Rest>> extends true
          ? '-'
          : ''
        : '';

/** {@link kebab} at the type level. */
export type Kebab<S extends string, Previous extends string = ''> = S extends `${infer C}${infer Rest}`
  ? `${Dash<Previous, C, Rest>}${Lowercase<C>}${Kebab<Rest, C>}`
  : '';

type Word<M extends string> = M extends `Event${infer Rest}` ? (Rest extends '' ? Kebab<M> : Kebab<Rest>) : Kebab<M>;

/** {@link domEventName} at the type level. */
export type DomEventName<M extends string> =
  Word<M> extends (typeof kitEventNames)[number] ? `sobot-event-${Word<M>}` : `sobot-${Word<M>}`;
