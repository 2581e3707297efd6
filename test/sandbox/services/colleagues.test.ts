import { expect } from '@open-wc/testing';
import { onDuty, type CallCentreFixture } from '../support/fixtures.js';

const colleague = ({ centre }: CallCentreFixture, agentID: string) =>
  centre.snapshot().colleagues.find((each) => each.agentID === agentID);

const kinds = ({ centre }: CallCentreFixture): string[][] =>
  centre.snapshot().calls.map(({ parties }) => parties.map(({ kind, state }) => `${kind} ${state}`));

const consult = (set: CallCentreFixture, target: string): void =>
  void set.client.talk().clear().get('initiateConsult', { targetType: '0', target });

describe('sandbox: colleagues', () => {
  const habits: [agentID: string, after: number, then: string[]][] = [
    ['1001', 2000, ['EventEstablished']],
    ['1002', 2000, ['EventEstablished']],
    ['1014', 3000, ['EventReleased', 'EventAgentRetrieveCall']],
    ['1015', 30_000, ['EventReleased', 'EventAgentRetrieveCall']],
    ['1016', 1000, ['EventEstablished']],
    ['1016', 6000, ['EventEstablished', 'EventReleased', 'EventAgentRetrieveCall']],
  ];
  for (const [agentID, after, then] of habits) {
    it(`${agentID} does in ${after / 1000} seconds: ${then.join(', ')}`, () => {
      const set = onDuty();
      consult(set, agentID);
      set.client.clear();
      expect(colleague(set, agentID)).to.include({ workStatus: 'calling' });
      set.clock.advance(after - 1);
      expect(set.client.names).to.deep.equal(then.length === 3 ? ['EventEstablished'] : []);
      set.clock.advance(1);
      expect(set.client.names).to.deep.equal(then);
    });
  }

  it('answer, decline and hang up as they are told, before they do by themselves', () => {
    const set = onDuty();
    const { client, centre } = set;
    expect([centre.colleagueAnswers(), centre.colleagueDeclines(), centre.colleagueHangsUp()]).to.deep.equal(
      Array(3).fill(false),
    );
    consult(set, '1001');
    expect(centre.colleagueAnswers('1002')).to.equal(false);
    expect(centre.colleagueAnswers('1001')).to.equal(true);
    expect(centre.colleagueAnswers()).to.equal(false);
    expect(centre.colleagueHangsUp()).to.equal(true);
    client.get('initiateConsult', { targetType: '2', target: '1006' });
    expect(centre.colleagueDeclines()).to.equal(true);
    expect(client.names.filter((name) => name === 'EventAgentRetrieveCall')).to.have.length(2);
    expect(colleague(set, '1006')).to.deep.include({ workStatus: 'ready', legs: [], asks: false });
  });

  it('stay in a conference until they are told, and hang up on the customer after a while', () => {
    const set = onDuty();
    consult(set, '1001');
    set.clock.advance(2000);
    set.client.get('consultConference');
    expect(kinds(set)).to.deep.equal([['agent talking', 'customer talking', 'colleague talking']]);
    set.clock.advance(600_000);
    set.client.get('hangup');
    expect(kinds(set)).to.deep.equal([['customer talking', 'colleague talking']]);
    set.clock.advance(20_000 - 1);
    expect(set.centre.snapshot().calls).to.have.length(1);
    set.clock.advance(1);
    expect(set.centre.snapshot().calls).to.deep.equal([]);
    expect(colleague(set, '1001')?.workStatus).to.equal('ready');
  });

  it('call the agent, who may answer', () => {
    const set = onDuty();
    const { client, centre } = set;
    const callID = centre.colleagueCalls();
    expect(client.messages).to.have.length(1);
    expect(client.last('EventRinging')).to.include({
      ...{ callID, callType: 'Internal', thisDNRole: 'Destination', otherDN: '1001', otherDNRole: 'Origination' },
    });
    expect(centre.snapshot().calls[0]).to.include({ type: 'internal', number: '1001', state: 'ringing' });
    client.get('answer');
    set.clock.advance(600_000);
    expect(colleague(set, '1001')?.workStatus).to.equal('talking');
    expect(centre.colleagueCalls('1002'), 'the agent is on a call').to.equal(null);
    expect(centre.colleagueHangsUp('1001')).to.equal(true);
    expect(client.names).to.deep.equal(['EventRinging', 'EventEstablished', 'EventReleased']);
  });

  it('are called by the agent at their extension, and give up when the agent doesn’t answer', () => {
    const set = onDuty();
    set.client.get('makeCall', { otherDN: '1001' });
    expect(set.client.last('EventDialing')).to.include({ callType: 'Internal', otherDN: '1001', ANI: '', DNIS: '' });
    set.clock.advance(2000);
    expect(set.client.names).to.deep.equal(['EventDialing', 'EventEstablished']);
    set.client.get('hangup');
    set.client.get('completeACW');
    expect(set.client.refused('makeCall', { otherDN: '1003' })).to.equal('SANDBOX_NOT_FREE');
    expect(set.client.refused('makeCall', { otherDN: '1005' })).to.equal('SANDBOX_ONESELF');
    set.client.get('makeCall', { otherDN: '1100' });
    expect(set.client.last('EventDialing'), 'an extension where nobody is: any number').to.include({
      callType: 'Outbound',
    });
    set.client.get('hangup');
    set.centre.colleagueCalls('1002');
    set.clock.advance(30_000);
    expect(set.client.names.at(-1)).to.equal('EventReleased');
    expect(set.centre.snapshot().agent.workStatus).to.equal('ready');
  });

  it('ask the agent about a customer, and hand the customer over', () => {
    const set = onDuty();
    const { client, centre } = set;
    const callID = centre.colleagueConsults({ number: '13800001111', attachedData: { orderID: 'o-7' } });
    expect(client.messages).to.have.length(1);
    expect(client.last('EventRinging')).to.deep.include({
      ...{ callID, callType: 'Consult', thisDNRole: 'Destination', otherDN: '1001', otherDNRole: 'ConsultBy' },
      ...{ thirdDN: '13800001111', attachedData: { orderID: 'o-7' }, queueName: 'Sales' },
    });
    expect(centre.colleagueCompletesTransfer(), 'before the answer').to.equal(false);
    client.get('answer');
    expect(colleague(set, '1001')).to.include({ asks: true, workStatus: 'holding' });
    expect(centre.colleagueCompletesTransfer()).to.equal(true);
    expect(client.last('EventPartyChanged')).to.include({
      ...{ callID, callType: 'Inbound', thisDNRole: 'TransferTo', otherDN: '13800001111' },
      ...{ thirdDN: '1001', thirdDNRole: 'TransferBy' },
    });
    expect(colleague(set, '1001')).to.include({ asks: false, workStatus: 'ready' });
    client.get('hangup');
    expect(centre.snapshot().agent.workStatus).to.equal('sorting');
  });

  it('ask the agent, and bring the customer in; or are declined, and say goodbye to the customer', () => {
    const set = onDuty();
    const { client, centre } = set;
    const callID = centre.colleagueConsults({ colleague: '1002', queue: 'Support' });
    client.get('answer');
    expect(centre.colleagueStartsConference('1002')).to.equal(true);
    expect(client.last('EventPartyAdded')).to.include({
      ...{ callID, thisDNRole: 'NewParty', otherDN: '1002', otherDNRole: 'AddedBy', queueName: 'Support' },
    });
    expect(centre.colleagueHangsUp()).to.equal(true);
    expect(client.last('EventPartyDeleted')).to.include({ thirdDN: '1002', thirdDNRole: 'DeletedParty' });
    client.get('hangup');
    client.get('completeACW');

    centre.colleagueConsults();
    set.clock.advance(25_000);
    client.get('rejectCall');
    expect(kinds(set)).to.deep.equal([['colleague talking', 'customer talking']]);
    set.clock.advance(20_000);
    expect(centre.snapshot().calls).to.deep.equal([]);
  });

  it('transfer a customer to the agent', () => {
    const set = onDuty();
    const callID = set.centre.colleagueTransfers({ number: '5550105' });
    expect(set.client.last('EventRinging')).to.include({
      ...{ callID, callType: 'Inbound', thisDNRole: 'TransferTo', otherDN: '5550105', otherDNRole: 'Origination' },
      ...{ thirdDN: '1001', thirdDNRole: 'TransferBy' },
    });
    set.client.get('answer');
    expect(kinds(set)).to.deep.equal([['agent talking', 'customer talking']]);
    set.clock.advance(3000);
    expect(set.client.last('SandboxDigits')).to.include({ digits: '1234#' });
    expect(set.centre.colleagueTransfers(), 'the agent is on a call').to.equal(null);
  });

  it('are known by number or id, and refuse to be anybody else', () => {
    const { centre } = onDuty();
    expect(() => centre.colleagueCalls('4711')).to.throw(RangeError, '4711');
    expect(() => centre.colleagueConsults({ queue: 'Nowhere' })).to.throw(RangeError, 'Nowhere');
    expect(centre.colleagueCalls('1003'), 'who is talking already').to.equal(null);
    expect(centre.snapshot().colleagues.find(({ agentID }) => agentID === '1015')?.description).to.contain(
      '30 seconds',
    );
  });

  it('are played no more when somebody comes in person: what they were in is over', () => {
    const set = onDuty();
    consult(set, '1001');
    set.clock.advance(2000);
    const person = set.another().init('1001');
    expect(set.client.names.slice(-2)).to.deep.equal(['EventReleased', 'EventAgentRetrieveCall']);
    expect(colleague(set, '1001')).to.equal(undefined);
    expect(person.names).to.deep.equal([]);
    person.login();
    set.client.get('initiateConsult', { targetType: '0', target: '1001' });
    set.clock.advance(29_000);
    expect(person.names).to.deep.equal(['EventAgentLogin', 'EventRinging']);
  });
});
