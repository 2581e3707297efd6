import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../elements/sobot-dialpad/define.js';
import type { SobotDialpad } from '../../../elements/sobot-dialpad/define.js';
import { accessible, aCall, desk, type Desk, fits, settled, textOf } from '../../support/desk.js';
import { scripts } from '../../support/sdk-double.js';

describe('<sobot-dialpad>', () => {
  let on: Desk<SobotDialpad>;

  const digits = (): string => textOf(on.find('[part="digits"]')).replace(/\s/g, '');
  const waiting = (): string => textOf(on.find('[part="waiting"]'));
  const sent = (): unknown[] => on.double.sent.map(({ params }) => params['dtmfDigits']);
  const focused = (): string | undefined => {
    const key = on.root.activeElement;
    return key ? textOf(key) : undefined;
  };
  const paste = async (text: string): Promise<void> => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', text);
    on.button('5').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true }));
    await settled(on.element);
  };

  beforeEach(async () => {
    on = await desk('sobot-dialpad');
  });

  it('has twelve keys in a grid, with the names that a person says', () => {
    expect(on.buttons).to.deep.equal(['1', '2', '3', '4', '5', '6', '7', '8', '9', 'Star', '0', 'Pound']);
    expect(on.find('[role="grid"]').getAttribute('aria-label')).to.equal('Keypad');
    expect(on.all('[role="grid"] > [role="row"] > [role="gridcell"] > button')).to.have.length(12);
    expect(on.find('[role="log"]').getAttribute('aria-label')).to.equal('Digits sent');
  });

  it('sends nothing without a call, and says why', async () => {
    const key = on.button('1');
    expect(key.getAttribute('aria-disabled')).to.equal('true');
    expect(key.getAttribute('aria-description')).to.equal('Only while you are talking');
    expect(key.title).to.equal('Only while you are talking');
    await on.press('1');
    key.focus();
    await sendKeys({ press: '2' });
    expect(on.double.sent).to.deep.equal([]);
  });

  it('says so on hold too, and not while digits are under way', async () => {
    await on.call('EventRinging', 'EventEstablished');
    expect(on.button('1').hasAttribute('aria-disabled')).to.be.false;
    await on.press('1');
    expect(on.button('1').hasAttribute('aria-disabled')).to.be.false;
    await on.answer(on.double.last());
    await on.call('EventHeld');
    expect(on.button('1').title).to.equal('Only while you are talking');
  });

  describe('during a call', () => {
    beforeEach(() => on.call('EventRinging', 'EventEstablished'));

    it('sends a digit, and shows it when it is sent', async () => {
      await on.press('Star');
      expect(sent()).to.deep.equal(['*']);
      expect(waiting()).to.equal('*');
      expect(on.has('sending')).to.be.true;
      await on.answer(on.double.last());
      expect(digits()).to.equal('*');
      expect(waiting()).to.equal('');
      expect(on.has('sending')).to.be.false;
    });

    it('names itself as the source', async () => {
      const asked = oneEvent(on.agent, 'sobot-command');
      on.button('Pound').click();
      const { detail } = await asked;
      expect(detail).to.deep.include({ command: 'sendDtmf', params: { dtmfDigits: '#' }, source: on.element });
    });

    it('keeps the order: what comes while a request is under way goes with the next one', async () => {
      for (const key of ['1', '2', '3']) await on.press(key);
      expect(sent()).to.deep.equal(['1']);
      await on.answer(on.double.last());
      expect(sent()).to.deep.equal(['1', '23']);
      await on.press('4');
      await on.answer(on.double.last());
      await on.answer(on.double.last());
      expect(sent()).to.deep.equal(['1', '23', '4']);
      expect(digits()).to.equal('1234');
    });

    it('takes what is typed, and nothing else', async () => {
      on.double.all = scripts.sync;
      on.button('1').focus();
      for (const key of ['8', '*', '#', 'a', 'F5']) await sendKeys({ press: key });
      await settled(on.element);
      for (const init of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }]) {
        const event = new KeyboardEvent('keydown', {
          key: '1',
          bubbles: true,
          composed: true,
          cancelable: true,
          ...init,
        });
        on.button('1').dispatchEvent(event);
        expect(event.defaultPrevented).to.be.false;
      }
      await settled(on.element);
      expect(sent().join('')).to.equal('8*#');
      expect(digits()).to.equal('8*#');
    });

    it('takes what is pasted, cleaned, and splits what is long', async () => {
      on.double.all = scripts.success;
      await paste('card 1234-5678 9012-3456 / 1234567890 #');
      await settled(on.element);
      expect(sent()).to.deep.equal(['123456789012345612345678', '90#']);
      expect(digits()).to.equal('12345678901234561234567890#');
    });

    it('moves with the arrow keys, one key in the tab order', async () => {
      expect(on.all('button[tabindex="0"]').map(textOf)).to.deep.equal(['1']);
      on.button('1').focus();
      const path = [
        ['ArrowUp', '1'],
        ['ArrowLeft', '1'],
        ['ArrowRight', '2'],
        ['ArrowDown', '5'],
        ['End', '6'],
        ['ArrowRight', '6'],
        ['ArrowDown', '9'],
        ['ArrowDown', '#'],
        ['ArrowDown', '#'],
        ['Home', '*'],
        ['ArrowUp', '7'],
      ] as const;
      for (const [key, where] of path) {
        await sendKeys({ press: key });
        expect(focused(), key).to.equal(where);
        expect(on.all('button[tabindex="0"]').map(textOf), key).to.deep.equal([where]);
      }
      await sendKeys({ press: 'Enter' });
      expect(sent()).to.deep.equal(['7']);
    });

    it('keeps the focus while it sends', async () => {
      on.button('9').focus();
      await on.press('9');
      await on.answer(on.double.last());
      expect(focused()).to.equal('9');
    });

    it('says why digits were not sent, and drops what was to follow', async () => {
      await on.press('1');
      await on.press('2');
      await on.answer(on.double.last(), 'error');
      expect(sent()).to.deep.equal(['1']);
      expect(digits()).to.equal('');
      expect(textOf(on.find('[part="error"][role="status"]'))).to.contain('not allowed');
      await on.press('3');
      await on.answer(on.double.last());
      expect(digits()).to.equal('3');
      expect(textOf(on.find('[part="error"]'))).to.equal('');
    });

    it('says nothing when the page prevents it', async () => {
      on.agent.addEventListener('sobot-command', (event) => event.preventDefault());
      await on.press('1');
      await settled(on.element);
      expect(on.double.sent).to.deep.equal([]);
      expect(waiting()).to.equal('');
      expect(textOf(on.find('[part="error"]'))).to.equal('');
    });

    it('begins every call without digits, and sends it none of the call before', async () => {
      await on.press('1');
      await on.press('2');
      const first = on.double.last();
      await on.call('EventReleased');
      await on.emit('EventRinging', { ...aCall, callID: 'c2' });
      await on.emit('EventEstablished', { ...aCall, callID: 'c2' });
      expect(waiting()).to.equal('');
      await on.press('3');
      await on.answer(first);
      expect(sent()).to.deep.equal(['1', '3']);
      await on.answer(on.double.last());
      expect(digits()).to.equal('3');
    });

    it('does not render for what is none of its business', () => {
      on.double.emit({ messageID: 'EventJanusLatency', ping: 40, jitter: 1, loss: '0', quality: 'e' });
      on.double.emit({ messageID: 'EventAttachedDataChanged', ...aCall, attachedData: { a: 1 } });
      on.double.emit({ messageID: 'EventAgentMute', ...aCall });
      expect(on.element.isUpdatePending).to.be.false;
    });

    it('speaks Chinese when the page does', async () => {
      on.agent.lang = 'zh-CN';
      while (on.find('[role="grid"]').getAttribute('aria-label') !== '键盘') await settled(on.element);
      expect(on.buttons).to.include.members(['星号', '井号', '0']);
    });
  });

  it('has no fault in light and dark, and fits', async () => {
    await accessible(on.element);
    await on.call('EventRinging', 'EventEstablished');
    await on.press('1');
    await on.answer(on.double.last(), 'error');
    await accessible(on.element);
    await fits(on.element);
  });
});
