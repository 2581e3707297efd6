/** Hold music, generated. */
import { playLoop, normalize, SAMPLE_RATE_HZ } from './loop.js';

/**
 * E flat, C minor, A flat, B flat, as half tones from A4, each an arpeggio of eight quavers. The key has no A, so that
 * a test tone of 440 Hz is never mistaken for the music.
 */
const CHORD_HALF_TONES = [
  [-18, -11, -6, -2, 1, -2, -6, -11],
  [-21, -14, -9, -6, -2, -6, -9, -14],
  [-25, -13, -9, -6, -1, -6, -9, -13],
  [-23, -16, -11, -7, -4, -7, -11, -16],
] as const;
const NOTE_SECONDS = 0.45;
/** Length of a note. */
const RING_SECONDS = 2.4;
const ATTACK_SECONDS = 0.02;
const MUSIC_PEAK_LEVEL = 0.22;
/** Partials of a note: a soft, bell-like pluck. */
const PARTIALS = [
  { multiple: 1, level: 1, decay: 0.7 },
  { multiple: 2, level: 0.25, decay: 0.4 },
  { multiple: 4, level: 0.06, decay: 0.15 },
] as const;

/** Adds a note. The part past the end goes to the beginning, so that the loop has no seam. */
function addNote(samples: Float32Array, start: number, frequency: number): void {
  const count = RING_SECONDS * SAMPLE_RATE_HZ;
  for (const { multiple, level, decay } of PARTIALS) {
    const angle = (2 * Math.PI * frequency * multiple) / SAMPLE_RATE_HZ;
    const fade = Math.exp(-1 / (decay * SAMPLE_RATE_HZ));
    const a = 2 * fade * Math.cos(angle);
    const b = fade * fade;
    let last = level * fade * Math.sin(angle);
    let beforeLast = 0;
    for (let i = 1; i < count; i++) {
      const at = (start + i) % samples.length;
      samples[at] = (samples[at] ?? 0) + last * Math.min(1, i / (ATTACK_SECONDS * SAMPLE_RATE_HZ));
      const next = a * last - b * beforeLast;
      beforeLast = last;
      last = next;
    }
  }
}

let cachedSamples: Float32Array | undefined;

/** Generates some fifteen seconds of quiet arpeggios that loop without a seam. */
export function musicSamples(): Float32Array {
  if (cachedSamples) return cachedSamples;
  const notes = CHORD_HALF_TONES.flat();
  const samples = new Float32Array(Math.round(notes.length * NOTE_SECONDS * SAMPLE_RATE_HZ));
  notes.forEach((halfTones, i) => {
    addNote(samples, Math.round(i * NOTE_SECONDS * SAMPLE_RATE_HZ), 440 * 2 ** (halfTones / 12));
  });
  return (cachedSamples = normalize(samples, MUSIC_PEAK_LEVEL));
}

export function holdMusic(context: BaseAudioContext): AudioBufferSourceNode {
  return playLoop(context, musicSamples());
}
