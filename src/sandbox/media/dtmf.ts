import { KeyDetector } from './key-detector.js';

/** As long as a finger presses; of 100 ms Chromium's far end plays only some 50. */
const DTMF_TONE_MS = 160;
const DTMF_PAUSE_MS = 70;
const LISTEN_INTERVAL_MS = 100;
/** How long the far end goes on listening after the last tone was sent: the way takes its time. */
const LISTEN_AFTER_TONE_SECONDS = 1;

/** Hears keys in what passes an analyser; its long memory lets a busy page look late without missing any. */
class KeyListener {
  readonly #analyser: AnalyserNode;
  readonly #detector: KeyDetector;
  readonly #samples: Float32Array<ArrayBuffer>;
  #timer: ReturnType<typeof setInterval> | undefined;
  #analysedUntil = 0;
  #stopAt = Infinity;

  constructor(source: AudioNode, heard: (key: string) => void) {
    const { context } = source;
    this.#analyser = new AnalyserNode(context, { fftSize: 32_768 });
    this.#samples = new Float32Array(this.#analyser.fftSize);
    this.#detector = new KeyDetector(context.sampleRate, heard);
    source.connect(this.#analyser);
  }

  start(): void {
    this.#stopAt = Infinity;
    if (this.#timer !== undefined) return;
    this.#analysedUntil = this.#analyser.context.currentTime;
    this.#timer = setInterval(() => this.#analyse(), LISTEN_INTERVAL_MS);
  }

  stopSoon(): void {
    this.#stopAt = this.#analyser.context.currentTime + LISTEN_AFTER_TONE_SECONDS;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #analyse(): void {
    const { currentTime, sampleRate } = this.#analyser.context;
    const fresh = Math.min(this.#samples.length, Math.round((currentTime - this.#analysedUntil) * sampleRate));
    this.#analysedUntil = currentTime;
    if (fresh > 0) {
      this.#analyser.getFloatTimeDomainData(this.#samples);
      this.#detector.feed(this.#samples.subarray(this.#samples.length - fresh));
    }
    if (currentTime > this.#stopAt) this.stop();
  }
}

/**
 * Sends keys as DTMF on the agent's leg and hears them at the far end: browsers turn the telephone events back into
 * tones there, which a Goertzel filter recognises, so a digit that is reported has really travelled. Only while audio
 * doesn't run (no sound device, sound blocked) nothing can be heard, and the sender's own `tonechange` stands in.
 */
export class DtmfSender {
  readonly #sender: RTCDTMFSender;
  readonly #listener: KeyListener;
  #isReady = false;
  #queuedDigits = '';

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
    if (!this.#isReady) {
      this.#queuedDigits += digits;
      return;
    }
    this.#listener.start();
    // `insertDTMF` replaces what is still to be sent, so that comes along.
    this.#sender.insertDTMF(this.#sender.toneBuffer + digits, DTMF_TONE_MS, DTMF_PAUSE_MS);
  }

  /** The far end listens: sends what was typed before. */
  ready(): void {
    this.#isReady = true;
    const digits = this.#queuedDigits;
    this.#queuedDigits = '';
    if (digits) this.send(digits);
  }
}
