import { expect } from '@open-wc/testing';
import { onDuty } from './helpers.js';

describe('sandbox: faults', () => {
  it('slow: answers come later', () => {
    const { phone, centre, clock } = onDuty();
    centre.faults.slow = 500;
    const answers = phone.send('ready');
    clock.advance(529);
    expect(answers).to.have.length(0);
    clock.advance(1);
    expect(answers).to.have.length(1);
  });

  it('refuse: an error, and nothing happens; by name or all', () => {
    const { phone, centre } = onDuty();
    centre.faults.refuse = ['ready', 'notReady'];
    expect(phone.refused('ready')).to.equal('SANDBOX_REFUSED');
    phone.get('queryStates');
    centre.faults.refuse = '*';
    expect(phone.ask('queryStates')?.kind).to.equal('error');
    expect(phone.ask('initAgent', { token: 't', companyId: 'c', agent: '1005' })?.kind).to.equal('error');
    expect(phone.names).to.deep.equal([]);
    centre.faults.refuse = [];
    phone.get('ready');
  });

  it('drop: it happens, but the callback never comes', () => {
    const { phone, centre, clock } = onDuty();
    centre.faults.drop = 'notReady';
    const answers = phone.send('notReady', { reasonCode: 11 });
    clock.advance(60_000);
    expect(answers).to.deep.equal([]);
    expect(phone.names).to.deep.equal(['EventAgentNotReady']);
  });

  it('twice: both callbacks, one change', () => {
    const { phone, centre, clock } = onDuty();
    centre.faults.twice = ['ready', 'hangup'];
    const ready = phone.send('ready');
    const hangup = phone.send('hangup');
    clock.advance(30);
    expect(ready.map(({ kind }) => kind)).to.deep.equal(['success', 'success']);
    expect(hangup.map(({ kind }) => kind)).to.deep.equal(['error', 'error']);
    expect(phone.names).to.deep.equal(['EventAgentReady']);
  });

  it('throw: out of the method itself', () => {
    const { phone, centre } = onDuty();
    centre.faults.throw = 'ready';
    expect(() => phone.send('ready')).to.throw('ready throws on demand');
    phone.get('queryStates');
    expect(phone.names).to.deep.equal([]);
  });

  it('silent: messages that never arrive', () => {
    const { phone, centre } = onDuty();
    centre.faults.silent = ['EventEstablished'];
    phone.talk().get('hangup');
    expect(phone.names).to.deep.equal(['EventDialing', 'EventReleased']);
    centre.faults.silent = '*';
    phone.get('completeACW');
    expect(phone.names).to.have.length(2);
  });

  it('garble: every sample gets the letter, with figures that go with it', () => {
    const { phone, centre, clock } = onDuty({}, { phoneType: 'sip' });
    phone.talk();
    for (const letter of ['a', 'b', 'c', 'd', 'e'] as const) {
      centre.faults.garble = letter;
      clock.advance(3000);
      expect(phone.last('EventJanusLatency')?.['quality']).to.equal(letter);
    }
    centre.faults.garble = 'a';
    clock.advance(3000);
    expect(phone.last('EventJanusLatency')).to.include({ ping: 2000, loss: '60' });
  });

  it('network lost: no answers, no messages; calls go on, and the end is told on return', () => {
    const { phone, centre, clock } = onDuty();
    phone.talk().clear();
    const late = phone.send('holdCall');
    centre.loseNetwork();
    expect(centre.snapshot().network).to.equal('down');
    clock.advance(30);
    expect(phone.ask('queryStates')).to.equal(undefined);
    centre.customerHangsUp();
    clock.advance(5000);
    expect(late).to.deep.equal([]);
    expect(phone.names).to.deep.equal([]);
    expect(
      centre
        .snapshot()
        .log.slice(-2)
        .map(({ outcome }) => outcome),
    ).to.deep.equal(['lost', 'lost']);
    centre.restoreNetwork();
    centre.restoreNetwork();
    expect(phone.names).to.deep.equal(['EventAgentRegainStatus']);
    expect(phone.messages[0]?.['agentStateInfo']).to.include({ workStatus: 'sorting' });
    phone.get('completeACW');
  });
});
