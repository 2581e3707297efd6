import { expect } from '@open-wc/testing';
import { soundSettings } from '../../../src/ui/audio/audio-settings.js';
import { SoundPlayer, type SoundState } from '../../../src/ui/audio/sound.js';
import { onCleanup } from '../../support/cleanup.js';
import { turn } from '../../support/session.js';

const Real = globalThis.AudioContext;
const RealSource = globalThis.AudioBufferSourceNode;
const RealGain = globalThis.GainNode;

/** Remembers the contexts, and the devices that they were sent to. */
class Heard extends Real {
  static made: Heard[] = [];
  readonly sinks: string[] = [];
  constructor() {
    super();
    Heard.made.push(this);
  }
  override setSinkId(id: string): Promise<void> {
    this.sinks.push(id);
    return id === 'gone' ? Promise.reject(new DOMException('gone', 'NotFoundError')) : Promise.resolve();
  }
}

class HeardSource extends RealSource {
  static made: HeardSource[] = [];
  constructor(context: BaseAudioContext, options?: AudioBufferSourceOptions) {
    super(context, options);
    HeardSource.made.push(this);
  }
}

class HeardGain extends RealGain {
  static last: HeardGain | null = null;
  readonly to: string[] = [];
  constructor(context: BaseAudioContext, options?: GainOptions) {
    super(context, options);
    HeardGain.last = this;
  }
  override connect(node: AudioNode | AudioParam): never {
    this.to.push(node.constructor.name);
    return super.connect(node as AudioNode) as never;
  }
}

/** As in a page where nobody has clicked yet. */
class Blocked extends Heard {
  allowed = false;
  override get state(): AudioContextState {
    return this.allowed ? super.state : 'suspended';
  }
  override resume(): Promise<void> {
    return this.allowed ? super.resume() : new Promise(() => {});
  }
}

/** Until the context is in a state. */
const stateOf = (context: AudioContext, state: AudioContextState): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => void (context.state === state && resolve());
    context.addEventListener('statechange', look);
    look();
  });

const clickedBefore = (clicked: boolean): void =>
  void Object.defineProperty(navigator, 'userActivation', {
    configurable: true,
    value: { hasBeenActive: clicked, isActive: false },
  });

const outputs = (...ids: string[]): void => {
  navigator.mediaDevices.enumerateDevices = () =>
    Promise.resolve(ids.map((deviceId) => ({ kind: 'audiooutput', deviceId }) as MediaDeviceInfo));
};

/** Until a promise that nobody hands out is through. */
const until = async (probe: () => unknown): Promise<void> => {
  while (!probe()) await turn();
};

