import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import '../../../elements/sobot-incoming-call/define.js';
import type { SobotIncomingCall } from '../../../elements/sobot-incoming-call/define.js';
import { accessible, aCall, desk, type Desk, fits, settled, textOf } from '../../support/desk.js';
import { FakeNotification } from '../../support/notification.js';
import { FakeSound } from '../../support/sound.js';

describe('<sobot-incoming-call>, heard', () => {
  const title = document.title;
  let on: Desk<SobotIncomingCall>;
  /** No test makes a sound. */
  let heard: FakeSound;
  let restore: () => void;

  const ring = (fields: object = {}): Promise<void> => on.emit('EventRinging', { ...aCall, ...fields });
  const alert = (): string => textOf(on.find('[role="alert"]'));
  const isOff = (name: string): boolean => on.button(name).getAttribute('aria-disabled') === 'true';

  beforeEach(async () => {
    heard = new FakeSound();
    restore = FakeNotification.install();
    document.title = 'CRM';
    on = await desk('sobot-incoming-call');
  });

  afterEach(() => {
    heard.restore();
    restore();
    document.title = title;
  });

  describe('rings', () => {
    it('from the first moment to the answer', async () => {
      expect(heard.tones).to.equal(0);
      await ring();
      expect(heard.tones).to.equal(1);
      await on.call('EventEstablished');
      expect(heard.tones).to.equal(0);
    });

    it('until it is silenced, and again with the next call', async () => {
      await ring();
      await on.press('Silence');
      expect(heard.tones).to.equal(0);
      expect(on.button('Silence').getAttribute('aria-pressed')).to.equal('true');
      expect(on.has('silenced')).to.be.true;
      expect(document.title).to.equal('☎ Incoming call · CRM');
      await on.call('EventReleased');
      await ring({ callID: 'c2' });
      expect(heard.tones).to.equal(1);
      expect(on.button('Silence').getAttribute('aria-pressed')).to.equal('false');
    });

    it('again when Silence is pressed again', async () => {
      await ring();
      await on.press('Silence');
      await on.press('Silence');
      expect(heard.tones).to.equal(1);
    });

    it('never with "no-ringtone"', async () => {
      on.element.noRingtone = true;
      await ring();
      expect(heard.tones).to.equal(0);
      expect(on.buttons).to.deep.equal(['Decline', 'Answer']);
    });

    it('not when the element is gone, and on where it is moved to', async () => {
      await ring();
      on.element.remove();
      expect(heard.tones).to.equal(0);
      expect(document.title).to.equal('CRM');
      on.agent.append(on.element);
      await on.element.updateComplete;
      expect(heard.tones).to.equal(1);
      expect(document.title).to.equal('☎ Incoming call · CRM');
    });

    it('not when another end took over', async () => {
      await ring();
      await on.emit('EventAgentConnectionChanged');
      expect(heard.tones).to.equal(0);
      expect(document.title).to.equal('CRM');
      expect(isOff('Answer')).to.be.true;
      expect(on.button('Answer').title).to.equal('You’re signed in somewhere else');
    });

    it('not in the picture for a page builder', async () => {
      const agent = await fixture(html`
        <sobot-agent preview="ringing"><sobot-incoming-call></sobot-incoming-call></sobot-agent>
      `);
      await agent.querySelector('sobot-incoming-call')?.updateComplete;
      expect(agent.querySelector('sobot-incoming-call')?.matches(':state(ringing)')).to.be.true;
      expect(heard.tones).to.equal(0);
      expect(document.title).to.equal('CRM');
    });

    it('once, and is silenced once, when two elements show the call', async () => {
      const other = document.createElement('sobot-incoming-call');
      on.agent.append(other);
      await ring();
      await other.updateComplete;
      expect(heard.tones).to.equal(1);
      await on.press('Silence');
      await other.updateComplete;
      expect(heard.tones).to.equal(0);
      expect(other.matches(':state(silenced)')).to.be.true;
      other.remove();
    });

    it('without the one of two that is quiet', async () => {
      const other = Object.assign(document.createElement('sobot-incoming-call'), { noRingtone: true });
      on.agent.append(other);
      await ring();
      await other.updateComplete;
      expect(heard.tones).to.equal(1);
      on.element.remove();
      expect(heard.tones).to.equal(0);
    });
  });

  describe('says, before a call comes, that it would not be heard', () => {
    const notice = (): string => textOf(on.find('.failure[role="status"]:last-child'));

    it('when the browser blocks the sound, until a click has freed it', async () => {
      await heard.become('blocked', on.element);
      expect(notice()).to.contain('you won’t hear calls ring');
      expect(on.has('blocked')).to.be.true;
      expect(on.has('empty')).to.be.false;
      await accessible(on.element);
      await fits(on.element);
      await on.press('Allow sound');
      await heard.become('on', on.element);
      expect(notice()).to.equal('');
      expect(on.has('blocked')).to.be.false;
      expect(on.has('empty')).to.be.true;
    });

    it('when no device plays it', async () => {
      await heard.become('failed', on.element);
      expect(notice()).to.contain('Check the speakers');
      expect(on.buttons).to.deep.equal([]);
    });

    it('and goes on saying so while one rings', async () => {
      await heard.become('blocked', on.element);
      await ring();
      expect(on.buttons).to.deep.equal(['Decline', 'Answer', 'Silence', 'Allow sound']);
      await accessible(on.element);
      await fits(on.element);
    });

    it('not with "no-ringtone", and not without a phone that is connected', async () => {
      await heard.become('blocked', on.element);
      on.element.noRingtone = true;
      await on.element.updateComplete;
      expect(notice()).to.equal('');
      on.element.noRingtone = false;
      await on.element.updateComplete;
      expect(notice()).not.to.equal('');
      on.agent.stop();
      await on.element.updateComplete;
      expect(notice()).to.equal('');
    });
  });

  describe('is a desktop notification besides, where that is permitted', () => {
    const titles = (): string[] => FakeNotification.open.map(({ title }) => title);

    it('with the caller, until it is answered', async () => {
      await ring({ queueName: 'Sales' });
      expect(titles()).to.deep.equal(['Incoming call from 135****5678, Sales']);
      await on.call('EventEstablished');
      expect(titles()).to.deep.equal([]);
    });

    it('until it is over, or the element is gone', async () => {
      await ring();
      await on.call('EventReleased');
      expect(titles()).to.deep.equal([]);
      await ring({ callID: 'c2' });
      on.element.remove();
      expect(titles()).to.deep.equal([]);
    });

    it('with the name as soon as it is known, and without the number where numbers are masked', async () => {
      on.agent.maskNumbers = true;
      await ring({ otherDN: '13512345678' });
      expect(titles()).to.deep.equal(['Incoming call from *******5678']);
      on.agent.session?.identify('c1', { name: 'Ada Wong' });
      await on.element.updateComplete;
      expect(titles()).to.deep.equal(['Incoming call from Ada Wong, *******5678']);
    });

    it('that says who transfers', async () => {
      await ring({ thisDNRole: 'TransferTo', thirdDN: '1006', thirdDNRole: 'TransferBy' });
      expect(FakeNotification.open[0]?.options.body).to.equal('Transferred by 1006');
    });
  });

  it('puts a badge before the title until it is over', async () => {
    await ring();
    expect(document.title).to.equal('☎ Incoming call · CRM');
    await on.call('EventReleased');
    expect(document.title).to.equal('CRM');
  });

  it('moves only where motion is welcome', async () => {
    const animation = (): string => getComputedStyle(on.find('.pulse'), '::after').animationName;
    await ring();
    await emulateMedia({ reducedMotion: 'no-preference' });
    expect(animation()).to.equal('pulse');
    await on.press('Silence');
    expect(animation()).to.equal('none');
    await on.press('Silence');
    await emulateMedia({ reducedMotion: 'reduce' });
    expect(animation()).to.equal('none');
    await emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('does not render for what is none of its business', async () => {
    on.double.emit({ messageID: 'EventAgentReady' });
    await ring();
    on.double.emit({ messageID: 'EventJanusLatency', ping: 40, jitter: 1, loss: '0', quality: 'e' });
    expect(on.element.isUpdatePending).to.be.false;
  });

  it('speaks Chinese when the page does', async () => {
    await ring();
    on.agent.lang = 'zh-CN';
    while (!on.buttons.includes('接听')) await settled(on.element);
    expect(on.buttons).to.deep.equal(['拒接', '接听', '停止响铃']);
    expect(alert()).to.equal('135****5678 来电');
  });

  it('fits, also with much data and an error, and has no fault', async () => {
    await ring({ otherDN: '9'.repeat(60), attachedData: { ['k'.repeat(40)]: 'v'.repeat(300), b: 2 } });
    await on.press('Answer');
    await on.answer(on.double.last(), 'error');
    await fits(on.element);
    await accessible(on.element);
  });
});
