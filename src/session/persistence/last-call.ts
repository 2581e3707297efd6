import { deepFreeze, isRecord, str, time } from '../../internal/index.js';
import type { CallSummary } from '../../state/index.js';

const PREFIX = 'sobot-elements.wrap-up.';
const HOUR = 3_600_000;
const SHIFT = 12 * HOUR;

function read(text: string | null): CallSummary | null {
  const fields: unknown = JSON.parse(text ?? 'null');
  if (!isRecord(fields) || str(fields['id']) === '') return null;
  const endedAt = time(fields['endedAt']);
  const age = Date.now() - (endedAt ?? time(fields['startedAt']) ?? 0);
  return age < (endedAt === undefined ? SHIFT : HOUR) ? deepFreeze(fields as unknown as CallSummary) : null;
}

/** The phones of this page, by what they remember. */
const owners = new Map<string, WeakRef<EventTarget>>();

/**
 * The answered call that an agent is in, or wraps up, over a reload: the platform says only that there is after-call
 * work, not for which call, and nothing at all where it ended meanwhile. Kept in the tab's session storage until the
 * wrap-up is done.
 */
export class LastCall {
  readonly #key: string;
  #latest: CallSummary | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    agent: string,
    private readonly target: EventTarget,
  ) {
    this.#key = PREFIX + agent;
  }

  /** Another phone of this page is in the middle of it, and will finish it. */
  get isElsewhere(): boolean {
    const owner = owners.get(this.#key);
    return owner !== undefined && owner.deref() !== this.target;
  }

  recall(): CallSummary | null {
    try {
      return read(globalThis.sessionStorage.getItem(this.#key));
    } catch {
      return null; // no storage in this context, or not ours
    }
  }

  /** In a task of its own: storage is slow, and the news goes out first. What is done with is forgotten at once. */
  remember(call: CallSummary | null): void {
    this.#latest = call;
    if (call) owners.set(this.#key, new WeakRef(this.target));
    else owners.delete(this.#key);
    clearTimeout(this.#timer);
    if (call) this.#timer = setTimeout(() => this.#write(), 0);
    else this.#write();
  }

  #write(): void {
    try {
      if (this.#latest) globalThis.sessionStorage.setItem(this.#key, JSON.stringify(this.#latest));
      else globalThis.sessionStorage.removeItem(this.#key);
    } catch {
      // no storage in this context, or none left: after a reload the wrap-up has no call
    }
  }
}
