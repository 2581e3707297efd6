import { expect } from '@open-wc/testing';
import { LATENCY, onDuty, scene } from '../support/fixtures.js';

describe('sandbox: token', () => {
  const expired = () => {
    const set = onDuty();
    set.centre.expireToken();
    expect(set.agentHost.names).to.deep.equal(['EventTokenInvalid']);
    set.agentHost.clear();
    return set;
  };

  it('lives for ever unless told otherwise', () => {
    const { agentHost, clock } = onDuty();
    clock.advance(30 * 24 * 3_600_000);
    expect(agentHost.names).to.deep.equal([]);
    agentHost.get('queryStates');
  });

  it('ends with its life, and lives again after handleRefreshToken', () => {
    const { agentHost, clock } = scene({ tokenLife: 60_000 });
    agentHost.init();
    clock.advance(59_999);
    expect(agentHost.names).to.deep.equal([]);
    clock.advance(1);
    expect(agentHost.names).to.deep.equal(['EventTokenInvalid']);
    agentHost.sdk.handleRefreshToken?.('new');
    agentHost.get('queryStates');
    clock.advance(60_000 - LATENCY);
    expect(agentHost.names).to.have.length(2);
  });

  it('holds HTTP requests for the window and sends them on, in order, with a new token', () => {
    const { agentHost, clock } = expired();
    const states = agentHost.send('queryStates');
    const busy = agentHost.send('notReady', { reasonCode: 11 });
    const routes = agentHost.send('queryRoutes');
    clock.advance(9000);
    expect([...states, ...busy, ...routes]).to.deep.equal([]);
    agentHost.sdk.handleRefreshToken?.(' new ');
    expect([states[0]?.kind, busy[0]?.kind, routes[0]?.kind]).to.deep.equal(['success', 'success', 'success']);
    expect(agentHost.names).to.deep.equal(['EventAgentNotReady']);
    clock.advance(60_000);
    expect(states).to.have.length(1);
    expect(agentHost.names).to.have.length(1);
  });

  it('drops them after ten seconds with an error, and says so again', () => {
    const { agentHost, clock } = expired();
    const order: string[] = [];
    agentHost.sdk.on('EventTokenInvalid', () => order.push('invalid'));
    agentHost.sdk.queryCountsInQueue({ error: (cause) => order.push(JSON.stringify(cause)) });
    clock.advance(9999);
    expect(order).to.deep.equal([]);
    clock.advance(1);
    expect(order).to.have.length(2);
    expect(order[0]).to.contain('SANDBOX_TOKEN_INVALID');
    expect(order[1]).to.equal('invalid');
    clock.advance(10_000);
    expect(order).to.have.length(3);
    agentHost.sdk.handleRefreshToken?.('new');
    agentHost.get('queryStates');
    clock.advance(60_000);
    expect(order).to.have.length(3);
  });

  it('sends nothing on while the network is lost', () => {
    const { agentHost, centre, clock } = expired();
    const answers = agentHost.send('ready');
    clock.advance(30);
    centre.loseNetwork();
    agentHost.sdk.handleRefreshToken?.('new');
    clock.advance(20_000);
    expect(answers).to.deep.equal([]);
    centre.restoreNetwork();
    agentHost.get('ready');
  });

  it('does not hinder calls', () => {
    const { agentHost } = expired();
    agentHost.talk();
    for (const name of ['holdCall', 'retrieveCall', 'muteCall', 'unmute', 'hangup', 'completeACW'] as const) {
      agentHost.get(name);
    }
  });

  it('ignores a blank token, and one before initAgent', () => {
    const { agentHost, another } = expired();
    agentHost.sdk.handleRefreshToken?.(' ');
    expect(agentHost.ask('queryStates')).to.equal(undefined);
    const stranger = another();
    stranger.sdk.handleRefreshToken?.('new');
    expect(stranger.ask('queryStates')?.value).to.have.property('message');
  });

  it('expires once, at every end that has one', () => {
    const { agentHost, another, centre } = onDuty();
    const second = another().init('1001');
    const idle = another();
    centre.expireToken();
    centre.expireToken();
    expect([agentHost.names, second.names, idle.names]).to.deep.equal([
      ['EventTokenInvalid'],
      ['EventTokenInvalid'],
      [],
    ]);
  });

  it('is renewed by initAgent', () => {
    const { agentHost } = expired();
    agentHost.init().get('queryStates');
  });
});
