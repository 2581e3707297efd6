import { expect } from '@open-wc/testing';
import { callStatus, consultStatus, deriveEvents, disabledReason, type AgentState } from '../../../src/state/index.js';
import {
  after,
  C1,
  consulted,
  consulting,
  failed,
  held,
  loggedIn,
  message,
  NOW,
  play,
  reduced,
  sent,
  success,
  talking,
  unknown,
  type Step,
} from '../../support/state.js';

const C2 = { callID: 'c2', callType: 'Consult' };
const THIRD = { otherDN: '1002', otherDNRole: 'Destination', thisDN: '1000', thisDNRole: 'ConsultBy', thirdDN: '555' };
const asked = [
  message('EventAgentHoldCall', C1),
  message('EventDialing', { ...C2, ...THIRD }),
  message('EventEstablished', { ...C2, ...THIRD }),
];
const ofConsult = ['cancelConsult', 'retrieveConsult', 'consultTransfer', 'consultConference'] as const;

const words = (state: AgentState): string => `${callStatus(state)} ${consultStatus(state)}`;
const parties = (state: AgentState): unknown =>
  state.call?.parties.map(({ number, role, state: its }) => [number, role, its].join(' '));

interface Scene {
  from?: AgentState;
  steps: readonly Step[];
  /** The words of the attributes `call` and `consult` after each step. */
  words: readonly string[];
}

const scenes: Record<string, Scene> = {
  'return to the caller': {
    steps: [...asked, message('EventReleased', C2), message('EventAgentRetrieveCall', C1)],
    words: ['held none', 'held dialing', 'held talking', 'held none', 'talking none'],
  },
  'the third party declines': {
    steps: [...asked.slice(0, 2), message('EventReleased', C2), message('EventAgentRetrieveCall', C1)],
    words: ['held none', 'held dialing', 'held none', 'talking none'],
  },
  transfer: {
    steps: [...asked, message('EventReleased', C2), message('EventReleased', { ...C1, thisDNRole: 'TransferBy' })],
    words: ['held none', 'held dialing', 'held talking', 'held none', 'wrap-up none'],
  },
  'transfer, told by the caller’s leg alone': {
    steps: [...asked, message('EventReleased', { ...C1, thisDNRole: 8 })],
    words: ['held none', 'held dialing', 'held talking', 'wrap-up none'],
  },
  conference: {
    steps: [
      ...asked,
      message('EventAgentRetrieveCall', C1),
      message('EventPartyAdded', { ...C1, thirdDN: '1002', thirdDNRole: 'NewParty' }),
      message('EventPartyDeleted', { ...C1, thirdDN: '1002', thirdDNRole: 'DeletedParty', otherDN: '555' }),
    ],
    words: [
      ...['held none', 'held dialing', 'held talking', 'talking talking'],
      ...['talking conference', 'talking none'],
    ],
  },
  'conference whose second leg goes up in the first': {
    from: consulted,
    steps: [
      sent('consultConference'),
      message('EventReleased', C2),
      success('consultConference', { since: consulted }),
    ],
    words: ['held talking', 'held conference', 'held conference'],
  },
  'conference, told by its success alone': {
    from: consulted,
    steps: [success('consultConference')],
    words: ['talking conference'],
  },
  'return, told by its success alone': {
    from: consulted,
    steps: [success('retrieveConsult')],
    words: ['talking none'],
  },
  'cancelled: whether the caller is back is for the platform to say': {
    from: consulting,
    steps: [success('cancelConsult'), message('EventAgentRetrieveCall', C1)],
    words: ['held none', 'talking none'],
  },
  'the third party leaves as a party': {
    from: consulted,
    steps: [message('EventPartyDeleted', { ...C1, thirdDN: '1002' })],
    words: ['held none'],
  },
  'the caller hangs up': {
    from: consulted,
    steps: [message('EventReleased', C1), message('EventReleased', C2)],
    words: ['talking none', 'wrap-up none'],
  },
  'the caller hangs up before the third party answers': {
    from: consulting,
    steps: [message('EventReleased', C1), message('EventEstablished', C2), message('EventReleased', C2)],
    words: ['dialing none', 'talking none', 'wrap-up none'],
  },
  'the caller hangs up while nobody has told of a second leg': {
    from: play(held, success('initiateConsult', { params: { target: '1002' } })),
    steps: [message('EventReleased', C1)],
    words: ['wrap-up none'],
  },
  'hanging up ends both legs': {
    from: play(consulted, sent('hangup')),
    steps: [message('EventReleased', C1), message('EventReleased', C2)],
    words: ['wrap-up none', 'wrap-up none'],
  },
  'hanging up ends one leg, as an event has told': {
    from: consulted,
    steps: [message('EventReleased', C2), success('hangup', { since: consulted })],
    words: ['held none', 'held none'],
  },
};

