import { expect } from '@open-wc/testing';
import { WritableEventLog } from '../../../src/session/event-log/event-log.js';
import { createSession, failure, startSession, turn } from '../../support/session.js';
import { FakeSdk } from '../../support/fake-sdk.js';

describe('the event log of a session', () => {
  it('pairs commands with their answers, also with those that come too late', async () => {
    const { session, sdk } = await startSession({ commandTimeout: 1 });
    const { kind } = await failure(session.execute('holdCall'));
    expect(kind).to.equal('timeout');
    sdk.last('holdCall').success({ status: 'success' });
    await turn();
    const entries = session.journal.entries.filter(({ name }) => name === 'holdCall');
    expect(entries.map(({ kind: what, outcome, late }) => [what, outcome, late])).to.deep.equal([
      ['command', undefined, undefined],
      ['answer', 'timeout', undefined],
      ['answer', 'success', true],
    ]);
    expect(new Set(entries.map(({ request }) => request)).size).to.equal(1);
    session.stop();
  });

  it('keeps the beginning of long lists', async () => {
    const sdk = new FakeSdk();
    const agents = Array.from({ length: 10_000 }, (_, index) => ({ agentID: String(index) }));
    sdk.scripts['queryAgents'] = (sent) => sent.success({ status: 'success', agents });
    const { session } = await startSession({}, sdk);
    await session.execute('queryAgents', { agentState: -1 });
    const { data } = session.journal.entries.at(-1) ?? {};
    expect((data as { agents: unknown[] }).agents).to.have.length(50);
    session.stop();
  });

  it('goes on over the sessions of one phone, and hears of no other phone within it', async () => {
    const target = document.createElement('div');
    const first = createSession({ target });
    await first.session.start();
    first.session.stop();
    const second = createSession({ target });
    await second.session.start();
    expect(second.session.journal).to.equal(first.session.journal);
    const inner = target.appendChild(document.createElement('div'));
    inner.dispatchEvent(new CustomEvent('sobot-warning', { detail: { code: 'x', message: 'y' }, bubbles: true }));
    expect(second.session.journal.entries.map(({ name }) => name)).to.deep.equal([
      ...['loading', 'initializing', 'ready', 'idle'],
      ...['loading', 'initializing', 'ready'],
    ]);
    second.session.stop();
  });

  it('calls its listeners after each change, and can be cleared', () => {
    const target = new EventTarget();
    const log = new WritableEventLog(target, Date.now);
    let told = 0;
    const unsubscribe = log.subscribe(() => (told += 1));
    target.dispatchEvent(new CustomEvent('sobot-warning', { detail: { code: 'x', message: 'y' } }));
    log.limit = 1;
    log.limit = 1;
    log.clear();
    unsubscribe();
    log.clear();
    expect(told).to.equal(3);
    expect(log.entries).to.deep.equal([]);
  });
});

describe('the size of the event log', () => {
  const log = (): WritableEventLog => new WritableEventLog(new EventTarget(), Date.now);
  const message = (length: number) => ({ messageID: 'EventRinging', attachedData: { photo: 'A'.repeat(length) } });

  it('is bounded by the texts of its entries, too', () => {
    const full = log();
    for (let count = 0; count < 120; count += 1) full.messageReceived('EventRinging', message(100_000), 'none');
    expect(full.entries.length).to.be.within(30, 50);
    expect(full.entries.length + full.dropped).to.equal(120);
    full.clear();
    full.messageReceived('EventRinging', message(10_000_000), 'none');
    expect(full.entries, 'the newest stays').to.have.length(1);
  });
});
