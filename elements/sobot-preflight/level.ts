/**
 * The level of the microphone. It shows that the right microphone is connected and loud enough,
 * which no permission tells.
 */

/** The interval between two readings. */
const READ_INTERVAL_MS = 60;
/** A microphone that gives no sound for so long is silent. */
const SILENCE_TIMEOUT_MS = 1500;
/** The microphone is closed after this time, so that the browser's recording sign does not stay. */
const MAX_DURATION_MS = 20_000;
/**
 * The root mean square, 0 to 1, below which not even the noise of a quiet room is measured: the
 * microphone is off.
 */
const SILENCE_RMS = 0.0003;

/** Measures a stream for a while, and stops its tracks at the end. */
export class LevelMeter {
  /** The level, 0 to 1 on a scale of decibels. `onChange` reports each reading. */
  value = 0;
  /** A context of its own, because that of the ringtone is suspended while nothing rings. */
  readonly #context = new AudioContext();
  readonly #analyser: AnalyserNode;
  /** The samples of one reading, reused so that sixteen readings a second leave no garbage. */
  readonly #samples: Float32Array<ArrayBuffer>;
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #stopTimer: ReturnType<typeof setTimeout>;
  /** Settles the promise of {@link hasSound}. Without a promise it does nothing. */
  #resolve: (isHeard: boolean | null) => void = () => {};

  /**
   * @param onChange called after each reading
   * @param onEnd called once, when the meter has stopped
   */
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

  /**
   * Whether the microphone gives any sound; null where the browser keeps the audio context from
   * running.
   */
  hasSound(): Promise<boolean | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(this.#context.state === 'running' ? false : null), SILENCE_TIMEOUT_MS);
      this.#resolve = (isHeard) => {
        clearTimeout(timer);
        resolve(isHeard);
      };
    });
  }

  /** Ends the measurement and closes the microphone. */
  stop(): void {
    clearInterval(this.#timer);
    clearTimeout(this.#stopTimer);
    for (const track of this.stream.getTracks()) track.stop();
    void this.#context.close().catch(() => {});
    this.#resolve(null);
    this.onEnd();
  }

  /**
   * Takes a reading: the root mean square of the newest samples, which is the loudness that agents
   * hear. A single loud sample, such as a click, hardly counts.
   */
  #measure(): void {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    const power = this.#samples.reduce((sum, sample) => sum + sample * sample, 0) / this.#samples.length;
    const rms = Math.sqrt(power);
    if (rms > SILENCE_RMS) this.#resolve(true);
    // Loudness is heard in decibels: −60 dB is the left end of the meter, 0 dB the right end.
    this.value = rms > 0 ? Math.min(1, Math.max(0, 1 + (20 * Math.log10(rms)) / 60)) : 0;
    this.onChange();
  }
}
