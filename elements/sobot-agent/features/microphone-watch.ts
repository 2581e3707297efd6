/**
 * What a page can know about the microphone while the vendor's script has it: the permission, and whether there is one.
 * The embedded call centre has the microphone itself, and reports more.
 */
import type { MicrophoneProblem } from '../../../src/sdk/index.js';
import type { AgentState } from '../../../src/state/index.js';
import type { AgentFeature, FeatureHost } from './agent-feature.js';

export class MicrophoneWatch implements AgentFeature {
  #permission: PermissionStatus | null = null;
  /** The `sequence` of the call that was checked last. */
  #checkedCall = 0;
  /** What was reported for this call. */
  #reported: MicrophoneProblem | null = null;
  /** The latest check: the result of an earlier one is out of date. */
  #check = 0;
  /** A problem has come while the page watched. Before, the agent may not need a microphone. */
  #hadChange = false;

  /** Ends the listeners while the agent element is not in the document. */
  #connected = new AbortController();

  constructor(private readonly agent: FeatureHost) {}

  hostConnected(): void {
    this.#connected = new AbortController();
    const { signal } = this.#connected;
    navigator.mediaDevices.addEventListener('devicechange', this.#handleChange, { signal });
    navigator.permissions?.query({ name: 'microphone' }).then(
      (permission) => {
        this.#permission = permission;
        permission.addEventListener('change', this.#handleChange, { signal });
        void this.#update();
      },
      () => undefined, // Some browsers can't be asked. The devices still tell something.
    );
  }

  hostDisconnected(): void {
    this.#connected.abort();
  }

  stateChanged({ call }: AgentState): void {
    if (!call || call.sequence === this.#checkedCall) return;
    this.#checkedCall = call.sequence;
    this.#reported = null;
    void this.#update();
  }

  readonly #handleChange = (): void => {
    this.#hadChange = true;
    void this.#update();
  };

  async #update(): Promise<void> {
    const check = (this.#check += 1);
    const problem = await this.#findProblem();
    if (check !== this.#check || this.agent.sandbox) return;
    const { session, state } = this.agent;
    const phoneType = state.agent?.phoneType ?? '';
    const isNeeded = phoneType === 'webrtc' || (phoneType === '' && this.#hadChange);
    const reported = isNeeded ? problem : null;
    // An embedded call centre that the page supplies as the SDK reports its own problems: they stay.
    if (reported === this.#reported) return;
    this.#reported = reported;
    session?.reportMicrophone(reported);
  }

  async #findProblem(): Promise<MicrophoneProblem | null> {
    const devices = await navigator.mediaDevices.enumerateDevices().catch(() => null);
    if (this.#permission?.state === 'denied') return 'denied';
    return !devices || devices.some(({ kind }) => kind === 'audioinput') ? null : 'missing';
  }
}