describe('a consultation', () => {
  for (const [name, { from = talking, steps, words: expected }] of Object.entries(scenes)) {
    it(name, () => {
      let state = from;
      const said = steps.map((step, index) => words((state = step(state, NOW + (index + 1) * 1000))));
      expect(said).to.deep.equal(expected);
      expect(play(state, ...steps.slice(-1)), 'said again').to.equal(state);
    });
  }

  it('is told by number, id, and since when', () => {
    const state = play(held, message('EventDialing', { ...C2, ...THIRD }));
    const told = { id: 'c2', number: '1002', state: 'dialing', since: NOW + 1000, presumed: false };
    expect(state.consult).to.deep.equal(told);
    const answered = play(state, ...[unknown(), message('EventEstablished', C2)]);
    expect(answered.consult).to.deep.equal({ ...told, state: 'talking', since: NOW + 2000 });
  });

  it('does not ring again once it is answered', () => {
    const answered = play(consulting, message('EventEstablished', C2));
    expect(play(answered, message('EventRinging', { ...C2, otherDN: '1002' }))).to.equal(answered);
  });

  it('leaves the call alone when its late messages come', () => {
    const over = play(consulting, success('cancelConsult'));
    for (const messageID of ['EventRinging', 'EventEstablished', 'EventReleased', 'EventPartyDeleted']) {
      expect(play(over, message(messageID, C2)), messageID).to.equal(over);
    }
  });

  it('that announces itself again is no further call', () => {
    const first = play(talking, sent('initiateConsult'), message('EventRinging', { callID: 'c2' }));
    const again = play(first, message('EventRinging', { callID: 'c2' }));
    expect([words(again), again.consult?.id, again.waitingCalls]).to.deep.equal(['talking dialing', 'c2', []]);
  });

  it('that comes in while nothing runs is a call', () => {
    const state = play(loggedIn, message('EventRinging', C2));
    expect([state.call?.type, state.consult]).to.deep.equal(['consult', null]);
  });
});

describe('a caller who hangs up during a consultation', () => {
  const gone = play(consulted, message('EventReleased', C1));

  it('leaves the agent in a call with the third party', () => {
    const { call } = gone;
    expect([call?.id, call?.type, call?.number, call?.connectedAt]).to.deep.equal([
      'c2',
      'consult',
      '1002',
      NOW + 1000,
    ]);
    expect([
      disabledReason(gone, 'hangup'),
      disabledReason(gone, 'holdCall'),
      disabledReason(gone, 'retrieveConsult'),
    ]).to.deep.equal([null, null, 'no-consult']);
  });

  it('takes along what the page knows of them: the third party is somebody else', () => {
    const known = { name: 'Ada', href: 'https://crm.example/7', details: { city: 'Turin' } };
    const named = reduced(consulted, { type: 'identified', callId: 'c1', number: '555', info: known });
    const { call } = play(named, message('EventReleased', C1));
    expect([call?.name, call?.href, call?.details]).to.deep.equal([undefined, undefined, undefined]);
    expect(call?.originalCall).to.include({ name: known.name, href: known.href });
  });

  it('has a call that has ended, and is wrapped up when the agent is free', () => {
    const told = deriveEvents(consulted, gone).calls;
    expect(told.map(([name, { id }]) => `${name} ${id}`)).to.deep.equal([
      'sobot-call-ended c1',
      'sobot-call-started c2',
      'sobot-call-connected c2',
    ]);
    const free = play(gone, message('EventReleased', C2));
    expect(deriveEvents(gone, free).calls.map(([name, { id }]) => `${name} ${id}`)).to.deep.equal([
      'sobot-call-ended c2',
    ]);
    expect(free.wrapUp?.callId).to.equal('c1');
    const done = play(free, message('EventAgentReady'));
    expect(deriveEvents(free, done).wrapUpsDone[0]?.id).to.equal('c1');
  });
});

