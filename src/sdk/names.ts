/**
 * The one rule that turns a vendor's camel-case name into kebab case: a dash between a small letter or digit and a
 * capital, and before the last capital of a run that a small letter follows. Here for values, below for types.
 */
export function kebab(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}

/** The kit's own event names without `sobot-`; an SDK message must not be mistaken for one of them. */
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

const kitNames: ReadonlySet<string> = new Set(kitEventNames);
const derived = new Map<string, string>();
const DERIVED_MAX = 500;

/** The DOM event that an SDK message goes out as: `EventRinging` -> `sobot-ringing`, `EventError` -> `sobot-event-error`. */
export function domEventName(messageID: string): string {
  let name = derived.get(messageID);
  if (name === undefined) {
    const word = kebab(messageID.replace(/^Event(?=.)/, ''));
    name = `sobot-${kitNames.has(word) ? 'event-' : ''}${word}`;
    if (derived.size < DERIVED_MAX) derived.set(messageID, name);
  }
  return name;
}

type IsCapital<C extends string> = C extends Lowercase<C> ? false : true;
type IsSmall<C extends string> = C extends Uppercase<C> ? false : true;
type First<S extends string> = S extends `${infer C}${string}` ? C : '';

type IsDigit<C extends string> = C extends `${number}` ? true : false;

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
