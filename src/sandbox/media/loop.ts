/** What generated sound is made at: telephone wideband, and a third of the work of 48 kHz. */
export const SAMPLE_RATE = 16_000;

/** Brings the loudest sample to `peak`. */
export function normalise(samples: Float32Array, peak: number): Float32Array {
  const loudest = samples.reduce((max, sample) => Math.max(max, Math.abs(sample)), 0);
  return loudest > 0 ? samples.map((sample) => (sample * peak) / loudest) : samples;
}

/** Plays the samples round and round. The buffer plays itself: no timer that a background tab would slow down. */
export function loop(context: BaseAudioContext, samples: Float32Array): AudioBufferSourceNode {
  const buffer = context.createBuffer(1, samples.length, SAMPLE_RATE);
  buffer.getChannelData(0).set(samples);
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.loop = true;
  source.start();
  return source;
}
