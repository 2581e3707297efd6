import { expect } from '@open-wc/testing';
import { createReadyAgent, type AgentFixture } from '../../support/agent-fixture.js';
import { onCleanup } from '../../support/cleanup.js';
import { callFields } from '../../support/call-fields.js';
import { until } from '../../support/until.js';
import { turn } from '../../support/session.js';

/** The permission and the devices of the browser, which the test changes. */
class FakeMicrophones {
  readonly #status = Object.assign(new EventTarget(), { state: 'granted' });
  inputs = 1;
  /** Answers of the browser that the test holds back. */
  readonly held: (() => void)[] = [];
  isHeld = false;

  constructor() {
    const devices = (): MediaDeviceInfo[] => [
      { kind: 'audiooutput' } as MediaDeviceInfo,
      ...Array.from({ length: this.inputs }, () => ({ kind: 'audioinput' }) as MediaDeviceInfo),
    ];
    navigator.mediaDevices.enumerateDevices = () => {
      const answer = devices();
      return this.isHeld ? new Promise((resolve) => this.held.push(() => resolve(answer))) : Promise.resolve(answer);
    };
    navigator.permissions.query = () => Promise.resolve(this.#status as unknown as PermissionStatus);
    onCleanup(() => {
      Reflect.deleteProperty(navigator.mediaDevices, 'enumerateDevices');
      Reflect.deleteProperty(navigator.permissions, 'query');
    });
  }

  permit(state: PermissionState): void {
    this.#status.state = state;
    this.#status.dispatchEvent(new Event('change'));
  }

  plug(inputs: number): void {
    this.inputs = inputs;
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  }
}

const turns = async (): Promise<void> => {
  for (let n = 0; n < 5; n += 1) await turn();
};

describe('sobot-agent: the microphone of the page', () => {
  let microphones: FakeMicrophones;
  let fixture: AgentFixture;
  const microphone = (): unknown => fixture.agent.state.microphone;
  const becomes = (problem: string | null): Promise<unknown> => until(() => microphone() === problem, String(problem));

  async function establishCall(phoneType: string): Promise<void> {
    fixture = await createReadyAgent();
    fixture.sdk.emit({ messageID: 'EventAgentLogin', agentID: '1005', phoneType });
    fixture.establishCall();
    // The feature is loaded, and has looked.
    await import('../../../elements/sobot-agent/features/microphone-watch.js');
    await turns();
  }

  beforeEach(() => {
    microphones = new FakeMicrophones();
  });

  for (const phoneType of ['webrtc', '']) {
    it(`says what changes during a call of an agent with the phone "${phoneType}"`, async () => {
      await establishCall(phoneType);
      expect(microphone()).to.equal(null);
      microphones.plug(0);
      await becomes('missing');
      microphones.permit('denied');
      await becomes('denied');
      microphones.permit('granted');
      await becomes('missing');
      microphones.plug(2);
      await becomes(null);
      microphones.plug(1);
      await turns();
      expect(microphone()).to.equal(null);
    });
  }

  for (const [phoneType, problem] of [
    ['webrtc', 'missing'],
    ['sip', null],
    ['pstn', null],
    ['', null],
  ] as const) {
    it(`says ${String(problem)} at the beginning to an agent with the phone "${phoneType}" and no microphone`, async () => {
      microphones.inputs = 0;
      await establishCall(phoneType);
      await becomes(problem);
    });
  }

  for (const phoneType of ['sip', 'pstn']) {
    it(`says nothing to an agent who talks by ${phoneType}`, async () => {
      await establishCall(phoneType);
      microphones.plug(0);
      microphones.permit('denied');
      await turns();
      expect(microphone()).to.equal(null);
    });
  }

  it('says it again in the next call', async () => {
    await establishCall('webrtc');
    microphones.plug(0);
    await becomes('missing');
    fixture.emitCall('EventReleased');
    expect(microphone()).to.equal(null);
    fixture.sdk.emit({ messageID: 'EventRinging', ...callFields, callID: 'c2' });
    await becomes('missing');
  });

  it('forgets an answer of the browser that a newer one has overtaken', async () => {
    await establishCall('webrtc');
    microphones.isHeld = true;
    microphones.plug(0);
    microphones.plug(1);
    const [first, second] = microphones.held;
    second?.();
    await turns();
    first?.();
    await turns();
    expect(microphone()).to.equal(null);
  });

  it('follows the browser while its element is in the page only', async () => {
    await establishCall('webrtc');
    const { agent } = fixture;
    agent.remove();
    document.body.append(agent);
    microphones.plug(0);
    await becomes('missing');
  });
});
