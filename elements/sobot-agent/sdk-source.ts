import type { CallCentre } from '../../src/sandbox/index.js';
import { loadSdk, SobotError, type SobotAgentSdk, type SobotClient } from '../../src/sdk/index.js';

interface SdkSettings {
  readonly sandbox: boolean;
  readonly sdk: SobotClient | SobotAgentSdk | null;
  readonly sdkSrc: string;
  readonly sysnum: string;
}

/** Where an agent's SDK comes from: the page, the embedded call centre, or the vendor's script. */
export class SdkSource {
  /** One call centre for the life of the element: it remembers calls and agents over a stop and a start. */
  #centre: CallCentre | null = null;

  constructor(private readonly settings: SdkSettings) {}

  async load(signal: AbortSignal): Promise<SobotClient | SobotAgentSdk> {
    const { sandbox, sdk, sdkSrc: src, sysnum } = this.settings;
    return sdk ?? (sandbox ? this.#sandbox() : loadSdk({ src, sysnum, signal }));
  }

  async #sandbox(): Promise<SobotClient> {
    const { createSandbox } = await import('../../src/sandbox/index.js').catch((cause: unknown) => {
      throw new SobotError('load', 'The sandbox could not be loaded. Its file belongs beside the kit.', { cause });
    });
    this.#centre ??= createSandbox();
    return this.#centre.SobotClient;
  }
}
