import { expect } from '@open-wc/testing';
import { Clock } from '../../src/internal/index.js';
import { SobotError, type SobotAgentSdk } from '../../src/sdk/index.js';
import { AgentSession } from '../../src/session/index.js';
import { Session } from '../../src/session/session.js';
import {
  createSession,
  expectFailure,
  failure,
  type SessionFixture,
  startSession,
  TOKEN,
  turn,
} from '../support/session.js';
import { FakeSdk, type Script, scripts } from '../support/fake-sdk.js';
import { Time } from '../support/time.js';

const phases = ({ events }: SessionFixture): string[] =>
  events.details('sobot-phase-change').map(({ phase }) => phase as string);

describe('start', () => {
  it('subscribes, then initialises with the token, then is ready', async () => {
    const fixture = createSession({
      init: { companyId: 'company', agent: '1005', agentType: '0', allowStorageListen: true, businessTags: 'scc' },
    });
    expect([fixture.session.state.phase, fixture.session.sdk]).to.deep.equal(['idle', null]);
    await fixture.session.start();
    expect(fixture.sdk.log).to.deep.equal(['on EventAgentAll', 'on EventJanusLatency', 'initAgent']);
    expect(fixture.sdk.inits.map(({ params }) => params)).to.deep.equal([
      {
        ...{ companyId: 'company', agent: '1005', agentType: '0', allowStorageListen: true, businessTags: 'scc' },
        token: TOKEN,
      },
    ]);
    expect(phases(fixture)).to.deep.equal(['loading', 'initializing', 'ready']);
    expect(fixture.session.sdk).to.equal(fixture.sdk.api);
  });

  it('hears what the SDK says before it has answered', async () => {
    const fixture = createSession();
    fixture.sdk.scripts['initAgent'] = (sent) => {
      fixture.sdk.emit({ messageID: 'EventAgentRegainStatus', agentStateInfo: { agentState: '1' } });
      sent.success({ status: 'success' });
    };
    await fixture.session.start();
    expect(fixture.events.of('sobot-agent-regain-status')).to.have.length(1);
    expect(fixture.session.state.presence.status).to.equal('ready');
  });

  it('is one start, however often it is asked for', async () => {
    const { session, sdk } = createSession();
    const first = session.start();
    expect(session.start()).to.equal(first);
    await first;
    await session.start();
    expect(sdk.inits).to.have.length(1);
  });

  it('works without a target', async () => {
    const fixture = createSession({ target: undefined });
    const heard: string[] = [];
    fixture.session.target.addEventListener('sobot-event', ({ type }) => heard.push(type));
    await fixture.session.start();
    fixture.sdk.emit({ messageID: 'EventRinging' });
    expect(heard).to.deep.equal(['sobot-event']);
  });

  const successes: Record<string, Script> = {
    once: scripts.success,
    'at once': scripts.sync,
    twice: scripts.twice,
    'and says afterwards that it failed': scripts.both,
    'and throws afterwards': (sent) => {
      sent.success();
      throw new Error('late');
    },
  };
  for (const [how, script] of Object.entries(successes)) {
    it(`succeeds when initAgent answers ${how}`, async () => {
      const fixture = createSession();
      fixture.sdk.scripts['initAgent'] = script;
      await fixture.session.start();
      await turn();
      expect(phases(fixture)).to.deep.equal(['loading', 'initializing', 'ready']);
      expect(fixture.session.state.error).to.equal(null);
    });
  }

  const failures: Record<string, [Script, string, string?]> = {
    'answers with an error': [scripts.error, 'initAgent failed: not allowed (code 4711).', '4711'],
    'answers with an error, and then with success': [scripts.bothErrorFirst, 'initAgent failed: not allowed.'],
    throws: [scripts.throws, 'initAgent failed: boom.'],
    'gives back a promise that fails': [scripts.rejects, 'initAgent failed: boom.'],
    'never answers': [
      scripts.never,
      'The phone could not start: initAgent was not answered within 0.02 s. Check the network, then start again.',
    ],
  };
  for (const [how, [script, message, code]] of Object.entries(failures)) {
    it(`fails when initAgent ${how}, lets go of the SDK, and can be started again`, async () => {
      const fixture = createSession({ loadTimeout: 20 });
      fixture.sdk.scripts['initAgent'] = script;
      const time = new Time(20); // stands still for the next start
      const failed = failure(fixture.session.start());
      await time.pass(20);
      const error = await failed;
      expect([error.kind, error.message, error.code]).to.deep.equal(['init', message, code]);
      expect(fixture.session.state.error).to.deep.equal({ kind: 'init', message, ...(code && { code }) });
      expect(fixture.events.details('sobot-error')).to.deep.equal([{ error }]);
      expect(phases(fixture)).to.deep.equal(['loading', 'initializing', 'failed']);
      expect([fixture.session.sdk, fixture.sdk.subscriptions]).to.deep.equal([null, []]);

      fixture.sdk.scripts['initAgent'] = scripts.success;
      await fixture.session.start();
      time.restore();
      expect([fixture.session.state.phase, fixture.session.state.error]).to.deep.equal(['ready', null]);
      expect(fixture.sdk.subscriptions.map(({ event }) => event)).to.deep.equal(['EventAgentAll', 'EventJanusLatency']);
    });
  }

  it('fails when the SDK does not come', async () => {
    const fixture = createSession({ loadTimeout: 20, sdk: () => new Promise(() => undefined) });
    await expectFailure(fixture.session.start(), 'load', /the SDK or the token did not arrive within 0.02 s/);
    expect(phases(fixture)).to.deep.equal(['loading', 'failed']);
  });

  it('says what the loader says, rather than that it took too long', async () => {
    const sdk = (signal: AbortSignal): Promise<SobotAgentSdk> =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new SobotError('load', 'blocked by a blocker')));
      });
    await expectFailure(createSession({ loadTimeout: 20, sdk }).session.start(), 'load', /^blocked by a blocker$/);
  });

  it('fails with an error of the kit, whatever was thrown', async () => {
    const boom = (): never => {
      throw new Error('boom');
    };
    await expectFailure(createSession({ sdk: boom }).session.start(), 'init', /^start failed: boom\.$/);
    const sdk = new FakeSdk();
    Object.assign(sdk.api, { on: boom });
    await expectFailure(createSession({}, sdk).session.start(), 'init', /^start failed: boom\.$/);
  });

  it('refuses at once what was asked of an SDK that failed to start', async () => {
    const fixture = createSession();
    fixture.sdk.scripts['initAgent'] = scripts.never;
    const started = failure(fixture.session.start());
    await turn();
    const asked = failure(fixture.session.queryStates());
    fixture.sdk.inits[0]?.error({ errorMessage: 'no' });
    await started;
    expect((await asked).kind).to.equal('init');
    expect(fixture.session.state.pending).to.deep.equal([]);
  });
});

