/** The same keys in another language, with the same arguments; a missing one does not compile. */
export type Translation<W> = {
  readonly [K in keyof W]: W[K] extends (...args: infer A) => string ? (...args: A) => string : string;
};
