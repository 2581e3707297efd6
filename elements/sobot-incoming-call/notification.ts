import { soundSettings } from '../../src/ui/audio/audio-settings.js';

interface Shown {
  readonly notification: Notification;
  readonly text: string;
  /** The elements that show the call. */
  readonly holders: Set<CallNotification>;
}

/** By tag: a call that several elements show is one notification. */
const shown = new Map<string, Shown>();

const permitted = (): boolean =>
  typeof Notification !== 'undefined' && Notification.permission === 'granted' && soundSettings.value.notify;

function open(title: string, body: string, tag: string): Notification | null {
  try {
    // It makes no sound of its own, and stays as long as the phone rings.
    const notification = new Notification(title, { body, tag, silent: true, requireInteraction: true });
    notification.addEventListener('click', () => {
      window.focus();
      notification.close();
    });
    return notification;
  } catch {
    return null; // mobile browsers show them from service workers only
  }
}

/** One element's share in the desktop notification of a ringing call; it asks for nothing. */
export class CallNotification {
  #tag = '';

  /** Shows a call, or what is new about it. */
  show(id: string, title: string, body: string): void {
    const tag = `sobot-call-${id}`;
    if (tag !== this.#tag) this.close();
    if (!permitted()) return this.close();
    const before = shown.get(tag);
    const holders = before?.holders ?? new Set();
    const text = `${title}\n${body}`;
    this.#tag = tag;
    holders.add(this);
    if (before?.text === text) return;
    const notification = open(title, body, tag); // in the place of the one before, by its tag
    if (notification) shown.set(tag, { notification, text, holders });
  }

  close(): void {
    const tag = this.#tag;
    const found = shown.get(tag);
    this.#tag = '';
    if (!found?.holders.delete(this) || found.holders.size > 0) return;
    found.notification.close();
    shown.delete(tag);
  }
}
