import { expect } from '@open-wc/testing';
import { type SessionFixture, startSession, turn } from '../support/session.js';

describe('unknown messages', () => {
  let fixture: SessionFixture;
  beforeEach(async () => {
    fixture = await startSession();
  });

  it('are named once in a warning', () => {
    for (let times = 0; times < 3; times += 1) fixture.sdk.emit({ messageID: 'EventSomethingNew2' });
    expect(fixture.events.details('sobot-warning')).to.deep.equal([
      {
        code: 'unknown-event',
        message: 'The SDK sent "EventSomethingNew2", which the kit does not know. It went out as sobot-something-new2.',
      },
    ]);
    expect(fixture.events.of('sobot-state-change')).to.deep.equal([]);
  });
});

describe('an unknown message about a call that is not answered yet', () => {
  let fixture: SessionFixture;
  beforeEach(async () => {
    fixture = await startSession();
  });

  const dial = { messageID: 'EventDialing', callID: 'c1', callType: 'Outbound', otherDN: '555' };

  it('may say just that: nothing is held back any more', () => {
    fixture.sdk.emit(dial);
    expect(fixture.session.obstacle('holdCall')).to.equal('not-talking');
    fixture.sdk.emit({ messageID: 'EventCustomerIsThere', callID: 'c1' });
    expect(fixture.session.state.call?.presumed).to.equal(true);
    for (const command of ['holdCall', 'muteCall', 'sendDtmf', 'hangup'] as const) {
      expect(fixture.session.obstacle(command), command).to.equal(null);
    }
    fixture.sdk.emit({ messageID: 'EventEstablished', callID: 'c1' });
    expect(fixture.session.state.call).to.include({ state: 'talking', presumed: false });
  });

  it('changes nothing if it speaks of another call, or of none', () => {
    fixture.sdk.emit(dial);
    const before = fixture.session.state;
    fixture.sdk.emit({ messageID: 'EventCustomerIsThere', callID: 'c2' });
    fixture.sdk.emit({ messageID: 'EventCustomerIsThere' });
    expect(fixture.session.state).to.equal(before);
  });
});

describe('event aliases', () => {
  const eventAliases = {
    EventOnHold: 'EventAgentHoldCall',
    EventAuthGone: 'EventTokenInvalid',
    EventKeys: 'EventDtmfSent',
  };

  it('let a message of another name change the state; it goes out under its own', async () => {
    const { session, sdk, events } = await startSession({ eventAliases });
    sdk.emit({ messageID: 'EventEstablished', callID: 'c1' });
    events.clear();
    sdk.emit({ messageID: 'EventOnHold', callID: 'c1' });
    expect(session.state.call?.state).to.equal('held');
    expect(events.names).to.deep.equal(['sobot-on-hold', 'sobot-event', 'sobot-state-change']);
  });

  it('reach the token as well, and are not unknown', async () => {
    const { sdk, events } = await startSession({ eventAliases });
    sdk.emit({ messageID: 'EventAuthGone' });
    sdk.emit({ messageID: 'EventKeys' });
    await turn();
    expect(sdk.tokens).to.have.length(1);
    expect(events.of('sobot-warning')).to.deep.equal([]);
  });
});
