import type { SdkMessage } from '../sdk/index.js';
import { type Fields, isRecord, time } from '../internal/index.js';

/** Less than this is the way of a message, not a wrong clock. */
const WAY = 2_000;
/** More than this is no clock: with one so wrong no secure connection is made. */
const ABSURD = 86_400_000;

const shifted = (fields: Fields, by: number): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([key, value]) => {
      if (isRecord(value)) return [key, key === 'agentStateInfo' ? shifted(value, by) : value];
      const moment = key.endsWith('Timestamp') ? time(value) : undefined;
      return [key, moment === undefined ? value : moment + by];
    }),
  );

/**
 * By how much this machine's clock is ahead of the server's: the least that any message seems to have taken, since each
 * has had some way to go.
 */
export class ServerClock {
  #ahead = Infinity;

  /** The message with the server's times as this machine's; the SDK's own object where that changes nothing. */
  local(message: SdkMessage, at: number): SdkMessage {
    const took = at - (time(message.creationTime) ?? Infinity);
    if (Math.abs(took) < ABSURD) this.#ahead = Math.min(this.#ahead, took);
    const isRight = this.#ahead === Infinity || Math.abs(this.#ahead) < WAY;
    return isRight ? message : (shifted(message, this.#ahead) as SdkMessage);
  }

  /** Somebody may have set one of the clocks. */
  forget(): void {
    this.#ahead = Infinity;
  }
}
