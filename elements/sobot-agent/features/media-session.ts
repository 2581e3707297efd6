/**
 * Media keys during a call (Media Session Standard): the hang-up and mute keys of a headset work
 * without the page in front.
 * A module of its own that is loaded with the first call.
 */
import type { CommandName } from '../../../src/sdk/index.js';
import { disabledReason, type AgentState } from '../../../src/state/index.js';
import type { AgentFeature, FeatureHost } from './agent-feature.js';

/** `setMicrophoneActive()` is newer than the DOM types of TypeScript. Media Session Standard, section 6. */
type MicrophoneSession = MediaSession & { setMicrophoneActive?: (active: boolean) => unknown };

/**
 * The agent element that has the media keys. Headset, keyboard and system have one set of keys for a page with several
 * agents: the call that came last gets them.
 */
let owner: object | null = null;

/** Sets the handler of one action. A browser throws at actions that it doesn't know. */
function setActionHandler(action: string, handler: (() => void) | null): void {
  try {
    navigator.mediaSession.setActionHandler(action as MediaSessionAction, handler);
  } catch {
    // The other actions work nevertheless.
  }
}

/** Lets the media keys of headset, keyboard and browser hang up and switch the microphone during a call. */
export class MediaSessionKeys implements AgentFeature {
  /** The call whose keys are set: its `sequence`, null between calls. */
  #sequence: number | null = null;
  /** The microphone state that the browser shows; undefined before the first one of a call. */
  #muted: boolean | undefined;

  constructor(private readonly agent: FeatureHost) {}

  stateChanged({ call }: AgentState): void {
    // While a call rings, the keys stay with the music that the agent may be playing.
    const sequence = this.agent.session && call && call.state !== 'ringing' ? call.sequence : null;
    if (sequence !== this.#sequence) this.#changeCall(sequence);
    if (call && sequence !== null && owner === this.agent) this.#showMuted(call.muted);
  }

  /**
   * Sets the keys for a call, or gives them back. Another agent of the page may have taken them
   * meanwhile.
   */
  #changeCall(sequence: number | null): void {
    this.#sequence = sequence;
    this.#muted = undefined;
    if (sequence !== null) {
      owner = this.agent;
      setActionHandler(
        'hangup',
        this.#handler(() => 'hangup'),
      );
      setActionHandler(
        'togglemicrophone',
        this.#handler(({ call }) => (call?.muted ? 'unmute' : 'muteCall')),
      );
    } else if (owner === this.agent) {
      owner = null;
      setActionHandler('hangup', null);
      setActionHandler('togglemicrophone', null);
    }
  }

  /** Tells the browser the state of the microphone, which some headsets show by a light. */
  #showMuted(muted: boolean): void {
    if (muted === this.#muted) return;
    this.#muted = muted;
    const { mediaSession }: { mediaSession: MicrophoneSession } = navigator;
    // A promise in newer browsers. It is rejected while the page is hidden, which changes nothing for the call.
    void Promise.resolve(mediaSession.setMicrophoneActive?.(!muted)).catch(() => undefined);
  }

  /** A key whose command can't be executed now does nothing: there is no place to explain it. */
  #handler(chooseCommand: (state: AgentState) => CommandName): () => void {
    return () => {
      const { agent } = this;
      const command = chooseCommand(agent.state);
      if (!disabledReason(agent.state, command)) agent.session?.execute(command, {}, agent).catch(() => undefined);
    };
  }
}
