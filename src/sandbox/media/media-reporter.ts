/** Reports of a call's sound to the call centre. */
import type { MicrophoneProblem } from '../../sdk/index.js';
import type { MediaEvents } from '../model/index.js';

type WarningCode = Parameters<MediaEvents['warning']>[0];

export function errorText(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
}

/**
 * Calls back in a microtask, so that a callback never runs before `open…()` has returned, and never after the end of the
 * call. The same warning is reported once a call.
 */
export class MediaReporter {
  readonly #events: MediaEvents;
  readonly #signal: AbortSignal;
  readonly #warned = new Set<string>();
  #microphoneMessage = '';

  constructor(events: MediaEvents, signal: AbortSignal) {
    this.#events = events;
    this.#signal = signal;
  }

  warn(code: WarningCode, message: string): void {
    if (this.#warned.has(message)) return;
    this.#warned.add(message);
    this.#notify((events) => events.warning(code, message));
  }

  /** Reports a problem of the microphone, or that it works again. Each change is reported. */
  microphone(problem: MicrophoneProblem | null, message: string): void {
    if (message === this.#microphoneMessage) return;
    this.#microphoneMessage = message;
    this.#notify((events) => events.warning('microphone', message, problem));
  }

  digit(digit: string): void {
    this.#notify((events) => events.digit(digit));
  }

  latency(sample: Parameters<MediaEvents['latency']>[0]): void {
    this.#notify((events) => events.latency(sample));
  }

  /** Reports a refused playback. Nearly always the browser waits for a gesture of the user. */
  soundBlocked(error: unknown): void {
    if (error instanceof DOMException && error.name === 'NotAllowedError') {
      this.warn('media', 'The browser plays no sound yet. Click in the page, or press a key, to hear the call.');
    } else {
      this.warn('media', `The sound doesn’t play: ${errorText(error)}. Check the sound device and call again.`);
    }
  }

  #notify(callback: (events: MediaEvents) => void): void {
    queueMicrotask(() => {
      if (!this.#signal.aborted) callback(this.#events);
    });
  }
}
