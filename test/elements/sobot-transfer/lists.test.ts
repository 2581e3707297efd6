import { expect } from '@open-wc/testing';
import type { AgentSession } from '../../../src/session/index.js';
import { agentsQuery } from '../../../src/queries/index.js';
import { heard, tell, timesSent } from '../../support/forms.js';
import { answerAgents, begin, colleagues, names, on, open, row, rows, type } from '../../support/transfer.js';

describe('<sobot-transfer>, its lists', () => {
  it('searches by every word in name, work number and extension', async () => {
    await begin();
    await answerAgents();
    for (const [text, wanted] of [
      ['2003', 'Chen Yu'],
      ['１００６', 'Aaron'],
      ['NOVAK', 'Dana'],
    ] as const) {
      await type(text);
      expect(names()).to.have.length(1);
      expect(names()[0], text).to.contain(wanted);
    }
    await type('zzz');
    expect(rows()).to.have.length(0);
    expect(on.text).to.contain('No agents match.');
    await type('');
    expect(rows()).to.have.length(5);
  });

  it('tells how many there are', async () => {
    await begin();
    expect(heard(on)).to.equal('Loading…');
    await answerAgents();
    expect(heard(on)).to.equal('5 agents');
    await type('aar');
    expect(heard(on)).to.equal('2 agents');
    expect(row('Aaron').ariaSetSize).to.equal('2');
    await type('zzz');
    expect(heard(on)).to.equal('No agents match.');
  });

  it('asks again each time that it is opened, and shows meanwhile what it knows', async () => {
    await begin();
    await answerAgents();
    await open('Extension');
    await open('Agents');
    expect(timesSent(on, 'queryAgents')).to.equal(2);
    expect(rows()).to.have.length(5);
    await answerAgents(colleagues.slice(0, 1));
    expect(rows()).to.have.length(1);
  });

  it('moves nobody under a finger: a new order waits until it is opened anew', async () => {
    await begin();
    await answerAgents();
    await open('Extension');
    await open('Agents');
    await answerAgents();
    const [aarav, ...others] = colleagues;
    const changed = [...others, { ...aarav, workStatus: 6 }, { agentID: '1007', agentName: 'Aa', agentState: 1 }];
    const firsts = (): string[] => names().map((name) => name.split(' ')[0] ?? '');
    void agentsQuery.get(on.agent.session as AgentSession).refetch(); // as the next look at who is ready
    await answerAgents(changed);
    expect(firsts()).to.deep.equal(['Aarav', 'Aaron', 'Beatriz', 'Chen', 'Dana', 'Aa']);
    expect(names()[0]).to.contain('Busy');
    await open('Extension');
    await open('Agents');
    await answerAgents(changed);
    expect(firsts()).to.deep.equal(['Aa', 'Aaron', 'Aarav', 'Beatriz', 'Chen', 'Dana']);
  });

  it('says when a list could not be had, and asks again', async () => {
    await begin();
    await tell(on, 'queryAgents', new Error('no right'));
    expect(heard(on)).to.contain('no right');
    await on.press('Try again');
    await answerAgents();
    expect(rows()).to.have.length(5);
    expect(heard(on)).not.to.contain('no right');
  });

  it('draws only the seen ones of ten thousand, whatever is typed', async () => {
    await begin();
    await answerAgents(
      Array.from({ length: 10_000 }, (_, index) => ({
        agentUUID: `u${index}`,
        agentID: String(20_000 + index),
        agentName: `Agent ${index}`,
        agentState: 1,
        workStatus: 1,
      })),
    );
    expect(rows().length).to.be.below(20);
    expect(row('Agent 0').ariaSetSize).to.equal('10000');
    for (const text of ['9', '99', '999', '9999', '']) {
      await type(text);
      expect(rows().length, text).to.be.within(1, 19);
    }
  });
});
