import { expect } from '@open-wc/testing';
import fc from '../../support/fast-check.js';
import { CallCentre, ManualClock, type RecordedEntry, type ReplayOptions } from '../../../src/sandbox/index.js';
import type { SdkListener } from '../../../src/sdk/index.js';
import { AgentSession, type Diagnostics } from '../../../src/session/index.js';
import { createDiagnostics, Redactor } from '../../../src/session/event-log/index.js';
import type { AgentState } from '../../../src/state/index.js';
import { startSession, turn } from '../../support/session.js';
import { FakeSdk } from '../../support/fake-sdk.js';

/** A phone on a call centre of its own. */
class Desk {
  readonly clock = new ManualClock();
  readonly centre = new CallCentre({ clock: this.clock });
  readonly session: AgentSession;
  /** Every state since the start. */
  readonly states: AgentState[] = [];
  #listener: SdkListener = () => undefined;

  constructor() {
    sessionStorage.clear();
    const sdk = new this.centre.SobotClient.agent();
    const on = sdk.on.bind(sdk);
    sdk.on = (event, listener) => {
      if (event === 'EventAgentAll') this.#listener = listener;
      return on(event, listener);
    };
    const { token, ...init } = this.centre.credentials;
    this.session = new AgentSession({
      sdk: () => Promise.resolve(sdk),
      token: () => Promise.resolve(token),
      init: { ...init, agentType: '0' },
    });
  }

  async start(): Promise<this> {
    const started = this.session.start();
    while (this.session.state.phase !== 'ready') await this.pass(50);
    await started;
    this.session.subscribe((state) => this.states.push(state));
    return this;
  }

  async pass(ms: number): Promise<void> {
    this.clock.advance(ms);
    await turn();
  }

  /** What only the vendor's cloud says. */
  hear(messageID: string): void {
    this.#listener({ messageID, callID: this.session.state.call?.id ?? '' });
  }

  /** Whatever becomes of it. */
  async run(command: Parameters<AgentSession['execute']>[0], params = {}): Promise<void> {
    const done = this.session.execute(command, params).catch(() => undefined);
    await this.pass(50);
    await done;
  }

  record(masks = false): Diagnostics {
    const { journal, state } = this.session;
    const redactor = new Redactor((text) => journal.redactTokens(text), masks);
    return JSON.parse(
      JSON.stringify(createDiagnostics(journal, state, { redactor, settings: {}, kit: 'test' })),
    ) as Diagnostics;
  }

  replay(log: unknown, options?: ReplayOptions): Promise<void> {
    return this.centre.replay(log, {
      speed: Infinity,
      command: (name, params) => this.session.execute(name, params),
      ...options,
    });
  }

  close(): void {
    this.session.stop();
  }
}

/** Without the moments at which it happened. */
const plain = (states: readonly AgentState[]): string[] =>
  states.map((state) => JSON.stringify(state, (_, value: unknown) => (Number(value) > 1e11 ? 'a moment' : value)));

const steps = {
  customer: (desk) => void desk.centre.customerCalls({ number: '5550199' }),
  answer: (desk) => desk.run('answer'),
  dial: (desk) => desk.run('makeCall', { otherDN: '5550100' }),
  hold: (desk) => desk.run('holdCall'),
  retrieve: (desk) => desk.run('retrieveCall'),
  mute: (desk) => desk.run('muteCall'),
  refused: async (desk) => {
    desk.centre.faults.refuse = '*';
    await desk.run('holdCall');
    desk.centre.faults.refuse = [];
  },
  consult: (desk) => desk.run('initiateConsult', { targetType: '0', target: '1002' }),
  outside: (desk) => desk.run('initiateConsult', { targetType: '1', target: '5550100' }),
  colleague: (desk) => void desk.centre.colleagueAnswers(),
  back: (desk) => desk.run('retrieveConsult'),
  conference: (desk) => desk.run('consultConference'),
  transfer: (desk) => desk.run('consultTransfer'),
  unknown: (desk) => desk.hear('EventSomethingNew'),
  query: (desk) => desk.run('queryStates'),
  leave: (desk) => void desk.centre.customerHangsUp(),
  hangUp: (desk) => desk.run('hangup'),
  finish: (desk) => desk.run('completeACW'),
  busy: (desk) => desk.run('notReady', { reasonCode: 11 }),
  ready: (desk) => desk.run('ready'),
  wait: (desk) => desk.pass(3000),
} satisfies Record<string, (desk: Desk) => Promise<void> | void>;

