/**
 * The alerts of a ringing call: tone, desktop notification and badge in the title. They reach an
 * agent who doesn't see the element. They start and end together, so that no alert outlives the
 * call.
 */
import type { ReactiveControllerHost } from 'lit';
import type { AgentSession } from '../../src/session/index.js';
import type { Call } from '../../src/state/index.js';
import { SoundNotice } from '../../src/ui/audio/index.js';
import { CallNotification } from './notification.js';
import { Ringtone, RingtoneMute } from './ringtone.js';
import { addTitleBadge } from './title-badge.js';

/** The texts of the alerts, in the language of the element. */
export interface AlertTexts {
  /** The badge before the title of the page. */
  readonly badge: string;
  /** Title and body of the desktop notification. */
  readonly title: string;
  readonly body: string;
}

/** The alerts of one element. */
export class CallAlerts {
  /** The notice that calls would not be heard. */
  readonly soundNotice: SoundNotice;
  readonly #ringtone = new Ringtone();
  readonly #ringtoneMute: RingtoneMute;
  readonly #notification = new CallNotification();
  /** Removes the badge; null while there is none. */
  #removeBadge: (() => void) | null = null;

  /** @param isEnabled whether calls may ring in this element now */
  constructor(
    private readonly host: ReactiveControllerHost & Element,
    isEnabled: () => boolean,
  ) {
    this.#ringtoneMute = new RingtoneMute(host);
    this.soundNotice = new SoundNotice(host, isEnabled);
  }

  /** Whether the tone of a call is muted. False without a session or a call. */
  isMuted(session: AgentSession | null | undefined, call: Call | null): boolean {
    return this.#ringtoneMute.isMuted(session, call);
  }

  /**
   * Mutes the tone of a call in all elements of the page, or unmutes it. The other alerts go on.
   */
  toggleMute(session: AgentSession, call: Call): void {
    this.#ringtoneMute.toggle(session, call);
  }

  /**
   * Starts the alerts of a call, or updates their texts.
   * @param hasTone false: without the tone, because it is muted or the page has one of its own
   */
  start(call: Call, texts: AlertTexts, { hasTone }: { readonly hasTone: boolean }): void {
    if (hasTone) this.#ringtone.start();
    else this.#ringtone.stop();
    this.#removeBadge ??= addTitleBadge(this.host.ownerDocument, texts.badge);
    this.#notification.show(call.id, texts.title, texts.body);
  }

  /** Stops all alerts; without effect while none is active. */
  stop(): void {
    this.#ringtone.stop();
    this.#removeBadge?.();
    this.#removeBadge = null;
    this.#notification.close();
  }
}
