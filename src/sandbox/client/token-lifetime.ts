/** Validity of the token of one SDK instance. */
import type { Cancel } from '../model/index.js';
import type { MessageBus } from '../services/index.js';

/** Time that the SDK waits for a new token (section "Initialization", third step). */
const TOKEN_RENEWAL_MS = 10_000;

interface HeldRequest {
  readonly run: () => void;
  readonly fail: () => void;
}

/**
 * When the token expires, requests by HTTP are held for ten seconds. A new token releases them. Without one they fail,
 * EventTokenInvalid is sent again, and the next ten seconds begin.
 */
export class TokenLifetime {
  #valid = false;
  #held: HeldRequest[] = [];
  #timer: Cancel = () => {};

  constructor(
    private readonly bus: MessageBus,
    /** Milliseconds; `Infinity` for a token that does not expire. */
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

  /** Expires a valid token. */
  expire(): void {
    if (!this.#valid) return;
    this.#valid = false;
    this.#awaitToken();
  }

  /** Runs a request by HTTP, now or when the token is valid again. */
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
