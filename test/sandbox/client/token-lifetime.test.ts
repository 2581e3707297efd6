import { expect } from '@open-wc/testing';
import { LATENCY, onDuty, createCallCentre } from '../support/fixtures.js';

describe('sandbox: token', () => {
  const expired = () => {
    const set = onDuty();
    set.centre.expireToken();
    expect(set.client.names).to.deep.equal(['EventTokenInvalid']);
    set.client.clear();
    return set;
  };

  it('lives for ever unless told otherwise', () => {
    const { client, clock } = onDuty();
    clock.advance(30 * 24 * 3_600_000);
    expect(client.names).to.deep.equal([]);
    client.get('queryStates');
  });

  it('ends with its life, and lives again after handleRefreshToken', () => {
    const { client, clock } = createCallCentre({ tokenLife: 60_000 });
    client.init();
    clock.advance(59_999);
    expect(client.names).to.deep.equal([]);
    clock.advance(1);
    expect(client.names).to.deep.equal(['EventTokenInvalid']);
    client.sdk.handleRefreshToken?.('new');
    client.get('queryStates');
    clock.advance(60_000 - LATENCY);
    expect(client.names).to.have.length(2);
  });

  it('holds HTTP requests for the window and sends them on, in order, with a new token', () => {
    const { client, clock } = expired();
    const states = client.send('queryStates');
    const busy = client.send('notReady', { reasonCode: 11 });
    const routes = client.send('queryRoutes');
    clock.advance(9000);
    expect([...states, ...busy, ...routes]).to.deep.equal([]);
    client.sdk.handleRefreshToken?.(' new ');
    expect([states[0]?.kind, busy[0]?.kind, routes[0]?.kind]).to.deep.equal(['success', 'success', 'success']);
    expect(client.names).to.deep.equal(['EventAgentNotReady']);
    clock.advance(60_000);
    expect(states).to.have.length(1);
    expect(client.names).to.have.length(1);
  });

  it('drops them after ten seconds with an error, and says so again', () => {
    const { client, clock } = expired();
    const order: string[] = [];
    client.sdk.on('EventTokenInvalid', () => order.push('invalid'));
    client.sdk.queryCountsInQueue({ error: (cause) => order.push(JSON.stringify(cause)) });
    clock.advance(9999);
    expect(order).to.deep.equal([]);
    clock.advance(1);
    expect(order).to.have.length(2);
    expect(order[0]).to.contain('SANDBOX_TOKEN_INVALID');
    expect(order[1]).to.equal('invalid');
    clock.advance(10_000);
    expect(order).to.have.length(3);
    client.sdk.handleRefreshToken?.('new');
    client.get('queryStates');
    clock.advance(60_000);
    expect(order).to.have.length(3);
  });

  it('sends nothing on while the network is lost', () => {
    const { client, centre, clock } = expired();
    const answers = client.send('ready');
    clock.advance(30);
    centre.loseNetwork();
    client.sdk.handleRefreshToken?.('new');
    clock.advance(20_000);
    expect(answers).to.deep.equal([]);
    centre.restoreNetwork();
    client.get('ready');
  });

  it('does not hinder calls', () => {
    const { client } = expired();
    client.talk();
    for (const name of ['holdCall', 'retrieveCall', 'muteCall', 'unmute', 'hangup', 'completeACW'] as const) {
      client.get(name);
    }
  });

  it('ignores a blank token, and one before initAgent', () => {
    const { client, another } = expired();
    client.sdk.handleRefreshToken?.(' ');
    expect(client.ask('queryStates')).to.equal(undefined);
    const stranger = another();
    stranger.sdk.handleRefreshToken?.('new');
    expect(stranger.ask('queryStates')?.value).to.have.property('message');
  });

  it('expires once, at every end that has one', () => {
    const { client, another, centre } = onDuty();
    const second = another().init('1001');
    const idle = another();
    centre.expireToken();
    centre.expireToken();
    expect([client.names, second.names, idle.names]).to.deep.equal([['EventTokenInvalid'], ['EventTokenInvalid'], []]);
  });

  it('is renewed by initAgent', () => {
    const { client } = expired();
    client.init().get('queryStates');
  });
});
