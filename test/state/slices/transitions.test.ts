import { expect } from '@open-wc/testing';
import {
  legsOf,
  legTransitionDiagram,
  legTransitions,
  type AgentState,
  type LegOutcome,
  type LegState,
} from '../../../src/state/index.js';
import {
  after,
  C1,
  dialing,
  held,
  loggedIn,
  message,
  play,
  ringing,
  success,
  talking,
  unknown,
} from '../../support/state.js';
import type { Step } from '../../support/state.js';

type LegSignalType = keyof (typeof legTransitions)['none'];

const presumed = after(
  message('EventAgentRegainStatus', { agentStateInfo: { agentState: '1', workStatus: '7' }, workStatusInfo: C1 }),
);

const states: Record<LegState, AgentState> = { none: loggedIn, dialing, ringing, talking, held, presumed };

/** Any message of the signal, and for the one that only a command gives, its success. */
const steps: Record<LegSignalType, Step> = {
  'call-dialing': message('EventDialing', { callID: 'c1' }),
  'call-ringing': message('EventRinging', { callID: 'c1' }),
  'call-talking': message('EventEstablished', { callID: 'c1' }),
  'call-held': message('EventAgentHoldCall', { callID: 'c1' }),
  'call-retrieved': message('EventRetrieved', { callID: 'c1' }),
  'call-muted': message('EventAgentMute', { callID: 'c1' }),
  'call-unmuted': message('EventAgentUnmute', { callID: 'c1' }),
  'call-changed': message('EventPartyChanged', { callID: 'c1', thirdDN: '9' }),
  'call-presumed': unknown({ callID: 'c1' }),
  'call-ended': message('EventReleased', { callID: 'c1' }),
  'call-hung-up': success('hangup'),
};

/** What the table has to say about a step, seen from outside. */
function outcomeOf(before: AgentState, state: AgentState): LegOutcome[] {
  if (before.call && !state.call) return ['ended'];
  if (state.call === before.call) return ['ignored', 'same', ...(state.call ? [state.call.state] : [])];
  if (!state.call) return ['ignored'];
  if (state.call.presumed && !before.call?.presumed) return ['presumed'];
  if (state.call.presumed) return ['same'];
  return state.call.state === before.call?.state ? [state.call.state, 'same'] : [state.call.state];
}

describe('the table of transitions of a leg', () => {
  for (const [name, row] of Object.entries(legTransitions) as [LegState, Record<LegSignalType, LegOutcome>][]) {
    for (const [signal, expected] of Object.entries(row) as [LegSignalType, LegOutcome][]) {
      it(`${name}, ${signal}: ${expected}`, () => {
        const before = states[name];
        const state = play(before, steps[signal]);
        expect(outcomeOf(before, state)).to.include(expected);
        if (expected === 'ignored') expect(legsOf(state)).to.deep.equal(legsOf(before));
      });
    }
  }

  it('holds for a waiting leg as for the call', () => {
    for (const [name, step] of Object.entries(steps) as [LegSignalType, Step][]) {
      const outcome = legTransitions.ringing[name];
      const other = play(talking, message('EventRinging', { callID: 'w' }));
      const asC1 = play(loggedIn, message('EventRinging', { callID: 'c1' }), message('EventRinging', { callID: 'w' }));
      if (name === 'call-hung-up') continue; // is for the current call
      const state = play(asC1, step);
      const leg = legsOf(state).find(({ id }) => id === 'c1');
      expect(leg === undefined, name).to.equal(outcome === 'ended');
      expect(
        legsOf(state).some(({ id }) => id === 'w'),
        name,
      ).to.equal(true);
      expect(other.call).to.equal(talking.call);
    }
  });

  it('is drawn as a state diagram', () => {
    const diagram = legTransitionDiagram();
    expect(diagram).to.match(/^stateDiagram-v2\n/);
    expect(diagram).to.contain('  [*] --> ringing: call-ringing\n');
    expect(diagram).to.contain('  talking --> held: call-held\n');
    expect(diagram).to.contain('  held --> [*]: call-ended, call-hung-up\n');
  });
});
