import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { AgentState } from '../../state/index.js';
import type { Phone } from '../base/agent-host.js';

type Say = (state: AgentState) => string;

class LiveText extends AsyncDirective {
  #phone: Phone | null = null;
  #say: Say = () => '';
  #text = '';
  #stop: (() => void) | undefined;

  override render(phone: Phone, say: Say): string {
    this.#say = say;
    if (phone !== this.#phone) this.disconnected();
    this.#phone = phone;
    if (this.isConnected) this.reconnected();
    return (this.#text = say(phone.state));
  }

  protected override disconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  protected override reconnected(): void {
    this.#stop ??= this.#phone?.subscribe((state) => {
      const text = this.#say(state);
      if (text !== this.#text) this.setValue((this.#text = text));
    });
  }
}

/** What the state is in words. Only this text changes with the state; its host does not render. */
export const liveText = directive(LiveText);
