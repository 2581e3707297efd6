import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { createMedia, type Media, type MediaOptions, type SoundCall } from '../../src/sandbox/media/index.js';
import type { CallMedia } from '../../src/sandbox/media-port.js';

type Sample = Parameters<Parameters<Media['open']>[1]['latency']>[0];

const AGENT_HZ = 440;
const CUSTOMER_HZ = 660;
const SILENT = 0.002;

/** Waits until the probe gives something truthy; says what it waited for when the deadline passes. */
async function until<T>(what: string, probe: () => T, seconds = 8): Promise<NonNullable<T>> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const value = probe();
    if (value) return value;
    if (performance.now() > deadline) throw new Error(`${what}: not within ${seconds} seconds`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Waits until the probe has held for a while without a break. */
async function steadily(what: string, probe: () => boolean, ms = 400): Promise<void> {
  let since = performance.now();
  await until(what, () => {
    if (!probe()) since = performance.now();
    return performance.now() - since > ms;
  });
}

/** Collects garbage until nobody holds the objects any more. */
async function gone(what: string, objects: readonly WeakRef<object>[]): Promise<void> {
  const deadline = performance.now() + 8000;
  while (objects.some((object) => object.deref())) {
    if (performance.now() > deadline) throw new Error(`${what}: ${objects.filter((o) => o.deref()).length} are left`);
    await executeServerCommand('cdp', { method: 'HeapProfiler.collectGarbage', params: {} });
  }
}

/** The loudest frequency, between the bins by a parabola through the peak. */
function loudest(analyser: AnalyserNode): number {
  analyser.smoothingTimeConstant = 0;
  const bins = new Float32Array(analyser.frequencyBinCount);
  analyser.getFloatFrequencyData(bins);
  const at = bins.indexOf(Math.max(...bins));
  const [before = 0, peak = 0, after = 0] = [bins[at - 1], bins[at], bins[at + 1]];
  const shift = (before - after) / (2 * (before - 2 * peak + after)) || 0;
  return ((at + shift) * analyser.context.sampleRate) / analyser.fftSize;
}

/** The amplitude of one frequency in what an analyser heard last. */
function amplitudeAt(frequency: number, analyser: AnalyserNode): number {
  const samples = new Float32Array(analyser.fftSize);
  analyser.getFloatTimeDomainData(samples);
  const step = (2 * Math.PI * frequency) / analyser.context.sampleRate;
  let real = 0;
  let imaginary = 0;
  samples.forEach((sample, i) => {
    const windowed = sample * (1 - Math.cos((2 * Math.PI * i) / samples.length));
    real += windowed * Math.cos(step * i);
    imaginary += windowed * Math.sin(step * i);
  });
  return (2 * Math.hypot(real, imaginary)) / samples.length;
}

const hears = (analyser: AnalyserNode, frequency: number) => Math.abs(loudest(analyser) - frequency) <= 5;

describe('the sound of a sandbox call', () => {
  let lab: AudioContext;
  let opened: CallMedia[];
  let warnings: { code: string; message: string }[];
  let digits: string;
  let samples: Sample[];

  const tone = (context: AudioContext, frequency: number) => {
    const oscillator = new OscillatorNode(context, { frequency });
    const quieter = new GainNode(context, { gain: 0.5 });
    oscillator.connect(quieter);
    oscillator.start();
    return quieter;
  };
  const toneMicrophone = (frequency = AGENT_HZ) => {
    const destination = lab.createMediaStreamDestination();
    tone(lab, frequency).connect(destination);
    return destination.stream;
  };
  const withTones = (options: MediaOptions = {}) =>
    createMedia({
      microphone: () => Promise.resolve(toneMicrophone()),
      customerVoice: (context) => tone(context, CUSTOMER_HZ),
      ...options,
    });
  const events = {
    latency: (sample: Sample) => samples.push(sample),
    digit: (digit: string) => (digits += digit),
    warning: (code: string, message: string) => warnings.push({ code, message }),
  };
  const open = (media: Media, id = '1', number = '13512345678'): SoundCall => {
    opened.push(media.open({ id, number }, events));
    return media.calls.get(id)!;
  };
  const connected = (call: SoundCall) =>
    until(
      'connected',
      () => call.leg.agent.connectionState === 'connected' && call.leg.network.connectionState === 'connected',
    );

  beforeEach(() => {
    lab = new AudioContext();
    opened = [];
    warnings = [];
    digits = '';
    samples = [];
  });
  afterEach(async () => {
    for (const call of opened) call.close();
    await lab.close();
  });

  it('carries the agent to the customer and the customer to the agent', async function () {
    this.timeout(15_000);
    const call = open(withTones());
    await until('the agent’s tone at the customer', () => hears(call.heardByCustomer, AGENT_HZ));
    await until('the customer’s tone at the agent', () => hears(call.heardByAgent, CUSTOMER_HZ));
    expect(amplitudeAt(CUSTOMER_HZ, call.heardByCustomer), 'the customer hears itself').below(0.01);
    expect(amplitudeAt(AGENT_HZ, call.heardByAgent), 'the agent hears itself').below(0.01);
    expect(call.levels().heardByCustomer).above(0.05);
    expect(call.levels().heardByAgent).above(0.05);
    expect(warnings).deep.equal([]);
  });

  it('is silent at the customer while muted, and leaves the page’s own track alone', async function () {
    this.timeout(20_000);
    const stream = toneMicrophone();
    const call = open(withTones({ microphone: () => Promise.resolve(stream) }));
    await until('the tone', () => hears(call.heardByCustomer, AGENT_HZ));
    call.mute(true);
    await steadily('silence at the customer', () => call.levels().heardByCustomer < SILENT);
    expect(hears(call.heardByAgent, CUSTOMER_HZ), 'the agent still hears').equal(true);
    expect(stream.getAudioTracks()[0]!.enabled).equal(true);
    call.mute(false);
    await until('the tone again', () => hears(call.heardByCustomer, AGENT_HZ));
  });

  it('stays muted when the microphone comes late', async function () {
    this.timeout(15_000);
    let give = (_: MediaStream) => {};
    const call = open(withTones({ microphone: () => new Promise((resolve) => (give = resolve)) }));
    await until('the customer, before any permission', () => hears(call.heardByAgent, CUSTOMER_HZ));
    call.mute(true);
    const silence = call.leg.microphone.track;
    give(toneMicrophone());
    await until('the microphone', () => call.leg.sender.track !== silence && call.leg.sender.track);
    await steadily('silence at the customer', () => call.levels().heardByCustomer < SILENT);
    call.mute(false);
    await until('the tone', () => hears(call.heardByCustomer, AGENT_HZ));
  });

  it('plays music to the customer and nothing to the agent while held', async function () {
    this.timeout(25_000);
    const call = open(withTones());
    await until('the tone', () => hears(call.heardByCustomer, AGENT_HZ));
    await until('the customer', () => hears(call.heardByAgent, CUSTOMER_HZ));
    call.hold(true);
    await steadily('silence at the agent', () => call.levels().heardByAgent < SILENT);
    await steadily(
      'music and no agent at the customer',
      () => call.levels().heardByCustomer > 0.01 && amplitudeAt(AGENT_HZ, call.heardByCustomer) < 0.01,
    );
    call.hold(false);
    await until('the agent again', () => hears(call.heardByCustomer, AGENT_HZ));
    await until('the customer again', () => hears(call.heardByAgent, CUSTOMER_HZ));
    await steadily('no music left', () => hears(call.heardByCustomer, AGENT_HZ));
  });

  it('mixes a third party so that everybody hears the two others', async function () {
    this.timeout(15_000);
    const call = open(withTones());
    const third = call.bridge.join('third');
    tone(call.heardByAgent.context as AudioContext, 880).connect(third.input);
    const heardByThird = new AnalyserNode(third.output.context, { fftSize: 8192 });
    third.output.connect(heardByThird);
    const ears = { agent: call.heardByAgent, customer: call.heardByCustomer, third: heardByThird };
    const heard = () =>
      Object.entries(ears).map(([who, ear]) => [
        who,
        ...[AGENT_HZ, CUSTOMER_HZ, 880].filter((frequency) => amplitudeAt(frequency, ear) > 0.1),
      ]);
    const expectHeard = (expected: unknown[]) =>
      steadily(JSON.stringify(expected), () => JSON.stringify(heard()) === JSON.stringify(expected), 200);

    await expectHeard([
      ['agent', 660, 880],
      ['customer', 440, 880],
      ['third', 440, 660],
    ]);
    call.customer.park(true);
    await expectHeard([['agent', 880], ['customer'], ['third', 440]]);
    call.customer.park(false);
    third.leave();
    await expectHeard([['agent', 660], ['customer', 440], ['third']]);
    expect(call.bridge.seats.map((seat) => seat.name)).deep.equal(['agent', 'customer']);
  });

  it('sends digits that the far end hears, whenever they are typed', async function () {
    this.timeout(20_000);
    const call = open(withTones());
    call.mute(true);
    call.dtmf('12');
    await connected(call);
    call.dtmf('33');
    call.dtmf('#');
    await until('all digits', () => digits === '1233#', 10);
    call.dtmf('4567890*');
    await until('the rest', () => digits === '1233#4567890*', 10);
    call.dtmf('x');
    await until('a warning', () => warnings.some(({ message }) => message.startsWith('The digits were not sent')));
  });

  it('does without a microphone, says why, and keeps the customer’s sound', async function () {
    this.timeout(30_000);
    const media = createMedia({ customerVoice: (context) => tone(context, CUSTOMER_HZ) });
    await executeServerCommand('microphone', 'denied');
    const refused = open(media, 'refused');
    await until('the warning', () => warnings.length > 0);
    expect(warnings[0]).property('code', 'microphone');
    expect(warnings[0]!.message).match(/refused.*Allow.*silence/);
    await until('the customer', () => hears(refused.heardByAgent, CUSTOMER_HZ));
    expect(refused.levels().heardByCustomer).below(SILENT);
    await executeServerCommand('microphone', 'granted');

    const reasons: [() => Promise<MediaStream>, RegExp][] = [
      [() => Promise.reject(new DOMException('none', 'NotFoundError')), /No microphone was found\. Connect one/],
      [() => Promise.reject(new Error('broken')), /doesn’t work: broken\./],
      [() => Promise.resolve(new MediaStream()), /no audio track/],
    ];
    for (const [microphone, words] of reasons) {
      warnings.length = 0;
      const call = open(createMedia({ microphone }), 'other');
      await until('the warning', () => warnings.length > 0);
      expect(warnings[0]!.message).match(words);
      call.close();
    }

    const devices = Object.getOwnPropertyDescriptor(Navigator.prototype, 'mediaDevices')!;
    Object.defineProperty(Navigator.prototype, 'mediaDevices', { configurable: true, value: undefined });
    try {
      warnings.length = 0;
      open(media, 'insecure');
      await until('the warning', () => warnings.length > 0);
      expect(warnings[0]!.message).match(/https/);
    } finally {
      Object.defineProperty(Navigator.prototype, 'mediaDevices', devices);
    }
  });

  it('uses the browser’s microphone by default', async function () {
    this.timeout(15_000);
    const call = open(createMedia());
    await until('something at the customer', () => call.levels().heardByCustomer > 0.01);
    const { track } = call.leg.microphone;
    expect(track.getSettings().deviceId).not.equal(undefined);
    call.close();
    expect(track.readyState).equal('ended');
    expect(warnings).deep.equal([]);
  });

  it('gives every number a voice of its own that speaks and pauses', async function () {
    this.timeout(20_000);
    const media = withTones({ customerVoice: undefined });
    const call = open(media);
    await until('speech', () => call.levels().heardByAgent > 0.02);
    await until('a pause', () => call.levels().heardByAgent < SILENT);
    await until('speech again', () => call.levels().heardByAgent > 0.02);
    expect(warnings).deep.equal([]);
  });

  it('falls back to the built-in voice when the page’s own one fails', async function () {
    this.timeout(15_000);
    const customerVoice = () => {
      throw new Error('no such voice');
    };
    const call = open(withTones({ customerVoice }));
    await until('speech', () => call.levels().heardByAgent > 0.02);
    expect(warnings.map(({ message }) => message).join()).match(/no such voice/);
  });

  it('measures the connection soon and every second', async function () {
    this.timeout(15_000);
    const call = open(withTones());
    await connected(call);
    const start = performance.now();
    await until('the first sample', () => samples.length > 0);
    expect(performance.now() - start).below(1500);
    await until('three samples', () => samples.length >= 3);
    for (const { ping, jitter, loss, quality } of samples) {
      expect(ping).a('number').within(0, 1000);
      expect(jitter).a('number').within(0, 1000);
      expect(loss)
        .a('string')
        .match(/^\d+(\.\d)?$/);
      expect(quality).match(/^[a-e]$/);
    }
    call.close();
    const count = samples.length;
    await new Promise((resolve) => setTimeout(resolve, 1300)); // nothing must come, so there is nothing to wait for
    expect(samples).length(count);
  });

  it('waits for a gesture where the browser blocks sound', async function () {
    this.timeout(15_000);
    const { play } = HTMLMediaElement.prototype;
    let blocked = true;
    let audible = 0;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      if (blocked && !this.muted) return Promise.reject(new DOMException('no gesture', 'NotAllowedError'));
      if (!this.muted) audible++;
      return play.call(this);
    };
    try {
      const call = open(withTones());
      await until('the warning', () => warnings.length > 0);
      expect(warnings).length(1);
      expect(warnings[0]).property('code', 'media');
      expect(warnings[0]!.message).match(/Click in the page/);
      window.dispatchEvent(new Event('pointerdown'));
      blocked = false;
      window.dispatchEvent(new Event('keydown'));
      await until('playing', () => audible === 1);
      await until('the customer', () => hears(call.heardByAgent, CUSTOMER_HZ));
      window.dispatchEvent(new Event('keydown'));
      expect(audible, 'tried again after it played').equal(1);
      expect(warnings).length(1);
    } finally {
      HTMLMediaElement.prototype.play = play;
    }
  });

  it('is signalling only, with a warning, where there is no WebRTC', async () => {
    const { RTCPeerConnection: original } = window;
    Object.assign(window, { RTCPeerConnection: undefined });
    try {
      const media = createMedia();
      const call = media.open({ id: '1', number: '1' }, events);
      expect(warnings, 'told only after open() has returned').deep.equal([]);
      call.hold(true);
      call.mute(true);
      call.dtmf('1');
      call.close();
      expect(media.calls.size).equal(0);
      await until('the warning', () => warnings.length > 0);
      expect(warnings[0]!.message).match(/signalling only/);
    } finally {
      Object.assign(window, { RTCPeerConnection: original });
    }
  });

  it('lets go of everything on close, of nothing that is the page’s', async function () {
    this.timeout(15_000);
    const stream = toneMicrophone();
    const media = withTones({ microphone: () => Promise.resolve(stream), audioContext: lab });
    const call = open(media);
    await connected(call);
    await until('the tone', () => hears(call.heardByCustomer, AGENT_HZ));
    const { track } = call.leg.microphone;
    const tracks = [
      track,
      ...[call.leg.agent, call.leg.network].flatMap((peer) => peer.getReceivers().map((r) => r.track)),
    ];
    call.close();
    call.close();
    call.hold(true);
    call.mute(false);
    call.dtmf('1');
    expect(tracks.map(({ readyState }) => readyState)).deep.equal(['ended', 'ended', 'ended']);
    expect(call.leg.agent.connectionState).equal('closed');
    expect(call.leg.network.connectionState).equal('closed');
    expect(call.bridge.seats).deep.equal([]);
    expect(media.calls.size).equal(0);
    expect(stream.getAudioTracks()[0]!.readyState).equal('live');
    expect(lab.state).equal('running');
    expect(warnings).deep.equal([]);
  });

  it('leaks nothing over twenty calls, closed at any moment', async function () {
    this.timeout(40_000);
    const made = { peers: [] as RTCPeerConnection[], contexts: [] as AudioContext[], tracks: [] as MediaStreamTrack[] };
    const originals = { RTCPeerConnection: window.RTCPeerConnection, AudioContext: window.AudioContext };
    class CountedPeer extends originals.RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        made.peers.push(this);
      }
      override addTrack(track: MediaStreamTrack, ...streams: MediaStream[]) {
        made.tracks.push(track);
        return super.addTrack(track, ...streams);
      }
    }
    class CountedContext extends originals.AudioContext {
      constructor(options?: AudioContextOptions) {
        super(options);
        made.contexts.push(this);
      }
    }
    let timers = 0;
    const { setInterval: startTimer, clearInterval: stopTimer } = window;
    const running = new Set<unknown>();
    Object.assign(window, {
      RTCPeerConnection: CountedPeer,
      AudioContext: CountedContext,
      setInterval: (...args: Parameters<typeof setInterval>) => {
        timers++;
        const timer = startTimer.apply(window, args as never);
        running.add(timer);
        return timer;
      },
      clearInterval: (timer: number) => {
        running.delete(timer);
        stopTimer.call(window, timer);
      },
    });
    let microphones = 0;
    const live: MediaStreamTrack[] = [];
    const microphone = async () => {
      microphones++;
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      live.push(...stream.getTracks());
      return stream;
    };
    const media = withTones({ microphone });
    const calls: WeakRef<CallMedia>[] = [];
    // A function of its own, for its variables would keep the last call alive.
    const brief = async (i: number) => {
      const call = open(media, String(i));
      if (i % 4 === 1) await Promise.resolve();
      if (i % 4 === 2) await connected(call);
      if (i % 4 === 3) {
        await connected(call);
        await until('a sample', () => samples.length > 0);
        call.hold(true);
        call.dtmf('1');
      }
      call.close();
      calls.push(new WeakRef<CallMedia>(call));
      samples.length = 0;
    };
    try {
      for (let i = 0; i < 20; i++) await brief(i);
      await until('every microphone', () => live.length === microphones);
      for (const track of live) track.stop();
      await until('every context closed', () => made.contexts.every(({ state }) => state === 'closed'));
      expect(microphones).equal(20);
      expect(made.peers).length(40);
      expect(made.peers.filter(({ connectionState }) => connectionState !== 'closed')).deep.equal([]);
      expect(made.tracks.filter(({ readyState }) => readyState !== 'ended')).deep.equal([]);
      expect(timers).above(0);
      expect(running.size, 'timers').equal(0);
      expect(media.calls.size).equal(0);
      expect(warnings).deep.equal([]);
      opened = [];
      made.peers = [];
      made.tracks = [];
      made.contexts = [];
      await gone('every call collected', calls);
    } finally {
      Object.assign(window, { ...originals, setInterval: startTimer, clearInterval: stopTimer });
    }
  });
});
