import { expect } from '@open-wc/testing';
import fc from '../support/fast-check.js';
import { callStatus, deriveEvents, disabledReason, legsOf, type AgentState } from '../../src/state/index.js';
import {
  after,
  held,
  loggedIn,
  message,
  NOW,
  play,
  success,
  talking,
  wrappingUp,
  type Step,
} from '../support/state.js';

const rings = (callID: string, fields = {}): Step => message('EventRinging', { callID, ...fields });
const answered = (callID: string, fields = {}): Step => message('EventEstablished', { callID, ...fields });
const released = (callID: string, fields = {}): Step => message('EventReleased', { callID, ...fields });

/** The current call, then the waiting ones: id and state. */
const shown = (state: AgentState): string[] => legsOf(state).map(({ id, state: its }) => `${id} ${its}`);

/** The names of the events that follow, step by step. */
function told(from: AgentState, ...steps: Step[]): string[] {
  let state = from;
  return steps.flatMap((step) => {
    const previous = state;
    state = play(state, step);
    const { calls, wrapUpsDone } = deriveEvents(previous, state);
    return [
      ...calls.map(([name, { id }]) => `${name} ${id}`),
      ...wrapUpsDone.map(({ id }) => `sobot-wrap-up-done ${id}`),
    ];
  });
}

describe('a second call', () => {
  const waiting = play(talking, rings('c2', { otherDN: '777' }));

  it('waits beside the one that runs, and is gone again', () => {
    expect(shown(waiting)).to.deep.equal(['c1 talking', 'c2 ringing']);
    expect(waiting.waitingCalls[0]?.number).to.equal('777');
    const state = play(waiting, released('c2'));
    expect(shown(state)).to.deep.equal(['c1 talking']);
    expect(state.call).to.equal(talking.call);
    expect(told(talking, rings('c2'), released('c2'))).to.deep.equal(['sobot-call-started c2', 'sobot-call-ended c2']);
  });

  it('leaves the first one its messages', () => {
    const state = play(waiting, released('c2'), message('EventAgentHoldCall', { callID: 'c1' }));
    expect(shown(state)).to.deep.equal(['c1 held']);
  });

  it('may be answered or declined, if the platform can', () => {
    expect([disabledReason(waiting, 'answer'), disabledReason(waiting, 'rejectCall')]).to.deep.equal([null, null]);
    expect(disabledReason(talking, 'answer')).to.equal('not-ringing');
    expect(shown(play(waiting, success('rejectCall')))).to.deep.equal(['c1 talking']);
    expect(shown(play(waiting, success('answer')))).to.deep.equal(['c2 talking', 'c1 held']);
  });

  it('that is answered is the call; the first is held, which no message has said', () => {
    const state = play(waiting, answered('c2'));
    expect(shown(state)).to.deep.equal(['c2 talking', 'c1 held']);
    expect(state.waitingCalls[0]?.presumed).to.equal(true);
    const back = play(state, released('c2'));
    expect(shown(back)).to.deep.equal(['c1 held']);
    for (const command of ['hangup', 'holdCall', 'retrieveCall'] as const) {
      expect(disabledReason(back, command), command).to.equal(null);
    }
  });

  it('that has ended while it waited on hold is wrapped up once', () => {
    const steps = [rings('c2'), answered('c2'), released('c1'), released('c2'), message('EventAgentReady')];
    expect(told(talking, ...steps)).to.deep.equal([
      ...['sobot-call-started c2', 'sobot-call-connected c2', 'sobot-call-ended c1', 'sobot-wrap-up-done c1'],
      ...['sobot-call-ended c2', 'sobot-wrap-up-done c2'],
    ]);
  });

  it('that rings is shown as it is when the first is answered or given up', () => {
    const both = play(loggedIn, rings('c1'), rings('c2'));
    expect(shown(both)).to.deep.equal(['c1 ringing', 'c2 ringing']);
    expect(shown(play(both, answered('c2')))).to.deep.equal(['c2 talking', 'c1 ringing']);
    expect(shown(play(both, answered('c1')))).to.deep.equal(['c1 talking', 'c2 ringing']);
    expect(shown(play(both, released('c1')))).to.deep.equal(['c2 ringing']);
    expect(shown(play(both, released('c2')))).to.deep.equal(['c1 ringing']);
  });

  it('ends with the first by a logout', () => {
    const state = play(waiting, message('EventAgentLogout'));
    expect(shown(state)).to.deep.equal([]);
    expect(deriveEvents(waiting, state).calls.map(([name, { id }]) => `${name} ${id}`)).to.deep.equal([
      'sobot-call-ended c1',
      'sobot-call-ended c2',
    ]);
  });

  it('is not taken for the consultation that was asked for', () => {
    const asked = play(held, success('initiateConsult', { params: { target: '1002' } }));
    const state = play(asked, rings('c2', { callType: 'Inbound' }));
    expect(shown(state)).to.deep.equal(['c1 held', 'c2 ringing']);
    expect(state.consult).to.include({ id: '', number: '1002' });
  });
});

