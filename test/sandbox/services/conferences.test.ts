import { expect } from '@open-wc/testing';
import { onDuty } from '../support/fixtures.js';
import {
  asked,
  C,
  consulted,
  line,
  playSequences,
  quiet,
  T,
  toThird,
  X,
  type Sequence,
  type Trio,
} from '../support/three-parties.js';

const x = `this ${X}`;
const t = `this ${T}`;

/** The three are together. */
function conference(): Trio {
  const set = consulted();
  set.client.get('consultConference');
  return set;
}

const withThird = `${x} AddedBy, other ${C} Origination, third ${T} NewParty`;
const withBoth = `${t} NewParty, other ${X} AddedBy, third ${C} Origination`;

const sequences: Record<string, Sequence> = {
  'the third party leaves': {
    before: conference,
    act: ({ third }) => void third.get('hangup'),
    phone: [`EventPartyDeleted, c1, Inbound, ${x} AddedBy, other ${C} Origination, third ${T} DeletedParty`],
    third: [`EventReleased, c2, Inbound, ${withBoth}`],
    work: ['talking', 'sorting'],
  },
  'the agent leaves': {
    before: conference,
    act: ({ client }) => void client.get('hangup'),
    phone: [`EventReleased, c1, Inbound, ${withThird}`],
    third: [`EventPartyDeleted, c2, Inbound, ${t} NewParty, other ${C} Origination, third ${X} DeletedParty`],
    work: ['sorting', 'talking'],
  },
  'the customer leaves: the agents stay connected': {
    before: conference,
    act: ({ centre, c1 }) => void centre.customerHangsUp(String(c1)),
    phone: [`EventPartyDeleted, c1, Inbound, ${x} AddedBy, other ${T} NewParty, third ${C} DeletedParty`],
    third: [`EventPartyDeleted, c2, Inbound, ${t} NewParty, other ${X} AddedBy, third ${C} DeletedParty`],
    work: ['talking', 'talking'],
  },
  'the customer and then the third party leave': {
    before: conference,
    act: ({ centre, third }) => {
      centre.customerHangsUp();
      third.get('hangup');
    },
    phone: [
      `EventPartyDeleted, c1, Inbound, ${x} AddedBy, other ${T} NewParty, third ${C} DeletedParty`,
      `EventReleased, c1, Inbound, ${x} AddedBy, other ${T} NewParty`,
    ],
    third: [
      `EventPartyDeleted, c2, Inbound, ${t} NewParty, other ${X} AddedBy, third ${C} DeletedParty`,
      `EventReleased, c2, Inbound, ${t} NewParty, other ${X} AddedBy`,
    ],
    work: ['sorting', 'sorting'],
  },
  'the survey drops all agent sides': {
    before: conference,
    act: ({ client }) => void client.get('sendSatisfy'),
    phone: [`EventReleased, c1, Inbound, ${withThird}`],
    third: [`EventReleased, c2, Inbound, ${t} NewParty, other ${C} Origination`],
    work: ['sorting', 'sorting'],
  },
  'the agent holds, and the others go on': {
    before: conference,
    act: ({ client }) => void client.get('holdCall'),
    phone: [`EventAgentHoldCall, c1, Inbound, ${withThird}`],
    third: [],
    work: ['holding', 'talking'],
  },
  'the agent is reset: no after-call work, and the others go on': {
    before: conference,
    act: ({ client }) => {
      client.get('resetLogout');
      client.messages.pop();
    },
    phone: [`EventReleased, c1, Inbound, ${withThird}`],
    third: [`EventPartyDeleted, c2, Inbound, ${t} NewParty, other ${C} Origination, third ${X} DeletedParty`],
    work: ['offline', 'talking'],
  },
};

playSequences('sandbox: a conference', sequences);

