import { expect } from '@open-wc/testing';
import type { AgentSession } from '../../src/session/index.js';
import { failure, type SessionFixture, startSession, turn } from '../support/session.js';
import { type Script, scripts } from '../support/fake-sdk.js';
import { exampleParams, methodNames, type VendorMethod } from '../support/vendor-methods.js';

type Outcome = { result: unknown } | { kind: string; message: string; code?: string };

/** What an SDK does, and how the promise ends; `…` stands for the command. */
const answers: Record<string, { script: Script; ends: Outcome }> = {
  'a success': { script: scripts.success, ends: { result: { status: 'success' } } },
  'a success without a result': { script: (sent) => queueMicrotask(sent.success), ends: { result: undefined } },
  'an error with code and reason': {
    script: scripts.error,
    ends: { kind: 'command', message: '… failed: not allowed (code 4711).', code: '4711' },
  },
  'an error with `message`': {
    script: scripts.errorMessageOnly,
    ends: { kind: 'command', message: '… failed: not allowed.' },
  },
  'an error that is a text': {
    script: (sent) => queueMicrotask(() => sent.error(' busy ')),
    ends: { kind: 'command', message: '… failed: busy.' },
  },
  'an error with a number as code': {
    script: (sent) => queueMicrotask(() => sent.error({ errorCode: 17 })),
    ends: { kind: 'command', message: '… failed: the SDK gave no reason (code 17).', code: '17' },
  },
  'an error that says nothing': {
    script: (sent) => queueMicrotask(() => sent.error()),
    ends: { kind: 'command', message: '… failed: the SDK gave no reason.' },
  },
  'an exception': { script: scripts.throws, ends: { kind: 'command', message: '… failed: boom.' } },
  'a promise that fails': { script: scripts.rejects, ends: { kind: 'command', message: '… failed: boom.' } },
  'a thenable that fails': {
    script: () => ({ then: (_: unknown, reject: (cause: unknown) => void) => reject('no line') }),
    ends: { kind: 'command', message: '… failed: no line.' },
  },
  'the success twice': { script: scripts.twice, ends: { result: { status: 'success', nr: 1 } } },
  'success, then error': { script: scripts.both, ends: { result: { status: 'success' } } },
  'error, then success': {
    script: scripts.bothErrorFirst,
    ends: { kind: 'command', message: '… failed: not allowed.' },
  },
  'a success before the method returns': { script: scripts.sync, ends: { result: { status: 'success' } } },
  'an error before the method returns': {
    script: scripts.syncError,
    ends: { kind: 'command', message: '… failed: not allowed.' },
  },
  'a success, then an exception': {
    script: (sent) => {
      sent.success({ status: 'success' });
      throw new Error('too late');
    },
    ends: { result: { status: 'success' } },
  },
  silence: {
    script: scripts.never,
    ends: { kind: 'timeout', message: '…: the SDK did not answer within 0 s. Look at the state, then try again.' },
  },
};

const run = (session: AgentSession, name: VendorMethod): Promise<unknown> =>
  (session[name] as (params?: unknown) => Promise<unknown>)(exampleParams[name]);

/** How often each promise ends, and how. */
async function outcome(promise: Promise<unknown>): Promise<Outcome> {
  try {
    return { result: await promise };
  } catch (error) {
    const { kind, message, code, command } = error as Outcome & { command: string } & {
      kind: string;
      message: string;
      code?: string;
    };
    return { kind, message: message.replace(command, '…'), ...(code && { code }) };
  }
}

const isQuery = (name: string): boolean => name.startsWith('query');

