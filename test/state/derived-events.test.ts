import { expect } from '@open-wc/testing';
import { deriveEvents, type AgentState, type CallEventName } from '../../src/state/index.js';
import { loggedIn, message, NOW, play, success, type Step } from '../support/state.js';

/** What is told once, over all steps. */
function told(...steps: Step[]): [CallEventName, string][] {
  let state: AgentState = loggedIn;
  return steps.flatMap((step) => {
    const previous = state;
    state = play(state, step);
    return deriveEvents(previous, state).calls.map(([name, { id }]): [CallEventName, string] => [name, id]);
  });
}

const rings = message('EventRinging', { callID: 'c1' });
const answered = message('EventEstablished', { callID: 'c1' });
const released = message('EventReleased', { callID: 'c1' });

describe('facts of a call', () => {
  const whole: [CallEventName, string][] = [
    ['sobot-call-started', 'c1'],
    ['sobot-call-connected', 'c1'],
    ['sobot-call-ended', 'c1'],
  ];

  it('are told once each, in order, however often the messages come', () => {
    expect(told(rings, rings, answered, answered, rings, released, released, answered, rings)).to.deep.equal(whole);
  });

  it('are complete where the ringing was missed', () => {
    expect(told(answered, released)).to.deep.equal(whole);
  });

  it('are complete when only successes tell', () => {
    expect(told(rings, success('answer'), success('hangup'))).to.deep.equal(whole);
  });

  it('do not say that a call was connected which was not', () => {
    expect(told(rings, released).map(([name]) => name)).to.deep.equal(['sobot-call-started', 'sobot-call-ended']);
  });

  it('do not start a call again that gets its id', () => {
    const steps = [
      success('makeCall', { params: { otherDN: '1' } }),
      message('EventDialing', { callID: 'c1' }),
      released,
    ];
    expect(told(...steps)).to.deep.equal([
      ['sobot-call-started', 'local-1'],
      ['sobot-call-ended', 'c1'],
    ]);
  });

  it('end no call because another one talks', () => {
    expect(told(rings, answered, message('EventEstablished', { callID: 'c2' })).slice(2)).to.deep.equal([
      ['sobot-call-started', 'c2'],
      ['sobot-call-connected', 'c2'],
    ]);
  });

  it('carry a summary of the call', () => {
    const before = play(
      loggedIn,
      message('EventRinging', { callID: 'c1', otherDN: '555', otherDNRole: 1, attachedData: { order: 7 } }),
      answered,
      message('EventJanusLatency', { ping: 20, jitter: 2, loss: '0%', quality: 'e' }),
      message('EventJanusLatency', { ping: 400, jitter: 30, loss: '3%', quality: 'c' }),
    );
    const [, summary] = deriveEvents(before, play(before, released)).calls[0] ?? [];
    expect(summary?.quality?.mos).to.be.closeTo((4.39 + 3.36) / 2, 0.01);
    expect(summary?.quality?.lowest).to.be.closeTo(3.36, 0.01);
    expect(summary).to.deep.equal({
      id: 'c1',
      type: 'inbound',
      number: '555',
      startedAt: NOW + 1000,
      connectedAt: NOW + 2000,
      endedAt: NOW + 2000, // not before its answer, although the clock was set back
      parties: [{ number: '555', role: 'Origination', state: 'Talk' }],
      quality: { worst: 'c', mos: summary?.quality?.mos, lowest: summary?.quality?.lowest, samples: 2 },
      attachedData: { order: 7 },
    });
  });

  it('carry the name once somebody knows it', () => {
    const named: Step = (state) => {
      const call = state.call;
      return call ? { ...state, call: { ...call, name: 'Ada' } } : state;
    };
    const before = play(loggedIn, rings, named);
    expect(deriveEvents(before, play(before, released)).calls[0]?.[1].name).to.equal('Ada');
  });

  it('are none where nothing happened to the call', () => {
    const state = play(loggedIn, rings);
    expect(deriveEvents(state, state)).to.deep.equal({ calls: [], wrapUpsDone: [] });
    expect(deriveEvents(state, play(state, message('EventAgentMute', { callID: 'c1' })))).to.deep.equal({
      calls: [],
      wrapUpsDone: [],
    });
  });
});
