/**
 * Requests for tokens, and their renewal. A renewal that fails for a reason that can pass is tried again for as long as
 * the session runs. Pauses grow, because a token that the platform refuses again and again, or a server in trouble, must
 * not be asked for without end.
 */
import { Backoff, raceAbort, waitToRetry } from '../internal/index.js';
import { isTemporary, SobotError, type SobotAgentSdk, type SobotErrorInit } from '../sdk/index.js';
import type { WritableEventLog } from './event-log/event-log.js';
import { refreshSdkToken } from './sdk-initialization.js';

/** Returns a token. `renew`: the one in use has expired. The signal aborts when the answer is no longer needed. */
export type TokenSource = (reason: 'start' | 'renew', signal: AbortSignal) => Promise<string>;

interface TokenManagerHost {
  readonly source: TokenSource;
  /** For the renewal of a token. */
  readonly timeoutMs: number;
  readonly now: () => number;
  /** The SDK's instance; null while there is none. */
  readonly sdk: () => SobotAgentSdk | null;
  /** Aborts when the session ends. */
  readonly signal: () => AbortSignal;
  readonly log: WritableEventLog;
  /** The SDK has got a new token. */
  readonly onRefreshed: () => void;
  /** The token could not be renewed. */
  readonly onFailed: (error: SobotError) => void;
}

/** Renewals in a row that begin at once: a single token may have been a bad one. */
const IMMEDIATE_ATTEMPTS = 2;
/** A token that was in use for so long was a good one. */
const GOOD_TOKEN_MS = 60_000;

/** The code of the error of a source of the page, whose reason is unknown. */
const SOURCE_FAILED = 'source';

const configError = (message: string, init?: SobotErrorInit): SobotError => new SobotError('config', message, init);

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

export class TokenManager {
  #request: Promise<string> | null = null;
  #renewal: Promise<void> | null = null;
  readonly #backoff = new Backoff();
  /** Renewals since a token was good. */
  #attempts = 0;
  /** The time of the last renewal. */
  #renewedAt = 0;
  /** The pause before the next attempt; null while there is none. */
  #pause: AbortController | null = null;
  /** The message of the failure that was reported last: the same one is reported once. */
  #reportedMessage = '';

  constructor(private readonly host: TokenManagerHost) {}

  /**
   * Requests a token from the source: one request at a time for all callers. A request that is not answered in time is
   * given up, and the next call starts another. A stop doesn't give it up: a start that follows uses its answer.
   * @throws SobotError `config`
   */
  request(reason: 'start' | 'renew', timeoutMs: number): Promise<string> {
    this.#request ??= this.#fetch(reason, timeoutMs).finally(() => {
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
    this.#reportedMessage = '';
    onRefreshed();
  }

  /** Replaces an expired token: once, however often the SDK reports that it has expired meanwhile. */
  renew(): void {
    if (this.#renewal) return;
    if (!this.#pause && this.host.now() - this.#renewedAt > GOOD_TOKEN_MS) {
      this.#attempts = 0;
      this.#backoff.reset();
    }
    if (this.#attempts < IMMEDIATE_ATTEMPTS) this.#attempt();
    else if (!this.#pause) this.#attemptLater();
  }

  /** Renews at once, if the last renewal has failed. */
  retry(): void {
    if (this.#reportedMessage !== '' && !this.#renewal) this.#attempt();
  }

  #attempt(): void {
    this.#pause?.abort();
    this.#pause = null;
    this.#attempts += 1;
    this.#renewal = this.request('renew', this.host.timeoutMs)
      .then((token) => {
        if (!this.host.sdk()) return;
        this.refresh(token);
        this.#renewedAt = this.host.now();
      })
      .finally(() => (this.#renewal = null))
      .catch((cause: unknown) => {
        if (isTemporary(cause)) this.#attemptLater();
        this.#fail(cause);
      });
  }

  /** Waits for the end of the pause, or for the network. The session's end gives it up. */
  #attemptLater(): void {
    const pause = new AbortController();
    this.#pause = pause;
    const life = AbortSignal.any([this.host.signal(), pause.signal]);
    void waitToRetry(this.#backoff.next(), life).then(() => {
      if (this.#pause === pause) this.#pause = null;
      if (!life.aborted) this.#attempt();
    });
  }

  /** Ignored where the session was stopped meanwhile. */
  #fail(cause: unknown): void {
    if (!this.host.sdk()) return;
    const code = cause instanceof SobotError && cause.code !== SOURCE_FAILED ? cause.code : undefined;
    const message = `The token expired and could not be renewed: ${messageOf(cause)} Calls go on, queries fail until a new token is given.`;
    if (message === this.#reportedMessage) return;
    this.#reportedMessage = message;
    this.host.onFailed(configError(message, { cause, ...(code ? { code } : undefined) }));
  }

  async #fetch(reason: 'start' | 'renew', timeoutMs: number): Promise<string> {
    const life = new AbortController();
    const error = configError(`The token source did not answer within ${timeoutMs / 1000} s.`, { code: 'timeout' });
    const timer = setTimeout(() => life.abort(error), timeoutMs);
    try {
      return await raceAbort(life.signal, this.#fromSource(reason, life.signal));
    } catch (cause) {
      throw life.signal.aborted ? error : cause;
    } finally {
      clearTimeout(timer);
    }
  }

  async #fromSource(reason: 'start' | 'renew', signal: AbortSignal): Promise<string> {
    let token: unknown;
    try {
      token = await this.host.source(reason, signal);
    } catch (cause) {
      if (cause instanceof SobotError) throw cause;
      throw configError(`The token source failed: ${messageOf(cause)}.`, { code: SOURCE_FAILED, cause });
    }
    if (typeof token === 'string' && token.trim() !== '') return token.trim();
    throw configError('The token source returned no token. It must return a non-empty string.');
  }
}
