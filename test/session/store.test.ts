import { expect } from '@open-wc/testing';
import { Store } from '../../src/session/store.js';
import { initialState } from '../../src/state/index.js';

describe('the store', () => {
  let store: Store;
  beforeEach(() => {
    store = new Store(initialState(0));
  });

  it('calls its listeners after a change, with the states and the cause', () => {
    const before = store.state;
    const calls: unknown[][] = [];
    store.subscribe((...args) => calls.push(args));
    store.dispatch({ type: 'sent', command: 'ready' }, 'ready');
    expect(calls).to.deep.equal([[store.state, before, 'ready']]);
    expect(store.state.pending).to.deep.equal(['ready']);
  });

  it('calls nobody where nothing has changed', () => {
    let calls = 0;
    store.subscribe(() => (calls += 1));
    store.dispatch({ type: 'connection', connection: 'connected' }, null);
    expect(calls).to.equal(0);
  });

  it('gives each listener the state of its change, even where an earlier one has changed it again', () => {
    const seen: [string, string][] = [];
    store.subscribe((state) => {
      if (state.phase === 'loading') store.dispatch({ type: 'phase', phase: 'ready' }, null);
    });
    store.subscribe((state, previous) => seen.push([previous.phase, state.phase]));
    store.dispatch({ type: 'phase', phase: 'loading' }, null);
    expect(seen).to.deep.equal([
      ['loading', 'ready'],
      ['idle', 'loading'],
    ]);
    expect(store.state.phase).to.equal('ready');
  });

  it('notifies its listeners without a change', () => {
    const seen: boolean[] = [];
    const unsubscribe = store.subscribe((state, previous) => seen.push(state === previous));
    store.notify();
    unsubscribe();
    store.notify();
    expect(seen).to.deep.equal([true]);
  });
});
