/**
 * The output device of the ringtone: a call should ring at the loudspeaker while the conversation
 * is in the headset. Apart from `sound.ts`, because browsers have two ways to select a device.
 */

declare global {
  interface AudioContext {
    /** Only in Chromium, since version 110. */
    setSinkId?(id: string): Promise<void>;
  }
}

/** Whether this browser can send the ringtone to a device other than the default one. */
export const canSelectOutput = (): boolean =>
  typeof AudioContext !== 'undefined' &&
  ('setSinkId' in AudioContext.prototype || 'setSinkId' in HTMLMediaElement.prototype);

/**
 * Whether a device is connected. Without a microphone permission browsers list devices without IDs.
 * Then the answer is true, and `setSinkId` decides.
 */
async function isOutputAvailable(device: string): Promise<boolean> {
  const devices = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
  const outputs = devices.filter(({ kind, deviceId }) => kind === 'audiooutput' && deviceId !== '');
  return outputs.length === 0 || outputs.some(({ deviceId }) => deviceId === device);
}

/**
 * The route of an audio node to a device. Where the selected device is missing, the system's
 * default takes its place: a ringtone at the wrong device is better than a missed call.
 */
export class OutputRoute {
  /** The media element that plays in browsers whose contexts can't select a device. */
  #element: HTMLAudioElement | null = null;
  /** The device that was selected last. */
  #device = '';
  /** The stream between context and media element. */
  #stream: MediaStreamAudioDestinationNode | null = null;

  constructor(
    private readonly context: AudioContext,
    private readonly node: AudioNode,
  ) {
    node.connect(context.destination);
  }

  /**
   * Selects a device. An error is no error of the call: the sound goes to the default device, or
   * stays where it was.
   * @param device its ID; empty for the system's default
   */
  async setDevice(device: string): Promise<void> {
    this.#device = device;
    const available = device && (await isOutputAvailable(device)) ? device : '';
    if (device !== this.#device) return;
    const connect = this.context.setSinkId ? this.#byContext : this.#byElement;
    await connect(available).catch(() => (device === this.#device ? connect('').catch(() => {}) : undefined));
    // The browser was slow, and has overridden a newer selection.
    if (device !== this.#device) await this.setDevice(this.#device);
  }

  /** Sends the whole context to the device. */
  readonly #byContext = async (device: string): Promise<void> => {
    await this.context.setSinkId?.(device);
  };

  /** Sends the node through a media element: all browsers with `setSinkId` have it there. */
  readonly #byElement = async (device: string): Promise<void> => {
    if (!device) {
      this.#element?.pause();
      return this.#connect(this.context.destination);
    }
    const stream = (this.#stream ??= new MediaStreamAudioDestinationNode(this.context));
    const element = (this.#element ??= new Audio());
    await element.setSinkId(device);
    element.srcObject = stream.stream;
    await element.play();
    this.#connect(stream);
  };

  /** Replaces the destination of the node, so that it is heard once only. */
  #connect(destination: AudioNode): void {
    this.node.disconnect();
    this.node.connect(destination);
  }
}
