import { expect } from '@open-wc/testing';
import { callStatus, consultStatus, deriveEvents, type AgentState } from '../../../src/state/index.js';
import {
  dialing,
  held,
  loggedIn,
  message,
  NOW,
  play,
  ringing,
  success,
  talking,
  type Step,
} from '../../support/state.js';

const C1 = { callID: 'c1' };
const C2 = { callID: 'c2' };

/** The words of the call after each step. */
function words(from: AgentState, ...steps: Step[]): string[] {
  let state = from;
  return steps.map((step) => {
    state = play(state, step);
    return `${callStatus(state)} ${consultStatus(state)}`.replace(/ none$/, '');
  });
}

describe('calls', () => {
  const scenarios: Record<string, { steps: Step[]; words: string[]; from?: AgentState }> = {
    outbound: {
      steps: [
        message('EventDialing', C1),
        message('EventEstablished', C1),
        message('EventReleased', C1),
        message('EventAgentReady'),
      ],
      words: ['dialing', 'talking', 'wrap-up', 'none'],
    },
    'outbound, not answered': {
      steps: [message('EventDialing', C1), message('EventReleased', C1)],
      words: ['dialing', 'none'],
    },
    inbound: {
      steps: [
        message('EventRinging', C1),
        success('answer'),
        message('EventEstablished', C1),
        message('EventReleased', C1),
        message('EventAgentNotReady'),
      ],
      words: ['ringing', 'talking', 'talking', 'wrap-up', 'none'],
    },
    'inbound, given up by the caller': {
      steps: [message('EventRinging', C1), message('EventAbandoned', C1)],
      words: ['ringing', 'none'],
    },
    'hold and back': {
      from: talking,
      steps: [message('EventAgentHoldCall', C1), message('EventAgentRetrieveCall', C1)],
      words: ['held', 'talking'],
    },
    'hold and back, told by successes alone': {
      from: talking,
      steps: [success('holdCall'), success('retrieveCall'), success('hangup'), success('completeACW')],
      words: ['held', 'talking', 'wrap-up', 'none'],
    },
    'outbound, told by successes alone': {
      steps: [success('makeCall', { params: { otherDN: '1' } }), message('EventEstablished'), success('hangup')],
      words: ['dialing', 'talking', 'wrap-up'],
    },
    'single transfer': { from: talking, steps: [success('singleTransfer')], words: ['wrap-up'] },
    'consult, then back to the caller': {
      from: held,
      steps: [
        success('initiateConsult', { params: { target: '1002' } }),
        message('EventRinging', { ...C2, callType: 'Consult' }),
        message('EventEstablished', C2),
        success('retrieveConsult'),
        message('EventReleased', C2),
        message('EventAgentRetrieveCall', C1),
      ],
      words: ['held dialing', 'held dialing', 'held talking', 'talking', 'talking', 'talking'],
    },
    'consult that nobody marks as one': {
      from: held,
      steps: [
        success('initiateConsult', { params: { target: '1002' } }),
        message('EventDialing', { ...C2, callType: 'Outbound' }),
        message('EventEstablished', C2),
        message('EventReleased', C2),
      ],
      words: ['held dialing', 'held dialing', 'held talking', 'held'],
    },
    'consult, cancelled before it is answered': {
      from: held,
      steps: [message('EventDialing', { ...C2, thisDNRole: 'ConsultBy' }), success('cancelConsult')],
      words: ['held dialing', 'held'],
    },
    'consult, then transfer': {
      from: held,
      steps: [success('initiateConsult'), message('EventEstablished', C1), success('consultTransfer')],
      words: ['held dialing', 'held talking', 'wrap-up'],
    },
    'consult, then conference, then two again': {
      from: held,
      steps: [
        message('EventRinging', { ...C2, callType: 'Consult' }),
        message('EventEstablished', C2),
        message('EventPartyAdded', { ...C1, thirdDN: '1002' }),
        message('EventPartyDeleted', { ...C1, thirdDN: '1002' }),
      ],
      words: ['held dialing', 'held talking', 'held conference', 'held'],
    },
    survey: {
      from: talking,
      steps: [success('sendSatisfy'), message('EventReleased', C1)],
      words: ['wrap-up', 'wrap-up'],
    },
    'reset from any state': { from: held, steps: [success('resetLogout')], words: ['none'] },
  };

  for (const [name, { steps, words: expected, from = loggedIn }] of Object.entries(scenarios)) {
    it(name, () => {
      expect(words(from, ...steps)).to.deep.equal(expected);
    });
  }

  it('carry what the messages tell', () => {
    const state = play(
      loggedIn,
      message('EventRinging', {
        callID: ' c1 ',
        callType: 'Inbound',
        otherDN: '135****5678',
        otherDNRole: 1,
        thisDN: '1001',
        thisDNRole: '2',
        queueName: 'Sales',
        attachedData: '{"order":7}',
      }),
      message('EventEstablished', { callID: 'c1', attachedData: { vip: true }, thirdDN: 9, thirdDNRole: 'Chorus' }),
    );
    expect(state.call).to.deep.equal({
      id: 'c1',
      sequence: 1,
      type: 'inbound',
      state: 'talking',
      number: '135****5678',
      localNumber: '1001',
      queue: 'Sales',
      parties: [
        { number: '135****5678', role: 'Origination', state: 'Talk' },
        { number: '1001', role: 'Destination', state: 'Talk' },
        { number: '9', role: 'Chorus', state: 'Talk' },
      ],
      muted: false,
      startedAt: NOW + 1000,
      connectedAt: NOW + 2000,
      heldAt: null,
      attachedData: { order: 7, vip: true },
      originalCall: null,
      presumed: false,
    });
  });

  it('keep when they were connected, and tell since when they are held', () => {
    const state = play(talking, message('EventAgentHoldCall', C1), message('EventAgentHoldCall', C1));
    expect([state.call?.connectedAt, state.call?.heldAt]).to.deep.equal([NOW + 1000, NOW + 1000]);
    const back = play(state, message('EventAgentRetrieveCall', C1));
    expect([back.call?.connectedAt, back.call?.heldAt]).to.deep.equal([NOW + 1000, null]);
  });

  it('stay muted on hold, and the next one starts unmuted', () => {
    const state = play(talking, message('EventAgentMute', C1), message('EventAgentHoldCall', C1));
    expect(state.call?.muted).to.equal(true);
    expect(play(state, message('EventReleased', C1), message('EventRinging', C2)).call?.muted).to.equal(false);
  });

  it('may begin unseen', () => {
    for (const [messageID, word] of [
      ['EventEstablished', 'talking'],
      ['EventRinging', 'ringing'],
    ] as const) {
      const state = play(loggedIn, message(messageID, C2));
      expect([state.call?.id, callStatus(state)]).to.deep.equal(['c2', word]);
    }
  });

  it('are not ended by one that talks without having rung: they wait, on hold if they talked', () => {
    for (const from of [dialing, ringing, talking, held]) {
      const state = play(from, message('EventEstablished', C2));
      expect([state.call?.id, state.callCount, state.lastCall]).to.deep.equal(['c2', 2, null]);
      const state1 = from === talking ? 'held' : from.call?.state;
      expect(state.waitingCalls.map(({ id, state: word }) => [id, word])).to.deep.equal([['c1', state1]]);
      expect(deriveEvents(from, state).calls.map(([name, { id }]) => [name, id])).to.deep.equal([
        ['sobot-call-started', 'c2'],
        ['sobot-call-connected', 'c2'],
      ]);
    }
  });

  it('are not ended by another one that rings', () => {
    for (const from of [dialing, ringing, talking, held]) {
      const state = play(from, message('EventRinging', C2));
      expect(state.call).to.equal(from.call);
      expect(state.waitingCalls.map(({ id }) => id)).to.deep.equal(['c2']);
      expect(deriveEvents(from, state).calls.map(([name, { id }]) => [name, id])).to.deep.equal([
        ['sobot-call-started', 'c2'],
      ]);
    }
  });

  it('are left alone by the late messages of an ended one', () => {
    const ended = play(talking, message('EventReleased', C1), message('EventRinging', C2));
    for (const messageID of [
      ...['EventDialing', 'EventRinging', 'EventEstablished', 'EventAgentHoldCall', 'EventAgentRetrieveCall'],
      ...['EventAgentMute', 'EventReleased', 'EventAbandoned', 'EventPartyChanged', 'EventPartyAdded'],
      ...['EventPartyDeleted', 'EventAttachedDataChanged'],
    ]) {
      expect(play(ended, message(messageID, { ...C1, thirdDN: '9', otherDN: '9' })), messageID).to.equal(ended);
    }
  });

  it('are left alone by successes that come after their end', () => {
    const next = play(talking, message('EventReleased', C1), message('EventRinging', C2));
    for (const command of ['answer', 'holdCall', 'muteCall', 'hangup', 'rejectCall', 'singleTransfer'] as const) {
      expect(play(next, success(command, { since: talking })), command).to.equal(next);
    }
  });

  it('remember the ends of the last 32', () => {
    let state = loggedIn;
    for (let n = 1; n <= 40; n += 1) {
      state = play(state, message('EventRinging', { callID: `n${n}` }), message('EventReleased', { callID: `n${n}` }));
    }
    expect(state.endedCallIds).to.have.length(32);
    expect(state.endedCallIds.at(-1)).to.equal('n40');
    expect(state.callCount).to.equal(40);
  });
});

