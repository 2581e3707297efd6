declare global {
  interface AudioContext {
    /** Not everywhere: Chromium since 110. */
    setSinkId?(id: string): Promise<void>;
  }
}

/** Whether a tone can be sent to a device of its own here. */
export const canSelectOutput = (): boolean =>
  typeof AudioContext !== 'undefined' &&
  ('setSinkId' in AudioContext.prototype || 'setSinkId' in HTMLMediaElement.prototype);

/** A device that was unplugged can't be told where the browser names none: then it decides. */
async function isOutputAvailable(device: string): Promise<boolean> {
  const devices = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
  const outputs = devices.filter(({ kind, deviceId }) => kind === 'audiooutput' && deviceId !== '');
  return outputs.length === 0 || outputs.some(({ deviceId }) => deviceId === device);
}

/** Where a node is heard: on the chosen device, and on the system's own while that one isn't there. */
export class OutputRoute {
  /** For browsers whose contexts can't choose. */
  #element: HTMLAudioElement | null = null;
  #stream: MediaStreamAudioDestinationNode | null = null;

  constructor(
    private readonly context: AudioContext,
    private readonly node: AudioNode,
  ) {
    node.connect(context.destination);
  }

  async setDevice(device: string): Promise<void> {
    const available = device && (await isOutputAvailable(device)) ? device : '';
    const connect = this.context.setSinkId ? this.#byContext : this.#byElement;
    await connect(available).catch(() => connect('').catch(() => {})); // then it is heard where it was
  }

  readonly #byContext = async (device: string): Promise<void> => {
    await this.context.setSinkId?.(device);
  };

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

  #connect(destination: AudioNode): void {
    this.node.disconnect();
    this.node.connect(destination);
  }
}
