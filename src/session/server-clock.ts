/**
 * The difference between this machine's clock and the server's. The times of a message are the server's; the state
 * compares them with this machine's.
 */
import { creationTimeOf, withShiftedTimes, type SdkMessage } from '../sdk/index.js';

/** A smaller difference is the transmission time of a message. */
const MIN_SKEW_MS = 2_000;
/** A greater difference is no clock: with a clock that wrong, no secure connection can be made. */
const MAX_SKEW_MS = 86_400_000;

export class ServerClock {
  /**
   * By how much this machine is ahead: the least time that any message seems to have taken, because each has taken
   * some. Infinity until a message has told.
   */
  #aheadMs = Infinity;

  /** The message with its times by this machine's clock; the SDK's own object where both clocks agree. */
  toLocal(message: SdkMessage, receivedAt: number): SdkMessage {
    const took = receivedAt - (creationTimeOf(message) ?? Infinity);
    if (Math.abs(took) < MAX_SKEW_MS) this.#aheadMs = Math.min(this.#aheadMs, took);
    const isRight = this.#aheadMs === Infinity || Math.abs(this.#aheadMs) < MIN_SKEW_MS;
    return isRight ? message : withShiftedTimes(message, this.#aheadMs);
  }

  /** Measures anew: after an interruption, one of the clocks may have been set. */
  reset(): void {
    this.#aheadMs = Infinity;
  }
}
