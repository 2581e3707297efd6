import type { CallCentre } from '../../sandbox/index.js';
import { loadSdk, type SobotAgentSdk, type SobotClient } from '../../sdk/index.js';

interface Holder {
  readonly sandbox: boolean;
  readonly sdk: SobotClient | SobotAgentSdk | null;
  readonly sdkSrc: string;
  readonly sysnum: string;
}

/** Where an agent's SDK comes from: the embedded call centre, the page, or the vendor's script. */
export class SdkSource {
  /** One call centre for the life of the element: it remembers calls and agents over a stop and a start. */
  #centre: CallCentre | null = null;

  constructor(private readonly holder: Holder) {}

  async load(signal: AbortSignal): Promise<SobotAgentSdk> {
    const { sandbox, sdk, sdkSrc: src, sysnum } = this.holder;
    if (sandbox) {
      const { createSandbox } = await import('../../sandbox/index.js');
      this.#centre ??= createSandbox();
      return new this.#centre.SobotClient.agent();
    }
    const client = sdk ?? (await loadSdk({ src, sysnum, signal }));
    return 'initAgent' in client ? client : new client.agent();
  }
}
