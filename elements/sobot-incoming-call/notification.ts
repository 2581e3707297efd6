import { soundSettings } from '../../src/ui/audio/index.js';

interface SharedNotification {
  readonly notification: Notification;
  readonly text: string;
  /** The elements that show the call. */
  readonly holders: Set<CallNotification>;
}

/** By tag: a call that several elements show is one notification. */
const notificationsByTag = new Map<string, SharedNotification>();

const isPermitted = (): boolean =>
  typeof Notification !== 'undefined' && Notification.permission === 'granted' && soundSettings.value.notify;

function createNotification(title: string, body: string, tag: string): Notification | null {
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
    if (!isPermitted()) return this.close();
    const existing = notificationsByTag.get(tag);
    const holders = existing?.holders ?? new Set();
    const text = `${title}\n${body}`;
    this.#tag = tag;
    holders.add(this);
    if (existing?.text === text) return;
    const notification = createNotification(title, body, tag); // in the place of the one before, by its tag
    if (notification) notificationsByTag.set(tag, { notification, text, holders });
  }

  close(): void {
    const tag = this.#tag;
    const existing = notificationsByTag.get(tag);
    this.#tag = '';
    if (!existing?.holders.delete(this) || existing.holders.size > 0) return;
    existing.notification.close();
    notificationsByTag.delete(tag);
  }
}
