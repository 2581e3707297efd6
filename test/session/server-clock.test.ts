import { expect } from '@open-wc/testing';
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
