import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../elements/sobot-directory/define.js';
import type { SobotDirectory } from '../../../elements/sobot-directory/define.js';
import { accessible, aCall, desk, fits, nameOf, settled, type Desk } from '../../support/desk.js';
import { enter, fieldNamed, heard, pick, tell, timesSent } from '../../support/forms.js';
import { buttonIn, company, crowd, introduce, listed, pressIn, rowOf } from '../../support/people.js';
import { textOf } from '../../support/desk.js';

describe('<sobot-directory>', () => {
  let on: Desk<SobotDirectory>;

  const search = (text: string): Promise<void> => enter(on, fieldNamed(on, 'Search agents'), text);
  const talk = async (): Promise<void> => {
    await on.emit('EventAgentLogin', { agentState: '1', thisDN: '1105' });
    await on.call('EventRinging', 'EventEstablished');
  };

  beforeEach(async () => {
    on = await desk('sobot-directory');
  });

  it('asks for everybody, not only for the ready ones', () => {
    expect(on.double.last('queryAgents').params).to.deep.equal({ agentState: -1 });
    expect(heard(on)).to.equal('Loading the agents…');
  });

  it('says why they could not be fetched, and tries again', async () => {
    await tell(on, 'queryAgents', new Error('out of order'));
    expect(heard(on)).to.contain('out of order');
    await accessible(on.element);
    await on.press('Try again');
    await introduce(on);
    expect(heard(on)).to.equal('5 agents');
  });

  it('says that there are none', async () => {
    await tell(on, 'queryAgents', {});
    expect(on.text).to.contain('There are no agents.');
    await accessible(on.element);
  });

  describe('with agents', () => {
    beforeEach(() => introduce(on));

    it('shows them by name, with status, number and extension', async () => {
      expect(listed(on)).to.deep.equal(['Aarav Mehta', 'Chen Yu', 'Dana Novak', 'Hiro Tanaka', 'Mei Lin']);
      for (const [name, facts] of [
        ['Aarav Mehta', 'Ready · 1001 · Ext. 1101'],
        ['Chen Yu', 'Busy · 1003 · Ext. 1103'],
        ['Dana Novak', 'Do not disturb · 1004'],
        ['Hiro Tanaka', 'Offline · 1009 · Ext. 1109'],
      ] as const) {
        expect(textOf(rowOf(on, name)), name).to.contain(facts);
      }
      expect(rowOf(on, 'Chen Yu').querySelector<HTMLElement>('.hint')?.title).to.equal('Busy (6)');
      await accessible(on.element);
    });

    it('searches as one types, in names, numbers and extensions', async () => {
      for (const [typed, found] of [
        ['TAN', ['Hiro Tanaka']],
        ['yu chen', ['Chen Yu']],
        ['1004', ['Dana Novak']],
        ['1105', ['Mei Lin']],
        ['  ', ['Aarav Mehta', 'Chen Yu', 'Dana Novak', 'Hiro Tanaka', 'Mei Lin']],
      ] as const) {
        await search(typed);
        expect(listed(on), typed).to.deep.equal(found);
      }
      await search('nobody like this');
      expect(on.text).to.contain('No agents match.').and.to.contain('0 of 5 agents');
      expect(on.has('filtered')).to.be.true;
      await accessible(on.element);
      expect(timesSent(on, 'queryAgents')).to.equal(1);
    });

    it('shows those of one status', async () => {
      await pick(on, 'Status', 'ready');
      expect(listed(on)).to.deep.equal(['Aarav Mehta', 'Mei Lin']);
      expect(heard(on)).to.equal('2 of 5 agents');
      await pick(on, 'Status', '');
      expect(listed(on)).to.have.length(5);
    });

    it('asks the platform for those of one skill group, and knows the others still', async () => {
      await pick(on, 'Skill group', 'q2');
      await settled(on.element);
      expect(on.double.last('queryAgents').params).to.deep.equal({ agentState: -1, queueCode: 'q2' });
      expect(heard(on)).to.equal('Loading the agents…');
      await tell(on, 'queryAgents', { agents: [company.agents[0]] });
      expect(listed(on)).to.deep.equal(['Chen Yu']);
      await pick(on, 'Skill group', '');
      expect(listed(on)).to.have.length(5);
    });

    it('calls an agent at the extension', async () => {
      await on.emit('EventAgentLogin', { agentState: '1', thisDN: '1105' });
      expect(nameOf(buttonIn(on, 'Aarav Mehta', 'Call'))).to.equal('Call Aarav Mehta');
      await pressIn(on, 'Aarav Mehta', 'Call');
      expect(on.double.last('makeCall').params).to.deep.equal({ otherDN: '1101' });
      expect(buttonIn(on, 'Aarav Mehta', 'Call').getAttribute('aria-busy')).to.equal('true');
      expect(buttonIn(on, 'Chen Yu', 'Call').title).to.equal('Working on it…');
      await on.answer(on.double.last('makeCall'), 'error');
      expect(heard(on)).to.contain('not allowed');
      expect(buttonIn(on, 'Aarav Mehta', 'Call').getAttribute('aria-disabled')).to.equal(null);
      await accessible(on.element);
    });

    it('says why somebody can not be called', async () => {
      expect(buttonIn(on, 'Aarav Mehta', 'Call').title).to.equal('Log in first');
      await on.emit('EventAgentLogin', { agentState: '1', thisDN: '1105' });
      expect(buttonIn(on, 'Dana Novak', 'Call').title).to.equal('Extension unknown');
      await pressIn(on, 'Dana Novak', 'Call');
      expect(on.commands).to.deep.equal([]);
    });

    it('consults an agent during a call, by number or id as the page names agents', async () => {
      await talk();
      await pressIn(on, 'Chen Yu', 'Consult');
      expect(on.double.last('initiateConsult').params).to.deep.equal({ targetType: '0', target: '1003' });
      await on.answer(on.double.last('initiateConsult'), 'error');
      on.agent.agentType = '1';
      on.element.requestUpdate();
      await on.element.updateComplete;
      await pressIn(on, 'Chen Yu', 'Consult');
      expect(on.double.last('initiateConsult').params).to.deep.equal({ targetType: '0', target: 'u3' });
      await accessible(on.element);
    });

    it('keeps the focus when a call begins', async () => {
      await on.emit('EventAgentLogin', { agentState: '1', thisDN: '1105' });
      buttonIn(on, 'Chen Yu', 'Call').focus();
      await on.emit('EventRinging', aCall);
      expect(on.root.activeElement).to.equal(buttonIn(on, 'Chen Yu', 'Consult'));
    });

    it('knows the own row by what the page says, until the platform tells', () => {
      expect(textOf(rowOf(on, 'Mei Lin'))).to.contain('You');
    });

    it('marks the own row, which can be neither called nor consulted', async () => {
      await on.emit('EventAgentRegainStatus', {
        agentStateInfo: { agent: '1005', agentType: '0', agentState: '1', thisDN: '1105' },
      });
      expect(textOf(rowOf(on, 'Mei Lin'))).to.contain('You');
      expect(buttonIn(on, 'Mei Lin', 'Call').title).to.equal('This is you');
      await talk();
      expect(buttonIn(on, 'Mei Lin', 'Consult').title).to.equal('This is you');
    });

    it('asks again by its button, and draws only the row that has changed', async () => {
      const before = rowOf(on, 'Aarav Mehta').querySelector('.name');
      await on.press('Refresh');
      const changed = company.agents.map((each) => (each.agentID === '1003' ? { ...each, workStatus: 1 } : each));
      const touched = new Set<string>();
      const observer = new MutationObserver((records) => {
        for (const { target } of records) {
          const row = (target instanceof Element ? target : target.parentElement)?.closest('[role="row"]');
          if (row) touched.add(textOf(row.querySelector('.name') as Element));
        }
      });
      observer.observe(on.root, { subtree: true, childList: true, characterData: true, attributes: true });
      await tell(on, 'queryAgents', { agents: changed });
      await settled(on.element);
      observer.disconnect();
      expect([...touched]).to.deep.equal(['Chen Yu']);
      expect(textOf(rowOf(on, 'Chen Yu'))).to.contain('Ready');
      expect(rowOf(on, 'Aarav Mehta').querySelector('.name')).to.equal(before);
    });

    it('shows the last statuses, and that they are old, when they can not be had anew', async () => {
      await on.press('Refresh');
      await tell(on, 'queryAgents', new Error('out of order'));
      expect(listed(on)).to.have.length(5);
      expect(on.text).to.contain('Last updated ');
      expect(heard(on)).to.contain('out of order');
      await accessible(on.element);
    });

    it('goes from the search into the list, and between the rows', async () => {
      await on.emit('EventAgentLogin', { agentState: '1', thisDN: '1105' });
      on.element.focus();
      await sendKeys({ press: 'ArrowDown' });
      expect(nameOf(on.root.activeElement as Element)).to.equal('Call Aarav Mehta');
      await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'Enter' });
      expect(on.double.last('makeCall').params).to.deep.equal({ otherDN: '1103' });
      await sendKeys({ press: 'End' });
      expect(nameOf(on.root.activeElement as Element)).to.equal('Call Mei Lin');
    });

    it('fits', () => fits(on.element));

    it('speaks Chinese', async () => {
      on.agent.lang = 'zh-CN';
      while (!on.text.includes('空闲')) await settled(on.element);
      expect(on.text).to.contain('5 位坐席');
      expect(nameOf(buttonIn(on, 'Chen Yu', '呼叫'))).to.equal('呼叫 Chen Yu');
    });

    it('is not put out by a language tag that is none', async () => {
      on.agent.lang = 'en_US';
      await tell(on, 'queryAgents', company);
      expect(on.text).to.contain('Updated');
    });
  });

  describe('with ten thousand agents', () => {
    beforeEach(() => introduce(on, crowd(10_000)));

    it('has only the seen ones in the document, and counts all', async () => {
      expect(listed(on).length).to.be.below(16);
      expect(on.find('[role="grid"]').getAttribute('aria-rowcount')).to.equal('10000');
      expect(heard(on)).to.equal('10000 agents');
      await accessible(on.element);
    });

    it('finds one of them with the next draw', async () => {
      const field = fieldNamed(on, 'Search agents');
      await search('agent 0');
      await enter(on, field, 'agent 09999');
      expect(listed(on)).to.deep.equal(['Agent 09999']);
    });

    it('begins at the top for another search', async () => {
      on.find('[role="grid"]').scrollTop = 100_000;
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      await search('agent');
      expect(listed(on)[0]).to.equal('Agent 00000');
    });
  });

  it('takes what the platform leaves out, repeats or spells otherwise', async () => {
    await introduce(on, {
      agents: [
        null,
        {},
        { agentID: 1001, agentState: '1 ' },
        { agentID: '1001', agentName: 'Twice' },
        { agentUUID: 'u', agentName: '<b>bold</b>' },
      ],
    });
    expect(listed(on)).to.deep.equal(['<b>bold</b>', 'Twice']);
    expect(textOf(rowOf(on, 'bold'))).to.contain('Status unknown');
  });
});
