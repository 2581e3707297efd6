/** Options of the sound of calls. */

export interface MediaOptions {
  /** Source of the agent's voice. Its track is cloned, never stopped. Default: `getUserMedia`. */
  readonly microphone?: () => Promise<MediaStream>;
  /** Audio context to use. It is never closed. Default: a context of the sandbox. */
  readonly audioContext?: AudioContext;
  /** Creates the voice of a simulated party. The node is disconnected at the end of the call. */
  readonly customerVoice?: (context: AudioContext, number: string) => AudioNode;
  /** Whether the party at this number speaks, or only listens. Default: all speak. */
  readonly speaks?: (number: string) => boolean;
}
