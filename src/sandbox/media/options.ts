export interface MediaOptions {
  /** Where the agent's voice comes from; the page's own track is copied, never stopped. Default: `getUserMedia`. */
  readonly microphone?: () => Promise<MediaStream>;
  /** Used instead of one of our own, and never closed. */
  readonly audioContext?: AudioContext;
  /** How a customer, third party or colleague with this number sounds; the node is disconnected at the end of the call. */
  readonly customerVoice?: (context: AudioContext, number: string) => AudioNode;
  /** Whether whoever has this number says anything; the rest only listen. Default: all speak. */
  readonly speaks?: (number: string) => boolean;
}
