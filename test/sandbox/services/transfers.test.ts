import { expect } from '@open-wc/testing';
import { onDuty } from '../support/fixtures.js';
import {
  asked,
  C,
  consulted,
  playSequences,
  T,
  toThird,
  trio,
  workOf,
  X,
  type Sequence,
  type Trio,
} from '../support/three-parties.js';

const x = `this ${X}`;
const t = `this ${T}`;

function transferred(): Trio {
  const set = trio();
  set.client.get('singleTransfer', toThird);
  return set;
}

const takesOver = `${t} TransferTo, other ${C} Origination`;

const sequences: Record<string, Sequence> = {
  singleTransfer: {
    before: trio,
    act: ({ client }) => void client.get('singleTransfer', toThird),
    phone: [`EventReleased, c1, Inbound, ${x} TransferBy, other ${C} Origination, third ${T} TransferTo`],
    third: [`EventRinging, c2, Inbound, ${takesOver}, third ${X} TransferBy`],
    work: ['sorting', 'calling'],
  },
  'from hold': {
    before: trio,
    act: ({ client }) => {
      client.get('holdCall');
      client.clear().get('singleTransfer', { targetType: 2, target: T });
    },
    phone: [`EventReleased, c1, Inbound, ${x} TransferBy, other ${C} Origination, third ${T} TransferTo`],
    third: [`EventRinging, c2, Inbound, ${takesOver}, third ${X} TransferBy`],
    work: ['sorting', 'calling'],
  },
  'is answered': {
    before: transferred,
    act: ({ third }) => void third.get('answer'),
    phone: [],
    third: [`EventEstablished, c2, Inbound, ${takesOver}`],
    work: ['sorting', 'talking'],
  },
  'is declined: the customer waits again': {
    before: transferred,
    act: ({ third }) => void third.get('rejectCall'),
    phone: [],
    third: [`EventReleased, c2, Inbound, ${takesOver}`],
    work: ['sorting', 'ready'],
  },
  'the customer hangs up before it is answered': {
    before: transferred,
    act: ({ centre }) => void centre.customerHangsUp(),
    phone: [],
    third: [`EventReleased, c2, Inbound, ${takesOver}`],
    work: ['sorting', 'ready'],
  },
  'goes on to the one who transferred it': {
    before: transferred,
    act: ({ client, third }) => {
      client.get('completeACW');
      third.get('answer');
      client.clear();
      third.clear().get('singleTransfer', { targetType: '0', target: X });
    },
    phone: [`EventRinging, c3, Inbound, ${x} TransferTo, other ${C} Origination, third ${T} TransferBy`],
    third: [`EventReleased, c2, Inbound, ${t} TransferBy, other ${C} Origination, third ${X} TransferTo`],
    work: ['calling', 'sorting'],
  },
};

playSequences('sandbox: a transfer', sequences);

