/**
 * Whether the state is still confirmed by the platform. After each interruption the connection is `reconnecting`, and
 * the platform is queried with growing pauses until an answer or a message reports the agent's status; the reducer then
 * sets `connected`.
 */
import type { Connection } from '../state/index.js';
import { watchInterruptions } from './interruptions.js';

const FIRST_PAUSE_MS = 2_000;
const MAX_PAUSE_MS = 60_000;
/**
 * The SDK reports itself when it has reconnected. The platform is queried only if it seems to have done so by an
 * unknown message.
 */
const SDK_RECONNECT_MS = 10_000;

export interface ConnectionMonitorHost {
  readonly now: () => number;
  /** The time by which it is recognized that the machine has slept. */
  readonly nowWithSleep: () => number;
  connection(): Connection;
  setConnection(connection: Connection): void;
  /** Queries the agent's status; the answer goes into the state. */
  queryStatus(): Promise<unknown>;
  warn(code: string, message: string): void;
}

export class ConnectionMonitor {
  /** The number of the latest check: an earlier one ends when it sees another number. */
  #check = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The time of the last query. */
  #queriedAt = -Infinity;

  constructor(private readonly host: ConnectionMonitorHost) {}

  /** Watches for interruptions until the signal aborts. */
  watch(signal: AbortSignal): void {
    watchInterruptions(signal, this.host.nowWithSleep, {
      onBegin: (connection) => this.#interrupt(connection),
      onEnd: () => this.verify(),
    });
    signal.addEventListener('abort', () => this.#cancel());
  }

  /** The SDK has lost the platform, and tries to reconnect. */
  lost(): void {
    this.#queryAfter(SDK_RECONNECT_MS);
  }

  /** Messages may have been missed: queries the platform now, at most once in the time of the first pause. */
  verify(): void {
    this.#interrupt('reconnecting');
    this.#queryAfter(Math.max(0, Math.min(this.#queriedAt + FIRST_PAUSE_MS - this.host.now(), FIRST_PAUSE_MS)));
  }

  /** A displaced session stays displaced, whatever the network does. */
  #interrupt(connection: 'offline' | 'reconnecting'): void {
    this.#cancel();
    if (this.host.connection() !== 'displaced') this.host.setConnection(connection);
  }

  #cancel(): void {
    this.#check += 1;
    clearTimeout(this.#timer);
  }

  #queryAfter(delayMs: number): void {
    this.#cancel(); // a listener of the changed connection may have started another
    const check = this.#check;
    if (delayMs === 0) void this.#query(check, FIRST_PAUSE_MS);
    else this.#timer = setTimeout(() => void this.#query(check, FIRST_PAUSE_MS), delayMs);
  }

  /** @param pauseMs the time until the next query, if this one doesn't confirm the connection */
  async #query(check: number, pauseMs: number): Promise<void> {
    if (!this.#isNeeded(check)) return;
    this.#queriedAt = this.host.now();
    await this.host.queryStatus().catch(() => undefined); // the next one may be answered
    if (!this.#isNeeded(check)) return;
    if (pauseMs === FIRST_PAUSE_MS) {
      this.host.warn(
        'status-unconfirmed',
        'The platform has not reported the status of the agent since the connection was interrupted. The phone goes on asking. Setting the status confirms it, too.',
      );
    }
    this.#timer = setTimeout(() => void this.#query(check, Math.min(pauseMs * 2, MAX_PAUSE_MS)), pauseMs);
  }

  #isNeeded(check: number): boolean {
    return check === this.#check && this.host.connection() === 'reconnecting';
  }
}
