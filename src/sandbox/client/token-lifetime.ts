import type { Cancel } from '../model/clock.js';
import type { Bus } from '../services/message-bus.js';

/** How long the SDK waits for a new token, milliseconds (section "Initialization", third step). */
export const TOKEN_WINDOW = 10_000;

interface Held {
  readonly run: () => void;
  readonly fail: () => void;
}

/**
 * The life of one end's token. When it ends, requests of the HTTP kind are held for ten seconds: a new token sends
 * them on, else they fail, the page is told again, and the next ten seconds begin.
 */
export class TokenWatch {
  #valid = false;
  #held: Held[] = [];
  #timer: Cancel = () => {};

  constructor(
    private readonly bus: Bus,
    /** Milliseconds. */
    private readonly life: number,
    private readonly onInvalid: () => void,
  ) {}

  renew(): void {
    this.#timer();
    this.#valid = true;
    if (Number.isFinite(this.life)) this.#timer = this.bus.after(this.life, () => this.expire());
    const held = this.#held;
    this.#held = [];
    for (const { run } of held) run();
  }

  /** Nothing happens where there is no living token. */
  expire(): void {
    if (!this.#valid) return;
    this.#valid = false;
    this.#await();
  }

  /** Runs a request of the HTTP kind, now or when there is a token. */
  admit(held: Held): void {
    if (this.#valid) held.run();
    else this.#held.push(held);
  }

  #await(): void {
    this.#timer();
    this.onInvalid();
    this.#timer = this.bus.after(TOKEN_WINDOW, () => {
      const held = this.#held;
      this.#held = [];
      for (const { fail } of held) fail();
      this.#await();
    });
  }
}
