import { expect } from '@open-wc/testing';
import type { CommandName } from '../../../src/sdk/index.js';
import { onDuty, createCallCentre, type TestClient } from '../support/fixtures.js';

type Row = Record<string, unknown>;

const rows = (client: TestClient, command: CommandName, list: string, params: Row = {}): Row[] => {
  const found = client.get(command, params)[list];
  return Array.isArray(found) ? found : [];
};

const names = (list: readonly Row[], field: string): unknown[] => list.map((row) => row[field]);

describe('sandbox: queries', () => {
  it('queryStates: break and the tenant’s own', () => {
    const { client } = createCallCentre();
    const states = rows(client.init(), 'queryStates', 'states');
    expect(names(states, 'code')).to.deep.equal(['11', '12', '13', '14', '16']);
    for (const { name } of states) expect(name).to.be.a('string').and.not.equal('');
  });

  it('queryPhoneType: both spellings of the default, once', () => {
    const { client } = onDuty({}, { phoneType: 'sip', bindMobile: '133' });
    const result = client.get('queryPhoneType');
    expect(result).to.include({
      agentID: '1005',
      agentName: 'Mei Lin',
      currentPhoneType: 'sip',
      ext: '1005',
      phone: '133',
    });
    expect(result['id']).to.match(/^[0-9a-f]{32}$/);
    expect(result['phoneTypes']).to.deep.equal([
      { phoneType: 'webrtc', default: false, defaultPhoneType: false },
      { phoneType: 'sip', default: true, defaultPhoneType: true },
      { phoneType: 'pstn', default: false, defaultPhoneType: false },
    ]);
  });

  it('queryUnusedExts: pages of 50, fuzzy, without what is bound to others', () => {
    const { client } = createCallCentre();
    const first = client.init().get('queryUnusedExts');
    expect(first).to.include({ status: 'success', currPage: 1, pageSize: 50, total: 165 });
    const seen = new Set<unknown>();
    for (let currPage = 1; currPage <= 5; currPage += 1) {
      const page = names(rows(client, 'queryUnusedExts', 'exts', { currPage: String(currPage) }), 'ext');
      expect(page).to.have.length([50, 50, 50, 15, 0][currPage - 1] ?? 0);
      for (const ext of page) seen.add(ext);
    }
    expect(seen.size).to.equal(165);
    expect(seen.has('1001')).to.equal(false);
    const found = rows(client, 'queryUnusedExts', 'exts', { ext: ' 005 ', pageSize: 10 });
    expect(found).to.deep.equal([{ ext: '1005', default: true }]);
    for (const bad of [{ currPage: 0 }, { pageSize: -1 }, { currPage: 'x' }]) {
      expect(client.ask('queryUnusedExts', bad)?.kind).to.equal('error');
    }
  });

  it('queryAgentJoinedQueues and queryAgentLoginInfo: the groups, and those served now', () => {
    const { client } = createCallCentre();
    const joined = rows(client.init(), 'queryAgentJoinedQueues', 'queues');
    expect(joined).to.deep.equal([
      { queueID: 'q8001', queueName: 'Sales', queueWeight: 3, checkin: 0 },
      { queueID: 'q8002', queueName: 'Support', queueWeight: 2, checkin: 0 },
      { queueID: 'q8003', queueName: 'Billing', queueWeight: 1, checkin: 1 },
    ]);
    expect(rows(client, 'queryAgentLoginInfo', 'receptionQueues')).to.deep.equal([]);
    client.login();
    expect(rows(client, 'queryAgentLoginInfo', 'receptionQueues')).to.deep.equal(joined);
  });

  it('queryAgentCanJoinedInfo: the options last used, blank at first', () => {
    const { client } = createCallCentre();
    const before = client.init().get('queryAgentCanJoinedInfo')['info'];
    expect(before).to.include({ agentID: '1005', loginStatusCode: '', loginStatusName: '' });
    expect(before).to.not.have.property('currentPhoneType');
    client.login({ phoneType: 'pstn' }).get('logout');
    const after = client.get('queryAgentCanJoinedInfo')['info'];
    expect(after).to.include({ loginStatusCode: '1', loginStatusName: 'Online', currentPhoneType: 'pstn' });
    expect(after).to.have.property('loginStatus').with.length(2);
    expect(after).to.have.property('checkableQueues').with.length(3);
    expect(after).to.have.deep.nested.property('phoneTypes[0]', { phoneType: 'webrtc' });
  });

  it('queryRoutes and setRoute: one default each, spelled as documented', () => {
    const { client } = onDuty();
    const before = client.get('queryRoutes');
    expect(before).to.include({ agentID: '1005' }).and.have.property('agentUuid').with.length(32);
    expect(before).to.not.have.property('agentUUID');
    const after = client.get('setRoute', { explicitRule: ' 3 ', explicitNumber: ' 02155550199 ' });
    expect(after).to.include({ status: 'success' }).and.have.property('agentUUID').with.length(32);
    expect(after).to.not.have.property('agentUuid');
    const set = (list: string, field: string) =>
      names(
        rows(client, 'queryRoutes', list).filter(({ hasSet }) => hasSet),
        field,
      );
    expect(set('explicitRule', 'code')).to.deep.equal(['3']);
    expect(set('explicitSchema', 'code')).to.deep.equal(['plan-local']);
    expect(set('explicitNumbers', 'nickName')).to.deep.equal(['Shanghai branch']);
    client.get('makeCall', { otherDN: '1' });
    expect(client.last('EventDialing')?.['ANI']).to.equal('02155550199');
  });

  it('setRoute: only within the agent’s rules, and only while available', () => {
    const { client } = onDuty();
    for (const params of [
      {},
      { explicitRule: '4' },
      { explicitRule: '2' },
      { explicitRule: '3' },
      { explicitRule: '2', explicitCode: 'none' },
      { explicitRule: '3', explicitNumber: '1' },
    ]) {
      const answer = client.ask('setRoute', params);
      expect(answer?.kind, JSON.stringify(params)).to.equal('error');
      expect(answer?.value).to.have.property('errorMessage');
    }
    const may = () => client.ask('setRoute', { explicitRule: '1' })?.kind;
    expect(may()).to.equal('success');
    client.talk();
    expect(may()).to.equal('error');
    client.get('hangup');
    expect(may()).to.equal('error');
    client.get('notReady', { reasonCode: 2 });
    expect(may()).to.equal('error');
    client.get('logout');
    expect(may()).to.equal('error');
  });

  it('queryQueues: fuzzy, by number or name, with ready members', () => {
    const { client } = createCallCentre();
    client.init();
    expect(rows(client, 'queryQueues', 'queues')).to.deep.equal([
      { queueCode: 'q8001', queueName: 'Sales', readyMembers: 3 },
      { queueCode: 'q8002', queueName: 'Support', readyMembers: 2 },
      { queueCode: 'q8003', queueName: 'Billing', readyMembers: 2 },
    ]);
    expect(names(rows(client, 'queryQueues', 'queues', { queue: ' SUP ' }), 'queueName')).to.deep.equal(['Support']);
    expect(names(rows(client, 'queryQueues', 'queues', { queue: '8003' }), 'queueName')).to.deep.equal(['Billing']);
    expect(rows(client, 'queryQueues', 'queues', { queue: 'none' })).to.deep.equal([]);
    client.login();
    expect(names(rows(client, 'queryQueues', 'queues'), 'readyMembers')).to.deep.equal([4, 3, 3]);
  });

  it('queryAgents: the ready ones; -1 all; 1 online; name and group exact', () => {
    const { client } = onDuty({}, { agentState: '2' });
    const ids = (params: Row = {}) => names(rows(client, 'queryAgents', 'agents', params), 'agentID');
    expect(ids()).to.deep.equal(['1001', '1002', '1006', '1014', '1015', '1016']);
    expect(ids({ agentState: ' -1 ' })).to.have.length(16);
    expect(ids({ agentState: 1 })).to.deep.equal([
      ...['1001', '1002', '1003', '1006', '1007', '1010', '1013', '1014', '1015', '1016'],
    ]);
    expect(ids({ agentState: 2 })).to.deep.equal(['1005', '1004', '1008', '1012']);
    expect(ids({ agentState: 0 })).to.deep.equal(['1009', '1011']);
    expect(ids({ agentName: 'Chen' })).to.deep.equal([]);
    expect(ids({ agentName: ' Chen Yu ', agentState: -1 })).to.deep.equal(['1003']);
    expect(ids({ queueCode: ' q8003 ' })).to.deep.equal(['1006', '1016']);
    const [row] = rows(client, 'queryAgents', 'agents');
    expect(row).to.deep.include({
      agentID: '1001',
      agentName: 'Aarav Mehta',
      ext: '1001',
      agentState: 1,
      workStatus: 1,
    });
    expect(row?.['agentUUID']).to.match(/^[0-9a-f]{32}$/);
  });

  it('queryCountsInQueue: the groups that the agent is in', () => {
    const { client, another, centre } = onDuty();
    const rowsOf = (one: TestClient) => rows(one, 'queryCountsInQueue', 'queues');
    expect(rowsOf(client)).to.deep.equal([
      { queueID: 'q8001', queueName: 'Sales', count: 3 },
      { queueID: 'q8002', queueName: 'Support', count: 6 },
      { queueID: 'q8003', queueName: 'Billing', count: 1 },
    ]);
    centre.customerCalls({ queue: 'Sales' });
    expect(rowsOf(another().init('1001'))).to.deep.equal([{ queueID: 'q8001', queueName: 'Sales', count: 2 }]);
  });
});
