import { expect } from '@open-wc/testing';
import '../../../elements/sobot-queues/define.js';
import type { SobotQueues } from '../../../elements/sobot-queues/define.js';
import { accessible, desk, fits, settled, textOf, type Desk } from '../../support/desk.js';
import { heard, tell, timesSent } from '../../support/forms.js';
import { groups } from '../../support/people.js';
import { Time } from '../../support/time.js';

const counts = (sales: unknown, support: unknown = 0): object => ({
  queues: [
    { queueID: 'q1', queueName: 'Sales', count: sales },
    { queueID: 'q2', queueName: 'Support', count: support },
  ],
});

describe('<sobot-queues>', () => {
  let on: Desk<SobotQueues>;

  const table = (): string[][] =>
    on.all<HTMLTableRowElement>('tr').map(({ cells }) => [...cells].map((cell) => textOf(cell)));

  describe('with thresholds', () => {
    beforeEach(async () => {
      on = await desk('sobot-queues', 'warn-at="3" alert-at="6"');
    });

    it('says that it is loading, and why it could not', async () => {
      expect(heard(on)).to.equal('Loading the queues…');
      await tell(on, 'queryCountsInQueue', new Error('out of order'));
      expect(heard(on)).to.contain('out of order');
      await accessible(on.element);
      await on.press('Try again');
      await tell(on, 'queryCountsInQueue', counts(1));
      expect(table()[1]).to.deep.equal(['Sales', '1', '–Unknown']);
    });

    it('is a table of groups with waiting customers and ready members', async () => {
      await tell(on, 'queryCountsInQueue', counts(2, '1'));
      await tell(on, 'queryQueues', groups);
      expect(table()).to.deep.equal([
        ['Skill group', 'Waiting', 'Ready'],
        ['Sales', '2', '3'],
        ['Support', '1', '0'],
      ]);
      expect(on.all('th[scope="row"]').map(textOf)).to.deep.equal(['Sales', 'Support']);
      expect(on.has('warn') || on.has('alert')).to.be.false;
      await accessible(on.element);
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
        await tell(on, 'queryCountsInQueue', counts(count));
        expect(table()[1]?.[1]).to.equal(cell);
        expect(['warn', 'alert'].filter((each) => on.has(each))).to.deep.equal(states);
        await accessible(on.element);
      });
    }

    it('says that the agent is in no group', async () => {
      await tell(on, 'queryCountsInQueue', {});
      expect(on.text).to.contain('You are in no skill group.');
    });

    it('fits', async () => {
      await tell(on, 'queryCountsInQueue', counts(120, 4));
      await fits(on.element);
    });

    it('speaks Chinese', async () => {
      await tell(on, 'queryCountsInQueue', counts(6));
      on.agent.lang = 'zh-CN';
      while (!on.text.includes('排队人数')) await settled(on.element);
      expect(on.text).to.contain('严重');
    });
  });

  describe('as time passes', () => {
    let time: Time;

    const next = async (result: object | Error): Promise<void> => {
      await tell(on, 'queryCountsInQueue', result);
      await tell(on, 'queryQueues', groups);
    };

    beforeEach(async () => {
      on = await desk('sobot-queues', 'interval="5" warn-at="3" alert-at="6"');
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      time = new Time(500);
    });

    afterEach(() => time.restore());

    it('looks again at its interval, both for waiting and for ready', async () => {
      await next(counts(1));
      await time.pass(5000);
      expect(timesSent(on, 'queryCountsInQueue')).to.equal(2);
      expect(timesSent(on, 'queryQueues')).to.equal(2);
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
        expect(heard(on), String(count)).to.equal(said);
        await time.pass(5000);
      }
    });

    it('keeps the figures and says that they are old while newer ones can not be had', async () => {
      await next(counts(2));
      expect(on.text).to.contain('Updated now');
      await time.pass(5000);
      await next(new Error('out of order'));
      expect(table()[1]?.[1]).to.equal('2');
      expect(on.text).to.contain('Last updated ');
      expect(heard(on)).to.contain('out of order');
      await time.pass(9000);
      expect(timesSent(on, 'queryCountsInQueue'), 'waits longer').to.equal(2);
      await time.pass(1000);
      await next(counts(1));
      expect(on.text).to.contain('Updated');
      expect(heard(on)).to.equal('');
    });
  });
});
