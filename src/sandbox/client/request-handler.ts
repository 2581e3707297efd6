/**
 * Requests of the SDK instances. It stands between the methods of the SDK and the services:
 * latency, lost network, token, faults and the form of answers are here, so that the methods
 * contain only the rules of the document.
 */
import { isQuery, type CommandName, type CommandResult, type SdkCallbacks } from '../../sdk/index.js';
import { methods, Params, success, type FailureShape } from '../methods/index.js';
import { isAffected, Refusal, type Faults } from '../model/index.js';
import type { Exchange } from '../services/index.js';
import type { ClientConnection, Credentials, Network } from './client-connection.js';

/** A request in the log of the call centre. Parameters are not recorded, because they may contain a token. */
export interface RequestRecord {
  /** Unix milliseconds. */
  readonly at: number;
  /** Number of the SDK instance. The name is part of the public type. */
  readonly end: number;
  readonly command: string;
  /** `lost`: the network was down when the request was to arrive. */
  readonly outcome: 'pending' | 'success' | 'error' | 'lost';
  /** Code of the outcome `error`. */
  readonly errorCode?: string;
}

/** Bound of the log: enough for a panel, and no growth over a shift. */
const MAX_LOG_RECORDS = 50;

/** Parameters and callbacks of a method, as the page passed them. */
type Options = Readonly<Record<string, unknown>>;

/** A request between its call and its answer. */
interface PendingRequest<R> {
  readonly connection: ClientConnection;
  readonly command: string;
  readonly callbacks: SdkCallbacks<R>;
  readonly failure: FailureShape;
  readonly needsToken: boolean;
  /** @throws Refusal */
  readonly run: () => R;
}

/**
 * Failures as the document shows them. The three shapes exist so that a page meets each of them.
 */
const failureResults: Record<FailureShape, (refusal: Refusal) => Record<string, string>> = {
  coded: ({ code, message }) => ({ status: 'error', errorCode: code, errorMessage: message }),
  uncoded: ({ message }) => ({ status: 'error', errorMessage: message }),
  message: ({ message }) => ({ status: 'error', message }),
};

/** Surroundings of the handler. */
export interface RequestHandlerOptions {
  readonly exchange: Exchange;
  readonly faults: Faults;
  readonly network: Network;
  /** Milliseconds until a request is answered. */
  readonly latency: number;
  /** SDK instances that have called `initAgent`, in that order. The handler adds to them. */
  readonly connections: Set<ClientConnection>;
}

/** Executes requests. One handler serves all SDK instances of a call centre. */
export class RequestHandler {
  /** Replaced at each change, never changed: snapshots contain it. */
  #log: readonly RequestRecord[] = [];
  /** Number of requests so far; `referenceID` of the messages that a request causes. */
  #sequence = 0;

  constructor(private readonly options: RequestHandlerOptions) {}

  /** The latest requests, oldest first. */
  get log(): readonly RequestRecord[] {
    return this.#log;
  }

