import { expect } from '@open-wc/testing';
import { LATENCY, onDuty } from '../support/fixtures.js';

describe('sandbox: after-call work', () => {
  const sorting = (wrapUpSeconds = 30) => {
    const set = onDuty({ wrapUpSeconds });
    set.client.talk().get('hangup');
    set.client.clear();
    return { ...set, endedAt: set.clock.now() };
  };

  it('ends by itself', () => {
    const { client, clock, centre } = sorting(45);
    clock.advance(44_999);
    expect(centre.snapshot().agent.workStatus).to.equal('sorting');
    clock.advance(1);
    expect(centre.snapshot().agent.workStatus).to.equal('ready');
    expect(client.messages[0]).to.deep.include({ messageID: 'EventAgentReady', agentID: '1005', agentState: '1' });
  });

  it('is moved by delayACW, again and again', () => {
    const { client, clock, centre, endedAt } = sorting();
    client.get('delayACW', { delayTime: 60 });
    expect(client.last('EventDelayCallAfterWork')).to.deep.include({
      delayTime: 60,
      wrapUpEndTimestamp: endedAt + 90_000,
    });
    client.get('delayACW', { delayTime: '30' });
    expect(centre.snapshot().agent.wrapUpEndsAt).to.equal(endedAt + 120_000);
    clock.advance(120_000 - 2 * LATENCY - 1);
    expect(centre.snapshot().agent.workStatus).to.equal('sorting');
    clock.advance(1);
    expect(centre.snapshot().agent.workStatus).to.equal('ready');
  });

  it('can be extended by 30 to 900 whole seconds', () => {
    const { client } = sorting();
    for (const delayTime of [29, 901, 45.5, 'x']) {
      expect(client.refused('delayACW', { delayTime })).to.equal('SANDBOX_WRONG_PARAMETER');
    }
    expect(client.refused('delayACW')).to.equal('SANDBOX_MISSING_PARAMETER');
    client.get('delayACW', { delayTime: 30 });
    client.get('delayACW', { delayTime: 900 });
  });

  it('is ended by completeACW: ready again', () => {
    const { client, centre, clock } = sorting();
    client.get('completeACW');
    expect(client.names).to.deep.equal(['EventAgentReady']);
    expect(centre.snapshot().agent.state).to.equal('ready');
    clock.advance(60_000);
    expect(client.names).to.have.length(1);
  });

  it('is ended by completeACWToBusy: do not disturb', () => {
    const { client, centre } = sorting();
    client.get('completeACWToBusy');
    expect(client.messages[0]).to.include({ messageID: 'EventAgentNotReady', reasonCode: 2 });
    expect(centre.snapshot().agent).to.include({ state: 'dnd', workStatus: 'occupied' });
  });

  it('is ended by ready and notReady', () => {
    for (const [command, messageID] of [
      ['ready', 'EventAgentReady'],
      ['notReady', 'EventAgentNotReady'],
    ] as const) {
      const { client, centre, clock } = sorting();
      client.get(command, { reasonCode: 11 });
      expect(centre.snapshot().agent.wrapUpEndsAt).to.equal(null);
      clock.advance(60_000);
      expect(client.names).to.deep.equal([messageID]);
    }
  });

  it('is refused where there is none', () => {
    const { client } = onDuty();
    for (const name of ['completeACW', 'completeACWToBusy'] as const) {
      expect(client.refused(name)).to.equal('SANDBOX_NO_WRAP_UP');
    }
    expect(client.refused('delayACW', { delayTime: 30 })).to.equal('SANDBOX_NO_WRAP_UP');
  });

  it('can be switched off: the agent is told at once what they are', () => {
    const { client, centre } = onDuty({ wrapUpSeconds: 0 });
    client.talk().get('hangup');
    expect(client.names.slice(-2)).to.deep.equal(['EventReleased', 'EventAgentReady']);
    expect(client.last('EventReleased')).to.not.have.property('wrapUpEndTimestamp');
    expect(centre.snapshot().agent.workStatus).to.equal('ready');
  });
});
