import { watchGaps } from './interruptions.js';
import type { Store } from './store.js';

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;
/** The SDK says itself when it is back. It is asked only if it seems to have said so by a name that nobody knows. */
const PATIENCE = 10_000;

/** What the proof needs of the session. */
export interface Asking {
  /** Asks the platform for the agent's status; the answer goes into the state. */
  ask(): Promise<unknown>;
  warn(code: string, message: string): void;
}

/**
 * Whether what is shown is still true. After each gap the connection is `reconnecting`, and the platform is asked,
 * with growing pauses, until an answer or a message tells the agent's status. That is a matter of the reducer.
 */
export class Connection {
  /** Only the newest doubt goes on asking. */
  #doubt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly store: Store,
    private readonly asking: Asking,
  ) {}

  /** Until the signal ends it. */
  watch(signal: AbortSignal): void {
    watchGaps(signal, { begin: (connection) => this.#lose(connection), end: () => this.doubt() });
    signal.addEventListener('abort', () => this.#quiet());
  }

  /** The SDK has lost the platform. */
  lost(): void {
    this.#begin(PATIENCE);
  }

  /** Something may have been missed. An end that was displaced stays so, whatever the network does. */
  doubt(): void {
    this.#lose('reconnecting');
    this.#begin(0);
  }

  #lose(connection: 'offline' | 'reconnecting'): void {
    this.#quiet();
    if (this.store.state.connection !== 'displaced') this.store.apply({ type: 'connection', connection }, null);
  }

  #quiet(): void {
    this.#doubt += 1;
    clearTimeout(this.#timer);
  }

  #begin(wait: number): void {
    this.#quiet();
    const doubt = this.#doubt;
    const open = (): boolean => doubt === this.#doubt && this.store.state.connection === 'reconnecting';
    const ask = async (pause: number): Promise<void> => {
      if (!open()) return;
      await this.asking.ask().catch(() => undefined); // the next one may be answered
      if (!open()) return;
      if (pause === FIRST_WAIT) {
        this.asking.warn(
          'status-unconfirmed',
          'Since the connection was interrupted, the platform has not told the status of the agent. The phone goes on asking; setting the status tells it too.',
        );
      }
      this.#timer = setTimeout(() => void ask(Math.min(pause * 2, LONGEST_WAIT)), pause);
    };
    if (wait === 0) void ask(FIRST_WAIT);
    else this.#timer = setTimeout(() => void ask(FIRST_WAIT), wait);
  }
}
