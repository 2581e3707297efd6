/**
 * The difference between this machine's clock and the server's. The times of a message are the server's; the state
 * compares them with this machine's.
 *
 * Each message has taken some time, so one that shows a greater difference than the others is late, or comes from a
 * server whose clock is behind. Several messages that agree over some time replace the known difference.
 */
import type { Clock } from '../internal/index.js';
import { creationTimeOf, withShiftedTimes, type SdkMessage } from '../sdk/index.js';

/** A smaller difference is the transmission time of a message. */
const TOLERANCE_MS = 2_000;
/** A greater difference is no clock: with a clock that wrong, no secure connection can be made. */
const MAX_SKEW_MS = 86_400_000;
/** A message that seems to be later comes from another clock: a connection that stands for so long is given up. */
const MAX_DELAY_MS = 300_000;
/** The messages that replace the known difference, and the least time between the first and the last of them. */
const AGREEING_MESSAGES = 3;
const AGREEING_TIME_MS = 10_000;

/** A difference that messages have shown. */
interface Difference {
  /** By how much this machine is ahead: the least time that any of the messages seems to have taken. */
  readonly aheadMs: number;
  readonly messages: number;
  /** The arrival of the first message. */
  readonly since: number;
}

/** A message by this machine's clock. */
export interface LocalMessage {
  /** The SDK's own object where both clocks agree. */
  readonly message: SdkMessage;
  /** The time of the message: of its arrival, or of its creation if it was late. */
  readonly at: number;
}

const isAgreed = ({ messages }: Difference): boolean => messages >= AGREEING_MESSAGES;

export class ServerClock {
  #known: Difference | null = null;
  /** A difference that contradicts the known one. */
  #candidate: Difference | null = null;

  constructor(private readonly clock: Clock) {}

  /** Converts a message that has just arrived. */
  toLocal(message: SdkMessage): LocalMessage {
    const createdAt = creationTimeOf(message);
    const tookMs = createdAt === undefined ? Infinity : this.#measure(createdAt);
    const receivedAt = this.clock.now();
    const aheadMs = this.#known?.aheadMs ?? 0;
    const lateMs = Math.abs(tookMs) < MAX_SKEW_MS ? tookMs - aheadMs : 0;
    // A message of another clock is converted by what it says itself.
    const isOfOtherClock = lateMs < -TOLERANCE_MS || lateMs > MAX_DELAY_MS;
    const shift = isOfOtherClock ? tookMs : aheadMs;
    return {
      message: Math.abs(shift) < TOLERANCE_MS ? message : withShiftedTimes(message, shift),
      at: !isOfOtherClock && lateMs > TOLERANCE_MS ? receivedAt - lateMs : receivedAt,
    };
  }

  /** Returns the time that a message seems to have taken, and takes it into account. */
  #measure(createdAt: number): number {
    const tookMs = this.clock.now() - createdAt;
    if (Math.abs(tookMs) >= MAX_SKEW_MS) return tookMs;
    const known = this.#known;
    // No message is faster than the others: this machine's clock has stood while it slept, or the server's was set.
    const missedMs = known ? Math.min(known.aheadMs - tookMs, this.clock.gained) : 0;
    if (missedMs > TOLERANCE_MS) {
      this.clock.addSleep(missedMs);
      return this.#measure(createdAt);
    }
    this.#learn(tookMs);
    return tookMs;
  }

  #learn(tookMs: number): void {
    const now = this.clock.now();
    const known = this.#known;
    const first = { aheadMs: tookMs, messages: 1, since: now };
    const agreeing = (before: Difference): Difference => ({
      aheadMs: Math.min(before.aheadMs, tookMs),
      messages: before.messages + 1,
      since: before.since,
    });
    const agrees = (before: Difference): boolean => Math.abs(tookMs - before.aheadMs) <= TOLERANCE_MS;
    const gainMs = known ? known.aheadMs - tookMs : 0;
    // Before several messages agree, the known one may have been late.
    const wasLate = known && !isAgreed(known) && gainMs > TOLERANCE_MS && gainMs <= MAX_DELAY_MS;
    if (!known || wasLate || agrees(known)) {
      this.#known = known && !wasLate ? agreeing(known) : first;
      this.#candidate = null;
    } else {
      const candidate = this.#candidate && agrees(this.#candidate) ? agreeing(this.#candidate) : first;
      const isNew = isAgreed(candidate) && now - candidate.since >= AGREEING_TIME_MS;
      if (isNew) this.#known = candidate;
      this.#candidate = isNew ? null : candidate;
    }
  }
}
