import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../elements/sobot-routes/define.js';
import type { SobotRoutes } from '../../../elements/sobot-routes/define.js';
import { accessible, desk, fits, settled, type Desk } from '../../support/desk.js';
import {
  choose,
  chosenOf,
  fieldNamed,
  groupNamed,
  heard,
  labelsOf,
  pick,
  radiosOf,
  routesResult,
  tell,
  timesSent,
} from '../../support/forms.js';

describe('<sobot-routes>', () => {
  let on: Desk<SobotRoutes>;

  const rule = (): string | undefined => chosenOf(groupNamed(on, 'Outbound rule'));
  const optionsOf = (name: string): string[] =>
    [...fieldNamed<HTMLSelectElement>(on, name).options].map(({ label }) => label);

  beforeEach(async () => {
    on = await desk('sobot-routes');
  });

  it('asks for nothing before the agent is logged in, and says so', () => {
    expect(timesSent(on, 'queryRoutes')).to.equal(0);
    expect(on.text).to.equal('Log in first');
  });

  it('keeps its place while the rules are fetched', async () => {
    await on.emit('EventAgentReady');
    const { height } = on.element.getBoundingClientRect();
    expect(heard(on)).to.equal('Loading the outbound rules…');
    await accessible(on.element);
    await tell(on, 'queryRoutes', routesResult);
    expect(on.element.getBoundingClientRect().height).to.be.closeTo(height, 2);
  });

  it('says why the rules could not be fetched, and tries again', async () => {
    await on.emit('EventAgentReady');
    await tell(on, 'queryRoutes', new Error('out of order'));
    expect(heard(on)).to.contain('out of order');
    await accessible(on.element);
    await on.press('Try again');
    expect(timesSent(on, 'queryRoutes')).to.equal(2);
    await tell(on, 'queryRoutes', routesResult);
    expect(rule()).to.equal('Company numbers');
  });

  it('asks anew at each login, and shows the old rules until then', async () => {
    await on.emit('EventAgentReady');
    await tell(on, 'queryRoutes', routesResult);
    await on.emit('RequestAgentLogout');
    expect(groupNamed(on, 'Outbound rule').title).to.equal('Log in first');
    await on.emit('EventAgentLogin', { agentState: '1' });
    expect(timesSent(on, 'queryRoutes')).to.equal(2);
    expect(rule()).to.equal('Company numbers');
  });

  it('says that there are none', async () => {
    await on.emit('EventAgentReady');
    await tell(on, 'queryRoutes', {});
    expect(on.text).to.equal('No outbound rules are set up for you.');
  });

  describe('with rules', () => {
    beforeEach(async () => {
      await on.emit('EventAgentReady');
      await tell(on, 'queryRoutes', routesResult);
    });

    it('shows the rules by the names of the tenant', () => {
      expect(labelsOf(groupNamed(on, 'Outbound rule'))).to.deep.equal(['Company numbers', 'By scheme', 'My numbers']);
      expect(rule()).to.equal('Company numbers');
    });

    it('waits for a scheme before it saves', async () => {
      await choose(on, 'Outbound rule', 'By scheme');
      expect(timesSent(on, 'setRoute')).to.equal(0);
      expect(heard(on)).to.equal('Choose a scheme to save this rule.');
      expect(optionsOf('Scheme')).to.deep.equal(['Choose…', 'Local presence', 'Campaign']);
      await accessible(on.element);
      await pick(on, 'Scheme', 'p2');
      expect(on.double.last('setRoute').params).to.deep.equal({ explicitRule: '2', explicitCode: 'p2' });
      expect(on.has('saving')).to.be.true;
      await tell(on, 'setRoute', {});
      expect(heard(on)).to.equal('Saved');
      expect(rule()).to.equal('By scheme');
      expect(fieldNamed<HTMLSelectElement>(on, 'Scheme').value).to.equal('p2');
      await accessible(on.element);
    });

    it('saves at once where nothing is left to choose', async () => {
      await choose(on, 'Outbound rule', 'By scheme');
      await pick(on, 'Scheme', 'p1');
      await tell(on, 'setRoute', {});
      await choose(on, 'Outbound rule', 'Company numbers');
      expect(on.double.last('setRoute').params).to.deep.equal({ explicitRule: '1' });
      await tell(on, 'setRoute', {});
      await choose(on, 'Outbound rule', 'By scheme');
      expect(on.double.last('setRoute').params).to.deep.equal({ explicitRule: '2', explicitCode: 'p1' });
    });

    it('offers the numbers with their aliases, as they came', async () => {
      await choose(on, 'Outbound rule', 'My numbers');
      expect(optionsOf('Number')).to.deep.equal(['Choose…', 'Head office · 01066666666', '0108888****']);
      await pick(on, 'Number', '0108888****');
      expect(on.double.last('setRoute').params).to.deep.equal({ explicitRule: '3', explicitNumber: '0108888****' });
    });

    it('masks the numbers where the phone does', async () => {
      on.agent.maskNumbers = true;
      await on.agent.updateComplete;
      await choose(on, 'Outbound rule', 'My numbers');
      expect(optionsOf('Number')[1]).to.equal('Head office · *******6666');
    });

    it('takes back what was refused, and says why', async () => {
      await choose(on, 'Outbound rule', 'My numbers');
      await pick(on, 'Number', '01066666666');
      expect(rule()).to.equal('My numbers');
      await tell(on, 'setRoute', new Error('not allowed'));
      expect(rule()).to.equal('Company numbers');
      expect(heard(on)).to.contain('Couldn’t save. Your previous rule still applies.').and.to.contain('not allowed');
      await accessible(on.element);
      await choose(on, 'Outbound rule', 'Company numbers');
      expect(rule()).to.equal('Company numbers');
    });

    it('takes back what the page vetoed', async () => {
      on.agent.addEventListener('sobot-command', (event) => event.preventDefault(), { once: true });
      await choose(on, 'Outbound rule', 'My numbers');
      await pick(on, 'Number', '01066666666');
      await settled(on.element);
      expect(rule()).to.equal('Company numbers');
      expect(timesSent(on, 'setRoute')).to.equal(0);
    });

    it('can be chosen by the keyboard, and keeps the focus', async () => {
      const [first] = radiosOf(groupNamed(on, 'Outbound rule'));
      first?.focus();
      await sendKeys({ press: 'ArrowDown' });
      await on.element.updateComplete;
      expect(rule()).to.equal('By scheme');
      await pick(on, 'Scheme', 'p1');
      await tell(on, 'setRoute', {});
      expect((on.root.activeElement as HTMLInputElement).value).to.equal('2');
    });

    it('takes no second wish while one is under way', async () => {
      await choose(on, 'Outbound rule', 'By scheme');
      await pick(on, 'Scheme', 'p1');
      await choose(on, 'Outbound rule', 'Company numbers');
      expect(timesSent(on, 'setRoute')).to.equal(1);
      expect(rule()).to.equal('By scheme');
    });

    it('is disabled while the agent is not ready, and says why', async () => {
      await on.emit('EventAgentNotReady', { reasonCode: 11 });
      const group = groupNamed(on, 'Outbound rule');
      expect(group.getAttribute('aria-disabled')).to.equal('true');
      expect(group.title).to.equal('Only while you are ready');
      expect(on.root.getElementById(group.getAttribute('aria-describedby') ?? '')?.textContent).to.equal(group.title);
      expect(heard(on)).to.equal('Only while you are ready');
      await choose(on, 'Outbound rule', 'My numbers');
      expect(rule()).to.equal('Company numbers');
      expect(timesSent(on, 'setRoute')).to.equal(0);
      await accessible(on.element);
    });

    it('is disabled during a call, the choice of a number too', async () => {
      await choose(on, 'Outbound rule', 'My numbers');
      await on.call('EventRinging', 'EventEstablished');
      const select = fieldNamed<HTMLSelectElement>(on, 'Number');
      expect(select.title).to.equal('Not during a call');
      const down = new MouseEvent('mousedown', { cancelable: true });
      select.dispatchEvent(down);
      expect(down.defaultPrevented).to.be.true;
    });

    it('asks again when somebody else has changed the rule', async () => {
      const done = on.agent.session?.setRoute({ explicitRule: '1' });
      await on.element.updateComplete;
      await tell(on, 'setRoute', {});
      await done;
      expect(timesSent(on, 'queryRoutes')).to.equal(2);
    });

    it('names itself as the source', async () => {
      const asked = oneEvent(on.agent, 'sobot-command');
      await choose(on, 'Outbound rule', 'My numbers');
      await pick(on, 'Number', '01066666666');
      expect((await asked).detail).to.deep.include({ command: 'setRoute', source: on.element });
    });

    it('fits', () => fits(on.element));

    it('speaks Chinese', async () => {
      on.agent.lang = 'zh-CN';
      await expectText(on, '外显规则');
      expect(on.text).to.contain('每次外呼随机显示一个企业号码。');
    });
  });
});

/** The language is loaded when it is asked for. */
async function expectText(on: Desk<SobotRoutes>, text: string): Promise<void> {
  while (!on.text.includes(text)) await settled(on.element);
}
