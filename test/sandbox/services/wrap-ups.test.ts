import { expect } from '@open-wc/testing';
import { LATENCY, onDuty } from '../support/fixtures.js';

describe('sandbox: after-call work', () => {
  const sorting = (wrapUpSeconds = 30) => {
    const set = onDuty({ wrapUpSeconds });
    set.agentHost.talk().get('hangup');
    set.agentHost.clear();
    return { ...set, endedAt: set.clock.now() };
  };

  it('ends by itself', () => {
    const { agentHost, clock, centre } = sorting(45);
    clock.advance(44_999);
    expect(centre.snapshot().agent.workStatus).to.equal('sorting');
    clock.advance(1);
    expect(centre.snapshot().agent.workStatus).to.equal('ready');
    expect(agentHost.messages[0]).to.deep.include({ messageID: 'EventAgentReady', agentID: '1005', agentState: '1' });
  });

  it('is moved by delayACW, again and again', () => {
    const { agentHost, clock, centre, endedAt } = sorting();
    agentHost.get('delayACW', { delayTime: 60 });
    expect(agentHost.last('EventDelayCallAfterWork')).to.deep.include({
      delayTime: 60,
      wrapUpEndTimestamp: endedAt + 90_000,
    });
    agentHost.get('delayACW', { delayTime: '30' });
    expect(centre.snapshot().agent.wrapUpEndsAt).to.equal(endedAt + 120_000);
    clock.advance(120_000 - 2 * LATENCY - 1);
    expect(centre.snapshot().agent.workStatus).to.equal('sorting');
    clock.advance(1);
    expect(centre.snapshot().agent.workStatus).to.equal('ready');
  });

  it('can be extended by 30 to 900 whole seconds', () => {
    const { agentHost } = sorting();
    for (const delayTime of [29, 901, 45.5, 'x']) {
      expect(agentHost.refused('delayACW', { delayTime })).to.equal('SANDBOX_WRONG_PARAMETER');
    }
    expect(agentHost.refused('delayACW')).to.equal('SANDBOX_MISSING_PARAMETER');
    agentHost.get('delayACW', { delayTime: 30 });
    agentHost.get('delayACW', { delayTime: 900 });
  });

  it('is ended by completeACW: ready again', () => {
    const { agentHost, centre, clock } = sorting();
    agentHost.get('completeACW');
    expect(agentHost.names).to.deep.equal(['EventAgentReady']);
    expect(centre.snapshot().agent.state).to.equal('ready');
    clock.advance(60_000);
    expect(agentHost.names).to.have.length(1);
  });

  it('is ended by completeACWToBusy: do not disturb', () => {
    const { agentHost, centre } = sorting();
    agentHost.get('completeACWToBusy');
    expect(agentHost.messages[0]).to.include({ messageID: 'EventAgentNotReady', reasonCode: 2 });
    expect(centre.snapshot().agent).to.include({ state: 'dnd', workStatus: 'occupied' });
  });

  it('is ended by ready and notReady', () => {
    for (const [command, messageID] of [
      ['ready', 'EventAgentReady'],
      ['notReady', 'EventAgentNotReady'],
    ] as const) {
      const { agentHost, centre, clock } = sorting();
      agentHost.get(command, { reasonCode: 11 });
      expect(centre.snapshot().agent.wrapUpEndsAt).to.equal(null);
      clock.advance(60_000);
      expect(agentHost.names).to.deep.equal([messageID]);
    }
  });

  it('is refused where there is none', () => {
    const { agentHost } = onDuty();
    for (const name of ['completeACW', 'completeACWToBusy'] as const) {
      expect(agentHost.refused(name)).to.equal('SANDBOX_NO_WRAP_UP');
    }
    expect(agentHost.refused('delayACW', { delayTime: 30 })).to.equal('SANDBOX_NO_WRAP_UP');
  });

  it('can be switched off: the agent is told at once what they are', () => {
    const { agentHost, centre } = onDuty({ wrapUpSeconds: 0 });
    agentHost.talk().get('hangup');
    expect(agentHost.names.slice(-2)).to.deep.equal(['EventReleased', 'EventAgentReady']);
    expect(agentHost.last('EventReleased')).to.not.have.property('wrapUpEndTimestamp');
    expect(centre.snapshot().agent.workStatus).to.equal('ready');
  });
});
