import { expect } from '@open-wc/testing';
import { CallNotification } from '../../../elements/sobot-incoming-call/notification.js';
import { soundSettings } from '../../../src/ui/audio/audio-settings.js';
import { createNotifications, type NotificationsFixture } from '../../support/notification.js';

describe('CallNotification', () => {
  let one: CallNotification;
  let other: CallNotification;
  let notifications: NotificationsFixture;
  const open = (): string[] => notifications.open.map(({ title }) => title);

  beforeEach(() => {
    notifications = createNotifications();
    soundSettings.set({ notify: true });
    one = new CallNotification();
    other = new CallNotification();
  });
  afterEach(() => {
    one.close();
    other.close();
    localStorage.clear();
  });

  it('shows a call silently, until it is over', () => {
    one.show('c1', 'Call from Ada', 'Sales');
    const [shown] = notifications.open;
    expect(shown?.options).to.deep.equal({
      body: 'Sales',
      tag: 'sobot-call-c1',
      silent: true,
      requireInteraction: true,
    });
    one.close();
    expect(open()).to.deep.equal([]);
  });

  it('asks for nothing, and shows nothing unpermitted', () => {
    for (const permission of ['default', 'denied'] as const) {
      notifications.permission = permission;
      one.show('c1', 'Call', '');
    }
    expect(notifications.made).to.equal(0);
    expect(notifications.asked).to.equal(0);
  });

  it('shows nothing when the person doesn’t want it, also from now on', () => {
    one.show('c1', 'Call', '');
    soundSettings.set({ notify: false });
    one.show('c1', 'Call', '');
    expect(open()).to.deep.equal([]);
  });

  it('closes when it is switched off while the call rings', () => {
    one.show('c1', 'Call', '');
    soundSettings.set({ notify: false });
    expect(open()).to.deep.equal([]);
    soundSettings.set({ notify: true });
    one.show('c1', 'Call', '');
    expect(open()).to.deep.equal(['Call']);
  });

  it('does not outlive its page', () => {
    one.show('c1', 'Call', '');
    one.show('c1', 'Call from Ada', '');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(open()).to.deep.equal([]);
  });

  it('is one, however many elements show the call', () => {
    one.show('c1', 'Call', '');
    other.show('c1', 'Call', '');
    one.show('c1', 'Call', '');
    expect(notifications.made).to.equal(1);
    one.close();
    expect(open()).to.deep.equal(['Call']);
    other.close();
    expect(open()).to.deep.equal([]);
  });

  it('says what is new in the same place, and is gone with the call', () => {
    one.show('c1', 'Call from 135', '');
    one.show('c1', 'Call from Ada', '');
    expect(open()).to.deep.equal(['Call from Ada']);
    one.close();
    expect(open()).to.deep.equal([]);
  });

  it('follows a call that is told another id', () => {
    one.show('local-1', 'Call', '');
    one.show('c1', 'Call', '');
    expect(notifications.open.map(({ options }) => options.tag)).to.deep.equal(['sobot-call-c1']);
  });

  it('brings the window to the front, and stays away once it was put away', () => {
    const { focus } = window;
    let focused = 0;
    window.focus = () => void (focused += 1);
    one.show('c1', 'Call', '');
    notifications.open[0]?.dispatchEvent(new Event('click'));
    one.show('c1', 'Call', '');
    expect(focused).to.equal(1);
    expect(open()).to.deep.equal([]);
    window.focus = focus;
  });

  it('does without where a page may not make one', () => {
    notifications.refuses = true;
    one.show('c1', 'Call', '');
    one.close();
    Reflect.deleteProperty(globalThis, 'Notification');
    one.show('c1', 'Call', '');
    one.close();
  });
});
