import { expect } from '@open-wc/testing';
import { commandNames, isQuery, type CommandName, type SdkMessage, type SobotAgentSdk } from '../../src/sdk/index.js';

/** An SDK to hold against the document, whoever made it. */
export interface Subject {
  readonly sdk: SobotAgentSdk;
  readonly credentials: { readonly token: string; readonly companyId: string; readonly agent: string };
  /** How to log in; without it the agent's state is left alone. */
  readonly login?: Readonly<Record<string, unknown>>;
  /** Somebody to talk to, and a third party; without them, no call is made. Needs `login`. */
  readonly calls?: {
    /** Brings a call that rings at the agent. */
    ring(): Promise<void>;
    /** Whom the agent consults, and transfers to. */
    readonly target: { readonly targetType: string; readonly target: string };
    /** That party answers. */
    answer(): Promise<void>;
    /** And hangs up, whatever its call is. */
    hangUp(): Promise<void>;
  };
  /** Waits long enough for every answer and message that is under way. */
  settle(): Promise<void>;
}

interface Answer {
  readonly kind: 'success' | 'error';
  readonly value: unknown;
}

const noTarget = { targetAgentID: 'nobody-has-this-number' };

/** Commands that must fail without a call, without after-call work or without such an agent, so they are safe to send. */
const expectedToFail: Partial<Record<CommandName, Readonly<Record<string, unknown>>>> = {
  answer: {},
  rejectCall: {},
  hangup: {},
  holdCall: {},
  retrieveCall: {},
  muteCall: {},
  unmute: {},
  singleTransfer: { targetType: '0', target: '0' },
  initiateConsult: { targetType: '0', target: '0' },
  cancelConsult: {},
  retrieveConsult: {},
  consultTransfer: {},
  consultConference: {},
  sendSatisfy: {},
  sendDtmf: { dtmfDigits: '1' },
  delayACW: { delayTime: 30 },
  completeACW: {},
  completeACWToBusy: {},
  forceLogout: noTarget,
  forceBusy: noTarget,
  forceReady: noTarget,
};

/** The list in a query's result, and what each row must have. */
const lists: Partial<Record<CommandName, readonly [list: string, ...fields: string[]]>> = {
  queryStates: ['states', 'code', 'name'],
  queryPhoneType: ['phoneTypes', 'phoneType'],
  queryUnusedExts: ['exts', 'ext'],
  queryAgentJoinedQueues: ['queues', 'queueID', 'queueName'],
  queryAgentLoginInfo: ['phoneTypes', 'phoneType'],
  queryRoutes: ['explicitRule', 'code', 'name', 'hasSet'],
  queryQueues: ['queues', 'queueCode', 'queueName', 'readyMembers'],
  queryAgents: ['agents', 'agentUUID', 'agentID', 'agentName', 'agentState', 'workStatus'],
  queryCountsInQueue: ['queues', 'queueID', 'queueName', 'count'],
};

