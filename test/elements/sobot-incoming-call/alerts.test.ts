import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import '../../../elements/sobot-incoming-call/define.js';
import type { SobotIncomingCall } from '../../../elements/sobot-incoming-call/define.js';
import { callFields } from '../../support/call-fields.js';
import {
  expectAccessible,
  createElement,
  type ElementFixture,
  expectFits,
  settled,
  textOf,
} from '../../support/element-fixture.js';
import { createNotifications, type NotificationsFixture } from '../../support/notification.js';
import { FakeSound } from '../../support/sound.js';

describe('<sobot-incoming-call>, alerts', () => {
  const title = document.title;
  let incoming: ElementFixture<SobotIncomingCall>;
  /** No test makes a sound. */
  let sound: FakeSound;
  let notifications: NotificationsFixture;

  const ring = (fields: object = {}): Promise<void> => incoming.emit('EventRinging', { ...callFields, ...fields });
  const alert = (): string => textOf(incoming.find('[role="alert"]'));
  const isOff = (name: string): boolean => incoming.button(name).getAttribute('aria-disabled') === 'true';

  beforeEach(async () => {
    sound = new FakeSound();
    notifications = createNotifications();
    document.title = 'CRM';
    incoming = await createElement('sobot-incoming-call');
  });

  afterEach(() => {
    document.title = title;
  });

  describe('rings', () => {
    it('from the first moment to the answer', async () => {
      expect(sound.tones).to.equal(0);
      await ring();
      expect(sound.tones).to.equal(1);
      await incoming.call('EventEstablished');
      expect(sound.tones).to.equal(0);
    });

    it('until it is silenced, and again with the next call', async () => {
      await ring();
      await incoming.press('Silence');
      expect(sound.tones).to.equal(0);
      expect(incoming.button('Silence').getAttribute('aria-pressed')).to.equal('true');
      expect(incoming.has('silenced')).to.be.true;
      expect(document.title).to.equal('☎ Incoming call · CRM');
      await incoming.call('EventReleased');
      await ring({ callID: 'c2' });
      expect(sound.tones).to.equal(1);
      expect(incoming.button('Silence').getAttribute('aria-pressed')).to.equal('false');
    });

    it('again when Silence is pressed again', async () => {
      await ring();
      await incoming.press('Silence');
      await incoming.press('Silence');
      expect(sound.tones).to.equal(1);
    });

    it('never with "no-ringtone"', async () => {
      incoming.element.noRingtone = true;
      await ring();
      expect(sound.tones).to.equal(0);
      expect(incoming.buttons).to.deep.equal(['Decline', 'Answer']);
    });

    it('not when the element is gone, and on where it is moved to', async () => {
      await ring();
      incoming.element.remove();
      expect(sound.tones).to.equal(0);
      expect(document.title).to.equal('CRM');
      incoming.agent.append(incoming.element);
      await incoming.element.updateComplete;
      expect(sound.tones).to.equal(1);
      expect(document.title).to.equal('☎ Incoming call · CRM');
    });

    it('not when another end took over', async () => {
      await ring();
      await incoming.emit('EventAgentConnectionChanged');
      expect(sound.tones).to.equal(0);
      expect(document.title).to.equal('CRM');
      expect(isOff('Answer')).to.be.true;
      expect(incoming.button('Answer').title).to.equal('You’re signed in somewhere else');
    });

    it('not in the picture for a page builder', async () => {
      const agent = await fixture(html`
        <sobot-agent preview="ringing"><sobot-incoming-call></sobot-incoming-call></sobot-agent>
      `);
      await agent.querySelector('sobot-incoming-call')?.updateComplete;
      expect(agent.querySelector('sobot-incoming-call')?.matches(':state(ringing)')).to.be.true;
      expect(sound.tones).to.equal(0);
      expect(document.title).to.equal('CRM');
    });

    it('once, and is silenced once, when two elements show the call', async () => {
      const other = document.createElement('sobot-incoming-call');
      incoming.agent.append(other);
      await ring();
      await other.updateComplete;
      expect(sound.tones).to.equal(1);
      await incoming.press('Silence');
      await other.updateComplete;
      expect(sound.tones).to.equal(0);
      expect(other.matches(':state(silenced)')).to.be.true;
      other.remove();
    });

    it('without the one of two that is quiet', async () => {
      const other = Object.assign(document.createElement('sobot-incoming-call'), { noRingtone: true });
      incoming.agent.append(other);
      await ring();
      await other.updateComplete;
      expect(sound.tones).to.equal(1);
      incoming.element.remove();
      expect(sound.tones).to.equal(0);
    });
  });

  describe('says, before a call comes, that it would not be heard', () => {
    const notice = (): string => textOf(incoming.find('.failure[role="status"]:last-child'));

    it('when the browser blocks the sound, until a click has freed it', async () => {
      await sound.become('blocked', incoming.element);
      expect(notice()).to.contain('you won’t hear calls ring');
      expect(incoming.has('blocked')).to.be.true;
      expect(incoming.has('empty')).to.be.false;
      await expectAccessible(incoming.element);
      await expectFits(incoming.element);
      await incoming.press('Allow sound');
      await sound.become('on', incoming.element);
      expect(notice()).to.equal('');
      expect(incoming.has('blocked')).to.be.false;
      expect(incoming.has('empty')).to.be.true;
    });

    it('when no device plays it', async () => {
      await sound.become('failed', incoming.element);
      expect(notice()).to.contain('Check the speakers');
      expect(incoming.buttons).to.deep.equal([]);
    });

    it('and goes on saying so while one rings', async () => {
      await sound.become('blocked', incoming.element);
      await ring();
      expect(incoming.buttons).to.deep.equal(['Decline', 'Answer', 'Silence', 'Allow sound']);
      await expectAccessible(incoming.element);
      await expectFits(incoming.element);
    });

    it('not with "no-ringtone", and not without a phone that is connected', async () => {
      await sound.become('blocked', incoming.element);
      incoming.element.noRingtone = true;
      await incoming.element.updateComplete;
      expect(notice()).to.equal('');
      incoming.element.noRingtone = false;
      await incoming.element.updateComplete;
      expect(notice()).not.to.equal('');
      incoming.agent.stop();
      await incoming.element.updateComplete;
      expect(notice()).to.equal('');
    });
  });

  describe('is a desktop notification besides, where that is permitted', () => {
    const titles = (): string[] => notifications.open.map(({ title }) => title);

    it('with the caller, until it is answered', async () => {
      await ring({ queueName: 'Sales' });
      expect(titles()).to.deep.equal(['Incoming call from 135****5678, Sales']);
      await incoming.call('EventEstablished');
      expect(titles()).to.deep.equal([]);
    });

    it('until it is over, or the element is gone', async () => {
      await ring();
      await incoming.call('EventReleased');
      expect(titles()).to.deep.equal([]);
      await ring({ callID: 'c2' });
      incoming.element.remove();
      expect(titles()).to.deep.equal([]);
    });

    it('with the name as soon as it is known, and without the number where numbers are masked', async () => {
      incoming.agent.maskNumbers = true;
      await ring({ otherDN: '13512345678' });
      expect(titles()).to.deep.equal(['Incoming call from *******5678']);
      incoming.agent.session?.identify('c1', { name: 'Ada Wong' });
      await incoming.element.updateComplete;
      expect(titles()).to.deep.equal(['Incoming call from Ada Wong, *******5678']);
    });

    it('that says who transfers', async () => {
      await ring({ thisDNRole: 'TransferTo', thirdDN: '1006', thirdDNRole: 'TransferBy' });
      expect(notifications.open[0]?.options.body).to.equal('Transferred by 1006');
    });
  });

  it('puts a badge before the title until it is over', async () => {
    await ring();
    expect(document.title).to.equal('☎ Incoming call · CRM');
    await incoming.call('EventReleased');
    expect(document.title).to.equal('CRM');
  });

  it('moves only where motion is welcome', async () => {
    const animation = (): string => getComputedStyle(incoming.find('.pulse'), '::after').animationName;
    await ring();
    await emulateMedia({ reducedMotion: 'no-preference' });
    expect(animation()).to.equal('pulse');
    await incoming.press('Silence');
    expect(animation()).to.equal('none');
    await incoming.press('Silence');
    await emulateMedia({ reducedMotion: 'reduce' });
    expect(animation()).to.equal('none');
    await emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('does not render for what is none of its business', async () => {
    incoming.sdk.emit({ messageID: 'EventAgentReady' });
    await ring();
    incoming.sdk.emit({ messageID: 'EventJanusLatency', ping: 40, jitter: 1, loss: '0', quality: 'e' });
    expect(incoming.element.isUpdatePending).to.be.false;
  });

  it('speaks Chinese when the page does', async () => {
    await ring();
    incoming.agent.lang = 'zh-CN';
    while (!incoming.buttons.includes('接听')) await settled(incoming.element);
    expect(incoming.buttons).to.deep.equal(['拒接', '接听', '停止响铃']);
    expect(alert()).to.equal('135****5678 来电');
  });

  it('fits, also with much data and an error, and has no fault', async () => {
    await ring({ otherDN: '9'.repeat(60), attachedData: { ['k'.repeat(40)]: 'v'.repeat(300), b: 2 } });
    await incoming.press('Answer');
    await incoming.answer(incoming.sdk.last(), 'error');
    await expectFits(incoming.element);
    await expectAccessible(incoming.element);
  });
});
