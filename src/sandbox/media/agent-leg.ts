/** WebRTC of an agent's call: a connection within the page, from the agent's side to the conference bridge. */
import type { BridgePort } from './bridge-port.js';
import { tryNowOrOnGesture } from './gesture.js';
import { Microphone } from './microphone.js';
import { connectPeers } from './peers.js';

/** Time to wait for the first sound at the far end. Without a sound device it never arrives. */
const FIRST_SOUND_TIMEOUT_MS = 2000;

/** A pair of WebRTC connections between the agent and the agent's port on the bridge. */
export class AgentLeg {
  readonly agent: RTCPeerConnection;
  readonly network: RTCPeerConnection;
  readonly microphone: Microphone;
  /** Sender of the agent's side. */
  readonly sender: RTCRtpSender;

  constructor(
    private readonly context: AudioContext,
    port: BridgePort,
    received: AudioNode,
    private readonly signal: AbortSignal,
    onSoundError: (error: unknown) => void,
  ) {
    this.agent = this.#createPeer();
    this.network = this.#createPeer();

    this.microphone = new Microphone(this.#createTrack().track, signal);
    this.sender = this.agent.addTrack(this.microphone.track);
    this.#onTrack(this.agent, received, (stream) => playStream(stream, signal, onSoundError));

    const { node, track } = this.#createTrack();
    port.output.connect(node);
    this.network.addTrack(track);
    signal.addEventListener('abort', () => track.stop(), { once: true });
    this.#onTrack(this.network, port.input, (stream) => keepStreamActive(stream, signal, onSoundError));
  }

  connect(): Promise<void> {
    return connectPeers(this.agent, this.network, this.signal);
  }

  /** Resolves when the far end receives sound. Digits that are sent before, just after the connection, are lost. */
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
    // Without servers: both ends are in this page, and no data leaves it.
    const peer = new RTCPeerConnection({ iceServers: [] });
    this.signal.addEventListener('abort', () => peer.close(), { once: true });
    return peer;
  }

  /** Creates a track that carries what is connected to its node. */
  #createTrack(): { node: AudioNode; track: MediaStreamTrack } {
    const node = this.context.createMediaStreamDestination();
    const [track] = node.stream.getAudioTracks();
    if (!track) throw new Error('the browser provides no audio track');
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

/** Plays the sound that arrives over a connection, in an element outside the page. */
function playStream(stream: MediaStream, signal: AbortSignal, onError: (error: unknown) => void): void {
  const player = createPlayer(stream, signal);
  tryNowOrOnGesture(() => player.play(), onError, signal);
}

/**
 * Keeps a remote stream active: Chromium passes its sound to Web Audio only while a media element plays it as well. A
 * muted element is enough, and needs no permission.
 */
function keepStreamActive(stream: MediaStream, signal: AbortSignal, onError: (error: unknown) => void): void {
  const player = createPlayer(stream, signal);
  player.muted = true;
  player.play().catch((error: unknown) => {
    if (!signal.aborted) onError(error);
  });
}

function createPlayer(stream: MediaStream, signal: AbortSignal): HTMLAudioElement {
  const player = document.createElement('audio');
  player.srcObject = stream;
  const stop = () => {
    player.pause();
    player.srcObject = null;
  };
  signal.addEventListener('abort', stop, { once: true });
  return player;
}
