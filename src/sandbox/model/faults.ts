/** The document's letter for the voice connection: `e` good, `d` normal, `c` poor, `b` terrible, `a` disconnected. */
export type QualityLetter = 'a' | 'b' | 'c' | 'd' | 'e';

/** One name, several, or `*` for all of them. */
export type Names = string | readonly string[];

/**
 * Trouble on demand: plain data, set at any time by a page, a test or `<sobot-sandbox>`. Command names are the
 * vendor's, `initAgent` included.
 */
export interface Faults {
  /** Milliseconds by which every answer comes later. */
  slow: number;
  /** Commands that answer with an error and change nothing. */
  refuse: Names;
  /** Commands that do what they should, but whose callback never comes. */
  drop: Names;
  /** Commands whose callback comes twice. */
  twice: Names;
  /** Commands that throw instead of taking the request. */
  throw: Names;
  /** messageIDs that are never delivered. */
  silent: Names;
  /** Every sample of the voice connection gets this letter and figures that go with it; empty: as measured. */
  garble: QualityLetter | '';
}

export const noFaults = (): Faults => ({
  slow: 0,
  refuse: [],
  drop: [],
  twice: [],
  throw: [],
  silent: [],
  garble: '',
});

/** Whether a fault concerns this command or messageID. */
export const isAffected = (names: Names, name: string): boolean =>
  (typeof names === 'string' ? [names] : names).some((each) => each === '*' || each === name);