describe('sandbox: whom a call can go to', () => {
  const supportWaits = ({ centre }: Trio): number =>
    centre.snapshot().queues.find(({ queueName }) => queueName === 'Support')?.count ?? NaN;

  it('back to its skill group when it is declined or not answered there; an outbound call ends', () => {
    for (const end of ['declined', 'not answered', 'busy outside'] as const) {
      const set = trio();
      const before = supportWaits(set);
      if (end === 'busy outside') set.client.get('singleTransfer', { targetType: '1', target: '5550102' });
      else set.client.get('singleTransfer', toThird);
      if (end === 'declined') set.third.get('rejectCall');
      else set.clock.advance(30_000);
      expect(supportWaits(set), end).to.equal(before + 1);
      expect(set.centre.snapshot().calls, end).to.deep.equal([]);
    }
    const out = onDuty();
    const waiting = out.centre.snapshot().queues;
    out.client.talk().get('singleTransfer', { targetType: '0', target: '1014' });
    out.clock.advance(3000);
    expect(out.centre.snapshot().calls).to.deep.equal([]);
    expect(out.centre.snapshot().queues.map(({ count }) => count)).to.deep.equal(waiting.map(({ count }) => count));
  });

  it('to a skill group: the customer waits first in line there', () => {
    const set = trio();
    const data = set.centre.snapshot().queues;
    set.client.get('singleTransfer', { targetType: '3', target: ' q8001 ' });
    expect(set.client.last('EventReleased')).to.include({ thisDNRole: 'TransferBy', thirdDN: 'q8001' });
    expect(set.centre.snapshot().calls).to.deep.equal([]);
    const count = (index: number) => set.centre.snapshot().queues[index]?.count ?? NaN;
    expect(count(0)).to.equal((data[0]?.count ?? NaN) + 1);
    set.third.clear();
    set.centre.customerCalls({ queue: 'Sales' });
    expect(set.third.last('EventRinging')).to.include({ callType: 'Inbound', otherDN: C, queueName: 'Sales' });
  });

  it('to a number outside, which does what it always does', () => {
    const set = trio();
    set.client.get('singleTransfer', { targetType: '1', target: '5550107' });
    const parties = () =>
      set.centre
        .snapshot()
        .calls.flatMap((call) => call.parties.map(({ number, kind, state }) => [number, kind, state]));
    expect(parties()).to.deep.equal([
      ['5550107', 'third', 'ringing'],
      [C, 'customer', 'talking'],
    ]);
    set.clock.advance(15_000);
    expect(parties()[0]).to.deep.equal(['5550107', 'third', 'talking']);
    set.clock.advance(20_000);
    expect(parties()).to.deep.equal([]);
  });

  it('to a third party outside in a consultation, who joins, stays and hangs up by its own id', () => {
    const set = trio();
    set.client.get('initiateConsult', { targetType: '1', target: '5550101' });
    const c2 = set.client.last('EventDialing')?.['callID'];
    expect(set.client.last('EventDialing')).to.include({ DNIS: '5550101', ANI: '01066666666' });
    expect(set.centre.customerAnswers()).to.equal(true);
    set.client.get('consultConference');
    expect(set.client.last('EventPartyAdded')).to.include({ thirdDN: '5550101', thirdDNRole: 'NewParty' });
    expect(set.centre.customerHangsUp(String(c2))).to.equal(true);
    expect(set.client.last('EventPartyDeleted')).to.include({ thirdDN: '5550101', otherDN: C });
    expect(set.centre.snapshot().calls[0]?.parties).to.have.length(2);
  });

  const refusals: [
    command: 'both' | 'singleTransfer' | 'initiateConsult',
    type: string,
    target: string,
    code: string,
  ][] = [
    ['both', '0', '', 'MISSING_PARAMETER'],
    ['both', '', '1001', 'MISSING_PARAMETER'],
    ['both', '9', '1001', 'WRONG_PARAMETER'],
    ['initiateConsult', '3', 'q8001', 'WRONG_PARAMETER'],
    ['singleTransfer', '3', 'nowhere', 'UNKNOWN_QUEUE'],
    ['both', '0', '9999', 'UNKNOWN_AGENT'],
    ['both', '0', X, 'ONESELF'],
    ['both', '2', X, 'ONESELF'],
    ['both', '0', '1003', 'NOT_FREE'],
    ['both', '0', '1004', 'NOT_FREE'],
    ['both', '0', '1009', 'NOT_FREE'],
    ['both', '2', '1100', 'NOBODY_THERE'],
    ['both', '2', '1009', 'NOBODY_THERE'],
    ['both', '2', '4711', 'UNKNOWN_EXTENSION'],
    ['both', '1', '5550108', 'NO_SUCH_NUMBER'],
  ];
  for (const [which, targetType, target, code] of refusals) {
    it(`not to "${target}" of type "${targetType}": ${code}`, () => {
      const set = trio();
      const commands = which === 'both' ? (['singleTransfer', 'initiateConsult'] as const) : [which];
      for (const command of commands) {
        expect(set.client.refused(command, { targetType, target })).to.equal(`SANDBOX_${code}`);
      }
      expect(set.client.names).to.deep.equal([]);
      expect(workOf(set, X)).to.equal('talking');
    });
  }

  it('not outside over a relay number with one channel that an inbound call occupies', () => {
    const outside = { targetType: '1', target: '13512345678' };
    const { client, centre, another } = onDuty();
    centre.customerCalls({ queue: 'Billing' });
    client.get('answer');
    for (const command of ['singleTransfer', 'initiateConsult'] as const) {
      const answer = client.ask(command, outside);
      expect(answer?.value).to.include({ status: 'error', errorCode: 'SANDBOX_NO_CHANNEL' });
      expect(answer?.value['errorMessage']).to.contain('4008001003');
    }
    client.get('initiateConsult', { targetType: '0', target: T });
    const sales = another().init('1002').login();
    centre.customerCalls({ queue: 'Support' });
    sales.get('answer');
    sales.get('initiateConsult', outside);
    const own = onDuty();
    own.client.talk().get('singleTransfer', outside);
  });

  it('nowhere without a call, while it rings, or while another is asked', () => {
    const { client, centre } = onDuty();
    for (const command of ['singleTransfer', 'initiateConsult'] as const) {
      expect(client.refused(command, toThird)).to.equal('SANDBOX_NO_CALL');
    }
    centre.customerCalls();
    expect(client.refused('singleTransfer', toThird)).to.equal('SANDBOX_NO_CALL');
    const set = asked();
    expect(set.client.refused('singleTransfer', { targetType: '0', target: '1002' })).to.equal('SANDBOX_NOT_NOW');
    for (const command of ['retrieveConsult', 'consultTransfer', 'consultConference'] as const) {
      expect(set.client.refused(command)).to.equal('SANDBOX_NO_CONSULT');
    }
    expect(consulted().client.refused('cancelConsult')).to.equal('SANDBOX_NO_CONSULT');
  });
});
