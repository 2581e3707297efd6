import { isQuery, type CommandName, type CommandResult, type SdkCallbacks } from '../../sdk/index.js';
import type { Clock } from '../model/clock.js';
import type { Credentials, ClientConnection, Network } from './client-connection.js';
import { isAffected, type Faults } from '../model/faults.js';
import { methods } from '../methods/index.js';
import { success, type FailureShape } from '../methods/method-context.js';
import { Params } from '../methods/params.js';
import type { Exchange } from '../services/exchange.js';
import { Refusal } from '../model/refusal.js';

/** A request, as the log of the call centre remembers it: never with its parameters, for there may be a token. */
export interface RequestRecord {
  /** Unix milliseconds. */
  readonly at: number;
  /** Number of the end. */
  readonly end: number;
  readonly command: string;
  /** `lost`: the network was down. */
  readonly outcome: 'pending' | 'success' | 'error' | 'lost';
  /** Of an error. */
  readonly errorCode?: string;
}

const MAX_LOG_RECORDS = 50;

type Options = Readonly<Record<string, unknown>>;

/** One request on its way. */
interface PendingRequest<R> {
  readonly end: ClientConnection;
  readonly command: string;
  readonly callbacks: SdkCallbacks<R>;
  readonly failure: FailureShape;
  readonly needsToken: boolean;
  /** @throws Refusal */
  readonly run: () => R;
}

const failureResults: Record<FailureShape, (refusal: Refusal) => Record<string, string>> = {
  coded: ({ code, message }) => ({ status: 'error', errorCode: code, errorMessage: message }),
  uncoded: ({ message }) => ({ status: 'error', errorMessage: message }),
  message: ({ message }) => ({ status: 'error', message }),
};

/** Takes the requests of all ends: carries them to the switch and the answers back, with what may go wrong on the way. */
export class RequestHandler {
  #log: readonly RequestRecord[] = [];
  #sequence = 0;

  constructor(
    private readonly exchange: Exchange,
    private readonly clock: Clock,
    private readonly faults: Faults,
    private readonly network: Network,
    /** Milliseconds. */
    private readonly latency: number,
    /** Those that have called `initAgent`, in that order. */
    private readonly ends: Set<ClientConnection>,
  ) {}

  /** The latest requests, oldest first. */
  get log(): readonly RequestRecord[] {
    return this.#log;
  }

  initAgent(end: ClientConnection, options: Options & SdkCallbacks): void {
    this.#send({
      end,
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
        this.ends.add(end);
        end.connect(this.exchange.connectAgent(credentials.agent, agentType === '1'), credentials);
        return success;
      },
    });
  }

  command<N extends CommandName>(
    end: ClientConnection,
    command: N,
    options: Options & SdkCallbacks<CommandResult<N>>,
  ): void {
    if (this.network.player) return this.network.player.answer(command, options);
    const { needsToken, failure, run } = methods[command];
    this.#send<CommandResult<N>>({
      end,
      command,
      callbacks: options,
      failure,
      needsToken,
      run: () => {
        const { agent } = end;
        if (!agent) throw new Refusal('not-initialised');
        const displaced = !end.isConnected && command !== 'login' && !isQuery(command);
        if (displaced) throw new Refusal('displaced');
        const takeOver = (): void => {
          for (const other of this.ends) if (other !== end && other.agent === agent) other.displace();
          end.isConnected = true;
        };
        return run({ exchange: this.exchange, agent, params: new Params(options), takeOver });
      },
    });
  }

  /** A new token; what was held because the old one died goes out now. */
  refreshToken(end: ClientConnection, token: unknown): void {
    if (end.agent && typeof token === 'string' && token.trim() !== '') this.exchange.bus.run(() => end.token.renew());
  }

  #send<R>(job: PendingRequest<R>): void {
    const { command, end } = job;
    if (isAffected(this.faults.throw, command))
      throw new Error(`${command} throws on demand, by the faults of the sandbox`);
    this.#sequence += 1;
    const reference = this.#sequence;
    const record: RequestRecord = { at: this.clock.now(), end: end.id, command, outcome: 'pending' };
    this.#log = [...this.#log.slice(1 - MAX_LOG_RECORDS), record];
    this.clock.after(this.latency + this.faults.slow, () =>
      this.exchange.bus.run(() => this.#receive(job, record, reference), reference),
    );
  }

  #receive<R>(job: PendingRequest<R>, record: RequestRecord, reference: number): void {
    if (!this.network.isUp) {
      this.#updateRecord(record, { outcome: 'lost' });
      return;
    }
    const settle = (run: () => R): void => this.exchange.bus.run(() => this.#execute(job, record, run), reference);
    const fail = (refusal: Refusal): void =>
      settle(() => {
        throw refusal;
      });
    if (isAffected(this.faults.refuse, job.command)) fail(new Refusal('refused'));
    else if (job.needsToken && job.end.agent) {
      const again = (): void => this.#receive({ ...job, needsToken: false }, record, reference);
      job.end.token.runWhenValid({ run: again, fail: () => fail(new Refusal('token-invalid')) });
    } else settle(job.run);
  }

  /** Carries it out and answers once, or as the faults will have it. */
  #execute<R>({ command, callbacks, failure }: PendingRequest<R>, record: RequestRecord, run: () => R): void {
    let respond: () => void;
    try {
      const result = run();
      this.#updateRecord(record, { outcome: 'success' });
      respond = () => callbacks.success?.(result);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      this.#updateRecord(record, { outcome: 'error', errorCode: refusal.code });
      respond = () => callbacks.error?.(failureResults[failure](refusal));
    }
    if (isAffected(this.faults.drop, command)) return;
    this.exchange.bus.queueAnswer(respond);
    if (isAffected(this.faults.twice, command)) this.exchange.bus.queueAnswer(respond);
  }

  #updateRecord(record: RequestRecord, outcome: Pick<RequestRecord, 'outcome' | 'errorCode'>): void {
    this.#log = this.#log.map((each) => (each === record ? { ...record, ...outcome } : each));
  }
}
