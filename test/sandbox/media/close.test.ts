import { expect } from '@open-wc/testing';
import { createMedia } from '../../../src/sandbox/media/index.js';
import { connected, createMediaLab, gone, type MediaLab } from '../support/media-lab.js';
import { until } from '../../support/until.js';
import { AGENT_HZ, hears, toneMicrophone } from '../../support/tones.js';

describe('the sound of a sandbox call', () => {
  let lab: MediaLab;
  beforeEach(() => {
    lab = createMediaLab();
  });

  it('is signalling only, with a warning, where there is no WebRTC', async () => {
    const { RTCPeerConnection: original } = window;
    Object.assign(window, { RTCPeerConnection: undefined });
    try {
      const media = createMedia();
      const line = media.openAgent('1005', lab.events);
      expect(lab.warnings, 'told only after it has returned').deep.equal([]);
      line.hear([], true);
      line.mute(true);
      line.dtmf('1');
      line.close();
      expect(media.agents.size).equal(0);
      await until(() => lab.warnings.length > 0, 'the warning');
      expect(lab.warnings[0]!.message).match(/signalling only/);
    } finally {
      Object.assign(window, { RTCPeerConnection: original });
    }
  });

  it('lets go of everything on close, of nothing that is the page’s', async () => {
    const stream = toneMicrophone(lab.context);
    const media = lab.createToneMedia({ microphone: () => Promise.resolve(stream), audioContext: lab.context });
    const call = lab.open(media);
    await connected(call);
    await until(() => hears(call.heardByCustomer, AGENT_HZ), 'the tone');
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
    expect([media.agents.size, media.voices.size]).deep.equal([0, 0]);
    expect(stream.getAudioTracks()[0]!.readyState).equal('live');
    expect(lab.context.state).equal('running');
    expect(lab.warnings).deep.equal([]);
  });

  it('leaks nothing over twenty calls, closed at any moment', async () => {
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
    const media = lab.createToneMedia({ microphone });
    const calls: WeakRef<object>[] = [];
    // A function of its own, for its variables would keep the last call alive.
    const brief = async (i: number) => {
      const call = lab.open(media, String(i));
      if (i % 4 === 1) await Promise.resolve();
      if (i % 4 === 2) await connected(call);
      if (i % 4 === 3) {
        await connected(call);
        await until(() => lab.samples.length > 0, 'a sample');
        call.hold(true);
        call.dtmf('1');
      }
      call.close();
      calls.push(new WeakRef(call.line));
      lab.samples.length = 0;
    };
    try {
      for (let i = 0; i < 20; i++) await brief(i);
      await until(() => live.length === microphones, 'every microphone');
      for (const track of live) track.stop();
      await until(() => made.contexts.every(({ state }) => state === 'closed'), 'every context closed');
      expect(microphones).equal(20);
      expect(made.peers).length(40);
      expect(made.peers.filter(({ connectionState }) => connectionState !== 'closed')).deep.equal([]);
      expect(made.tracks.filter(({ readyState }) => readyState !== 'ended')).deep.equal([]);
      expect(timers).above(0);
      expect(running.size, 'timers').equal(0);
      expect([media.agents.size, media.voices.size]).deep.equal([0, 0]);
      expect(lab.warnings).deep.equal([]);
      lab.opened.length = 0;
      made.peers = [];
      made.tracks = [];
      made.contexts = [];
      await gone('every call collected', calls);
    } finally {
      Object.assign(window, { ...originals, setInterval: startTimer, clearInterval: stopTimer });
    }
  });
});
