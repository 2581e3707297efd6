import { expect } from '@open-wc/testing';
import { Emitter } from '../../src/internal/index.js';
import { reportedErrors } from '../support/reported-errors.js';

describe('an emitter', () => {
  it('calls its listeners in the order of subscription, with the arguments', () => {
    const emitter = new Emitter<[number, string]>();
    const calls: unknown[] = [];
    emitter.subscribe((...args) => calls.push(['first', ...args]));
    emitter.subscribe((...args) => calls.push(['second', ...args]));
    emitter.emit(7, 'x');
    expect(calls).to.deep.equal([
      ['first', 7, 'x'],
      ['second', 7, 'x'],
    ]);
  });

  it('reports the error of a listener and calls the others', async () => {
    const emitter = new Emitter();
    let calls = 0;
    emitter.subscribe(() => {
      throw new Error('of the first');
    });
    emitter.subscribe(() => (calls += 1));
    emitter.subscribe(() => {
      throw new Error('of the third');
    });
    expect(await reportedErrors(() => emitter.emit())).to.deep.equal(['of the first', 'of the third']);
    expect(calls).to.equal(1);
  });

  it('counts each subscription of the same function', () => {
    const emitter = new Emitter();
    let calls = 0;
    const listener = (): void => void (calls += 1);
    const unsubscribe = emitter.subscribe(listener);
    emitter.subscribe(listener);
    emitter.emit();
    unsubscribe();
    unsubscribe();
    emitter.emit();
    expect([calls, emitter.size]).to.deep.equal([3, 1]);
  });

  it('skips a listener that another one has unsubscribed, and leaves a new one for the next time', () => {
    const emitter = new Emitter();
    const calls: string[] = [];
    emitter.subscribe(() => {
      unsubscribe();
      if (emitter.size === 1) emitter.subscribe(() => calls.push('new'));
    });
    const unsubscribe = emitter.subscribe(() => calls.push('unsubscribed'));
    emitter.emit();
    expect(calls).to.deep.equal([]);
    emitter.emit();
    expect(calls).to.deep.equal(['new']);
  });

  it('reaches all listeners with the outer call after a nested one', () => {
    const emitter = new Emitter<[number]>();
    const seen: number[] = [];
    emitter.subscribe((value) => {
      if (value === 1) emitter.emit(2);
    });
    emitter.subscribe((value) => seen.push(value));
    emitter.emit(1);
    expect(seen).to.deep.equal([2, 1]);
  });
});
