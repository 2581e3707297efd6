/**
 * The cache of queries: one result for each session, query and parameter, and the controller by
 * which an element follows it. It is keyed by session, so that no agent sees figures of the agent
 * before.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Emitter, now } from '../internal/index.js';
import { SobotError } from '../sdk/index.js';
import type { AgentSession } from '../session/index.js';
import type { AgentState } from '../state/index.js';

/** Whether a query makes sense in a state. Each time it begins to, the query is sent again. */
export type EnabledPredicate = (state: AgentState) => boolean;

/** Whether the session is ready, with the agent logged in or not. */
export const isConnected: EnabledPredicate = ({ phase }) => phase === 'ready';
/** Whether the agent is logged in. */
export const isLoggedIn: EnabledPredicate = (state) => isConnected(state) && state.presence.status !== 'offline';
/** Whether the session is ready for a login. */
export const isLoggedOut: EnabledPredicate = (state) => isConnected(state) && state.presence.status === 'offline';

/** Returns an error as the kit's own, so that elements can show its message. */
export const toSobotError = (cause: unknown): SobotError =>
  cause instanceof SobotError ? cause : new SobotError('command', String(cause), { cause });

/**
 * The result of a query in one session. The last result stays while a newer one is fetched, so that
 * nothing flickers.
 */
export class QueryResult<R> {
  /** The last result; null before the first. It stays after an error. */
  result: R | null = null;
  /** The error of the last attempt; null after a success. */
  error: SobotError | null = null;
  /** The time of the result, in milliseconds since 1970; 0 where there is none. */
  updatedAt = 0;
  /**
   * The time of the last answer, success or error, in milliseconds since 1970; 0 where there is
   * none.
   */
  lastAttemptAt = 0;
  /** The number of errors since the last success. */
  failures = 0;
  /** Whether the query was sent since it became enabled. */
  #isRequested = false;
  /** The number of requests that are not answered yet. */
  #openRequests = 0;
  /** The number of the last request or result. An answer to an earlier request is out of date. */
  #requestNumber = 0;
  readonly #changes = new Emitter();

  constructor(
    private readonly session: AgentSession,
    private readonly request: (session: AgentSession) => Promise<R>,
    private readonly isEnabledIn: EnabledPredicate,
  ) {
    session.subscribe(() => this.#fetchIfNeeded());
  }

  /** Whether there was an answer, success or error. */
  get isSettled(): boolean {
    return this.result !== null || this.error !== null;
  }

  /** Whether the query makes sense in the current state of the session. */
  get isEnabled(): boolean {
    return this.isEnabledIn(this.session.state);
  }

  /** Whether a request is pending. */
  get isFetching(): boolean {
    return this.#openRequests > 0;
  }

  /**
   * Calls back when an answer came or a request was sent. The first subscriber causes the first
   * request.
   * @returns unsubscribe function
   */
  subscribe(listener: () => void): () => void {
    const unsubscribe = this.#changes.subscribe(listener);
    this.#fetchIfNeeded();
    return unsubscribe;
  }

  /**
   * Sends the query again, whatever the result was before. Never rejects: an error is in `error`.
   */
  async refetch(): Promise<void> {
    const requestNumber = ++this.#requestNumber;
    this.#isRequested = true;
    this.#openRequests += 1;
    let applyOutcome: () => void;
    try {
      const result = await this.request(this.session);
      applyOutcome = () => this.setResult(result);
    } catch (cause) {
      applyOutcome = () => this.#fail(toSobotError(cause));
    }
    this.#openRequests -= 1;
    if (requestNumber === this.#requestNumber) applyOutcome();
    else this.#changes.emit();
  }

  /**
   * Sets a newer result that came in another way, such as with the answer of a command. It replaces
   * the answer of a pending request.
   */
  setResult(result: R): void {
    this.#requestNumber += 1;
    this.result = result;
    this.error = null;
    this.failures = 0;
    this.updatedAt = this.lastAttemptAt = now();
    this.#changes.emit();
  }

  #fail(error: SobotError): void {
    this.error = error;
    this.failures += 1;
    this.lastAttemptAt = now();
    this.#changes.emit();
  }

  /** Sends the query if it has subscribers and was not sent since it became enabled. */
  #fetchIfNeeded(): void {
    if (!this.isEnabled) this.#isRequested = false;
    else if (!this.#isRequested && this.#changes.size > 0) void this.refetch();
  }
}

/**
 * A query that is sent once for each session and parameter, however many elements need its result.
 */
export class SharedQuery<R> {
  /** The results by session and parameter. A session that ended takes its results with it. */
  readonly #results = new WeakMap<AgentSession, Map<string, QueryResult<R>>>();

  constructor(
    private readonly request: (session: AgentSession, about: string) => Promise<R>,
    private readonly isEnabledIn: EnabledPredicate,
  ) {}

  /**
   * Returns the cached result, without sending the query.
   * @param key the parameter of the query; empty where it has none
   */
  get(session: AgentSession, key = ''): QueryResult<R> {
    const results = this.#results.get(session) ?? new Map<string, QueryResult<R>>();
    this.#results.set(session, results);
    const queryResult =
      results.get(key) ?? new QueryResult(session, (owner) => this.request(owner, key), this.isEnabledIn);
    results.set(key, queryResult);
    return queryResult;
  }
}

/** The result of a shared query for one element, which renders when the result changes. */
export class Query<R> implements ReactiveController {
  #queryResult: QueryResult<R> | null = null;
  #unsubscribe: (() => void) | undefined;

  /**
   * @param session returns the session of the host, called before each of its renders
   * @param key returns the parameter of the query, called likewise
   */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly sharedQuery: SharedQuery<R>,
    private readonly session: () => AgentSession | null | undefined,
    private readonly key = (): string => '',
  ) {
    host.addController(this);
  }

  get result(): R | null {
    return this.#queryResult?.result ?? null;
  }

  get error(): SobotError | null {
    return this.#queryResult?.error ?? null;
  }

  get isSettled(): boolean {
    return this.#queryResult?.isSettled ?? false;
  }

  protected get queryResult(): QueryResult<R> | null {
    return this.#queryResult;
  }

  /** Follows the result of the current session and parameter. */
  hostUpdate(): void {
    const session = this.session();
    const queryResult = session ? this.sharedQuery.get(session, this.key()) : null;
    if (queryResult === this.#queryResult) return;
    this.#unsubscribe?.();
    this.#queryResult = queryResult;
    this.#unsubscribe = queryResult?.subscribe(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#queryResult = null;
  }

  refetch(): void {
    void this.#queryResult?.refetch();
  }

  setResult(result: R): void {
    this.#queryResult?.setResult(result);
  }
}

/**
 * Returns the rows of a list in a result. The platform may leave the list out, send no array, or
 * send null for a row.
 */
export const rows = <T>(list: readonly T[] | null | undefined): readonly T[] =>
  Array.isArray(list) ? (list as readonly T[]).filter(Boolean) : [];