describe('a consultation that is not sure', () => {
  const doubts: Record<string, Step> = {
    'an unknown message of its leg': unknown({ callID: 'c2' }),
    'an unknown message of the call': unknown({ callID: 'c1' }),
    'a refused cancellation': failed('cancelConsult'),
  };
  for (const [name, step] of Object.entries(doubts)) {
    it(`after ${name} holds nothing back`, () => {
      const state = play(consulting, step);
      expect(words(state)).to.equal('held dialing');
      for (const command of [...ofConsult, 'retrieveCall'] as const)
        expect(disabledReason(state, command)).to.equal(null);
    });
  }

  it('is sure again when it is answered', () => {
    const state = play(consulting, unknown({ callID: 'c2' }), message('EventEstablished', C2));
    expect(disabledReason(state, 'cancelConsult')).to.equal('no-consult');
  });

  it('has not ended because a return was refused, but the caller can be taken back by the other way', () => {
    const state = play(consulted, failed('retrieveConsult'));
    expect([words(state), disabledReason(state, 'retrieveCall')]).to.deep.equal(['held talking', null]);
  });
});

describe('the parties', () => {
  it('of a transferred call: the caller, and who has gone', () => {
    const state = play(
      loggedIn,
      message('EventRinging', {
        ...{ callID: 'c1', callType: 'Inbound', otherDN: '555', otherDNRole: 'Origination' },
        ...{ thisDN: '1000', thisDNRole: 'TransferTo', thirdDN: '1002', thirdDNRole: 'TransferBy' },
      }),
      message('EventEstablished', { callID: 'c1' }),
    );
    expect(parties(state)).to.deep.equal(['555 Origination Talk', '1000 TransferTo Talk', '1002 TransferBy Idle']);
  });

  const ring = message('EventRinging', {
    ...{ ...C2, otherDN: '1002', otherDNRole: 'ConsultBy', thisDN: '1000', thisDNRole: 'Destination' },
    ...{ thirdDN: '555', thirdDNRole: 'Origination' },
  });

  it('of a consultation for us: the caller waits', () => {
    const state = play(loggedIn, ring, message('EventEstablished', C2));
    expect(parties(state)).to.deep.equal(['1002 ConsultBy Talk', '1000 Destination Talk', '555 Origination Held']);
  });

  it('of a conference that we were drawn into: all talk', () => {
    const added = { ...C2, otherDN: '1002', otherDNRole: 'AddedBy', thisDN: '1000', thisDNRole: 'NewParty' };
    const state = play(
      loggedIn,
      ring,
      message('EventEstablished', C2),
      message('EventPartyAdded', { ...added, thirdDN: '555' }),
    );
    expect(parties(state)).to.deep.equal(['1002 AddedBy Talk', '1000 NewParty Talk', '555 Origination Talk']);
  });

  it('of a conference that the customer has left: the two agents', () => {
    const state = play(
      consulted,
      message('EventPartyAdded', { ...C1, thirdDN: '1002', thirdDNRole: 'NewParty' }),
      message('EventPartyDeleted', { callID: 'c1', thirdDN: '555', thirdDNRole: 'DeletedParty', otherDN: '1002' }),
    );
    expect([state.call?.number, parties(state)]).to.deep.equal(['1002', ['1002 NewParty Held']]);
  });

  it('have names, each its own', () => {
    const name =
      (number: string, its: string): Step =>
      (state) =>
        reduced(state, { type: 'identified', callId: 'c1', number, info: { name: its } });
    const state = play(
      consulted,
      message('EventPartyAdded', { ...C1, thirdDN: '1002', thirdDNRole: 'NewParty' }),
      name('1002', 'Mei'),
      name('555', 'Ada'),
    );
    expect([state.call?.name, state.consult?.name, state.call?.parties.map((party) => party.name)]).to.deep.equal([
      'Ada',
      'Mei',
      ['Ada', 'Mei'],
    ]);
  });
});

describe('a page that comes back during a consultation', () => {
  const work = { callID: 'c1', callType: 'Inbound', otherDN: '555', thisDN: '1000', thirdDN: '1002' };
  const regained = (roles: object): AgentState =>
    after(
      message('EventAgentRegainStatus', {
        agentStateInfo: { agentState: '1', workStatus: 'holding' },
        workStatusInfo: { ...work, ...roles },
      }),
    );

  it('offers whatever a consultation allows', () => {
    const state = regained({ thisDNRole: 'Destination', thirdDNRole: 'Destination' });
    expect([words(state), state.consult?.number]).to.deep.equal(['held talking', '1002']);
    for (const command of [...ofConsult, 'retrieveCall'] as const)
      expect(disabledReason(state, command)).to.equal(null);
  });

  it('knows a conference', () => {
    expect(words(regained({ thisDNRole: 'AddedBy', thirdDNRole: 'NewParty' }))).to.equal('held conference');
  });

  it('sees no consultation in a transferred call', () => {
    expect(words(regained({ thisDNRole: 'TransferTo', thirdDNRole: 'TransferBy' }))).to.equal('held none');
  });
});