  /**
   * Initializes an SDK instance. Any company, agent and token are accepted, if they are given at
   * all.
   */
  initAgent(connection: ClientConnection, options: Options & SdkCallbacks): void {
    this.#send({
      connection,
      command: 'initAgent',
      callbacks: options,
      failure: 'coded',
      needsToken: false,
      run: () => {
        const params = new Params(options);
        params.requiredString('token');
        const agentType = params.oneOf('agentType', ['0', '1']) === '1' ? '1' : '0';
        const credentials: Credentials = {
          companyId: params.requiredString('companyId'),
          agent: params.requiredString('agent'),
          agentType,
        };
        this.options.connections.add(connection);
        connection.connect(
          this.options.exchange.connectAgent({
            value: credentials.agent,
            type: agentType === '1' ? 'id' : 'workNumber',
          }),
          credentials,
        );
        return success;
      },
    });
  }

  /** Executes a method. During a replay the recording answers instead. */
  command<N extends CommandName>(
    connection: ClientConnection,
    command: N,
    options: Options & SdkCallbacks<CommandResult<N>>,
  ): void {
    if (this.options.network.player) return this.options.network.player.answer(command, options);
    const { needsToken, failure, run } = methods[command];
    this.#send<CommandResult<N>>({
      connection,
      command,
      callbacks: options,
      failure,
      needsToken,
      run: () => {
        const { agent } = connection;
        if (!agent) throw new Refusal('not-initialised');
        // A displaced instance may read, and take over by `login`.
        const displaced = !connection.isConnected && command !== 'login' && !isQuery(command);
        if (displaced) throw new Refusal('displaced');
        const takeOver = (): void => {
          for (const other of this.options.connections)
            if (other !== connection && other.agent === agent) other.displace();
          connection.isConnected = true;
        };
        return run({ exchange: this.options.exchange, agent, params: new Params(options), takeOver });
      },
    });
  }

  /** Takes a new token. Requests that were held since the old one expired are sent. */
  refreshToken(connection: ClientConnection, token: unknown): void {
    if (connection.agent && typeof token === 'string' && token.trim() !== '')
      this.options.exchange.bus.run(() => connection.token.renew());
  }

  /** Sends a request: it is logged now, and arrives after the latency. */
  #send<R>(job: PendingRequest<R>): void {
    const { command, connection } = job;
    if (isAffected(this.options.faults.throw, command))
      throw new Error(`${command} throws on demand: it is set in the faults of the sandbox`);
    this.#sequence += 1;
    const reference = this.#sequence;
    const record: RequestRecord = {
      at: this.options.exchange.bus.clock.now(),
      end: connection.id,
      command,
      outcome: 'pending',
    };
    this.#log = [...this.#log.slice(1 - MAX_LOG_RECORDS), record];
    this.options.exchange.bus.clock.after(this.options.latency + this.options.faults.slow, () =>
      this.options.exchange.bus.run(() => this.#receive(job, record, reference), reference),
    );
  }

  /**
   * Receives a request: loses it, refuses it, holds it until the token is valid, or executes it.
   */
  #receive<R>(job: PendingRequest<R>, record: RequestRecord, reference: number): void {
    if (!this.options.network.isUp) {
      this.#updateRecord(record, { outcome: 'lost' });
      return;
    }
    const execute = (run: () => R): void =>
      this.options.exchange.bus.run(() => this.#execute(job, record, run), reference);
    const fail = (refusal: Refusal): void =>
      execute(() => {
        throw refusal;
      });
    if (isAffected(this.options.faults.refuse, job.command)) fail(new Refusal('refused'));
    else if (job.needsToken && job.connection.agent) {
      // Held requests are received anew, because network and faults may have changed meanwhile.
      const again = (): void => this.#receive({ ...job, needsToken: false }, record, reference);
      job.connection.token.runWhenValid({ run: again, fail: () => fail(new Refusal('token-invalid')) });
    } else execute(job.run);
  }

  /** Executes a request and answers it once, or as the faults say. */
  #execute<R>({ command, callbacks, failure }: PendingRequest<R>, record: RequestRecord, run: () => R): void {
    let respond: () => void;
    try {
      const result = run();
      this.#updateRecord(record, { outcome: 'success' });
      respond = () => callbacks.success?.(result);
    } catch (refusal) {
      // Any other error is a defect of the sandbox. It must not look like an answer.
      if (!(refusal instanceof Refusal)) throw refusal;
      this.#updateRecord(record, { outcome: 'error', errorCode: refusal.code });
      respond = () => callbacks.error?.(failureResults[failure](refusal));
    }
    if (isAffected(this.options.faults.drop, command)) return;
    this.options.exchange.bus.queueAnswer(respond);
    if (isAffected(this.options.faults.twice, command)) this.options.exchange.bus.queueAnswer(respond);
  }

  #updateRecord(record: RequestRecord, outcome: Pick<RequestRecord, 'outcome' | 'errorCode'>): void {
    this.#log = this.#log.map((each) => (each === record ? { ...record, ...outcome } : each));
  }
}