/** The same cases against any SDK object: what the document promises, and nothing that it doesn't. */
export function contractSuite(name: string, makeSubject: () => Promise<Subject>): void {
  describe(`contract: ${name}`, () => {
    let subject: Subject;

    async function ask(
      command: CommandName | 'initAgent',
      params: Readonly<Record<string, unknown>>,
    ): Promise<Answer[]> {
      const answers: Answer[] = [];
      const success = (value: unknown): void => void answers.push({ kind: 'success', value });
      const error = (value: unknown): void => void answers.push({ kind: 'error', value });
      const { sdk, credentials } = subject;
      if (command === 'initAgent') sdk.initAgent({ ...credentials, ...params, success, error });
      else sdk[command]({ ...params, success, error });
      await subject.settle();
      return answers;
    }

    async function succeeds(command: CommandName, params: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
      const answers = await ask(command, params);
      expect(answers, command).to.have.length(1);
      expect(answers[0]?.kind, `${command}: ${JSON.stringify(answers)}`).to.equal('success');
      return answers[0]?.value;
    }

    before(async () => {
      subject = await makeSubject();
    });

    it('has every method of the document', () => {
      for (const method of ['initAgent', 'on', 'off', ...commandNames] as const) {
        expect(subject.sdk[method], method).to.be.a('function');
      }
    });

    it('chains on and off', () => {
      const { sdk } = subject;
      const listener = (): void => {};
      expect(sdk.on('EventAgentReady', listener)).to.equal(sdk);
      expect(sdk.off('EventAgentReady', listener)).to.equal(sdk);
      expect(sdk.off('EventAgentReady')).to.equal(sdk);
    });

    it('answers initAgent once, with success', async () => {
      const answers = await ask('initAgent', { agentType: '0', allowStorageListen: false });
      expect(answers.map(({ kind }) => kind)).to.deep.equal(['success']);
      expect(answers[0]?.value).to.include({ status: 'success' });
    });

    for (const command of commandNames.filter(isQuery)) {
      it(`answers ${command} once, with the documented fields`, async () => {
        const result = await succeeds(command, command === 'queryAgents' ? { agentState: -1 } : {});
        const [list, ...fields] = lists[command] ?? [];
        if (!list) return;
        expect(result).to.have.property(list).that.is.an('array');
        const rows: unknown = Reflect.get(Object(result), list);
        for (const row of Array.isArray(rows) ? rows : []) expect(row).to.include.keys(fields);
      });
    }

    for (const [command, params] of Object.entries(expectedToFail) as [CommandName, Record<string, unknown>][]) {
      it(`answers ${command} once, with an error, where it can't be done`, async () => {
        const answers = await ask(command, params);
        expect(answers.map(({ kind }) => kind)).to.deep.equal(['error']);
        expect(answers[0]?.value).to.include({ status: 'error' });
      });
    }

    it('logs in, is occupied and ready by messages to both kinds of subscription, and logs out', async function () {
      const { sdk, login } = subject;
      if (!login) return this.skip();
      const all: SdkMessage[] = [];
      const ready: SdkMessage[] = [];
      const later: SdkMessage[] = [];
      const collectLater = (message: SdkMessage): void => void later.push(message);
      sdk.on('EventAgentAll', (message) => all.push(message));
      sdk.on('EventAgentReady', (message) => ready.push(message));
      sdk.on('EventAgentReady', collectLater);
      const result = await succeeds('login', { agentState: '2', ...login });
      expect(result).to.include.keys('agentState', 'phoneType', 'bindExt');
      await succeeds('notReady', { reasonCode: 11 });
      expect(all.map(({ messageID }) => messageID)).to.include('EventAgentNotReady');
      await succeeds('ready');
      expect(ready).to.have.length(1);
      expect(later).to.have.length(1);
      expect(all.filter(({ messageID }) => messageID === 'EventAgentReady')).to.have.length(1);
      sdk.off('EventAgentReady', collectLater);
      await succeeds('notReady', { reasonCode: 2 });
      await succeeds('ready');
      expect(ready).to.have.length(2);
      expect(later).to.have.length(1);
      sdk.off('EventAgentReady');
      sdk.off('EventAgentAll');
      await succeeds('logout');
    });

    it('consults, cancels, comes back, confers and transfers, with messages of every change', async function () {
      const { sdk, login, calls } = subject;
      if (!login || !calls) return this.skip();
      let said: string[] = [];
      sdk.on('EventAgentAll', ({ messageID }) => said.push(messageID));
      const tells = async (command: CommandName, params: object, ...messages: string[]): Promise<void> => {
        said = [];
        await succeeds(command, { ...params });
        expect(said, command).to.include.members(messages);
      };
      const consult = async (): Promise<void> => {
        await tells('initiateConsult', calls.target, 'EventAgentHoldCall', 'EventDialing');
        said = [];
        await calls.answer();
        await subject.settle();
        expect(said).to.include('EventEstablished');
      };
      const talk = async (): Promise<void> => {
        await calls.ring();
        await subject.settle();
        await succeeds('answer');
      };
      const back = ['EventReleased', 'EventAgentRetrieveCall'];

      await succeeds('login', { agentState: '1', ...login });
      await talk();
      await tells('initiateConsult', calls.target, 'EventAgentHoldCall', 'EventDialing');
      await tells('cancelConsult', {}, ...back);
      await consult();
      await tells('retrieveConsult', {}, ...back);
      await consult();
      await tells('consultConference', {}, 'EventPartyAdded');
      await tells('hangup', {}, 'EventReleased');
      await calls.hangUp();
      await tells('ready', {}, 'EventAgentReady');
      for (const act of [
        async () => {
          await consult();
          await tells('consultTransfer', {}, 'EventReleased');
        },
        () => tells('singleTransfer', calls.target, 'EventReleased'),
      ]) {
        await talk();
        await act();
        await calls.hangUp();
        for (const command of ['hangup', 'retrieveConsult', 'singleTransfer'] as const) {
          expect((await ask(command, calls.target)).map(({ kind }) => kind)).to.deep.equal(['error']);
        }
        await succeeds('ready');
      }
      sdk.off('EventAgentAll');
      await succeeds('logout');
    });
  });
}
