import type { ReactiveControllerHost } from 'lit';
import type { CommandName } from '../../src/sdk/index.js';
import type { AgentHost } from '../../src/ui/base/index.js';
import type { JsonObject } from './agent-settings.js';
import { kitEvent } from '../../src/session/index.js';

export interface AgentWithShortcuts extends ReactiveControllerHost, AgentHost, HTMLElement {
  readonly keys: Map<CommandName, string>;
  readonly shortcuts: JsonObject | string | boolean | null;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Loads an ability once, when it is first wanted; where that fails, the next wish tries again. */
function loadOnce(load: () => Promise<unknown>, onError: (cause: unknown) => void): () => void {
  let isRequested = false;
  return () => {
    if (isRequested) return;
    isRequested = true;
    load().catch((cause: unknown) => {
      isRequested = false;
      onError(cause);
    });
  };
}

/** What an agent can do besides, and few pages use. */
export function registerLazyFeatures(agent: AgentWithShortcuts): void {
  const loadShortcuts = loadOnce(
    () => import('./shortcuts.js').then(({ Shortcuts }) => new Shortcuts(agent)),
    (cause) =>
      agent.dispatchEvent(kitEvent('sobot-warning', { code: 'shortcut', message: `No shortcuts: ${String(cause)}.` })),
  );
  agent.addController({ hostUpdated: () => (agent.shortcuts ?? false) !== false && loadShortcuts() });

  const loadMediaSession = loadOnce(
    () => import('./media-session.js').then(({ registerMediaSession: joinMediaSession }) => joinMediaSession(agent)),
    () => undefined, // the buttons of the page are there
  );
  agent.subscribe(({ call }) => call && Reflect.get(navigator, 'mediaSession') && loadMediaSession());
}