describe('every command of the document', () => {
  let unhandled: unknown[];
  const note = (event: PromiseRejectionEvent | ErrorEvent): void => {
    unhandled.push('reason' in event ? event.reason : event.error);
  };
  beforeEach(() => {
    unhandled = [];
    addEventListener('unhandledrejection', note);
    addEventListener('error', note);
  });
  afterEach(() => {
    removeEventListener('unhandledrejection', note);
    removeEventListener('error', note);
    expect(unhandled).to.deep.equal([]);
  });

  for (const [what, { script, ends }] of Object.entries(answers)) {
    it(`ends once, and is pending until then, on ${what}`, async () => {
      const { session, sdk, events } = await startSession({ commandTimeout: 20 });
      sdk.all = script;
      const walk = methodNames.map(async (name) => {
        const promise = run(session, name);
        expect(session.state.pending, name).to.include(name);
        expect(await outcome(promise), name).to.deep.equal(ends);
        await turn();
        expect(session.state.pending, name).not.to.include(name);
      });
      expect(sdk.sent.map(({ method }) => method)).to.deep.equal(methodNames);
      await Promise.all(walk);
      expect(session.state.pending).to.deep.equal([]);
      const failed = events.details('sobot-command-error').map(({ command }) => command as string);
      expect(failed).to.have.members('kind' in ends ? methodNames : []);
    });
  }

  it('fails where the SDK has no such method', async () => {
    const { session, sdk } = await startSession({ commandTimeout: 20 });
    for (const name of methodNames) {
      Reflect.deleteProperty(sdk.api, name);
      const error = await failure(run(session, name));
      expect([error.kind, error.command, error.message]).to.deep.equal([
        'command',
        name,
        `${name} failed: this SDK has no such method.`,
      ]);
      expect(session.state.pending).to.deep.equal([]);
    }
  });

  it('is refused, and says so, while there is no SDK', async () => {
    const { session, events, sdk } = await startSession();
    session.stop();
    events.clear();
    for (const name of methodNames) {
      const error = await failure(run(session, name));
      expect([error.kind, error.command]).to.deep.equal(['refused', name]);
    }
    expect(sdk.sent).to.deep.equal([]);
    expect(events.names).to.deep.equal(methodNames.map(() => 'sobot-command-error'));
  });

  it('is announced before it is sent, unless it only asks', async () => {
    const { session, sdk, events } = await startSession();
    sdk.all = scripts.success;
    events.addEventListener('sobot-command', (event) => {
      const { command, source } = (event as CustomEvent<{ command: string; source: unknown }>).detail;
      sdk.log.push(`sobot-command ${command} from ${String(source)}`);
    });
    for (const name of methodNames) await run(session, name);
    expect(sdk.log).to.deep.equal(
      methodNames.flatMap((name) => (isQuery(name) ? [name] : [`sobot-command ${name} from null`, name])),
    );
  });

  it('tells every failure, with what was asked for', async () => {
    const { session, sdk, events } = await startSession({ commandTimeout: 20 });
    const seen = async (promise: Promise<unknown>): Promise<unknown[]> => {
      events.clear();
      const error = await failure(promise);
      const [detail] = events.details('sobot-command-error');
      expect(events.of('sobot-command-error')).to.have.length(1);
      expect(detail.error).to.equal(error);
      return [detail.command, detail.params, error.kind];
    };
    expect(await seen(session.delayACW({ delayTime: 20 }))).to.deep.equal(['delayACW', { delayTime: 20 }, 'invalid']);
    expect(await seen(session.answer())).to.deep.equal(['answer', {}, 'timeout']);
    sdk.all = scripts.error;
    expect(await seen(session.answer())).to.deep.equal(['answer', {}, 'command']);
    events.addEventListener('sobot-command', (event) => event.preventDefault(), { once: true });
    expect(await seen(session.answer())).to.deep.equal(['answer', {}, 'vetoed']);
    sdk.all = scripts.never;
    const displaced = seen(session.answer());
    sdk.emit({ messageID: 'EventAgentConnectionChanged' });
    expect(await displaced).to.deep.equal(['answer', {}, 'displaced']);
    const stopped = seen(session.answer());
    session.stop();
    expect(await stopped).to.deep.equal(['answer', {}, 'disconnected']);
    expect(await seen(session.answer())).to.deep.equal(['answer', {}, 'refused']);
    expect(await seen(session.execute('fly' as never))).to.deep.equal(['fly', {}, 'invalid']);
  });

  it('takes an answer that comes after the waiting for what it is', async () => {
    const { session, sdk } = await startSession({ commandTimeout: 20 });
    expect((await failure(session.makeCall({ otherDN: '555' }))).kind).to.equal('timeout');
    expect(session.state.call).to.equal(null);
    sdk.last().success({ status: 'success' });
    expect(session.state.call).to.deep.include({ number: '555', state: 'dialing', type: 'outbound' });
    expect(session.state.pending).to.deep.equal([]);
    const before = session.state;
    sdk.last().success({ status: 'success' });
    sdk.last().error({ status: 'error' });
    expect(session.state, 'only the first time').to.equal(before);
  });

  it('counts each request of its own, when the same is asked twice', async () => {
    const { session, sdk } = await startSession();
    const both = [session.queryStates(), session.queryStates()];
    expect(session.state.pending).to.deep.equal(['queryStates', 'queryStates']);
    sdk.sent[1]?.success({ nr: 2 });
    expect(await both[1]).to.deep.equal({ nr: 2 });
    expect(session.state.pending).to.deep.equal(['queryStates']);
    sdk.sent[0]?.success({ nr: 1 });
    expect(await both[0]).to.deep.equal({ nr: 1 });
    expect(session.state.pending).to.deep.equal([]);
  });

  it('has told the state before its promise is fulfilled', async () => {
    const { session, sdk }: SessionFixture = await startSession();
    sdk.all = scripts.success;
    await session.ready();
    expect(session.state.presence.status).to.equal('ready');
    await session.makeCall({ otherDN: '555' });
    expect(session.state.call?.state).to.equal('dialing');
  });
});
