import { expect } from '@open-wc/testing';
import fc from '../support/fast-check.js';
import { expectConsistent } from '../support/invariants.js';
import { loggedIn, message, play } from '../support/state.js';
import { legsOf, type AgentState } from '../../src/state/index.js';

const SENT_AT = 1_700_000_000_000;

interface CallMessage {
  readonly messageID: 'EventRinging' | 'EventEstablished' | 'EventAgentHoldCall' | 'EventReleased';
  readonly callID: string;
  /** The vendor's time, in seconds after {@link SENT_AT}. */
  readonly sentAt: number;
}

const messages = fc.array(
  fc.record<CallMessage>({
    messageID: fc.constantFrom('EventRinging', 'EventEstablished', 'EventAgentHoldCall', 'EventReleased'),
    callID: fc.constantFrom('c-1', 'c-2', 'c-3'),
    sentAt: fc.nat(20),
  }),
  { maxLength: 16 },
);

const receive = (state: AgentState, { messageID, callID, sentAt }: CallMessage): AgentState =>
  play(state, message(messageID, { callID, otherDN: `555-${callID}`, creationTime: SENT_AT + sentAt * 1000 }));

/** The ids that can be seen, sorted. */
const shown = (state: AgentState): string[] =>
  [...legsOf(state).map(({ id }) => id), ...(state.consult ? [state.consult.id] : [])].sort();

const isStart = ({ messageID }: CallMessage): boolean => /Ringing|Established/.test(messageID);

describe('every call that the platform has not ended', () => {
  it('is shown once with its commands, and none that has ended, while messages come in their order', () => {
    fc.assert(
      fc.property(messages, (sequence) => {
        const running = new Set<string>();
        let state = loggedIn;
        for (const [sentAt, each] of sequence.entries()) {
          state = receive(state, { ...each, sentAt });
          if (isStart(each)) running.add(each.callID);
          if (each.messageID === 'EventReleased') running.delete(each.callID);
          expect(shown(state)).to.deep.equal([...running].sort());
          expectConsistent(state);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is shown once, and none that has ended, in whatever order messages come', () => {
    fc.assert(
      fc.property(messages, (sequence) => {
        const state = sequence.reduce(receive, loggedIn);
        expectConsistent(state);
        const ids = shown(state);
        expect(new Set(ids).size).to.equal(ids.length);
        for (const callID of ['c-1', 'c-2', 'c-3']) {
          const own = sequence.filter((each) => each.callID === callID);
          const ends = own.filter(({ messageID }) => messageID === 'EventReleased').map(({ sentAt }) => sentAt);
          if (ends.length === 0) expect(ids.includes(callID), callID).to.equal(own.some(isStart));
          else if (own.filter(isStart).every(({ sentAt }) => sentAt <= Math.max(...ends)))
            expect(ids, callID).not.to.include(callID);
        }
      }),
      { numRuns: 500 },
    );
  });
});
