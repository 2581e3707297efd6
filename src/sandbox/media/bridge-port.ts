import type { PartySound } from '../model/index.js';
import { holdMusic } from './music.js';

/** Seconds in which a way opens or closes: too short to notice, long enough not to click. */
const FADE_SECONDS = 0.01;

/** One party's place where the calls meet: it hears each of the others by a way of its own, and never itself ("mix-minus"). */
export class BridgePort implements PartySound {
  /** What this party says goes in here. */
  readonly input: GainNode;
  /** What this party hears comes out here. */
  readonly output: GainNode;
  protected readonly signal: AbortSignal;
  readonly #ending: AbortController;
  readonly #paths = new Map<BridgePort, GainNode>();
  #music: { source: AudioBufferSourceNode; way: GainNode } | undefined;

  constructor(
    readonly context: AudioContext,
    ending: AbortController,
  ) {
    this.#ending = ending;
    this.signal = ending.signal;
    this.input = context.createGain();
    this.output = context.createGain();
    this.signal.addEventListener('abort', () => this.#disconnect(), { once: true });
  }

  hear(others: readonly PartySound[], music: boolean): void {
    if (this.signal.aborted) return;
    for (const [seat, way] of this.#paths) {
      if (!seat.signal.aborted) fade(way, others.includes(seat));
      else if (this.#paths.delete(seat)) way.disconnect();
    }
    for (const other of others)
      if (other instanceof BridgePort && !this.#paths.has(other)) this.#paths.set(other, this.#openPath(other.input));
    this.#hearMusic(music);
  }

  close(): void {
    this.#ending.abort();
  }

  #openPath(from: AudioNode): GainNode {
    const way = new GainNode(this.context, { gain: 0 });
    from.connect(way).connect(this.output);
    fade(way, true);
    return way;
  }

  #hearMusic(on: boolean): void {
    if (on) {
      if (this.#music) return;
      const source = holdMusic(this.context);
      this.#music = { source, way: this.#openPath(source) };
    } else if (this.#music) {
      const { source, way } = this.#music;
      this.#music = undefined;
      fade(way, false);
      source.addEventListener('ended', () => way.disconnect());
      // Lets the last chord fade away before its source ends.
      source.stop(this.context.currentTime + 20 * FADE_SECONDS);
    }
  }

  #disconnect(): void {
    this.#music?.source.stop();
    for (const way of this.#paths.values()) way.disconnect();
    this.#paths.clear();
    this.input.disconnect();
    this.output.disconnect();
  }
}

function fade({ gain, context }: GainNode, open: boolean): void {
  gain.setTargetAtTime(open ? 1 : 0, context.currentTime, FADE_SECONDS);
}
