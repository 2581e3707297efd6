/** The conference bridge: where the sounds of a call's parties meet. */
import type { PartySound } from '../model/index.js';
import { holdMusic } from './music.js';

/** Time in which a path opens or closes: too short to notice, and long enough to avoid a click. */
const FADE_SECONDS = 0.01;

/** Port of one party. It hears each of the others by a path of its own, and never itself ("mix-minus"). */
export class BridgePort implements PartySound {
  /** Input: the voice of this party. */
  readonly input: GainNode;
  /** Output: the sound that this party hears. */
  readonly output: GainNode;
  protected readonly signal: AbortSignal;
  readonly #controller: AbortController;
  readonly #paths = new Map<BridgePort, GainNode>();
  #music: { source: AudioBufferSourceNode; path: GainNode } | undefined;

  constructor(
    readonly context: AudioContext,
    controller: AbortController,
  ) {
    this.#controller = controller;
    this.signal = controller.signal;
    this.input = context.createGain();
    this.output = context.createGain();
    this.signal.addEventListener('abort', () => this.#disconnect(), { once: true });
  }

  hear(others: readonly PartySound[], music: boolean): void {
    if (this.signal.aborted) return;
    for (const [port, path] of this.#paths) {
      if (!port.signal.aborted) fade(path, others.includes(port));
      else if (this.#paths.delete(port)) path.disconnect();
    }
    for (const other of others)
      if (other instanceof BridgePort && !this.#paths.has(other)) this.#paths.set(other, this.#openPath(other.input));
    this.#hearMusic(music);
  }

  close(): void {
    this.#controller.abort();
  }

  #openPath(from: AudioNode): GainNode {
    const path = new GainNode(this.context, { gain: 0 });
    from.connect(path).connect(this.output);
    fade(path, true);
    return path;
  }

  #hearMusic(on: boolean): void {
    if (on) {
      if (this.#music) return;
      const source = holdMusic(this.context);
      this.#music = { source, path: this.#openPath(source) };
    } else if (this.#music) {
      const { source, path } = this.#music;
      this.#music = undefined;
      fade(path, false);
      source.addEventListener('ended', () => path.disconnect());
      // The last chord fades out before its source ends.
      source.stop(this.context.currentTime + 20 * FADE_SECONDS);
    }
  }

  #disconnect(): void {
    this.#music?.source.stop();
    for (const path of this.#paths.values()) path.disconnect();
    this.#paths.clear();
    this.input.disconnect();
    this.output.disconnect();
  }
}

function fade({ gain, context }: GainNode, open: boolean): void {
  gain.setTargetAtTime(open ? 1 : 0, context.currentTime, FADE_SECONDS);
}
