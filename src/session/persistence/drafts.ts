/**
 * Notes and dispositions of calls, kept until their wrap-up is done. They lie in the tab's session storage, so that
 * they outlast a reload.
 */
import { isRecord } from '../../internal/index.js';
import { isLocalCallId, legsOf, type AgentState } from '../../state/index.js';
import type { WrapUpDraft } from '../agent-session.js';
import { TabStorage } from './tab-storage.js';

/** The configured agent follows, then the call's id. */
const KEY_PREFIX = 'sobot-elements.draft.';

export const emptyDraft: WrapUpDraft = Object.freeze({ notes: '', disposition: '' });

/** A text as it was written; anything else is none. */
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The next page numbers its calls anew: there, a local id would be that of another call. */
const isStorable = (callId: string): boolean => callId !== '' && !isLocalCallId(callId);

/** The drafts of one agent. */
export class Drafts {
  readonly #storage: TabStorage;
  /** Storage is slow and most calls have no draft, so it is read once. */
  readonly #drafts = new Map<string, WrapUpDraft>();

  /** @param agent the agent who writes: two agents of one page may be in the same call */
  constructor(agent: string, storage: () => Storage) {
    this.#storage = new TabStorage(storage, `${KEY_PREFIX}${agent}.`);
  }

  /** Reads the drafts of the page before, and those of other sessions of this page. */
  async start(): Promise<void> {
    await this.#storage.claim();
    this.read();
  }

  /** Reads what is stored. A draft that is known stays as it is. */
  read(): void {
    for (const callId of this.#storage.keys()) {
      const draft = this.#storage.get(callId);
      if (!isRecord(draft) || this.#drafts.has(callId)) continue;
      this.#drafts.set(callId, Object.freeze({ notes: text(draft['notes']), disposition: text(draft['disposition']) }));
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
    this.#drafts.delete(callId);
    if (isStorable(callId)) this.#storage.remove(callId);
    return draft;
  }

  /**
   * Follows calls whose local id becomes the vendor's, perhaps only with the message that ends the call. After-call work
   * of an unknown call has a draft without an id, which ends with it.
   */
  followCalls(state: AgentState, previous: AgentState): void {
    for (const before of legsOf(previous)) {
      const leg = legsOf(state).find(({ sequence }) => sequence === before.sequence);
      const now = leg ?? (before === previous.call ? state.lastCall : null);
      if (now && now.id !== before.id && this.#drafts.has(before.id)) this.set(now.id, this.take(before.id));
    }
    if (previous.wrapUp && !state.wrapUp) this.take('');
  }
}