describe('a call whose id is not known yet', () => {
  const local = play(loggedIn, success('makeCall', { params: { otherDN: '5-5', userData: { order: 7 } } }));

  it('has one of its own, and what was asked for', () => {
    expect(local.call).to.deep.include({ id: 'local-1', type: 'outbound', number: '5-5', attachedData: { order: 7 } });
  });

  it('takes the first that it is told, and keeps it', () => {
    const state = play(local, message('EventDialing', { ...C1, otherDN: '55' }), message('EventEstablished', C1));
    expect([state.call?.id, state.call?.sequence, state.callCount, state.call?.number]).to.deep.equal([
      'c1',
      1,
      1,
      '55',
    ]);
    const other = play(state, message('EventRinging', C2));
    expect([other.call?.id, other.waitingCalls[0]?.id, other.callCount]).to.deep.equal(['c1', 'c2', 2]);
  });

  it('takes it also from the message that ends it: late ones find it over', () => {
    const ended = play(local, message('EventReleased', { ...C1, attachedData: { result: 'busy' } }));
    expect(ended.lastCall).to.deep.include({ id: 'c1', attachedData: { order: 7, result: 'busy' } });
    expect(play(ended, message('EventDialing', C1), message('EventReleased', C1))).to.equal(ended);
  });

  it('is ended by a message without an id', () => {
    expect(callStatus(play(local, message('EventReleased')))).to.equal('none');
  });
});
