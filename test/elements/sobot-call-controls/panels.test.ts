import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SobotAgent } from '../../../elements/sobot-agent/define.js';
import type { SobotCallControls } from '../../../elements/sobot-call-controls/define.js';
import type { SobotDialpad } from '../../../elements/sobot-dialpad/define.js';
import { callFields } from '../../support/call-fields.js';
import { ElementFixture, settled } from '../../support/element-fixture.js';
import { FakeSdk, scripts } from '../../support/fake-sdk.js';
import { type CallControlsFixture, createCallControls } from './create-call-controls.js';

describe('<sobot-call-controls>', () => {
  let controls: CallControlsFixture;
  beforeEach(async () => {
    controls = await createCallControls();
  });

  describe('keypad', () => {
    beforeEach(() => controls.establishCall());

    it('opens with the focus in it, takes digits, and closes with Escape', async () => {
      controls.sdk.all = scripts.success;
      await controls.press('Keypad');
      expect(controls.button('Keypad').getAttribute('aria-pressed')).to.equal('true');
      await controls.dialpad.updateComplete;
      expect(controls.root.activeElement === controls.dialpad).to.be.true;
      await sendKeys({ press: '8' });
      await sendKeys({ press: '1' });
      await settled(controls.element);
      expect(controls.commands).to.deep.equal(['sendDtmf', 'sendDtmf']);
      await sendKeys({ press: 'Escape' });
      await controls.element.updateComplete;
      expect(controls.focusedName).to.equal('Keypad');
      expect(controls.all('sobot-dialpad')).to.have.length(0);
      expect(controls.button('Keypad').getAttribute('aria-pressed')).to.equal('false');
    });

    it('closes by its button, also on hold', async () => {
      await controls.press('Keypad');
      await controls.call('EventHeld');
      expect(controls.isOff('Keypad')).to.be.false;
      await controls.press('Keypad');
      expect(controls.all('sobot-dialpad')).to.have.length(0);
      expect(controls.isOff('Keypad')).to.be.true;
    });

    it('is closed when the next call comes', async () => {
      await controls.press('Keypad');
      await controls.emit('EventReleased', callFields);
      await controls.emit('EventEstablished', { ...callFields, callID: 'c2' });
      expect(controls.all('sobot-dialpad')).to.have.length(0);
    });

    it('sends to the agent that the controls belong to', async () => {
      const other = new FakeSdk();
      other.all = scripts.success;
      const page = await fixture(html`
        <div>
          <sobot-agent id="second" manual company-id="c" agent="1006" token="t" .sdk=${other.api}></sobot-agent>
          <sobot-call-controls for="second"></sobot-call-controls>
        </div>
      `);
      await page.querySelector<SobotAgent>('sobot-agent')?.start();
      const element = page.querySelector('sobot-call-controls') as SobotCallControls;
      const second = new ElementFixture(page.querySelector('sobot-agent') as SobotAgent, element, other);
      await second.call('EventRinging', 'EventEstablished');
      await second.press('Keypad');
      const pad = second.find<SobotDialpad>('sobot-dialpad');
      await pad.updateComplete;
      pad.shadowRoot?.querySelector('button')?.click();
      await settled(pad);
      expect(second.commands).to.deep.equal(['sendDtmf']);
      expect(controls.commands).to.deep.equal([]);
    });
  });

  describe('notes', () => {
    beforeEach(() => controls.establishCall());

    it('are kept as a draft of the call, with the focus in the field', async () => {
      await controls.press('Notes');
      expect(controls.root.activeElement === controls.notes).to.be.true;
      expect(controls.notes.labels[0]?.textContent).to.equal('Notes');
      await sendKeys({ type: 'asks for o-7' });
      expect(controls.agent.session?.draft.notes).to.equal('asks for o-7');
      await controls.call('EventAgentMute');
      expect(controls.root.activeElement === controls.notes).to.be.true;
      await controls.press('Keypad');
      expect(controls.all('textarea')).to.have.length(0);
      await controls.press('Notes');
      expect(controls.notes.value).to.equal('asks for o-7');
    });

    it('are of one call only', async () => {
      await controls.press('Notes');
      await sendKeys({ type: 'first' });
      await controls.emit('EventReleased', callFields);
      await controls.emit('EventEstablished', { ...callFields, callID: 'c2' });
      await controls.press('Notes');
      expect(controls.notes.value).to.equal('');
    });

    it('may be a field of the page', async () => {
      const own = document.createElement('p');
      own.slot = 'notes';
      own.textContent = 'the CRM has its own';
      controls.element.append(own);
      await controls.press('Notes');
      expect(own.assignedSlot === controls.find('slot[name="notes"]')).to.be.true;
      expect(controls.notes.checkVisibility()).to.be.false;
    });
  });
});
