import type { CommandName, SobotAgentSdk, SobotError } from '../sdk/index.js';
import { signalFromResult } from '../state/index.js';
import { request, type Request } from './sdk-request.js';
import type { Outcome } from './event-log/event-log.js';
import type { Store } from './store.js';

/** The requests of one session that are under way, and what their answers tell the state. */
export class Requests {
  readonly #open = new Set<Request>();

  /** @param timeout milliseconds until an unanswered one is given up */
  constructor(
    private readonly store: Store,
    private readonly timeout: number,
  ) {}

  /**
   * @param pending whether the state tells that it is under way: not where the phone asks for itself
   * @throws SobotError `command`, `timeout`, or what it is abandoned for
   */
  async send(
    sdk: SobotAgentSdk,
    command: CommandName,
    params: Readonly<Record<string, unknown>>,
    pending = true,
  ): Promise<unknown> {
    const { store } = this;
    const since = store.state;
    if (pending) store.apply({ type: 'sent', command }, command);
    const ended = store.journal.sent(command, params);
    const settle = (outcome: Outcome): void =>
      store.enqueue(() => {
        ended(outcome);
        const late = !pending || outcome.late;
        const signal = outcome.ok ? signalFromResult(command, params, outcome.result, Date.now()) : null;
        store.apply({ type: 'settled', command, ok: outcome.ok, signal, since, late }, command);
      });
    const sent = request(sdk, command, params, {
      timeout: this.timeout,
      late: (result) => settle({ ok: true, late: true, result }),
    });
    this.#open.add(sent);
    try {
      const result = await sent.answer;
      settle({ ok: true, result });
      return result;
    } catch (error) {
      settle({ ok: false, error });
      throw error;
    } finally {
      this.#open.delete(sent);
    }
  }

  abandon(error: SobotError): void {
    for (const each of [...this.#open]) each.abandon(error);
  }
}