describe('Sound', () => {
  let sound: SoundPlayer;
  let changes: SoundState[];
  let changed: () => void;
  const nextChange = (): Promise<void> => new Promise((resolve) => (changed = resolve));
  const context = (): Heard => {
    const [made] = Heard.made;
    if (!made) throw new Error('no context');
    return made;
  };
  const listen = (): (() => void) =>
    sound.subscribe(() => {
      changes.push(sound.state);
      changed();
    });

  beforeEach(() => {
    Heard.made = [];
    HeardSource.made = [];
    Object.assign(globalThis, { AudioContext: Heard, AudioBufferSourceNode: HeardSource, GainNode: HeardGain });
    localStorage.clear();
    window.dispatchEvent(new StorageEvent('storage', { key: null }));
    soundSettings.set({ volume: 0.7, device: '', notify: true });
    changes = [];
    changed = () => {};
    sound = new SoundPlayer();
    clickedBefore(false);
  });

  afterEach(async () => {
    Reflect.deleteProperty(navigator, 'userActivation');
    Reflect.deleteProperty(navigator.mediaDevices, 'enumerateDevices');
    Object.assign(globalThis, { AudioContext: Real, AudioBufferSourceNode: RealSource, GainNode: RealGain });
    for (const each of Heard.made) await each.close();
    localStorage.clear();
  });

  it('touches no device until somebody asks', () => {
    expect(sound.state).to.equal('unknown');
    expect(Heard.made).to.have.length(0);
  });

  it('says that the page can be heard, asks once, and lets the device sleep', async () => {
    const first = nextChange();
    const stop = listen();
    listen();
    await first;
    expect(sound.state).to.equal('on');
    expect(Heard.made).to.have.length(1);
    await stateOf(context(), 'suspended');
    stop();
  });

  it('plays a tone of its own, in a loop, never too loud, with pauses', async () => {
    const stop = sound.play(true);
    await until(() => HeardSource.made[0]);
    const [source] = HeardSource.made;
    await stateOf(context(), 'running');
    expect(source?.loop).to.be.true;
    const samples = source?.buffer?.getChannelData(0) ?? new Float32Array();
    const peak = samples.reduce((max, sample) => Math.max(max, Math.abs(sample)), 0);
    expect(peak).to.be.within(0.3, 0.95);
    expect(Math.max(...samples.subarray(samples.length - (source?.buffer?.sampleRate ?? 0)))).to.equal(0);
    stop();
    await stateOf(context(), 'suspended');
  });

  it('rings again in the context that a click has freed once', async () => {
    for (let i = 0; i < 2; i += 1) {
      const stop = sound.play(true);
      await until(() => HeardSource.made.length > i);
      await stateOf(context(), 'running');
      stop();
      await stateOf(context(), 'suspended');
    }
    expect(Heard.made).to.have.length(1);
    expect(sound.state).to.equal('on');
  });

  it('does not begin when it is stopped at once', async () => {
    sound.play(true)();
    await turn();
    expect(HeardSource.made).to.have.length(0);
  });

  it('notices that it is blocked, and sounds from the next gesture on', async () => {
    globalThis.AudioContext = Blocked;
    sound = new SoundPlayer(50);
    const blocked = nextChange();
    listen();
    await blocked;
    expect(sound.state).to.equal('blocked');
    (context() as Blocked).allowed = true;
    const free = nextChange();
    document.body.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
    await free;
    expect(changes).to.deep.equal(['blocked', 'on']);
  });

  it('notices that it sounds later than anybody has waited for', async () => {
    globalThis.AudioContext = Blocked;
    sound = new SoundPlayer(50);
    listen();
    expect(await sound.resume()).to.equal('blocked');
    (context() as Blocked).allowed = true;
    const free = nextChange();
    await context().resume();
    await free;
    expect(sound.state).to.equal('on');
  });

  it('is still blocked after a gesture that changes nothing', async () => {
    globalThis.AudioContext = Blocked;
    sound = new SoundPlayer(50);
    expect(await sound.resume()).to.equal('blocked');
    expect(await sound.resume()).to.equal('blocked');
  });

  it('calls it failed where a click was no help, or there is no sound at all', async () => {
    globalThis.AudioContext = Blocked;
    sound = new SoundPlayer(50);
    clickedBefore(true);
    expect(await sound.resume()).to.equal('failed');
    Reflect.deleteProperty(globalThis, 'AudioContext');
    const none = new SoundPlayer();
    expect(await none.resume()).to.equal('failed');
    none.play(true)();
  });

  it('tries again before it judges, once the agent has clicked', async () => {
    globalThis.AudioContext = Blocked;
    sound = new SoundPlayer(50);
    const judged = sound.resume();
    // The click is no gesture of a button here: the page has been activated, and its sound is allowed from now on.
    (context() as Blocked).allowed = true;
    clickedBefore(true);
    expect(await judged).to.equal('on');
  });

  it('takes the first gesture before it has judged', async () => {
    globalThis.AudioContext = Blocked;
    sound = new SoundPlayer(60_000);
    listen();
    await until(() => Heard.made.length);
    (context() as Blocked).allowed = true;
    document.body.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
    await until(() => sound.state === 'on');
    expect(changes).to.deep.equal(['on']);
  });

  it('takes the device back when the system has taken it away', async () => {
    const stop = sound.play(true);
    await until(() => sound.state === 'on');
    await context().suspend();
    await stateOf(context(), 'running');
    stop();
  });

  describe('follows the settings', () => {
    const playing = async (): Promise<() => void> => {
      const stop = sound.play(true);
      await until(() => sound.state === 'on');
      return stop;
    };

    it('in its volume, also while it rings', async () => {
      soundSettings.set({ volume: 0.5 });
      const stop = await playing();
      expect(HeardGain.last?.gain.value).to.be.closeTo(0.25, 0.001);
      soundSettings.set({ volume: 1 });
      expect(HeardGain.last?.gain.value).to.equal(1);
      stop();
    });

    it('in its device', async () => {
      outputs('default', 'desk');
      const stop = await playing();
      expect(context().sinks).to.deep.equal([]);
      soundSettings.set({ device: 'desk' });
      await until(() => context().sinks.length);
      expect(context().sinks).to.deep.equal(['desk']);
      stop();
    });

    it('in the newest device, however late the browser has switched to an older one', async () => {
      outputs('default', 'slow', 'fast');
      const stop = await playing();
      const { setSinkId } = Heard.prototype;
      onCleanup(() => void (Heard.prototype.setSinkId = setSinkId));
      let sink = '';
      let switchSlow = (): void => {};
      Heard.prototype.setSinkId = (id) =>
        new Promise((resolve) => {
          const switchTo = (): void => resolve(void (sink = id));
          if (id === 'slow') switchSlow = switchTo;
          else switchTo();
        });
      soundSettings.set({ device: 'slow' });
      await turn();
      soundSettings.set({ device: 'fast' });
      await until(() => sink === 'fast');
      switchSlow();
      await turn();
      await until(() => sink === 'fast');
      expect(sink).to.equal('fast');
      stop();
    });

    it('but rings on the system’s own when the chosen one is unplugged, and goes back with it', async () => {
      outputs('default');
      soundSettings.set({ device: 'desk' });
      const stop = await playing();
      await until(() => context().sinks.length === 1);
      outputs('default', 'desk');
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
      await until(() => context().sinks.length === 2);
      expect(context().sinks).to.deep.equal(['', 'desk']);
      stop();
    });

    it('and so when the browser refuses a device that it doesn’t name', async () => {
      outputs('');
      soundSettings.set({ device: 'gone' });
      const stop = await playing();
      await until(() => context().sinks.length === 2);
      expect(context().sinks).to.deep.equal(['gone', '']);
      stop();
    });

    it('by an audio element where contexts cannot choose', async () => {
      const { setSinkId } = HTMLMediaElement.prototype;
      const chosen: string[] = [];
      HTMLMediaElement.prototype.setSinkId = (id) => {
        chosen.push(id);
        return Promise.resolve();
      };
      Object.defineProperty(Heard.prototype, 'setSinkId', { configurable: true, value: undefined });
      outputs('desk');
      soundSettings.set({ device: 'desk' });
      const stop = await playing();
      await until(() => HeardGain.last?.to.length === 2);
      soundSettings.set({ device: '' });
      await until(() => HeardGain.last?.to.length === 3);
      expect(HeardGain.last?.to).to.deep.equal([
        'AudioDestinationNode',
        'MediaStreamAudioDestinationNode',
        'AudioDestinationNode',
      ]);
      expect(chosen).to.include('desk');
      stop();
      HTMLMediaElement.prototype.setSinkId = setSinkId;
    });
  });
});
