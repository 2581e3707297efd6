/** A browser's notifications, seen from a test. */
export class FakeNotification extends EventTarget {
  static permission: NotificationPermission = 'granted';
  /** What the person answers when asked. */
  static answer: NotificationPermission = 'granted';
  static open: FakeNotification[] = [];
  static made = 0;
  static asked = 0;
  /** As on mobile devices. */
  static refuses = false;

  static requestPermission(): Promise<NotificationPermission> {
    FakeNotification.asked += 1;
    return Promise.resolve((FakeNotification.permission = FakeNotification.answer));
  }

  /** @returns how to give the browser back its own */
  static install(): () => void {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'Notification') as PropertyDescriptor;
    Object.assign(FakeNotification, {
      permission: 'granted',
      answer: 'granted',
      open: [],
      made: 0,
      asked: 0,
      refuses: false,
    });
    Object.defineProperty(globalThis, 'Notification', { configurable: true, writable: true, value: FakeNotification });
    return () => Object.defineProperty(globalThis, 'Notification', own);
  }

  constructor(
    readonly title: string,
    readonly options: NotificationOptions,
  ) {
    super();
    if (FakeNotification.refuses) throw new TypeError('Illegal constructor');
    FakeNotification.made += 1;
    FakeNotification.open = FakeNotification.open.filter((each) => each.options.tag !== options.tag).concat(this);
  }

  close(): void {
    FakeNotification.open = FakeNotification.open.filter((each) => each !== this);
  }
}
