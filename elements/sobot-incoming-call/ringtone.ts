/**
 * The ringtone of a call, and its muting. Several elements of a page may show the same call: the tone sounds once, and
 * muting in one of them mutes all.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AgentSession } from '../../src/session/index.js';
import type { Call } from '../../src/state/index.js';
import { soundPlayer } from '../../src/ui/audio/index.js';

/** The ringtones of this page that ring. */
const activeRingtones = new Set<Ringtone>();
/** Stops the tone of the page; null while it is silent. */
let stopTone: (() => void) | null = null;

/** One element's share in the tone of the page. The tone sounds while at least one of them rings. */
export class Ringtone {
  get isRinging(): boolean {
    return activeRingtones.has(this);
  }

  /** Starts to ring; without effect while it rings. */
  start(): void {
    activeRingtones.add(this);
    stopTone ??= soundPlayer.play(true);
  }

  /** Stops to ring. The tone ends with the last element that rings. */
  stop(): void {
    if (!activeRingtones.delete(this) || activeRingtones.size > 0) return;
    stopTone?.();
    stopTone = null;
  }
}

/** The muted call of each session, by its sequence number: the next call rings again. */
const mutedCalls = new WeakMap<AgentSession, number>();
/** The connected elements, which render the button Silence again after a change. */
const hosts = new Set<ReactiveControllerHost>();

/** Whether the tone of a call is muted. All elements render again when one of them changes it. */
export class RingtoneMute implements ReactiveController {
  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    hosts.add(this.host);
  }

  hostDisconnected(): void {
    hosts.delete(this.host);
  }

  /** False without a session or a call. */
  isMuted(session: AgentSession | null | undefined, call: Call | null): boolean {
    return !!session && !!call && mutedCalls.get(session) === call.sequence;
  }

  /** Mutes a call, or unmutes it. The platform and the caller don't notice it. */
  toggle(session: AgentSession, call: Call): void {
    if (this.isMuted(session, call)) mutedCalls.delete(session);
    else mutedCalls.set(session, call.sequence);
    for (const host of hosts) host.requestUpdate();
  }
}
