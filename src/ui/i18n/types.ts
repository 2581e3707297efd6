/**
 * Types of messages and of the function that looks them up. They let the compiler find a missing
 * translation, an unknown key and a wrong argument.
 */

/** A text, or a function that builds it from numbers and names. */
export type Message = string | ((...args: never[]) => string);

/** Texts by key: `dialer.call` → `Call`. */
export type Messages = Readonly<Record<string, Message>>;

/** The arguments of a message; none for a plain text. */
type MessageArgs<T> = T extends (...args: infer A) => string ? A : [];

/** The keys of the messages without arguments. */
type TextKey<M> = { [K in keyof M & string]: M[K] extends string ? K : never }[keyof M & string];

/**
 * Looks up one of the messages `M`.
 *
 * A function that renders texts for several elements takes the `Translate` of just the messages
 * that it uses. The two overloads and `accepts` make the translate function of any element with at
 * least those messages assignable to it.
 */
export interface Translate<out M> {
  <K extends TextKey<M>>(key: K): string;
  <K extends keyof M & string>(key: K, ...args: MessageArgs<M[K]>): string;
  /** Carries the accepted keys at the type level; never set. */
  readonly accepts?: (key: keyof M) => void;
}

/** The same keys with the same arguments in another language: a missing key doesn't compile. */
export type Translation<M> = {
  readonly [K in keyof M]: M[K] extends (...args: infer A) => string ? (...args: A) => string : string;
};
