/** The microphone of the agent, and what to do when there is none. */
import type { MicrophoneProblem } from '../../sdk/index.js';
import { errorText } from './media-reporter.js';
import type { MediaOptions } from './options.js';

/** A microphone was lost during the call: it ended by itself. */
class MicrophoneLost extends Error {
  override name = 'MicrophoneLost';
}

/** Problems and messages for the errors of `getUserMedia`, by name: the cause, and what to do. */
const microphoneErrors: Readonly<Record<string, readonly [MicrophoneProblem, string]>> = {
  NotAllowedError: [
    'denied',
    'The microphone was refused. Allow it in the browser’s settings for this site (in an iframe also with allow="microphone").',
  ],
  SecurityError: [
    'denied',
    'This page may not use microphones. Serve it over https without a Permissions-Policy against them.',
  ],
  NotFoundError: ['missing', 'No microphone was found. Connect one.'],
  MicrophoneLost: ['missing', 'The microphone was unplugged or switched off. Connect one.'],
  NotReadableError: ['busy', 'The microphone can’t be read. Close other programs that use it and call again.'],
  OverconstrainedError: ['failed', 'No microphone fits what the page asks for. Choose another one and call again.'],
};

const entryOf = (error: unknown) => microphoneErrors[error instanceof Error ? error.name : ''];

export const microphoneProblem = (error: unknown): MicrophoneProblem => entryOf(error)?.[0] ?? 'failed';

export function explainMicrophone(error: unknown): string {
  const remedy = entryOf(error)?.[1] ?? `The microphone doesn’t work: ${errorText(error)}.`;
  return `${remedy} The other party hears silence.`;
}

/** Opens the default microphone. */
function userMicrophone(): Promise<MediaStream> {
  // Browsers leave `mediaDevices` out of insecure pages, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices) return devices.getUserMedia({ audio: true });
  return Promise.reject(new Error('this page gets none from the browser; serve it over https, or from localhost'));
}

/** Opens a track that may be stopped. A track that the page supplies is cloned, and stays the page's. */
async function openMicrophoneTrack(supplied: MediaOptions['microphone']): Promise<MediaStreamTrack> {
  const stream = await (supplied ?? userMicrophone)();
  const [track] = stream.getAudioTracks();
  if (!track) throw new Error('the stream has no audio track');
  return supplied ? track.clone() : track;
}

/** Calls back when another microphone may be there: a device was connected, or the permission has changed. */
function onMicrophoneChange(listener: () => void, signal: AbortSignal): void {
  const { mediaDevices, permissions } = navigator as { mediaDevices?: MediaDevices; permissions?: Permissions };
  mediaDevices?.addEventListener('devicechange', listener, { signal });
  permissions?.query({ name: 'microphone' }).then(
    (status) => status.addEventListener('change', listener, { signal }),
    () => undefined, // A browser that can't be asked.
  );
}

/** Reports an error of the microphone, or null when it works again. */
type MicrophoneListener = (error: unknown) => void;

/** Track of the agent's side: silence at first, so that the call does not wait for a permission; then the microphone. */
export class Microphone {
  #track: MediaStreamTrack;
  #muted = false;
  /** The microphone works, or it is being opened. */
  #isOpen = false;
  /** Something has changed while it was being opened. */
  #isOutdated = false;
  #hasFailed = false;

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

  /** Opens the microphone. One that fails or is lost during the call is opened again as soon as one may be there. */
  start(sender: RTCRtpSender, supplied: MediaOptions['microphone'], listener: MicrophoneListener): void {
    const open = async (): Promise<void> => {
      this.#isOutdated = this.#isOpen;
      if (this.#isOpen || this.signal.aborted) return;
      this.#isOpen = true;
      try {
        const track = await openMicrophoneTrack(supplied);
        if (this.signal.aborted) return track.stop();
        // `ended` is for devices that go away, not for our own stop().
        track.addEventListener('ended', () => failed(new MicrophoneLost(), true), { signal: this.signal });
        await this.#use(track, sender);
        if (this.#hasFailed) listener(null);
        this.#hasFailed = false;
      } catch (error) {
        failed(error, this.#isOutdated);
      }
    };
    const failed = (error: unknown, isRetried: boolean): void => {
      this.#isOpen = false;
      this.#hasFailed = true;
      listener(error);
      if (isRetried) void open();
    };
    onMicrophoneChange(() => void open(), this.signal);
    void open();
  }

  async #use(track: MediaStreamTrack, sender: RTCRtpSender): Promise<void> {
    const before = this.#track;
    this.#track = track;
    this.mute(this.#muted);
    await sender.replaceTrack(track);
    before.stop();
  }
}
