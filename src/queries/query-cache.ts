import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { SobotError } from '../sdk/index.js';
import type { AgentSession } from '../session/index.js';
import type { AgentState } from '../state/index.js';

/** When a query makes sense; each time it begins to, it is asked anew. */
export type Due = (state: AgentState) => boolean;

export const connected: Due = ({ phase }) => phase === 'ready';
export const loggedIn: Due = (state) => connected(state) && state.presence.status !== 'offline';
export const loggedOut: Due = (state) => connected(state) && state.presence.status === 'offline';

export const asError = (cause: unknown): SobotError =>
  cause instanceof SobotError ? cause : new SobotError('command', String(cause), { cause });

/** What one session was answered. The last result stays while a newer one is fetched: nothing flickers. */
export class Answer<R> {
  result: R | null = null;
  error: SobotError | null = null;
  /** When the result came, in milliseconds since 1970. */
  at = 0;
  /** When it was answered last, one way or the other. */
  triedAt = 0;
  /** How often in succession it has failed. */
  failures = 0;
  #asked = false;
  #open = 0;
  #turn = 0;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly session: AgentSession,
    private readonly request: (session: AgentSession) => Promise<R>,
    private readonly due: Due,
  ) {
    session.subscribe(() => this.#look());
  }

  /** Answered, one way or the other. */
  get settled(): boolean {
    return this.result !== null || this.error !== null;
  }

  /** Asking makes sense now. */
  get isDue(): boolean {
    return this.due(this.session.state);
  }

  /** A request is under way. */
  get asking(): boolean {
    return this.#open > 0;
  }

  /** @returns how to stop */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    this.#look();
    return () => void this.#listeners.delete(listener);
  }

  /** Asks again, whatever was answered before. */
  async ask(): Promise<void> {
    const turn = ++this.#turn;
    this.#asked = true;
    this.#open += 1;
    let settle: () => void;
    try {
      const result = await this.request(this.session);
      settle = () => this.tell(result);
    } catch (cause) {
      settle = () => this.#fail(asError(cause));
    }
    this.#open -= 1;
    if (turn === this.#turn) settle();
    else this.#notify();
  }

  /** A newer result that came by another way. */
  tell(result: R): void {
    this.#turn += 1;
    this.result = result;
    this.error = null;
    this.failures = 0;
    this.at = this.triedAt = Date.now();
    this.#notify();
  }

  #fail(error: SobotError): void {
    this.error = error;
    this.failures += 1;
    this.triedAt = Date.now();
    this.#notify();
  }

  #look(): void {
    if (!this.isDue) this.#asked = false;
    else if (!this.#asked && this.#listeners.size > 0) void this.ask();
  }

  #notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** A query that is asked once a session and matter, however many elements need its answer. */
export class SharedQuery<R> {
  readonly #answers = new WeakMap<AgentSession, Map<string, Answer<R>>>();

  constructor(
    private readonly request: (session: AgentSession, about: string) => Promise<R>,
    private readonly due: Due,
  ) {}

  /** @param about what is asked for, where the query has a parameter */
  of(session: AgentSession, about = ''): Answer<R> {
    const answers = this.#answers.get(session) ?? new Map<string, Answer<R>>();
    this.#answers.set(session, answers);
    const answer = answers.get(about) ?? new Answer(session, (asked) => this.request(asked, about), this.due);
    answers.set(about, answer);
    return answer;
  }
}

/** The answer of a shared query for one element, which renders when it comes. */
export class Query<R> implements ReactiveController {
  #answer: Answer<R> | null = null;
  #stop: (() => void) | undefined;

  /**
   * @param session of the host, looked up at each of its renders
   * @param about what is asked for, where the query has a parameter; looked up likewise
   */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly shared: SharedQuery<R>,
    private readonly session: () => AgentSession | null | undefined,
    private readonly about = (): string => '',
  ) {
    host.addController(this);
  }

  get result(): R | null {
    return this.#answer?.result ?? null;
  }

  get error(): SobotError | null {
    return this.#answer?.error ?? null;
  }

  get settled(): boolean {
    return this.#answer?.settled ?? false;
  }

  protected get answer(): Answer<R> | null {
    return this.#answer;
  }

  hostUpdate(): void {
    const session = this.session();
    const answer = session ? this.shared.of(session, this.about()) : null;
    if (answer === this.#answer) return;
    this.#stop?.();
    this.#answer = answer;
    this.#stop = answer?.watch(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#answer = null;
  }

  ask(): void {
    void this.#answer?.ask();
  }

  tell(result: R): void {
    this.#answer?.tell(result);
  }
}

/** The rows of a result: the platform may leave a list out, or put nothing in its place. */
export const rows = <T>(list: readonly T[] | null | undefined): readonly T[] =>
  Array.isArray(list) ? (list as readonly T[]).filter(Boolean) : [];
