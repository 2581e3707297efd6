import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../elements/sobot-dialpad/define.js';
import type { SobotDialpad } from '../../../elements/sobot-dialpad/define.js';
import {
  createElement,
  type ElementFixture,
  expectAccessible,
  expectFits,
  settled,
  textOf,
} from '../../support/element-fixture.js';
import { callFields } from '../../support/call-fields.js';
import { scripts } from '../../support/fake-sdk.js';

describe('<sobot-dialpad>', () => {
  let fixture: ElementFixture<SobotDialpad>;

  const digits = (): string => textOf(fixture.find('[part="digits"]')).replace(/\s/g, '');
  const waiting = (): string => textOf(fixture.find('[part="waiting"]'));
  const sent = (): unknown[] => fixture.sdk.sent.map(({ params }) => params['dtmfDigits']);
  const focused = (): string | undefined => {
    const key = fixture.root.activeElement;
    return key ? textOf(key) : undefined;
  };
  const paste = async (text: string): Promise<void> => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', text);
    fixture.button('5').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true }));
    await settled(fixture.element);
  };

  beforeEach(async () => {
    fixture = await createElement('sobot-dialpad');
  });

  it('has twelve keys in a grid, with the names that a person says', () => {
    expect(fixture.buttons).to.deep.equal(['1', '2', '3', '4', '5', '6', '7', '8', '9', 'Star', '0', 'Pound']);
    expect(fixture.find('[role="grid"]').getAttribute('aria-label')).to.equal('Keypad');
    expect(fixture.all('[role="grid"] > [role="row"] > [role="gridcell"] > button')).to.have.length(12);
    expect(fixture.find('[role="log"]').getAttribute('aria-label')).to.equal('Digits sent');
  });

  it('sends nothing without a call, and says why', async () => {
    const key = fixture.button('1');
    expect(key.getAttribute('aria-disabled')).to.equal('true');
    expect(key.getAttribute('aria-description')).to.equal('Only while you are talking');
    expect(key.title).to.equal('Only while you are talking');
    await fixture.press('1');
    key.focus();
    await sendKeys({ press: '2' });
    expect(fixture.sdk.sent).to.deep.equal([]);
  });

  it('says so on hold too, and not while digits are under way', async () => {
    await fixture.call('EventRinging', 'EventEstablished');
    expect(fixture.button('1').hasAttribute('aria-disabled')).to.be.false;
    await fixture.press('1');
    expect(fixture.button('1').hasAttribute('aria-disabled')).to.be.false;
    await fixture.answer(fixture.sdk.last());
    await fixture.call('EventHeld');
    expect(fixture.button('1').title).to.equal('Only while you are talking');
  });

  describe('during a call', () => {
    beforeEach(() => fixture.call('EventRinging', 'EventEstablished'));

    it('sends a digit, and shows it when it is sent', async () => {
      await fixture.press('Star');
      expect(sent()).to.deep.equal(['*']);
      expect(waiting()).to.equal('*');
      expect(fixture.has('sending')).to.be.true;
      await fixture.answer(fixture.sdk.last());
      expect(digits()).to.equal('*');
      expect(waiting()).to.equal('');
      expect(fixture.has('sending')).to.be.false;
    });

    it('names itself as the source', async () => {
      const asked = oneEvent(fixture.agent, 'sobot-command');
      fixture.button('Pound').click();
      const { detail } = await asked;
      expect(detail).to.deep.include({ command: 'sendDtmf', params: { dtmfDigits: '#' }, source: fixture.element });
    });

    it('keeps the order: what comes while a request is under way goes with the next one', async () => {
      for (const key of ['1', '2', '3']) await fixture.press(key);
      expect(sent()).to.deep.equal(['1']);
      await fixture.answer(fixture.sdk.last());
      expect(sent()).to.deep.equal(['1', '23']);
      await fixture.press('4');
      await fixture.answer(fixture.sdk.last());
      await fixture.answer(fixture.sdk.last());
      expect(sent()).to.deep.equal(['1', '23', '4']);
      expect(digits()).to.equal('1234');
    });

    it('takes what is typed, and nothing else', async () => {
      fixture.sdk.all = scripts.sync;
      fixture.button('1').focus();
      for (const key of ['8', '*', '#', 'a', 'F5']) await sendKeys({ press: key });
      await settled(fixture.element);
      for (const init of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }]) {
        const event = new KeyboardEvent('keydown', {
          key: '1',
          bubbles: true,
          composed: true,
          cancelable: true,
          ...init,
        });
        fixture.button('1').dispatchEvent(event);
        expect(event.defaultPrevented).to.be.false;
      }
      await settled(fixture.element);
      expect(sent().join('')).to.equal('8*#');
      expect(digits()).to.equal('8*#');
    });

    for (const [key, modifiers, isSent] of [
      ['#', { altKey: true }, true],
      ['#', { ctrlKey: true, altKey: true }, true],
      ['*', { altKey: true, shiftKey: true }, true],
      ['*', { shiftKey: true }, true],
      ['#', { modifierAltGraph: true }, true],
      ['#', { metaKey: true }, false],
      ['*', { ctrlKey: true, shiftKey: true }, false],
      ['3', { altKey: true }, false],
      ['3', { ctrlKey: true, altKey: true }, false],
    ] as const) {
      it(`${isSent ? 'sends' : 'leaves'} ${key} with ${Object.keys(modifiers).join()}`, () => {
        const options = { key, bubbles: true, composed: true, cancelable: true, ...modifiers };
        const event = new KeyboardEvent('keydown', options);
        fixture.button('1').dispatchEvent(event);
        expect(sent()).to.deep.equal(isSent ? [key] : []);
        expect(event.defaultPrevented).to.equal(isSent);
      });
    }

    it('takes what is pasted, cleaned, and splits what is long', async () => {
      fixture.sdk.all = scripts.success;
      await paste('card 1234-5678 9012-3456 / 1234567890 #');
      await settled(fixture.element);
      expect(sent()).to.deep.equal(['123456789012345612345678', '90#']);
      expect(digits()).to.equal('12345678901234561234567890#');
    });

    it('moves with the arrow keys, one key in the tab order', async () => {
      expect(fixture.all('button[tabindex="0"]').map(textOf)).to.deep.equal(['1']);
      fixture.button('1').focus();
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
        expect(fixture.all('button[tabindex="0"]').map(textOf), key).to.deep.equal([where]);
      }
      await sendKeys({ press: 'Enter' });
      expect(sent()).to.deep.equal(['7']);
    });

    it('keeps the focus while it sends', async () => {
      fixture.button('9').focus();
      await fixture.press('9');
      await fixture.answer(fixture.sdk.last());
      expect(focused()).to.equal('9');
    });

    it('says why digits were not sent, and drops what was to follow', async () => {
      await fixture.press('1');
      await fixture.press('2');
      await fixture.answer(fixture.sdk.last(), 'error');
      expect(sent()).to.deep.equal(['1']);
      expect(digits()).to.equal('');
      expect(textOf(fixture.find('[part="error"][role="status"]'))).to.contain('not allowed');
      await fixture.press('3');
      await fixture.answer(fixture.sdk.last());
      expect(digits()).to.equal('3');
      expect(textOf(fixture.find('[part="error"]'))).to.equal('');
    });

    it('says nothing when the page prevents it', async () => {
      fixture.agent.addEventListener('sobot-command', (event) => event.preventDefault());
      await fixture.press('1');
      await settled(fixture.element);
      expect(fixture.sdk.sent).to.deep.equal([]);
      expect(waiting()).to.equal('');
      expect(textOf(fixture.find('[part="error"]'))).to.equal('');
    });

    it('begins every call without digits, and sends it none of the call before', async () => {
      await fixture.press('1');
      await fixture.press('2');
      const first = fixture.sdk.last();
      await fixture.call('EventReleased');
      await fixture.emit('EventRinging', { ...callFields, callID: 'c2' });
      await fixture.emit('EventEstablished', { ...callFields, callID: 'c2' });
      expect(waiting()).to.equal('');
      await fixture.press('3');
      await fixture.answer(first);
      expect(sent()).to.deep.equal(['1', '3']);
      await fixture.answer(fixture.sdk.last());
      expect(digits()).to.equal('3');
    });

    it('does not render for what is none of its business', () => {
      fixture.sdk.emit({ messageID: 'EventJanusLatency', ping: 40, jitter: 1, loss: '0', quality: 'e' });
      fixture.sdk.emit({ messageID: 'EventAttachedDataChanged', ...callFields, attachedData: { a: 1 } });
      fixture.sdk.emit({ messageID: 'EventAgentMute', ...callFields });
      expect(fixture.element.isUpdatePending).to.be.false;
    });

    it('speaks Chinese when the page does', async () => {
      fixture.agent.lang = 'zh-CN';
      while (fixture.find('[role="grid"]').getAttribute('aria-label') !== '键盘') await settled(fixture.element);
      expect(fixture.buttons).to.include.members(['星号', '井号', '0']);
    });
  });

  it('has no fault in light and dark, and fits', async () => {
    await expectAccessible(fixture.element);
    await fixture.call('EventRinging', 'EventEstablished');
    await fixture.press('1');
    await fixture.answer(fixture.sdk.last(), 'error');
    await expectAccessible(fixture.element);
    await expectFits(fixture.element);
  });
});
