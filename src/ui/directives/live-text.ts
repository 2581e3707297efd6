/**
 * Text that follows the state, without a render of the element that contains it. A live region
 * needs it: its element may render for many other reasons, and must announce only this text.
 */
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { AgentState } from '../../state/index.js';
import type { AgentHost } from '../base/index.js';

/** Returns the text for a state; empty for none. */
type StateText = (state: AgentState) => string;

/** The subscription to the state lasts while the text is in the document. */
class LiveText extends AsyncDirective {
  #agentHost: AgentHost | null = null;
  #format: StateText = () => '';
  #text = '';
  #unsubscribe: (() => void) | undefined;

  override render(agentHost: AgentHost, format: StateText): string {
    this.#format = format;
    if (agentHost !== this.#agentHost) this.disconnected();
    this.#agentHost = agentHost;
    if (this.isConnected) this.reconnected();
    return (this.#text = format(agentHost.state));
  }

  protected override disconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  protected override reconnected(): void {
    this.#unsubscribe ??= this.#agentHost?.subscribe((state) => {
      const text = this.#format(state);
      if (text !== this.#text) this.setValue((this.#text = text));
    });
  }
}

/**
 * Renders a text that is computed from the state of an agent element. It computes the text after
 * each change, and updates the document when the text differs.
 */
export const liveText = directive(LiveText);
