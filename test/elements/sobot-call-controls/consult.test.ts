import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SobotTransfer } from '../../../elements/sobot-transfer/define.js';
import { accessible, aCall, fits, settled, textOf } from '../../support/desk.js';
import { scripts } from '../../support/sdk-double.js';
import { error, focused, isOff, on, open, talk, tiles, width } from '../../support/call-controls.js';

const leg = { callID: 'c2', callType: 'Consult', otherDN: '1002', thisDNRole: 'ConsultBy' };
const consult = async (): Promise<void> => {
  await talk();
  await on.call('EventAgentHoldCall');
  await on.emit('EventDialing', leg);
};
const answered = async (): Promise<void> => {
  await consult();
  await on.emit('EventEstablished', leg);
};
const conference = async (): Promise<void> => {
  await answered();
  await on.call('EventAgentRetrieveCall');
  await on.emit('EventPartyAdded', { ...aCall, thirdDN: '1002', thirdDNRole: 'NewParty' });
};
const picker = (): SobotTransfer => on.find<SobotTransfer>('sobot-transfer');
const inPicker = (selector: string): HTMLElement => {
  const found = picker().shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector} in the picker`);
  return found;
};
const agents = [{ agentID: '1002', agentUUID: 'u2', agentName: 'Beatriz Costa', agentState: 1, workStatus: 1 }];

/** Opens the picker with one agent in it. */
const pick = async (name: string): Promise<void> => {
  on.double.scripts['queryAgents'] = (sent) => sent.success({ agents });
  await on.press(name);
  await picker().updateComplete;
  await settled(picker());
};

describe('<sobot-call-controls>', () => {
  beforeEach(open);

  describe('Transfer and Consult', () => {
    beforeEach(talk);

    for (const [name, command, close] of [
      ['Transfer', 'singleTransfer', 'Close transfer'],
      ['Consult', 'initiateConsult', 'Close consult'],
    ] as const) {
      it(`${name} opens a picker with the cursor in its search; one more click is enough`, async () => {
        await pick(name);
        expect(on.button(close).hasAttribute('aria-pressed')).to.be.false;
        expect(on.buttons).not.to.include(name);
        expect(on.root.activeElement === picker()).to.be.true;
        expect(picker().shadowRoot?.activeElement === inPicker('input')).to.be.true;
        inPicker('[role="option"]').click();
        expect(on.commands).to.deep.equal([command]);
        expect(on.double.last().params).to.deep.equal({ targetType: '0', target: '1002' });
        await on.answer(on.double.last(), 'error');
        await settled(picker());
        expect(textOf(inPicker('.failure'))).to.contain('not allowed');
        expect(error(), 'said once').to.equal('');
      });

      it(`${name} closes by Escape, and by its button`, async () => {
        await pick(name);
        await sendKeys({ press: 'Escape' });
        await on.element.updateComplete;
        expect(on.all('sobot-transfer')).to.have.length(0);
        expect(focused()).to.equal(name);
        await on.press(name);
        await on.press(close);
        expect(on.all('sobot-transfer')).to.have.length(0);
      });
    }

    it('the picker goes when the consultation begins, and the focus stays near by', async () => {
      await pick('Consult');
      await sendKeys({ type: 'bea' });
      await sendKeys({ press: 'Enter' });
      await on.call('EventAgentHoldCall');
      await on.emit('EventDialing', leg);
      on.double.last('initiateConsult').success({});
      await settled(on.element);
      expect(on.all('sobot-transfer')).to.have.length(0);
      expect(focused()).to.equal('Mute');
    });

    it('is of use on hold, and not with another end', async () => {
      await on.call('EventHeld');
      expect(['Transfer', 'Consult'].filter(isOff)).to.deep.equal([]);
      await on.emit('EventAgentConnectionChanged');
      expect(on.button('Transfer').title).to.equal('You’re signed in somewhere else');
    });
  });

  describe('during a consultation', () => {
    it('Cancel consult until they answer; what comes then stays in its place', async () => {
      await consult();
      expect(on.buttons).to.deep.equal([
        ...['Mute', 'Keypad', 'Notes', 'Cancel consult', 'Complete transfer', 'Start conference', 'Hang up'],
      ]);
      expect(on.button('Complete transfer').title).to.equal('Available once they answer');
      expect(['Cancel consult', 'Mute', 'Hang up'].filter(isOff)).to.deep.equal([]);
      expect(on.has('consulting')).to.be.true;
      expect(on.find('[role="group"]').getAttribute('aria-label')).to.equal('Consultation');
      const place = on.button('Complete transfer').getBoundingClientRect();
      await on.emit('EventEstablished', leg);
      expect(on.buttons).to.deep.equal([
        ...['Mute', 'Keypad', 'Notes', 'Return to caller', 'Complete transfer', 'Start conference', 'Hang up'],
      ]);
      expect(on.buttons.filter(isOff)).to.deep.equal([]);
      expect(on.button('Complete transfer').getBoundingClientRect()).to.deep.equal(place);
    });

    it('everything is within reach when nobody knows whether they have answered', async () => {
      await consult();
      await on.emit('EventWhoKnows', { callID: 'c2' });
      const ways = ['Cancel consult', 'Return to caller', 'Complete transfer', 'Start conference'];
      expect(on.buttons).to.include.members([...ways, 'Transfer', 'Consult', 'Hang up']);
      expect([...ways, 'Transfer', 'Consult', 'Hang up'].filter(isOff)).to.deep.equal([]);
    });

    for (const [name, command, come] of [
      ['Cancel consult', 'cancelConsult', consult],
      ['Return to caller', 'retrieveConsult', answered],
      ['Complete transfer', 'consultTransfer', answered],
      ['Start conference', 'consultConference', answered],
    ] as const) {
      it(`${command} by ${name}: once, and says when it could not`, async () => {
        await come();
        await on.press(name);
        expect(on.button(name).getAttribute('aria-busy')).to.equal('true');
        await on.press(name);
        expect(on.commands).to.deep.equal([command]);
        await on.answer(on.double.last(), 'error');
        expect(error()).to.contain('not allowed');
        expect(isOff(name)).to.be.false;
      });
    }

    it('back with the caller, everything is as before', async () => {
      await answered();
      on.double.all = scripts.success;
      await on.press('Return to caller');
      await on.emit('EventReleased', leg);
      await on.call('EventAgentRetrieveCall');
      await settled(on.element);
      expect(on.buttons).to.deep.equal([...tiles, 'Hang up']);
      expect(on.has('consulting')).to.be.false;
    });

    it('actions without consult have no ways out of one', async () => {
      on.element.actions = 'mute hold hangup';
      await answered();
      expect(on.buttons).to.deep.equal(['Mute', 'Hang up']);
    });
  });

  it('in a conference the call can be held, muted, left; no second one is begun', async () => {
    await conference();
    expect(on.buttons).to.deep.equal([...tiles, 'Hang up']);
    expect(on.buttons.filter(isOff)).to.deep.equal(['Transfer', 'Consult']);
    expect([on.has('conference'), on.has('consulting')]).to.deep.equal([true, false]);
  });

  for (const [state, come] of Object.entries({ consult, answered, conference })) {
    it(`fits, in rows without a rest, and has no fault: ${state}`, async () => {
      await come();
      await fits(on.element);
      await width(280);
      const words = on.all('.tile .label');
      expect(words.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).to.deep.equal([]);
      await accessible(on.element);
    });
  }

  it('fits with the picker open', async () => {
    await talk();
    await pick('Transfer');
    await fits(on.element);
    await accessible(on.element);
  });
});
