import { expect } from '@open-wc/testing';
import fc, { seed } from '../support/fast-check.js';
import { events, SobotError } from '../../src/sdk/index.js';
import { expectConsistent, Facts } from '../support/invariants.js';
import { type SessionFixture, startSession, turn } from '../support/session.js';
import { scripts, type SdkCall } from '../support/fake-sdk.js';
import { exampleParams, methodNames, type VendorMethod } from '../support/vendor-methods.js';

const RUNS = 520;
const STEPS = 100;
const COMMAND_TIMEOUT = 8;

/** A run that is under way. */
interface World extends SessionFixture {
  readonly facts: Facts;
  readonly unanswered: SdkCall[];
  readonly settled: Promise<void>[];
  /** Of the call that goes on. */
  serial: number;
}

type Step = { does: string; run: (world: World) => void | Promise<void> };

/** Which call a message speaks of, seen from the one that is going on. */
const whose = ['this', 'this', 'last', 'other', 'next'];
const id = fc.constantFrom(...whose, '', undefined);
const junk = fc.anything({ maxDepth: 2, withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });

const fields = fc.record(
  {
    callID: id,
    otherDN: fc.constantFrom('555', '1002', '', 7),
    thirdDN: fc.constantFrom('555', '1003'),
    callType: fc.constantFrom('Inbound', 'Outbound', 'Consult', 'consult ', 'Other', 'constructor'),
    thisDNRole: fc.constantFrom('ConsultBy', 9, '1', 'Origination', null),
    attachedData: fc.oneof(fc.constant('{"a":{"b":1}}'), fc.constant({ a: { c: [1] } }), junk),
    wrapUpEndTimestamp: fc.constantFrom(Date.now() + 60_000, '1', null),
    agentState: fc.constantFrom('0', '1', '2', 2, '9', ''),
    reasonCode: fc.constantFrom(0, 2, '11', 98, 77),
    ping: fc.constantFrom(20, '30', -1, 'x'),
    quality: fc.constantFrom('a', 'e', 'z'),
    agentStateInfo: fc.record({
      agentState: fc.constantFrom('1', '2', '7'),
      workStatus: fc.constantFrom('talking', 'holding', 'sorting', 'ringing', '1', '7', undefined),
      workStatusTimestamp: fc.constantFrom(Date.now() - 60_000, Date.now() + 60_000, 'x'),
    }),
    workStatusInfo: fc.option(
      fc.record({
        callID: fc.constantFrom('c1', 'c5', '', undefined),
        callType: fc.constantFrom('Inbound', 'Outbound'),
      }),
    ),
  },
  { requiredKeys: [] },
);

const known = fc
  .tuple(fc.constantFrom(...Object.keys(events)), fields)
  .map(([messageID, rest]): unknown => ({ messageID, ...rest }));
/** The vendor's own times decide whether a message of a call that is over came late. */
const sent = fc.constantFrom(undefined, undefined, -60_000, 0, 5_000);
const call = fc
  .tuple(
    fc.constantFrom('EventRinging', 'EventDialing', 'EventEstablished', 'EventReleased', 'EventAgentHoldCall'),
    fc.constantFrom(...whose),
    sent,
  )
  .map(([messageID, callID, age]): unknown => ({
    messageID,
    callID,
    ...(age === undefined ? undefined : { creationTime: Date.now() + age }),
  }));
const anyMessage = fc.oneof(
  { weight: 4, arbitrary: call },
  { weight: 4, arbitrary: known },
  { weight: 1, arbitrary: fields.map((rest): unknown => ({ messageID: 'EventOfTomorrow', ...rest })) },
  { weight: 1, arbitrary: junk },
);
const via = fc.constantFrom('EventAgentAll', 'EventAgentAll', 'EventAgentAll', 'EventJanusLatency');

/** The message with the id of the call that it means. */
function addressed(world: World, message: unknown): unknown {
  if (typeof message !== 'object' || message === null || !('callID' in message)) return message;
  if (message.callID === 'next') world.serial += 1;
  const ids: Record<string, string> = {
    this: `c${world.serial}`,
    next: ` c${world.serial} `,
    last: `c${world.serial - 1}`,
    other: `other${world.serial}`,
  };
  return { ...message, callID: ids[String(message.callID)] ?? message.callID };
}

const emitted = fc.tuple(anyMessage, via).map(([message, subscription]): Step => {
  const does = `${subscription}: ${fc.stringify(message)}`;
  return { does, run: (world) => world.sdk.emit(addressed(world, message), subscription) };
});

/** Runs a command and waits for nothing; that its promise ends is looked at later. */
function ask({ session, settled }: World, name: VendorMethod, params: Record<string, unknown>): void {
  const promise = session.execute(name, params);
  settled.push(
    promise.then(
      () => undefined,
      (error: unknown) => expect(error).to.be.instanceOf(SobotError) as unknown as void,
    ),
  );
}

