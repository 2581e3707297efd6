const LOOP_SECONDS = 3;
const PEAK_AMPLITUDE = 0.5;

/** Two short double chimes, then quiet: start in seconds, pitch in hertz. */
const notes = [
  [0, 659.26],
  [0.16, 880],
  [0.5, 659.26],
  [0.66, 880],
] as const;
const NOTE_SECONDS = 0.5;

/** Made by sums: no file to load, and a loop needs no timer, which a hidden page would slow down. */
export function createChime(context: BaseAudioContext): AudioBuffer {
  const { sampleRate } = context;
  const buffer = context.createBuffer(1, LOOP_SECONDS * sampleRate, sampleRate);
  const samples = buffer.getChannelData(0);
  for (const [start, pitch] of notes) {
    const first = Math.round(start * sampleRate);
    for (let i = 0; i < NOTE_SECONDS * sampleRate; i++) {
      const time = i / sampleRate;
      const envelope = Math.min(1, time / 0.008) * Math.exp(-time * 9) * (1 - time / NOTE_SECONDS);
      const wave = Math.sin(2 * Math.PI * pitch * time) + 0.3 * Math.sin(4 * Math.PI * pitch * time);
      samples[first + i] = (samples[first + i] ?? 0) + PEAK_AMPLITUDE * envelope * wave;
    }
  }
  return buffer;
}
