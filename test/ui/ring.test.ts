import { expect } from '@open-wc/testing';
import { Ring } from '../../src/ui/ring.js';
import { turn } from '../support/session.js';

const Real = globalThis.AudioContext;
const RealSource = globalThis.AudioBufferSourceNode;

/** Remembers the contexts and what they play. */
class Heard extends Real {
  static made: Heard[] = [];
  constructor() {
    super();
    Heard.made.push(this);
  }
}

class HeardSource extends RealSource {
  static made: HeardSource[] = [];
  constructor(context: BaseAudioContext, options?: AudioBufferSourceOptions) {
    super(context, options);
    HeardSource.made.push(this);
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

const stateOf = (context: AudioContext, state: AudioContextState): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => void (context.state === state && resolve());
    context.addEventListener('statechange', look);
    look();
  });

describe('Ring', () => {
  let changes: boolean[];
  let ring: Ring;
  let changed: () => void;
  const nextChange = (): Promise<void> => new Promise((resolve) => (changed = resolve));

  beforeEach(() => {
    Heard.made = [];
    HeardSource.made = [];
    globalThis.AudioContext = Heard;
    globalThis.AudioBufferSourceNode = HeardSource;
    changes = [];
    changed = () => {};
    ring = new Ring(() => {
      changes.push(ring.blocked);
      changed();
    });
  });

  afterEach(() => {
    ring.stop();
    globalThis.AudioContext = Real;
    globalThis.AudioBufferSourceNode = RealSource;
  });

  it('is silent until it is started', () => {
    expect(ring.ringing).to.be.false;
    expect(Heard.made).to.have.length(0);
    ring.stop();
  });

  it('plays a tone of its own, in a loop, never too loud', async () => {
    ring.start();
    await turn();
    const [context] = Heard.made;
    const [source] = HeardSource.made;
    if (!context || !source?.buffer) throw new Error('nothing plays');
    await stateOf(context, 'running');
    expect(source.loop).to.be.true;
    const samples = source.buffer.getChannelData(0);
    const peak = samples.reduce((max, sample) => Math.max(max, Math.abs(sample)), 0);
    expect(peak).to.be.within(0.05, 0.7);
    const second = samples.subarray(samples.length - source.buffer.sampleRate);
    expect(Math.max(...second), 'a pause between').to.equal(0);
    expect(changes).to.deep.equal([]);
  });

  it('starts once, and gives the sound device back', async () => {
    ring.start();
    ring.start();
    await turn();
    expect(Heard.made).to.have.length(1);
    const [context] = Heard.made;
    ring.stop();
    ring.stop();
    expect(ring.ringing).to.be.false;
    if (context) await stateOf(context, 'closed');
  });

  it('notices that it is blocked, and rings from the next click on', async () => {
    globalThis.AudioContext = Blocked;
    ring.start();
    await turn();
    const [context] = Blocked.made as Blocked[];
    if (!context) throw new Error('nothing plays');
    await nextChange();
    expect(ring.blocked).to.be.true;
    context.allowed = true;
    const free = nextChange();
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await context.suspend();
    await context.resume();
    await free;
    expect(changes).to.deep.equal([true, false]);
  });

  it('is blocked no longer when it has stopped', async () => {
    globalThis.AudioContext = Blocked;
    ring.start();
    await nextChange();
    ring.stop();
    expect(ring.blocked).to.be.false;
  });

  it('does not begin when it is stopped at once', async () => {
    ring.start();
    ring.stop();
    await turn();
    expect(Heard.made).to.have.length(0);
  });

  it('stays silent in a browser without sound', () => {
    Reflect.deleteProperty(globalThis, 'AudioContext');
    ring.start();
    expect(ring.ringing).to.be.false;
  });
});
