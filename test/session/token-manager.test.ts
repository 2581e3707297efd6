import { expect } from '@open-wc/testing';
import { SobotError } from '../../src/sdk/index.js';
import { createSession, failure, type SessionFixture, startSession, TOKEN, turn } from '../support/session.js';
import { FakeSdk } from '../support/fake-sdk.js';
import { Time } from '../support/time.js';

/** A token source that answers when the test says so. */
class Source {
  readonly reasons: string[] = [];
  #answers: { resolve: (token: string) => void; reject: (error: unknown) => void }[] = [];

  readonly get = (reason: string): Promise<string> => {
    this.reasons.push(reason);
    return new Promise((resolve, reject) => this.#answers.push({ resolve, reject }));
  };

  async give(token: string): Promise<void> {
    for (const { resolve } of this.#answers.splice(0)) resolve(token);
    await turn();
  }

  async fail(error: unknown): Promise<void> {
    for (const { reject } of this.#answers.splice(0)) reject(error);
    await turn();
  }
}

const invalid = { messageID: 'EventTokenInvalid' };

describe('the token', () => {
  let source: Source;
  let fixture: SessionFixture;

  beforeEach(async () => {
    source = new Source();
    fixture = createSession({ token: source.get, tokenTimeout: 1000 });
    const started = fixture.session.start();
    await source.give(` ${TOKEN} `);
    await started;
    fixture.events.clear();
  });

  it('is asked for at start, and given to initAgent trimmed', () => {
    expect(source.reasons).to.deep.equal(['start']);
    expect(fixture.sdk.inits[0]?.params['token']).to.equal(TOKEN);
  });

  it('is asked for once, however often the SDK says that it died', async () => {
    for (let times = 0; times < 5; times += 1) fixture.sdk.emit(invalid);
    expect(source.reasons).to.deep.equal(['start', 'renew']);
    await source.give('new-1');
    fixture.sdk.emit(invalid);
    await source.give('new-2');
    expect(source.reasons).to.deep.equal(['start', 'renew', 'renew']);
    expect(fixture.sdk.tokens.at(-1)).to.equal('new-2');
  });

  it('is given to the SDK once a request', async () => {
    fixture.sdk.emit(invalid);
    fixture.sdk.emit(invalid);
    await source.give('new');
    expect(fixture.sdk.tokens).to.deep.equal(['new']);
  });

  it('that cannot be had is one clear error; the next time it may work', async () => {
    fixture.sdk.emit(invalid);
    await source.fail(new Error('HTTP 503'));
    const message =
      'The token expired and could not be renewed: The token source failed: HTTP 503. Calls go on, queries fail until a new token is given.';
    expect(fixture.session.state).to.deep.include({ phase: 'ready', error: { kind: 'config', message } });
    expect(fixture.events.details('sobot-error').map(({ error }) => [error.kind, error.message])).to.deep.equal([
      ['config', message],
    ]);
    fixture.sdk.emit(invalid);
    await source.give('new');
    expect(fixture.sdk.tokens).to.deep.equal(['new']);
    expect(fixture.session.state.error).to.equal(null);
  });

  it('keeps the error of its source, if that is one of the kit', async () => {
    fixture.sdk.emit(invalid);
    const cause = new SobotError('config', 'token-url answered 403.');
    await source.fail(cause);
    const [{ error }] = fixture.events.details('sobot-error');
    expect([error.cause, error.message]).to.deep.equal([
      cause,
      'The token expired and could not be renewed: token-url answered 403. Calls go on, queries fail until a new token is given.',
    ]);
  });

  for (const [what, token] of [
    ['blank', ' '],
    ['no text', undefined as never],
  ] as const) {
    it(`that is ${what} is an error`, async () => {
      fixture.sdk.emit(invalid);
      await source.give(token);
      expect(fixture.session.state.error?.message).to.match(/The token source returned no token/);
      expect(fixture.sdk.tokens).to.deep.equal([]);
    });
  }

  it('that is on its way already serves a start as well', async () => {
    fixture.sdk.emit(invalid);
    fixture.session.stop();
    const started = fixture.session.start();
    expect(source.reasons).to.deep.equal(['start', 'renew']);
    await source.give('new');
    await started;
    expect(fixture.sdk.inits.at(-1)?.params['token']).to.equal('new');
  });

  it('is not asked for when the phone was stopped meanwhile', async () => {
    fixture.sdk.emit(invalid);
    fixture.session.stop();
    await source.give('new');
    expect(fixture.sdk.tokens).to.deep.equal([]);
    expect(fixture.events.of('sobot-error')).to.deep.equal([]);
  });
});

describe('a token source', () => {
  it('that never answers is given up, and asked anew', async () => {
    const source = new Source();
    const { sdk, session } = await startSession({
      token: (reason) => (reason === 'start' ? Promise.resolve(TOKEN) : source.get(reason)),
      tokenTimeout: 20,
    });
    const failed = new Promise((resolve) => session.target.addEventListener('sobot-error', resolve));
    sdk.emit(invalid);
    await failed;
    expect(session.state.error?.message).to.match(/The token source did not answer within 0.02 s/);
    sdk.emit(invalid);
    expect(source.reasons).to.deep.equal(['renew', 'renew']);
    await source.give('new');
    expect(sdk.tokens).to.deep.equal(['new']);
  });

  it('that fails at start fails the start, and does not stand in the way of the next', async () => {
    let times = 0;
    const { session, sdk } = createSession({
      token: () => (times++ ? Promise.resolve(TOKEN) : Promise.reject(new Error('HTTP 500'))),
    });
    const error = await failure(session.start());
    expect([error.kind, error.message]).to.deep.equal(['config', 'The token source failed: HTTP 500.']);
    expect(sdk.inits).to.deep.equal([]);
    await session.start();
    expect(session.state.phase).to.equal('ready');
  });

  it('that never answers at start fails the start, and does not stand in the way of the next', async () => {
    let times = 0;
    const { session } = createSession({
      loadTimeout: 20,
      token: () => (times++ ? Promise.resolve(TOKEN) : new Promise(() => undefined)),
    });
    const time = new Time(20); // stands still for the next start
    const failed = failure(session.start());
    await time.pass(20);
    expect((await failed).message).to.match(/within 0.02 s/);
    await session.start();
    expect(session.state.phase).to.equal('ready');
    time.restore();
  });

  it('may throw', async () => {
    const error = await failure(
      createSession({
        token: () => {
          throw new Error('not logged in');
        },
      }).session.start(),
    );
    expect(error.message).to.equal('The token source failed: not logged in.');
  });
});

describe('a new token', () => {
  afterEach(() => Reflect.deleteProperty(window, 'sobotAgent'));

  it('goes to the instance, else to window.sobotAgent', async () => {
    const page: string[] = [];
    Object.assign(window, { sobotAgent: { handleRefreshToken: (token: string) => page.push(token) } });
    const { session, sdk } = await startSession();
    session.refreshToken(' one ');
    Reflect.deleteProperty(sdk.api, 'handleRefreshToken');
    session.refreshToken('two');
    expect([sdk.tokens, page]).to.deep.equal([['one'], ['two']]);
  });

  it('that nobody takes, is blank, or comes too early is refused by name', async () => {
    const { session, sdk } = createSession();
    const refused = (token: string): string[] => {
      try {
        session.refreshToken(token);
      } catch (error) {
        if (error instanceof SobotError) return [error.kind, error.message];
      }
      return [];
    };
    expect(refused('x')).to.deep.equal(['refused', 'There is no SDK to give the token to. Start the phone first.']);
    await session.start();
    expect(refused(' ')).to.deep.equal(['invalid', 'refreshToken: the token is blank. Nothing was sent.']);
    Reflect.deleteProperty(sdk.api, 'handleRefreshToken');
    expect(refused('x')).to.deep.equal([
      'refused',
      'This SDK has no handleRefreshToken, nor does window.sobotAgent. Reload the page.',
    ]);
  });

  it('that the SDK refuses later is an error as well', async () => {
    const sdk = new FakeSdk();
    Object.assign(sdk.api, { handleRefreshToken: () => Promise.reject(new Error('too old')) });
    const { session } = await startSession({}, sdk);
    session.refreshToken('x');
    await turn();
    expect(session.state.error?.message).to.match(/handleRefreshToken failed: too old/);
  });
});

describe('the token appears nowhere', () => {
  const words = new Set(['secret-token-7f3a', 'secret-renewed-9c1b']);
  const seen = (value: unknown, found = new Set<unknown>()): boolean => {
    if (typeof value === 'string') return [...words].some((word) => value.includes(word));
    if (typeof value !== 'object' || value === null || found.has(value) || value instanceof EventTarget) return false;
    found.add(value);
    return Reflect.ownKeys(value).some((key) => seen(Reflect.get(value, key), found));
  };

  const methods = ['debug', 'error', 'info', 'log', 'warn'] as const;
  const original = methods.map((name) => [name, console[name]] as const);
  let logged: unknown[];
  beforeEach(() => {
    logged = [];
    for (const name of methods) console[name] = (...args: unknown[]) => logged.push(args);
  });
  afterEach(() => Object.assign(console, Object.fromEntries(original)));

  const quoting = (token: unknown): Error =>
    Object.assign(new Error(`token ${String(token)} was refused`), { config: { headers: { token } } });

  const phones: Record<string, (sdk: FakeSdk) => void> = {
    'where all goes well': () => undefined,
    'where initAgent quotes it in its error': (sdk) => {
      sdk.scripts['initAgent'] = ({ params, error }) => error({ errorMessage: `bad token ${String(params['token'])}` });
    },
    'where initAgent throws it': (sdk) => {
      sdk.scripts['initAgent'] = ({ params }) => {
        throw quoting(params['token']);
      };
    },
    'where initAgent hides it in its error': (sdk) => {
      sdk.scripts['initAgent'] = ({ params, error }) => error({ errorMessage: 'bad', request: { ...params } });
    },
    'where a command quotes it in its error': (sdk) => {
      sdk.all = ({ error }) => error({ errorMessage: `token ${TOKEN} is not valid`, errorCode: TOKEN });
    },
    'where a command throws it': (sdk) => {
      sdk.all = () => {
        throw quoting(encodeURIComponent(TOKEN));
      };
    },
    'where a message quotes it': (sdk) => {
      sdk.all = () => sdk.emit({ messageID: 'EventError', errorMessage: `token ${TOKEN} is not valid` });
    },
    'where handleRefreshToken throws it': (sdk) => {
      Object.assign(sdk.api, {
        handleRefreshToken: (token: string) => {
          throw quoting(token);
        },
      });
    },
    'where handleRefreshToken rejects with it': (sdk) => {
      Object.assign(sdk.api, { handleRefreshToken: (token: string) => Promise.reject(quoting(token)) });
    },
  };
  for (const [where, prepare] of Object.entries(phones)) {
    it(where, async () => {
      const sdk = new FakeSdk();
      prepare(sdk);
      const fixture = createSession(
        { token: (reason) => Promise.resolve(reason === 'start' ? TOKEN : 'secret-renewed-9c1b'), commandTimeout: 20 },
        sdk,
      );
      const started = await fixture.session.start().catch((error: unknown) => error);
      sdk.emit(invalid);
      await turn();
      await fixture.session.queryStates().catch(() => undefined);
      fixture.session.stop();
      const places = {
        events: fixture.events.events.map(({ detail }) => detail as unknown),
        error: [started, started instanceof Error ? started.stack : undefined],
        state: fixture.session.state,
        session: Object.values(fixture.session),
        console: logged,
        storage: [{ ...sessionStorage }, { ...localStorage }, document.cookie, location.href],
      };
      expect(Object.entries(places).filter(([, value]) => seen(value))).to.deep.equal([]);
      expect(fixture.events.events.length).to.be.greaterThan(2);
    });
  }
});
