import { expect } from '@open-wc/testing';
import { onDuty } from '../support/fixtures.js';

describe('sandbox: during a call', () => {
  it('holds and retrieves', () => {
    const { client, centre } = onDuty();
    client.talk().clear();
    client.get('holdCall');
    expect(centre.snapshot().calls[0]).to.include({ state: 'held', held: true });
    expect(centre.snapshot().agent.workStatus).to.equal('holding');
    expect(client.refused('holdCall')).to.equal('SANDBOX_NO_CALL');
    client.get('retrieveCall');
    expect(centre.snapshot().calls[0]).to.include({ state: 'talking', held: false });
    expect(client.refused('retrieveCall')).to.equal('SANDBOX_NO_CALL');
    expect(client.names).to.deep.equal(['EventAgentHoldCall', 'EventAgentRetrieveCall']);
  });

  it('mutes and unmutes, also on hold', () => {
    const { client, centre } = onDuty();
    client.talk().clear();
    client.get('muteCall');
    client.get('holdCall');
    expect(centre.snapshot().calls[0]).to.include({ muted: true, held: true });
    client.get('unmute');
    expect(centre.snapshot().calls[0]?.muted).to.equal(false);
    expect(client.names).to.deep.equal(['EventAgentMute', 'EventAgentHoldCall', 'EventAgentUnmute']);
  });

  it('sends up to 24 digits at a time', () => {
    const { client, centre } = onDuty();
    client.talk().clear();
    client.get('sendDtmf', { dtmfDigits: ' 801# ' });
    client.get('sendDtmf', { dtmfDigits: '0123456789*#0123456789*#' });
    expect(client.messages[0]).to.deep.include({ messageID: 'EventDtmfSent', dtmfDigits: '801#' });
    expect(centre.snapshot().calls[0]?.digits).to.equal('801#0123456789*#0123456789*#');
    for (const dtmfDigits of ['0'.repeat(25), '12a', '1 2']) {
      expect(client.refused('sendDtmf', { dtmfDigits })).to.equal('SANDBOX_WRONG_PARAMETER');
    }
    expect(client.refused('sendDtmf', { dtmfDigits: ' ' })).to.equal('SANDBOX_MISSING_PARAMETER');
    client.get('holdCall');
    expect(client.refused('sendDtmf', { dtmfDigits: '1' })).to.equal('SANDBOX_NO_CALL');
  });

  it('ends for the agent with the survey; the customer stays a little longer', () => {
    const { client, centre, clock } = onDuty();
    client.talk().clear();
    client.get('sendSatisfy');
    expect(client.names).to.deep.equal(['EventReleased']);
    expect(centre.snapshot().agent.workStatus).to.equal('sorting');
    expect(centre.snapshot().calls[0]?.state).to.equal('survey');
    clock.advance(8000);
    expect(centre.snapshot().calls).to.have.length(0);
    expect(client.names).to.deep.equal(['EventReleased']);
  });

  it('can be ended by either side, on hold as well', () => {
    for (const end of ['agent', 'customer'] as const) {
      const { client, centre } = onDuty();
      client.talk().clear();
      client.get('holdCall');
      if (end === 'agent') client.get('hangup');
      else centre.customerHangsUp();
      expect(client.names).to.deep.equal(['EventAgentHoldCall', 'EventReleased']);
    }
  });

  it('brings what the customer keys in', () => {
    const { client, centre } = onDuty();
    expect(centre.customerSendsDigits('1')).to.equal(false);
    client.talk().clear();
    expect(centre.customerSendsDigits('12#')).to.equal(true);
    expect(client.messages[0]).to.deep.include({ messageID: 'SandboxDigits', digits: '12#' });
    expect(centre.snapshot().calls[0]?.customerDigits).to.equal('12#');
  });

  it('lets the panel answer and decline for the customer', () => {
    const answered = onDuty();
    answered.client.get('makeCall', { otherDN: '5550101' });
    expect(answered.centre.customerAnswers('another')).to.equal(false);
    expect(answered.centre.customerAnswers()).to.equal(true);
    expect(answered.centre.customerAnswers()).to.equal(false);
    expect(answered.client.names).to.deep.equal(['EventDialing', 'EventEstablished']);
    answered.clock.advance(60_000);
    expect(answered.client.names).to.have.length(2);

    const declined = onDuty();
    declined.client.get('makeCall', { otherDN: '5550101' });
    expect(declined.centre.customerDeclines()).to.equal(true);
    expect(declined.client.names).to.deep.equal(['EventDialing', 'EventReleased']);
    expect(declined.centre.customerHangsUp()).to.equal(false);
  });

  it('refuses what needs a call when there is none', () => {
    const { client } = onDuty();
    for (const name of ['answer', 'rejectCall', 'hangup', 'holdCall', 'retrieveCall', 'muteCall', 'unmute'] as const) {
      expect(client.refused(name), name).to.equal('SANDBOX_NO_CALL');
    }
    expect(client.refused('sendSatisfy')).to.equal('SANDBOX_NO_CALL');
    expect(client.names).to.deep.equal([]);
  });

  it('changes what the agent will be after the call, not the call', () => {
    const { client, centre } = onDuty();
    client.talk().get('notReady', { reasonCode: 14 });
    expect(centre.snapshot().agent).to.include({ state: 'break', reasonCode: 14, workStatus: 'talking' });
    client.get('hangup');
    client.get('completeACW');
    expect(client.messages.at(-1)).to.include({ messageID: 'EventAgentNotReady', reasonCode: 14 });
  });
});