type Step = keyof typeof steps;

async function recorded(script: readonly Step[]): Promise<Desk> {
  const desk = await new Desk().start();
  await desk.run('login', { phoneType: 'sip', bindExt: '1100', agentState: '1' });
  for (const step of script) {
    await steps[step](desk);
    await turn();
  }
  return desk;
}

async function seenAgain(script: readonly Step[]): Promise<void> {
  const first = await recorded(script);
  const log = first.record();
  first.close();
  const second = await new Desk().start();
  await second.replay(log);
  await turn();
  expect(plain(second.states)).to.deep.equal(plain(first.states.slice(0, -1)));
  second.close();
}

describe('the replay of a log', () => {
  it('goes through the same states: a consultation, an unknown event, an error', () =>
    seenAgain([
      'customer',
      'answer',
      'unknown',
      'refused',
      'consult',
      'colleague',
      'wait',
      'conference',
      'hangUp',
      'finish',
    ]));

  it('goes through the same states, whatever happened', async () => {
    const names = Object.keys(steps) as Step[];
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...names), { maxLength: 14 }), seenAgain), {
      numRuns: 25,
    });
  });

  it('goes through the same words with masked numbers', async () => {
    const first = await recorded(['dial', 'wait', 'hold', 'hangUp']);
    const log = first.record(true);
    expect(JSON.stringify(log)).to.not.contain('5550100');
    first.close();
    const second = await new Desk().start();
    await second.replay(log);
    await turn();
    const words = (desk: Desk): unknown[] => desk.states.map(({ call, presence }) => [call?.state, presence.status]);
    expect(words(second)).to.deep.equal(words(first).slice(0, -1));
    expect(second.states.find(({ call }) => call)?.call?.number).to.equal('0010100');
    second.close();
  });

  const at = 1_700_000_000_000;
  const message = (ms: number, name: string): RecordedEntry => ({
    at: at + ms,
    kind: 'message',
    name,
    data: { messageID: name },
  });
  const file = (...entries: RecordedEntry[]): object => ({ format: 'sobot-elements-diagnostics', version: 1, entries });

  describe('of a log by hand', () => {
    let desk: Desk;
    let heard: string[];

    beforeEach(async () => {
      desk = await new Desk().start();
      heard = [];
      desk.session.target.addEventListener('sobot-event', (event) => {
        heard.push((event as CustomEvent<{ messageID: string }>).detail.messageID);
      });
    });

    afterEach(() => desk.close());

    it('keeps the distances, at the speed that is asked for', async () => {
      const done = desk.replay(file(message(0, 'A'), message(1000, 'B'), message(3000, 'C')), { speed: 2 });
      await turn();
      expect(heard).to.deep.equal(['A']);
      await desk.pass(499);
      expect(heard).to.deep.equal(['A']);
      await desk.pass(1);
      expect(heard).to.deep.equal(['A', 'B']);
      await desk.pass(1000);
      await done;
      expect(heard).to.deep.equal(['A', 'B', 'C']);
    });

    it('takes the text of the file, and tells how far it is', async () => {
      const told: number[] = [];
      await desk.replay(JSON.stringify(file(message(0, 'A'))), { progress: (played, all) => told.push(played, all) });
      expect(told).to.deep.equal([0, 1, 1, 1]);
    });

    it('can be stopped', async () => {
      const stop = new AbortController();
      const done = desk.replay(file(message(0, 'A'), message(1000, 'B')), { speed: 1, signal: stop.signal });
      await turn();
      stop.abort(new Error('enough'));
      expect(await failed(done)).to.equal('enough');
      await desk.pass(2000);
      expect(heard).to.deep.equal(['A']);
      await desk.replay(file(message(0, 'C')));
      expect(heard).to.deep.equal(['A', 'C']);
    });

    it('gives commands that are sent meanwhile their recorded answers, and the others none', async () => {
      const log = file(
        { at, kind: 'command', name: 'queryStates', request: 1, data: {} },
        {
          at: at + 10,
          kind: 'answer',
          name: 'queryStates',
          request: 1,
          outcome: 'success',
          duration: 10,
          data: { nr: 1 },
        },
        { at: at + 20, kind: 'command', name: 'holdCall', request: 2, data: {} },
        {
          ...{ at: at + 30, kind: 'answer', name: 'holdCall', request: 2, outcome: 'command', duration: 10 },
          data: { message: 'holdCall failed', code: '7', cause: { errorCode: '7', errorMessage: 'no call' } },
        },
        message(5000, 'Z'),
      );
      const done = desk.replay(log, { speed: 1, command: () => undefined });
      await desk.pass(100);
      for (const delay of [10, 10]) {
        const again = desk.session.execute('queryStates'); // before it is due, and again and again
        await desk.pass(delay);
        expect(await again).to.deep.equal({ nr: 1 });
      }
      const held = failed(desk.session.execute('holdCall'));
      await desk.pass(10);
      expect(await held).to.equal('holdCall failed: no call (code 7).');
      const dialled = failed(desk.session.execute('makeCall', { otherDN: '5550100' }));
      await desk.pass(10);
      expect(await dialled).to.contain('the log contains no makeCall');
      await desk.pass(5000);
      await done;
    });

    it('keeps the call centre itself silent meanwhile, and lets it speak again', async () => {
      await desk.run('login', { phoneType: 'sip', bindExt: '1100', agentState: '1' });
      heard.length = 0;
      const done = desk.replay(file(message(0, 'A'), message(1000, 'B')), { speed: 1 });
      desk.centre.customerCalls();
      await desk.pass(1000);
      await done;
      expect(heard).to.deep.equal(['A', 'B']);
      desk.centre.customerHangsUp();
      expect(heard).to.deep.equal(['A', 'B', 'EventReleased']);
    });

    const wrong: [string, unknown, RegExp][] = [
      ['a text that is no JSON', 'oops', /not JSON/],
      ['another file', { format: 'har' }, /its format is unknown/],
      ['nothing', null, /its format is unknown/],
      ['a later version', { ...file(), version: 2 }, /it has version 2, and 1 can be read/],
      ['a file without entries', { ...file(), entries: {} }, /it has no entries/],
      ['a broken entry', file({ at: Number.NaN, kind: 'message', name: 'A' }), /entry 1 is invalid/],
      ['a message without a message', file({ at, kind: 'message', name: 'A' }), /entry 1 is invalid/],
    ];
    for (const [what, log, why] of wrong) {
      it(`says what is wrong with ${what}`, async () => expect(await failed(desk.replay(log))).to.match(why));
    }

    it('plays one log at a time', async () => {
      const done = desk.replay(file(message(0, 'A'), message(1000, 'B')), { speed: 1 });
      expect(await failed(desk.replay(file()))).to.contain('Another log is being replayed');
      await desk.pass(1000);
      await done;
    });
  });

  it('needs a phone', async () => {
    expect(await failed(new CallCentre().replay(file()))).to.contain('No phone is connected');
  });

  it('reads what was recorded with another SDK', async () => {
    const { session, sdk } = await startSession({}, new FakeSdk());
    sdk.emit({ messageID: 'EventRinging', callID: 'c1', otherDN: 13512345678 });
    const redactor = new Redactor((text) => session.journal.redactTokens(text), false);
    const log = createDiagnostics(session.journal, session.state, { redactor, settings: {}, kit: 'test' });
    const desk = await new Desk().start();
    await desk.replay(log);
    expect(desk.session.state.call).to.deep.include({ id: 'c1', state: 'ringing', number: '13512345678' });
    desk.close();
    session.stop();
  });
});

const failed = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'it did not fail',
    (error: Error) => error.message,
  );
