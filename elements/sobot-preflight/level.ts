/** Milliseconds: how often the level is read, how long silence may last, how long the meter runs. */
const READ_INTERVAL_MS = 60;
const SILENCE_TIMEOUT_MS = 1500;
const MAX_DURATION_MS = 20_000;
/** Below it not even a quiet room is heard: the microphone is switched off. */
const SILENCE_RMS = 0.0003;

/** What a microphone hears, for a while. It lets go of the microphone by itself. */
export class LevelMeter {
  /** From 0 to 1, louder is more; read it when told. */
  value = 0;
  readonly #context = new AudioContext();
  readonly #analyser: AnalyserNode;
  readonly #samples: Float32Array<ArrayBuffer>;
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #stopTimer: ReturnType<typeof setTimeout>;
  #resolve: (isHeard: boolean | null) => void = () => {};

  constructor(
    private readonly stream: MediaStream,
    private readonly onChange: () => void,
    private readonly onEnd: () => void,
  ) {
    this.#analyser = new AnalyserNode(this.#context, { fftSize: 2048 });
    this.#samples = new Float32Array(this.#analyser.fftSize);
    this.#context.createMediaStreamSource(stream).connect(this.#analyser);
    this.#timer = setInterval(() => this.#measure(), READ_INTERVAL_MS);
    this.#stopTimer = setTimeout(() => this.stop(), MAX_DURATION_MS);
  }

  /** Whether there is any sound at all; null where the browser doesn't let the page know. */
  hasSound(): Promise<boolean | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(this.#context.state === 'running' ? false : null), SILENCE_TIMEOUT_MS);
      this.#resolve = (isHeard) => {
        clearTimeout(timer);
        resolve(isHeard);
      };
    });
  }

  stop(): void {
    clearInterval(this.#timer);
    clearTimeout(this.#stopTimer);
    for (const track of this.stream.getTracks()) track.stop();
    void this.#context.close().catch(() => {});
    this.#resolve(null);
    this.onEnd();
  }

  #measure(): void {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    const power = this.#samples.reduce((sum, sample) => sum + sample * sample, 0) / this.#samples.length;
    const rms = Math.sqrt(power);
    if (rms > SILENCE_RMS) this.#resolve(true);
    // In decibels, as ears do: −60 is nothing, 0 is full.
    this.value = rms > 0 ? Math.min(1, Math.max(0, 1 + (20 * Math.log10(rms)) / 60)) : 0;
    this.onChange();
  }
}
