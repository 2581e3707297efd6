import { commandNames } from '../../../src/sdk/commands.js';
import {
  EVENT_ALL,
  EVENT_LATENCY,
  type SdkListener,
  type SdkMessage,
  type SobotAgentSdk,
} from '../../../src/sdk/index.js';

type Options = Parameters<SobotAgentSdk['initAgent']>[0];

/** An SDK that says what the benchmark wants, at once: what is measured is the kit. */
export class Double {
  readonly #listeners = new Map<string, Set<SdkListener>>();

  constructor() {
    for (const name of commandNames) Reflect.set(this, name, ({ success }: Options) => success?.({}));
  }

  initAgent({ success }: Options): void {
    success?.({});
  }

  on(event: string, listener: SdkListener): void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
  }

  off(event: string, listener: SdkListener): void {
    this.#listeners.get(event)?.delete(listener);
  }

  get subscriptions(): number {
    return [...this.#listeners.values()].reduce((sum, { size }) => sum + size, 0);
  }

  emit(message: SdkMessage): void {
    const via = message.messageID === EVENT_LATENCY ? EVENT_LATENCY : EVENT_ALL;
    for (const listener of this.#listeners.get(via) ?? []) listener(message);
  }
}

export const asSdk = (double: Double): SobotAgentSdk => double as unknown as SobotAgentSdk;
