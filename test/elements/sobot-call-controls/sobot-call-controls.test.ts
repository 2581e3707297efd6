import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../elements/sobot-call-controls/define.js';
import type { SobotAgent } from '../../../elements/sobot-agent/define.js';
import type { SobotCallControls } from '../../../elements/sobot-call-controls/define.js';
import { accessible, aCall, Desk, fits, settled } from '../../support/desk.js';
import { SdkDouble, scripts } from '../../support/sdk-double.js';
import { error, focused, isOff, on, open, talk, tiles, width } from '../../support/call-controls.js';

const held = ['Mute', 'Resume', ...tiles.slice(2), 'Hang up'];

describe('<sobot-call-controls>', () => {
  beforeEach(open);

  describe('shows what is due', () => {
    it('nothing without a call, and nothing after it', async () => {
      expect(on.all('*')).to.have.length(0);
      await talk();
      await on.call('EventReleased');
      expect(on.all('*')).to.have.length(0);
      expect(getComputedStyle(on.element).display).to.equal('none');
    });

    it('a yes and a no while it rings', async () => {
      await on.call('EventRinging');
      expect(on.buttons).to.deep.equal(['Decline', 'Answer']);
      expect(on.has('ringing')).to.be.true;
    });

    it('a way out while it dials; the others stay where they will be', async () => {
      await on.call('EventDialing');
      expect(on.buttons).to.deep.equal([...tiles, 'Hang up']);
      expect(on.buttons.filter(isOff)).to.deep.equal(tiles.filter((name) => name !== 'Notes'));
      expect(on.button('Hold').title).to.equal('Only while you are talking');
      expect(on.has('dialing')).to.be.true;
    });

    it('everything while they talk', async () => {
      await talk();
      expect(on.buttons).to.deep.equal([...tiles, 'Hang up']);
      expect(on.buttons.filter(isOff)).to.deep.equal([]);
      expect(on.has('talking')).to.be.true;
    });

    it('Resume on hold, and no keypad', async () => {
      await talk();
      await on.call('EventHeld');
      expect(on.buttons).to.deep.equal(held);
      expect(on.buttons.filter(isOff)).to.deep.equal(['Keypad', 'End with survey']);
      expect(on.button('Resume').hasAttribute('aria-pressed')).to.be.false;
      expect([on.has('held'), on.has('talking')]).to.deep.equal([true, false]);
    });

    it('Unmute while the microphone is off', async () => {
      await talk();
      await on.call('EventAgentMute');
      expect(on.buttons[0]).to.equal('Unmute');
      expect(on.button('Unmute').hasAttribute('aria-pressed')).to.be.false;
      expect(on.has('muted')).to.be.true;
    });

    it('every button that might be needed when the call was restored in an unknown state', async () => {
      await on.restore();
      expect(on.buttons).to.deep.equal([
        ...['Answer', 'Mute', 'Unmute', 'Hold', 'Resume', 'Keypad', 'Transfer', 'Consult', 'End with survey', 'Notes'],
        ...['Cancel consult', 'Return to caller', 'Complete transfer', 'Start conference', 'Hang up'],
      ]);
      expect(on.buttons.filter(isOff)).to.deep.equal([]);
      await on.emit('EventHeld', { ...aCall, callID: 'c1-restored' });
      expect(on.buttons).to.deep.equal(held);
    });

    it('the reason everywhere when another end took over', async () => {
      await talk();
      await on.emit('EventAgentConnectionChanged');
      expect(on.buttons.filter((name) => !isOff(name))).to.deep.equal(['Notes']);
      expect(on.button('Hang up').title).to.equal('You’re signed in somewhere else');
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
        await on.call(...messages);
        const asked = oneEvent(on.agent, 'sobot-command');
        await on.press(name);
        expect((await asked).detail).to.deep.include({ command, source: on.element });
        expect(on.button(name).getAttribute('aria-busy')).to.equal('true');
        expect(isOff(name)).to.be.true;
        await on.press(name);
        expect(on.commands).to.deep.equal([command]);
        await on.answer(on.double.last(), 'error');
        expect(on.button(name).hasAttribute('aria-busy')).to.be.false;
        expect(isOff(name)).to.be.false;
        expect(error()).to.contain('not allowed');
        await on.press(name);
        expect(on.commands).to.deep.equal([command, command]);
      });
    }

    it('nothing before the SDK has said so', async () => {
      await talk();
      await on.press('Hold');
      expect(on.buttons).to.include('Hold');
      await on.answer(on.double.last());
      expect(on.buttons).to.include('Resume');
    });

    it('forgets an error when a command succeeds, and with the call', async () => {
      await talk();
      await on.press('Hold');
      await on.answer(on.double.last(), 'error');
      await on.press('Mute');
      await on.answer(on.double.last());
      expect(error()).to.equal('');
      await on.press('Hold');
      await on.answer(on.double.last(), 'error');
      await on.call('EventReleased');
      await on.emit('EventRinging', { ...aCall, callID: 'c2' });
      expect(error()).to.equal('');
    });
  });

  describe('keeps the focus', () => {
    it('on a button that changes its name', async () => {
      await talk();
      on.double.all = scripts.success;
      const hold = on.button('Hold');
      hold.focus();
      await sendKeys({ press: 'Enter' });
      await settled(on.element);
      expect(focused()).to.equal('Resume');
      expect(on.root.activeElement === hold).to.be.true;
    });

    it('near by when Answer has gone, and not on Hang up', async () => {
      await on.call('EventRinging');
      on.double.all = scripts.success;
      on.button('Answer').focus();
      await sendKeys({ press: ' ' });
      await settled(on.element);
      expect(focused()).to.equal('Mute');
    });

    it('where the person has put it when a call comes', async () => {
      const elsewhere = await fixture<HTMLInputElement>(html`<input aria-label="elsewhere" />`);
      elsewhere.focus();
      await talk();
      expect(document.activeElement === elsewhere).to.be.true;
    });
  });

  describe('actions', () => {
    const draw = async (actions: string | null): Promise<string[]> => {
      on.element.actions = actions;
      await on.element.updateComplete;
      return on.buttons;
    };

    it('choose the buttons and their order', async () => {
      await talk();
      expect(await draw('hold mute  hangup')).to.deep.equal(['Hold', 'Mute', 'Hang up']);
      expect(await draw('hangup notes')).to.deep.equal(['Hang up', 'Notes']);
      expect(await draw('hold hold teleport')).to.deep.equal(['Hold']);
      expect(await draw('')).to.deep.equal([...tiles, 'Hang up']);
      expect(await draw(null)).to.deep.equal([...tiles, 'Hang up']);
    });

    it('leave a way out of a ringing call', async () => {
      await on.call('EventRinging');
      expect(await draw('mute hangup')).to.deep.equal(['Hang up']);
      expect(isOff('Hang up')).to.be.false;
      expect(await draw('hangup answer')).to.deep.equal(['Decline', 'Answer']);
      expect(await draw('mute')).to.deep.equal([]);
    });

    it('are parts of the same names', async () => {
      await talk();
      const parts = (): string[] => on.all('button').map((each) => each.part.value);
      expect(parts()).to.deep.equal(
        ['mute', 'hold', 'keypad', 'transfer', 'consult', 'survey', 'notes', 'hangup'].map((name) => `button ${name}`),
      );
      await on.emit('EventReleased', aCall);
      await on.emit('EventRinging', { ...aCall, callID: 'c2' });
      expect(parts()).to.deep.equal(['button decline', 'button answer']);
    });
  });

  it('does not render for what is none of its business', async () => {
    await talk();
    on.double.emit({ messageID: 'EventJanusLatency', ping: 40, jitter: 1, loss: '0', quality: 'e' });
    on.double.emit({ messageID: 'EventAttachedDataChanged', ...aCall, attachedData: { a: 1 } });
    on.agent.session?.identify('c1', { name: 'Ada' });
    void on.agent.session?.queryQueues().catch(() => {});
    expect(on.element.isUpdatePending).to.be.false;
  });

  it('shows a picture where a page builder asks for one', async () => {
    const page = await fixture(html`
      <sobot-agent preview="held"><sobot-call-controls></sobot-call-controls></sobot-agent>
    `);
    const controls = page.querySelector('sobot-call-controls') as SobotCallControls;
    await controls.updateComplete;
    const picture = new Desk(page as SobotAgent, controls, new SdkDouble());
    expect(picture.buttons).to.include.members(['Resume', 'Hang up']);
    await picture.press('Hang up');
    await settled(controls);
    expect(picture.text).to.contain('The phone is not connected');
  });

  it('speaks Chinese when the page does', async () => {
    await talk();
    on.agent.lang = 'zh-CN';
    while (!on.buttons.includes('挂断')) await settled(on.element);
    expect(on.buttons).to.deep.equal(['静音', '保持', '键盘', '转接', '咨询', '转满意度评价', '备注', '挂断']);
  });

  it('has equal tiles, four in a row, then Hang up over the whole width; with room all in one row', async () => {
    await talk();
    await width(280);
    const box = (name: string): DOMRect => on.button(name).getBoundingClientRect();
    const tops = (): number => new Set(tiles.map((name) => box(name).top)).size;
    expect(new Set(tiles.map((name) => Math.round(box(name).width))).size).to.equal(1);
    expect(tops()).to.equal(2);
    expect(Math.round(box('Hang up').width)).to.equal(280);
    expect(box('Hang up').height).to.be.at.least(44);
    for (const wide of [640, 1100]) {
      await width(wide);
      expect(tops(), `${wide}px`).to.equal(1);
      expect(box('Hang up').top).to.be.within(box('Mute').top, box('Mute').bottom - box('Hang up').height + 1);
      expect(box('Hang up').right).to.be.closeTo(on.element.getBoundingClientRect().right, 1);
    }
  });

  it('says beforehand what a survey does to the call', async () => {
    await talk();
    const { title, ariaDescription } = on.button('End with survey');
    expect(title).to.equal('Ends your side; the caller stays for the survey');
    expect(ariaDescription).to.equal(title);
    await on.call('EventHeld');
    expect(on.button('End with survey').title).to.equal('Only while you are talking');
  });

  it('keeps Answer and Decline apart', async () => {
    await on.call('EventRinging');
    await width(280);
    const [decline, answer] = ['Decline', 'Answer'].map((name) => on.button(name).getBoundingClientRect());
    expect((answer?.left ?? 0) - (decline?.right ?? 0)).to.be.at.least(12);
    expect(Math.min(answer?.height ?? 0, decline?.height ?? 0)).to.be.at.least(44);
  });

  it('fits, also with an error and an open panel', async () => {
    await talk();
    await on.press('Hold');
    await on.answer(on.double.last(), 'error');
    await fits(on.element);
    await on.press('Keypad');
    await fits(on.element);
    await on.press('Notes');
    await fits(on.element);
    await accessible(on.element);
  });
});