const script = fc.constantFrom(...(Object.keys(scripts) as (keyof typeof scripts)[]));
const params = fc.oneof(
  { weight: 5, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.dictionary(fc.constantFrom('otherDN', 'reasonCode', 'delayTime', 'x'), junk) },
);
const calling = fc.constantFrom<VendorMethod>(
  'makeCall',
  'answer',
  'hangup',
  'holdCall',
  'retrieveCall',
  'initiateConsult',
);
const asked = fc
  .tuple(fc.oneof(calling, fc.constantFrom(...methodNames)), params, script)
  .map(([name, given, how]): Step => ({
    does: `${name}(${fc.stringify(given)}) -> ${how}`,
    run: (world) => {
      world.sdk.all = (sent) => {
        if (how === 'never') world.unanswered.push(sent);
        return scripts[how](sent);
      };
      ask(world, name, given ?? { ...exampleParams[name] });
    },
  }));

const answered = fc
  .tuple(fc.nat(), fc.boolean(), fc.oneof(fc.constant({ status: 'success' }), junk))
  .map(([index, succeeds, result]): Step => ({
    does: `answer ${index} ${succeeds ? 'success' : 'error'} ${fc.stringify(result)}`,
    run: ({ unanswered }) => {
      const sent = unanswered[index % unanswered.length];
      if (succeeds) sent?.success(result);
      else sent?.error(result);
    },
  }));

const reentrant = fc.tuple(anyMessage, fc.constantFrom(...methodNames)).map(([message, name]): Step => ({
  does: `the next message makes the page ask ${name} and the SDK say ${fc.stringify(message)}`,
  run: (world) => {
    const listener = (): void => {
      ask(world, name, { ...exampleParams[name] });
      world.sdk.emit(addressed(world, message));
    };
    world.events.addEventListener('sobot-event', listener, { once: true });
  },
}));

/** The page's own notes; the form of the kit writes them in the same way. */
const written = fc.constantFrom('', 'sold').map((notes): Step => ({
  does: `notes "${notes}"`,
  run: ({ session }) => session.saveDraft({ notes, disposition: '' }),
}));

const waited: Step = { does: 'time passes', run: turn };
const others: Step[] = [
  { does: 'offline', run: () => void window.dispatchEvent(new Event('offline')) },
  { does: 'online', run: () => void window.dispatchEvent(new Event('online')) },
  {
    does: 'stop and start',
    run: async ({ session }) => {
      session.stop();
      await session.start();
    },
  },
];

const step = fc.oneof(
  { weight: 10, arbitrary: emitted },
  { weight: 7, arbitrary: asked },
  { weight: 3, arbitrary: answered },
  { weight: 1, arbitrary: reentrant },
  { weight: 1, arbitrary: written },
  { weight: 1, arbitrary: fc.constantFrom(waited, ...others) },
);
const runs = fc.array(step, { maxLength: STEPS, size: 'max' });

describe('whatever happens, in whatever order', () => {
  const escaped: unknown[] = [];
  const note = (event: ErrorEvent | PromiseRejectionEvent): void => {
    escaped.push('reason' in event ? event.reason : event.error);
  };
  before(() => {
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
  });
  after(() => {
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
  });

  it('the phone stays consistent, and nothing hangs', async () => {
    let steps = 0;
    let agents = 0;
    let calls = 0;
    const property = fc.asyncProperty(runs, async (plan) => {
      // Another agent for each run: what the page knows of the calls of one outlives a session.
      const init = { companyId: 'company', agent: `agent-${(agents += 1)}` };
      const fixture = await startSession({ commandTimeout: COMMAND_TIMEOUT, init });
      const world: World = { ...fixture, facts: new Facts(), unanswered: [], settled: [], serial: 1 };
      const check = (): void => {
        for (const event of fixture.events.events) world.facts.hear(event);
        fixture.events.clear();
        expectConsistent(fixture.session.state);
        expect(escaped).to.deep.equal([]);
      };
      try {
        for (const { run } of plan) {
          await run(world);
          check();
          await Promise.resolve();
          steps += 1;
        }
        check();
        await Promise.all(world.settled);
        await turn();
        expect(fixture.session.state.pending).to.deep.equal([]);
        check();
        calls += fixture.session.state.callCount;
      } finally {
        fixture.session.stop();
      }
    });
    await fc.assert(property, {
      numRuns: RUNS,
      reporter: ({ failed, ...details }) => {
        if (failed) throw new Error(explain(seed, details));
      },
    });
    console.log(`model: ${steps} steps, ${calls} calls, seed ${seed}`);
    expect(steps).to.be.at.least(20_000);
    expect(calls).to.be.at.least(1000);
  });
});

/** The shortest sequence that fails, readable. */
function explain(
  seed: number,
  { counterexample, errorInstance }: { counterexample: unknown; errorInstance?: unknown },
): string {
  const [plan = []] = (counterexample ?? []) as [{ does: string }[]?];
  const why = errorInstance instanceof Error ? errorInstance.stack : String(errorInstance);
  return [`seed ${seed}`, why, ...plan.map(({ does }) => does)].join('\n');
}
