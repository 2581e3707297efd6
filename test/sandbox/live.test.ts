import { expect } from '@open-wc/testing';
import type { SdkMessage } from '../../src/sdk/index.js';
import { createSandbox } from '../../src/sandbox/index.js';

describe('sandbox: a call in real time', () => {
  it('has real sound, whose connection is measured', async () => {
    const centre = createSandbox({ latency: 0 });
    const sdk = new centre.SobotClient.agent();
    const messages: SdkMessage[] = [];
    sdk.on('EventAgentAll', (message) => messages.push(message));
    const arrives = (messageID: string): Promise<SdkMessage> =>
      new Promise((resolve) => sdk.on(messageID, (message) => resolve(message)));
    const asks = (send: (callbacks: { success(): void; error(cause: unknown): void }) => unknown): Promise<void> =>
      new Promise((resolve, reject) => {
        send({ success: resolve, error: (cause) => reject(new Error(JSON.stringify(cause))) });
      });

    await asks((callbacks) => sdk.initAgent({ ...centre.credentials, ...callbacks }));
    await asks((callbacks) => sdk.login({ phoneType: 'webrtc', bindExt: '1000', agentState: '1', ...callbacks }));
    const established = arrives('EventEstablished');
    const latency = arrives('EventJanusLatency');
    await asks((callbacks) => sdk.makeCall({ otherDN: '5550100', ...callbacks }));
    await established;
    const sample = await latency;
    expect(sample.companyId).to.equal(centre.credentials.companyId);
    expect(Number(sample['ping'])).to.be.within(0, 1000);
    expect(sample['quality']).to.be.oneOf(['a', 'b', 'c', 'd', 'e']);
    await asks((callbacks) => sdk.hangup(callbacks));
    expect(messages.map(({ messageID }) => messageID)).to.not.include('SandboxWarning');
    expect(centre.snapshot().agent.workStatus).to.equal('sorting');
  });
});