describe('stop', () => {
  it('unsubscribes, refuses what is pending, and forgets the SDK; the agent stays logged in', async () => {
    const { session, sdk, events } = await startSession();
    const pending = failure(session.answer());
    session.stop();
    expect((await pending).kind).to.equal('disconnected');
    expect(sdk.log).to.deep.equal(['answer', 'off EventAgentAll', 'off EventJanusLatency']);
    expect([session.sdk, session.state.phase, session.state.pending]).to.deep.equal([null, 'idle', []]);
    expect(events.details('sobot-phase-change')).to.deep.equal([{ phase: 'idle', previous: 'ready' }]);
  });

  it('is final even if the SDK will not let go', async () => {
    const sdk = new FakeSdk();
    const { session, events } = await startSession({}, sdk);
    const listeners = [...sdk.subscriptions];
    Object.assign(sdk.api, {
      off: () => {
        throw new Error('off is not implemented');
      },
    });
    const warned: unknown[] = [];
    const { warn } = console;
    console.warn = (text: unknown) => warned.push(text);
    session.stop();
    console.warn = warn;
    expect(warned).to.deep.equal(['sobot-elements: the SDK could not be unsubscribed from.']);
    events.clear();
    for (const { listener } of listeners) listener({ messageID: 'EventRinging' });
    expect(events.names).to.deep.equal([]);
    await session.start();
    sdk.emit({ messageID: 'EventRinging' });
    expect(events.of('sobot-ringing')).to.have.length(1);
  });

  it('does nothing to a phone that does not run', () => {
    const { session, events, sdk } = createSession();
    session.stop();
    session.stop();
    expect([events.names, sdk.log]).to.deep.equal([[], []]);
  });

  const moments: Record<string, (fixture: SessionFixture) => Promise<void> | void> = {
    'at once': () => undefined,
    'while the SDK loads': () => Promise.resolve(),
    'while initAgent is asked': turn,
  };
  for (const [when, moment] of Object.entries(moments)) {
    it(`ends a start ${when}, and leaves nothing behind`, async () => {
      const fixture = createSession();
      fixture.sdk.scripts['initAgent'] = scripts.never;
      const started = failure(fixture.session.start());
      await moment(fixture);
      fixture.session.stop();
      expect((await started).kind).to.equal('disconnected');
      fixture.sdk.inits[0]?.success();
      await turn();
      expect([fixture.session.state.phase, fixture.session.sdk, fixture.sdk.subscriptions]).to.deep.equal([
        'idle',
        null,
        [],
      ]);
      expect(fixture.events.of('sobot-error')).to.deep.equal([]);
    });
  }

  it('and start in one breath is a start', async () => {
    const fixture = createSession();
    const first = failure(fixture.session.start());
    fixture.session.stop();
    const second = fixture.session.start();
    expect((await first).kind).to.equal('disconnected');
    await second;
    expect(fixture.session.start()).to.equal(second);
    await turn();
    expect(fixture.sdk.inits).to.have.length(1);
    expect(fixture.session.state.phase).to.equal('ready');
    expect(fixture.sdk.subscriptions).to.have.length(2);
  });

  it('by a listener of a message is told in order', async () => {
    const { session, sdk, events } = await startSession();
    events.addEventListener('sobot-ringing', () => session.stop());
    sdk.emit({ messageID: 'EventRinging', callID: 'c1' });
    expect(events.names).to.deep.equal([
      ...['sobot-ringing', 'sobot-event', 'sobot-state-change', 'sobot-call-started'],
      ...['sobot-phase-change', 'sobot-state-change'],
    ]);
  });
});

