import { expect } from '@open-wc/testing';
import { type SessionFixture, startSession, turn } from '../../support/session.js';

const restored = {
  messageID: 'EventAgentRegainStatus',
  agentStateInfo: { agentState: '1', workStatus: 'talking' },
  workStatusInfo: { callID: 'c1', callType: 'Inbound' },
};
const done = ({ events }: SessionFixture): [string, string, string][] =>
  events.details('sobot-wrap-up-done').map(({ call, notes, disposition }) => [call.id, notes, disposition]);

let pages = 0;

/** The phone of the next page: what is left in the storage is that of an agent whom this page doesn't know. */
async function reloaded(): Promise<SessionFixture> {
  await turn();
  pages += 1;
  const agent = `page-${pages}`;
  for (const key of Object.keys(sessionStorage)) {
    sessionStorage.setItem(key.replace(/1005|page-\d+/, agent), sessionStorage.getItem(key) ?? '');
    sessionStorage.removeItem(key);
  }
  return startSession({ init: { companyId: 'company', agent } });
}
const facts = ({ events }: SessionFixture): string[] =>
  events.names.filter((name) => name.startsWith('sobot-call-') || name === 'sobot-wrap-up-done');
const free = { messageID: 'EventAgentRegainStatus', agentStateInfo: { agentState: '1', workStatus: 'ready' } };
const sorting = { messageID: 'EventAgentRegainStatus', agentStateInfo: { agentState: '1', workStatus: 'sorting' } };

async function talk(callID = 'c1'): Promise<SessionFixture> {
  const fixture = await startSession();
  fixture.sdk.emit({ messageID: 'EventEstablished', callID });
  return fixture;
}

describe('work that the page is left in the middle of', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => sessionStorage.clear());

  const inCall = async (): Promise<void> => (await talk()).session.saveDraft({ notes: 'sold', disposition: 'Won' });
  const inWrapUp = async (): Promise<void> => {
    const { session, sdk } = await talk();
    sdk.emit({ messageID: 'EventReleased', callID: 'c1' });
    session.saveDraft({ notes: 'sold', disposition: 'Won' });
  };
  const firstWords: Record<string, unknown> = {
    'the platform says that the agent is free': free,
    'the agent is ready': { messageID: 'EventAgentReady' },
    'the agent logs in again': { messageID: 'EventAgentLogin', agentState: '1' },
    'the next call rings': { messageID: 'EventRinging', callID: 'c2' },
  };
  for (const [what, message] of Object.entries(firstWords)) {
    it(`is finished, once, if it is over when ${what}`, async () => {
      await inWrapUp();
      const fixture = await reloaded();
      expect(done(fixture)).to.deep.equal([]);
      fixture.sdk.emit(message);
      fixture.sdk.emit({ messageID: 'EventAgentReady' });
      expect(done(fixture)).to.deep.equal([['c1', 'sold', 'Won']]);
      expect(facts(fixture), 'the page before has told its end').to.not.include('sobot-call-ended');
      expect(sessionStorage.length).to.equal(0);
      const next = await reloaded();
      next.sdk.emit(free);
      expect(done(next)).to.deep.equal([]);
    });
  }

  it('has ended, if it was a call', async () => {
    await inCall();
    const fixture = await reloaded();
    fixture.sdk.emit(free);
    expect(facts(fixture)).to.deep.equal(['sobot-call-ended', 'sobot-wrap-up-done']);
    const [ended] = fixture.events.details('sobot-call-ended');
    expect([ended.id, ended.endedAt]).to.deep.equal(['c1', fixture.session.state.lastCall?.endedAt]);
    expect(done(fixture)).to.deep.equal([['c1', 'sold', 'Won']]);
  });

  it('goes on as wrap-up, if the call ended meanwhile', async () => {
    await inCall();
    const fixture = await reloaded();
    fixture.sdk.emit(sorting);
    expect(facts(fixture)).to.deep.equal(['sobot-call-ended']);
    expect(fixture.session.draft.notes).to.equal('sold');
    fixture.sdk.emit({ messageID: 'EventAgentReady' });
    expect(done(fixture)).to.deep.equal([['c1', 'sold', 'Won']]);
  });

  it('goes on as the call that it is', async () => {
    await inCall();
    const fixture = await reloaded();
    fixture.sdk.emit(restored);
    expect([facts(fixture), fixture.session.draft.notes]).to.deep.equal([
      ['sobot-call-started', 'sobot-call-connected'],
      'sold',
    ]);
  });

  it('of two phones in one page stays with the one that is in it', async () => {
    const first = await talk();
    await turn();
    const second = await startSession();
    second.sdk.emit(free);
    expect(facts(second)).to.deep.equal([]);
    first.sdk.emit({ messageID: 'EventReleased', callID: 'c1' });
    first.sdk.emit({ messageID: 'EventAgentReady' });
    expect(done(first)).to.deep.equal([['c1', '', '']]);
  });

  it('is finished by the same phone, stopped and started again, as when it takes over from another end', async () => {
    const fixture = await talk();
    fixture.session.saveDraft({ notes: 'sold', disposition: '' });
    fixture.sdk.emit({ messageID: 'EventAgentConnectionChanged' });
    await turn();
    fixture.session.stop();
    const again = await startSession({ target: fixture.session.target });
    again.sdk.emit(free);
    expect(done(fixture)).to.deep.equal([['c1', 'sold', '']]);
  });

  it('is handed out at a displaced end too, where its end is heard', async () => {
    const fixture = await talk();
    fixture.session.saveDraft({ notes: 'sold', disposition: '' });
    fixture.sdk.emit({ messageID: 'EventReleased', callID: 'c1' });
    fixture.sdk.emit({ messageID: 'EventAgentConnectionChanged' });
    expect(fixture.session.draft.notes).to.equal('sold');
    fixture.sdk.emit({ messageID: 'EventAgentReady' });
    fixture.sdk.emit({ messageID: 'EventAgentReady' });
    expect(done(fixture)).to.deep.equal([['c1', 'sold', '']]);
  });

  it('is not that of long ago', async () => {
    const DAY = 86_400_000;
    await inCall();
    await turn();
    const [key = ''] = Object.keys(sessionStorage).filter((each) => each.includes('wrap-up'));
    const record = JSON.parse(sessionStorage.getItem(key) ?? '') as { data: object };
    const data = { ...record.data, startedAt: Date.now() - DAY };
    sessionStorage.setItem(key, JSON.stringify({ ...record, data }));
    const fixture = await reloaded();
    fixture.sdk.emit(free);
    expect(facts(fixture)).to.deep.equal([]);
  });

  it('is one agent’s, where two of a page are in the same call', async () => {
    const other = await startSession({ init: { companyId: 'company', agent: '1006' } });
    other.sdk.emit({ messageID: 'EventEstablished', callID: 'c1' });
    other.session.saveDraft({ notes: 'of the other', disposition: '' });
    await inWrapUp();
    const fixture = await reloaded();
    fixture.sdk.emit(free);
    expect(done(fixture)).to.deep.equal([['c1', 'sold', 'Won']]);
  });
});
