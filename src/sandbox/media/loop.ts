/** Generated sound: its sample rate, its level, and its playback in a loop. */

/** Sample rate of generated sound: telephone wideband, at a third of the work of 48 kHz. */
export const SAMPLE_RATE_HZ = 16_000;

/** Scales the samples so that the loudest one is `peak`. Changes the array, and returns it. */
export function normalize(samples: Float32Array, peak: number): Float32Array {
  let loudest = 0;
  for (const sample of samples) loudest = Math.max(loudest, Math.abs(sample));
  const factor = loudest > 0 ? peak / loudest : 1;
  for (let i = 0; i < samples.length; i++) samples[i] = (samples[i] ?? 0) * factor;
  return samples;
}

/** Plays the samples in a loop. It needs no timer, which a background tab would slow down. */
export function playLoop(context: BaseAudioContext, samples: Float32Array): AudioBufferSourceNode {
  const buffer = context.createBuffer(1, samples.length, SAMPLE_RATE_HZ);
  buffer.getChannelData(0).set(samples);
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.loop = true;
  source.start();
  return source;
}
