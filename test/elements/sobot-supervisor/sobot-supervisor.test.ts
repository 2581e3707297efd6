import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../elements/sobot-supervisor/define.js';
import type { SobotSupervisor } from '../../../elements/sobot-supervisor/define.js';
import { accessible, desk, fits, settled, textOf, type Desk } from '../../support/desk.js';
import { heard, tell, timesSent } from '../../support/forms.js';
import { buttonIn, company, introduce, listed, pressIn } from '../../support/people.js';

const forces = [
  ['Force ready', 'forceReady', 'Chen Yu was set ready.'],
  ['Force busy', 'forceBusy', 'Chen Yu was set busy.'],
  ['Force log out', 'forceLogout', 'Chen Yu was logged out.'],
] as const;

describe('<sobot-supervisor>', () => {
  let on: Desk<SobotSupervisor>;

  const dialog = (): HTMLDialogElement => on.find('dialog');
  const inDialog = async (name: string): Promise<void> => {
    [...dialog().querySelectorAll('button')].find((each) => textOf(each) === name)?.click();
    await settled(on.element);
  };

  beforeEach(async () => {
    on = await desk('sobot-supervisor');
    await introduce(on);
  });

  it('offers the same three things in each row', async () => {
    expect(listed(on)).to.have.length(5);
    for (const [name] of forces) {
      const button = buttonIn(on, 'Chen Yu', name);
      expect(button.getAttribute('aria-description')).to.equal('Chen Yu');
    }
    await accessible(on.element);
  });

  for (const [name, command, done] of forces) {
    it(`${name}: asks first, names the agent, says that it is done, and looks again`, async () => {
      await pressIn(on, 'Chen Yu', name);
      expect(on.commands).to.deep.equal([]);
      expect(dialog().open).to.be.true;
      expect(textOf(dialog())).to.contain('Chen Yu (1003)');
      expect(textOf(on.root.activeElement as Element)).to.equal('Cancel');
      await accessible(on.element);
      await inDialog(name);
      expect(dialog().open).to.be.false;
      expect(on.double.last(command).params).to.deep.equal({ targetAgentID: '1003' });
      expect(buttonIn(on, 'Chen Yu', name).getAttribute('aria-busy')).to.equal('true');
      expect(timesSent(on, 'queryAgents')).to.equal(1);
      await on.answer(on.double.last(command));
      expect(heard(on)).to.contain(done);
      expect(timesSent(on, 'queryAgents')).to.equal(2);
      expect(on.root.activeElement).to.equal(buttonIn(on, 'Chen Yu', name));
      await accessible(on.element);
    });
  }

  it('does nothing when it is cancelled, by button or Escape, and gives the focus back', async () => {
    const button = buttonIn(on, 'Aarav Mehta', 'Force log out');
    const heardAround: string[] = [];
    on.agent.addEventListener('keydown', ({ key }) => heardAround.push(key));
    await pressIn(on, 'Aarav Mehta', 'Force log out');
    await sendKeys({ press: 'Escape' });
    expect(dialog().open).to.be.false;
    expect(heardAround, 'what is around it stays open').to.deep.equal([]);
    expect(on.root.activeElement).to.equal(button);
    await pressIn(on, 'Aarav Mehta', 'Force log out');
    await inDialog('Cancel');
    expect(on.root.activeElement).to.equal(button);
    expect(on.commands).to.deep.equal([]);
  });

  it('says what was refused, beside the list, and whom it concerned stays as he is', async () => {
    await pressIn(on, 'Hiro Tanaka', 'Force log out');
    await inDialog('Force log out');
    await on.answer(on.double.last('forceLogout'), 'error');
    expect(heard(on)).to.contain('not allowed').and.not.to.contain('was logged out');
    expect(timesSent(on, 'queryAgents')).to.equal(1);
    await accessible(on.element);
  });

  it('names agents by id where the page does', async () => {
    on.agent.agentType = '1';
    await pressIn(on, 'Chen Yu', 'Force busy');
    await inDialog('Force busy');
    expect(on.double.last('forceBusy').params).to.deep.equal({ targetAgentID: 'u3' });
  });

  it('keeps the focus in the list when the row has gone while it was asked', async () => {
    await pressIn(on, 'Chen Yu', 'Force ready');
    await tell(on, 'queryAgents', { agents: company.agents.filter(({ agentID }) => agentID !== '1003') });
    await inDialog('Force ready');
    expect(on.double.last('forceReady').params).to.deep.equal({ targetAgentID: '1003' });
    expect(textOf(on.root.activeElement as Element)).to.equal('Force ready');
  });

  it('lets the page veto, and names itself', async () => {
    const asked = oneEvent(on.agent, 'sobot-command');
    on.agent.addEventListener('sobot-command', (event) => event.preventDefault(), { once: true });
    await pressIn(on, 'Chen Yu', 'Force busy');
    await inDialog('Force busy');
    expect((await asked).detail).to.deep.include({ command: 'forceBusy', source: on.element });
    expect(on.commands).to.deep.equal([]);
    expect(heard(on)).to.equal('5 agents');
  });

  it('fits', () => fits(on.element));

  it('speaks Chinese', async () => {
    on.agent.lang = 'zh-CN';
    while (!on.text.includes('强制退出')) await settled(on.element);
    expect(on.text).to.contain('强制置忙');
  });
});
