import { KeyDetector } from './key-detector.js';

/** As long as a finger presses; of 100 ms Chromium's far end plays only some 50. */
const TONE_MS = 160;
const PAUSE_MS = 70;
const LISTEN_EVERY_MS = 100;
/** How long the far end goes on listening after the last tone was sent: the way takes its time. */
const TAIL_SECONDS = 1;

/** Hears keys in what passes an analyser; its long memory lets a busy page look late without missing any. */
class KeyListener {
  readonly #ear: AnalyserNode;
  readonly #detector: KeyDetector;
  readonly #samples: Float32Array<ArrayBuffer>;
  #timer: ReturnType<typeof setInterval> | undefined;
  #since = 0;
  #until = Infinity;

  constructor(source: AudioNode, heard: (key: string) => void) {
    const { context } = source;
    this.#ear = new AnalyserNode(context, { fftSize: 32_768 });
    this.#samples = new Float32Array(this.#ear.fftSize);
    this.#detector = new KeyDetector(context.sampleRate, heard);
    source.connect(this.#ear);
  }

  start(): void {
    this.#until = Infinity;
    if (this.#timer !== undefined) return;
    this.#since = this.#ear.context.currentTime;
    this.#timer = setInterval(() => this.#listen(), LISTEN_EVERY_MS);
  }

  stopSoon(): void {
    this.#until = this.#ear.context.currentTime + TAIL_SECONDS;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #listen(): void {
    const { currentTime, sampleRate } = this.#ear.context;
    const fresh = Math.min(this.#samples.length, Math.round((currentTime - this.#since) * sampleRate));
    this.#since = currentTime;
    if (fresh > 0) {
      this.#ear.getFloatTimeDomainData(this.#samples);
      this.#detector.feed(this.#samples.subarray(this.#samples.length - fresh));
    }
    if (currentTime > this.#until) this.stop();
  }
}

/**
 * Sends keys as DTMF on the agent's leg and hears them at the far end: browsers turn the telephone events back into
 * tones there, which a Goertzel filter recognises, so a digit that is reported has really travelled. Only while audio
 * doesn't run (no sound device, sound blocked) nothing can be heard, and the sender's own `tonechange` stands in.
 */
export class DtmfLine {
  readonly #sender: RTCDTMFSender;
  readonly #listener: KeyListener;
  #ready = false;
  #waiting = '';

  constructor(sender: RTCDTMFSender, farEnd: AudioNode, signal: AbortSignal, heard: (key: string) => void) {
    this.#sender = sender;
    this.#listener = new KeyListener(farEnd, heard);
    sender.addEventListener(
      'tonechange',
      ({ tone }) => {
        if (!tone) this.#listener.stopSoon();
        else if (farEnd.context.state !== 'running' && tone !== ',') heard(tone);
      },
      { signal },
    );
    signal.addEventListener('abort', () => this.#listener.stop(), { once: true });
  }

  /** Throws `InvalidCharacterError` for what is no key. */
  send(digits: string): void {
    if (!this.#ready) {
      this.#waiting += digits;
      return;
    }
    this.#listener.start();
    // `insertDTMF` replaces what is still to be sent, so that comes along.
    this.#sender.insertDTMF(this.#sender.toneBuffer + digits, TONE_MS, PAUSE_MS);
  }

  /** The far end listens: sends what was typed before. */
  ready(): void {
    this.#ready = true;
    const digits = this.#waiting;
    this.#waiting = '';
    if (digits) this.send(digits);
  }
}
