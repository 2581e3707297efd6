import type { LatencyMessage } from '../../sdk/index.js';

/** What one party of a call says and hears. The switch itself knows no browser; without a port it is signalling only. */
export interface PartySound {
  /** Whom this party hears from now on, and nobody else; or the music of those who wait. */
  hear(others: readonly PartySound[], music: boolean): void;
  /** Ends it, and lets go of the microphone. */
  close(): void;
}

/** An agent's line: one for all that the agent is in. */
export interface AgentSound extends PartySound {
  /** Nobody hears the agent. */
  mute(on: boolean): void;
  /** Sends digits as DTMF. */
  dtmf(digits: string): void;
}

export interface MediaEvents {
  /** A measured sample, without `messageID`. */
  latency(sample: Pick<LatencyMessage, 'ping' | 'jitter' | 'loss' | 'quality'>): void;
  /** The other end heard a digit that the agent sent. */
  digit(digit: string): void;
  /** Something that the agent should know; the call goes on without it (no microphone: a silent track is sent). */
  warning(code: 'microphone' | 'media', message: string): void;
}

/** Where the sound of the parties comes from. Never throws: trouble is a warning. */
export interface MediaPort {
  /** An agent who answers in the web page, at this number. */
  openAgent(number: string, events: MediaEvents): AgentSound;
  /** Somebody who is played: a customer, a third party, a colleague. */
  openVoice(number: string, events: Pick<MediaEvents, 'warning'>): PartySound;
}
