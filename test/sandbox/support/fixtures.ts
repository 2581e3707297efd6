import type { CommandName, SdkMessage, SobotAgentSdk } from '../../../src/sdk/index.js';
import { CallCentre, type CallCentreOptions } from '../../../src/sandbox/call-centre.js';
import { ManualClock } from '../../../src/sandbox/model/clock.js';

export const LATENCY = 30;

export interface Answer {
  readonly kind: 'success' | 'error';
  readonly value: Record<string, unknown>;
}

/** One instance of the sandbox's SDK, and a record of its messages. */
export class TestClient {
  readonly sdk: SobotAgentSdk;
  readonly messages: SdkMessage[] = [];

  constructor(
    readonly centre: CallCentre,
    readonly clock: ManualClock,
  ) {
    this.sdk = new centre.SobotClient.agent();
    this.sdk.on('EventAgentAll', (message) => this.messages.push(message));
  }

  /** Sends a request without waiting; the answers appear in the list. */
  send(command: CommandName | 'initAgent', params: Record<string, unknown> = {}): Answer[] {
    const answers: Answer[] = [];
    const take = (kind: Answer['kind']) => (value: unknown) =>
      answers.push({ kind, value: value as Record<string, unknown> });
    const options = { ...params, success: take('success'), error: take('error') };
    if (command === 'initAgent') this.sdk.initAgent({ token: '', companyId: '', agent: '', ...options });
    else this.sdk[command](options);
    return answers;
  }

  /** Sends a request and moves time on to its answer. */
  ask(command: CommandName | 'initAgent', params: Record<string, unknown> = {}): Answer | undefined {
    const answers = this.send(command, params);
    this.clock.advance(LATENCY);
    return answers[0];
  }

  /** Asks for what must succeed. */
  get(command: CommandName | 'initAgent', params: Record<string, unknown> = {}): Record<string, unknown> {
    const answer = this.ask(command, params);
    if (answer?.kind !== 'success') throw new Error(`${command}: ${JSON.stringify(answer ?? 'no answer')}`);
    return answer.value;
  }

  /** Asks for what must be refused; gives the errorCode without its prefix. */
  refused(command: CommandName | 'initAgent', params: Record<string, unknown> = {}): unknown {
    const answer = this.ask(command, params);
    if (answer?.kind !== 'error') throw new Error(`${command}: ${JSON.stringify(answer ?? 'no answer')}`);
    return answer.value['errorCode'];
  }

  init(agent = '1005'): this {
    this.get('initAgent', { token: 'any', companyId: 'company', agent });
    return this;
  }

  login(params: Record<string, unknown> = {}): this {
    this.get('login', { phoneType: 'webrtc', bindExt: '', agentState: '1', ...params });
    return this;
  }

  /** A call to a customer who answers at once. */
  talk(): this {
    this.get('makeCall', { otherDN: '5550100' });
    this.clock.advance(0);
    return this;
  }

  get names(): string[] {
    return this.messages.map(({ messageID }) => messageID);
  }

  last(messageID: string): SdkMessage | undefined {
    return this.messages.findLast((message) => message.messageID === messageID);
  }

  clear(): this {
    this.messages.length = 0;
    return this;
  }
}

/** A call centre whose time the test moves, and the client of its first agent. */
export interface CallCentreFixture {
  readonly clock: ManualClock;
  readonly centre: CallCentre;
  readonly client: TestClient;
  /** Creates a further client of the same call centre. */
  another(): TestClient;
}

/** Creates a call centre with a client that is not initialized. */
export function createCallCentre(options: CallCentreOptions = {}): CallCentreFixture {
  const clock = new ManualClock();
  const centre = new CallCentre({ clock, ...options });
  return { clock, centre, client: new TestClient(centre, clock), another: () => new TestClient(centre, clock) };
}

/** Creates a call centre with an agent who is logged in and ready, and an empty record of messages. */
export function onDuty(options: CallCentreOptions = {}, login: Record<string, unknown> = {}): CallCentreFixture {
  const set = createCallCentre(options);
  set.client.init().login(login).clear();
  return set;
}
