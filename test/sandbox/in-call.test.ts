import { expect } from '@open-wc/testing';
import { onDuty } from './helpers.js';

describe('sandbox: during a call', () => {
  it('holds and retrieves', () => {
    const { phone, centre } = onDuty();
    phone.talk().clear();
    phone.get('holdCall');
    expect(centre.snapshot().calls[0]).to.include({ state: 'held', held: true });
    expect(centre.snapshot().agent.workStatus).to.equal('holding');
    expect(phone.refused('holdCall')).to.equal('SANDBOX_NO_CALL');
    phone.get('retrieveCall');
    expect(centre.snapshot().calls[0]).to.include({ state: 'talking', held: false });
    expect(phone.refused('retrieveCall')).to.equal('SANDBOX_NO_CALL');
    expect(phone.names).to.deep.equal(['EventAgentHoldCall', 'EventAgentRetrieveCall']);
  });

  it('mutes and unmutes, also on hold', () => {
    const { phone, centre } = onDuty();
    phone.talk().clear();
    phone.get('muteCall');
    phone.get('holdCall');
    expect(centre.snapshot().calls[0]).to.include({ muted: true, held: true });
    phone.get('unmute');
    expect(centre.snapshot().calls[0]?.muted).to.equal(false);
    expect(phone.names).to.deep.equal(['EventAgentMute', 'EventAgentHoldCall', 'EventAgentUnmute']);
  });

  it('sends up to 24 digits at a time', () => {
    const { phone, centre } = onDuty();
    phone.talk().clear();
    phone.get('sendDtmf', { dtmfDigits: ' 801# ' });
    phone.get('sendDtmf', { dtmfDigits: '0123456789*#0123456789*#' });
    expect(phone.messages[0]).to.deep.include({ messageID: 'EventDtmfSent', dtmfDigits: '801#' });
    expect(centre.snapshot().calls[0]?.digits).to.equal('801#0123456789*#0123456789*#');
    for (const dtmfDigits of ['0'.repeat(25), '12a', '1 2']) {
      expect(phone.refused('sendDtmf', { dtmfDigits })).to.equal('SANDBOX_WRONG_PARAMETER');
    }
    expect(phone.refused('sendDtmf', { dtmfDigits: ' ' })).to.equal('SANDBOX_MISSING_PARAMETER');
    phone.get('holdCall');
    expect(phone.refused('sendDtmf', { dtmfDigits: '1' })).to.equal('SANDBOX_NO_CALL');
  });

  it('ends for the agent with the survey; the customer stays a little longer', () => {
    const { phone, centre, clock } = onDuty();
    phone.talk().clear();
    phone.get('sendSatisfy');
    expect(phone.names).to.deep.equal(['EventReleased']);
    expect(centre.snapshot().agent.workStatus).to.equal('sorting');
    expect(centre.snapshot().calls[0]?.state).to.equal('survey');
    clock.advance(8000);
    expect(centre.snapshot().calls).to.have.length(0);
    expect(phone.names).to.deep.equal(['EventReleased']);
  });

  it('can be ended by either side, on hold as well', () => {
    for (const end of ['agent', 'customer'] as const) {
      const { phone, centre } = onDuty();
      phone.talk().clear();
      phone.get('holdCall');
      if (end === 'agent') phone.get('hangup');
      else centre.customerHangsUp();
      expect(phone.names).to.deep.equal(['EventAgentHoldCall', 'EventReleased']);
    }
  });

  it('brings what the customer keys in', () => {
    const { phone, centre } = onDuty();
    expect(centre.customerSendsDigits('1')).to.equal(false);
    phone.talk().clear();
    expect(centre.customerSendsDigits('12#')).to.equal(true);
    expect(phone.messages[0]).to.deep.include({ messageID: 'SandboxDigits', digits: '12#' });
    expect(centre.snapshot().calls[0]?.customerDigits).to.equal('12#');
  });

  it('lets the panel answer and decline for the customer', () => {
    const answered = onDuty();
    answered.phone.get('makeCall', { otherDN: '5550101' });
    expect(answered.centre.customerAnswers('another')).to.equal(false);
    expect(answered.centre.customerAnswers()).to.equal(true);
    expect(answered.centre.customerAnswers()).to.equal(false);
    expect(answered.phone.names).to.deep.equal(['EventDialing', 'EventEstablished']);
    answered.clock.advance(60_000);
    expect(answered.phone.names).to.have.length(2);

    const declined = onDuty();
    declined.phone.get('makeCall', { otherDN: '5550101' });
    expect(declined.centre.customerDeclines()).to.equal(true);
    expect(declined.phone.names).to.deep.equal(['EventDialing', 'EventReleased']);
    expect(declined.centre.customerHangsUp()).to.equal(false);
  });

  it('refuses what needs a call when there is none', () => {
    const { phone } = onDuty();
    for (const name of ['answer', 'rejectCall', 'hangup', 'holdCall', 'retrieveCall', 'muteCall', 'unmute'] as const) {
      expect(phone.refused(name), name).to.equal('SANDBOX_NO_CALL');
    }
    expect(phone.refused('sendSatisfy')).to.equal('SANDBOX_NO_CALL');
    expect(phone.names).to.deep.equal([]);
  });

  it('changes what the agent will be after the call, not the call', () => {
    const { phone, centre } = onDuty();
    phone.talk().get('notReady', { reasonCode: 14 });
    expect(centre.snapshot().agent).to.include({ state: 'break', reasonCode: 14, workStatus: 'talking' });
    phone.get('hangup');
    phone.get('completeACW');
    expect(phone.messages.at(-1)).to.include({ messageID: 'EventAgentNotReady', reasonCode: 14 });
  });
});
