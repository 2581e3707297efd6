/** The microphone of the agent, and what to do when there is none. */
import { errorText } from './media-reporter.js';

/** Messages for the errors of `getUserMedia`, by name: the cause, and what to do. */
const microphoneRemedies: Readonly<Record<string, string>> = {
  NotAllowedError:
    'The microphone was refused. Allow it in the browser’s settings for this site (in an iframe also with allow="microphone") and call again.',
  SecurityError: 'This page may not use microphones. Serve it over https without a Permissions-Policy against them.',
  NotFoundError: 'No microphone was found. Connect one and call again.',
  NotReadableError: 'The microphone can’t be read. Close other programs that use it and call again.',
  OverconstrainedError: 'No microphone fits what the page asks for. Choose another one and call again.',
};

export function explainMicrophone(error: unknown): string {
  const remedy = error instanceof DOMException ? microphoneRemedies[error.name] : undefined;
  return `${remedy ?? `The microphone doesn’t work: ${errorText(error)}.`} The other party hears silence.`;
}

/** Opens the default microphone. */
function userMicrophone(): Promise<MediaStream> {
  // Browsers leave `mediaDevices` out of insecure pages, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices) return devices.getUserMedia({ audio: true });
  return Promise.reject(new Error('this page gets none from the browser; serve it over https, or from localhost'));
}

/** Opens a track that may be stopped. A track that the page supplies is cloned, and stays the page's. */
async function openMicrophoneTrack(supplied?: () => Promise<MediaStream>): Promise<MediaStreamTrack> {
  const stream = await (supplied ?? userMicrophone)();
  const [track] = stream.getAudioTracks();
  if (!track) throw new Error('the stream has no audio track');
  return supplied ? track.clone() : track;
}

/** Track of the agent's side: silence at first, so that the call does not wait for a permission; then the microphone. */
export class Microphone {
  #track: MediaStreamTrack;
  #muted = false;

  constructor(
    silence: MediaStreamTrack,
    private readonly signal: AbortSignal,
  ) {
    this.#track = silence;
    signal.addEventListener('abort', () => this.#track.stop(), { once: true });
  }

  get track(): MediaStreamTrack {
    return this.#track;
  }

  mute(on: boolean): void {
    this.#muted = on;
    this.#track.enabled = !on;
  }

  /** Starts the microphone. Rejects if there is none. Calls `lost` when it disappears during the call. */
  async start(sender: RTCRtpSender, lost: () => void, supplied?: () => Promise<MediaStream>): Promise<void> {
    const track = await openMicrophoneTrack(supplied);
    if (this.signal.aborted) return track.stop();
    const silence = this.#track;
    this.#track = track;
    this.mute(this.#muted);
    // `ended` is for devices that go away, not for our own stop().
    track.addEventListener('ended', lost, { signal: this.signal });
    await sender.replaceTrack(track);
    silence.stop();
  }
}
