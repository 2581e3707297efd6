import { onCleanup } from './cleanup.js';

/** An open notification. */
export interface OpenNotification extends EventTarget {
  readonly title: string;
  readonly options: NotificationOptions;
}

/** The notifications of a browser: how they behave, and what has become of them. */
export interface NotificationsFixture {
  permission: NotificationPermission;
  /** The person's answer when the page asks for the permission. */
  answer: NotificationPermission;
  /** Whether a page may not construct a notification, as on mobile devices. */
  refuses: boolean;
  open: readonly OpenNotification[];
  /** The number of notifications that were constructed. */
  made: number;
  /** The number of times that the page asked for the permission. */
  asked: number;
}

/** Replaces the browser's notifications until the test ends. */
export function createNotifications(): NotificationsFixture {
  const notifications: NotificationsFixture = {
    permission: 'granted',
    answer: 'granted',
    refuses: false,
    open: [],
    made: 0,
    asked: 0,
  };

  class FakeNotification extends EventTarget implements OpenNotification {
    static get permission(): NotificationPermission {
      return notifications.permission;
    }

    static requestPermission(): Promise<NotificationPermission> {
      notifications.asked += 1;
      return Promise.resolve((notifications.permission = notifications.answer));
    }

    constructor(
      readonly title: string,
      readonly options: NotificationOptions,
    ) {
      super();
      if (notifications.refuses) throw new TypeError('Illegal constructor');
      notifications.made += 1;
      notifications.open = [...notifications.open.filter((each) => each.options.tag !== options.tag), this];
    }

    close(): void {
      notifications.open = notifications.open.filter((each) => each !== this);
    }
  }

  const own = Object.getOwnPropertyDescriptor(globalThis, 'Notification') as PropertyDescriptor;
  onCleanup(() => Object.defineProperty(globalThis, 'Notification', own));
  Object.defineProperty(globalThis, 'Notification', { configurable: true, writable: true, value: FakeNotification });
  return notifications;
}
