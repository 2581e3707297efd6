import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Emitter } from '../internal/index.js';
import { SobotError } from '../sdk/index.js';
import type { AgentSession } from '../session/index.js';
import type { AgentState } from '../state/index.js';

/** When a query makes sense; each time it begins to, it is asked anew. */
export type EnabledPredicate = (state: AgentState) => boolean;

export const isConnected: EnabledPredicate = ({ phase }) => phase === 'ready';
export const isLoggedIn: EnabledPredicate = (state) => isConnected(state) && state.presence.status !== 'offline';
export const isLoggedOut: EnabledPredicate = (state) => isConnected(state) && state.presence.status === 'offline';

export const toSobotError = (cause: unknown): SobotError =>
  cause instanceof SobotError ? cause : new SobotError('command', String(cause), { cause });

/** What one session was answered. The last result stays while a newer one is fetched: nothing flickers. */
export class QueryResult<R> {
  result: R | null = null;
  error: SobotError | null = null;
  /** When the result came, in milliseconds since 1970. */
  updatedAt = 0;
  /** When it was answered last, one way or the other. */
  lastAttemptAt = 0;
  /** How often in succession it has failed. */
  failures = 0;
  #isRequested = false;
  #openRequests = 0;
  #requestNumber = 0;
  readonly #changes = new Emitter();

  constructor(
    private readonly session: AgentSession,
    private readonly request: (session: AgentSession) => Promise<R>,
    private readonly isEnabledIn: EnabledPredicate,
  ) {
    session.subscribe(() => this.#fetchIfNeeded());
  }

  /** Answered, one way or the other. */
  get isSettled(): boolean {
    return this.result !== null || this.error !== null;
  }

  /** Asking makes sense now. */
  get isEnabled(): boolean {
    return this.isEnabledIn(this.session.state);
  }

  /** A request is under way. */
  get isFetching(): boolean {
    return this.#openRequests > 0;
  }

  /**
   * Calls back when an answer came or a request was sent. The first subscriber causes the first request.
   * @returns unsubscribe function
   */
  subscribe(listener: () => void): () => void {
    const unsubscribe = this.#changes.subscribe(listener);
    this.#fetchIfNeeded();
    return unsubscribe;
  }

  /** Asks again, whatever was answered before. */
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

  /** A newer result that came by another way. */
  setResult(result: R): void {
    this.#requestNumber += 1;
    this.result = result;
    this.error = null;
    this.failures = 0;
    this.updatedAt = this.lastAttemptAt = Date.now();
    this.#changes.emit();
  }

  #fail(error: SobotError): void {
    this.error = error;
    this.failures += 1;
    this.lastAttemptAt = Date.now();
    this.#changes.emit();
  }

  #fetchIfNeeded(): void {
    if (!this.isEnabled) this.#isRequested = false;
    else if (!this.#isRequested && this.#changes.size > 0) void this.refetch();
  }
}

/** A query that is asked once a session and matter, however many elements need its answer. */
export class SharedQuery<R> {
  readonly #results = new WeakMap<AgentSession, Map<string, QueryResult<R>>>();

  constructor(
    private readonly request: (session: AgentSession, about: string) => Promise<R>,
    private readonly isEnabledIn: EnabledPredicate,
  ) {}

  /** @param key what is asked for, where the query has a parameter */
  get(session: AgentSession, key = ''): QueryResult<R> {
    const results = this.#results.get(session) ?? new Map<string, QueryResult<R>>();
    this.#results.set(session, results);
    const queryResult =
      results.get(key) ?? new QueryResult(session, (owner) => this.request(owner, key), this.isEnabledIn);
    results.set(key, queryResult);
    return queryResult;
  }
}

/** The answer of a shared query for one element, which renders when it comes. */
export class Query<R> implements ReactiveController {
  #queryResult: QueryResult<R> | null = null;
  #unsubscribe: (() => void) | undefined;

  /**
   * @param session of the host, looked up at each of its renders
   * @param key what is asked for, where the query has a parameter; looked up likewise
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

/** The rows of a result: the platform may leave a list out, or put nothing in its place. */
export const rows = <T>(list: readonly T[] | null | undefined): readonly T[] =>
  Array.isArray(list) ? (list as readonly T[]).filter(Boolean) : [];
