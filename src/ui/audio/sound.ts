/**
 * The ringtone. Browsers keep a page silent until its user has clicked in it, and devices
 * disappear, so the player also reports whether a call would be heard. A module of its own, because
 * a page needs one audio context for all elements.
 */
import { Emitter } from '../../internal/index.js';
import { OutputRoute } from './output-device.js';
import { soundSettings } from './audio-settings.js';

/**
 * Whether the page can be heard. `unknown`: nothing was tried yet. `blocked`: the browser keeps the
 * page silent until the agent clicks in it. `failed`: the browser permits sound, but no device
 * plays it.
 */
export type SoundState = 'unknown' | 'on' | 'blocked' | 'failed';

/**
 * The time that a context may take to start before it counts as silent, in milliseconds. The first
 * context of a page is slow, because the browser starts a process for it.
 */
const START_TIMEOUT_MS = 1500;

/**
 * The ends of gestures, not their beginnings: the notice disappears as soon as sound is permitted,
 * and must not move a button that is being pressed.
 */
const gestureEvents = ['pointerup', 'click', 'keydown'] as const;

/** The audio graph of the page: the tone is played through the volume. */
interface Output {
  readonly context: AudioContext;
  readonly volume: GainNode;
  readonly tone: AudioBuffer;
}

/** The length of the chimes and of the silence after them, in seconds. */
const LOOP_SECONDS = 3;
/** Below 1, because two notes overlap and their sum must not be clipped. */
const PEAK_AMPLITUDE = 0.5;

/** Two short double chimes: start in seconds, pitch in hertz. */
const notes = [
  [0, 659.26],
  [0.16, 880],
  [0.5, 659.26],
  [0.66, 880],
] as const;
/** The length of a note, in seconds. It fades out within that time. */
const NOTE_SECONDS = 0.5;

/**
 * Computes the ringtone as samples. A file would need a request, which a content security policy
 * may forbid. The buffer loops by itself, while browsers slow down the timers of hidden pages.
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

/**
 * Returns the gain for a volume from 0 to 1. Loudness grows more slowly than amplitude, so that a
 * linear slider would seem to change nothing in its upper half.
 */
const gainOf = (volume: number): number => volume ** 2;

/**
 * Waits until the context runs.
 * @param timeout milliseconds
 * @returns whether it runs; false after the timeout
 */
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
    // A rejection is no answer yet: a gesture may follow before the timeout.
    context.resume().then(check, () => {});
  });

/**
 * The player of the ringtone, one for each page. It keeps a single context, which is suspended
 * while nothing plays. Once a gesture has unlocked that context, it can ring at any time, also in a
 * hidden page.
 */
export class SoundPlayer {
  #state: SoundState = 'unknown';
  #hasProbed = false;
  #output: Output | null = null;
  /**
   * Ends the listeners for gestures; null while there are none. They exist while the page is
   * silent, because each gesture may unlock it.
   */
  #gestures: AbortController | null = null;
  readonly #changes = new Emitter();
  /** The tones that were started and not stopped. The context is suspended when there is none. */
  readonly #playing = new Set<AbortSignal>();

  /** @param startTimeout milliseconds until a context counts as silent; tests shorten it */
  constructor(private readonly startTimeout = START_TIMEOUT_MS) {}

  get state(): SoundState {
    return this.#state;
  }

  /**
   * Calls back when the state changes. The first subscriber starts the first attempt, because a
   * browser reveals its permission only to an attempt.
   * @returns unsubscribe function
   */
  subscribe(listener: () => void): () => void {
    if (!this.#hasProbed) setTimeout(() => void this.resume());
    this.#hasProbed = true;
    return this.#changes.subscribe(listener);
  }

  /**
   * Tries to start the context. Within a gesture the browser permits it. After the first gesture it is tried twice
   * before it counts as `failed`.
   * @returns the new state
   */
  async resume(): Promise<SoundState> {
    if (this.#state !== 'on') this.#watchGestures();
    const output = this.#openOutput();
    const hasActivation = (): boolean => !output || (navigator.userActivation?.hasBeenActive ?? false);
    let isRunning = !!output && (await waitUntilRunning(output.context, this.startTimeout));
    // An attempt that began before the first gesture proves nothing, and the first context of Firefox takes longer.
    if (output && !isRunning && hasActivation()) isRunning = await waitUntilRunning(output.context, this.startTimeout);
    this.#setState(isRunning ? 'on' : hasActivation() ? 'failed' : 'blocked');
    this.#suspendIfIdle();
    return this.#state;
  }

  /**
   * Plays the ringtone.
   * @param loop whether it repeats until it is stopped; otherwise it plays once
   * @returns a function that stops it
   */
  play(loop: boolean): () => void {
    const controller = new AbortController();
    const { signal } = controller;
    this.#playing.add(signal);
    const stop = (): void => {
      controller.abort();
      this.#playing.delete(signal);
      this.#suspendIfIdle();
    };
    // In a task of its own: audio takes milliseconds to set up, and the call is rendered first.
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

  /**
   * Creates the audio graph at the first use, so that a page without calls opens no device. Null
   * where the browser has no Web Audio.
   */
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
        // Devices may also start after the timeout.
        this.#setState('on');
        this.#suspendIfIdle();
      } else if (this.#playing.size > 0 && this.#state === 'on') {
        // The system interrupted it, or its device was unplugged.
        void this.resume();
      }
    });
    return (this.#output = { context, volume, tone: createChime(context) });
  }

  /**
   * Suspends an unused context. A running one would keep the sound device and the computer awake.
   */
  #suspendIfIdle(): void {
    const context = this.#output?.context;
    if (this.#playing.size === 0 && context?.state === 'running') void context.suspend();
  }

  /** Tries again at each gesture, until the page can be heard. */
  #watchGestures(): void {
    if (this.#gestures) return;
    this.#gestures = new AbortController();
    const { signal } = this.#gestures;
    for (const each of gestureEvents)
      window.addEventListener(each, () => void this.resume(), { signal, capture: true });
  }

  /** Publishes a state. */
  #setState(state: SoundState): void {
    if (state === 'on') {
      this.#gestures?.abort();
      this.#gestures = null;
    } else this.#watchGestures();
    if (state === this.#state) return;
    this.#state = state;
    this.#changes.emit();
  }
}

/** The player that all elements of the page share. */
export const soundPlayer = new SoundPlayer();
