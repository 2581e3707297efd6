import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SobotAgent } from '../../../elements/sobot-agent/define.js';
import type { SobotCallControls } from '../../../elements/sobot-call-controls/define.js';
import { ElementFixture, expectAccessible, expectFits, settled, textOf } from '../../support/element-fixture.js';
import { callFields } from '../../support/call-fields.js';
import { FakeSdk, scripts } from '../../support/fake-sdk.js';
import { type CallControlsFixture, createCallControls, tiles } from './create-call-controls.js';

const held = ['Mute', 'Resume', ...tiles.slice(2), 'Hang up'];

describe('<sobot-call-controls>', () => {
  let controls: CallControlsFixture;
  beforeEach(async () => {
    controls = await createCallControls();
  });

  describe('shows what is due', () => {
    it('nothing without a call, and nothing after it', async () => {
      expect(controls.all('*')).to.have.length(0);
      await controls.establishCall();
      await controls.call('EventReleased');
      expect(controls.all('*')).to.have.length(0);
      expect(getComputedStyle(controls.element).display).to.equal('none');
    });

    it('a yes and a no while it rings', async () => {
      await controls.call('EventRinging');
      expect(controls.buttons).to.deep.equal(['Decline', 'Answer']);
      expect(controls.has('ringing')).to.be.true;
    });

    it('a way out while it dials; the others stay where they will be', async () => {
      await controls.call('EventDialing');
      expect(controls.buttons).to.deep.equal([...tiles, 'Hang up']);
      expect(controls.buttons.filter(controls.isOff)).to.deep.equal(tiles.filter((name) => name !== 'Notes'));
      expect(controls.button('Hold').title).to.equal('Only while you are talking');
      expect(controls.has('dialing')).to.be.true;
    });

    it('everything while they talk', async () => {
      await controls.establishCall();
      expect(controls.buttons).to.deep.equal([...tiles, 'Hang up']);
      expect(controls.buttons.filter(controls.isOff)).to.deep.equal([]);
      expect(controls.has('talking')).to.be.true;
    });

    it('Resume on hold, and no keypad', async () => {
      await controls.establishCall();
      await controls.call('EventHeld');
      expect(controls.buttons).to.deep.equal(held);
      expect(controls.buttons.filter(controls.isOff)).to.deep.equal(['Keypad', 'End with survey']);
      expect(controls.button('Resume').hasAttribute('aria-pressed')).to.be.false;
      expect([controls.has('held'), controls.has('talking')]).to.deep.equal([true, false]);
    });

    it('Unmute while the microphone is off', async () => {
      await controls.establishCall();
      await controls.call('EventAgentMute');
      expect(controls.buttons[0]).to.equal('Unmute');
      expect(controls.button('Unmute').hasAttribute('aria-pressed')).to.be.false;
      expect(controls.has('muted')).to.be.true;
    });

    it('every button that might be needed when the call was restored in an unknown state', async () => {
      await controls.restore();
      expect(controls.buttons).to.deep.equal([
        ...['Answer', 'Mute', 'Unmute', 'Hold', 'Resume', 'Keypad', 'Transfer', 'Consult', 'End with survey', 'Notes'],
        ...['Cancel consult', 'Return to caller', 'Complete transfer', 'Start conference', 'Hang up'],
      ]);
      expect(controls.buttons.filter(controls.isOff)).to.deep.equal([]);
      await controls.emit('EventHeld', { ...callFields, callID: 'c1-restored' });
      expect(controls.buttons).to.deep.equal(held);
    });

    it('the reason everywhere when another end took over', async () => {
      await controls.establishCall();
      await controls.emit('EventAgentConnectionChanged');
      expect(controls.buttons.filter((name) => !controls.isOff(name))).to.deep.equal(['Notes']);
      expect(controls.button('Hang up').title).to.equal('You’re signed in somewhere else');
    });
  });

  describe('runs', () => {
    for (const [name, command, ...messages] of [
      ['Answer', 'answer', 'EventRinging'],
      ['Decline', 'rejectCall', 'EventRinging'],
      ['Hang up', 'hangup', 'EventDialing'],
      ['Hold', 'holdCall', 'EventRinging', 'EventEstablished'],
      ['Resume', 'retrieveCall', 'EventRinging', 'EventEstablished', 'EventHeld'],
      ['Mute', 'muteCall', 'EventRinging', 'EventEstablished'],
      ['Unmute', 'unmute', 'EventRinging', 'EventEstablished', 'EventAgentMute'],
      ['End with survey', 'sendSatisfy', 'EventRinging', 'EventEstablished'],
    ] as const) {
      it(`${command} by ${name}: once, and says when it could not`, async () => {
        await controls.call(...messages);
        const asked = oneEvent(controls.agent, 'sobot-command');
        await controls.press(name);
        expect((await asked).detail).to.deep.include({ command, source: controls.element });
        expect(controls.button(name).getAttribute('aria-busy')).to.equal('true');
        expect(controls.isOff(name)).to.be.true;
        await controls.press(name);
        expect(controls.commands).to.deep.equal([command]);
        await controls.answer(controls.sdk.last(), 'error');
        expect(controls.button(name).hasAttribute('aria-busy')).to.be.false;
        expect(controls.isOff(name)).to.be.false;
        expect(controls.errorText).to.contain('not allowed');
        await controls.press(name);
        expect(controls.commands).to.deep.equal([command, command]);
      });
    }

    it('nothing before the SDK has said so', async () => {
      await controls.establishCall();
      await controls.press('Hold');
      expect(controls.buttons).to.include('Hold');
      await controls.answer(controls.sdk.last());
      expect(controls.buttons).to.include('Resume');
    });

    it('forgets an error when a command succeeds, and with the call', async () => {
      await controls.establishCall();
      await controls.press('Hold');
      await controls.answer(controls.sdk.last(), 'error');
      await controls.press('Mute');
      await controls.answer(controls.sdk.last());
      expect(controls.errorText).to.equal('');
      await controls.press('Hold');
      await controls.answer(controls.sdk.last(), 'error');
      await controls.call('EventReleased');
      await controls.emit('EventRinging', { ...callFields, callID: 'c2' });
      expect(controls.errorText).to.equal('');
    });
  });

  it('shows no error of a call that is over beside the next one', async () => {
    await controls.establishCall();
    await controls.press('Hold');
    const hold = controls.sdk.last();
    await controls.call('EventReleased');
    await controls.emit('EventRinging', { ...callFields, callID: 'c2' });
    await controls.answer(hold, 'error');
    expect(controls.errorText).to.equal('');
  });

  describe('says by its buttons why the microphone can’t be used', () => {
    const line = (): string => controls.all('[part~="microphone"]').map(textOf).join();
    for (const [problem, words] of [
      ['denied', /Allow it in the browser’s settings/],
      ['missing', /No microphone is connected. Connect one/],
      ['busy', /Close other programs/],
      ['failed', /Check it/],
    ] as const) {
      it(`and what to do: ${problem}`, async () => {
        await controls.establishCall();
        expect(line()).to.equal('');
        controls.agent.session?.reportMicrophone(problem);
        await controls.element.updateComplete;
        expect(line()).to.match(words);
        expect(controls.find('[part~="microphone"]').closest('[role="status"]')).to.not.equal(null);
        await expectAccessible(controls.element);
        controls.agent.session?.reportMicrophone(null);
        await controls.element.updateComplete;
        expect(line()).to.equal('');
      });
    }
  });

  describe('keeps the focus', () => {
    it('on a button that changes its name', async () => {
      await controls.establishCall();
      controls.sdk.all = scripts.success;
      const hold = controls.button('Hold');
      hold.focus();
      await sendKeys({ press: 'Enter' });
      await settled(controls.element);
      expect(controls.focusedName).to.equal('Resume');
      expect(controls.root.activeElement === hold).to.be.true;
    });

    it('near by when Answer has gone, and not on Hang up', async () => {
      await controls.call('EventRinging');
      controls.sdk.all = scripts.success;
      controls.button('Answer').focus();
      await sendKeys({ press: ' ' });
      await settled(controls.element);
      expect(controls.focusedName).to.equal('Mute');
    });

    it('where the person has put it when a call comes', async () => {
      const elsewhere = await fixture<HTMLInputElement>(html`<input aria-label="elsewhere" />`);
      elsewhere.focus();
      await controls.establishCall();
      expect(document.activeElement === elsewhere).to.be.true;
    });
  });

  describe('actions', () => {
    const draw = async (actions: string | null): Promise<string[]> => {
      controls.element.actions = actions;
      await controls.element.updateComplete;
      return controls.buttons;
    };

    it('choose the buttons and their order', async () => {
      await controls.establishCall();
      expect(await draw('hold mute  hangup')).to.deep.equal(['Hold', 'Mute', 'Hang up']);
      expect(await draw('hangup notes')).to.deep.equal(['Hang up', 'Notes']);
      expect(await draw('hold hold teleport')).to.deep.equal(['Hold']);
      expect(await draw('')).to.deep.equal([...tiles, 'Hang up']);
      expect(await draw(null)).to.deep.equal([...tiles, 'Hang up']);
    });

    it('leave a way out of a ringing call', async () => {
      await controls.call('EventRinging');
      expect(await draw('mute hangup')).to.deep.equal(['Hang up']);
      expect(controls.isOff('Hang up')).to.be.false;
      expect(await draw('hangup answer')).to.deep.equal(['Decline', 'Answer']);
      expect(await draw('mute')).to.deep.equal([]);
    });

    it('are parts of the same names', async () => {
      await controls.establishCall();
      const parts = (): string[] => controls.all('button').map((each) => each.part.value);
      expect(parts()).to.deep.equal(
        ['mute', 'hold', 'keypad', 'transfer', 'consult', 'survey', 'notes', 'hangup'].map((name) => `button ${name}`),
      );
      await controls.emit('EventReleased', callFields);
      await controls.emit('EventRinging', { ...callFields, callID: 'c2' });
      expect(parts()).to.deep.equal(['button decline', 'button answer']);
    });
  });

  it('does not render for what is none of its business', async () => {
    await controls.establishCall();
    controls.sdk.emit({ messageID: 'EventJanusLatency', ping: 40, jitter: 1, loss: '0', quality: 'e' });
    controls.sdk.emit({ messageID: 'EventAttachedDataChanged', ...callFields, attachedData: { a: 1 } });
    controls.agent.session?.identify('c1', { name: 'Ada' });
    void controls.agent.session?.queryQueues().catch(() => {});
    expect(controls.element.isUpdatePending).to.be.false;
  });

  it('shows a picture where a page builder asks for one', async () => {
    const page = await fixture(html`
      <sobot-agent preview="held"><sobot-call-controls></sobot-call-controls></sobot-agent>
    `);
    const element = page.querySelector('sobot-call-controls') as SobotCallControls;
    await element.updateComplete;
    const picture = new ElementFixture(page as SobotAgent, element, new FakeSdk());
    expect(picture.buttons).to.include.members(['Resume', 'Hang up']);
    await picture.press('Hang up');
    await settled(element);
    expect(picture.text).to.contain('The phone is not connected');
  });

  it('speaks Chinese when the page does', async () => {
    await controls.establishCall();
    controls.agent.lang = 'zh-CN';
    while (!controls.buttons.includes('挂断')) await settled(controls.element);
    expect(controls.buttons).to.deep.equal(['静音', '保持', '键盘', '转接', '咨询', '转满意度评价', '备注', '挂断']);
  });

  it('breaks no word in a phone of 256 px', async () => {
    await controls.establishCall();
    await controls.setWidth(230);
    const lines = (label: HTMLElement): number => {
      const range = document.createRange();
      range.selectNodeContents(label);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    };
    for (const label of controls.all('.tile .label'))
      expect(lines(label), textOf(label)).to.be.at.most(textOf(label).split(' ').length);
  });

  it('has equal tiles, four in a row, then Hang up over the whole width; with room all in one row', async () => {
    await controls.establishCall();
    await controls.setWidth(280);
    const box = (name: string): DOMRect => controls.button(name).getBoundingClientRect();
    const tops = (): number => new Set(tiles.map((name) => box(name).top)).size;
    expect(new Set(tiles.map((name) => Math.round(box(name).width))).size).to.equal(1);
    expect(tops()).to.equal(2);
    expect(Math.round(box('Hang up').width)).to.equal(280);
    expect(box('Hang up').height).to.be.at.least(44);
    for (const wide of [640, 1100]) {
      await controls.setWidth(wide);
      expect(tops(), `${wide}px`).to.equal(1);
      expect(box('Hang up').top).to.be.within(box('Mute').top, box('Mute').bottom - box('Hang up').height + 1);
      expect(box('Hang up').right).to.be.closeTo(controls.element.getBoundingClientRect().right, 1);
    }
  });

  it('says beforehand what a survey does to the call', async () => {
    await controls.establishCall();
    const { title, ariaDescription } = controls.button('End with survey');
    expect(title).to.equal('Ends your side; the caller stays for the survey');
    expect(ariaDescription).to.equal(title);
    await controls.call('EventHeld');
    expect(controls.button('End with survey').title).to.equal('Only while you are talking');
  });

  it('keeps Answer and Decline apart', async () => {
    await controls.call('EventRinging');
    await controls.setWidth(280);
    const [decline, answer] = ['Decline', 'Answer'].map((name) => controls.button(name).getBoundingClientRect());
    expect((answer?.left ?? 0) - (decline?.right ?? 0)).to.be.at.least(12);
    expect(Math.min(answer?.height ?? 0, decline?.height ?? 0)).to.be.at.least(44);
  });

  it('fits, also with an error and an open panel', async () => {
    await controls.establishCall();
    await controls.press('Hold');
    await controls.answer(controls.sdk.last(), 'error');
    await expectFits(controls.element);
    await controls.press('Keypad');
    await expectFits(controls.element);
    await controls.press('Notes');
    await expectFits(controls.element);
    await expectAccessible(controls.element);
  });
});