describe('sandbox: a conference', () => {
  it('takes three: who is in one can neither ask nor transfer to a fourth', () => {
    const set = conference();
    for (const client of [set.client, set.third]) {
      const toAnother = { targetType: '0', target: '1002' };
      expect(client.refused('initiateConsult', toAnother)).to.equal('SANDBOX_THREE_PARTIES');
      expect(client.refused('singleTransfer', toAnother)).to.equal('SANDBOX_THREE_PARTIES');
      expect(client.refused('consultTransfer')).to.equal('SANDBOX_NO_CONSULT');
    }
  });

  it('becomes a call between two, in which a third may be asked again', () => {
    const set = conference();
    set.client.get('hangup');
    set.client.get('completeACW');
    const c2 = set.third.last('EventRinging')?.['callID'];
    quiet(set);
    set.third.get('initiateConsult', { targetType: '2', target: X });
    const c3 = set.client.last('EventRinging')?.['callID'];
    set.client.get('answer');
    set.client.clear();
    set.third.clear().get('consultConference');
    const ids = { c2, c3 };
    expect(set.third.messages.map((message) => line(message, ids))).to.deep.equal([
      `EventAgentRetrieveCall, c2, Inbound, ${t} NewParty, other ${C} Origination`,
      `EventPartyAdded, c2, Inbound, ${t} AddedBy, other ${C} Origination, third ${X} NewParty`,
    ]);
    expect(set.client.messages.map((message) => line(message, ids))).to.deep.equal([
      `EventPartyAdded, c3, Inbound, ${x} NewParty, other ${T} AddedBy, third ${C} Origination`,
    ]);
  });

  it('is regained with its third party, as is a consultation', () => {
    const work = (set: Trio, agent: string) => set.another().init(agent).messages[0]?.['workStatusInfo'];
    const asking = consulted();
    expect(work(asking, X)).to.include({
      ...{ callID: asking.c1, callType: 'Inbound', otherDN: C, otherDNRole: 'Origination' },
      ...{ thirdDN: T, thirdDNRole: 'Destination' },
    });
    expect(work(asking, T)).to.include({
      ...{ callType: 'Consult', thisDNRole: 'Destination', otherDN: X, otherDNRole: 'ConsultBy' },
      ...{ thirdDN: C, thirdDNRole: 'Origination' },
    });
    const together = conference();
    expect(work(together, X)).to.include({
      ...{ callID: together.c1, thisDNRole: 'AddedBy', otherDN: C, thirdDN: T, thirdDNRole: 'NewParty' },
    });
    expect(work(together, T)).to.include({
      ...{ callID: together.third.last('EventRinging')?.['callID'], callType: 'Inbound', thisDNRole: 'NewParty' },
      ...{ otherDN: X, otherDNRole: 'AddedBy', thirdDN: C, thirdDNRole: 'Origination' },
    });
    together.third.get('hangup');
    expect(work(together, X)).to.not.have.any.keys('thirdDN', 'thirdDNRole');
  });

  it('mutes the microphone for all legs, and sends digits to whom the agent talks to', () => {
    const set = consulted();
    quiet(set);
    set.client.get('muteCall');
    expect(set.client.messages[0]).to.include({ messageID: 'EventAgentMute', callID: set.c1 });
    set.client.get('consultConference');
    expect(set.centre.snapshot().calls[0]?.muted).to.equal(true);
    set.client.get('unmute');
    set.client.get('sendDtmf', { dtmfDigits: '5' });
    expect(set.centre.snapshot().calls[0]).to.include({ muted: false, digits: '5' });
    const other = consulted();
    other.client.get('sendDtmf', { dtmfDigits: '7' });
    expect(other.centre.snapshot().calls.map(({ type, digits }) => [type, digits])).to.deep.equal([
      ['inbound', ''],
      ['consult', '7'],
    ]);
    for (const command of ['holdCall', 'retrieveCall'] as const) {
      expect(other.client.refused(command)).to.equal('SANDBOX_NOT_NOW');
    }
    expect(other.client.refused('initiateConsult', toThird)).to.equal('SANDBOX_NOT_NOW');
    expect(other.third.refused('consultTransfer')).to.equal('SANDBOX_NO_CONSULT');
    expect(other.third.refused('singleTransfer', { targetType: '1', target: '5550100' })).to.equal('SANDBOX_NOT_NOW');
  });

  it('is taken up by another end when the first is displaced, and can’t be logged out of', () => {
    for (const before of [consulted, conference]) {
      const set = before();
      const second = set.another().init(X);
      set.third.clear();
      expect(second.refused('logout')).to.equal('SANDBOX_NOT_NOW');
      expect(second.refused('login', { agentState: '1' })).to.equal('SANDBOX_NOT_NOW');
      set.centre.displaceAgent();
      expect(set.client.names.at(-1)).to.equal('EventAgentConnectionChanged');
      expect(set.client.refused('hangup')).to.equal('SANDBOX_DISPLACED');
      expect(set.third.names, 'the call goes on').to.deep.equal([]);
      const later = set.another().init(X);
      later.get('hangup');
      expect(later.names.at(-1)).to.equal('EventReleased');
      expect(set.client.names.at(-1)).to.equal('EventAgentConnectionChanged');
    }
  });

  it('owes after-call work for the call, not for the consultation, and once', () => {
    const set = consulted();
    quiet(set);
    set.client.get('hangup');
    const ends = set.client.messages.map((message) => message['wrapUpEndTimestamp']);
    expect(ends).to.deep.equal([undefined, set.clock.now() + 30_000]);
    set.client.get('delayACW', { delayTime: 60 });
    expect(set.client.last('EventDelayCallAfterWork')).to.include({ callID: set.c1 });
    set.clock.advance(90_000);
    expect(set.client.names.filter((name) => name === 'EventAgentReady')).to.have.length(1);
  });

  it('needs no token, and survives a lost network', () => {
    const set = asked();
    set.centre.expireToken();
    set.centre.loseNetwork();
    set.client.send('cancelConsult');
    set.clock.advance(5000);
    set.centre.restoreNetwork();
    expect(set.client.last('EventAgentRegainStatus')?.['workStatusInfo']).to.include({ callID: set.c1, thirdDN: T });
    set.third.get('answer');
    set.client.get('consultConference');
    set.client.get('hangup');
    set.third.get('hangup');
    set.clock.advance(0);
    expect(set.centre.snapshot().calls).to.deep.equal([]);
  });

  it('never takes a fourth, not even when both agents of an internal call ask somebody', () => {
    const set = onDuty();
    const other = set.another().init(T).login();
    set.client.get('makeCall', { otherDN: T });
    other.get('answer');
    for (const [client, target] of [
      [set.client, '1002'],
      [other, '1006'],
    ] as const) {
      client.get('initiateConsult', { targetType: '0', target });
      set.centre.colleagueAnswers(target);
    }
    other.get('consultConference');
    expect(set.client.refused('consultConference')).to.equal('SANDBOX_THREE_PARTIES');
    set.client.get('retrieveConsult');
    expect(set.centre.snapshot().calls.map(({ parties }) => parties.length)).to.deep.equal([3]);
  });
});
