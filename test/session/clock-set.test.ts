import { expect } from '@open-wc/testing';
import { Session } from '../../src/session/session.js';
import { toCallRecord } from '../../src/history/call-record.js';
import { onCleanup } from '../support/cleanup.js';
import { FakeSdk } from '../support/fake-sdk.js';
import { ManualTime } from '../support/manual-time.js';
import { RecordingTarget, TOKEN } from '../support/session.js';

const SECOND = 1000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

interface Stage {
  readonly time: ManualTime;
  readonly session: Session;
  readonly sdk: FakeSdk;
  readonly events: RecordingTarget;
}

let agents = 0;

async function start(): Promise<Stage> {
  const [time, sdk, events] = [new ManualTime(), new FakeSdk(), new RecordingTarget()];
  agents += 1;
  const init = { companyId: 'company', agent: `clock-${agents}` };
  const session = new Session(
    { sdk: sdk.api, token: () => Promise.resolve(TOKEN), target: events, init },
    { clock: time.clock, storage: () => sessionStorage },
  );
  onCleanup(() => session.stop());
  await session.start();
  return { time, session, sdk, events };
}

/** The messages of a call, ten seconds before each. */
const steps = ['EventRinging', 'EventEstablished', 'EventAgentHoldCall', 'EventAgentRetrieveCall', 'EventReleased'];

describe('the computer’s clock is set', () => {
  for (const ms of [30 * SECOND, HOUR, DAY].flatMap((each) => [each, -each])) {
    for (const [index, stage] of ['ringing', 'talk', 'hold', 'talk again', 'wrap-up'].entries()) {
      it(`by ${ms / SECOND} s in ${stage}: every duration is what has passed`, async () => {
        const { time, session, sdk, events } = await start();
        const begin = time.clock.now();
        const since = (at: number | null | undefined): number => ((at ?? NaN) - begin) / SECOND;
        for (const [step, messageID] of steps.entries()) {
          time.pass(10 * SECOND);
          const wrapUpEndTimestamp = time.clock.now() + 60 * SECOND;
          sdk.emit({ messageID, callID: 'c1', ...(messageID === 'EventReleased' && { wrapUpEndTimestamp }) });
          if (messageID === 'EventAgentHoldCall') expect(since(session.state.call?.heldAt)).to.equal(30);
          if (step === index) time.set(ms);
        }
        time.pass(10 * SECOND);
        const { wrapUp, lastCall } = session.state;
        expect([wrapUp?.since, wrapUp?.endsAt, time.clock.now()].map(since)).to.deep.equal([50, 110, 60]);
        const [ended] = events.details('sobot-call-ended');
        for (const each of [lastCall, ended, toCallRecord(ended)]) {
          expect([each.startedAt, each.connectedAt, each.endedAt].map(since)).to.deep.equal([10, 20, 50]);
        }
      });
    }
  }

  it('a sleep counts, as soon as a message shows it', async () => {
    const { time, session, sdk } = await start();
    const server = (): number => time.clock.nowWithSleep() - HOUR; // its clock runs on
    sdk.emit({ messageID: 'EventEstablished', callID: 'c1', creationTime: server() });
    time.pass(10 * SECOND);
    time.sleep(600 * SECOND);
    sdk.emit({ messageID: 'EventAgentHoldCall', callID: 'c1', creationTime: server() });
    const { call } = session.state;
    expect((call?.heldAt ?? 0) - (call?.connectedAt ?? 0)).to.equal(610 * SECOND);
  });

  it('nothing is slept if the clock was set forward: the next message has taken as long as any', async () => {
    const { time, session, sdk } = await start();
    const begin = time.clock.now();
    const server = (): number => time.clock.now() - HOUR;
    sdk.emit({ messageID: 'EventEstablished', callID: 'c1', creationTime: server() });
    time.pass(10 * SECOND);
    time.set(HOUR);
    sdk.emit({ messageID: 'EventAgentHoldCall', callID: 'c1', creationTime: server() });
    expect((session.state.call?.heldAt ?? 0) - begin).to.equal(10 * SECOND);
  });
});
