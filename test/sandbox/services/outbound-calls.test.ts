import { expect } from '@open-wc/testing';
import { onDuty, createCallCentre } from '../support/fixtures.js';

describe('sandbox: outbound calls', () => {
  it('goes from dialing to after-call work and back to ready', () => {
    const { client, clock, centre } = onDuty();
    client.get('makeCall', { otherDN: ' 133****3333 ', userData: { order: 7 } });
    expect(client.names).to.deep.equal(['EventDialing']);
    expect(centre.snapshot().agent.workStatus).to.equal('dialing');
    clock.advance(1999);
    expect(client.names).to.have.length(1);
    clock.advance(1);
    expect(client.names).to.deep.equal(['EventDialing', 'EventEstablished']);
    expect(centre.snapshot().calls[0]).to.include({ type: 'outbound', number: '133****3333', state: 'talking' });
    client.get('hangup');
    expect(client.names.at(-1)).to.equal('EventReleased');
    expect(centre.snapshot().agent.workStatus).to.equal('sorting');
    expect(centre.snapshot().calls).to.have.length(0);
    clock.advance(30_000);
    expect(client.names.at(-1)).to.equal('EventAgentReady');
    expect(centre.snapshot().agent).to.include({ workStatus: 'ready', state: 'ready' });
  });

  it('carries the documented fields in every message of the call', () => {
    const { client, clock } = onDuty({}, { bindExt: ' 1000 ' });
    client.get('makeCall', { otherDN: '13512345678', ANI: '01066666666', userData: { order: 7 } });
    clock.advance(2000);
    client.get('hangup');
    const [dialing, established, released] = client.messages;
    expect(dialing?.['callID']).to.be.a('string').with.length(35);
    expect(dialing?.referenceID).to.equal(3);
    expect(established?.referenceID).to.equal(3);
    expect(released?.referenceID).to.equal(4);
    for (const message of client.messages) {
      expect(message).to.deep.include({
        companyId: 'company',
        callID: dialing?.['callID'],
        partyID: dialing?.['partyID'],
        callType: 'Outbound',
        partyRole: 'Agent',
        ANI: '01066666666',
        DNIS: '13512345678',
        thisDN: '1000',
        thisDNRole: 'Origination',
        otherDN: '13512345678',
        otherDNRole: 'Destination',
        attachedData: { order: 7 },
      });
      expect(message.creationTime).to.be.a('number');
    }
    expect(released?.['wrapUpEndTimestamp']).to.equal(clock.now() + 30_000);
  });

  it('takes the display number from the routing rules where none is given', () => {
    const { client } = onDuty();
    client.get('makeCall', { otherDN: '1' });
    expect(client.last('EventDialing')?.['ANI']).to.equal('01066666666');
  });

  it('calls the agent’s mobile first with answering method "phone"', () => {
    const { client, clock } = onDuty({}, { phoneType: 'pstn', bindMobile: ' 13333333333 ' });
    client.get('makeCall', { otherDN: '5550100' });
    expect(client.last('EventDialing')?.['thisDN']).to.equal('13333333333');
    clock.advance(1499);
    expect(client.names).to.not.include('EventEstablished');
    clock.advance(1);
    expect(client.names).to.include('EventEstablished');
  });

  it('follows an unanswered call with no after-call work', () => {
    const { client, clock, centre } = onDuty();
    client.get('makeCall', { otherDN: '5550101' });
    client.get('hangup');
    expect(client.names).to.deep.equal(['EventDialing', 'EventReleased']);
    expect(client.last('EventReleased')).to.not.have.property('wrapUpEndTimestamp');
    expect(centre.snapshot().agent.workStatus).to.equal('ready');
    clock.advance(60_000);
    expect(client.names).to.have.length(2);
  });

  it('is refused while offline, on a call, and in after-call work', () => {
    const { client } = createCallCentre();
    client.init();
    expect(client.refused('makeCall', { otherDN: '1' })).to.equal('SANDBOX_NOT_LOGGED_IN');
    client.login();
    client.get('makeCall', { otherDN: '5550100' });
    expect(client.refused('makeCall', { otherDN: '1' })).to.equal('SANDBOX_NOT_NOW');
    client.get('hangup');
    expect(client.refused('makeCall', { otherDN: '1' })).to.equal('SANDBOX_NOT_NOW');
  });

  it('is possible while occupied, and leaves the agent occupied', () => {
    const { client, centre } = onDuty({}, { agentState: '2' });
    client.talk().get('hangup');
    client.get('completeACW');
    expect(client.names.at(-1)).to.equal('EventAgentNotReady');
    expect(centre.snapshot().agent).to.include({ state: 'dnd', reasonCode: 2 });
  });

  it('checks its parameters', () => {
    const { client } = onDuty();
    expect(client.refused('makeCall')).to.equal('SANDBOX_MISSING_PARAMETER');
    expect(client.refused('makeCall', { otherDN: '1', ANI: '2', outboundPlanCode: '3' })).to.equal(
      'SANDBOX_WRONG_PARAMETER',
    );
    expect(client.refused('makeCall', { otherDN: '1', userData: 'text' })).to.equal('SANDBOX_WRONG_PARAMETER');
    expect(client.names).to.deep.equal([]);
  });
});
