import { expect } from '@open-wc/testing';
import { ServerClock } from '../../src/session/server-clock.js';
import fc from '../support/fast-check.js';
import { ManualTime } from '../support/manual-time.js';
import { type SessionFixture, startSession } from '../support/session.js';

const SECOND = 1000;
const HOUR = 3_600 * SECOND;

/** How long ago, in seconds, the status began; what the platform's clock shows when the message is made, and when the status began. */
async function shownSince(skew: number, way = 30, withCreation = true): Promise<number> {
  const { session, sdk } = await startSession();
  const server = Date.now() + skew;
  sdk.emit({
    messageID: 'EventAgentRegainStatus',
    ...(withCreation ? { creationTime: String(server - way) } : undefined),
    agentStateInfo: { agentState: '2', agentStateTimestamp: server - way - 60 * SECOND },
  });
  return Math.round((Date.now() - session.state.presence.since) / SECOND);
}

describe("the server's clock", () => {
  for (const [what, skew] of Object.entries({ ahead: 10 * 60 * SECOND, behind: -10 * 60 * SECOND, right: 0 })) {
    it(`that is ${what} tells how long a status has lasted`, async () => {
      expect(await shownSince(skew)).to.equal(60);
    });
  }

  it('is not corrected by the way of a message', async () => {
    expect(await shownSince(0, 1_500)).to.be.within(61, 62);
  });

  it('is not corrected where no message tells it, or tells one that can’t be', async () => {
    expect(await shownSince(-600 * SECOND, 30, false)).to.equal(660);
    expect(await shownSince(-48 * HOUR)).to.equal(48 * 3600 + 60);
  });

  it('tells when the wrap-up ends; what goes out is the SDK’s own message', async () => {
    const { session, sdk, events }: SessionFixture = await startSession();
    const server = Date.now() - HOUR;
    sdk.emit({ messageID: 'EventEstablished', callID: 'c1', creationTime: server });
    const message = { messageID: 'EventReleased', callID: 'c1', wrapUpEndTimestamp: server + 30 * SECOND };
    sdk.emit(message);
    expect((session.state.wrapUp?.endsAt ?? 0) - Date.now()).to.be.closeTo(30 * SECOND, 500);
    expect(events.details('sobot-released')[0]).to.equal(message);
    expect(message.wrapUpEndTimestamp).to.equal(server + 30 * SECOND);
  });

  it('is that of the message which took the least', async () => {
    const { session, sdk } = await startSession();
    const server = Date.now() + HOUR;
    for (const late of [20, 5, 40]) {
      sdk.emit({ messageID: 'EventAgentReady', creationTime: server - late * SECOND });
    }
    sdk.emit({ messageID: 'EventAgentNotReady', reasonCode: 2, reasonCodeTimestamp: server - 60 * SECOND });
    expect(Math.round((Date.now() - session.state.presence.since) / SECOND)).to.equal(55);
  });
});

/** What is known of the clocks, after messages. */
interface Heard {
  /** Seconds that pass before it arrives. */
  readonly after?: number;
  /** Seconds that it has been on its way. */
  readonly late?: number;
  /** Seconds by which the clock of its server is ahead of the others'. */
  readonly ahead?: number;
}

/** The age of each message, in seconds, and the shift of its times. */
function hear(messages: readonly Heard[], skew = 600): { age: number; shift: number }[] {
  const time = new ManualTime();
  const clock = new ServerClock(time.clock);
  return messages.map(({ after = 1, late = 0, ahead = 0 }) => {
    time.pass(after * SECOND);
    const now = time.clock.now();
    const creationTime = now - (skew + late - ahead) * SECOND;
    const { message, at } = clock.toLocal({ messageID: 'EventRinging', creationTime, someTimestamp: creationTime });
    return { age: (now - at) / SECOND, shift: (Number(message['someTimestamp']) - creationTime) / SECOND };
  });
}

