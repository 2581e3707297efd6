/**
 * The way of a command to the SDK: the page's veto, the checks, the requests, and the meaning of
 * the answers for the state.
 * Buttons, keys, `commandfor` and script all come here, so the veto holds for each of them, and the
 * event log has every command.
 */
import {
  commandRow,
  errorFromSdk,
  isCommandName,
  isQuery,
  SobotError,
  type CommandName,
  type CommandResult,
  type SobotAgentSdk,
} from '../sdk/index.js';
import { signalFromResult } from '../state/index.js';
import type { RawParams } from './agent-session.js';
import { checkParams } from './command-params.js';
import type { EventDispatcher } from './event-dispatcher.js';
import type { WritableEventLog } from './event-log/event-log.js';
import type { EventQueue } from './event-queue.js';
import { sendRequest, type SdkRequest } from './sdk-request.js';
import type { CommandSource } from './session-events.js';
import type { Store } from './store.js';

/** The stages of the session that a command passes. */
interface CommandRunnerHost {
  readonly store: Store;
  readonly queue: EventQueue;
  readonly log: WritableEventLog;
  readonly dispatcher: EventDispatcher;
  readonly now: () => number;
  /** The SDK's instance; null while there is none. */
  readonly sdk: () => SobotAgentSdk | null;
  readonly timeoutMs: number;
}

/** A request to the SDK: plain data. */
interface Request<N extends CommandName> {
  readonly command: N;
  readonly params: RawParams;
  /** Whether the state lists the command as pending. */
  readonly visibility: 'pending' | 'background';
}

/** The outcome of a request. `result` belongs to a success, `error` to a failure. */
interface Answer {
  readonly ok: boolean;
  readonly late?: boolean;
  readonly result?: unknown;
  readonly error?: unknown;
}

const refusal = (kind: 'refused' | 'vetoed' | 'disconnected', command: CommandName, reason: string): SobotError =>
  new SobotError(kind, `${command}: ${reason}`, { command });

/** Executes commands. It keeps the requests that are pending, so that a stop can reject them. */
export class CommandRunner {
  readonly #requests = new Set<SdkRequest<CommandName>>();

  constructor(private readonly host: CommandRunnerHost) {}

  /**
   * Executes a command of the page or of an element.
   * @throws SobotError each is also dispatched as `sobot-command-error`
   */
  async run<N extends CommandName>(command: N, params: RawParams, source: CommandSource): Promise<CommandResult<N>> {
    const editable = { ...params };
    try {
      return await this.#run(command, editable, source);
    } catch (cause) {
      const error = cause instanceof SobotError ? cause : errorFromSdk('command', command, cause);
      this.host.dispatcher.dispatch('sobot-command-error', { command, params: editable, error });
      throw error;
    }
  }

  /**
   * Sends a query of the session itself: no event announces it, and the state doesn't list it as pending.
   * @throws SobotError
   */
  async query<N extends CommandName>(command: N, params: RawParams = {}): Promise<CommandResult<N> | null> {
    const sdk = this.host.sdk();
    return sdk && this.#send(sdk, { command, params, visibility: 'background' });
  }

  /** Rejects everything that is pending. */
  abandonAll(error: SobotError): void {
    for (const request of [...this.#requests]) request.abandon(error);
  }

  /**
   * Runs the steps in the order that a page can rely on: a listener of `sobot-command` may change
   * the parameters, so the checks come after it. A command that the SDK limits, such as a long row
   * of digits, is sent in parts, each after the answer to the one before.
   */
  async #run<N extends CommandName>(
    command: N,
    editable: Record<string, unknown>,
    source: CommandSource,
  ): Promise<CommandResult<N>> {
    const { store, dispatcher } = this.host;
    if (!isCommandName(command)) {
      throw new SobotError('invalid', `There is no command "${String(command)}". Nothing was sent.`);
    }
    const sdk = this.host.sdk();
    if (!sdk) throw refusal('refused', command, 'the phone is not connected. Start it, then try again.');
    const detail = { command, params: editable, source };
    if (!isQuery(command) && !dispatcher.dispatchCancelable('sobot-command', detail)) {
      throw refusal('vetoed', command, 'the page prevented it. Nothing was sent.');
    }
    const params = checkParams(command, editable, {
      breakCodes: store.state.breaks.map(({ code }) => code),
      warn: (message) => dispatcher.dispatch('sobot-warning', { code: 'number', message }),
    });
    const [first = params, ...rest] = commandRow(command).split?.(params) ?? [params];
    let result = await this.#sendTo(sdk, command, first);
    for (const part of rest) result = await this.#sendTo(sdk, command, part);
    return result;
  }

  /** Sends one request of a command, unless a listener has stopped the session or started it anew since. */
  #sendTo<N extends CommandName>(sdk: SobotAgentSdk, command: N, params: RawParams): Promise<CommandResult<N>> {
    if (this.host.sdk() === sdk) return this.#send(sdk, { command, params, visibility: 'pending' });
    throw refusal('disconnected', command, 'the phone was stopped meanwhile. Start it again.');
  }

  /**
   * Sends one request and applies its answer. `since`, the state at the time of sending, lets the
   * reducer ignore an answer that a message has overtaken. The promise is settled after the state
   * has changed, or the caller would see an old one.
   */
  async #send<N extends CommandName>(sdk: SobotAgentSdk, sent: Request<N>): Promise<CommandResult<N>> {
    const { store, queue, log, now, timeoutMs } = this.host;
    const { command, params, visibility } = sent;
    const since = store.state;
    if (visibility === 'pending') {
      store.dispatch({ type: 'sent', command }, command);
      queue.flush();
    }
    const sentAt = now();
    const number = log.commandSent(command, params);
    const settle = (answer: Answer): void => {
      const at = now();
      log.commandAnswered({ ...answer, command, request: number, duration: at - sentAt });
      const signal = answer.ok ? signalFromResult(command, params, answer.result, at) : null;
      const late = visibility === 'background' || answer.late;
      store.dispatch({ type: 'settled', command, ok: answer.ok, signal, since, late }, command);
    };
    const request = sendRequest(sdk, command, params, {
      timeoutMs,
      onLateSuccess: (result) => queue.enqueue(settle, { ok: true, late: true, result }),
    });
    this.#requests.add(request);
    try {
      const result = await request.answer;
      queue.enqueue(settle, { ok: true, result });
      return result;
    } catch (cause) {
      const error = cause instanceof SobotError ? log.secrets.cleanError(cause) : cause;
      queue.enqueue(settle, { ok: false, error });
      throw error;
    } finally {
      this.#requests.delete(request);
    }
  }
}
