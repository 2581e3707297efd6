import { expect } from '@open-wc/testing';
import type { SobotAgent } from '../../../elements/sobot-agent/define.js';
import type { PartyResolver, ResolvedParty } from '../../../elements/sobot-agent/agent-settings.js';
import { callFields } from '../../support/call-fields.js';
import { turn } from '../../support/session.js';
import { createReadyAgent } from '../../support/agent-fixture.js';
import type { FakeSdk } from '../../support/fake-sdk.js';
import type { EventRecorder } from '../../support/event-recorder.js';

describe('partyResolver', () => {
  let agent: SobotAgent;
  let sdk: FakeSdk;
  let events: EventRecorder;
  beforeEach(async () => {
    ({ agent, sdk, events } = await createReadyAgent());
  });

  let asked: [number: string, callId: string][];
  let answers: Record<string, (party: ResolvedParty | null) => void>;

  /** Answers when a test says so. */
  const slow: PartyResolver = (number, { id }) => {
    asked.push([number, id]);
    return new Promise((resolve) => (answers[number] = resolve));
  };
  const tell = async (messageID: string, fields: object = {}): Promise<void> => {
    sdk.emit({ messageID, ...callFields, ...fields });
    await turn();
  };
  const answer = async (number: string, party: ResolvedParty | null): Promise<void> => {
    answers[number]?.(party);
    await turn();
  };
  const numbers = (): string[] => asked.map(([number]) => number);
  const warnings = (): string[] => events.of('sobot-warning').map(({ message }) => message as string);

  beforeEach(() => {
    asked = [];
    answers = {};
    agent.partyResolver = slow;
  });

  it('is asked once a call, for the other side, not for the agent', async () => {
    for (const message of ['EventRinging', 'EventEstablished', 'EventAgentHoldCall']) await tell(message);
    await tell('EventReleased');
    await tell('EventRinging', { callID: 'c2' });
    expect(asked).to.deep.equal([
      ['135****5678', 'c1'],
      ['135****5678', 'c2'],
    ]);
  });

  it('is asked once for every spelling of a number', async () => {
    await tell('EventRinging', { otherDN: '0049 (30) 5550100', thisDN: '1005' });
    await tell('EventEstablished', { otherDN: '+49305550100', thisDN: '10-05' });
    await answer('0049 (30) 5550100', { name: 'Ada' });
    expect(numbers()).to.deep.equal(['0049 (30) 5550100']);
    expect(agent.state.call).to.deep.include({ number: '+49305550100', name: 'Ada' });
    expect(agent.state.call?.parties.map(({ number }) => number)).to.deep.equal(['+49305550100', '10-05']);
  });

  it('is not asked for the own number after it has changed', async () => {
    await tell('EventRinging');
    await tell('EventEstablished', { thisDN: '8001', thisDNRole: 'TransferTo' });
    expect(numbers()).to.deep.equal(['135****5678']);
  });

  it('names a call that waits beside the current one, and is asked once about it', async () => {
    await tell('EventRinging');
    await tell('EventEstablished');
    await tell('EventRinging', { callID: 'c2', otherDN: '139' });
    expect(asked).to.deep.equal([
      ['135****5678', 'c1'],
      ['139', 'c2'],
    ]);
    await answer('139', { name: 'Bo' });
    expect(agent.state.waitingCalls[0]?.name).to.equal('Bo');
    await tell('EventEstablished', { callID: 'c2', otherDN: '139' });
    await answer('135****5678', { name: 'Ada' });
    expect([agent.state.call?.name, agent.state.waitingCalls[0]?.name]).to.deep.equal(['Bo', 'Ada']);
    expect(asked).to.have.length(2);
  });

  it('never delays the call', async () => {
    await tell('EventRinging');
    expect(agent.call).to.equal('ringing');
    await tell('EventEstablished');
    expect(agent.call).to.equal('talking');
    await answer('135****5678', { name: 'Ada' });
    expect(agent.state.call?.name).to.equal('Ada');
  });

  it('fills name, address and details of the call', async () => {
    await tell('EventRinging');
    await answer('135****5678', { name: ' Ada ', href: '/customers/7', details: { Tier: 'gold', since: 2019 } });
    expect(agent.state.call).to.deep.include({
      name: 'Ada',
      href: `${location.origin}/customers/7`,
      details: { Tier: 'gold', since: 2019 },
    });
    expect(agent.state.call?.parties.map(({ name }) => name)).to.deep.equal(['Ada', undefined]);
  });

  it('names a third party: consulted, and in the conference', async () => {
    await tell('EventRinging');
    await tell('EventEstablished');
    await tell('EventDialing', { callID: 'c2', callType: 'Consult', thisDNRole: 'ConsultBy', otherDN: '1002' });
    expect(numbers()).to.deep.equal(['135****5678', '1002']);
    await answer('1002', { name: 'Bo' });
    expect(agent.state.consult?.name).to.equal('Bo');
    await tell('EventEstablished', { callID: 'c2', callType: 'Consult', otherDN: '1002' });
    await tell('EventPartyAdded', { thisDNRole: 'AddedBy', thirdDN: '1002', thirdDNRole: 'NewParty' });
    expect(agent.state.call?.parties.find(({ number }) => number === '1002')?.name).to.equal('Bo');
    expect(numbers()).to.deep.equal(['135****5678', '1002']);
  });

  it('is asked anew when the call becomes that of somebody else', async () => {
    await tell('EventRinging', { callType: 'Consult', otherDN: '1002', thirdDN: '139' });
    await answer('1002', { name: 'Bo', href: 'https://crm.example/bo', details: { desk: 4 } });
    await tell('EventEstablished', { callType: 'Consult', otherDN: '1002' });
    await tell('EventPartyChanged', { otherDN: '139', thisDNRole: 'TransferTo', thirdDN: '1002' });
    expect(numbers()).to.include('139');
    const { call } = agent.state;
    expect([call?.number, call?.name, call?.href, call?.details]).to.deep.equal([
      '139',
      undefined,
      undefined,
      undefined,
    ]);
    await answer('139', { name: 'Ada' });
    expect(agent.state.call?.name).to.equal('Ada');
  });

  it('names the call that has ended meanwhile, and the wrap-up', async () => {
    await tell('EventRinging');
    await tell('EventEstablished');
    await tell('EventReleased');
    await answer('135****5678', { name: 'Ada', details: { Tier: 'gold' } });
    expect(agent.state.lastCall).to.deep.include({ name: 'Ada', details: { Tier: 'gold' } });
    expect(agent.state.wrapUp?.call?.name).to.equal('Ada');
  });

  it('names no other call, even of the same number', async () => {
    await tell('EventRinging');
    const late = answers['135****5678'];
    await tell('EventReleased');
    await tell('EventRinging', { callID: 'c2' });
    late?.({ name: 'Ada' });
    await turn();
    expect(agent.state.call?.name).to.equal(undefined);
    await answer('135****5678', { name: 'Bo' });
    expect(agent.state.call?.name).to.equal('Bo');
  });

  it('set during a call is asked with the next news', async () => {
    agent.partyResolver = null;
    await tell('EventRinging');
    agent.partyResolver = slow;
    await tell('EventEstablished');
    expect(numbers()).to.deep.equal(['135****5678']);
  });

  it('that answers at once leaves no listener behind the state', async () => {
    agent.partyResolver = () => Promise.resolve({ name: 'Ada' });
    const seen: (string | undefined)[] = [];
    agent.subscribe(({ call }) => seen.push(call?.name));
    await tell('EventRinging');
    await tell('EventEstablished');
    expect(seen.at(-1)).to.equal('Ada');
    expect(agent.state.call?.name).to.equal('Ada');
  });

  for (const href of ['javascript:alert(1)', 'data:text/html,x', 'tel:1', 'https://', 'ftp://x']) {
    it(`may not lead to ${href}: its name stays, and one warning says so`, async () => {
      agent.partyResolver = () => Promise.resolve({ name: 'Ada', href });
      await tell('EventRinging');
      await tell('EventReleased');
      await tell('EventRinging', { callID: 'c2' });
      expect(agent.state.call?.name).to.equal('Ada');
      expect(agent.state.call?.href).to.equal(undefined);
      expect(warnings()).to.have.length(1);
    });
  }

  for (const party of [
    null,
    undefined,
    {},
    { name: 7 },
    { name: ' ' },
    { details: 'gold' },
    { details: [1] },
    'Ada',
    7,
  ]) {
    it(`may give ${JSON.stringify(party)}, of which nothing is shown`, async () => {
      agent.partyResolver = () => Promise.resolve(party as never);
      await tell('EventRinging');
      const { call } = agent.state;
      expect([call?.name, call?.href, call?.details]).to.deep.equal([undefined, undefined, undefined]);
      expect(warnings()).to.deep.equal([]);
    });
  }

  it('that fails is one warning until it works again', async () => {
    let fails = true;
    agent.partyResolver = () => (fails ? Promise.reject(new Error('down')) : Promise.resolve({ name: 'Ada' }));
    const ring = async (callID: string): Promise<void> => {
      await tell('EventRinging', { callID });
      await tell('EventReleased', { callID });
    };
    await ring('c1');
    await ring('c2');
    expect(warnings()).to.deep.equal(['partyResolver: down']);
    fails = false;
    await ring('c3');
    fails = true;
    await ring('c4');
    expect(warnings()).to.have.length(2);
  });

  it('that throws is a warning, and its data are a copy', async () => {
    agent.partyResolver = () => {
      throw new Error('broken');
    };
    await tell('EventRinging');
    expect(warnings()).to.deep.equal(['partyResolver: broken']);
    const details = { list: [1] };
    agent.partyResolver = () => Promise.resolve({ details });
    await tell('EventReleased');
    await tell('EventRinging', { callID: 'c2' });
    details.list.push(2);
    expect(agent.state.call?.details).to.deep.equal({ list: [1] });
  });
});
