import { expect } from '@open-wc/testing';
import { onDuty, createCallCentre } from '../support/fixtures.js';

describe('sandbox: inbound calls', () => {
  it('rings at a ready agent, is answered, and ends in after-call work', () => {
    const { client, clock, centre } = onDuty();
    const callID = centre.customerCalls({ number: '13800001111', queue: 'Sales', attachedData: { order: 1 } });
    expect(callID).to.be.a('string').with.length(35);
    expect(client.last('EventRinging')).to.deep.include({
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
    client.get('answer');
    expect(centre.snapshot().calls[0]).to.include({
      id: callID,
      type: 'inbound',
      state: 'talking',
      queueName: 'Sales',
    });
    clock.advance(5000);
    expect(centre.customerHangsUp(callID ?? '')).to.equal(true);
    expect(client.names).to.deep.equal(['EventRinging', 'EventEstablished', 'EventReleased']);
    expect(centre.snapshot().agent.workStatus).to.equal('sorting');
  });

  it('goes back to its skill group, first in line, when it is declined or not answered', () => {
    for (const end of ['rejectCall', 'hangup', 'timeout'] as const) {
      const { client, clock, centre } = onDuty();
      centre.customerCalls({ number: '13800001111', queue: 'q8003' });
      expect(centre.snapshot().queues[2]?.count).to.equal(1);
      if (end === 'timeout') clock.advance(30_000);
      else client.get(end);
      expect(client.names, end).to.deep.equal(['EventRinging', 'EventReleased']);
      expect(centre.snapshot().agent.workStatus, end).to.equal('ready');
      expect(centre.snapshot().queues[2]?.count, end).to.equal(2);
      centre.customerCalls({ queue: 'Billing' });
      expect(client.last('EventRinging')?.['otherDN'], end).to.equal('13800001111');
    }
  });

  it('does not go back when the customer gives up', () => {
    const { client, centre } = onDuty();
    centre.customerCalls({ number: '1', queue: 'Sales' });
    centre.customerHangsUp();
    expect(client.names).to.deep.equal(['EventRinging', 'EventReleased']);
    expect(centre.snapshot().queues[0]?.count).to.equal(3);
  });

  it('waits while nobody is ready', () => {
    const { client, centre } = onDuty({}, { agentState: '2' });
    expect(centre.customerCalls({ queue: 'Sales' })).to.equal(null);
    expect(centre.snapshot().queues[0]?.count).to.equal(4);
    expect(client.names).to.deep.equal([]);
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
    const { client, another, centre, clock } = onDuty();
    const second = another().init('1001').login().clear();
    clock.advance(1000);
    client.get('notReady', { reasonCode: 11 });
    client.get('ready');
    client.clear();
    centre.customerCalls({ queue: 'Sales' });
    expect(second.names).to.deep.equal(['EventRinging']);
    expect(client.names).to.deep.equal([]);
  });

  it('names the skill groups when there is no such one', () => {
    const { centre } = createCallCentre();
    expect(() => centre.customerCalls({ queue: 'Nobody' })).to.throw(RangeError, 'Sales, Support, Billing');
  });

  it('lets customers come by themselves only when told to', () => {
    const calm = onDuty();
    calm.clock.advance(600_000);
    expect(calm.client.names).to.deep.equal([]);

    const busy = onDuty({ autoInbound: true });
    busy.clock.advance(8000);
    expect(busy.client.names).to.deep.equal(['EventRinging']);
    busy.client.get('answer');
    busy.client.get('hangup');
    busy.client.get('completeACW');
    busy.clock.advance(8000);
    expect(busy.client.names.filter((name) => name === 'EventRinging')).to.have.length(2);
  });

  it('keeps new customers coming while the agent is logged in, and stops with the option', () => {
    const { centre, client, clock } = onDuty({}, { agentState: '2' });
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
    expect(client.names).to.deep.equal([]);
  });
});
