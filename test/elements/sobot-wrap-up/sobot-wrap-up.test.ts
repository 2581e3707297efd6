import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../elements/sobot-wrap-up/define.js';
import type { SobotWrapUp } from '../../../elements/sobot-wrap-up/define.js';
import { accessible, aCall, desk, fits, settled, textOf, type Desk } from '../../support/desk.js';
import { enter, fieldNamed, heard, pick, tell } from '../../support/forms.js';

const MINUTE = 60_000;
const list = `dispositions='["Solved", "Call back"]'`;

describe('<sobot-wrap-up>', () => {
  let on: Desk<SobotWrapUp>;

  const notes = (): HTMLTextAreaElement => fieldNamed<HTMLTextAreaElement>(on, 'Notes');
  const bar = (): HTMLProgressElement => on.find<HTMLProgressElement>('progress');
  const left = (): string => textOf(on.find('[part="left"]'));
  const end = (endsIn?: number): Promise<void> =>
    on.emit('EventReleased', {
      ...aCall,
      ...(endsIn === undefined ? undefined : { wrapUpEndTimestamp: Date.now() + endsIn }),
    });
  const wrapUp = async (endsIn?: number, attributes = ''): Promise<void> => {
    on = await desk('sobot-wrap-up', attributes);
    await on.emit('EventAgentReady');
    await on.call('EventRinging', 'EventEstablished');
    await end(endsIn);
  };

  beforeEach(() => sessionStorage.clear());

  it('draws nothing while there is neither a call nor after-call work', async () => {
    on = await desk('sobot-wrap-up');
    await on.emit('EventAgentReady');
    expect(on.element.getBoundingClientRect().height).to.equal(0);
    await on.call('EventRinging');
    expect(on.element.getBoundingClientRect().height).to.equal(0);
  });

  it('is the notes alone while a call runs', async () => {
    on = await desk('sobot-wrap-up', list);
    await on.call('EventRinging', 'EventEstablished');
    expect(on.buttons).to.deep.equal([]);
    expect(on.text).to.equal('Notes');
    expect(on.has('notes')).to.be.true;
    await accessible(on.element);
    await on.call('EventHeld');
    expect(notes()).to.be.instanceOf(HTMLTextAreaElement);
  });

  it('shows the time that is left, and how much of it', async () => {
    await wrapUp(MINUTE - 1);
    expect(left()).to.equal('60 s left'.replace('60 s', '01:00'));
    expect(bar().getAttribute('aria-label')).to.equal('Time left');
    expect(bar().max).to.equal(60);
    expect(bar().value).to.be.within(59, 60);
    expect(on.has('wrap-up')).to.be.true;
    await accessible(on.element);
  });

  it('says the last seconds in seconds, warns once, and says when time is up', async () => {
    await wrapUp(9500);
    expect(left()).to.equal('10 s left');
    expect(heard(on)).to.contain('After-call work ends within 10 seconds');
    await wrapUp(-1);
    expect(left()).to.equal('Time is up');
    expect(bar().value).to.equal(0);
    expect(on.buttons).to.include('Finish');
  });

  it('shows the time spent where the end is unknown', async () => {
    await wrapUp();
    expect(left()).to.equal('After-call work · 00:00');
    expect(on.all('progress')).to.deep.equal([]);
    await accessible(on.element);
  });

  it('says which call it is about', async () => {
    await wrapUp(MINUTE);
    expect(textOf(on.find('[part="call"]'))).to.equal('Call ended · 00:00 135****5678');
    on.agent.maskNumbers = true;
    await on.agent.updateComplete;
    await on.element.updateComplete;
    expect(textOf(on.find('[part="call"]'))).to.equal('Call ended · 00:00 *******5678');
  });

  it('extends by a minute, or by what is chosen', async () => {
    await wrapUp(MINUTE);
    await on.press('Extend');
    expect(on.double.last('delayACW').params).to.deep.equal({ delayTime: 60 });
    expect(on.button('Extend').getAttribute('aria-busy')).to.equal('true');
    await on.press('Extend');
    expect(on.commands).to.deep.equal(['delayACW']);
    await tell(on, 'delayACW', {});
    expect(left()).to.match(/^0[12]:\d\d left$/);
    expect(heard(on)).to.equal('Extended by 60 s');
    const choices = [...fieldNamed<HTMLSelectElement>(on, 'Extend by').options].map(({ value }) => Number(value));
    expect(Math.min(...choices)).to.equal(30);
    expect(Math.max(...choices)).to.equal(900);
    await pick(on, 'Extend by', '300');
    await on.press('Extend');
    expect(on.double.last('delayACW').params).to.deep.equal({ delayTime: 300 });
    await tell(on, 'delayACW', {});
    expect(heard(on)).to.equal('Extended by 5 min');
    expect(fieldNamed<HTMLSelectElement>(on, 'Extend by').value).to.equal('300');
  });

  it('says why it was not extended, beside it', async () => {
    await wrapUp(MINUTE);
    await on.press('Extend');
    await tell(on, 'delayACW', new Error('too late'));
    expect(textOf(on.find('[part="time"] [part="error"]'))).to.contain('too late');
    expect(heard(on)).not.to.contain('Extended');
    await accessible(on.element);
  });

  for (const [name, command] of [
    ['Finish', 'completeACW'],
    ['Finish and set busy', 'completeACWToBusy'],
  ] as const) {
    it(`ends it: ${name}`, async () => {
      await wrapUp(MINUTE);
      const asked = oneEvent(on.agent, 'sobot-command');
      await on.press(name);
      expect((await asked).detail).to.deep.include({ command, source: on.element });
      await tell(on, command, new Error('not now'));
      expect(heard(on)).to.contain('not now');
      await on.press(name);
      await tell(on, command, {});
      expect(on.text).to.equal('');
      expect(on.has('wrap-up')).to.be.false;
    });
  }

  it('hands out notes and disposition, begun during the call', async () => {
    on = await desk('sobot-wrap-up', list);
    await on.call('EventRinging', 'EventEstablished');
    await enter(on, notes(), 'Asks for order');
    await end(MINUTE);
    expect(notes().value).to.equal('Asks for order');
    await enter(on, notes(), 'Asks for order o-7');
    await pick(on, 'Disposition', 'Call back');
    const done = oneEvent(on.agent, 'sobot-wrap-up-done');
    await on.press('Finish');
    await tell(on, 'completeACW', {});
    const { detail } = await done;
    expect(detail).to.deep.include({ notes: 'Asks for order o-7', disposition: 'Call back' });
    await on.emit('EventRinging', { ...aCall, callID: 'c2' });
    await on.emit('EventEstablished', { ...aCall, callID: 'c2' });
    expect(notes().value).to.equal('');
  });

  it('keeps the draft over a reload', async () => {
    on = await desk('sobot-wrap-up', list);
    await on.call('EventRinging', 'EventEstablished');
    await enter(on, notes(), 'half a sen');
    on = await desk('sobot-wrap-up', list);
    await on.call('EventRinging', 'EventEstablished');
    expect(notes().value).to.equal('half a sen');
  });

  it('keeps focus and cursor in the notes when the call ends', async () => {
    on = await desk('sobot-wrap-up');
    await on.call('EventRinging', 'EventEstablished');
    notes().focus();
    await sendKeys({ type: 'abc' });
    await on.call('EventHeld', 'EventRetrieved');
    expect(on.root.activeElement === notes()).to.be.true;
    await sendKeys({ type: 'd' });
    expect(notes().value).to.equal('abcd');
    await end(MINUTE);
    expect(on.root.activeElement === notes()).to.be.true;
  });

  it('offers dispositions as the page gives them', async () => {
    await wrapUp(MINUTE, list);
    const select = fieldNamed<HTMLSelectElement>(on, 'Disposition');
    expect([...select.options].map(({ label }) => label)).to.deep.equal(['None', 'Solved', 'Call back']);
    await pick(on, 'Disposition', 'Solved');
    on.element.dispositions = ['Other'];
    await on.element.updateComplete;
    expect([...select.options].map(({ label }) => label)).to.deep.equal(['None', 'Other', 'Solved']);
    expect(select.value).to.equal('Solved');
    await accessible(on.element);
  });

  it('says what is wrong with dispositions, and goes on', async () => {
    await wrapUp(MINUTE, `dispositions="Solved, Call back"`);
    expect(on.text).to.contain('dispositions is not a JSON list of texts');
    expect(on.buttons).to.include('Finish');
    await accessible(on.element);
  });

  it('gives way to the next call', async () => {
    await wrapUp(undefined, list);
    await on.emit('EventRinging', { ...aCall, callID: 'c2' });
    expect(on.text).to.equal('');
  });

  it('ends by itself when the platform says so', async () => {
    await wrapUp(MINUTE);
    await on.emit('EventAgentReady');
    expect(on.text).to.equal('');
  });

  it('fits', async () => {
    await wrapUp(MINUTE, list);
    await fits(on.element);
  });

  it('speaks Chinese', async () => {
    await wrapUp(MINUTE, list);
    on.agent.lang = 'zh-CN';
    while (!on.text.includes('完成并置忙')) await settled(on.element);
    expect(on.buttons).to.deep.equal(['延长', '完成并置忙', '完成']);
  });
});
