import { expect } from '@open-wc/testing';
import { complete, phase, place } from '../../support/agent.js';
import { aCall } from '../../support/desk.js';
import { until } from '../../support/until.js';
import { SdkDouble } from '../../support/sdk-double.js';
import { turn } from '../../support/session.js';
import { agent, double, ear, started, talking } from '../../support/agent-started.js';

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
  beforeEach(() => use((media = new FakeMediaSession())));
  started();
  afterEach(() => Reflect.deleteProperty(navigator, 'mediaSession'));

  const actions = (): string[] => [...media.handlers.keys()].sort();
  const both = ['hangup', 'togglemicrophone'];
  const press = (action: string): void => media.handlers.get(action)?.({ action });
  const joined = (): Promise<unknown> => until(() => actions().length > 0, 'the actions');
  const end = (): void => double.emit({ messageID: 'EventReleased', ...aCall });

  it('has its actions during a call only', async () => {
    double.emit({ messageID: 'EventAgentReady' });
    await turn();
    expect(actions()).to.deep.equal([]);
    talking();
    await joined();
    expect(actions()).to.deep.equal(both);
    end();
    expect(actions()).to.deep.equal([]);
    double.emit({ messageID: 'EventRinging', ...aCall, callID: 'c2' });
    expect(actions(), 'ringing: to hang up is not to decline').to.deep.equal([]);
    double.emit({ messageID: 'EventEstablished', ...aCall, callID: 'c2' });
    expect(actions()).to.deep.equal(both);
    agent.stop();
    expect(actions()).to.deep.equal([]);
  });

  it('hangs up, and switches the microphone', async () => {
    talking();
    await joined();
    press('togglemicrophone');
    double.emit({ messageID: 'EventAgentMute', ...aCall });
    press('togglemicrophone');
    double.emit({ messageID: 'EventAgentUnmute', ...aCall });
    press('hangup');
    expect(double.sent.map(({ method }) => method)).to.deep.equal(['muteCall', 'unmute', 'hangup']);
    expect(ear.of('sobot-command').every(({ source }) => source === agent)).to.equal(true);
    expect(media.microphone).to.deep.equal([true, false, true]);
  });

  it('asks for nothing that can’t be done', async () => {
    talking();
    await joined();
    press('hangup');
    press('hangup');
    expect(double.sent, 'the first is under way').to.have.length(1);
  });

  const troubles: Record<string, () => unknown> = {
    'an action that the browser doesn’t know': () => (media.unknown = 'hangup'),
    'no switch for the microphone': () => Object.assign(media, { setMicrophoneActive: undefined }),
  };
  for (const [what, prepare] of Object.entries(troubles)) {
    it(`bears ${what}`, async () => {
      prepare();
      talking();
      await joined();
      press('togglemicrophone');
      expect(double.last().method).to.equal('muteCall');
    });
  }

  it('belongs to the call that came last', async () => {
    talking();
    await joined();
    const second = new SdkDouble();
    const other = place(complete(second));
    await phase(other, 'ready');
    second.emit({ messageID: 'EventEstablished', ...aCall, callID: 'c2' });
    await until(() => media.microphone.length > 1, 'the other agent');
    press('hangup');
    expect([double.sent.length, second.last().method]).to.deep.equal([0, 'hangup']);
    end();
    expect(actions(), 'the other call goes on').to.deep.equal(both);
    second.emit({ messageID: 'EventReleased', ...aCall, callID: 'c2' });
    expect(actions()).to.deep.equal([]);
  });
});

describe('sobot-agent without a media session', () => {
  beforeEach(() => void Object.defineProperty(navigator, 'mediaSession', { configurable: true, value: undefined }));
  started();
  afterEach(() => Reflect.deleteProperty(navigator, 'mediaSession'));

  it('has its call', async () => {
    talking();
    await turn();
    expect([agent.call, ear.warnings]).to.deep.equal(['talking', []]);
  });
});
