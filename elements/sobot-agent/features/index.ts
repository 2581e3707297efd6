/**
 * The features of `<sobot-agent>`: everything that it does besides owning a session. A new feature
 * is a class that implements `AgentFeature`, and a line in this list.
 * Features don't know each other. The two at the end are loaded on demand, because most pages need
 * neither.
 */
import { kitEvent } from '../../../src/session/index.js';
import { attachFeature, type AgentFeature, type FeatureHost } from './agent-feature.js';
import { InvokerCommands } from './invoker-commands.js';
import { LazyFeature } from './lazy-feature.js';
import { LinkScanner } from './link-scanner.js';
import { PartyResolution } from './party-resolution.js';
import { UnloadGuard } from './unload-guard.js';

/** Some embedded browsers have no media session, which the DOM types don't admit. */
const hasMediaSession = ({ mediaSession }: { readonly mediaSession?: MediaSession }): boolean => !!mediaSession;

/** The features in the order in which they see a change. */
const features: readonly ((agent: FeatureHost) => AgentFeature)[] = [
  (agent) => new LinkScanner(agent),
  (agent) => new InvokerCommands(agent),
  (agent) => new PartyResolution(agent),
  (agent) => new UnloadGuard(agent),
  (agent) =>
    new LazyFeature(agent, {
      hook: 'hostUpdated',
      isNeeded: ({ shortcuts }) => (shortcuts ?? false) !== false,
      load: async () => (await import('./shortcuts.js')).Shortcuts,
      onError: (host, cause) =>
        host.dispatchEvent(kitEvent('sobot-warning', { code: 'shortcut', message: `No shortcuts: ${String(cause)}.` })),
    }),
  (agent) =>
    new LazyFeature(agent, {
      hook: 'stateChanged',
      isNeeded: ({ state }) => state.call !== null && hasMediaSession(navigator),
      load: async () => (await import('./media-session.js')).MediaSessionKeys,
      onError: () => undefined, // The buttons of the page still work.
    }),
  (agent) =>
    new LazyFeature(agent, {
      hook: 'stateChanged',
      // Browsers leave `mediaDevices` out of insecure pages.
      isNeeded: ({ state, sandbox }) => state.call !== null && !sandbox && 'mediaDevices' in navigator,
      load: async () => (await import('./microphone-watch.js')).MicrophoneWatch,
      onError: () => undefined, // The call works without it.
    }),
];

/** Attaches every feature to an agent element. Call it once, in the constructor. */
export function attachFeatures(agent: FeatureHost): void {
  for (const create of features) attachFeature(agent, create(agent));
}
