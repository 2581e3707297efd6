/**
 * Faults on demand. A real platform fails in ways that a page can't provoke: it answers late,
 * twice, with errors, or not at all. They are plain data that a page, a test or `<sobot-sandbox>`
 * sets at any time.
 */

/** Voice quality, in the document's letters: `e` good, `d` normal, `c` poor, `b` terrible, `a` disconnected. */
export type QualityLetter = 'a' | 'b' | 'c' | 'd' | 'e';

/** One name, several names, or `*` for all. */
export type Names = string | readonly string[];

/** Faults of one call centre. Command names are the vendor's, including `initAgent`. */
export interface Faults {
  /** Delay that is added to every answer, milliseconds. */
  slow: number;
  /** Commands that answer with an error and change nothing. The code is `SANDBOX_REFUSED`. */
  refuse: Names;
  /** Commands that are executed without calling back: the page sees the effect and no answer. */
  drop: Names;
  /** Commands that call back twice. The document does not exclude it. */
  twice: Names;
  /** Commands that throw. */
  throw: Names;
  /** IDs of messages that are not delivered. */
  silent: Names;
  /** Letter of every sample of voice quality, with figures to match. Empty: the samples stay as measured. */
  quality: QualityLetter | '';
  /** @deprecated Use `quality`, which this name reads and sets. */
  garble: QualityLetter | '';
}

/** Creates the initial faults: none. */
export const noFaults = (): Faults => ({
  slow: 0,
  refuse: [],
  drop: [],
  twice: [],
  throw: [],
  silent: [],
  quality: '',
  // An accessor, so that both names are always the same value.
  get garble() {
    return this.quality;
  },
  set garble(letter) {
    this.quality = letter;
  },
});

/** Whether a fault is set for this command or messageID. */
export const isAffected = (names: Names, name: string): boolean =>
  (typeof names === 'string' ? [names] : names).some((each) => each === '*' || each === name);
