import { expect } from '@open-wc/testing';
import { type SessionFixture, startSession, turn } from '../../support/session.js';

const restored = {
  messageID: 'EventAgentRegainStatus',
  agentStateInfo: { agentState: '1', workStatus: 'talking' },
  workStatusInfo: { callID: 'c1', callType: 'Inbound' },
};
const stored = (): string[] => Object.keys(sessionStorage).filter((key) => key.startsWith('sobot-elements.draft.'));
const done = ({ events }: SessionFixture): [string, string, string][] =>
  events.details('sobot-wrap-up-done').map(({ call, notes, disposition }) => [call.id, notes, disposition]);

async function talk(callID = 'c1'): Promise<SessionFixture> {
  const fixture = await startSession();
  fixture.sdk.emit({ messageID: 'EventEstablished', callID });
  return fixture;
}

describe('notes of a call', () => {
  beforeEach(() => sessionStorage.clear());

  it('are handed out once, when the wrap-up is done, and are gone then', async () => {
    const fixture = await talk();
    fixture.session.saveDraft({ notes: 'begun in the call', disposition: '' });
    fixture.sdk.emit({ messageID: 'EventReleased', callID: 'c1' });
    expect(fixture.session.draft).to.deep.equal({ notes: 'begun in the call', disposition: '' });
    fixture.session.saveDraft({ notes: 'sold', disposition: 'Won' });
    expect(done(fixture)).to.deep.equal([]);
    fixture.sdk.emit({ messageID: 'EventAgentReady' });
    fixture.sdk.emit({ messageID: 'EventAgentReady' });
    fixture.sdk.emit({ messageID: 'EventReleased', callID: 'c1' });
    expect(done(fixture)).to.deep.equal([['c1', 'sold', 'Won']]);
    expect([fixture.session.draft, stored()]).to.deep.equal([{ notes: '', disposition: '' }, []]);
  });

  it('are empty where nobody wrote any', async () => {
    const fixture = await talk();
    fixture.sdk.emit({ messageID: 'EventReleased', callID: 'c1' });
    const finished = fixture.session.completeACW();
    fixture.sdk.last().success({});
    await finished;
    expect(done(fixture)).to.deep.equal([['c1', '', '']]);
  });

  it('are not handed out for a call without wrap-up', async () => {
    const fixture = await startSession();
    fixture.sdk.emit({ messageID: 'EventRinging', callID: 'c1' });
    fixture.session.saveDraft({ notes: 'x', disposition: '' });
    fixture.sdk.emit({ messageID: 'EventReleased', callID: 'c1' });
    fixture.sdk.emit({ messageID: 'EventAgentReady' });
    expect(done(fixture)).to.deep.equal([]);
  });

  it('survive a reload during the call', async () => {
    const before = await talk();
    before.session.saveDraft({ notes: 'sold', disposition: 'Won' });

    before.session.stop();
    const after = await startSession();
    after.sdk.emit(restored);
    expect(after.session.draft).to.deep.equal({ notes: 'sold', disposition: 'Won' });
    after.sdk.emit({ messageID: 'EventReleased', callID: 'c1' });
    after.sdk.emit({ messageID: 'EventAgentReady' });
    expect(done(after)).to.deep.equal([['c1', 'sold', 'Won']]);
    expect(stored()).to.deep.equal([]);
  });

  it('survive a reload during the wrap-up, for which the platform names no call', async () => {
    const before = await talk();
    before.sdk.emit({ messageID: 'EventReleased', callID: 'c1' });
    before.session.saveDraft({ notes: 'sold', disposition: 'Won' });
    await turn();

    before.session.stop();
    const after = await startSession();
    after.sdk.emit({
      messageID: 'EventAgentRegainStatus',
      agentStateInfo: { agentState: '1', workStatus: 'sorting' },
    });
    expect([after.session.state.wrapUp?.callId, after.session.draft.notes]).to.deep.equal(['c1', 'sold']);
    after.sdk.emit({ messageID: 'EventAgentReady' });
    expect(done(after)).to.deep.equal([['c1', 'sold', 'Won']]);
    await turn();
    expect(sessionStorage.length).to.equal(0);
  });

  it("are not another agent's after a reload", async () => {
    const before = await talk();
    before.sdk.emit({ messageID: 'EventReleased', callID: 'c1' });
    before.session.saveDraft({ notes: 'sold', disposition: 'Won' });
    await turn();

    before.session.stop();
    const after = await startSession({ init: { companyId: 'company', agent: '1006' } });
    after.sdk.emit({
      messageID: 'EventAgentRegainStatus',
      agentStateInfo: { agentState: '1', workStatus: 'sorting' },
    });
    expect([after.session.state.wrapUp?.callId, after.session.draft.notes]).to.deep.equal(['', '']);
  });

  it('are those of their call', async () => {
    const fixture = await talk();
    fixture.session.saveDraft({ notes: 'first', disposition: '' });
    fixture.sdk.emit({ messageID: 'EventReleased', callID: 'c1' });
    fixture.sdk.emit({ messageID: 'EventEstablished', callID: 'c2' });
    expect(fixture.session.draft.notes).to.equal('');
    fixture.session.saveDraft({ notes: 'second', disposition: '' });
    fixture.sdk.emit({ messageID: 'EventReleased', callID: 'c2' });
    fixture.sdk.emit({ messageID: 'EventAgentNotReady' });
    expect(done(fixture)).to.deep.equal([
      ['c1', 'first', ''],
      ['c2', 'second', ''],
    ]);
  });

  for (const messages of [['EventDialing', 'EventEstablished', 'EventReleased'], ['EventReleased']]) {
    it(`stay with a call that gets its id by ${messages[0]}`, async () => {
      const fixture = await startSession();
      const call = fixture.session.makeCall({ otherDN: '555' });
      fixture.sdk.last().success({});
      await call;
      if (messages.length === 1) fixture.sdk.emit({ messageID: 'EventEstablished' });
      fixture.session.saveDraft({ notes: 'sold', disposition: '' });
      for (const messageID of messages) fixture.sdk.emit({ messageID, callID: 'c1' });
      expect(fixture.session.draft.notes).to.equal('sold');
      fixture.sdk.emit({ messageID: 'EventAgentReady' });
      expect(done(fixture)).to.deep.equal([['c1', 'sold', '']]);
    });
  }

  it("of a call without an id are not those of the next page's", async () => {
    const before = await startSession();
    before.sdk.emit({ messageID: 'EventEstablished' });
    before.session.saveDraft({ notes: 'about one customer', disposition: '' });
    before.session.stop();
    const after = await startSession();
    after.sdk.emit({ messageID: 'EventEstablished' });
    expect(after.session.draft.notes).to.equal('');
  });

  it('are saved nowhere while there is no call', async () => {
    const { session } = await startSession();
    session.saveDraft({ notes: 'x', disposition: '' });
    expect([session.draft.notes, stored()]).to.deep.equal(['', []]);
  });

  it('are read from whatever is in the storage', async () => {
    for (const junk of ['{', 'null', '7', '{"notes":1,"disposition":"x"}', '']) {
      sessionStorage.setItem('sobot-elements.draft.c1', junk);
      const { session } = await talk();
      expect(session.draft, junk).to.deep.equal({ notes: '', disposition: '' });
    }
  });

  it('live in memory where the browser keeps nothing', async () => {
    const { setItem, removeItem } = Storage.prototype;
    const refuse = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Object.assign(Storage.prototype, { setItem: refuse, removeItem: refuse });
    try {
      const fixture = await talk();
      fixture.session.saveDraft({ notes: 'sold', disposition: '' });
      fixture.sdk.emit({ messageID: 'EventReleased', callID: 'c1' });
      fixture.sdk.emit({ messageID: 'EventAgentReady' });
      expect(done(fixture)).to.deep.equal([['c1', 'sold', '']]);
    } finally {
      Object.assign(Storage.prototype, { setItem, removeItem });
    }
  });

  it('tells those who watch that something was written', async () => {
    const fixture = await talk();
    const seen: string[] = [];
    fixture.session.subscribe(() => seen.push(fixture.session.draft.notes));
    fixture.session.saveDraft({ notes: 'sold', disposition: '' });
    expect(seen).to.deep.equal(['sold']);
  });
});
