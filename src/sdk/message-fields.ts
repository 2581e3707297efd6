/**
 * Fields of a message that matter before it is normalized: its name, and the server's times. Every
 * value is checked, because a message comes from a script that the kit does not control, and may
 * not even be an object.
 */
import { type Fields, isRecord, str, time } from '../internal/index.js';
import type { SdkMessage } from './messages.js';

/** Figures of a voice sample. */
const sampleFields = ['ping', 'jitter', 'loss', 'quality'] as const;

const hasMessageID = (message: Fields): message is SdkMessage => str(message['messageID']) !== '';

/** Returns the trimmed `messageID`; an empty string without one. */
export const messageIDOf = (message: SdkMessage): string => str(message.messageID);

/**
 * Returns a message with a `messageID`: the SDK's own object if it has one, otherwise a copy.
 * @param subscription name that was subscribed to; the `messageID` of a message without one
 */
export function withMessageID(message: unknown, subscription: string): SdkMessage {
  if (!isRecord(message)) return { messageID: subscription, message };
  return hasMessageID(message) ? message : { ...message, messageID: subscription };
}

/**
 * Whether two voice samples have the same figures. The other fields are not compared, because the
 * sample may arrive by two subscriptions, and only one of the copies may have the common fields.
 */
export const isSameSample = (a: SdkMessage, b: SdkMessage): boolean =>
  sampleFields.every((name) => str(a[name]) === str(b[name]));

/**
 * Returns the time at which the server created a message, in Unix milliseconds by the server's
 * clock; undefined without one.
 */
export const creationTimeOf = (message: SdkMessage): number | undefined => time(message.creationTime);

/**
 * Returns a copy with all times of the server moved to this machine's clock. Times are the fields
 * whose name ends in `Timestamp`, also within `agentStateInfo`.
 * @param shift milliseconds, negative to move back
 */
export function withShiftedTimes<T extends Fields>(fields: T, shift: number): T {
  const entries = Object.entries(fields).map(([key, value]): [string, unknown] => {
    if (isRecord(value)) return [key, key === 'agentStateInfo' ? withShiftedTimes(value, shift) : value];
    const moment = key.endsWith('Timestamp') ? time(value) : undefined;
    return [key, moment === undefined ? value : moment + shift];
  });
  return { ...fields, ...Object.fromEntries(entries) };
}
