import { expect } from '@open-wc/testing';
import { onDuty, scene } from './helpers.js';

describe('sandbox: inbound calls', () => {
  it('rings at a ready agent, is answered, and ends in after-call work', () => {
    const { phone, clock, centre } = onDuty();
    const callID = centre.customerCalls({ number: '13800001111', queue: 'Sales', attachedData: { order: 1 } });
    expect(callID).to.be.a('string').with.length(35);
    expect(phone.last('EventRinging')).to.deep.include({
      callID,
      callType: 'Inbound',
      ANI: '13800001111',
      DNIS: '4008001001',
      thisDN: '1005',
      thisDNRole: 'Destination',
      otherDN: '13800001111',
      otherDNRole: 'Origination',
      queueName: 'Sales',
      attachedData: { order: 1 },
      referenceID: 0,
    });
    expect(centre.snapshot().agent.workStatus).to.equal('calling');
    phone.get('answer');
    expect(centre.snapshot().calls[0]).to.include({
      id: callID,
      type: 'inbound',
      state: 'talking',
      queueName: 'Sales',
    });
    clock.advance(5000);
    expect(centre.customerHangsUp(callID ?? '')).to.equal(true);
    expect(phone.names).to.deep.equal(['EventRinging', 'EventEstablished', 'EventReleased']);
    expect(centre.snapshot().agent.workStatus).to.equal('sorting');
  });

  it('goes back to its skill group, first in line, when it is declined or not answered', () => {
    for (const end of ['rejectCall', 'hangup', 'timeout'] as const) {
      const { phone, clock, centre } = onDuty();
      centre.customerCalls({ number: '13800001111', queue: 'q8003' });
      expect(centre.snapshot().queues[2]?.count).to.equal(1);
      if (end === 'timeout') clock.advance(30_000);
      else phone.get(end);
      expect(phone.names, end).to.deep.equal(['EventRinging', 'EventReleased']);
      expect(centre.snapshot().agent.workStatus, end).to.equal('ready');
      expect(centre.snapshot().queues[2]?.count, end).to.equal(2);
      centre.customerCalls({ queue: 'Billing' });
      expect(phone.last('EventRinging')?.['otherDN'], end).to.equal('13800001111');
    }
  });

  it('does not go back when the customer gives up', () => {
    const { phone, centre } = onDuty();
    centre.customerCalls({ number: '1', queue: 'Sales' });
    centre.customerHangsUp();
    expect(phone.names).to.deep.equal(['EventRinging', 'EventReleased']);
    expect(centre.snapshot().queues[0]?.count).to.equal(3);
  });

  it('waits while nobody is ready', () => {
    const { phone, centre } = onDuty({}, { agentState: '2' });
    expect(centre.customerCalls({ queue: 'Sales' })).to.equal(null);
    expect(centre.snapshot().queues[0]?.count).to.equal(4);
    expect(phone.names).to.deep.equal([]);
  });

  it('does not ring a second time while the agent is on a call', () => {
    const { centre } = onDuty();
    centre.customerCalls();
    expect(centre.customerCalls({ number: '2' })).to.equal(null);
    expect(centre.snapshot().calls).to.have.length(1);
  });

  it('brings in whoever waits longest where no number is given', () => {
    const { centre } = onDuty();
    const before = centre.snapshot().queues.map(({ count }) => count);
    centre.customerCalls({ queue: 'support' });
    expect(centre.snapshot().queues.map(({ count }) => count)).to.deep.equal([before[0], 5, before[2]]);
  });

  it('rings at the agent who has been ready longest', () => {
    const { phone, another, centre, clock } = onDuty();
    const second = another().init('1001').login().clear();
    clock.advance(1000);
    phone.get('notReady', { reasonCode: 11 });
    phone.get('ready');
    phone.clear();
    centre.customerCalls({ queue: 'Sales' });
    expect(second.names).to.deep.equal(['EventRinging']);
    expect(phone.names).to.deep.equal([]);
  });

  it('names the skill groups when there is no such one', () => {
    const { centre } = scene();
    expect(() => centre.customerCalls({ queue: 'Nobody' })).to.throw(RangeError, 'Sales, Support, Billing');
  });

  it('lets customers come by themselves only when told to', () => {
    const calm = onDuty();
    calm.clock.advance(600_000);
    expect(calm.phone.names).to.deep.equal([]);

    const busy = onDuty({ autoInbound: true });
    busy.clock.advance(8000);
    expect(busy.phone.names).to.deep.equal(['EventRinging']);
    busy.phone.get('answer');
    busy.phone.get('hangup');
    busy.phone.get('completeACW');
    busy.clock.advance(8000);
    expect(busy.phone.names.filter((name) => name === 'EventRinging')).to.have.length(2);
  });

  it('keeps new customers coming while the agent is logged in, and stops with the option', () => {
    const { centre, phone, clock } = onDuty({}, { agentState: '2' });
    const waiting = () => centre.snapshot().queues.reduce((sum, { count }) => sum + count, 0);
    expect(waiting()).to.equal(10);
    centre.autoInbound = true;
    clock.advance(120_000);
    const grown = waiting();
    expect(grown).to.be.greaterThan(11);
    centre.autoInbound = false;
    clock.advance(120_000);
    expect(waiting()).to.equal(grown);
    expect(centre.autoInbound).to.equal(false);
    expect(phone.names).to.deep.equal([]);
  });
});
