import { expect } from '@open-wc/testing';
import type { AgentSession } from '../../../src/session/index.js';
import { agentsQuery } from '../../../src/queries/index.js';
import { announcements, answerRequest, requestCount } from '../../support/forms.js';
import { colleagues, createTransfer } from './create-transfer.js';

describe('<sobot-transfer>, its lists', () => {
  it('searches by every word in name, work number and extension', async () => {
    const transfer = await createTransfer();
    await transfer.answerAgents();
    for (const [text, wanted] of [
      ['2003', 'Chen Yu'],
      ['１００６', 'Aaron'],
      ['NOVAK', 'Dana'],
    ] as const) {
      await transfer.type(text);
      expect(transfer.rowTexts).to.have.length(1);
      expect(transfer.rowTexts[0], text).to.contain(wanted);
    }
    await transfer.type('zzz');
    expect(transfer.rows).to.have.length(0);
    expect(transfer.text).to.contain('No agents match.');
    await transfer.type('');
    expect(transfer.rows).to.have.length(5);
  });

  it('tells how many there are', async () => {
    const transfer = await createTransfer();
    expect(announcements(transfer)).to.equal('Loading…');
    await transfer.answerAgents();
    expect(announcements(transfer)).to.equal('5 agents');
    await transfer.type('aar');
    expect(announcements(transfer)).to.equal('2 agents');
    expect(transfer.row('Aaron').ariaSetSize).to.equal('2');
    await transfer.type('zzz');
    expect(announcements(transfer)).to.equal('No agents match.');
  });

  it('asks again each time that it is opened, and shows meanwhile what it knows', async () => {
    const transfer = await createTransfer();
    await transfer.answerAgents();
    await transfer.open('Extension');
    await transfer.open('Agents');
    expect(requestCount(transfer, 'queryAgents')).to.equal(2);
    expect(transfer.rows).to.have.length(5);
    await transfer.answerAgents(colleagues.slice(0, 1));
    expect(transfer.rows).to.have.length(1);
  });

  it('moves nobody under a finger: a new order waits until it is opened anew', async () => {
    const transfer = await createTransfer();
    await transfer.answerAgents();
    await transfer.open('Extension');
    await transfer.open('Agents');
    await transfer.answerAgents();
    const [aarav, ...others] = colleagues;
    const changed = [...others, { ...aarav, workStatus: 6 }, { agentID: '1007', agentName: 'Aa', agentState: 1 }];
    const firsts = (): string[] => transfer.rowTexts.map((name) => name.split(' ')[0] ?? '');
    void agentsQuery.get(transfer.agent.session as AgentSession).refetch(); // as the next look at who is ready
    await transfer.answerAgents(changed);
    expect(firsts()).to.deep.equal(['Aarav', 'Aaron', 'Beatriz', 'Chen', 'Dana', 'Aa']);
    expect(transfer.rowTexts[0]).to.contain('Busy');
    await transfer.open('Extension');
    await transfer.open('Agents');
    await transfer.answerAgents(changed);
    expect(firsts()).to.deep.equal(['Aa', 'Aaron', 'Aarav', 'Beatriz', 'Chen', 'Dana']);
  });

  it('says when a list could not be had, and asks again', async () => {
    const transfer = await createTransfer();
    await answerRequest(transfer, 'queryAgents', new Error('no right'));
    expect(announcements(transfer)).to.contain('no right');
    await transfer.press('Try again');
    await transfer.answerAgents();
    expect(transfer.rows).to.have.length(5);
    expect(announcements(transfer)).not.to.contain('no right');
  });

  it('draws only the seen ones of ten thousand, whatever is typed', async () => {
    const transfer = await createTransfer();
    await transfer.answerAgents(
      Array.from({ length: 10_000 }, (_, index) => ({
        agentUUID: `u${index}`,
        agentID: String(20_000 + index),
        agentName: `Agent ${index}`,
        agentState: 1,
        workStatus: 1,
      })),
    );
    expect(transfer.rows.length).to.be.below(20);
    expect(transfer.row('Agent 0').ariaSetSize).to.equal('10000');
    for (const text of ['9', '99', '999', '9999', '']) {
      await transfer.type(text);
      expect(transfer.rows.length, text).to.be.within(1, 19);
    }
  });
});
