import { expect } from '@open-wc/testing';
import { catchRejection, raceAbort, withResolvers } from '../../src/internal/index.js';

const messageOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'fulfilled',
    (error: Error) => error.message,
  );

describe('raceAbort', () => {
  it('returns the result of the promise', async () => {
    expect(await raceAbort(new AbortController().signal, Promise.resolve(7))).to.equal(7);
  });

  it('rejects with the reason of the signal, also if it was aborted before', async () => {
    const controller = new AbortController();
    const later = messageOf(raceAbort(controller.signal, new Promise(() => undefined)));
    controller.abort(new Error('stopped'));
    expect(await later).to.equal('stopped');
    expect(await messageOf(raceAbort(controller.signal, Promise.resolve(7)))).to.equal('stopped');
  });

  it('lets a promise that listens to the same signal reject with a better reason', async () => {
    const controller = new AbortController();
    const { promise, reject } = withResolvers<void>();
    controller.signal.addEventListener('abort', () => reject(new Error('blocked')));
    const raced = messageOf(raceAbort(controller.signal, promise));
    controller.abort(new Error('stopped'));
    expect(await raced).to.equal('blocked');
  });
});

describe('catchRejection', () => {
  it('handles the rejection of a promise or of a thenable, and takes anything else', async () => {
    const caught: unknown[] = [];
    const take = (cause: unknown): void => void caught.push(cause);
    catchRejection(Promise.reject(new Error('a')), take);
    catchRejection({ then: (_: unknown, reject: (cause: unknown) => void) => reject('b') }, take);
    for (const value of [undefined, null, 7, 'x', {}, Promise.resolve(1)]) catchRejection(value, take);
    await new Promise((resolve) => setTimeout(resolve));
    expect(caught.map(String)).to.have.members(['Error: a', 'b']);
  });
});
