import { expect } from '@open-wc/testing';
import type { SobotAgent } from '../../../elements/sobot-agent/define.js';
import {
  type AgentFixture,
  completeSettings,
  createReadyAgent,
  mountAgent,
  untilPhase,
} from '../../support/agent-fixture.js';
import { onCleanup } from '../../support/cleanup.js';
import { callFields } from '../../support/call-fields.js';
import { FakeSdk } from '../../support/fake-sdk.js';
import { until } from '../../support/until.js';
import { turn } from '../../support/session.js';
import type { EventRecorder } from '../../support/event-recorder.js';

type Handler = ((details?: unknown) => void) | null;

/** The browser's media session, of which a test can see what it was told. */
class FakeMediaSession {
  readonly handlers = new Map<string, Handler>();
  readonly microphone: boolean[] = [];
  unknown = '';
  setActionHandler(action: string, handler: Handler): void {
    if (action === this.unknown) throw new TypeError(`${action} is no action`);
    if (handler) this.handlers.set(action, handler);
    else this.handlers.delete(action);
  }
  setMicrophoneActive?(active: boolean): unknown {
    this.microphone.push(active);
    return Promise.reject(new DOMException('hidden', 'InvalidStateError'));
  }
}

describe('sobot-agent: the media session', () => {
  let media: FakeMediaSession;
  const use = (value: unknown): void =>
    void Object.defineProperty(navigator, 'mediaSession', { configurable: true, value });
  beforeEach(() => {
    // Runs after the agent has stopped, because it is registered before the agent.
    onCleanup(() => Reflect.deleteProperty(navigator, 'mediaSession'));
    use((media = new FakeMediaSession()));
  });
  let fixture: AgentFixture;
  let agent: SobotAgent;
  let sdk: FakeSdk;
  let events: EventRecorder;
  beforeEach(async () => {
    fixture = await createReadyAgent();
    ({ agent, sdk, events } = fixture);
  });

  const actions = (): string[] => [...media.handlers.keys()].sort();
  const both = ['hangup', 'togglemicrophone'];
  const press = (action: string): void => media.handlers.get(action)?.({ action });
  const joined = (): Promise<unknown> => until(() => actions().length > 0, 'the actions');
  const end = (): void => sdk.emit({ messageID: 'EventReleased', ...callFields });

  it('has its actions during a call only', async () => {
    sdk.emit({ messageID: 'EventAgentReady' });
    await turn();
    expect(actions()).to.deep.equal([]);
    fixture.establishCall();
    await joined();
    expect(actions()).to.deep.equal(both);
    end();
    expect(actions()).to.deep.equal([]);
    sdk.emit({ messageID: 'EventRinging', ...callFields, callID: 'c2' });
    expect(actions(), 'ringing: to hang up is not to decline').to.deep.equal([]);
    sdk.emit({ messageID: 'EventEstablished', ...callFields, callID: 'c2' });
    expect(actions()).to.deep.equal(both);
    agent.stop();
    expect(actions()).to.deep.equal([]);
  });

  it('hangs up, and switches the microphone', async () => {
    fixture.establishCall();
    await joined();
    press('togglemicrophone');
    sdk.emit({ messageID: 'EventAgentMute', ...callFields });
    press('togglemicrophone');
    sdk.emit({ messageID: 'EventAgentUnmute', ...callFields });
    press('hangup');
    expect(sdk.sent.map(({ method }) => method)).to.deep.equal(['muteCall', 'unmute', 'hangup']);
    expect(events.of('sobot-command').every(({ source }) => source === agent)).to.equal(true);
    expect(media.microphone).to.deep.equal([true, false, true]);
  });

  it('asks for nothing that can’t be done', async () => {
    fixture.establishCall();
    await joined();
    press('hangup');
    press('hangup');
    expect(sdk.sent, 'the first is under way').to.have.length(1);
  });

  const troubles: Record<string, () => unknown> = {
    'an action that the browser doesn’t know': () => (media.unknown = 'hangup'),
    'no switch for the microphone': () => Object.assign(media, { setMicrophoneActive: undefined }),
  };
  for (const [what, prepare] of Object.entries(troubles)) {
    it(`bears ${what}`, async () => {
      prepare();
      fixture.establishCall();
      await joined();
      press('togglemicrophone');
      expect(sdk.last().method).to.equal('muteCall');
    });
  }

  it('belongs to the call that came last', async () => {
    fixture.establishCall();
    await joined();
    const second = new FakeSdk();
    const other = mountAgent(completeSettings(second));
    await untilPhase(other, 'ready');
    second.emit({ messageID: 'EventEstablished', ...callFields, callID: 'c2' });
    await until(() => media.microphone.length > 1, 'the other agent');
    press('hangup');
    expect([sdk.sent.length, second.last().method]).to.deep.equal([0, 'hangup']);
    end();
    expect(actions(), 'the other call goes on').to.deep.equal(both);
    second.emit({ messageID: 'EventReleased', ...callFields, callID: 'c2' });
    expect(actions()).to.deep.equal([]);
  });
});

describe('sobot-agent without a media session', () => {
  it('has its call', async () => {
    onCleanup(() => Reflect.deleteProperty(navigator, 'mediaSession'));
    Object.defineProperty(navigator, 'mediaSession', { configurable: true, value: undefined });
    const fixture = await createReadyAgent();
    fixture.establishCall();
    await turn();
    expect([fixture.agent.call, fixture.events.warnings]).to.deep.equal(['talking', []]);
  });
});
