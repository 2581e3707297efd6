import { isQuery, type CommandName, type CommandResult, type SdkCallbacks } from '../../sdk/index.js';
import type { Clock } from '../model/clock.js';
import type { Credentials, End, Network } from './client-connection.js';
import { concerns, type Faults } from '../model/faults.js';
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

const LOG_LENGTH = 50;

type Options = Readonly<Record<string, unknown>>;

/** One request on its way. */
interface Job<R> {
  readonly end: End;
  readonly command: string;
  readonly callbacks: SdkCallbacks<R>;
  readonly failure: FailureShape;
  readonly needsToken: boolean;
  /** @throws Refusal */
  readonly run: () => R;
}

const failures: Record<FailureShape, (refusal: Refusal) => Record<string, string>> = {
  coded: ({ code, message }) => ({ status: 'error', errorCode: code, errorMessage: message }),
  uncoded: ({ message }) => ({ status: 'error', errorMessage: message }),
  message: ({ message }) => ({ status: 'error', message }),
};

/** Takes the requests of all ends: carries them to the switch and the answers back, with what may go wrong on the way. */
export class Requests {
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
    private readonly ends: Set<End>,
  ) {}

  /** The latest requests, oldest first. */
  get log(): readonly RequestRecord[] {
    return this.#log;
  }

  initAgent(end: End, options: Options & SdkCallbacks): void {
    this.#send({
      end,
      command: 'initAgent',
      callbacks: options,
      failure: 'coded',
      needsToken: false,
      run: () => {
        const params = new Params(options);
        params.required('token');
        const agentType = params.word('agentType', ['0', '1']) === '1' ? '1' : '0';
        const credentials: Credentials = {
          companyId: params.required('companyId'),
          agent: params.required('agent'),
          agentType,
        };
        this.ends.add(end);
        end.connect(this.exchange.admit(credentials.agent, agentType === '1'), credentials);
        return success;
      },
    });
  }

  command<N extends CommandName>(end: End, command: N, options: Options & SdkCallbacks<CommandResult<N>>): void {
    if (this.network.tape) return this.network.tape.answer(command, options);
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
        const displaced = !end.connected && command !== 'login' && !isQuery(command);
        if (displaced) throw new Refusal('displaced');
        const takeOver = (): void => {
          for (const other of this.ends) if (other !== end && other.agent === agent) other.displace();
          end.connected = true;
        };
        return run({ exchange: this.exchange, agent, params: new Params(options), takeOver });
      },
    });
  }

  /** A new token; what was held because the old one died goes out now. */
  refreshToken(end: End, token: unknown): void {
    if (end.agent && typeof token === 'string' && token.trim() !== '') this.exchange.bus.act(() => end.token.renew());
  }

  #send<R>(job: Job<R>): void {
    const { command, end } = job;
    if (concerns(this.faults.throw, command))
      throw new Error(`${command} throws on demand, by the faults of the sandbox`);
    this.#sequence += 1;
    const reference = this.#sequence;
    const record: RequestRecord = { at: this.clock.now(), end: end.id, command, outcome: 'pending' };
    this.#log = [...this.#log.slice(1 - LOG_LENGTH), record];
    this.clock.after(this.latency + this.faults.slow, () =>
      this.exchange.bus.act(() => this.#arrive(job, record, reference), reference),
    );
  }

  #arrive<R>(job: Job<R>, record: RequestRecord, reference: number): void {
    if (!this.network.up) {
      this.#note(record, { outcome: 'lost' });
      return;
    }
    const settle = (run: () => R): void => this.exchange.bus.act(() => this.#settle(job, record, run), reference);
    const fail = (refusal: Refusal): void =>
      settle(() => {
        throw refusal;
      });
    if (concerns(this.faults.refuse, job.command)) fail(new Refusal('refused'));
    else if (job.needsToken && job.end.agent) {
      const again = (): void => this.#arrive({ ...job, needsToken: false }, record, reference);
      job.end.token.admit({ run: again, fail: () => fail(new Refusal('token-invalid')) });
    } else settle(job.run);
  }

  /** Carries it out and answers once, or as the faults will have it. */
  #settle<R>({ command, callbacks, failure }: Job<R>, record: RequestRecord, run: () => R): void {
    let respond: () => void;
    try {
      const result = run();
      this.#note(record, { outcome: 'success' });
      respond = () => callbacks.success?.(result);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      this.#note(record, { outcome: 'error', errorCode: refusal.code });
      respond = () => callbacks.error?.(failures[failure](refusal));
    }
    if (concerns(this.faults.drop, command)) return;
    this.exchange.bus.answer(respond);
    if (concerns(this.faults.twice, command)) this.exchange.bus.answer(respond);
  }

  #note(record: RequestRecord, outcome: Pick<RequestRecord, 'outcome' | 'errorCode'>): void {
    this.#log = this.#log.map((each) => (each === record ? { ...record, ...outcome } : each));
  }
}