describe('the name of a caller', () => {
  it('is told once somebody knows, and stays with its call', async () => {
    const fixture = await startSession();
    fixture.sdk.emit({ messageID: 'EventEstablished', callID: 'c1' });
    fixture.session.identify('c1', { name: 'Ada' });
    fixture.session.identify('c9', { name: 'Nobody' });
    expect(fixture.session.state.call?.name).to.equal('Ada');
    fixture.sdk.emit({ messageID: 'EventReleased', callID: 'c1' });
    expect(fixture.events.details('sobot-call-ended')[0].name).to.equal('Ada');
  });
});

describe('a session', () => {
  it('is an instance of the class that the page creates it with', () => {
    expect(createSession().session).to.be.instanceOf(AgentSession);
  });

  it('names its company and agent', () => {
    expect(createSession({ init: { companyId: 'acme', agent: '7' } }).session.owner).to.equal('acme/7');
  });

  it('has a state and commands that are plain data', async () => {
    const { session, sdk } = await startSession();
    const command = { name: 'makeCall', params: { otherDN: '555', userData: { order: 7 } } } as const;
    const { name, params } = structuredClone(command);
    const pending = failure(session.execute(name, params));
    expect(sdk.last().params).to.deep.equal(command.params);
    expect(structuredClone(session.state)).to.deep.equal(session.state);
    session.stop();
    expect((await pending).kind).to.equal('disconnected');
  });

  it('takes storage and clock from its environment', async () => {
    sessionStorage.clear();
    const entries: Record<string, string> = {};
    const storage = Object.defineProperties(entries, {
      getItem: { value: (key: string) => entries[key] ?? null },
      setItem: { value: (key: string, value: string) => (entries[key] = value) },
      removeItem: { value: (key: string) => delete entries[key] },
    }) as unknown as Storage;
    const sdk = new FakeSdk();
    const session = new Session(
      { sdk: sdk.api, token: () => Promise.resolve(TOKEN), init: { companyId: 'company', agent: '1005' } },
      { clock: new Clock({ wall: () => 1_700_000_000_000, monotonic: () => 0 }), storage: () => storage },
    );
    await session.start();
    sdk.emit({ messageID: 'EventEstablished', callID: 'c1' });
    session.saveDraft({ notes: 'sold', disposition: '' });
    await turn();
    expect(Object.keys(entries)).to.deep.equal(['sobot-elements.draft.1005.c1', 'sobot-elements.wrap-up.1005']);
    expect(session.state.call?.startedAt).to.equal(1_700_000_000_000);
    expect(new Set(session.journal.entries.map(({ at }) => at))).to.deep.equal(new Set([1_700_000_000_000]));
    expect(sessionStorage.length).to.equal(0);
    session.stop();
  });
});
