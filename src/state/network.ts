import { num, patch } from '../internal/index.js';
import { quality, worse } from './fields.js';
import { estimateMos } from './mos.js';
import { type Handler } from './news.js';
import type { CallQuality } from './model.js';

export const networkSampled: Handler = (state, { fields, at }) => {
  const ping = num(fields['ping']);
  const jitter = num(fields['jitter']) ?? 0;
  const loss = num(fields['loss']) ?? 0;
  const letter = quality(fields['quality']);
  if (ping === undefined && letter === null) return state;
  const mos = estimateMos(ping ?? 0, jitter, loss);
  const network = Object.freeze({ ping: ping ?? 0, jitter, loss, quality: letter, mos, at });
  if (!state.call?.connectedAt) return patch(state, { network });
  const before: CallQuality = state.quality ?? { worst: null, mos: 0, lowest: Infinity, samples: 0 };
  const samples = before.samples + 1;
  return patch(state, {
    network,
    quality: Object.freeze({
      worst: worse(before.worst, letter),
      mos: before.mos + (mos - before.mos) / samples,
      lowest: Math.min(before.lowest, mos),
      samples,
    }),
  });
};
