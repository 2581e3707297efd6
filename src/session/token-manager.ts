/**
 * Requests for tokens, and their renewal. The token itself is kept nowhere.
 */
import { SobotError, type SobotAgentSdk } from '../sdk/index.js';
import type { WritableEventLog } from './event-log/event-log.js';
import { refreshSdkToken } from './sdk-initialization.js';

/** Returns a token. `renew`: the one in use has expired. */
export type TokenSource = (reason: 'start' | 'renew') => Promise<string>;

interface TokenManagerHost {
  readonly source: TokenSource;
  /** For the renewal of a token. */
  readonly timeoutMs: number;
  /** The SDK's instance; null while there is none. */
  readonly sdk: () => SobotAgentSdk | null;
  readonly log: WritableEventLog;
  /** The SDK has got a new token. */
  readonly onRefreshed: () => void;
  /** The token could not be renewed. */
  readonly onFailed: (error: SobotError) => void;
}

const configError = (message: string, cause?: unknown): SobotError => new SobotError('config', message, { cause });

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

export class TokenManager {
  #request: Promise<string> | null = null;
  #renewal: Promise<void> | null = null;

  constructor(private readonly host: TokenManagerHost) {}

  /**
   * Requests a token from the source: one request at a time, whoever asks. A request that is not answered in time is
   * dropped, and the next call starts another.
   * @throws SobotError `config`
   */
  request(reason: 'start' | 'renew', timeoutMs: number): Promise<string> {
    this.#request ??= this.#withTimeout(timeoutMs, this.#fromSource(reason)).finally(() => {
      this.#request = null;
    });
    return this.#request;
  }

  /**
   * Passes a token to the SDK.
   * @throws SobotError `refused`, `invalid` or `command`
   */
  refresh(token: string): void {
    const { sdk, log, onRefreshed } = this.host;
    const instance = sdk();
    if (!instance) throw new SobotError('refused', 'There is no SDK to give the token to. Start the phone first.');
    log.secrets.add(token.trim());
    refreshSdkToken(instance, token.trim(), log.secrets, (error) => this.#fail(error));
    onRefreshed();
  }

  /** Replaces an expired token: once, however often the SDK reports that it has expired meanwhile. */
  renew(): void {
    this.#renewal ??= this.request('renew', this.host.timeoutMs)
      .then((token) => {
        if (this.host.sdk()) this.refresh(token);
      })
      .finally(() => (this.#renewal = null))
      .catch((cause: unknown) => this.#fail(cause));
  }

  /** Ignored where the session was stopped meanwhile. */
  #fail(cause: unknown): void {
    if (!this.host.sdk()) return;
    const message = `The token expired and could not be renewed: ${messageOf(cause)} Calls go on, queries fail until a new token is given.`;
    this.host.onFailed(configError(message, cause));
  }

  #withTimeout(timeoutMs: number, answer: Promise<string>): Promise<string> {
    return new Promise((resolve, reject) => {
      const error = configError(`The token source did not answer within ${timeoutMs / 1000} s.`);
      const timer = setTimeout(() => reject(error), timeoutMs);
      answer.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }

  async #fromSource(reason: 'start' | 'renew'): Promise<string> {
    let token: unknown;
    try {
      token = await this.host.source(reason);
    } catch (cause) {
      if (cause instanceof SobotError) throw cause;
      throw configError(`The token source failed: ${messageOf(cause)}.`, cause);
    }
    if (typeof token === 'string' && token.trim() !== '') return token.trim();
    throw configError('The token source returned no token. It must return a non-empty string.');
  }
}
