import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../elements/sobot-call-controls/define.js';
import type { SobotAgent } from '../../../elements/sobot-agent/define.js';
import type { SobotCallControls } from '../../../elements/sobot-call-controls/define.js';
import type { SobotDialpad } from '../../../elements/sobot-dialpad/define.js';
import { aCall, Desk, settled } from '../../support/desk.js';
import { SdkDouble, scripts } from '../../support/sdk-double.js';
import { dialpad, focused, isOff, notes, on, open, talk } from '../../support/call-controls.js';

describe('<sobot-call-controls>', () => {
  beforeEach(open);

  describe('keypad', () => {
    beforeEach(talk);

    it('opens with the focus in it, takes digits, and closes with Escape', async () => {
      on.double.all = scripts.success;
      await on.press('Keypad');
      expect(on.button('Keypad').getAttribute('aria-pressed')).to.equal('true');
      await dialpad().updateComplete;
      expect(on.root.activeElement === dialpad()).to.be.true;
      await sendKeys({ press: '8' });
      await sendKeys({ press: '1' });
      await settled(on.element);
      expect(on.commands).to.deep.equal(['sendDtmf', 'sendDtmf']);
      await sendKeys({ press: 'Escape' });
      await on.element.updateComplete;
      expect(focused()).to.equal('Keypad');
      expect(on.all('sobot-dialpad')).to.have.length(0);
      expect(on.button('Keypad').getAttribute('aria-pressed')).to.equal('false');
    });

    it('closes by its button, also on hold', async () => {
      await on.press('Keypad');
      await on.call('EventHeld');
      expect(isOff('Keypad')).to.be.false;
      await on.press('Keypad');
      expect(on.all('sobot-dialpad')).to.have.length(0);
      expect(isOff('Keypad')).to.be.true;
    });

    it('is closed when the next call comes', async () => {
      await on.press('Keypad');
      await on.emit('EventReleased', aCall);
      await on.emit('EventEstablished', { ...aCall, callID: 'c2' });
      expect(on.all('sobot-dialpad')).to.have.length(0);
    });

    it('sends to the agent that the controls belong to', async () => {
      const other = new SdkDouble();
      other.all = scripts.success;
      const page = await fixture(html`
        <div>
          <sobot-agent id="second" manual company-id="c" agent="1006" token="t" .sdk=${other.sdk}></sobot-agent>
          <sobot-call-controls for="second"></sobot-call-controls>
        </div>
      `);
      await page.querySelector<SobotAgent>('sobot-agent')?.start();
      const controls = page.querySelector('sobot-call-controls') as SobotCallControls;
      const second = new Desk(page.querySelector('sobot-agent') as SobotAgent, controls, other);
      await second.call('EventRinging', 'EventEstablished');
      await second.press('Keypad');
      const pad = second.find<SobotDialpad>('sobot-dialpad');
      await pad.updateComplete;
      pad.shadowRoot?.querySelector('button')?.click();
      await settled(pad);
      expect(second.commands).to.deep.equal(['sendDtmf']);
      expect(on.commands).to.deep.equal([]);
    });
  });

  describe('notes', () => {
    beforeEach(talk);

    it('are kept as a draft of the call, with the focus in the field', async () => {
      await on.press('Notes');
      expect(on.root.activeElement === notes()).to.be.true;
      expect(notes().labels[0]?.textContent).to.equal('Notes');
      await sendKeys({ type: 'asks for o-7' });
      expect(on.agent.session?.draft.notes).to.equal('asks for o-7');
      await on.call('EventAgentMute');
      expect(on.root.activeElement === notes()).to.be.true;
      await on.press('Keypad');
      expect(on.all('textarea')).to.have.length(0);
      await on.press('Notes');
      expect(notes().value).to.equal('asks for o-7');
    });

    it('are of one call only', async () => {
      await on.press('Notes');
      await sendKeys({ type: 'first' });
      await on.emit('EventReleased', aCall);
      await on.emit('EventEstablished', { ...aCall, callID: 'c2' });
      await on.press('Notes');
      expect(notes().value).to.equal('');
    });

    it('may be a field of the page', async () => {
      const own = document.createElement('p');
      own.slot = 'notes';
      own.textContent = 'the CRM has its own';
      on.element.append(own);
      await on.press('Notes');
      expect(own.assignedSlot === on.find('slot[name="notes"]')).to.be.true;
      expect(notes().checkVisibility()).to.be.false;
    });
  });
});
