import { onCleanup } from './cleanup.js';

export interface RecordedEvent {
  readonly type: string;
  readonly detail: any;
}

/** The events of the kit, without those named after a message of the SDK. */
const kitEvents = [
  'sobot-event',
  'sobot-phase-change',
  'sobot-state-change',
  'sobot-call-started',
  'sobot-call-connected',
  'sobot-call-ended',
  'sobot-wrap-up-done',
  'sobot-command',
  'sobot-command-error',
  'sobot-error',
  'sobot-warning',
  'sobot-token-request',
] as const;

/**
 * A record, in order, of the kit's events that reach the window, and of what is written to `console.error`, which stays
 * silent meanwhile. It ends with the test.
 */
export class EventRecorder {
  readonly events: RecordedEvent[] = [];
  readonly errors: unknown[] = [];
  readonly #life = new AbortController();
  readonly #consoleError = console.error;

  /** @param further types of events to record beside the kit's own, such as `sobot-ringing` */
  constructor(...further: string[]) {
    for (const type of [...kitEvents, ...further]) {
      const record = (event: Event): number =>
        this.events.push({ type, detail: (event as CustomEvent).detail as unknown });
      window.addEventListener(type, record, { signal: this.#life.signal });
    }
    console.error = (...texts: unknown[]) => this.errors.push(...texts);
    onCleanup(() => this.stop());
  }

  /** Ends the record and gives the console back. A second call does nothing. */
  stop(): void {
    if (this.#life.signal.aborted) return;
    this.#life.abort();
    console.error = this.#consoleError;
  }

  /** The details of the events of one type. */
  of(type: string): any[] {
    return this.events.filter((event) => event.type === type).map(({ detail }) => detail as unknown);
  }

  /** The changes of the phase, each as `previous next`. */
  get phases(): string[] {
    return this.of('sobot-phase-change').map(({ previous, phase }) => `${previous} ${phase}`);
  }

  /** The codes of the warnings. */
  get warnings(): string[] {
    return this.of('sobot-warning').map(({ code }) => String(code));
  }

  /** Forgets what has been recorded until now. */
  clear(): void {
    this.events.length = 0;
    this.errors.length = 0;
  }
}
