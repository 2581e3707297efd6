import { expect } from '@open-wc/testing';
import { startPhone, turn, type Phone } from '../../support/session.js';

const restored = {
  messageID: 'EventAgentRegainStatus',
  agentStateInfo: { agentState: '1', workStatus: 'talking' },
  workStatusInfo: { callID: 'c1', callType: 'Inbound' },
};
const stored = (): string[] => Object.keys(sessionStorage).filter((key) => key.startsWith('sobot-elements.draft.'));
const done = ({ heard }: Phone): [string, string, string][] =>
  heard.details('sobot-wrap-up-done').map(({ call, notes, disposition }) => [call.id, notes, disposition]);

async function talk(callID = 'c1'): Promise<Phone> {
  const agentHost = await startPhone();
  agentHost.double.emit({ messageID: 'EventEstablished', callID });
  return agentHost;
}

describe('notes of a call', () => {
  beforeEach(() => sessionStorage.clear());

  it('are handed out once, when the wrap-up is done, and are gone then', async () => {
    const agentHost = await talk();
    agentHost.session.saveDraft({ notes: 'begun in the call', disposition: '' });
    agentHost.double.emit({ messageID: 'EventReleased', callID: 'c1' });
    expect(agentHost.session.draft).to.deep.equal({ notes: 'begun in the call', disposition: '' });
    agentHost.session.saveDraft({ notes: 'sold', disposition: 'Won' });
    expect(done(agentHost)).to.deep.equal([]);
    agentHost.double.emit({ messageID: 'EventAgentReady' });
    agentHost.double.emit({ messageID: 'EventAgentReady' });
    agentHost.double.emit({ messageID: 'EventReleased', callID: 'c1' });
    expect(done(agentHost)).to.deep.equal([['c1', 'sold', 'Won']]);
    expect([agentHost.session.draft, stored()]).to.deep.equal([{ notes: '', disposition: '' }, []]);
  });

  it('are empty where nobody wrote any', async () => {
    const agentHost = await talk();
    agentHost.double.emit({ messageID: 'EventReleased', callID: 'c1' });
    const finished = agentHost.session.completeACW();
    agentHost.double.last().success({});
    await finished;
    expect(done(agentHost)).to.deep.equal([['c1', '', '']]);
  });

  it('are not handed out for a call without wrap-up', async () => {
    const agentHost = await startPhone();
    agentHost.double.emit({ messageID: 'EventRinging', callID: 'c1' });
    agentHost.session.saveDraft({ notes: 'x', disposition: '' });
    agentHost.double.emit({ messageID: 'EventReleased', callID: 'c1' });
    agentHost.double.emit({ messageID: 'EventAgentReady' });
    expect(done(agentHost)).to.deep.equal([]);
  });

  it('survive a reload during the call', async () => {
    const before = await talk();
    before.session.saveDraft({ notes: 'sold', disposition: 'Won' });

    const after = await startPhone();
    after.double.emit(restored);
    expect(after.session.draft).to.deep.equal({ notes: 'sold', disposition: 'Won' });
    after.double.emit({ messageID: 'EventReleased', callID: 'c1' });
    after.double.emit({ messageID: 'EventAgentReady' });
    expect(done(after)).to.deep.equal([['c1', 'sold', 'Won']]);
    expect(stored()).to.deep.equal([]);
  });

  it('survive a reload during the wrap-up, for which the platform names no call', async () => {
    const before = await talk();
    before.double.emit({ messageID: 'EventReleased', callID: 'c1' });
    before.session.saveDraft({ notes: 'sold', disposition: 'Won' });
    await turn();

    const after = await startPhone();
    after.double.emit({
      messageID: 'EventAgentRegainStatus',
      agentStateInfo: { agentState: '1', workStatus: 'sorting' },
    });
    expect([after.session.state.wrapUp?.callId, after.session.draft.notes]).to.deep.equal(['c1', 'sold']);
    after.double.emit({ messageID: 'EventAgentReady' });
    expect(done(after)).to.deep.equal([['c1', 'sold', 'Won']]);
    await turn();
    expect(sessionStorage.length).to.equal(0);
  });

  it("are not another agent's after a reload", async () => {
    const before = await talk();
    before.double.emit({ messageID: 'EventReleased', callID: 'c1' });
    before.session.saveDraft({ notes: 'sold', disposition: 'Won' });
    await turn();

    const after = await startPhone({ init: { companyId: 'company', agent: '1006' } });
    after.double.emit({
      messageID: 'EventAgentRegainStatus',
      agentStateInfo: { agentState: '1', workStatus: 'sorting' },
    });
    expect([after.session.state.wrapUp?.callId, after.session.draft.notes]).to.deep.equal(['', '']);
  });

  it('are those of their call', async () => {
    const agentHost = await talk();
    agentHost.session.saveDraft({ notes: 'first', disposition: '' });
    agentHost.double.emit({ messageID: 'EventReleased', callID: 'c1' });
    agentHost.double.emit({ messageID: 'EventEstablished', callID: 'c2' });
    expect(agentHost.session.draft.notes).to.equal('');
    agentHost.session.saveDraft({ notes: 'second', disposition: '' });
    agentHost.double.emit({ messageID: 'EventReleased', callID: 'c2' });
    agentHost.double.emit({ messageID: 'EventAgentNotReady' });
    expect(done(agentHost)).to.deep.equal([
      ['c1', 'first', ''],
      ['c2', 'second', ''],
    ]);
  });

  for (const messages of [['EventDialing', 'EventEstablished', 'EventReleased'], ['EventReleased']]) {
    it(`stay with a call that gets its id by ${messages[0]}`, async () => {
      const agentHost = await startPhone();
      const call = agentHost.session.makeCall({ otherDN: '555' });
      agentHost.double.last().success({});
      await call;
      if (messages.length === 1) agentHost.double.emit({ messageID: 'EventEstablished' });
      agentHost.session.saveDraft({ notes: 'sold', disposition: '' });
      for (const messageID of messages) agentHost.double.emit({ messageID, callID: 'c1' });
      expect(agentHost.session.draft.notes).to.equal('sold');
      agentHost.double.emit({ messageID: 'EventAgentReady' });
      expect(done(agentHost)).to.deep.equal([['c1', 'sold', '']]);
    });
  }

  it("of a call without an id are not those of the next page's", async () => {
    const before = await startPhone();
    before.double.emit({ messageID: 'EventEstablished' });
    before.session.saveDraft({ notes: 'about one customer', disposition: '' });
    const after = await startPhone();
    after.double.emit({ messageID: 'EventEstablished' });
    expect(after.session.draft.notes).to.equal('');
  });

  it('are saved nowhere while there is no call', async () => {
    const { session } = await startPhone();
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
      const agentHost = await talk();
      agentHost.session.saveDraft({ notes: 'sold', disposition: '' });
      agentHost.double.emit({ messageID: 'EventReleased', callID: 'c1' });
      agentHost.double.emit({ messageID: 'EventAgentReady' });
      expect(done(agentHost)).to.deep.equal([['c1', 'sold', '']]);
    } finally {
      Object.assign(Storage.prototype, { setItem, removeItem });
    }
  });

  it('tells those who watch that something was written', async () => {
    const agentHost = await talk();
    const seen: string[] = [];
    agentHost.session.subscribe(() => seen.push(agentHost.session.draft.notes));
    agentHost.session.saveDraft({ notes: 'sold', disposition: '' });
    expect(seen).to.deep.equal(['sold']);
  });
});
