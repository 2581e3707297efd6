/**
 * The desktop notification of a ringing call, for an agent who works in another window. Several elements of a page may
 * show the same call: they share one notification. Permission is requested by `<sobot-preflight>` only.
 */
import { soundSettings } from '../../src/ui/audio/index.js';

/** The notification of one call. */
interface SharedNotification {
  readonly notification: Notification;
  /** Title and body, to find out whether they have changed. */
  readonly text: string;
  /** The elements that show the call. The notification closes with the last of them. */
  readonly holders: Set<CallNotification>;
  /** Ends what closes it early. */
  readonly unsubscribe: () => void;
}

/** The open notifications, by their tag. */
const notificationsByTag = new Map<string, SharedNotification>();

/** Whether the browser permits notifications and the agent has left them on. */
const isPermitted = (): boolean =>
  typeof Notification !== 'undefined' && Notification.permission === 'granted' && soundSettings.value.notify;

/**
 * Creates a notification that brings the page to the front when it is clicked. Null where the
 * browser refuses: mobile browsers accept notifications from service workers only.
 */
function createNotification(title: string, body: string, tag: string): Notification | null {
  try {
    // Without a sound of its own, because the kit rings; and it stays as long as the call rings.
    const notification = new Notification(title, { body, tag, silent: true, requireInteraction: true });
    notification.addEventListener('click', () => {
      window.focus();
      notification.close();
    });
    return notification;
  } catch {
    return null;
  }
}

function closeNotification(tag: string): void {
  const existing = notificationsByTag.get(tag);
  existing?.unsubscribe();
  existing?.notification.close();
  notificationsByTag.delete(tag);
}

/** Closes a notification with its page, which it would outlive, and when the agent switches notifications off. */
function closeEarly(tag: string): () => void {
  const close = (): void => closeNotification(tag);
  const unsubscribe = soundSettings.subscribe(() => {
    if (!isPermitted()) close();
  });
  window.addEventListener('pagehide', close);
  return () => {
    unsubscribe();
    window.removeEventListener('pagehide', close);
  };
}

/** One element's share in the notification of a call. */
export class CallNotification {
  #tag = '';

  /**
   * Shows a call, or its changed texts. Without the browser's permission, or against the agent's
   * setting, nothing is shown.
   * @param id the ID of the call
   */
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
    existing?.unsubscribe();
    const notification = createNotification(title, body, tag); // replaces the one with the same tag
    if (notification) notificationsByTag.set(tag, { notification, text, holders, unsubscribe: closeEarly(tag) });
  }

  /** Gives up this element's share; the last one closes the notification. */
  close(): void {
    const tag = this.#tag;
    const existing = notificationsByTag.get(tag);
    this.#tag = '';
    if (existing?.holders.delete(this) && existing.holders.size === 0) closeNotification(tag);
  }
}
