import { frozen, isRecord, str, time } from '../state/fields.js';
import type { CallSummary } from '../state/index.js';

const PREFIX = 'sobot-elements.wrap-up.';
const HOUR = 3_600_000;

function read(text: string | null): CallSummary | null {
  const fields: unknown = JSON.parse(text ?? 'null');
  if (!isRecord(fields) || str(fields['id']) === '') return null;
  const endedAt = time(fields['endedAt']) ?? 0;
  return Date.now() - endedAt < HOUR ? frozen(fields as unknown as CallSummary) : null;
}

/**
 * The call that an agent is wrapping up, over a reload: the platform says only that there is after-call work, not for
 * which call. Kept in the tab's session storage until the wrap-up is done.
 */
export class LastCall {
  readonly #key: string;
  #latest: CallSummary | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(agent: string) {
    this.#key = PREFIX + agent;
  }

  recall(): CallSummary | null {
    try {
      return read(globalThis.sessionStorage.getItem(this.#key));
    } catch {
      return null; // no storage in this context, or not ours
    }
  }

  /** In a task of its own: storage is slow, and the news of the call's end goes out first. */
  remember(call: CallSummary | null): void {
    this.#latest = call;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#write(), 0);
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
