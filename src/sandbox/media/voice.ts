/** Voices of simulated parties: a generated mumble, different for each number. */
import { Random, type MediaEvents } from '../model/index.js';
import type { BridgePort } from './bridge-port.js';
import { normalize, playLoop, SAMPLE_RATE_HZ } from './loop.js';
import { errorText } from './media-reporter.js';
import type { MediaOptions } from './options.js';

/** First three formants of the vowels, Hz. */
const VOWELS = [
  [730, 1090, 2440],
  [530, 1840, 2480],
  [320, 2100, 2850],
  [570, 840, 2410],
  [330, 900, 2240],
  [500, 1500, 2500],
] as const;
const FORMANT_LEVELS = [1, 0.5, 0.2] as const;
const FORMANT_WIDTHS = [90, 120, 170] as const;
/** Syllables of each phrase: a short greeting, then the talk. */
const PHRASES = [2, 7, 5, 9, 3, 6] as const;
/** Formants and levels move in steps of 4 ms. */
const FORMANT_STEP_SAMPLES = SAMPLE_RATE_HZ / 250;
/** The breath at the start of a syllable lasts 50 ms. */
const BREATH_SAMPLES = SAMPLE_RATE_HZ / 20;
const VOICE_PEAK_LEVEL = 0.35;

interface Speaker {
  readonly pitch: number;
  /** Length of the vocal tract, relative; it scales all formants. */
  readonly tract: number;
  /** Seconds of a syllable. */
  readonly pace: number;
}

interface Syllable {
  readonly start: number;
  readonly length: number;
  readonly vowel: readonly number[];
  readonly pitch: number;
  readonly loudness: number;
  /** Level of the noise at the start. */
  readonly breath: number;
}

function createSpeaker(random: Random): Speaker {
  const height = random.next();
  return { pitch: 95 + 115 * height, tract: 0.9 + 0.22 * height, pace: 0.14 + 0.06 * random.next() };
}

/** Plans the syllables. As in speech, the pitch of a phrase falls, and phrases are separated by pauses. */
function createSyllables(speaker: Speaker, random: Random): { syllables: Syllable[]; seconds: number } {
  const syllables: Syllable[] = [];
  let time = 0.3;
  for (const count of PHRASES) {
    for (let i = 0; i < count; i++) {
      const length = speaker.pace * (0.75 + 0.5 * random.next()) * (i === count - 1 ? 1.6 : 1);
      const fall = 1.1 - (0.25 * i) / count;
      syllables.push({
        start: time,
        length,
        vowel: VOWELS[Math.floor(random.next() * VOWELS.length)] ?? VOWELS[0],
        pitch: speaker.pitch * fall * (0.94 + 0.12 * random.next()),
        loudness: 0.6 + 0.4 * random.next(),
        breath: random.next() < 0.5 ? 0.3 : 0.05,
      });
      time += length + 0.02;
    }
    time += 0.8 + 1.2 * random.next();
  }
  return { syllables, seconds: time };
}

/** Hash of a string (FNV-1a), so that the same number always has the same voice. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** A resonance of the vocal tract. */
class Formant {
  #a = 0;
  #b = 0;
  #last = 0;
  #beforeLast = 0;

  constructor(private readonly level: number) {}

  tune(frequency: number, width: number): void {
    const radius = Math.exp((-Math.PI * width) / SAMPLE_RATE_HZ);
    this.#a = 2 * radius * Math.cos((2 * Math.PI * frequency) / SAMPLE_RATE_HZ);
    this.#b = -radius * radius;
  }

  pass(sample: number): number {
    const out = this.level * (1 + this.#b) * sample + this.#a * this.#last + this.#b * this.#beforeLast;
    this.#beforeLast = this.#last;
    this.#last = out;
    return out;
  }
}

/**
 * Generates speech in no language: the buzz of the vocal cords, filtered by three moving formants. The same number
 * gives the same samples.
 */
export function speechSamples(number: string): Float32Array {
  const random = new Random(seedOf(number));
  const speaker = createSpeaker(random);
  const { syllables, seconds } = createSyllables(speaker, random);
  const samples = new Float32Array(Math.ceil(seconds * SAMPLE_RATE_HZ));
  const formants = FORMANT_LEVELS.map((level) => new Formant(level));
  const tuned = [500, 1500, 2500];
  let phase = 0;
  let buzz = 0;
  let pitch = speaker.pitch;
  for (const syllable of syllables) {
    const first = Math.round(syllable.start * SAMPLE_RATE_HZ);
    const count = Math.round(syllable.length * SAMPLE_RATE_HZ);
    for (let i = 0; i < count; i++) {
      if (i % FORMANT_STEP_SAMPLES === 0) {
        syllable.vowel.forEach((target, f) => {
          tuned[f] = (tuned[f] ?? target) * 0.85 + target * speaker.tract * 0.15;
          formants[f]?.tune(tuned[f], FORMANT_WIDTHS[f] ?? 100);
        });
        pitch = pitch * 0.9 + syllable.pitch * 0.1;
      }
      phase = (phase + pitch / SAMPLE_RATE_HZ) % 1;
      buzz += 0.35 * (1 - 2 * phase - buzz);
      const through = i / count;
      const swell = 4 * through * (1 - through) * syllable.loudness;
      const breath = i < BREATH_SAMPLES ? (random.next() - 0.5) * syllable.breath * (1 - i / BREATH_SAMPLES) : 0;
      const source = (buzz + breath) * swell;
      let sum = 0;
      for (const formant of formants) sum += formant.pass(source);
      samples[first + i] = sum;
    }
  }
  return normalize(samples, VOICE_PEAK_LEVEL);
}

function playVoice(context: BaseAudioContext, number: string): AudioBufferSourceNode {
  return playLoop(context, speechSamples(number));
}

/** Lets a simulated party speak: with the voice that the page supplies, or with the built-in one. */
export function startVoice(
  port: BridgePort,
  number: string,
  signal: AbortSignal,
  supplied: MediaOptions['customerVoice'],
  events: Pick<MediaEvents, 'warning'>,
): void {
  const { context, input } = port;
  const atEnd = (callback: () => void) => signal.addEventListener('abort', callback, { once: true });
  if (supplied) {
    try {
      const voice = supplied(context, number);
      voice.connect(input);
      // Only this connection: the node is the page's, and may be in use elsewhere.
      return atEnd(() => voice.disconnect(input));
    } catch (error) {
      const message = `The customer voice of the page failed: ${errorText(error)}. The built-in voice is used.`;
      queueMicrotask(() => events.warning('media', message));
    }
  }
  const voice = playVoice(context, number);
  voice.connect(input);
  atEnd(() => {
    voice.stop();
    voice.disconnect();
  });
}
