import { expect } from '@open-wc/testing';
import { onDuty } from '../support/fixtures.js';

describe('sandbox: faults', () => {
  it('slow: answers come later', () => {
    const { agentHost, centre, clock } = onDuty();
    centre.faults.slow = 500;
    const answers = agentHost.send('ready');
    clock.advance(529);
    expect(answers).to.have.length(0);
    clock.advance(1);
    expect(answers).to.have.length(1);
  });

  it('refuse: an error, and nothing happens; by name or all', () => {
    const { agentHost, centre } = onDuty();
    centre.faults.refuse = ['ready', 'notReady'];
    expect(agentHost.refused('ready')).to.equal('SANDBOX_REFUSED');
    agentHost.get('queryStates');
    centre.faults.refuse = '*';
    expect(agentHost.ask('queryStates')?.kind).to.equal('error');
    expect(agentHost.ask('initAgent', { token: 't', companyId: 'c', agent: '1005' })?.kind).to.equal('error');
    expect(agentHost.names).to.deep.equal([]);
    centre.faults.refuse = [];
    agentHost.get('ready');
  });

  it('drop: it happens, but the callback never comes', () => {
    const { agentHost, centre, clock } = onDuty();
    centre.faults.drop = 'notReady';
    const answers = agentHost.send('notReady', { reasonCode: 11 });
    clock.advance(60_000);
    expect(answers).to.deep.equal([]);
    expect(agentHost.names).to.deep.equal(['EventAgentNotReady']);
  });

  it('twice: both callbacks, one change', () => {
    const { agentHost, centre, clock } = onDuty();
    centre.faults.twice = ['ready', 'hangup'];
    const ready = agentHost.send('ready');
    const hangup = agentHost.send('hangup');
    clock.advance(30);
    expect(ready.map(({ kind }) => kind)).to.deep.equal(['success', 'success']);
    expect(hangup.map(({ kind }) => kind)).to.deep.equal(['error', 'error']);
    expect(agentHost.names).to.deep.equal(['EventAgentReady']);
  });

  it('throw: out of the method itself', () => {
    const { agentHost, centre } = onDuty();
    centre.faults.throw = 'ready';
    expect(() => agentHost.send('ready')).to.throw('ready throws on demand');
    agentHost.get('queryStates');
    expect(agentHost.names).to.deep.equal([]);
  });

  it('silent: messages that never arrive', () => {
    const { agentHost, centre } = onDuty();
    centre.faults.silent = ['EventEstablished'];
    agentHost.talk().get('hangup');
    expect(agentHost.names).to.deep.equal(['EventDialing', 'EventReleased']);
    centre.faults.silent = '*';
    agentHost.get('completeACW');
    expect(agentHost.names).to.have.length(2);
  });

  it('garble: every sample gets the letter, with figures that go with it', () => {
    const { agentHost, centre, clock } = onDuty({}, { phoneType: 'sip' });
    agentHost.talk();
    for (const letter of ['a', 'b', 'c', 'd', 'e'] as const) {
      centre.faults.garble = letter;
      clock.advance(3000);
      expect(agentHost.last('EventJanusLatency')?.['quality']).to.equal(letter);
    }
    centre.faults.garble = 'a';
    clock.advance(3000);
    expect(agentHost.last('EventJanusLatency')).to.include({ ping: 2000, loss: '60' });
  });

  it('network lost: no answers, no messages; calls go on, and the end is told on return', () => {
    const { agentHost, centre, clock } = onDuty();
    agentHost.talk().clear();
    const late = agentHost.send('holdCall');
    centre.loseNetwork();
    expect(centre.snapshot().network).to.equal('down');
    clock.advance(30);
    expect(agentHost.ask('queryStates')).to.equal(undefined);
    centre.customerHangsUp();
    clock.advance(5000);
    expect(late).to.deep.equal([]);
    expect(agentHost.names).to.deep.equal([]);
    expect(
      centre
        .snapshot()
        .log.slice(-2)
        .map(({ outcome }) => outcome),
    ).to.deep.equal(['lost', 'lost']);
    centre.restoreNetwork();
    centre.restoreNetwork();
    expect(agentHost.names).to.deep.equal(['EventAgentRegainStatus']);
    expect(agentHost.messages[0]?.['agentStateInfo']).to.include({ workStatus: 'sorting' });
    agentHost.get('completeACW');
  });
});
