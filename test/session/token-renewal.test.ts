import { expect } from '@open-wc/testing';
import { SobotError } from '../../src/sdk/index.js';
import { startSession, TOKEN, turn } from '../support/session.js';
import { Time } from '../support/time.js';

const invalid = { messageID: 'EventTokenInvalid' };

describe('a server in trouble', () => {
  /** A session with a token, whose later tokens come from `renew`. The clock stands still. */
  async function startWith(renew: (signal: AbortSignal) => Promise<string>) {
    let requests = 0;
    const fixture = await startSession({
      token: (reason, signal) => {
        if (reason === 'start') return Promise.resolve(TOKEN);
        requests += 1;
        return renew(signal);
      },
      tokenTimeout: 9000,
    });
    return { ...fixture, time: new Time(400), count: () => requests, invalid: () => fixture.sdk.emit(invalid) };
  }
  const serverError = (code: string): SobotError => new SobotError('config', `token-url: answered ${code}.`, { code });

  it('is asked with growing pauses, however often the platform refuses the token', async () => {
    const { invalid: refuse, count, time } = await startWith(() => Promise.resolve('refused'));
    for (let second = 0; second < 60; second += 1) {
      for (let times = 0; times < 9; times += 1) refuse();
      await time.pass(1000);
    }
    expect(count()).to.be.within(5, 10);
  });

  for (const [code, again] of [
    ['500', true],
    ['503', true],
    ['429', true],
    ['network', true],
    ['not-json', true],
    ['401', false],
    ['404', false],
  ] as const) {
    it(`is asked ${again ? 'until it answers' : 'once'} after the failure ${code}`, async () => {
      let isUp = false;
      const {
        session,
        sdk,
        events,
        invalid: expire,
        count,
        time,
      } = await startWith(() => (isUp ? Promise.resolve('new') : Promise.reject(serverError(code))));
      expire();
      await time.pass(30_000);
      expect(count() > 1).to.equal(again);
      expect(events.of('sobot-error'), 'one error').to.have.length(1);
      expect(session.state.error?.message).to.contain(code);
      isUp = true;
      await time.pass(60_000);
      expect(sdk.tokens.includes('new')).to.equal(again);
      expect(session.state.error === null).to.equal(again);
    });
  }

  it('is not asked any more when the session has stopped', async () => {
    const { session, invalid: expire, count, time } = await startWith(() => Promise.reject(serverError('500')));
    expire();
    await time.pass(10_000);
    session.stop();
    const before = count();
    await time.pass(120_000);
    expect(count()).to.equal(before);
  });

  it('is asked at once when start() is called', async () => {
    let isUp = false;
    const {
      session,
      sdk,
      invalid: expire,
      time,
    } = await startWith(() => (isUp ? Promise.resolve('new') : Promise.reject(serverError('401'))));
    expire();
    await time.pass(1000);
    isUp = true;
    await session.start();
    await turn();
    expect(sdk.tokens).to.deep.equal(['new']);
    await session.start();
    await turn();
    expect(sdk.tokens, 'a token that is good is kept').to.deep.equal(['new']);
  });

  it('that never answers has its request given up', async () => {
    const signals: AbortSignal[] = [];
    const { invalid: expire, time } = await startWith((signal) => {
      signals.push(signal);
      return new Promise(() => undefined);
    });
    expire();
    await time.pass(8999);
    expect(signals[0]?.aborted).to.equal(false);
    await time.pass(1);
    expect(signals[0]?.aborted).to.equal(true);
  });
});
