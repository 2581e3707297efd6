import { expect } from '@open-wc/testing';
import { AgentSession, callWord, type SdkSource } from '../../src/session/index.js';
import type { SobotAgentSdk } from '../../src/sdk/index.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { FakeSdk } from '../support/fake-sdk.js';

const init = { companyId: 'company', agent: '1005' };
const token = (): Promise<string> => Promise.resolve('t');

describe('where a session gets its SDK from', () => {
  const sources: Record<string, (sdk: SobotAgentSdk, made: () => SobotAgentSdk) => SdkSource> = {
    'an instance': (sdk) => sdk,
    'an object with the class, as the vendor’s script leaves it': (_, made) => ({ agent: made as never }),
    'a class that carries the class': (_, made) =>
      class {
        static readonly agent = made as never;
      },
    'a function that brings an instance': (sdk) => () => Promise.resolve(sdk),
    'a function that brings the class': (_, made) => () => Promise.resolve({ agent: made as never }),
  };
  for (const [what, make] of Object.entries(sources)) {
    it(`${what}: one instance, initialised once`, async () => {
      const sdk = new FakeSdk();
      let instances = 0;
      const made = function () {
        instances += 1;
        return sdk.api;
      };
      const session = new AgentSession({ sdk: make(sdk.api, made), init, token });
      await session.start();
      expect(session.sdk).to.equal(sdk.api);
      expect([sdk.inits.length, instances <= 1]).to.deep.equal([1, true]);
      session.stop();
    });
  }

  it('the embedded call centre: a whole call with nothing else', async () => {
    const { SobotClient } = createSandbox({ media: null, latency: 0 });
    const session = new AgentSession({ sdk: SobotClient, init, token });
    await session.start();
    await session.login({ phoneType: 'sip', bindExt: '1100', agentState: '1' });
    const answered = new Promise<string>((resolve) => {
      session.target.addEventListener('sobot-call-connected', ({ detail }) => resolve(detail.number));
    });
    await session.makeCall({ otherDN: '5550100' });
    expect(await answered).to.equal('5550100');
    expect(callWord(session.state)).to.equal('talking');
    await session.hangup();
    expect(callWord(session.state)).to.equal('wrap-up');
    session.stop();
  });
});
