import { Emitter } from '../../internal/index.js';
import { OutputRoute } from './output-device.js';
import { soundSettings } from './audio-settings.js';

/**
 * Whether the page can be heard. `blocked`: the browser keeps it silent until somebody clicks in it; `failed`: it would
 * let it sound, but no device does.
 */
export type SoundState = 'unknown' | 'on' | 'blocked' | 'failed';

/** Milliseconds that a context may take to begin to sound before it counts as silent; the first one starts a process. */
const START_TIMEOUT_MS = 1500;

/** The ends of gestures: what disappears with the permission must not move a button that is being pressed. */
const gestureEvents = ['pointerup', 'click', 'keydown'] as const;

/** What one tone is made of. */
interface Output {
  readonly context: AudioContext;
  readonly volume: GainNode;
  readonly tone: AudioBuffer;
}

/** The length of the tone and of the silence after it. */
const LOOP_SECONDS = 3;
const PEAK_AMPLITUDE = 0.5;

/** Two short double chimes: start in seconds, pitch in hertz. */
const notes = [
  [0, 659.26],
  [0.16, 880],
  [0.5, 659.26],
  [0.66, 880],
] as const;
const NOTE_SECONDS = 0.5;

/**
 * Computes the ringtone: there is no file to load, and a loop needs no timer, which a hidden page would slow down.
 */
function createChime(context: BaseAudioContext): AudioBuffer {
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

/** Ears hear loudness, which is not amplitude. */
const gainOf = (volume: number): number => volume ** 2;

/** Until the context runs, or its time is up. */
const waitUntilRunning = (context: AudioContext, timeout: number): Promise<boolean> =>
  new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      context.removeEventListener('statechange', check);
      resolve(context.state === 'running');
    };
    const check = (): void => void (context.state === 'running' && finish());
    const timer = setTimeout(finish, timeout);
    context.addEventListener('statechange', check);
    context.resume().then(check, () => {}); // refused: the time runs out
  });

/**
 * The one place of a page that makes a sound. It keeps one context, asleep while nothing sounds: once a click has
 * freed it, it rings at any time.
 */
export class SoundPlayer {
  #state: SoundState = 'unknown';
  #hasProbed = false;
  #output: Output | null = null;
  /** While the browser doesn't let it sound: each gesture may change that. */
  #gestures: AbortController | null = null;
  readonly #changes = new Emitter();
  readonly #playing = new Set<AbortSignal>();

  constructor(private readonly startTimeout = START_TIMEOUT_MS) {}

  get state(): SoundState {
    return this.#state;
  }

  /** Tells when the state changes. Who watches first makes the browser say it. @returns how to stop */
  subscribe(listener: () => void): () => void {
    if (!this.#hasProbed) setTimeout(() => void this.resume());
    this.#hasProbed = true;
    return this.#changes.subscribe(listener);
  }

  /** Tries to sound; from a click it may. */
  async resume(): Promise<SoundState> {
    const output = this.#openOutput();
    const isRunning = !!output && (await waitUntilRunning(output.context, this.startTimeout));
    const hasActivation = !output || (navigator.userActivation?.hasBeenActive ?? false);
    this.#setState(isRunning ? 'on' : hasActivation ? 'failed' : 'blocked');
    this.#suspendIfIdle();
    return this.#state;
  }

  /** Plays the ring tone, once or until it is stopped. @returns how to stop it */
  play(loop: boolean): () => void {
    const controller = new AbortController();
    const { signal } = controller;
    this.#playing.add(signal);
    const stop = (): void => {
      controller.abort();
      this.#playing.delete(signal);
      this.#suspendIfIdle();
    };
    // In a task of its own: audio takes milliseconds to set up, and the call is to be seen first.
    setTimeout(() => !signal.aborted && this.#start(loop, signal, stop));
    return stop;
  }

  #start(loop: boolean, signal: AbortSignal, stop: () => void): void {
    const output = this.#openOutput();
    if (output) {
      const source = new AudioBufferSourceNode(output.context, { buffer: output.tone, loop });
      source.connect(output.volume);
      source.addEventListener('ended', stop);
      source.start();
      signal.addEventListener('abort', () => source.stop());
    }
    void this.resume();
  }

  #openOutput(): Output | null {
    if (this.#output || typeof AudioContext === 'undefined') return this.#output;
    const context = new AudioContext();
    const volume = new GainNode(context, { gain: gainOf(soundSettings.value.volume) });
    const route = new OutputRoute(context, volume);
    const applySettings = (): void => {
      volume.gain.value = gainOf(soundSettings.value.volume);
      void route.setDevice(soundSettings.value.device);
    };
    if (soundSettings.value.device) applySettings();
    soundSettings.subscribe(applySettings);
    navigator.mediaDevices?.addEventListener('devicechange', applySettings);
    context.addEventListener('statechange', () => {
      if (context.state === 'running') {
        this.#setState('on'); // also later than anybody has waited for
        this.#suspendIfIdle();
      } else if (this.#playing.size > 0 && this.#state === 'on') {
        void this.resume(); // taken away by the system, or with a device
      }
    });
    return (this.#output = { context, volume, tone: createChime(context) });
  }

  /** A context that runs keeps the sound device, and the computer, awake. */
  #suspendIfIdle(): void {
    const context = this.#output?.context;
    if (this.#playing.size === 0 && context?.state === 'running') void context.suspend();
  }

  #setState(state: SoundState): void {
    if (state === this.#state) return;
    this.#state = state;
    if (state === 'on') {
      this.#gestures?.abort();
      this.#gestures = null;
    } else if (!this.#gestures) {
      this.#gestures = new AbortController();
      const { signal } = this.#gestures;
      for (const each of gestureEvents)
        window.addEventListener(each, () => void this.resume(), { signal, capture: true });
    }
    this.#changes.emit();
  }
}

export const soundPlayer = new SoundPlayer();
