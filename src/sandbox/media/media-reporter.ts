import type { MediaEvents } from '../model/index.js';

type WarningCode = Parameters<MediaEvents['warning']>[0];

export function errorText(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
}

/**
 * What a call tells. Always a moment later, so that nobody is called back before `open()` has returned and an error of
 * the listener is its own; nothing any more once the call has ended; the same warning once a call.
 */
export class MediaReporter {
  readonly #events: MediaEvents;
  readonly #signal: AbortSignal;
  readonly #warned = new Set<string>();

  constructor(events: MediaEvents, signal: AbortSignal) {
    this.#events = events;
    this.#signal = signal;
  }

  warn(code: WarningCode, message: string): void {
    if (this.#warned.has(message)) return;
    this.#warned.add(message);
    this.#notify((events) => events.warning(code, message));
  }

  digit(digit: string): void {
    this.#notify((events) => events.digit(digit));
  }

  latency(sample: Parameters<MediaEvents['latency']>[0]): void {
    this.#notify((events) => events.latency(sample));
  }

  /** Playing was refused: nearly always the browser that waits for the person to touch the page. */
  soundBlocked(error: unknown): void {
    if (error instanceof DOMException && error.name === 'NotAllowedError') {
      this.warn('media', 'The browser plays no sound yet. Click in the page, or press a key, to hear the call.');
    } else {
      this.warn('media', `The sound doesn’t play: ${errorText(error)}. Check the sound device and call again.`);
    }
  }

  #notify(tell: (events: MediaEvents) => void): void {
    queueMicrotask(() => {
      if (!this.#signal.aborted) tell(this.#events);
    });
  }
}
