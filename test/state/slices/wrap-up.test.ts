import { expect } from '@open-wc/testing';
import { callStatus, deriveEvents, disabledReason } from '../../../src/state/index.js';
import { dialing, loggedIn, message, NOW, play, success, talking, wrappingUp } from '../../support/state.js';

const C1 = { callID: 'c1' };
const END = NOW + 60_000;
const timed = play(talking, message('EventReleased', { ...C1, wrapUpEndTimestamp: END }));

describe('wrap-up', () => {
  it('is presumed after a call that was answered, and only then', () => {
    expect(wrappingUp.wrapUp).to.deep.equal({
      callId: 'c1',
      call: wrappingUp.lastCall,
      since: NOW + 1000,
      endsAt: null,
      presumed: true,
    });
    expect(play(dialing, message('EventReleased', C1)).wrapUp).to.equal(null);
  });

  it('leaves everything usable while it is presumed', () => {
    for (const command of ['completeACW', 'completeACWToBusy', 'delayACW', 'makeCall', 'logout', 'login'] as const) {
      expect(disabledReason(wrappingUp, command), command).to.equal(null);
    }
  });

  it('is known where the platform tells its end', () => {
    expect(timed.wrapUp).to.deep.equal({
      callId: 'c1',
      call: timed.lastCall,
      since: NOW + 1000,
      endsAt: END,
      presumed: false,
    });
    expect(disabledReason(timed, 'makeCall')).to.equal('on-call');
    expect(disabledReason(timed, 'completeACW')).to.equal(null);
  });

  it('is known as soon as its end is told, also after the success of the hang-up', () => {
    const state = play(talking, success('hangup'), message('EventReleased', { ...C1, wrapUpEndTimestamp: END }));
    expect(state.wrapUp).to.deep.equal({
      callId: 'c1',
      call: state.lastCall,
      since: NOW + 1000,
      endsAt: END,
      presumed: false,
    });
  });

  const ends = {
    EventAgentReady: message('EventAgentReady'),
    EventAgentNotReady: message('EventAgentNotReady', { reasonCode: 2 }),
    EventAgentLogout: message('EventAgentLogout'),
    completeACW: success('completeACW'),
    completeACWToBusy: success('completeACWToBusy'),
    ready: success('ready'),
    'the next call': message('EventEstablished', { callID: 'c2' }),
  };
  for (const [name, step] of Object.entries(ends)) {
    it(`ends by ${name}, and its call is handed out once`, () => {
      const state = play(wrappingUp, step);
      expect(state.wrapUp).to.equal(null);
      expect(deriveEvents(wrappingUp, state).wrapUpsDone[0]?.id).to.equal('c1');
      expect(deriveEvents(state, play(state, step)).wrapUpsDone).to.deep.equal([]);
    });
  }

  it('of the next call is not ended by the late success of the last', () => {
    const next = play(
      wrappingUp,
      message('EventRinging', { callID: 'c2' }),
      message('EventEstablished', { callID: 'c2' }),
      message('EventReleased', { callID: 'c2' }),
    );
    expect(play(next, success('completeACW', { since: wrappingUp }))).to.equal(next);
  });

  it('is not begun by news about it during a call', () => {
    expect(play(talking, message('EventDelayCallAfterWork', { wrapUpEndTimestamp: END }))).to.equal(talking);
  });

  it('may begin unseen, when it is extended', () => {
    const state = play(loggedIn, message('EventDelayCallAfterWork', { wrapUpEndTimestamp: END }));
    expect([callStatus(state), state.wrapUp?.endsAt]).to.deep.equal(['wrap-up', END]);
  });
});

describe('more time for wrap-up', () => {
  const delayed = success('delayACW', { params: { delayTime: 60 }, since: timed });
  const told = message('EventDelayCallAfterWork', { wrapUpEndTimestamp: END + 60_000 });

  it('is added once, whoever tells it first', () => {
    for (const steps of [[delayed], [told], [delayed, told], [told, delayed]]) {
      expect(play(timed, ...steps).wrapUp?.endsAt).to.equal(END + 60_000);
    }
  });

  it('comes from the success, when the message says nothing', () => {
    expect(play(timed, message('EventDelayCallAfterWork'), delayed).wrapUp?.endsAt).to.equal(END + 60_000);
  });

  it('leaves an unknown end unknown', () => {
    expect(play(wrappingUp, success('delayACW', { params: { delayTime: 60 } }))).to.equal(wrappingUp);
  });
});
