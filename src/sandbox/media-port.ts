import type { LatencyMessage } from '../sdk/index.js';

/** What the switch tells the sound of a call. The switch itself knows no browser; without a port it is signalling only. */
export interface CallMedia {
  /** The other parties hear music, the agent hears nothing. */
  hold(on: boolean): void;
  /** Nobody hears the agent. */
  mute(on: boolean): void;
  /** Sends digits as DTMF on the agent's leg. */
  dtmf(digits: string): void;
  /** Ends the leg and lets go of the microphone. */
  close(): void;
}

export interface MediaEvents {
  /** A measured sample, without `messageID`. */
  latency(sample: Pick<LatencyMessage, 'ping' | 'jitter' | 'loss' | 'quality'>): void;
  /** The other end heard a digit that the agent sent. */
  digit(digit: string): void;
  /** Something that the agent should know; the call goes on without it (no microphone: a silent track is sent). */
  warning(code: 'microphone' | 'media', message: string): void;
}

/** Opens the sound of one agent's call to one outside party. Never throws: trouble is a warning. */
export interface MediaPort {
  open(call: { id: string; number: string }, events: MediaEvents): CallMedia;
}
