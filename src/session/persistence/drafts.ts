/**
 * Notes and dispositions of calls, kept until their wrap-up is done. They lie in the tab's session storage, so that
 * they outlast a reload.
 */
import { SafeStorage } from '../../internal/index.js';
import { isLocalCallId, legsOf, type AgentState } from '../../state/index.js';
import type { WrapUpDraft } from '../agent-session.js';

/** The configured agent follows, then the call's id. */
const KEY_PREFIX = 'sobot-elements.draft.';

export const emptyDraft: WrapUpDraft = Object.freeze({ notes: '', disposition: '' });

/** Storage may contain anything: an older version of the kit or the page may have written it. */
const isDraft = (value: unknown): value is WrapUpDraft =>
  typeof value === 'object' &&
  value !== null &&
  'notes' in value &&
  typeof value.notes === 'string' &&
  'disposition' in value &&
  typeof value.disposition === 'string';

/** The next page numbers its calls anew: there, a local id would be that of another call. */
const isStorable = (callId: string): boolean => callId !== '' && !isLocalCallId(callId);

/** The drafts of one agent. */
export class Drafts {
  readonly #storage: SafeStorage;
  /** Storage is slow and most calls have no draft, so it is read once. */
  readonly #drafts = new Map<string, WrapUpDraft>();

  /** @param agent the agent who writes: two agents of one page may be in the same call */
  constructor(agent: string, storage: () => Storage) {
    this.#storage = new SafeStorage(storage, `${KEY_PREFIX}${agent}.`);
    for (const callId of this.#storage.keys()) {
      const draft = this.#storage.get(callId);
      if (isDraft(draft)) this.#drafts.set(callId, draft);
    }
  }

  /** The draft of a call; empty strings if there is none. */
  get(callId: string): WrapUpDraft {
    return this.#drafts.get(callId) ?? emptyDraft;
  }

  set(callId: string, { notes, disposition }: WrapUpDraft): void {
    const draft = Object.freeze({ notes, disposition });
    this.#drafts.set(callId, draft);
    if (isStorable(callId)) this.#storage.set(callId, draft);
  }

  /** Removes a draft and returns it. */
  take(callId: string): WrapUpDraft {
    const draft = this.get(callId);
    if (this.#drafts.delete(callId)) this.#storage.remove(callId);
    return draft;
  }

  /** Follows calls whose local id becomes the vendor's, perhaps only with the message that ends the call. */
  followCalls(state: AgentState, previous: AgentState): void {
    for (const before of legsOf(previous)) {
      const leg = legsOf(state).find(({ sequence }) => sequence === before.sequence);
      const now = leg ?? (before === previous.call ? state.lastCall : null);
      if (now && now.id !== before.id && this.#drafts.has(before.id)) this.set(now.id, this.take(before.id));
    }
  }
}
