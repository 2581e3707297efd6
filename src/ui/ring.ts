/** How long a context may take to begin to sound before it counts as blocked. */
const PATIENCE = 600;
const PERIOD = 3;
const LOUDNESS = 0.22;

/** Two short double chimes, then quiet: start in seconds, pitch in hertz. */
const notes = [
  [0, 659.26],
  [0.16, 880],
  [0.5, 659.26],
  [0.66, 880],
] as const;
const NOTE_LENGTH = 0.5;

/** Made by sums: no file to load, and a loop needs no timer, which a hidden page would slow down. */
function chime(context: BaseAudioContext): AudioBuffer {
  const { sampleRate } = context;
  const buffer = context.createBuffer(1, PERIOD * sampleRate, sampleRate);
  const samples = buffer.getChannelData(0);
  for (const [start, pitch] of notes) {
    const first = Math.round(start * sampleRate);
    for (let i = 0; i < NOTE_LENGTH * sampleRate; i++) {
      const time = i / sampleRate;
      const envelope = Math.min(1, time / 0.008) * Math.exp(-time * 9) * (1 - time / NOTE_LENGTH);
      const wave = Math.sin(2 * Math.PI * pitch * time) + 0.3 * Math.sin(4 * Math.PI * pitch * time);
      samples[first + i] = (samples[first + i] ?? 0) + LOUDNESS * envelope * wave;
    }
  }
  return buffer;
}

const gestures = ['pointerdown', 'keydown'] as const;

/**
 * The kit's own ring tone. Browsers keep a page silent until somebody has clicked in it: then `blocked` says so, and
 * the tone begins with the next click or key.
 */
export class Ring {
  /** While it rings. */
  #life: AbortController | null = null;
  #blocked = false;

  /** @param changed called when the browser blocks the tone, and when it lets it through */
  constructor(private readonly changed: () => void) {}

  /** The browser keeps it from being heard. */
  get blocked(): boolean {
    return this.#blocked;
  }

  get ringing(): boolean {
    return this.#life !== null;
  }

  /** In a task of its own: audio takes milliseconds to set up, and the call is to be seen first. */
  start(): void {
    if (this.#life || typeof AudioContext === 'undefined') return;
    this.#life = new AbortController();
    const { signal } = this.#life;
    const timer = setTimeout(() => this.#sound(signal));
    signal.addEventListener('abort', () => clearTimeout(timer));
  }

  stop(): void {
    this.#life?.abort();
    this.#life = null;
    this.#blocked = false;
  }

  #sound(signal: AbortSignal): void {
    const context = new AudioContext();
    const source = new AudioBufferSourceNode(context, { buffer: chime(context), loop: true });
    source.connect(context.destination);
    source.start();
    const look = (): void => this.#setBlocked(context.state !== 'running');
    const resume = (): void => void context.resume().catch(() => {}); // refused: it stays blocked, and says so
    context.addEventListener('statechange', () => context.state === 'running' && look(), { signal });
    for (const gesture of gestures) window.addEventListener(gesture, resume, { signal, capture: true });
    const timer = setTimeout(look, PATIENCE);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      source.stop();
      setTimeout(() => void context.close().catch(() => {})); // it is silent already
    });
    resume();
  }

  #setBlocked(blocked: boolean): void {
    if (blocked === this.#blocked) return;
    this.#blocked = blocked;
    this.changed();
  }
}
