import type { WrapUpDraft } from './types.js';

const PREFIX = 'sobot-elements.draft.';

export const emptyDraft: WrapUpDraft = Object.freeze({ notes: '', disposition: '' });

const isDraft = (value: unknown): value is WrapUpDraft =>
  typeof value === 'object' &&
  value !== null &&
  'notes' in value &&
  typeof value.notes === 'string' &&
  'disposition' in value &&
  typeof value.disposition === 'string';

/**
 * What an agent writes about a call until its wrap-up is done. Kept in the tab's session storage, so that it survives
 * a reload; where the browser refuses that, in memory alone.
 */
export class Drafts {
  readonly #drafts = new Map<string, WrapUpDraft>();

  get(callId: string): WrapUpDraft {
    return this.#drafts.get(callId) ?? this.#stored(callId) ?? emptyDraft;
  }

  set(callId: string, draft: WrapUpDraft): void {
    this.#drafts.set(callId, Object.freeze({ notes: draft.notes, disposition: draft.disposition }));
    this.#storage((storage) => storage.setItem(PREFIX + callId, JSON.stringify(this.#drafts.get(callId))));
  }

  /** The call has got another id. */
  rename(from: string, to: string): void {
    if (this.#drafts.has(from)) this.set(to, this.take(from));
  }

  /** Hands it out for good. */
  take(callId: string): WrapUpDraft {
    const draft = this.get(callId);
    this.#drafts.delete(callId);
    this.#storage((storage) => storage.removeItem(PREFIX + callId));
    return draft;
  }

  #stored(callId: string): WrapUpDraft | undefined {
    const text = this.#storage((storage) => storage.getItem(PREFIX + callId));
    if (!text) return undefined;
    try {
      const draft: unknown = JSON.parse(text);
      return isDraft(draft) ? draft : undefined;
    } catch {
      return undefined;
    }
  }

  #storage<T>(use: (storage: Storage) => T): T | undefined {
    try {
      return use(globalThis.sessionStorage);
    } catch {
      return undefined; // no storage in this context, or none left: the draft lives in memory
    }
  }
}
