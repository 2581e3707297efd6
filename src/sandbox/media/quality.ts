/** The vendor's letters: `e` good, `d` normal, `c` poor, `b` terrible, `a` disconnected. */
export type QualityLetter = 'a' | 'b' | 'c' | 'd' | 'e';

export interface NetworkFigures {
  /** Round trip, ms. */
  readonly ping: number;
  /** ms. */
  readonly jitter: number;
  /** Percent. */
  readonly loss: number;
}

/**
 * The most that each letter allows; the worst of the three figures decides. The vendor documents the letters but no
 * figures, so these follow ITU-T G.114 (300 ms there and back is unnoticed, 800 ms is the limit) and what a jitter
 * buffer and Opus conceal. Beyond the last row nobody understands a word.
 */
export const QUALITY_TABLE = [
  { quality: 'e', ping: 300, jitter: 20, loss: 1 },
  { quality: 'd', ping: 400, jitter: 30, loss: 3 },
  { quality: 'c', ping: 600, jitter: 60, loss: 8 },
  { quality: 'b', ping: 1000, jitter: 120, loss: 25 },
] as const satisfies readonly (NetworkFigures & { quality: QualityLetter })[];

export function qualityOf({ ping, jitter, loss }: NetworkFigures): QualityLetter {
  const row = QUALITY_TABLE.find((most) => ping <= most.ping && jitter <= most.jitter && loss <= most.loss);
  return row?.quality ?? 'a';
}
