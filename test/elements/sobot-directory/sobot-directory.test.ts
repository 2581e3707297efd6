import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../elements/sobot-directory/define.js';
import type { SobotDirectory } from '../../../elements/sobot-directory/define.js';
import { callFields } from '../../support/call-fields.js';
import {
  expectAccessible,
  createElement,
  expectFits,
  nameOf,
  settled,
  type ElementFixture,
} from '../../support/element-fixture.js';
import { enter, fieldNamed, announcements, pick, answerRequest, requestCount } from '../../support/forms.js';
import { buttonIn, company, crowd, answerAgentList, listed, pressIn, rowOf } from '../../support/people.js';
import { textOf } from '../../support/element-fixture.js';

describe('<sobot-directory>', () => {
  let directory: ElementFixture<SobotDirectory>;

  const search = (text: string): Promise<void> => enter(directory, fieldNamed(directory, 'Search agents'), text);
  const talk = async (): Promise<void> => {
    await directory.emit('EventAgentLogin', { agentState: '1', thisDN: '1105' });
    await directory.call('EventRinging', 'EventEstablished');
  };

  beforeEach(async () => {
    directory = await createElement('sobot-directory');
  });

  it('asks for everybody, not only for the ready ones', () => {
    expect(directory.sdk.last('queryAgents').params).to.deep.equal({ agentState: -1 });
    expect(announcements(directory)).to.equal('Loading the agents…');
  });

  it('says why they could not be fetched, and tries again', async () => {
    await answerRequest(directory, 'queryAgents', new Error('out of order'));
    expect(announcements(directory)).to.contain('out of order');
    await expectAccessible(directory.element);
    await directory.press('Try again');
    await answerAgentList(directory);
    expect(announcements(directory)).to.equal('5 agents');
  });

  it('says that there are none', async () => {
    await answerRequest(directory, 'queryAgents', {});
    expect(directory.text).to.contain('There are no agents.');
    await expectAccessible(directory.element);
  });

  describe('with agents', () => {
    beforeEach(() => answerAgentList(directory));

    it('shows them by name, with status, number and extension', async () => {
      expect(listed(directory)).to.deep.equal(['Aarav Mehta', 'Chen Yu', 'Dana Novak', 'Hiro Tanaka', 'Mei Lin']);
      for (const [name, facts] of [
        ['Aarav Mehta', 'Ready · 1001 · Ext. 1101'],
        ['Chen Yu', 'Busy · 1003 · Ext. 1103'],
        ['Dana Novak', 'Do not disturb · 1004'],
        ['Hiro Tanaka', 'Offline · 1009 · Ext. 1109'],
      ] as const) {
        expect(textOf(rowOf(directory, name)), name).to.contain(facts);
      }
      expect(rowOf(directory, 'Chen Yu').querySelector<HTMLElement>('.hint')?.title).to.equal('Busy (6)');
      await expectAccessible(directory.element);
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
        expect(listed(directory), typed).to.deep.equal(found);
      }
      await search('nobody like this');
      expect(directory.text).to.contain('No agents match.').and.to.contain('0 of 5 agents');
      expect(directory.has('filtered')).to.be.true;
      await expectAccessible(directory.element);
      expect(requestCount(directory, 'queryAgents')).to.equal(1);
    });

    it('shows those of one status', async () => {
      await pick(directory, 'Status', 'ready');
      expect(listed(directory)).to.deep.equal(['Aarav Mehta', 'Mei Lin']);
      expect(announcements(directory)).to.equal('2 of 5 agents');
      await pick(directory, 'Status', '');
      expect(listed(directory)).to.have.length(5);
    });

    it('asks the platform for those of one skill group, and knows the others still', async () => {
      await pick(directory, 'Skill group', 'q2');
      await settled(directory.element);
      expect(directory.sdk.last('queryAgents').params).to.deep.equal({ agentState: -1, queueCode: 'q2' });
      expect(announcements(directory)).to.equal('Loading the agents…');
      await answerRequest(directory, 'queryAgents', { agents: [company.agents[0]] });
      expect(listed(directory)).to.deep.equal(['Chen Yu']);
      await pick(directory, 'Skill group', '');
      expect(listed(directory)).to.have.length(5);
    });

    it('calls an agent at the extension', async () => {
      await directory.emit('EventAgentLogin', { agentState: '1', thisDN: '1105' });
      expect(nameOf(buttonIn(directory, 'Aarav Mehta', 'Call'))).to.equal('Call Aarav Mehta');
      await pressIn(directory, 'Aarav Mehta', 'Call');
      expect(directory.sdk.last('makeCall').params).to.deep.equal({ otherDN: '1101' });
      expect(buttonIn(directory, 'Aarav Mehta', 'Call').getAttribute('aria-busy')).to.equal('true');
      expect(buttonIn(directory, 'Chen Yu', 'Call').title).to.equal('Working on it…');
      await directory.answer(directory.sdk.last('makeCall'), 'error');
      expect(announcements(directory)).to.contain('not allowed');
      expect(buttonIn(directory, 'Aarav Mehta', 'Call').getAttribute('aria-disabled')).to.equal(null);
      await expectAccessible(directory.element);
    });

    it('says why somebody can not be called', async () => {
      expect(buttonIn(directory, 'Aarav Mehta', 'Call').title).to.equal('Log in first');
      await directory.emit('EventAgentLogin', { agentState: '1', thisDN: '1105' });
      expect(buttonIn(directory, 'Dana Novak', 'Call').title).to.equal('Extension unknown');
      await pressIn(directory, 'Dana Novak', 'Call');
      expect(directory.commands).to.deep.equal([]);
    });

    it('consults an agent during a call, by number or id as the page names agents', async () => {
      await talk();
      await pressIn(directory, 'Chen Yu', 'Consult');
      expect(directory.sdk.last('initiateConsult').params).to.deep.equal({ targetType: '0', target: '1003' });
      await directory.answer(directory.sdk.last('initiateConsult'), 'error');
      directory.agent.agentType = '1';
      directory.element.requestUpdate();
      await directory.element.updateComplete;
      await pressIn(directory, 'Chen Yu', 'Consult');
      expect(directory.sdk.last('initiateConsult').params).to.deep.equal({ targetType: '0', target: 'u3' });
      await expectAccessible(directory.element);
    });

    it('keeps the focus when a call begins', async () => {
      await directory.emit('EventAgentLogin', { agentState: '1', thisDN: '1105' });
      buttonIn(directory, 'Chen Yu', 'Call').focus();
      await directory.emit('EventRinging', callFields);
      expect(directory.root.activeElement).to.equal(buttonIn(directory, 'Chen Yu', 'Consult'));
    });

    it('knows the own row by what the page says, until the platform tells', () => {
      expect(textOf(rowOf(directory, 'Mei Lin'))).to.contain('You');
    });

    it('marks the own row, which can be neither called nor consulted', async () => {
      await directory.emit('EventAgentRegainStatus', {
        agentStateInfo: { agent: '1005', agentType: '0', agentState: '1', thisDN: '1105' },
      });
      expect(textOf(rowOf(directory, 'Mei Lin'))).to.contain('You');
      expect(buttonIn(directory, 'Mei Lin', 'Call').title).to.equal('This is you');
      await talk();
      expect(buttonIn(directory, 'Mei Lin', 'Consult').title).to.equal('This is you');
    });

    it('asks again by its button, and draws only the row that has changed', async () => {
      const before = rowOf(directory, 'Aarav Mehta').querySelector('.name');
      await directory.press('Refresh');
      const changed = company.agents.map((each) => (each.agentID === '1003' ? { ...each, workStatus: 1 } : each));
      const touched = new Set<string>();
      const observer = new MutationObserver((records) => {
        for (const { target } of records) {
          const row = (target instanceof Element ? target : target.parentElement)?.closest('[role="row"]');
          if (row) touched.add(textOf(row.querySelector('.name') as Element));
        }
      });
      observer.observe(directory.root, { subtree: true, childList: true, characterData: true, attributes: true });
      await answerRequest(directory, 'queryAgents', { agents: changed });
      await settled(directory.element);
      observer.disconnect();
      expect([...touched]).to.deep.equal(['Chen Yu']);
      expect(textOf(rowOf(directory, 'Chen Yu'))).to.contain('Ready');
      expect(rowOf(directory, 'Aarav Mehta').querySelector('.name')).to.equal(before);
    });

    it('shows the last statuses, and that they are old, when they can not be had anew', async () => {
      await directory.press('Refresh');
      await answerRequest(directory, 'queryAgents', new Error('out of order'));
      expect(listed(directory)).to.have.length(5);
      expect(directory.text).to.contain('Last updated ');
      expect(announcements(directory)).to.contain('out of order');
      await expectAccessible(directory.element);
    });

    it('goes from the search into the list, and between the rows', async () => {
      await directory.emit('EventAgentLogin', { agentState: '1', thisDN: '1105' });
      directory.element.focus();
      await sendKeys({ press: 'ArrowDown' });
      expect(nameOf(directory.root.activeElement as Element)).to.equal('Call Aarav Mehta');
      await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'Enter' });
      expect(directory.sdk.last('makeCall').params).to.deep.equal({ otherDN: '1103' });
      await sendKeys({ press: 'End' });
      expect(nameOf(directory.root.activeElement as Element)).to.equal('Call Mei Lin');
    });

    it('fits', () => expectFits(directory.element));

    it('speaks Chinese', async () => {
      directory.agent.lang = 'zh-CN';
      while (!directory.text.includes('空闲')) await settled(directory.element);
      expect(directory.text).to.contain('5 位坐席');
      expect(nameOf(buttonIn(directory, 'Chen Yu', '呼叫'))).to.equal('呼叫 Chen Yu');
    });

    it('is not put out by a language tag that is none', async () => {
      directory.agent.lang = 'en_US';
      await answerRequest(directory, 'queryAgents', company);
      expect(directory.text).to.contain('Updated');
    });
  });

  describe('with ten thousand agents', () => {
    beforeEach(() => answerAgentList(directory, crowd(10_000)));

    it('has only the seen ones in the document, and counts all', async () => {
      expect(listed(directory).length).to.be.below(16);
      expect(directory.find('[role="grid"]').getAttribute('aria-rowcount')).to.equal('10000');
      expect(announcements(directory)).to.equal('10000 agents');
      await expectAccessible(directory.element);
    });

    it('finds one of them with the next draw', async () => {
      const field = fieldNamed(directory, 'Search agents');
      await search('agent 0');
      await enter(directory, field, 'agent 09999');
      expect(listed(directory)).to.deep.equal(['Agent 09999']);
    });

    it('begins at the top for another search', async () => {
      directory.find('[role="grid"]').scrollTop = 100_000;
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      await search('agent');
      expect(listed(directory)[0]).to.equal('Agent 00000');
    });
  });

  it('takes what the platform leaves out, repeats or spells otherwise', async () => {
    await answerAgentList(directory, {
      agents: [
        null,
        {},
        { agentID: 1001, agentState: '1 ' },
        { agentID: '1001', agentName: 'Twice' },
        { agentUUID: 'u', agentName: '<b>bold</b>' },
      ],
    });
    expect(listed(directory)).to.deep.equal(['<b>bold</b>', 'Twice']);
    expect(textOf(rowOf(directory, 'bold'))).to.contain('Status unknown');
  });
});
