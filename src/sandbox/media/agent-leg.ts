import type { BridgePort } from './bridge-port.js';
import { Microphone } from './microphone.js';
import { connectPeers } from './peers.js';
import { keepStreamActive, playStream } from './playback.js';

/** How long we wait for the far end's first sound; without audio (no sound device) it never comes. */
const FIRST_SOUND_TIMEOUT_MS = 2000;

/** The agent's leg of a call: a real WebRTC pair between the agent and its seat on the bridge. */
export class AgentLeg {
  readonly agent: RTCPeerConnection;
  readonly network: RTCPeerConnection;
  readonly microphone: Microphone;
  /** What the agent's end sends with. */
  readonly sender: RTCRtpSender;

  constructor(
    private readonly context: AudioContext,
    seat: BridgePort,
    ear: AudioNode,
    private readonly signal: AbortSignal,
    soundTrouble: (error: unknown) => void,
  ) {
    this.agent = this.#createPeer();
    this.network = this.#createPeer();

    this.microphone = new Microphone(this.#createTrack().track, signal);
    this.sender = this.agent.addTrack(this.microphone.track);
    this.#onTrack(this.agent, ear, (stream) => playStream(stream, signal, soundTrouble));

    const { node, track } = this.#createTrack();
    seat.output.connect(node);
    this.network.addTrack(track);
    signal.addEventListener('abort', () => track.stop(), { once: true });
    this.#onTrack(this.network, seat.input, (stream) => keepStreamActive(stream, signal, soundTrouble));
  }

  connect(): Promise<void> {
    return connectPeers(this.agent, this.network, this.signal);
  }

  /** A connected leg is deaf for some more milliseconds; a digit that is sent in them is lost. */
  whenFarEndReceives(): Promise<void> {
    const [receiver] = this.network.getReceivers();
    if (!receiver?.track.muted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, FIRST_SOUND_TIMEOUT_MS);
      const done = () => {
        clearTimeout(timer);
        resolve();
      };
      receiver.track.addEventListener('unmute', done, { once: true });
      this.signal.addEventListener('abort', done, { once: true });
    });
  }

  #createPeer(): RTCPeerConnection {
    // No servers: both ends are in this page, and nothing leaves it.
    const peer = new RTCPeerConnection({ iceServers: [] });
    this.signal.addEventListener('abort', () => peer.close(), { once: true });
    return peer;
  }

  /** A track with what is connected to its node; silence while nothing is. */
  #createTrack(): { node: AudioNode; track: MediaStreamTrack } {
    const node = this.context.createMediaStreamDestination();
    const [track] = node.stream.getAudioTracks();
    if (!track) throw new Error('the browser makes no audio track');
    return { node, track };
  }

  #onTrack(peer: RTCPeerConnection, into: AudioNode, play: (stream: MediaStream) => void): void {
    peer.addEventListener(
      'track',
      ({ track }) => {
        const stream = new MediaStream([track]);
        play(stream);
        const source = this.context.createMediaStreamSource(stream);
        source.connect(into);
        const end = () => {
          source.disconnect();
          track.stop();
        };
        this.signal.addEventListener('abort', end, { once: true });
      },
      { signal: this.signal },
    );
  }
}
