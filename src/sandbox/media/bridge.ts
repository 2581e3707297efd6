import { holdMusic } from './music.js';

/** Seconds in which a way opens or closes: too short to notice, long enough not to click. */
const FADE = 0.01;

/** Where the legs of a call meet: everybody hears everybody else, nobody hears itself ("mix-minus"). */
export class Bridge {
  readonly #seats = new Set<Seat>();
  readonly #ways = new Set<Way>();
  #music: AudioBufferSourceNode | undefined;

  constructor(readonly context: BaseAudioContext) {}

  get seats(): readonly Seat[] {
    return [...this.#seats];
  }

  join(name: string): Seat {
    const seat = new Seat(name, this.context, {
      changed: () => this.#route(),
      left: () => this.#remove(seat),
    });
    for (const other of this.#seats) {
      this.#ways.add(new Way(seat, other)).add(new Way(other, seat));
    }
    this.#seats.add(seat);
    this.#route();
    return seat;
  }

  close(): void {
    for (const seat of this.#seats) seat.leave();
  }

  #remove(seat: Seat): void {
    if (!this.#seats.delete(seat)) return;
    for (const way of this.#ways) {
      if (way.from !== seat && way.to !== seat) continue;
      way.remove();
      this.#ways.delete(way);
    }
    this.#route();
  }

  #route(): void {
    if (this.seats.some((seat) => seat.parked)) {
      this.#music ??= holdMusic(this.context);
    } else if (this.#music) {
      // Lets the last chord fade away before its source ends.
      this.#music.stop(this.context.currentTime + 20 * FADE);
      this.#music = undefined;
    }
    for (const seat of this.#seats) seat.hearMusic(seat.parked ? this.#music : undefined);
    for (const way of this.#ways) way.open(!way.from.parked && !way.to.parked);
  }
}

/** One party's place on a bridge. */
export class Seat {
  /** What this party says goes in here. */
  readonly input: AudioNode;
  /** What this party hears comes out here. */
  readonly output: AudioNode;
  readonly #music: GainNode;
  readonly #bridge: { changed(): void; left(): void };
  #parked = false;

  constructor(
    readonly name: string,
    context: BaseAudioContext,
    bridge: { changed(): void; left(): void },
  ) {
    this.#bridge = bridge;
    this.input = context.createGain();
    this.output = context.createGain();
    this.#music = closedGain(context);
    this.#music.connect(this.output);
  }

  get parked(): boolean {
    return this.#parked;
  }

  /** A parked party hears music and is heard by nobody; the others go on among themselves. */
  park(on: boolean): void {
    if (on === this.#parked) return;
    this.#parked = on;
    this.#bridge.changed();
  }

  leave(): void {
    this.#parked = false;
    this.#bridge.left();
    for (const node of [this.input, this.#music, this.output]) node.disconnect();
  }

  /** For the bridge. */
  hearMusic(music: AudioNode | undefined): void {
    music?.connect(this.#music);
    fade(this.#music, music !== undefined);
  }
}

/** How one party is heard by one other. */
class Way {
  readonly #gain: GainNode;

  constructor(
    readonly from: Seat,
    readonly to: Seat,
  ) {
    this.#gain = closedGain(from.input.context);
    from.input.connect(this.#gain).connect(to.output);
  }

  open(open: boolean): void {
    fade(this.#gain, open);
  }

  remove(): void {
    this.from.input.disconnect(this.#gain);
    this.#gain.disconnect();
  }
}

function closedGain(context: BaseAudioContext): GainNode {
  return new GainNode(context, { gain: 0 });
}

function fade({ gain, context }: GainNode, open: boolean): void {
  gain.setTargetAtTime(open ? 1 : 0, context.currentTime, FADE);
}
