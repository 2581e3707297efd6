import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { AgentState } from '../../state/index.js';
import type { AgentHost } from '../base/index.js';

type StateText = (state: AgentState) => string;

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

/** What the state is in words. Only this text changes with the state; its host does not render. */
export const liveText = directive(LiveText);
