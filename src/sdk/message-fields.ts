/**
 * The few fields of a message that matter before it is normalized: its name, and the server's times. Nothing is sure of
 * a message; it may not even be an object.
 */
import { type Fields, isRecord, str, time } from '../internal/index.js';
import type { SdkMessage } from './messages.js';

/** The figures of a voice sample. */
const sampleFields = ['ping', 'jitter', 'loss', 'quality'] as const;

const hasMessageID = (message: Fields): message is SdkMessage => str(message['messageID']) !== '';

/** The trimmed `messageID`; the empty string if there is none. */
export const messageIDOf = (message: SdkMessage): string => str(message.messageID);

/**
 * A message with a `messageID`: the SDK's own object, or else a copy.
 * @param subscription the name that it was subscribed to, for a message without one
 */
export function withMessageID(message: unknown, subscription: string): SdkMessage {
  if (!isRecord(message)) return { messageID: subscription, message };
  return hasMessageID(message) ? message : { ...message, messageID: subscription };
}

/** Whether two voice samples have the same figures; only one of the two may have the common fields of a message. */
export const isSameSample = (a: SdkMessage, b: SdkMessage): boolean =>
  sampleFields.every((name) => str(a[name]) === str(b[name]));

/** When the server created a message, by its own clock: milliseconds since 1970. */
export const creationTimeOf = (message: SdkMessage): number | undefined => time(message.creationTime);

/** A copy with all of the server's times moved. @param shift milliseconds */
export function withShiftedTimes<T extends Fields>(fields: T, shift: number): T {
  const entries = Object.entries(fields).map(([key, value]): [string, unknown] => {
    if (isRecord(value)) return [key, key === 'agentStateInfo' ? withShiftedTimes(value, shift) : value];
    const moment = key.endsWith('Timestamp') ? time(value) : undefined;
    return [key, moment === undefined ? value : moment + shift];
  });
  return { ...fields, ...Object.fromEntries(entries) };
}
