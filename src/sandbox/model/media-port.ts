/**
 * Interface between the call centre and the sound of its calls. The services know no browser:
 * without a media port, calls are signalling only. `media/` implements the port for browsers.
 */
import type { LatencyMessage, MicrophoneProblem } from '../../sdk/index.js';

/** Sound of one party of a call. */
export interface PartySound {
  /** Sets the parties that this party hears, instead of those before, and whether it hears music. */
  hear(others: readonly PartySound[], music: boolean): void;
  /** Ends the sound and releases the microphone. */
  close(): void;
}

/** Sound of an agent: one audio connection for all legs. */
export interface AgentSound extends PartySound {
  /** Turns the microphone off or on. */
  mute(on: boolean): void;
  /** Sends digits as DTMF. */
  dtmf(digits: string): void;
}

/** Callbacks of a sound. None runs before `openAgent` or `openVoice` has returned. */
export interface MediaEvents {
  /** Reports a measured sample: the fields of EventJanusLatency without `messageID`. */
  latency(sample: Pick<LatencyMessage, 'ping' | 'jitter' | 'loss' | 'quality'>): void;
  /** Reports a digit that arrived at the other end. */
  digit(digit: string): void;
  /**
   * Reports a problem. The call goes on; without a microphone the agent's side sends silence.
   * @param problem that of the microphone; null when it works again
   */
  warning(code: 'microphone' | 'media', message: string, problem?: MicrophoneProblem | null): void;
}

/** Source of the sound. Its methods never throw; problems are reported as warnings. */
export interface MediaPort {
  /** Opens the audio connection of an agent with the answering method `webrtc`. */
  openAgent(number: string, events: MediaEvents): AgentSound;
  /** Opens the sound of a simulated party: a customer, a third party or a colleague. */
  openVoice(number: string, events: Pick<MediaEvents, 'warning'>): PartySound;
}
