/** Milliseconds: how often the level is read, how long silence may last, how long the meter runs. */
const EVERY = 60;
const SILENCE = 1500;
const RUNS = 20_000;
/** Below it not even a quiet room is heard: the microphone is switched off. */
const NOTHING = 0.0003;

/** What a microphone hears, for a while. It lets go of the microphone by itself. */
export class Level {
  /** From 0 to 1, louder is more; read it when told. */
  value = 0;
  readonly #context = new AudioContext();
  readonly #analyser: AnalyserNode;
  readonly #samples: Float32Array<ArrayBuffer>;
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #end: ReturnType<typeof setTimeout>;
  #resolve: (heard: boolean | null) => void = () => {};

  constructor(
    private readonly stream: MediaStream,
    private readonly told: () => void,
    private readonly ended: () => void,
  ) {
    this.#analyser = new AnalyserNode(this.#context, { fftSize: 2048 });
    this.#samples = new Float32Array(this.#analyser.fftSize);
    this.#context.createMediaStreamSource(stream).connect(this.#analyser);
    this.#timer = setInterval(() => this.#read(), EVERY);
    this.#end = setTimeout(() => this.stop(), RUNS);
  }

  /** Whether there is any sound at all; null where the browser doesn't let the page know. */
  heard(): Promise<boolean | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(this.#context.state === 'running' ? false : null), SILENCE);
      this.#resolve = (heard) => {
        clearTimeout(timer);
        resolve(heard);
      };
    });
  }

  stop(): void {
    clearInterval(this.#timer);
    clearTimeout(this.#end);
    for (const track of this.stream.getTracks()) track.stop();
    void this.#context.close().catch(() => {});
    this.#resolve(null);
    this.ended();
  }

  #read(): void {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    const power = this.#samples.reduce((sum, sample) => sum + sample * sample, 0) / this.#samples.length;
    const rms = Math.sqrt(power);
    if (rms > NOTHING) this.#resolve(true);
    // In decibels, as ears do: −60 is nothing, 0 is full.
    this.value = rms > 0 ? Math.min(1, Math.max(0, 1 + (20 * Math.log10(rms)) / 60)) : 0;
    this.told();
  }
}
