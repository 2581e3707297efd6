import { expect } from '@open-wc/testing';
import { LATENCY, onDuty, scene } from './helpers.js';

describe('sandbox: token', () => {
  const expired = () => {
    const set = onDuty();
    set.centre.expireToken();
    expect(set.phone.names).to.deep.equal(['EventTokenInvalid']);
    set.phone.clear();
    return set;
  };

  it('lives for ever unless told otherwise', () => {
    const { phone, clock } = onDuty();
    clock.advance(30 * 24 * 3_600_000);
    expect(phone.names).to.deep.equal([]);
    phone.get('queryStates');
  });

  it('ends with its life, and lives again after handleRefreshToken', () => {
    const { phone, clock } = scene({ tokenLife: 60_000 });
    phone.init();
    clock.advance(59_999);
    expect(phone.names).to.deep.equal([]);
    clock.advance(1);
    expect(phone.names).to.deep.equal(['EventTokenInvalid']);
    phone.sdk.handleRefreshToken?.('new');
    phone.get('queryStates');
    clock.advance(60_000 - LATENCY);
    expect(phone.names).to.have.length(2);
  });

  it('holds HTTP requests for the window and sends them on, in order, with a new token', () => {
    const { phone, clock } = expired();
    const states = phone.send('queryStates');
    const busy = phone.send('notReady', { reasonCode: 11 });
    const routes = phone.send('queryRoutes');
    clock.advance(9000);
    expect([...states, ...busy, ...routes]).to.deep.equal([]);
    phone.sdk.handleRefreshToken?.(' new ');
    expect([states[0]?.kind, busy[0]?.kind, routes[0]?.kind]).to.deep.equal(['success', 'success', 'success']);
    expect(phone.names).to.deep.equal(['EventAgentNotReady']);
    clock.advance(60_000);
    expect(states).to.have.length(1);
    expect(phone.names).to.have.length(1);
  });

  it('drops them after ten seconds with an error, and says so again', () => {
    const { phone, clock } = expired();
    const order: string[] = [];
    phone.sdk.on('EventTokenInvalid', () => order.push('invalid'));
    phone.sdk.queryCountsInQueue({ error: (cause) => order.push(JSON.stringify(cause)) });
    clock.advance(9999);
    expect(order).to.deep.equal([]);
    clock.advance(1);
    expect(order).to.have.length(2);
    expect(order[0]).to.contain('SANDBOX_TOKEN_INVALID');
    expect(order[1]).to.equal('invalid');
    clock.advance(10_000);
    expect(order).to.have.length(3);
    phone.sdk.handleRefreshToken?.('new');
    phone.get('queryStates');
    clock.advance(60_000);
    expect(order).to.have.length(3);
  });

  it('sends nothing on while the network is lost', () => {
    const { phone, centre, clock } = expired();
    const answers = phone.send('ready');
    clock.advance(30);
    centre.loseNetwork();
    phone.sdk.handleRefreshToken?.('new');
    clock.advance(20_000);
    expect(answers).to.deep.equal([]);
    centre.restoreNetwork();
    phone.get('ready');
  });

  it('does not hinder calls', () => {
    const { phone } = expired();
    phone.talk();
    for (const name of ['holdCall', 'retrieveCall', 'muteCall', 'unmute', 'hangup', 'completeACW'] as const) {
      phone.get(name);
    }
  });

  it('ignores a blank token, and one before initAgent', () => {
    const { phone, another } = expired();
    phone.sdk.handleRefreshToken?.(' ');
    expect(phone.ask('queryStates')).to.equal(undefined);
    const stranger = another();
    stranger.sdk.handleRefreshToken?.('new');
    expect(stranger.ask('queryStates')?.value).to.have.property('message');
  });

  it('expires once, at every end that has one', () => {
    const { phone, another, centre } = onDuty();
    const second = another().init('1001');
    const idle = another();
    centre.expireToken();
    centre.expireToken();
    expect([phone.names, second.names, idle.names]).to.deep.equal([['EventTokenInvalid'], ['EventTokenInvalid'], []]);
  });

  it('is renewed by initAgent', () => {
    const { phone } = expired();
    phone.init().get('queryStates');
  });
});
