import { expect } from '@open-wc/testing';
import fc from '../support/fast-check.js';
import { commandNames, events } from '../../src/sdk/index.js';
import { signalFromMessage, signalFromResult } from '../../src/state/index.js';
import { NOW } from '../support/state.js';

const junk = fc.anything({ maxDepth: 2, withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });
const vendorFields = [
  ...['callID', 'otherDN', 'thisDN', 'thirdDN', 'callType', 'thisDNRole', 'attachedData', 'creationTime', 'agentState'],
  ...['reasonCode', 'agentStateInfo', 'workStatusInfo', 'states', 'agents', 'info', 'ping', 'quality', 'queueName'],
];

describe('a message becomes a signal', () => {
  it('with typed fields, whatever the spelling of the values', () => {
    const signal = signalFromMessage(
      'EventAgentHoldCall',
      {
        ...{ messageID: 'EventAgentHoldCall', callID: ' 17 ', callType: 'INBOUND ', otherDN: 555, otherDNRole: '1' },
        ...{ thisDN: '1001', thisDNRole: 9, attachedData: '{"order":7}', creationTime: String(NOW) },
      },
      NOW + 5,
    );
    expect(signal).to.deep.include({
      ...{ type: 'call-held', origin: 'message', at: NOW + 5, callId: '17', kind: 'inbound', sentAt: NOW },
      ...{ otherNumber: '555', otherRole: 'Origination', localNumber: '1001', localRole: 'ConsultBy' },
      ...{ attachedData: { order: 7 }, wrapUpEndsAt: null },
    });
  });

  it('of one type, also where it tells of several things', () => {
    const signal = signalFromMessage(
      'EventAgentRegainStatus',
      {
        messageID: 'EventAgentRegainStatus',
        agentStateInfo: { agent: '1005', agentState: '2', reasonCode: 11, workStatus: 'calling' },
        workStatusInfo: { callID: 'c1', callType: 'Outbound' },
      },
      NOW,
    );
    if (signal?.type !== 'restore') throw new Error(`is ${signal?.type}`);
    expect(signal.presence).to.deep.equal({ status: 'break', reasonCode: 11, label: undefined });
    expect(signal.profile.number).to.equal('1005');
    expect(signal.call).to.include({ callId: 'c1', kind: 'outbound', state: 'dialing' });
  });

  it('or none, where it tells the state nothing', () => {
    expect(signalFromMessage('EventDtmfSent', { messageID: 'EventDtmfSent' }, NOW)).to.equal(null);
  });

  it('that makes a call presumed, where nobody knows its name', () => {
    const signal = signalFromMessage('EventOfTomorrow', { messageID: 'EventOfTomorrow', callID: 'c1' }, NOW);
    expect(signal).to.include({ type: 'call-presumed', callId: 'c1' });
  });

  it('of the type that the table names, without a field of the vendor, whatever it holds', () => {
    const fields = fc.dictionary(fc.constantFrom(...vendorFields), junk);
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(events)), fields, (messageID, rest) => {
        const signal = signalFromMessage(messageID, { ...rest, messageID }, NOW);
        expect(signal?.type ?? null).to.equal(events[messageID as keyof typeof events].signal);
        const shared = ['attachedData', 'agents', 'quality', 'ping']; // the state has these by the same names
        const vendors = Object.keys(signal ?? {}).filter((key) => vendorFields.includes(key) && !shared.includes(key));
        expect(vendors).to.deep.equal([]);
      }),
    );
  });
});

describe('a result becomes a signal', () => {
  it('of the type that the table names, whatever the SDK answers', () => {
    fc.assert(
      fc.property(fc.constantFrom(...commandNames), junk, (command, result) => {
        const signal = signalFromResult(command, {}, result, NOW);
        if (signal) expect([signal.origin, signal.at]).to.deep.equal(['result', NOW]);
      }),
    );
  });

  it('that says which states of a call its command is for, and nothing else about the call', () => {
    const signal = signalFromResult('rejectCall', {}, { callID: 'c9', otherDN: '1' }, NOW);
    expect(signal).to.deep.include({ type: 'call-ended', callId: '', otherNumber: '', appliesTo: ['ringing'] });
  });

  it('with the details that were asked for, where it begins a call', () => {
    const params = { otherDN: '555', userData: { order: 7 } };
    const signal = signalFromResult('makeCall', params, undefined, NOW);
    expect(signal).to.deep.include({ type: 'call-dialing', otherNumber: '555', attachedData: { order: 7 } });
  });

  it('with decoded rows, where it answers a query', () => {
    const agents = [{ agentUUID: 'u', agentID: 1005, agentState: 1, workStatus: '1' }, 'junk'];
    expect(signalFromResult('queryAgents', {}, { agents }, NOW)).to.deep.include({
      type: 'agents',
      agents: [{ id: 'u', number: '1005', presence: { status: 'ready' }, isFree: true }],
    });
    const states = [{ code: '11', name: ' Coffee ' }, { name: 'no code' }];
    expect(signalFromResult('queryStates', {}, { states }, NOW)).to.deep.include({
      type: 'breaks',
      breaks: [{ code: 11, name: 'Coffee' }],
    });
  });
});
