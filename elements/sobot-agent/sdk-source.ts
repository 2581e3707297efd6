/**
 * The origin of the SDK. The sandbox is reached by `import()` only, so that a page without it doesn't download it.
 */
import type { CallCentre } from '../../src/sandbox/index.js';
import { loadSdk, SobotError, type SobotAgentSdk, type SobotClient } from '../../src/sdk/index.js';

/** The settings of `<sobot-agent>` that decide which SDK is used. */
interface SdkSettings {
  readonly sandbox: boolean;
  readonly sdk: SobotClient | SobotAgentSdk | null;
  readonly sdkSrc: string;
  readonly sysnum: string;
}

/** Provides the SDK of an agent element: the page's, the sandbox's, or the one of the vendor's script, in this order. */
export class SdkSource {
  /** One call centre for the life of the element. It keeps its agents and calls from one session to the next. */
  #centre: CallCentre | null = null;

  constructor(private readonly settings: SdkSettings) {}

  /**
   * Loads the SDK.
   * @param signal ends loading the script when the session stops
   * @throws SobotError `load`
   */
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
