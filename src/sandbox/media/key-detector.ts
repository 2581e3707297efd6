/** Detection of DTMF keys in a stream of samples, by the Goertzel algorithm. */

const ROW_FREQUENCIES_HZ = [697, 770, 852, 941] as const;
const COLUMN_FREQUENCIES_HZ = [1209, 1336, 1477, 1633] as const;
const KEYS = ['123A', '456B', '789C', '*0#D'] as const;

/** Length of a block: enough to separate 697 Hz from 770 Hz, and less than the shortest tone (40 ms). */
const BLOCK_SECONDS = 0.0256;
/** Distance between the starts of two blocks, as a part of a block. */
const BLOCK_STEP_RATIO = 1 / 4;
/** Consecutive blocks that make a key. */
const BLOCKS_PER_KEY = 2;
/** Consecutive blocks without a key that end it. Fewer may be a click within a tone. */
const BLOCKS_PER_GAP = 5;
/** Mean power below which a block is silence (about -60 dB of full scale). */
const SILENCE_POWER = 1e-6;
/** Minimum share of the power in the two tones. Speech and music have less. */
const MIN_TONE_SHARE = 0.6;
/** Minimum power of the weaker tone, as a part of the stronger one's ("twist" of 10 dB). */
const MIN_TWIST_RATIO = 0.1;

/** Mean power of one frequency in the block, by the Goertzel recurrence: one bin of a DFT. */
function powerAt(frequency: number, sampleRate: number, block: Float32Array): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * frequency) / sampleRate);
  let last = 0;
  let beforeLast = 0;
  for (const sample of block) {
    const next = sample + coefficient * last - beforeLast;
    beforeLast = last;
    last = next;
  }
  const magnitude = last * last + beforeLast * beforeLast - coefficient * last * beforeLast;
  return (2 * magnitude) / (block.length * block.length);
}

function indexOfStrongest(powers: readonly number[]): number {
  return powers.indexOf(Math.max(...powers));
}

/** Returns the DTMF key in a block of samples, or an empty string. */
export function keyIn(block: Float32Array, sampleRate: number): string {
  const total = block.reduce((sum, sample) => sum + sample * sample, 0) / block.length;
  if (total < SILENCE_POWER) return '';
  const rows = ROW_FREQUENCIES_HZ.map((frequency) => powerAt(frequency, sampleRate, block));
  const columns = COLUMN_FREQUENCIES_HZ.map((frequency) => powerAt(frequency, sampleRate, block));
  const row = indexOfStrongest(rows);
  const column = indexOfStrongest(columns);
  const low = rows[row] ?? 0;
  const high = columns[column] ?? 0;
  if (low + high < MIN_TONE_SHARE * total || Math.min(low, high) < MIN_TWIST_RATIO * Math.max(low, high)) return '';
  return KEYS[row]?.[column] ?? '';
}

/** Turns a stream of samples into keys. Each press is reported once, whatever its length. */
export class KeyDetector {
  readonly #block: Float32Array;
  #filled = 0;
  #candidate = '';
  #repeats = 0;
  #reportedKey = '';

  constructor(
    readonly sampleRate: number,
    private readonly onKey: (key: string) => void,
  ) {
    this.#block = new Float32Array(Math.round(BLOCK_SECONDS * sampleRate));
  }

  feed(samples: Float32Array): void {
    let read = 0;
    while (read < samples.length) {
      const part = samples.subarray(read, read + this.#block.length - this.#filled);
      this.#block.set(part, this.#filled);
      this.#filled += part.length;
      read += part.length;
      if (this.#filled === this.#block.length) this.#analyseBlock();
    }
  }

  #analyseBlock(): void {
    const key = keyIn(this.#block, this.sampleRate);
    this.#repeats = key === this.#candidate ? this.#repeats + 1 : 1;
    this.#candidate = key;
    if (this.#repeats === (key ? BLOCKS_PER_KEY : BLOCKS_PER_GAP) && key !== this.#reportedKey) {
      this.#reportedKey = key;
      if (key) this.onKey(key);
    }
    const step = Math.round(this.#block.length * BLOCK_STEP_RATIO);
    this.#block.copyWithin(0, step);
    this.#filled = this.#block.length - step;
  }
}
