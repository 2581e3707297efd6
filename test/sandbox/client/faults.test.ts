import { expect } from '@open-wc/testing';
import { onDuty } from '../support/fixtures.js';

describe('sandbox: faults', () => {
  it('slow: answers come later', () => {
    const { client, centre, clock } = onDuty();
    centre.faults.slow = 500;
    const answers = client.send('ready');
    clock.advance(529);
    expect(answers).to.have.length(0);
    clock.advance(1);
    expect(answers).to.have.length(1);
  });

  it('refuse: an error, and nothing happens; by name or all', () => {
    const { client, centre } = onDuty();
    centre.faults.refuse = ['ready', 'notReady'];
    expect(client.refused('ready')).to.equal('SANDBOX_REFUSED');
    client.get('queryStates');
    centre.faults.refuse = '*';
    expect(client.ask('queryStates')?.kind).to.equal('error');
    expect(client.ask('initAgent', { token: 't', companyId: 'c', agent: '1005' })?.kind).to.equal('error');
    expect(client.names).to.deep.equal([]);
    centre.faults.refuse = [];
    client.get('ready');
  });

  it('drop: it happens, but the callback never comes', () => {
    const { client, centre, clock } = onDuty();
    centre.faults.drop = 'notReady';
    const answers = client.send('notReady', { reasonCode: 11 });
    clock.advance(60_000);
    expect(answers).to.deep.equal([]);
    expect(client.names).to.deep.equal(['EventAgentNotReady']);
  });

  it('twice: both callbacks, one change', () => {
    const { client, centre, clock } = onDuty();
    centre.faults.twice = ['ready', 'hangup'];
    const ready = client.send('ready');
    const hangup = client.send('hangup');
    clock.advance(30);
    expect(ready.map(({ kind }) => kind)).to.deep.equal(['success', 'success']);
    expect(hangup.map(({ kind }) => kind)).to.deep.equal(['error', 'error']);
    expect(client.names).to.deep.equal(['EventAgentReady']);
  });

  it('throw: out of the method itself', () => {
    const { client, centre } = onDuty();
    centre.faults.throw = 'ready';
    expect(() => client.send('ready')).to.throw('ready throws on demand');
    client.get('queryStates');
    expect(client.names).to.deep.equal([]);
  });

  it('silent: messages that never arrive', () => {
    const { client, centre } = onDuty();
    centre.faults.silent = ['EventEstablished'];
    client.talk().get('hangup');
    expect(client.names).to.deep.equal(['EventDialing', 'EventReleased']);
    centre.faults.silent = '*';
    client.get('completeACW');
    expect(client.names).to.have.length(2);
  });

  it('garble: every sample gets the letter, with figures that go with it', () => {
    const { client, centre, clock } = onDuty({}, { phoneType: 'sip' });
    client.talk();
    for (const letter of ['a', 'b', 'c', 'd', 'e'] as const) {
      centre.faults.garble = letter;
      clock.advance(3000);
      expect(client.last('EventJanusLatency')?.['quality']).to.equal(letter);
    }
    centre.faults.garble = 'a';
    clock.advance(3000);
    expect(client.last('EventJanusLatency')).to.include({ ping: 2000, loss: '60' });
  });

  it('network lost: no answers, no messages; calls go on, and the end is told on return', () => {
    const { client, centre, clock } = onDuty();
    client.talk().clear();
    const late = client.send('holdCall');
    centre.loseNetwork();
    expect(centre.snapshot().network).to.equal('down');
    clock.advance(30);
    expect(client.ask('queryStates')).to.equal(undefined);
    centre.customerHangsUp();
    clock.advance(5000);
    expect(late).to.deep.equal([]);
    expect(client.names).to.deep.equal([]);
    expect(
      centre
        .snapshot()
        .log.slice(-2)
        .map(({ outcome }) => outcome),
    ).to.deep.equal(['lost', 'lost']);
    centre.restoreNetwork();
    centre.restoreNetwork();
    expect(client.names).to.deep.equal(['EventAgentRegainStatus']);
    expect(client.messages[0]?.['agentStateInfo']).to.include({ workStatus: 'sorting' });
    client.get('completeACW');
  });
});
