/**
 * Validity of the token of one SDK instance, by the notes of the document (section
 * "Initialization", third step). A page that renews tokens wrongly works for hours and then stops,
 * so the expiry has to be testable.
 */
import type { Cancel } from '../model/index.js';
import type { MessageBus } from '../services/index.js';

/** Time that the SDK waits for a new token. */
const TOKEN_RENEWAL_MS = 10_000;

/** Request that waits for a token: `run` executes it, `fail` answers it with an error. */
interface HeldRequest {
  readonly run: () => void;
  readonly fail: () => void;
}

/**
 * When the token expires, requests by HTTP are held for ten seconds. A new token releases them. Without one they fail,
 * EventTokenInvalid is sent again, and the next ten seconds begin.
 */
export class TokenLifetime {
  /** `false` before `initAgent`, and from the expiry to the next token. */
  #valid = false;
  #held: HeldRequest[] = [];
  /** Expiry of a valid token, otherwise the end of the ten seconds. */
  #timer: Cancel = () => {};

  constructor(
    private readonly bus: MessageBus,
    /** Milliseconds; `Infinity` for a token that does not expire. */
    private readonly life: number,
    private readonly onInvalid: () => void,
  ) {}

  /** Takes a new token, and runs the held requests in their order. */
  renew(): void {
    this.#timer();
    this.#valid = true;
    if (Number.isFinite(this.life)) this.#timer = this.bus.after(this.life, () => this.expire());
    const held = this.#held;
    this.#held = [];
    for (const { run } of held) run();
  }

  /** Lets a valid token expire. An invalid one stays as it is. */
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

  /** Announces the expiry, and repeats that every ten seconds until a token comes. */
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
