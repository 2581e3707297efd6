import type { SobotAgentSdk } from '../../src/sdk/index.js';
import { methodNames } from './vendor-methods.js';

type Callback = (value?: unknown) => void;

/** One call of a method of the SDK. */
export interface SdkCall {
  readonly method: string;
  /** The options that the method got, without the callbacks. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly success: Callback;
  readonly error: Callback;
}

/** The behaviour of a method. Its result is what the method returns. */
export type Script = (sent: SdkCall) => unknown;

const later = (run: () => void): void => queueMicrotask(run);

/** The ways in which SDKs use their callbacks. */
export const scripts = {
  never: () => undefined,
  success: (sent: SdkCall) => later(() => sent.success({ status: 'success' })),
  error: (sent: SdkCall) =>
    later(() => sent.error({ status: 'error', errorCode: '4711', errorMessage: 'not allowed' })),
  errorMessageOnly: (sent: SdkCall) => later(() => sent.error({ status: 'error', message: 'not allowed' })),
  sync: (sent: SdkCall) => sent.success({ status: 'success' }),
  syncError: (sent: SdkCall) => sent.error({ status: 'error', errorMessage: 'not allowed' }),
  twice: (sent: SdkCall) => {
    later(() => sent.success({ status: 'success', nr: 1 }));
    later(() => sent.success({ status: 'success', nr: 2 }));
  },
  both: (sent: SdkCall) => {
    later(() => sent.success({ status: 'success' }));
    later(() => sent.error({ status: 'error', errorMessage: 'not allowed' }));
  },
  bothErrorFirst: (sent: SdkCall) => {
    later(() => sent.error({ status: 'error', errorMessage: 'not allowed' }));
    later(() => sent.success({ status: 'success' }));
  },
  throws: () => {
    throw new TypeError('boom');
  },
  rejects: () => Promise.reject(new TypeError('boom')),
} satisfies Record<string, Script>;

/** An SDK whose methods do what the test says. It records every call. */
export class FakeSdk {
  /** Calls of `on`, `off`, `initAgent`, commands and `handleRefreshToken`, in order. */
  readonly log: string[] = [];
  /** The commands and queries. */
  readonly sent: SdkCall[] = [];
  readonly inits: SdkCall[] = [];
  readonly tokens: string[] = [];
  readonly subscriptions: { event: string; listener: (message: unknown) => void }[] = [];
  /** The script of each method; a method without one follows `all`. */
  readonly scripts: Record<string, Script> = { initAgent: scripts.success };
  all: Script = scripts.never;
  /** The object to give to the kit. */
  readonly api: SobotAgentSdk;

  constructor() {
    const methods = Object.fromEntries(methodNames.map((name) => [name, this.#method(name, this.sent)]));
    this.api = {
      ...methods,
      initAgent: this.#method('initAgent', this.inits),
      on: (event: string, listener: (message: unknown) => void) => {
        this.log.push(`on ${event}`);
        this.subscriptions.push({ event, listener });
        return this.api;
      },
      off: (event: string, listener?: unknown) => {
        this.log.push(`off ${event}`);
        const left = this.subscriptions.filter((one) => one.event !== event || (listener && one.listener !== listener));
        this.subscriptions.splice(0, this.subscriptions.length, ...left);
        return this.api;
      },
      handleRefreshToken: (token: string) => {
        this.log.push('handleRefreshToken');
        this.tokens.push(token);
      },
    } as unknown as SobotAgentSdk;
  }

  #method(name: string, list: SdkCall[]) {
    return (options: Record<string, unknown>): unknown => {
      const { success, error, ...params } = options;
      const sent: SdkCall = { method: name, params, success: success as Callback, error: error as Callback };
      this.log.push(name);
      list.push(sent);
      return (this.scripts[name] ?? this.all)(sent);
    };
  }

  /** The last call of a method, or of any. */
  last(method?: string): SdkCall {
    const found = this.sent.findLast((sent) => !method || sent.method === method);
    if (!found) throw new Error(`${method ?? 'no method'} was not called`);
    return found;
  }

  /** Sends a message to the subscribers of `via`. */
  emit(message: unknown, via = 'EventAgentAll'): void {
    for (const { event, listener } of [...this.subscriptions]) if (event === via) listener(message);
  }
}
