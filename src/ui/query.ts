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
  #asked = false;
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
    try {
      const result = await this.request(this.session);
      if (turn === this.#turn) this.tell(result);
    } catch (cause) {
      if (turn !== this.#turn) return;
      this.error = asError(cause);
      this.#notify();
    }
  }

  /** A newer result that came by another way. */
  tell(result: R): void {
    this.#turn += 1;
    this.result = result;
    this.error = null;
    this.#notify();
  }

  #look(): void {
    if (!this.due(this.session.state)) this.#asked = false;
    else if (!this.#asked && this.#listeners.size > 0) void this.ask();
  }

  #notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** A query that is asked once a session, however many elements need its answer. */
export class SharedQuery<R> {
  readonly #answers = new WeakMap<AgentSession, Answer<R>>();

  constructor(
    private readonly request: (session: AgentSession) => Promise<R>,
    private readonly due: Due,
  ) {}

  of(session: AgentSession): Answer<R> {
    let answer = this.#answers.get(session);
    if (!answer) this.#answers.set(session, (answer = new Answer(session, this.request, this.due)));
    return answer;
  }
}

/** The answer of a shared query for one element, which renders when it comes. */
export class Query<R> implements ReactiveController {
  #session: AgentSession | null = null;
  #answer: Answer<R> | null = null;
  #stop: (() => void) | undefined;

  /** @param session of the host, looked up at each of its renders */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly shared: SharedQuery<R>,
    private readonly session: () => AgentSession | null | undefined,
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

  hostUpdate(): void {
    const session = this.session() ?? null;
    if (session === this.#session) return;
    this.hostDisconnected();
    this.#session = session;
    this.#answer = session && this.shared.of(session);
    this.#stop = this.#answer?.watch(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#session = null;
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