describe('an id that is used again', () => {
  const ended = after(message('EventAgentReady'), rings('c1'), released('c1', { creationTime: NOW }));

  it('rings when the message is newer than the end', () => {
    const state = play(ended, rings('c1', { creationTime: NOW + 3000 }));
    expect(shown(state)).to.deep.equal(['c1 ringing']);
    expect(state.endedCallIds).to.deep.equal([]);
    expect(shown(play(state, answered('c1', { creationTime: NOW + 5000 })))).to.deep.equal(['c1 talking']);
    expect(callStatus(play(state, released('c1', { creationTime: NOW + 6000 })))).to.equal('none');
  });

  it('stays over for messages that are older, or tell no time', () => {
    for (const creationTime of [NOW - 1, NOW, undefined]) {
      expect(play(ended, rings('c1', { creationTime }), answered('c1', { creationTime }))).to.equal(ended);
    }
  });

  it('stays over for messages that announce no call', () => {
    for (const messageID of ['EventAgentHoldCall', 'EventAgentMute', 'EventPartyChanged']) {
      expect(play(ended, message(messageID, { callID: 'c1', creationTime: NOW + 9000 })), messageID).to.equal(ended);
    }
  });

  it('may be a call that comes back after its transfer', () => {
    const transferred = play(talking, released('c1', { thisDNRole: 'TransferBy', creationTime: NOW }));
    expect(shown(play(transferred, rings('c1', { creationTime: NOW + 60_000 })))).to.deep.equal(['c1 ringing']);
  });

  it('is compared with the end that a late message tells, where a result has told it first', () => {
    const state = play(talking, success('hangup'), released('c1', { creationTime: NOW }));
    expect(shown(play(state, rings('c1', { creationTime: NOW + 1 })))).to.deep.equal(['c1 ringing']);
    expect(state.wrapUp?.callId).to.equal('c1');
  });
});

describe('messages in any order', () => {
  it('leave no call behind when the end comes before the beginning', () => {
    for (const begin of [rings, answered, (id: string) => message('EventDialing', { callID: id })]) {
      expect(legsOf(play(loggedIn, released('x'), begin('x')))).to.deep.equal([]);
    }
  });

  it('do not set a call back that is answered', () => {
    const state = play(loggedIn, answered('c1'), message('EventDialing', { callID: 'c1' }));
    expect(shown(state)).to.deep.equal(['c1 talking']);
  });

  it('never end a call but by its own end, and never keep one after it', () => {
    const ids = ['a', 'b', 'c'];
    const step = fc.record({
      id: fc.constantFrom(...ids),
      name: fc.constantFrom(
        'EventRinging',
        'EventDialing',
        'EventAgentHoldCall',
        'EventAgentRetrieveCall',
        'EventReleased',
      ),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let state = loggedIn;
        const open = new Set<string>();
        const over = new Set<string>();
        for (const { id, name } of steps) {
          state = play(state, message(name, { callID: id }));
          if (name === 'EventReleased') {
            open.delete(id);
            over.add(id);
          } else if (!over.has(id) && (name === 'EventRinging' || name === 'EventDialing')) open.add(id);
          expect(
            legsOf(state)
              .map((leg) => leg.id)
              .sort(),
          ).to.deep.equal([...open].sort());
        }
      }),
    );
  });
});

describe('after-call work', () => {
  it('goes on while another call rings, and ends when that is answered', () => {
    const after = ['sobot-call-started c2', 'sobot-call-ended c2'];
    expect(told(wrappingUp, rings('c2'), released('c2'))).to.deep.equal(after);
    expect(told(wrappingUp, rings('c2'), released('c2'), message('EventAgentReady'))).to.deep.equal([
      ...after,
      'sobot-wrap-up-done c1',
    ]);
    expect(told(wrappingUp, rings('c2'), answered('c2'), released('c2'))).to.deep.equal([
      'sobot-call-started c2',
      'sobot-call-connected c2',
      'sobot-wrap-up-done c1',
      'sobot-call-ended c2',
    ]);
  });
});
