import { expect, fixture, html } from '@open-wc/testing';
import '../../../elements/sobot-incoming-call/define.js';
import type { SobotIncomingCall } from '../../../elements/sobot-incoming-call/define.js';
import { Ringtone } from '../../../elements/sobot-incoming-call/ringtone.js';
import { callFields } from '../../support/call-fields.js';
import {
  createElement,
  type ElementFixture,
  expectAccessible,
  expectFits,
  textOf,
} from '../../support/element-fixture.js';
import { createNotifications } from '../../support/notification.js';
import { FakeSound } from '../../support/sound.js';
import { until } from '../../support/until.js';

const OTHER = { ...callFields, callID: 'c2', otherDN: '139****0102' };

describe('<sobot-incoming-call>: calls that wait', () => {
  let incoming: ElementFixture<SobotIncomingCall>;

  const waiting = (): string[] =>
    incoming.all('[part="waiting-call"] > .who').map((each) =>
      [...each.querySelectorAll('p')]
        .map(textOf)
        .join(' | ')
        .replace(/ \d+:\d\d/, ''),
    );
  const announced = (): string[] => incoming.all('[role="alert"] > *').map(textOf);
  const talk = (): Promise<void> => incoming.call('EventRinging', 'EventEstablished');
  const ring = (fields: object = {}): Promise<void> => incoming.emit('EventRinging', { ...OTHER, ...fields });

  beforeEach(async () => {
    new FakeSound(); // No test makes a sound.
    createNotifications();
    incoming = await createElement('sobot-incoming-call');
  });

  it('shows one that rings beside the current call, with Answer and Decline, until it is gone', async () => {
    await talk();
    await ring({ queueName: 'Sales' });
    expect(waiting()).to.deep.equal(['139****0102 | Ringing | Incoming · Sales']);
    expect(incoming.buttons).to.deep.equal(['Decline 139****0102', 'Answer 139****0102']);
    expect([incoming.has('waiting'), incoming.has('ringing'), incoming.has('empty')]).to.deep.equal([
      true,
      false,
      false,
    ]);
    await incoming.emit('EventReleased', OTHER);
    expect([waiting(), incoming.buttons, incoming.has('empty')]).to.deep.equal([[], [], true]);
  });

  for (const [name, command] of [
    ['Answer', 'answer'],
    ['Decline', 'rejectCall'],
  ] as const) {
    it(`runs ${command} by ${name}, and says when it could not, until the call is gone`, async () => {
      await talk();
      await ring();
      await incoming.press(`${name} 139****0102`);
      expect(incoming.commands).to.deep.equal([command]);
      await incoming.answer(incoming.sdk.last(), 'error');
      expect(textOf(incoming.find('[part="error"]'))).to.contain('not allowed');
      await incoming.emit('EventReleased', OTHER);
      await ring({ callID: 'c3' });
      expect(textOf(incoming.find('[part="error"]'))).to.equal('');
    });
  }

  it('shows one that is held, with Resume', async () => {
    await talk();
    await incoming.call('EventAgentHoldCall');
    await incoming.emit('EventEstablished', OTHER);
    expect(waiting()).to.deep.equal(['135****5678 | On hold | Incoming']);
    expect(incoming.buttons).to.deep.equal(['Resume 135****5678']);
    await incoming.press('Resume 135****5678');
    expect(incoming.commands).to.deep.equal(['retrieveCall']);
  });

  it('calls one waiting that no message has put on hold', async () => {
    await talk();
    await incoming.emit('EventEstablished', OTHER);
    expect(waiting()).to.deep.equal(['135****5678 | Waiting | Incoming']);
    expect(incoming.buttons).to.deep.equal(['Resume 135****5678']);
  });

  it('shows one that dials, without a button that might end the current call', async () => {
    await talk();
    await incoming.emit('EventDialing', { ...OTHER, callType: 'Outbound' });
    expect(waiting()).to.deep.equal(['139****0102 | Dialing | Outgoing']);
    expect(incoming.buttons).to.deep.equal([]);
  });

  for (const [end, left] of [
    ['EventReleased', ['Decline', 'Answer', 'Silence']],
    ['EventEstablished', ['Decline 135****5678', 'Answer 135****5678']],
  ] as const) {
    it(`shows two that ring, and who chooses; the first as it is after ${end} of the second`, async () => {
      await incoming.emit('EventRinging', callFields);
      await ring();
      expect(incoming.buttons).to.deep.equal([
        ...['Decline', 'Answer', 'Silence'],
        ...['Decline 139****0102', 'Answer 139****0102'],
      ]);
      expect(textOf(incoming.find('[part="several"]'))).to.contain('chooses');
      await incoming.emit(end, OTHER);
      expect(incoming.buttons).to.deep.equal(left);
      expect(incoming.all('[part="several"]')).to.have.length(0);
    });
  }

  it('is an ordinary call in after-call work', async () => {
    await talk();
    await incoming.call('EventReleased');
    await ring();
    expect(incoming.buttons).to.deep.equal(['Decline', 'Answer', 'Silence']);
    expect(waiting()).to.deep.equal([]);
  });

  it('announces each once, also when it becomes the current one, and takes no focus', async () => {
    const elsewhere = await fixture<HTMLInputElement>(html`<input aria-label="elsewhere" />`);
    elsewhere.focus();
    await talk();
    await ring();
    expect(announced()).to.deep.equal(['Incoming call from 139****0102']);
    const sentence = incoming.find('[role="alert"] > *');
    await incoming.call('EventReleased');
    expect(incoming.buttons).to.include('Answer');
    expect(announced()).to.deep.equal(['Incoming call from 139****0102']);
    expect(incoming.find('[role="alert"] > *') === sentence).to.be.true;
    expect(document.activeElement === elsewhere).to.be.true;
  });

  it('rings for none beside the current call', async () => {
    const { start } = Ringtone.prototype;
    let starts = 0;
    Ringtone.prototype.start = () => void (starts += 1);
    try {
      await talk();
      const before = starts;
      await ring();
      expect(starts).to.equal(before);
    } finally {
      Ringtone.prototype.start = start;
    }
  });

  it('masks numbers, in texts and in names of buttons', async () => {
    incoming.agent.maskNumbers = true;
    await talk();
    await ring({ otherDN: '13912340102' });
    expect(incoming.buttons).to.deep.equal(['Decline *******0102', 'Answer *******0102']);
    expect(incoming.text).not.to.contain('1391234');
  });

  it('is shown in Chinese', async () => {
    const chinese = await createElement('sobot-incoming-call', 'lang="zh-CN"');
    await chinese.call('EventRinging', 'EventEstablished');
    await chinese.emit('EventRinging', OTHER);
    await until(() => chinese.buttons[0] === '拒接 139****0102', 'Chinese');
    expect(chinese.find('[part="waiting"]').getAttribute('aria-label')).to.equal('等待中的通话');
  });

  it('is all that waiting-only shows, without a tone', async () => {
    incoming.element.waitingOnly = true;
    await incoming.emit('EventRinging', callFields);
    expect(incoming.buttons).to.deep.equal([]);
    await ring();
    expect(incoming.buttons).to.deep.equal(['Decline 139****0102', 'Answer 139****0102']);
  });

  it('has no fault, and fits', async () => {
    await talk();
    await ring({ queueName: 'A skill group with a name of several words', otherDN: '+49 30 5550100 5550100' });
    incoming.agent.session?.identify('c2', { name: 'A customer whose name has several long words in it' });
    await incoming.emit('EventDialing', { ...OTHER, callID: 'c3', callType: 'Outbound' });
    await expectAccessible(incoming.element);
    await expectFits(incoming.element);
  });
});