describe('the known difference of the clocks', () => {
  const fresh: Heard = {};
  const three = [fresh, fresh, fresh];
  const table: Record<string, [messages: Heard[], age: number, shift: number]> = {
    'is what the first message says': [[fresh], 0, 600],
    'is that of a fresh message, after a late first one': [[{ late: 20 }, fresh], 0, 600],
    'stays with a late message, which keeps its age': [[...three, { late: 20 }], 20, 600],
    'stays after a late message': [[...three, { late: 20 }, fresh], 0, 600],
    'stays with what a gap has held back, all at once': [
      [...three, ...[25, 24, 23].map((late) => ({ late, after: late === 25 ? 25 : 0 }))],
      23,
      600,
    ],
    'stays after one message of a clock that is ahead': [[...three, { ahead: 300 }, fresh], 0, 600],
    'stays after one that is ahead, also as the second message': [[fresh, { ahead: 3_000 }, fresh], 0, 600],
    'is not used for a message of a clock that is ahead': [[...three, { ahead: 300 }], 0, 300],
    'is not used for a message of a clock that is behind': [[...three, { late: 3_600 }], 0, 4_200],
    'stays while messages of two clocks come in turn': [
      [...three, ...[1, 2, 3, 4, 5].flatMap(() => [{ ahead: 300, after: 60 }, fresh])],
      0,
      600,
    ],
    'is replaced by several messages that agree for a while': [
      [...three, ...[1, 2, 3].map(() => ({ ahead: 300, after: 6 })), fresh],
      300,
      300,
    ],
    'is not replaced by two': [[...three, ...[1, 2].map(() => ({ ahead: 300, after: 60 })), fresh], 0, 600],
    'is not replaced by several at once': [[...three, ...[1, 2, 3, 4].map(() => ({ ahead: 300 })), fresh], 0, 600],
  };
  for (const [what, [messages, age, shift]] of Object.entries(table)) {
    it(what, () => expect(hear(messages).at(-1)).to.deep.equal({ age, shift }));
  }

  it('is not lost by lateness, few strangers and gaps in any order', () => {
    const disturbance = fc.oneof(
      fc.record({ late: fc.integer({ min: 3, max: 290 }), after: fc.nat(600) }),
      fc.record({ ahead: fc.integer({ min: 3, max: 40_000 }), after: fc.nat(600) }),
    );
    const part = fc
      .tuple(fc.array(disturbance, { maxLength: 2 }), fc.nat(20_000))
      .map(([few, after]) => [...few, { after }]);
    fc.assert(
      fc.property(fc.array(part), fc.integer({ min: -40_000, max: 40_000 }), (parts, skew) => {
        const messages: Heard[] = [...three, ...parts.flat()];
        hear(messages, skew).forEach(({ age, shift }, index) => {
          const { late = 0, ahead = 0 } = messages[index] ?? {};
          expect(age).to.equal(late);
          if (ahead === 0) expect(shift).to.equal(Math.abs(skew) < 2 ? 0 : skew);
        });
      }),
    );
  });

  it('makes a late call as old as it is, and no time comes before the one before it', async () => {
    const { session, sdk } = await startSession();
    const now = Date.now();
    for (const callID of ['a', 'b', 'c']) sdk.emit({ messageID: 'EventReleased', callID, creationTime: now });
    sdk.emit({ messageID: 'EventRinging', callID: 'c1', creationTime: now - 20 * SECOND });
    const age = (at: number | null | undefined): number => Math.round((now - (at ?? NaN)) / SECOND);
    expect(age(session.state.call?.startedAt)).to.equal(20);
    sdk.emit({ messageID: 'EventEstablished', callID: 'c1', creationTime: now - 40 * SECOND });
    expect(age(session.state.call?.connectedAt)).to.equal(20);
    sdk.emit({ messageID: 'EventAgentHoldCall', callID: 'c1', creationTime: now - 50 * SECOND });
    expect(age(session.state.call?.heldAt)).to.equal(20);
    sdk.emit({ messageID: 'EventReleased', callID: 'c1', creationTime: now - 60 * SECOND });
    expect([age(session.state.lastCall?.endedAt), age(session.state.wrapUp?.since)]).to.deep.equal([20, 20]);
  });
});
