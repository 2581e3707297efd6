/** DTMF over WebRTC: sending keys at the agent's side, and recognizing them at the far end. */
import { KeyDetector } from './key-detector.js';

/** Length of a tone. Of 100 ms, Chromium plays only some 50 at the far end. */
const DTMF_TONE_MS = 160;
const DTMF_PAUSE_MS = 70;
const LISTEN_INTERVAL_MS = 100;
/** Time for which the far end goes on listening after the last tone, because of the delay of the connection. */
const LISTEN_AFTER_TONE_SECONDS = 1;

/** Recognizes keys in the sound of a node. The analyser keeps enough samples for a busy page to read them late. */
class KeyListener {
  readonly #analyser: AnalyserNode;
  readonly #detector: KeyDetector;
  readonly #samples: Float32Array<ArrayBuffer>;
  #timer: ReturnType<typeof setInterval> | undefined;
  #analysedUntil = 0;
  #stopAt = Infinity;

  constructor(source: AudioNode, onKey: (key: string) => void) {
    const { context } = source;
    this.#analyser = new AnalyserNode(context, { fftSize: 32_768 });
    this.#samples = new Float32Array(this.#analyser.fftSize);
    this.#detector = new KeyDetector(context.sampleRate, onKey);
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
 * Sends keys as DTMF on the agent's leg and reports them at the far end. Browsers turn the telephone events back into
 * tones there, which a Goertzel filter recognizes, so a reported digit has arrived. While audio does not run (no sound
 * device, sound blocked), the sender's `tonechange` event is reported instead.
 */
export class DtmfSender {
  readonly #sender: RTCDTMFSender;
  readonly #listener: KeyListener;
  #isReady = false;
  #queuedDigits = '';

  constructor(sender: RTCDTMFSender, farEnd: AudioNode, signal: AbortSignal, onKey: (key: string) => void) {
    this.#sender = sender;
    this.#listener = new KeyListener(farEnd, onKey);
    sender.addEventListener(
      'tonechange',
      ({ tone }) => {
        if (!tone) this.#listener.stopSoon();
        else if (farEnd.context.state !== 'running' && tone !== ',') onKey(tone);
      },
      { signal },
    );
    signal.addEventListener('abort', () => this.#listener.stop(), { once: true });
  }

  /** @throws InvalidCharacterError for anything but keys */
  send(digits: string): void {
    if (!this.#isReady) {
      this.#queuedDigits += digits;
      return;
    }
    this.#listener.start();
    // `insertDTMF` replaces the tones that are not sent yet, so they are passed again.
    this.#sender.insertDTMF(this.#sender.toneBuffer + digits, DTMF_TONE_MS, DTMF_PAUSE_MS);
  }

  /** Sends the digits that were queued until the far end receives. */
  ready(): void {
    this.#isReady = true;
    const digits = this.#queuedDigits;
    this.#queuedDigits = '';
    if (digits) this.send(digits);
  }
}
