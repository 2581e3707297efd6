import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../elements/sobot-wrap-up/define.js';
import type { SobotWrapUp } from '../../../elements/sobot-wrap-up/define.js';
import { callFields } from '../../support/call-fields.js';
import {
  createElement,
  type ElementFixture,
  expectAccessible,
  expectFits,
  settled,
  textOf,
} from '../../support/element-fixture.js';
import { announcements, answerRequest, enter, fieldNamed, pick } from '../../support/forms.js';

const MINUTE = 60_000;
const list = `dispositions='["Solved", "Call back"]'`;

describe('<sobot-wrap-up>', () => {
  let fixture: ElementFixture<SobotWrapUp>;

  const notes = (): HTMLTextAreaElement => fieldNamed<HTMLTextAreaElement>(fixture, 'Notes');
  const bar = (): HTMLProgressElement => fixture.find<HTMLProgressElement>('progress');
  const left = (): string => textOf(fixture.find('[part="left"]'));
  const end = (endsIn?: number): Promise<void> =>
    fixture.emit('EventReleased', {
      ...callFields,
      ...(endsIn === undefined ? undefined : { wrapUpEndTimestamp: Date.now() + endsIn }),
    });
  const wrapUp = async (endsIn?: number, attributes = ''): Promise<void> => {
    fixture = await createElement('sobot-wrap-up', attributes);
    await fixture.emit('EventAgentReady');
    await fixture.call('EventRinging', 'EventEstablished');
    await end(endsIn);
  };

  beforeEach(() => sessionStorage.clear());

  it('draws nothing while there is neither a call nor after-call work', async () => {
    fixture = await createElement('sobot-wrap-up');
    await fixture.emit('EventAgentReady');
    expect(fixture.element.getBoundingClientRect().height).to.equal(0);
    await fixture.call('EventRinging');
    expect(fixture.element.getBoundingClientRect().height).to.equal(0);
  });

  it('is the notes alone while a call runs', async () => {
    fixture = await createElement('sobot-wrap-up', list);
    await fixture.call('EventRinging', 'EventEstablished');
    expect(fixture.buttons).to.deep.equal([]);
    expect(fixture.text).to.equal('Notes');
    expect(fixture.has('notes')).to.be.true;
    await expectAccessible(fixture.element);
    await fixture.call('EventHeld');
    expect(notes()).to.be.instanceOf(HTMLTextAreaElement);
  });

  it('shows the time that is left, and how much of it', async () => {
    await wrapUp(MINUTE - 1);
    expect(left()).to.equal('60 s left'.replace('60 s', '01:00'));
    expect(bar().getAttribute('aria-label')).to.equal('Time left');
    expect(bar().max).to.equal(60);
    expect(bar().value).to.be.within(59, 60);
    expect(fixture.has('wrap-up')).to.be.true;
    await expectAccessible(fixture.element);
  });

  it('says the last seconds in seconds, warns once, and says when time is up', async () => {
    await wrapUp(9500);
    expect(left()).to.equal('10 s left');
    expect(announcements(fixture)).to.contain('After-call work ends within 10 seconds');
    await wrapUp(-1);
    expect(left()).to.equal('Time is up');
    expect(bar().value).to.equal(0);
    expect(fixture.buttons).to.include('Finish');
  });

  it('shows the time spent where the end is unknown', async () => {
    await wrapUp();
    expect(left()).to.equal('After-call work · 00:00');
    expect(fixture.all('progress')).to.deep.equal([]);
    await expectAccessible(fixture.element);
  });

  it('says which call it is about', async () => {
    await wrapUp(MINUTE);
    expect(textOf(fixture.find('[part="call"]'))).to.equal('Call ended · 00:00 135****5678');
    fixture.agent.maskNumbers = true;
    await fixture.agent.updateComplete;
    await fixture.element.updateComplete;
    expect(textOf(fixture.find('[part="call"]'))).to.equal('Call ended · 00:00 *******5678');
  });

  it('extends by a minute, or by what is chosen', async () => {
    await wrapUp(MINUTE);
    await fixture.press('Extend');
    expect(fixture.sdk.last('delayACW').params).to.deep.equal({ delayTime: 60 });
    expect(fixture.button('Extend').getAttribute('aria-busy')).to.equal('true');
    await fixture.press('Extend');
    expect(fixture.commands).to.deep.equal(['delayACW']);
    await answerRequest(fixture, 'delayACW', {});
    expect(left()).to.match(/^0[12]:\d\d left$/);
    expect(announcements(fixture)).to.equal('Extended by 60 s');
    const choices = [...fieldNamed<HTMLSelectElement>(fixture, 'Extend by').options].map(({ value }) => Number(value));
    expect(Math.min(...choices)).to.equal(30);
    expect(Math.max(...choices)).to.equal(900);
    await pick(fixture, 'Extend by', '300');
    await fixture.press('Extend');
    expect(fixture.sdk.last('delayACW').params).to.deep.equal({ delayTime: 300 });
    await answerRequest(fixture, 'delayACW', {});
    expect(announcements(fixture)).to.equal('Extended by 5 min');
    expect(fieldNamed<HTMLSelectElement>(fixture, 'Extend by').value).to.equal('300');
  });

  it('says why it was not extended, beside it', async () => {
    await wrapUp(MINUTE);
    await fixture.press('Extend');
    await answerRequest(fixture, 'delayACW', new Error('too late'));
    expect(textOf(fixture.find('[part="time"] [part="error"]'))).to.contain('too late');
    expect(announcements(fixture)).not.to.contain('Extended');
    await expectAccessible(fixture.element);
  });

  for (const [name, command] of [
    ['Finish', 'completeACW'],
    ['Finish and set busy', 'completeACWToBusy'],
  ] as const) {
    it(`ends it: ${name}`, async () => {
      await wrapUp(MINUTE);
      const asked = oneEvent(fixture.agent, 'sobot-command');
      await fixture.press(name);
      expect((await asked).detail).to.deep.include({ command, source: fixture.element });
      await answerRequest(fixture, command, new Error('not now'));
      expect(announcements(fixture)).to.contain('not now');
      await fixture.press(name);
      await answerRequest(fixture, command, {});
      expect(fixture.text).to.equal('');
      expect(fixture.has('wrap-up')).to.be.false;
    });
  }

  it('hands out notes and disposition, begun during the call', async () => {
    fixture = await createElement('sobot-wrap-up', list);
    await fixture.call('EventRinging', 'EventEstablished');
    await enter(fixture, notes(), 'Asks for order');
    await end(MINUTE);
    expect(notes().value).to.equal('Asks for order');
    await enter(fixture, notes(), 'Asks for order o-7');
    await pick(fixture, 'Disposition', 'Call back');
    const done = oneEvent(fixture.agent, 'sobot-wrap-up-done');
    await fixture.press('Finish');
    await answerRequest(fixture, 'completeACW', {});
    const { detail } = await done;
    expect(detail).to.deep.include({ notes: 'Asks for order o-7', disposition: 'Call back' });
    await fixture.emit('EventRinging', { ...callFields, callID: 'c2' });
    await fixture.emit('EventEstablished', { ...callFields, callID: 'c2' });
    expect(notes().value).to.equal('');
  });

  it('keeps the draft over a reload', async () => {
    fixture = await createElement('sobot-wrap-up', list);
    await fixture.call('EventRinging', 'EventEstablished');
    await enter(fixture, notes(), 'half a sen');
    fixture = await createElement('sobot-wrap-up', list);
    await fixture.call('EventRinging', 'EventEstablished');
    expect(notes().value).to.equal('half a sen');
  });

  it('keeps focus and cursor in the notes when the call ends', async () => {
    fixture = await createElement('sobot-wrap-up');
    await fixture.call('EventRinging', 'EventEstablished');
    notes().focus();
    await sendKeys({ type: 'abc' });
    await fixture.call('EventHeld', 'EventRetrieved');
    expect(fixture.root.activeElement === notes()).to.be.true;
    await sendKeys({ type: 'd' });
    expect(notes().value).to.equal('abcd');
    await end(MINUTE);
    expect(fixture.root.activeElement === notes()).to.be.true;
  });

  it('offers dispositions as the page gives them', async () => {
    await wrapUp(MINUTE, list);
    const select = fieldNamed<HTMLSelectElement>(fixture, 'Disposition');
    expect([...select.options].map(({ label }) => label)).to.deep.equal(['None', 'Solved', 'Call back']);
    await pick(fixture, 'Disposition', 'Solved');
    fixture.element.dispositions = ['Other'];
    await fixture.element.updateComplete;
    expect([...select.options].map(({ label }) => label)).to.deep.equal(['None', 'Other', 'Solved']);
    expect(select.value).to.equal('Solved');
    await expectAccessible(fixture.element);
  });

  it('says what is wrong with dispositions, and goes on', async () => {
    await wrapUp(MINUTE, `dispositions="Solved, Call back"`);
    expect(fixture.text).to.contain('dispositions is not a JSON list of texts');
    expect(fixture.buttons).to.include('Finish');
    await expectAccessible(fixture.element);
  });

  it('gives way to the next call', async () => {
    await wrapUp(undefined, list);
    await fixture.emit('EventRinging', { ...callFields, callID: 'c2' });
    expect(fixture.text).to.equal('');
  });

  it('ends by itself when the platform says so', async () => {
    await wrapUp(MINUTE);
    await fixture.emit('EventAgentReady');
    expect(fixture.text).to.equal('');
  });

  it('fits', async () => {
    await wrapUp(MINUTE, list);
    await expectFits(fixture.element);
  });

  it('speaks Chinese', async () => {
    await wrapUp(MINUTE, list);
    fixture.agent.lang = 'zh-CN';
    while (!fixture.text.includes('完成并置忙')) await settled(fixture.element);
    expect(fixture.buttons).to.deep.equal(['延长', '完成并置忙', '完成']);
  });
});
