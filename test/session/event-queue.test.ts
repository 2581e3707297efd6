import { expect } from '@open-wc/testing';
import { EventQueue } from '../../src/session/event-queue.js';

describe('the event queue', () => {
  let queue: EventQueue;
  let handled: string[];
  const handle = (item: string): void => void handled.push(item);
  beforeEach(() => {
    queue = new EventQueue();
    handled = [];
  });

  it('handles an item at once if it is idle', () => {
    queue.enqueue(handle, 'a');
    expect(handled).to.deep.equal(['a']);
  });

  it('handles what is enqueued meanwhile afterwards, in order', () => {
    queue.enqueue(() => {
      queue.enqueue(handle, 'b');
      queue.enqueue(handle, 'c');
      handle('a');
    }, undefined);
    expect(handled).to.deep.equal(['a', 'b', 'c']);
  });

  it('handles follow-ups before the next item, also those of follow-ups', () => {
    queue.enqueue(() => {
      queue.enqueue(handle, 'next');
      queue.enqueueFollowUp(() => {
        queue.enqueueFollowUp(handle, 'follow-up 2');
        handle('follow-up 1');
      }, undefined);
      handle('first');
    }, undefined);
    expect(handled).to.deep.equal(['first', 'follow-up 1', 'follow-up 2', 'next']);
  });

  it('keeps a follow-up until it is flushed, if it is idle', () => {
    queue.enqueueFollowUp(handle, 'a');
    expect(handled).to.deep.equal([]);
    queue.flush();
    expect(handled).to.deep.equal(['a']);
  });

  it('does not start a second round within a task', () => {
    queue.enqueue(() => {
      queue.enqueueFollowUp(handle, 'b');
      queue.flush();
      handle('a');
    }, undefined);
    expect(handled).to.deep.equal(['a', 'b']);
  });

  it('reports the error of a handler and goes on', () => {
    const errors: unknown[] = [];
    const mocha = window.onerror;
    window.onerror = (_message, _source, _line, _column, error) => errors.push(error?.message) > 0;
    queue.enqueue(() => {
      queue.enqueue(handle, 'b');
      throw new Error('boom');
    }, undefined);
    queue.enqueue(handle, 'c');
    window.onerror = mocha;
    expect([handled, errors]).to.deep.equal([['b', 'c'], ['boom']]);
  });
});
