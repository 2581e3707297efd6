import type { ReactiveControllerHost } from 'lit';
import type { CommandName } from '../../src/sdk/index.js';
import type { Phone } from '../../src/ui/base/agent-host.js';
import type { JsonObject } from './agent-settings.js';
import { kitEvent } from './kit-event.js';

export interface AgentWithShortcuts extends ReactiveControllerHost, Phone, HTMLElement {
  readonly keys: Map<CommandName, string>;
  readonly shortcuts: JsonObject | string | boolean | null;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Loads an ability once, when it is first wanted; where that fails, the next wish tries again. */
function onDemand(load: () => Promise<unknown>, failed: (cause: unknown) => void): () => void {
  let wanted = false;
  return () => {
    if (wanted) return;
    wanted = true;
    load().catch((cause: unknown) => {
      wanted = false;
      failed(cause);
    });
  };
}

/** What an agent can do besides, and few pages use. */
export function loadAbilities(agent: AgentWithShortcuts): void {
  const shortcuts = onDemand(
    () => import('./shortcuts.js').then(({ Shortcuts }) => new Shortcuts(agent)),
    (cause) =>
      agent.dispatchEvent(kitEvent('sobot-warning', { code: 'shortcut', message: `No shortcuts: ${String(cause)}.` })),
  );
  agent.addController({ hostUpdated: () => (agent.shortcuts ?? false) !== false && shortcuts() });

  const mediaSession = onDemand(
    () => import('./media-session.js').then(({ joinMediaSession }) => joinMediaSession(agent)),
    () => undefined, // the buttons of the page are there
  );
  agent.subscribe(({ call }) => call && Reflect.get(navigator, 'mediaSession') && mediaSession());
}
