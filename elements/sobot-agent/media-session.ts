import type { CommandName } from '../../src/sdk/index.js';
import { disabledReason, type AgentState } from '../../src/state/index.js';
import type { AgentHost } from '../../src/ui/base/index.js';

/** Newer than the types of the DOM. */
type MicrophoneSession = MediaSession & { setMicrophoneActive?: (active: boolean) => unknown };

/** The keys of the headset, the keyboard and the system are one set for the page: the call that came last has them. */
let owner: object | null = null;

/** What a browser doesn't know, it throws at. */
function setActionHandler(action: string, handler: (() => void) | null): void {
  try {
    navigator.mediaSession.setActionHandler(action as MediaSessionAction, handler);
  } catch {
    // the other actions work nevertheless
  }
}

/** During a call the browser's and the headset's keys hang up and switch the microphone. */
export function registerMediaSession(agent: AgentHost & Element): void {
  const run = (choose: (state: AgentState) => CommandName) => () => {
    const command = choose(agent.state);
    if (!disabledReason(agent.state, command)) agent.session?.execute(command, {}, agent).catch(() => undefined);
  };
  const setHandlers = (isActive: boolean): void => {
    setActionHandler('hangup', isActive ? run(() => 'hangup') : null);
    setActionHandler('togglemicrophone', isActive ? run(({ call }) => (call?.muted ? 'unmute' : 'muteCall')) : null);
  };
  let sequence: number | null = null;
  let muted: boolean | undefined;
  const update = ({ call }: AgentState): void => {
    const current = agent.session && call && call.state !== 'ringing' ? call.sequence : null;
    if (current !== sequence) {
      sequence = current;
      muted = undefined;
      if (current !== null || owner === agent) {
        owner = current === null ? null : agent;
        setHandlers(current !== null);
      }
    }
    if (current === null || owner !== agent || call?.muted === muted) return;
    muted = call?.muted;
    const { mediaSession }: { mediaSession: MicrophoneSession } = navigator;
    // A promise in newer browsers; what it refuses, as while the page is hidden, changes nothing for the call.
    void Promise.resolve(mediaSession.setMicrophoneActive?.(!muted)).catch(() => undefined);
  };
  agent.subscribe(update);
  update(agent.state);
}
