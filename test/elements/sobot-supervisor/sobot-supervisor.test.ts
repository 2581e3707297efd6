import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../elements/sobot-supervisor/define.js';
import type { SobotSupervisor } from '../../../elements/sobot-supervisor/define.js';
import {
  createElement,
  type ElementFixture,
  expectAccessible,
  expectFits,
  settled,
  textOf,
} from '../../support/element-fixture.js';
import { announcements, answerRequest, requestCount } from '../../support/forms.js';
import { answerAgentList, buttonIn, company, listed, pressIn } from '../../support/people.js';

const forces = [
  ['Force ready', 'forceReady', 'Chen Yu was set ready.'],
  ['Force busy', 'forceBusy', 'Chen Yu was set busy.'],
  ['Force log out', 'forceLogout', 'Chen Yu was logged out.'],
] as const;

describe('<sobot-supervisor>', () => {
  let fixture: ElementFixture<SobotSupervisor>;

  const dialog = (): HTMLDialogElement => fixture.find('dialog');
  const inDialog = async (name: string): Promise<void> => {
    [...dialog().querySelectorAll('button')].find((each) => textOf(each) === name)?.click();
    await settled(fixture.element);
  };

  beforeEach(async () => {
    fixture = await createElement('sobot-supervisor');
    await answerAgentList(fixture);
  });

  it('offers the same three things in each row', async () => {
    expect(listed(fixture)).to.have.length(5);
    for (const [name] of forces) {
      const button = buttonIn(fixture, 'Chen Yu', name);
      expect(button.getAttribute('aria-description')).to.equal('Chen Yu');
    }
    await expectAccessible(fixture.element);
  });

  for (const [name, command, done] of forces) {
    it(`${name}: asks first, names the agent, says that it is done, and looks again`, async () => {
      await pressIn(fixture, 'Chen Yu', name);
      expect(fixture.commands).to.deep.equal([]);
      expect(dialog().open).to.be.true;
      expect(textOf(dialog())).to.contain('Chen Yu (1003)');
      expect(textOf(fixture.root.activeElement as Element)).to.equal('Cancel');
      await expectAccessible(fixture.element);
      await inDialog(name);
      expect(dialog().open).to.be.false;
      expect(fixture.sdk.last(command).params).to.deep.equal({ targetAgentID: '1003' });
      expect(buttonIn(fixture, 'Chen Yu', name).getAttribute('aria-busy')).to.equal('true');
      expect(requestCount(fixture, 'queryAgents')).to.equal(1);
      await fixture.answer(fixture.sdk.last(command));
      expect(announcements(fixture)).to.contain(done);
      expect(requestCount(fixture, 'queryAgents')).to.equal(2);
      expect(fixture.root.activeElement).to.equal(buttonIn(fixture, 'Chen Yu', name));
      await expectAccessible(fixture.element);
    });
  }

  it('does nothing when it is cancelled, by button or Escape, and gives the focus back', async () => {
    const button = buttonIn(fixture, 'Aarav Mehta', 'Force log out');
    const heardAround: string[] = [];
    fixture.agent.addEventListener('keydown', ({ key }) => heardAround.push(key));
    await pressIn(fixture, 'Aarav Mehta', 'Force log out');
    await sendKeys({ press: 'Escape' });
    expect(dialog().open).to.be.false;
    expect(heardAround, 'what is around it stays open').to.deep.equal([]);
    expect(fixture.root.activeElement).to.equal(button);
    await pressIn(fixture, 'Aarav Mehta', 'Force log out');
    await inDialog('Cancel');
    expect(fixture.root.activeElement).to.equal(button);
    expect(fixture.commands).to.deep.equal([]);
  });

  it('says what was refused, beside the list, and whom it concerned stays as he is', async () => {
    await pressIn(fixture, 'Hiro Tanaka', 'Force log out');
    await inDialog('Force log out');
    await fixture.answer(fixture.sdk.last('forceLogout'), 'error');
    expect(announcements(fixture)).to.contain('not allowed').and.not.to.contain('was logged out');
    expect(requestCount(fixture, 'queryAgents')).to.equal(1);
    await expectAccessible(fixture.element);
  });

  it('names agents by id where the page does', async () => {
    fixture.agent.agentType = '1';
    await pressIn(fixture, 'Chen Yu', 'Force busy');
    await inDialog('Force busy');
    expect(fixture.sdk.last('forceBusy').params).to.deep.equal({ targetAgentID: 'u3' });
  });

  it('keeps the focus in the list when the row has gone while it was asked', async () => {
    await pressIn(fixture, 'Chen Yu', 'Force ready');
    await answerRequest(fixture, 'queryAgents', { agents: company.agents.filter(({ agentID }) => agentID !== '1003') });
    await inDialog('Force ready');
    expect(fixture.sdk.last('forceReady').params).to.deep.equal({ targetAgentID: '1003' });
    expect(textOf(fixture.root.activeElement as Element)).to.equal('Force ready');
  });

  it('lets the page veto, and names itself', async () => {
    const asked = oneEvent(fixture.agent, 'sobot-command');
    fixture.agent.addEventListener('sobot-command', (event) => event.preventDefault(), { once: true });
    await pressIn(fixture, 'Chen Yu', 'Force busy');
    await inDialog('Force busy');
    expect((await asked).detail).to.deep.include({ command: 'forceBusy', source: fixture.element });
    expect(fixture.commands).to.deep.equal([]);
    expect(announcements(fixture)).to.equal('5 agents');
  });

  it('fits', () => expectFits(fixture.element));

  it('speaks Chinese', async () => {
    fixture.agent.lang = 'zh-CN';
    while (!fixture.text.includes('强制退出')) await settled(fixture.element);
    expect(fixture.text).to.contain('强制置忙');
  });
});
