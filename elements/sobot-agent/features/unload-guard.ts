import type { AgentState } from '../../../src/state/index.js';
import type { AgentFeature, FeatureHost } from './agent-feature.js';

/**
 * Makes the browser ask before the page is left during a call, or with notes that are not saved yet. The listener exists
 * only then, because browsers keep a page with a `beforeunload` listener out of their back/forward cache.
 */
export class UnloadGuard implements AgentFeature {
  #isListening = false;

  constructor(private readonly agent: FeatureHost) {}

  stateChanged(state: AgentState): void {
    const isNeeded = this.#isNeeded(state);
    if (isNeeded === this.#isListening) return;
    this.#isListening = isNeeded;
    if (isNeeded) window.addEventListener('beforeunload', this.#handleBeforeUnload);
    else window.removeEventListener('beforeunload', this.#handleBeforeUnload);
  }

  /** A preview has no session, and nothing to lose. */
  #isNeeded({ call, wrapUp }: AgentState): boolean {
    const { session } = this.agent;
    if (!session) return false;
    if (call) return true;
    if (!wrapUp) return false;
    // Notes and disposition are handed out by `sobot-wrap-up-done`; until then they exist in this page only.
    const { notes, disposition } = session.draft;
    return notes.trim() !== '' || disposition !== '';
  }

  readonly #handleBeforeUnload = (event: BeforeUnloadEvent): void => event.preventDefault();
}
