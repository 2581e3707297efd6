/**
 * The trend of the voice connection. A single bad sample means nothing; `<sobot-network-quality>` warns when bad samples
 * repeat, and takes the warning back only when all recent samples are good, so that it doesn't flicker.
 */
import type { Network } from '../../src/state/index.js';

/** The measure that is bad. Each has a sentence of its own. */
export type WarningKind = 'mos' | 'ping' | 'loss' | 'jitter';

/** A sample with a lower estimated MOS is bad. */
export const MOS_WARNING = 3;

/** Whether a sample is bad, by kind; the kind that disturbs a conversation most comes first. */
const isBadSample: Readonly<Record<WarningKind, (sample: Network) => boolean>> = {
  mos: ({ mos }) => mos < MOS_WARNING,
  ping: ({ ping }) => ping > 400,
  loss: ({ loss }) => loss > 1,
  jitter: ({ jitter }) => jitter > 30,
};
const warningKinds = Object.keys(isBadSample) as WarningKind[];
/** The number of newest samples that decide, and how many of them must be bad for a warning. */
const RECENT_SAMPLES = 5;
const MIN_BAD_SAMPLES = 3;

/** A longer pause between two samples separates them: another call, or the network was lost. */
const MAX_GAP_MS = 10_000;
/** The age of the oldest sample that is kept. */
export const TREND_MS = 120_000;

/** The samples of the last minutes, and the warnings that follow from them. */
export class Trend {
  /** The samples, oldest first. Within a run there is no gap. */
  runs: readonly (readonly Network[])[] = [];
  /** The warnings that are due, the worst first. */
  warnings: readonly WarningKind[] = [];

  /** Adds the newest sample. A sample that was added before, or an older one, is ignored. */
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
      const badSamples = recent.filter(isBadSample[kind]).length;
      return badSamples >= MIN_BAD_SAMPLES || (badSamples > 0 && isContinuous && this.warnings.includes(kind));
    });
  }

  /** The lowest estimated MOS of all samples; `Infinity` without samples. */
  get lowestMos(): number {
    return Math.min(...this.runs.flat().map(({ mos }) => mos));
  }
}

/** Held weakly: a trend ends with its session. */
const trendsBySession = new WeakMap<object, Trend>();

/**
 * Returns the one trend of a session. It outlives the elements that render it, so an element that is moved or added
 * during a call shows the whole line.
 */
export function trendOf(session: object): Trend {
  const existing = trendsBySession.get(session);
  if (existing) return existing;
  const trend = new Trend();
  trendsBySession.set(session, trend);
  return trend;
}
