import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SobotTransfer } from '../../../elements/sobot-transfer/define.js';
import { expectAccessible, expectFits, settled, textOf } from '../../support/element-fixture.js';
import { callFields } from '../../support/call-fields.js';
import { scripts } from '../../support/fake-sdk.js';
import { type CallControlsFixture, createCallControls, tiles } from './create-call-controls.js';

const leg = { callID: 'c2', callType: 'Consult', otherDN: '1002', thisDNRole: 'ConsultBy' };
const agents = [{ agentID: '1002', agentUUID: 'u2', agentName: 'Beatriz Costa', agentState: 1, workStatus: 1 }];

describe('<sobot-call-controls>', () => {
  let controls: CallControlsFixture;
  beforeEach(async () => {
    controls = await createCallControls();
  });

  const consult = async (): Promise<void> => {
    await controls.establishCall();
    await controls.call('EventAgentHoldCall');
    await controls.emit('EventDialing', leg);
  };
  const answered = async (): Promise<void> => {
    await consult();
    await controls.emit('EventEstablished', leg);
  };
  const conference = async (): Promise<void> => {
    await answered();
    await controls.call('EventAgentRetrieveCall');
    await controls.emit('EventPartyAdded', { ...callFields, thirdDN: '1002', thirdDNRole: 'NewParty' });
  };
  const picker = (): SobotTransfer => controls.find<SobotTransfer>('sobot-transfer');
  const inPicker = (selector: string): HTMLElement => {
    const found = picker().shadowRoot?.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`no ${selector} in the picker`);
    return found;
  };
  /** Opens the picker with one agent in it. */
  const pick = async (name: string): Promise<void> => {
    controls.sdk.scripts['queryAgents'] = (sent) => sent.success({ agents });
    await controls.press(name);
    await picker().updateComplete;
    await settled(picker());
  };

  describe('Transfer and Consult', () => {
    beforeEach(() => controls.establishCall());

    for (const [name, command, close] of [
      ['Transfer', 'singleTransfer', 'Close transfer'],
      ['Consult', 'initiateConsult', 'Close consult'],
    ] as const) {
      it(`${name} opens a picker with the cursor in its search; one more click is enough`, async () => {
        await pick(name);
        expect(controls.button(close).hasAttribute('aria-pressed')).to.be.false;
        expect(controls.buttons).not.to.include(name);
        expect(controls.root.activeElement === picker()).to.be.true;
        expect(picker().shadowRoot?.activeElement === inPicker('input')).to.be.true;
        inPicker('[role="option"]').click();
        expect(controls.commands).to.deep.equal([command]);
        expect(controls.sdk.last().params).to.deep.equal({ targetType: '0', target: '1002' });
        await controls.answer(controls.sdk.last(), 'error');
        await settled(picker());
        expect(textOf(inPicker('.failure'))).to.contain('not allowed');
        expect(controls.errorText, 'said once').to.equal('');
      });

      it(`${name} closes by Escape, and by its button`, async () => {
        await pick(name);
        await sendKeys({ press: 'Escape' });
        await controls.element.updateComplete;
        expect(controls.all('sobot-transfer')).to.have.length(0);
        expect(controls.focusedName).to.equal(name);
        await controls.press(name);
        await controls.press(close);
        expect(controls.all('sobot-transfer')).to.have.length(0);
      });
    }

    it('the picker goes when the consultation begins, and the focus stays near by', async () => {
      await pick('Consult');
      await sendKeys({ type: 'bea' });
      await sendKeys({ press: 'Enter' });
      await controls.call('EventAgentHoldCall');
      await controls.emit('EventDialing', leg);
      controls.sdk.last('initiateConsult').success({});
      await settled(controls.element);
      expect(controls.all('sobot-transfer')).to.have.length(0);
      expect(controls.focusedName).to.equal('Mute');
    });

    it('is of use on hold, and not with another end', async () => {
      await controls.call('EventHeld');
      expect(['Transfer', 'Consult'].filter(controls.isOff)).to.deep.equal([]);
      await controls.emit('EventAgentConnectionChanged');
      expect(controls.button('Transfer').title).to.equal('You’re signed in somewhere else');
    });
  });

  describe('during a consultation', () => {
    it('Cancel consult until they answer; what comes then stays in its place', async () => {
      await consult();
      expect(controls.buttons).to.deep.equal([
        ...['Mute', 'Keypad', 'Notes', 'Cancel consult', 'Complete transfer', 'Start conference', 'Hang up'],
      ]);
      expect(controls.button('Complete transfer').title).to.equal('Available once they answer');
      expect(['Cancel consult', 'Mute', 'Hang up'].filter(controls.isOff)).to.deep.equal([]);
      expect(controls.has('consulting')).to.be.true;
      expect(controls.find('[role="group"]').getAttribute('aria-label')).to.equal('Consultation');
      const place = controls.button('Complete transfer').getBoundingClientRect();
      await controls.emit('EventEstablished', leg);
      expect(controls.buttons).to.deep.equal([
        ...['Mute', 'Keypad', 'Notes', 'Return to caller', 'Complete transfer', 'Start conference', 'Hang up'],
      ]);
      expect(controls.buttons.filter(controls.isOff)).to.deep.equal([]);
      expect(controls.button('Complete transfer').getBoundingClientRect()).to.deep.equal(place);
    });

    it('everything is within reach when nobody knows whether they have answered', async () => {
      await consult();
      await controls.emit('EventWhoKnows', { callID: 'c2' });
      const ways = ['Cancel consult', 'Return to caller', 'Complete transfer', 'Start conference'];
      expect(controls.buttons).to.include.members([...ways, 'Transfer', 'Consult', 'Hang up']);
      expect([...ways, 'Transfer', 'Consult', 'Hang up'].filter(controls.isOff)).to.deep.equal([]);
    });

    for (const [name, command, come] of [
      ['Cancel consult', 'cancelConsult', consult],
      ['Return to caller', 'retrieveConsult', answered],
      ['Complete transfer', 'consultTransfer', answered],
      ['Start conference', 'consultConference', answered],
    ] as const) {
      it(`${command} by ${name}: once, and says when it could not`, async () => {
        await come();
        await controls.press(name);
        expect(controls.button(name).getAttribute('aria-busy')).to.equal('true');
        await controls.press(name);
        expect(controls.commands).to.deep.equal([command]);
        await controls.answer(controls.sdk.last(), 'error');
        expect(controls.errorText).to.contain('not allowed');
        expect(controls.isOff(name)).to.be.false;
      });
    }

    it('back with the caller, everything is as before', async () => {
      await answered();
      controls.sdk.all = scripts.success;
      await controls.press('Return to caller');
      await controls.emit('EventReleased', leg);
      await controls.call('EventAgentRetrieveCall');
      await settled(controls.element);
      expect(controls.buttons).to.deep.equal([...tiles, 'Hang up']);
      expect(controls.has('consulting')).to.be.false;
    });

    it('actions without consult have no ways out of one', async () => {
      controls.element.actions = 'mute hold hangup';
      await answered();
      expect(controls.buttons).to.deep.equal(['Mute', 'Hang up']);
    });
  });

  it('in a conference the call can be held, muted, left; no second one is begun', async () => {
    await conference();
    expect(controls.buttons).to.deep.equal([...tiles, 'Hang up']);
    expect(controls.buttons.filter(controls.isOff)).to.deep.equal(['Transfer', 'Consult']);
    expect([controls.has('conference'), controls.has('consulting')]).to.deep.equal([true, false]);
  });

  for (const [state, come] of Object.entries({ consult, answered, conference })) {
    it(`fits, in rows without a rest, and has no fault: ${state}`, async () => {
      await come();
      await expectFits(controls.element);
      await controls.setWidth(280);
      const words = controls.all('.tile .label');
      expect(words.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).to.deep.equal([]);
      await expectAccessible(controls.element);
    });
  }

  it('fits with the picker open', async () => {
    await controls.establishCall();
    await pick('Transfer');
    await expectFits(controls.element);
    await expectAccessible(controls.element);
  });
});
