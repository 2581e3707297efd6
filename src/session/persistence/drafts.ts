import type { WrapUpDraft } from '../session-events.js';

const PREFIX = 'sobot-elements.draft.';

export const emptyDraft: WrapUpDraft = Object.freeze({ notes: '', disposition: '' });

const isDraft = (value: unknown): value is WrapUpDraft =>
  typeof value === 'object' &&
  value !== null &&
  'notes' in value &&
  typeof value.notes === 'string' &&
  'disposition' in value &&
  typeof value.disposition === 'string';

function parse(text: string | null): WrapUpDraft | undefined {
  try {
    const draft: unknown = JSON.parse(text ?? '');
    return isDraft(draft) ? draft : undefined;
  } catch {
    return undefined;
  }
}

function withStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(globalThis.sessionStorage);
  } catch {
    return undefined; // no storage in this context, or none left: the drafts live in memory
  }
}

/** The next page counts its calls anew: a local id would be another call there. */
const isVendors = (callId: string): boolean => callId !== '' && !callId.startsWith('local-');

const stored =
  (prefix: string) =>
  (storage: Storage): [string, WrapUpDraft][] =>
    Object.keys(storage).flatMap((key) => {
      const draft = key.startsWith(prefix) ? parse(storage.getItem(key)) : undefined;
      return draft ? [[key.slice(prefix.length), draft]] : [];
    });

/**
 * What an agent writes about a call until its wrap-up is done. Kept in the tab's session storage, so that it survives
 * a reload; read once, because storage is slow and most calls have no draft.
 */
export class Drafts {
  readonly #prefix: string;
  readonly #drafts: Map<string, WrapUpDraft>;

  /** @param agent whose notes these are: two agents of one page may be in one call */
  constructor(agent: string) {
    this.#prefix = `${PREFIX}${agent}.`;
    this.#drafts = new Map(withStorage(stored(this.#prefix)));
  }

  get(callId: string): WrapUpDraft {
    return this.#drafts.get(callId) ?? emptyDraft;
  }

  set(callId: string, draft: WrapUpDraft): void {
    const { notes, disposition } = draft;
    this.#drafts.set(callId, Object.freeze({ notes, disposition }));
    if (!isVendors(callId)) return;
    withStorage((storage) => storage.setItem(this.#prefix + callId, JSON.stringify({ notes, disposition })));
  }

  /** The call has got another id. */
  rename(from: string, to: string): void {
    if (this.#drafts.has(from)) this.set(to, this.take(from));
  }

  /** Hands it out for good. */
  take(callId: string): WrapUpDraft {
    const draft = this.get(callId);
    if (this.#drafts.delete(callId)) withStorage((storage) => storage.removeItem(this.#prefix + callId));
    return draft;
  }
}
