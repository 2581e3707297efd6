import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../elements/sobot-routes/define.js';
import type { SobotRoutes } from '../../../elements/sobot-routes/define.js';
import {
  expectAccessible,
  createElement,
  expectFits,
  settled,
  type ElementFixture,
} from '../../support/element-fixture.js';
import {
  choose,
  chosenOf,
  fieldNamed,
  groupNamed,
  announcements,
  labelsOf,
  pick,
  radiosOf,
  routesResult,
  answerRequest,
  requestCount,
} from '../../support/forms.js';

describe('<sobot-routes>', () => {
  let routes: ElementFixture<SobotRoutes>;

  const rule = (): string | undefined => chosenOf(groupNamed(routes, 'Outbound rule'));
  const optionsOf = (name: string): string[] =>
    [...fieldNamed<HTMLSelectElement>(routes, name).options].map(({ label }) => label);

  beforeEach(async () => {
    routes = await createElement('sobot-routes');
  });

  it('asks for nothing before the agent is logged in, and says so', () => {
    expect(requestCount(routes, 'queryRoutes')).to.equal(0);
    expect(routes.text).to.equal('Log in first');
  });

  it('keeps its place while the rules are fetched', async () => {
    await routes.emit('EventAgentReady');
    const { height } = routes.element.getBoundingClientRect();
    expect(announcements(routes)).to.equal('Loading the outbound rules…');
    await expectAccessible(routes.element);
    await answerRequest(routes, 'queryRoutes', routesResult);
    expect(routes.element.getBoundingClientRect().height).to.be.closeTo(height, 2);
  });

  it('says why the rules could not be fetched, and tries again', async () => {
    await routes.emit('EventAgentReady');
    await answerRequest(routes, 'queryRoutes', new Error('out of order'));
    expect(announcements(routes)).to.contain('out of order');
    await expectAccessible(routes.element);
    await routes.press('Try again');
    expect(requestCount(routes, 'queryRoutes')).to.equal(2);
    await answerRequest(routes, 'queryRoutes', routesResult);
    expect(rule()).to.equal('Company numbers');
  });

  it('asks anew at each login, and shows the old rules until then', async () => {
    await routes.emit('EventAgentReady');
    await answerRequest(routes, 'queryRoutes', routesResult);
    await routes.emit('RequestAgentLogout');
    expect(groupNamed(routes, 'Outbound rule').title).to.equal('Log in first');
    await routes.emit('EventAgentLogin', { agentState: '1' });
    expect(requestCount(routes, 'queryRoutes')).to.equal(2);
    expect(rule()).to.equal('Company numbers');
  });

  it('says that there are none', async () => {
    await routes.emit('EventAgentReady');
    await answerRequest(routes, 'queryRoutes', {});
    expect(routes.text).to.equal('No outbound rules are set up for you.');
  });

  describe('with rules', () => {
    beforeEach(async () => {
      await routes.emit('EventAgentReady');
      await answerRequest(routes, 'queryRoutes', routesResult);
    });

    it('shows the rules by the names of the tenant', () => {
      expect(labelsOf(groupNamed(routes, 'Outbound rule'))).to.deep.equal([
        'Company numbers',
        'By scheme',
        'My numbers',
      ]);
      expect(rule()).to.equal('Company numbers');
    });

    it('waits for a scheme before it saves', async () => {
      await choose(routes, 'Outbound rule', 'By scheme');
      expect(requestCount(routes, 'setRoute')).to.equal(0);
      expect(announcements(routes)).to.equal('Choose a scheme to save this rule.');
      expect(optionsOf('Scheme')).to.deep.equal(['Choose…', 'Local presence', 'Campaign']);
      await expectAccessible(routes.element);
      await pick(routes, 'Scheme', 'p2');
      expect(routes.sdk.last('setRoute').params).to.deep.equal({ explicitRule: '2', explicitCode: 'p2' });
      expect(routes.has('saving')).to.be.true;
      await answerRequest(routes, 'setRoute', {});
      expect(announcements(routes)).to.equal('Saved');
      expect(rule()).to.equal('By scheme');
      expect(fieldNamed<HTMLSelectElement>(routes, 'Scheme').value).to.equal('p2');
      await expectAccessible(routes.element);
    });

    it('saves at once where nothing is left to choose', async () => {
      await choose(routes, 'Outbound rule', 'By scheme');
      await pick(routes, 'Scheme', 'p1');
      await answerRequest(routes, 'setRoute', {});
      await choose(routes, 'Outbound rule', 'Company numbers');
      expect(routes.sdk.last('setRoute').params).to.deep.equal({ explicitRule: '1' });
      await answerRequest(routes, 'setRoute', {});
      await choose(routes, 'Outbound rule', 'By scheme');
      expect(routes.sdk.last('setRoute').params).to.deep.equal({ explicitRule: '2', explicitCode: 'p1' });
    });

    it('offers the numbers with their aliases, as they came', async () => {
      await choose(routes, 'Outbound rule', 'My numbers');
      expect(optionsOf('Number')).to.deep.equal(['Choose…', 'Head office · 01066666666', '0108888****']);
      await pick(routes, 'Number', '0108888****');
      expect(routes.sdk.last('setRoute').params).to.deep.equal({ explicitRule: '3', explicitNumber: '0108888****' });
    });

    it('masks the numbers where the phone does', async () => {
      routes.agent.maskNumbers = true;
      await routes.agent.updateComplete;
      await choose(routes, 'Outbound rule', 'My numbers');
      expect(optionsOf('Number')[1]).to.equal('Head office · *******6666');
    });

    it('takes back what was refused, and says why', async () => {
      await choose(routes, 'Outbound rule', 'My numbers');
      await pick(routes, 'Number', '01066666666');
      expect(rule()).to.equal('My numbers');
      await answerRequest(routes, 'setRoute', new Error('not allowed'));
      expect(rule()).to.equal('Company numbers');
      expect(announcements(routes))
        .to.contain('Couldn’t save. Your previous rule still applies.')
        .and.to.contain('not allowed');
      await expectAccessible(routes.element);
      await choose(routes, 'Outbound rule', 'Company numbers');
      expect(rule()).to.equal('Company numbers');
    });

    it('takes back what the page vetoed', async () => {
      routes.agent.addEventListener('sobot-command', (event) => event.preventDefault(), { once: true });
      await choose(routes, 'Outbound rule', 'My numbers');
      await pick(routes, 'Number', '01066666666');
      await settled(routes.element);
      expect(rule()).to.equal('Company numbers');
      expect(requestCount(routes, 'setRoute')).to.equal(0);
    });

    it('can be chosen by the keyboard, and keeps the focus', async () => {
      const [first] = radiosOf(groupNamed(routes, 'Outbound rule'));
      first?.focus();
      await sendKeys({ press: 'ArrowDown' });
      await routes.element.updateComplete;
      expect(rule()).to.equal('By scheme');
      await pick(routes, 'Scheme', 'p1');
      await answerRequest(routes, 'setRoute', {});
      expect((routes.root.activeElement as HTMLInputElement).value).to.equal('2');
    });

    it('takes no second wish while one is under way', async () => {
      await choose(routes, 'Outbound rule', 'By scheme');
      await pick(routes, 'Scheme', 'p1');
      await choose(routes, 'Outbound rule', 'Company numbers');
      expect(requestCount(routes, 'setRoute')).to.equal(1);
      expect(rule()).to.equal('By scheme');
    });

    it('is disabled while the agent is not ready, and says why', async () => {
      await routes.emit('EventAgentNotReady', { reasonCode: 11 });
      const group = groupNamed(routes, 'Outbound rule');
      expect(group.getAttribute('aria-disabled')).to.equal('true');
      expect(group.title).to.equal('Only while you are ready');
      expect(routes.root.getElementById(group.getAttribute('aria-describedby') ?? '')?.textContent).to.equal(
        group.title,
      );
      expect(announcements(routes)).to.equal('Only while you are ready');
      await choose(routes, 'Outbound rule', 'My numbers');
      expect(rule()).to.equal('Company numbers');
      expect(requestCount(routes, 'setRoute')).to.equal(0);
      await expectAccessible(routes.element);
    });

    it('is disabled during a call, the choice of a number too', async () => {
      await choose(routes, 'Outbound rule', 'My numbers');
      await routes.call('EventRinging', 'EventEstablished');
      const select = fieldNamed<HTMLSelectElement>(routes, 'Number');
      expect(select.title).to.equal('Not during a call');
      const down = new MouseEvent('mousedown', { cancelable: true });
      select.dispatchEvent(down);
      expect(down.defaultPrevented).to.be.true;
    });

    it('asks again when somebody else has changed the rule', async () => {
      const done = routes.agent.session?.setRoute({ explicitRule: '1' });
      await routes.element.updateComplete;
      await answerRequest(routes, 'setRoute', {});
      await done;
      expect(requestCount(routes, 'queryRoutes')).to.equal(2);
    });

    it('names itself as the source', async () => {
      const asked = oneEvent(routes.agent, 'sobot-command');
      await choose(routes, 'Outbound rule', 'My numbers');
      await pick(routes, 'Number', '01066666666');
      expect((await asked).detail).to.deep.include({ command: 'setRoute', source: routes.element });
    });

    it('fits', () => expectFits(routes.element));

    it('speaks Chinese', async () => {
      routes.agent.lang = 'zh-CN';
      await expectText(routes, '外显规则');
      expect(routes.text).to.contain('每次外呼随机显示一个企业号码。');
    });
  });
});

/** The language is loaded when it is asked for. */
async function expectText(routes: ElementFixture<SobotRoutes>, text: string): Promise<void> {
  while (!routes.text.includes(text)) await settled(routes.element);
}
