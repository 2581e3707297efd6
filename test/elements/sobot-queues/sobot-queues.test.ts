import { expect } from '@open-wc/testing';
import '../../../elements/sobot-queues/define.js';
import type { SobotQueues } from '../../../elements/sobot-queues/define.js';
import {
  expectAccessible,
  createElement,
  expectFits,
  settled,
  textOf,
  type ElementFixture,
} from '../../support/element-fixture.js';
import { announcements, answerRequest, requestCount } from '../../support/forms.js';
import { groups } from '../../support/people.js';
import { Time } from '../../support/time.js';

const counts = (sales: unknown, support: unknown = 0): object => ({
  queues: [
    { queueID: 'q1', queueName: 'Sales', count: sales },
    { queueID: 'q2', queueName: 'Support', count: support },
  ],
});

describe('<sobot-queues>', () => {
  let queues: ElementFixture<SobotQueues>;

  const table = (): string[][] =>
    queues.all<HTMLTableRowElement>('tr').map(({ cells }) => [...cells].map((cell) => textOf(cell)));

  describe('with thresholds', () => {
    beforeEach(async () => {
      queues = await createElement('sobot-queues', 'warn-at="3" alert-at="6"');
    });

    it('says that it is loading, and why it could not', async () => {
      expect(announcements(queues)).to.equal('Loading the queues…');
      await answerRequest(queues, 'queryCountsInQueue', new Error('out of order'));
      expect(announcements(queues)).to.contain('out of order');
      await expectAccessible(queues.element);
      await queues.press('Try again');
      await answerRequest(queues, 'queryCountsInQueue', counts(1));
      expect(table()[1]).to.deep.equal(['Sales', '1', '–Unknown']);
    });

    it('is a table of groups with waiting customers and ready members', async () => {
      await answerRequest(queues, 'queryCountsInQueue', counts(2, '1'));
      await answerRequest(queues, 'queryQueues', groups);
      expect(table()).to.deep.equal([
        ['Skill group', 'Waiting', 'Ready'],
        ['Sales', '2', '3'],
        ['Support', '1', '0'],
      ]);
      expect(queues.all('th[scope="row"]').map(textOf)).to.deep.equal(['Sales', 'Support']);
      expect(queues.has('warn') || queues.has('alert')).to.be.false;
      await expectAccessible(queues.element);
    });

    for (const [count, cell, states] of [
      [2, '2', []],
      [3, 'High 3', ['warn']],
      [5, 'High 5', ['warn']],
      [6, 'Critical 6', ['alert']],
      ['99', 'Critical 99', ['alert']],
      ['?', '–Unknown', []],
    ] as const) {
      it(`shows ${count} waiting as "${cell}"`, async () => {
        await answerRequest(queues, 'queryCountsInQueue', counts(count));
        expect(table()[1]?.[1]).to.equal(cell);
        expect(['warn', 'alert'].filter((each) => queues.has(each))).to.deep.equal(states);
        await expectAccessible(queues.element);
      });
    }

    it('says that the agent is in no group', async () => {
      await answerRequest(queues, 'queryCountsInQueue', {});
      expect(queues.text).to.contain('You are in no skill group.');
    });

    it('fits', async () => {
      await answerRequest(queues, 'queryCountsInQueue', counts(120, 4));
      await expectFits(queues.element);
    });

    it('speaks Chinese', async () => {
      await answerRequest(queues, 'queryCountsInQueue', counts(6));
      queues.agent.lang = 'zh-CN';
      while (!queues.text.includes('排队人数')) await settled(queues.element);
      expect(queues.text).to.contain('严重');
    });
  });

  describe('as time passes', () => {
    let time: Time;

    const next = async (result: object | Error): Promise<void> => {
      await answerRequest(queues, 'queryCountsInQueue', result);
      await answerRequest(queues, 'queryQueues', groups);
    };

    beforeEach(async () => {
      queues = await createElement('sobot-queues', 'interval="5" warn-at="3" alert-at="6"');
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      time = new Time(500);
    });

    it('looks again at its interval, both for waiting and for ready', async () => {
      await next(counts(1));
      await time.pass(5000);
      expect(requestCount(queues, 'queryCountsInQueue')).to.equal(2);
      expect(requestCount(queues, 'queryQueues')).to.equal(2);
      await next(counts(2));
      expect(table()[1]).to.deep.equal(['Sales', '2', '3']);
    });

    it('says once that a count has reached a threshold, and not that it has fallen', async () => {
      for (const [count, said] of [
        [2, ''],
        [4, 'Sales: 4 waiting, High'],
        [5, 'Sales: 4 waiting, High'],
        [7, 'Sales: 7 waiting, Critical'],
        [3, 'Sales: 7 waiting, Critical'],
        [6, 'Sales: 6 waiting, Critical'],
      ] as const) {
        await next(counts(count));
        expect(announcements(queues), String(count)).to.equal(said);
        await time.pass(5000);
      }
    });

    it('keeps the figures and says that they are old while newer ones can not be had', async () => {
      await next(counts(2));
      expect(queues.text).to.contain('Updated now');
      await time.pass(5000);
      await next(new Error('out of order'));
      expect(table()[1]?.[1]).to.equal('2');
      expect(queues.text).to.contain('Last updated ');
      expect(announcements(queues)).to.contain('out of order');
      await time.pass(9000);
      expect(requestCount(queues, 'queryCountsInQueue'), 'waits longer').to.equal(2);
      await time.pass(1000);
      await next(counts(1));
      expect(queues.text).to.contain('Updated');
      expect(announcements(queues)).to.equal('');
    });
  });
});
