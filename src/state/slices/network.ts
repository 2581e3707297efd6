/** The quality of the voice connection: the newest sample, and the figures over the running call. */
import { patch } from '../../internal/index.js';
import type { AgentState, CallQuality, QualityLetter } from '../model.js';
import type { SignalOf } from '../normalize/index.js';

/**
 * The mean opinion score that the ITU-T G.107 E-model estimates for G.711 with loss concealment.
 * @param ping round trip in milliseconds
 * @param jitter in milliseconds
 * @param loss in percent
 * @returns 1 (bad) to 4.5 (excellent)
 */
export function estimateMos(ping: number, jitter: number, loss: number): number {
  const delay = ping / 2 + 2 * jitter + 20;
  const delayImpairment = 0.024 * delay + (delay > 177.3 ? 0.11 * (delay - 177.3) : 0);
  const lossImpairment = (95 * loss) / (loss + 25.1);
  const r = 93.2 - delayImpairment - lossImpairment;
  if (r <= 0) return 1;
  if (r >= 100) return 4.5;
  return Math.max(1, 1 + 0.035 * r + 7e-6 * r * (r - 60) * (100 - r));
}

/** The letters, best first. */
const BEST_TO_WORST = 'edcba';

/** The worse of two letters; a sample without a letter doesn't count. */
const worse = (a: QualityLetter | null, b: QualityLetter | null): QualityLetter | null =>
  a === null || (b !== null && BEST_TO_WORST.indexOf(b) > BEST_TO_WORST.indexOf(a)) ? b : a;

/** The start of a running mean. It never gets into the state, where null stands for no samples. */
const emptyQuality: CallQuality = { worst: null, mos: 0, lowest: Infinity, samples: 0 };

/**
 * Adds a sample to the figures of a call. The mean is updated in place, because the samples are not
 * kept.
 */
function addSample(before: CallQuality, letter: QualityLetter | null, mos: number): CallQuality {
  const samples = before.samples + 1;
  return Object.freeze({
    worst: worse(before.worst, letter),
    mos: before.mos + (mos - before.mos) / samples,
    lowest: Math.min(before.lowest, mos),
    samples,
  });
}

/**
 * Takes over a voice sample, and counts it for an answered call. A sample without a round trip and
 * without a letter is ignored, because it says nothing.
 */
export function networkSampled(state: AgentState, signal: SignalOf<'network'>): AgentState {
  const { ping, jitter, loss, quality, at } = signal;
  if (ping === undefined && quality === null) return state;
  const mos = estimateMos(ping ?? 0, jitter, loss);
  const network = Object.freeze({ ping: ping ?? 0, jitter, loss, quality, mos, at });
  if (!state.call?.connectedAt) return patch(state, { network });
  return patch(state, { network, quality: addSample(state.quality ?? emptyQuality, quality, mos) });
}
