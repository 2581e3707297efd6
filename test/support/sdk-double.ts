import type { SobotAgentSdk } from '../../src/sdk/index.js';
import { methodNames } from './vendor-methods.js';

type Callback = (value?: unknown) => void;

/** One call of a method of the SDK. */
export interface Sent {
  readonly method: string;
  /** As the SDK got them, without the callbacks. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly success: Callback;
  readonly error: Callback;
}

/** What a method does when it is called; it gives back what the method returns. */
export type Script = (sent: Sent) => unknown;

const later = (run: () => void): void => queueMicrotask(run);

/** What SDKs do with their callbacks. */
export const scripts = {
  never: () => undefined,
  success: (sent: Sent) => later(() => sent.success({ status: 'success' })),
  error: (sent: Sent) => later(() => sent.error({ status: 'error', errorCode: '4711', errorMessage: 'not allowed' })),
  errorMessageOnly: (sent: Sent) => later(() => sent.error({ status: 'error', message: 'not allowed' })),
  sync: (sent: Sent) => sent.success({ status: 'success' }),
  syncError: (sent: Sent) => sent.error({ status: 'error', errorMessage: 'not allowed' }),
  twice: (sent: Sent) => {
    later(() => sent.success({ status: 'success', nr: 1 }));
    later(() => sent.success({ status: 'success', nr: 2 }));
  },
  both: (sent: Sent) => {
    later(() => sent.success({ status: 'success' }));
    later(() => sent.error({ status: 'error', errorMessage: 'not allowed' }));
  },
  bothErrorFirst: (sent: Sent) => {
    later(() => sent.error({ status: 'error', errorMessage: 'not allowed' }));
    later(() => sent.success({ status: 'success' }));
  },
  throws: () => {
    throw new TypeError('boom');
  },
  rejects: () => Promise.reject(new TypeError('boom')),
} satisfies Record<string, Script>;

/** An SDK that does what a test tells it, and remembers what it was told. */
export class SdkDouble {
  /** Calls of `on`, `off`, `initAgent`, commands and `handleRefreshToken`, in order. */
  readonly log: string[] = [];
  /** The commands and queries. */
  readonly sent: Sent[] = [];
  readonly inits: Sent[] = [];
  readonly tokens: string[] = [];
  readonly subscriptions: { event: string; listener: (message: unknown) => void }[] = [];
  /** By method; the others do what `all` says. */
  readonly scripts: Record<string, Script> = { initAgent: scripts.success };
  all: Script = scripts.never;
  /** What the kit is given. */
  readonly sdk: SobotAgentSdk;

  constructor() {
    const methods = Object.fromEntries(methodNames.map((name) => [name, this.#method(name, this.sent)]));
    this.sdk = {
      ...methods,
      initAgent: this.#method('initAgent', this.inits),
      on: (event: string, listener: (message: unknown) => void) => {
        this.log.push(`on ${event}`);
        this.subscriptions.push({ event, listener });
        return this.sdk;
      },
      off: (event: string, listener?: unknown) => {
        this.log.push(`off ${event}`);
        const left = this.subscriptions.filter((one) => one.event !== event || (listener && one.listener !== listener));
        this.subscriptions.splice(0, this.subscriptions.length, ...left);
        return this.sdk;
      },
      handleRefreshToken: (token: string) => {
        this.log.push('handleRefreshToken');
        this.tokens.push(token);
      },
    } as unknown as SobotAgentSdk;
  }

  #method(name: string, list: Sent[]) {
    return (options: Record<string, unknown>): unknown => {
      const { success, error, ...params } = options;
      const sent: Sent = { method: name, params, success: success as Callback, error: error as Callback };
      this.log.push(name);
      list.push(sent);
      return (this.scripts[name] ?? this.all)(sent);
    };
  }

  /** The last call of a method. */
  last(method?: string): Sent {
    const found = this.sent.findLast((sent) => !method || sent.method === method);
    if (!found) throw new Error(`${method ?? 'no method'} was not called`);
    return found;
  }

  /** Sends a message to those who have subscribed to `via`. */
  emit(message: unknown, via = 'EventAgentAll'): void {
    for (const { event, listener } of [...this.subscriptions]) if (event === via) listener(message);
  }
}
