import type { CommandName } from '../../src/sdk/index.js';
import { disabledReason, type AgentState } from '../../src/state/index.js';
import type { Phone } from '../../src/ui/base/agent-host.js';

/** Newer than the types of the DOM. */
type Microphone = MediaSession & { setMicrophoneActive?: (active: boolean) => unknown };

/** The keys of the headset, the keyboard and the system are one set for the page: the call that came last has them. */
let owner: object | null = null;

/** What a browser doesn't know, it throws at. */
function handle(action: string, handler: (() => void) | null): void {
  try {
    navigator.mediaSession.setActionHandler(action as MediaSessionAction, handler);
  } catch {
    // the other actions work nevertheless
  }
}

/** During a call the browser's and the headset's keys hang up and switch the microphone. */
export function joinMediaSession(agent: Phone & Element): void {
  const run = (choose: (state: AgentState) => CommandName) => () => {
    const command = choose(agent.state);
    if (!disabledReason(agent.state, command)) agent.session?.execute(command, {}, agent).catch(() => undefined);
  };
  const set = (on: boolean): void => {
    handle('hangup', on ? run(() => 'hangup') : null);
    handle('togglemicrophone', on ? run(({ call }) => (call?.muted ? 'unmute' : 'muteCall')) : null);
  };
  let sequence: number | null = null;
  let muted: boolean | undefined;
  const follow = ({ call }: AgentState): void => {
    const now = agent.session && call && call.state !== 'ringing' ? call.sequence : null;
    if (now !== sequence) {
      sequence = now;
      muted = undefined;
      if (now !== null || owner === agent) {
        owner = now === null ? null : agent;
        set(now !== null);
      }
    }
    if (now === null || owner !== agent || call?.muted === muted) return;
    muted = call?.muted;
    const { mediaSession }: { mediaSession: Microphone } = navigator;
    // A promise in newer browsers; what it refuses, as while the page is hidden, changes nothing for the call.
    void Promise.resolve(mediaSession.setMicrophoneActive?.(!muted)).catch(() => undefined);
  };
  agent.subscribe(follow);
  follow(agent.state);
}
