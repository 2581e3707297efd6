import type { Network } from '../../src/state/index.js';

export type WarningKind = 'mos' | 'ping' | 'loss' | 'jitter';

/** What is too much. A single sample says nothing; three of five do, and none of five takes it back. */
const limits: Record<WarningKind, (sample: Network) => boolean> = {
  mos: ({ mos }) => mos < 3,
  ping: ({ ping }) => ping > 400,
  loss: ({ loss }) => loss > 1,
  jitter: ({ jitter }) => jitter > 30,
};
const kinds = Object.keys(limits) as WarningKind[];
const LOOKED_AT = 5;
const RAISED_BY = 3;

/** Milliseconds after which samples don't belong together: another call, or the network was gone. */
const GAP = 10_000;
/** Milliseconds that the trend reaches back. */
export const SPAN = 120_000;

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
    const goesOn = last !== undefined && sample.at - last.at <= GAP;
    const run = [...(goesOn ? (this.runs.at(-1) ?? []) : []), sample];
    const runs = [...(goesOn ? this.runs.slice(0, -1) : this.runs), run];
    this.runs = runs.map((each) => each.filter(({ at }) => sample.at - at <= SPAN)).filter((each) => each.length > 0);
    const recent = run.slice(-LOOKED_AT);
    this.warnings = kinds.filter((kind) => {
      const over = recent.filter(limits[kind]).length;
      return over >= RAISED_BY || (over > 0 && goesOn && this.warnings.includes(kind));
    });
  }

  get lowest(): number {
    return Math.min(...this.runs.flat().map(({ mos }) => mos));
  }
}

const trends = new WeakMap<object, Trend>();

/** One trend a session: it outlives the elements that draw it. */
export function trendOf(session: object): Trend {
  let trend = trends.get(session);
  if (!trend) trends.set(session, (trend = new Trend()));
  return trend;
}
