import type { Network } from '../../src/state/index.js';

export type WarningKind = 'mos' | 'ping' | 'loss' | 'jitter';

/** What is too much. A single sample says nothing; three of five do, and none of five takes it back. */
const thresholds: Record<WarningKind, (sample: Network) => boolean> = {
  mos: ({ mos }) => mos < 3,
  ping: ({ ping }) => ping > 400,
  loss: ({ loss }) => loss > 1,
  jitter: ({ jitter }) => jitter > 30,
};
const warningKinds = Object.keys(thresholds) as WarningKind[];
const RECENT_SAMPLES = 5;
const MIN_BAD_SAMPLES = 3;

/** Milliseconds after which samples don't belong together: another call, or the network was gone. */
const MAX_GAP_MS = 10_000;
/** Milliseconds that the trend reaches back. */
export const TREND_MS = 120_000;

/** The last minutes of samples, and the warnings that follow from them. */
export class Trend {
  /** Oldest first; each run is without a gap. */
  runs: readonly (readonly Network[])[] = [];
  /** The worst first. */
  warnings: readonly WarningKind[] = [];

  /** The same sample, told twice, counts once. */
  add(sample: Network): void {
    const last = this.runs.at(-1)?.at(-1);
    if (last && (sample === last || sample.at < last.at)) return;
    const isContinuous = last !== undefined && sample.at - last.at <= MAX_GAP_MS;
    const run = [...(isContinuous ? (this.runs.at(-1) ?? []) : []), sample];
    const runs = [...(isContinuous ? this.runs.slice(0, -1) : this.runs), run];
    this.runs = runs
      .map((each) => each.filter(({ at }) => sample.at - at <= TREND_MS))
      .filter((each) => each.length > 0);
    const recent = run.slice(-RECENT_SAMPLES);
    this.warnings = warningKinds.filter((kind) => {
      const badSamples = recent.filter(thresholds[kind]).length;
      return badSamples >= MIN_BAD_SAMPLES || (badSamples > 0 && isContinuous && this.warnings.includes(kind));
    });
  }

  get lowestMos(): number {
    return Math.min(...this.runs.flat().map(({ mos }) => mos));
  }
}

const trendsBySession = new WeakMap<object, Trend>();

/** One trend a session: it outlives the elements that draw it. */
export function trendOf(session: object): Trend {
  let trend = trendsBySession.get(session);
  if (!trend) trendsBySession.set(session, (trend = new Trend()));
  return trend;
}
