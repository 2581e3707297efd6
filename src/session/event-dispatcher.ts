/**
 * Every `CustomEvent` of the kit is created and dispatched here: SDK messages, the kit's own events, and those that
 * follow from a change of the state.
 */
import { domEventName, type SdkMessage } from '../sdk/index.js';
import { deriveEvents, type AgentState, type CallSummary, type Connection } from '../state/index.js';
import type { WrapUpDraft } from './agent-session.js';
import type { ReportedCalls } from './reported-calls.js';
import type { KitEventDetails, StateChangeCause } from './session-events.js';

/** A change of the state. */
export interface StateChange {
  readonly state: AgentState;
  readonly previous: AgentState;
  readonly cause: StateChangeCause;
}

/** The session's parts that the dispatcher needs for derived events. */
interface DispatcherHost {
  /** The calls whose end has been dispatched, which each session of the page adds to. */
  readonly reported: ReportedCalls;
  /** Whether the end of a call is reported by this session, and not by another one of the page. */
  mayReport(): boolean;
  /** Removes the draft of a call and returns it. */
  takeDraft(callId: string): WrapUpDraft;
  /** Called in the order of the events, because a changed connection has no event of its own. */
  onConnectionChange(connection: Connection): void;
}

/** Creates one of the kit's own events, bubbling and composed. */
export const kitEvent = <N extends keyof KitEventDetails>(
  name: N,
  detail: KitEventDetails[N],
  options?: Pick<EventInit, 'cancelable'>,
): CustomEvent<KitEventDetails[N]> => new CustomEvent(name, { ...options, detail, bubbles: true, composed: true });

export class EventDispatcher {
  constructor(
    private readonly target: EventTarget,
    private readonly host: DispatcherHost,
  ) {}

  dispatch<N extends keyof KitEventDetails>(name: N, detail: KitEventDetails[N]): void {
    this.target.dispatchEvent(kitEvent(name, detail));
  }

  /** @returns false if a listener has called `preventDefault()` */
  dispatchCancelable<N extends keyof KitEventDetails>(name: N, detail: KitEventDetails[N]): boolean {
    return this.target.dispatchEvent(kitEvent(name, detail, { cancelable: true }));
  }

  /** Dispatches a message under the name of its own and as `sobot-event`. `detail` is the SDK's own object. */
  dispatchMessage(messageID: string, message: SdkMessage): void {
    const detail = { detail: message, bubbles: true, composed: true };
    this.target.dispatchEvent(new CustomEvent(domEventName(messageID), detail));
    this.dispatch('sobot-event', message);
  }

  /** Dispatches the events of a change, and those that are derived from it: each once per call. */
  readonly dispatchChange = ({ state, previous, cause }: StateChange): void => {
    if (state.phase !== previous.phase) {
      this.dispatch('sobot-phase-change', { phase: state.phase, previous: previous.phase });
    }
    if (state.connection !== previous.connection) this.host.onConnectionChange(state.connection);
    this.dispatch('sobot-state-change', { state, previous, cause });
    const { calls, wrapUpsDone } = deriveEvents(previous, state);
    const { reported } = this.host;
    for (const [name, summary] of calls) {
      if (name === 'sobot-call-started') reported.begin(summary.id, state.endedCallIds.includes(summary.id));
      if (reported.hasEnded(summary.id)) continue;
      if (name === 'sobot-call-ended') {
        if (!this.host.mayReport()) continue;
        reported.end(summary);
      }
      this.dispatch(name, summary);
    }
    for (const call of wrapUpsDone) this.#dispatchWrapUpDone(call);
  };

  /** Notes are never lost: those that were written after the wrap-up was reported are reported, too. */
  #dispatchWrapUpDone(call: CallSummary): void {
    const { host } = this;
    if (!host.mayReport()) return;
    const draft = host.takeDraft(call.id);
    if (host.reported.finish(call.id) || draft.notes !== '' || draft.disposition !== '') {
      this.dispatch('sobot-wrap-up-done', { call, ...draft });
    }
  }
}
