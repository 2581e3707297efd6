import { expect } from '@open-wc/testing';
import { startPhone, turn, type Phone } from '../support/session.js';

let agentHost: Phone;
beforeEach(async () => {
  agentHost = await startPhone();
});

describe('unknown messages', () => {
  it('are named once in a warning', () => {
    for (let times = 0; times < 3; times += 1) agentHost.double.emit({ messageID: 'EventSomethingNew2' });
    expect(agentHost.heard.details('sobot-warning')).to.deep.equal([
      {
        code: 'unknown-event',
        message: 'The SDK sent "EventSomethingNew2", which the kit does not know. It went out as sobot-something-new2.',
      },
    ]);
    expect(agentHost.heard.of('sobot-state-change')).to.deep.equal([]);
  });
});

describe('an unknown message about a call that is not answered yet', () => {
  const dial = { messageID: 'EventDialing', callID: 'c1', callType: 'Outbound', otherDN: '555' };

  it('may say just that: nothing is held back any more', () => {
    agentHost.double.emit(dial);
    expect(agentHost.session.obstacle('holdCall')).to.equal('not-talking');
    agentHost.double.emit({ messageID: 'EventCustomerIsThere', callID: 'c1' });
    expect(agentHost.session.state.call?.presumed).to.equal(true);
    for (const command of ['holdCall', 'muteCall', 'sendDtmf', 'hangup'] as const) {
      expect(agentHost.session.obstacle(command), command).to.equal(null);
    }
    agentHost.double.emit({ messageID: 'EventEstablished', callID: 'c1' });
    expect(agentHost.session.state.call).to.include({ state: 'talking', presumed: false });
  });

  it('changes nothing if it speaks of another call, or of none', () => {
    agentHost.double.emit(dial);
    const before = agentHost.session.state;
    agentHost.double.emit({ messageID: 'EventCustomerIsThere', callID: 'c2' });
    agentHost.double.emit({ messageID: 'EventCustomerIsThere' });
    expect(agentHost.session.state).to.equal(before);
  });
});

describe('event aliases', () => {
  const eventAliases = {
    EventOnHold: 'EventAgentHoldCall',
    EventAuthGone: 'EventTokenInvalid',
    EventKeys: 'EventDtmfSent',
  };

  it('let a message of another name change the state; it goes out under its own', async () => {
    const { session, double, heard } = await startPhone({ eventAliases });
    double.emit({ messageID: 'EventEstablished', callID: 'c1' });
    heard.clear();
    double.emit({ messageID: 'EventOnHold', callID: 'c1' });
    expect(session.state.call?.state).to.equal('held');
    expect(heard.names).to.deep.equal(['sobot-on-hold', 'sobot-event', 'sobot-state-change']);
  });

  it('reach the token as well, and are not unknown', async () => {
    const { double, heard } = await startPhone({ eventAliases });
    double.emit({ messageID: 'EventAuthGone' });
    double.emit({ messageID: 'EventKeys' });
    await turn();
    expect(double.tokens).to.have.length(1);
    expect(heard.of('sobot-warning')).to.deep.equal([]);
  });
});
