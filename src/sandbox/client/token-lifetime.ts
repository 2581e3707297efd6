import type { Cancel } from '../model/clock.js';
import type { MessageBus } from '../services/message-bus.js';

/** How long the SDK waits for a new token, milliseconds (section "Initialization", third step). */
export const TOKEN_RENEWAL_MS = 10_000;

interface HeldRequest {
  readonly run: () => void;
  readonly fail: () => void;
}

/**
 * The life of one end's token. When it ends, requests of the HTTP kind are held for ten seconds: a new token sends
 * them on, else they fail, the page is told again, and the next ten seconds begin.
 */
export class TokenLifetime {
  #valid = false;
  #held: HeldRequest[] = [];
  #timer: Cancel = () => {};

  constructor(
    private readonly bus: MessageBus,
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
    this.#awaitToken();
  }

  /** Runs a request of the HTTP kind, now or when there is a token. */
  runWhenValid(held: HeldRequest): void {
    if (this.#valid) held.run();
    else this.#held.push(held);
  }

  #awaitToken(): void {
    this.#timer();
    this.onInvalid();
    this.#timer = this.bus.after(TOKEN_RENEWAL_MS, () => {
      const held = this.#held;
      this.#held = [];
      for (const { fail } of held) fail();
      this.#awaitToken();
    });
  }
}
