import { chime } from './chime.js';
import { Route } from './output-device.js';
import { soundSettings } from './audio-settings.js';

/**
 * Whether the page can be heard. `blocked`: the browser keeps it silent until somebody clicks in it; `failed`: it would
 * let it sound, but no device does.
 */
export type SoundState = 'unknown' | 'on' | 'blocked' | 'failed';

/** Milliseconds that a context may take to begin to sound before it counts as silent; the first one starts a process. */
const PATIENCE = 1500;

/** The ends of gestures: what disappears with the permission must not move a button that is being pressed. */
const gestures = ['pointerup', 'click', 'keydown'] as const;

/** What one tone is made of. */
interface Output {
  readonly context: AudioContext;
  readonly volume: GainNode;
  readonly tone: AudioBuffer;
}

/** Ears hear loudness, which is not amplitude. */
const gainOf = (volume: number): number => volume ** 2;

/** Until the context runs, or its time is up. */
const begins = (context: AudioContext, patience: number): Promise<boolean> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      context.removeEventListener('statechange', look);
      resolve(context.state === 'running');
    };
    const look = (): void => void (context.state === 'running' && end());
    const timer = setTimeout(end, patience);
    context.addEventListener('statechange', look);
    context.resume().then(look, () => {}); // refused: the time runs out
  });

/**
 * The one place of a page that makes a sound. It keeps one context, asleep while nothing sounds: once a click has
 * freed it, it rings at any time.
 */
export class Sound {
  #state: SoundState = 'unknown';
  #asked = false;
  #output: Output | null = null;
  /** While the browser doesn't let it sound: each gesture may change that. */
  #gestures: AbortController | null = null;
  readonly #watchers = new Set<() => void>();
  readonly #playing = new Set<AbortSignal>();

  constructor(private readonly patience = PATIENCE) {}

  get state(): SoundState {
    return this.#state;
  }

  /** Tells when the state changes. Who watches first makes the browser say it. @returns how to stop */
  watch(listener: () => void): () => void {
    this.#watchers.add(listener);
    if (!this.#asked) setTimeout(() => void this.wake());
    this.#asked = true;
    return () => void this.#watchers.delete(listener);
  }

  /** Tries to sound; from a click it may. */
  async wake(): Promise<SoundState> {
    const output = this.#open();
    const runs = !!output && (await begins(output.context, this.patience));
    const clicked = !output || (navigator.userActivation?.hasBeenActive ?? false);
    this.#become(runs ? 'on' : clicked ? 'failed' : 'blocked');
    this.#rest();
    return this.#state;
  }

  /** Plays the ring tone, once or until it is stopped. @returns how to stop it */
  play(loop: boolean): () => void {
    const life = new AbortController();
    const { signal } = life;
    this.#playing.add(signal);
    const stop = (): void => {
      life.abort();
      this.#playing.delete(signal);
      this.#rest();
    };
    // In a task of its own: audio takes milliseconds to set up, and the call is to be seen first.
    setTimeout(() => !signal.aborted && this.#sound(loop, signal, stop));
    return stop;
  }

  #sound(loop: boolean, signal: AbortSignal, stop: () => void): void {
    const output = this.#open();
    if (output) {
      const source = new AudioBufferSourceNode(output.context, { buffer: output.tone, loop });
      source.connect(output.volume);
      source.addEventListener('ended', stop);
      source.start();
      signal.addEventListener('abort', () => source.stop());
    }
    void this.wake();
  }

  #open(): Output | null {
    if (this.#output || typeof AudioContext === 'undefined') return this.#output;
    const context = new AudioContext();
    const volume = new GainNode(context, { gain: gainOf(soundSettings.value.volume) });
    const route = new Route(context, volume);
    const follow = (): void => {
      volume.gain.value = gainOf(soundSettings.value.volume);
      void route.to(soundSettings.value.device);
    };
    if (soundSettings.value.device) follow();
    soundSettings.watch(follow);
    navigator.mediaDevices?.addEventListener('devicechange', follow);
    context.addEventListener('statechange', () => {
      if (context.state === 'running') {
        this.#become('on'); // also later than anybody has waited for
        this.#rest();
      } else if (this.#playing.size > 0 && this.#state === 'on') {
        void this.wake(); // taken away by the system, or with a device
      }
    });
    return (this.#output = { context, volume, tone: chime(context) });
  }

  /** A context that runs keeps the sound device, and the computer, awake. */
  #rest(): void {
    const context = this.#output?.context;
    if (this.#playing.size === 0 && context?.state === 'running') void context.suspend();
  }

  #become(state: SoundState): void {
    if (state === this.#state) return;
    this.#state = state;
    if (state === 'on') {
      this.#gestures?.abort();
      this.#gestures = null;
    } else if (!this.#gestures) {
      this.#gestures = new AbortController();
      const { signal } = this.#gestures;
      for (const each of gestures) window.addEventListener(each, () => void this.wake(), { signal, capture: true });
    }
    for (const listener of [...this.#watchers]) listener();
  }
}

export const sound = new Sound();
