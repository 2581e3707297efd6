import { expect } from '@open-wc/testing';
import type { SdkMessage } from '../../../src/sdk/index.js';
import { callCentreOf } from '../../../src/sandbox/call-centre.js';
import { onDuty, createCallCentre } from '../support/fixtures.js';

describe('sandbox: ends', () => {
  it('refuses everything before initAgent, and after a wrong one', () => {
    const { client } = createCallCentre();
    expect(client.refused('ready')).to.equal('SANDBOX_NOT_INITIALISED');
    for (const missing of ['token', 'companyId', 'agent']) {
      const options = { token: 't', companyId: 'c', agent: '1005', [missing]: ' ' };
      expect(client.refused('initAgent', options), missing).to.equal('SANDBOX_MISSING_PARAMETER');
    }
    expect(client.refused('initAgent', { token: 't', companyId: 'c', agent: '1', agentType: '2' })).to.equal(
      'SANDBOX_WRONG_PARAMETER',
    );
    expect(client.refused('makeCall', { otherDN: '1' })).to.equal('SANDBOX_NOT_INITIALISED');
  });

  it('takes any company, agent and token; padded, by number or by id', () => {
    const { client, another } = createCallCentre();
    expect(
      client.get('initAgent', { token: ' t ', companyId: ' c ', agent: ' 1005 ', agentType: ' 0 ' }),
    ).to.deep.equal({
      status: 'success',
    });
    const uuid = client.get('queryAgentLoginInfo')['agentUUID'];
    const byId = another();
    byId.get('initAgent', { token: 't', companyId: 'c', agent: uuid, agentType: '1' });
    expect(byId.get('queryAgentLoginInfo')).to.include({ agentID: '1005' });
    const stranger = another().init('4711');
    expect(stranger.get('queryAgentLoginInfo')).to.include({ agentID: '4711', ext: '1179' });
    const strangeId = another();
    strangeId.get('initAgent', { token: 't', companyId: 'c', agent: 'f'.repeat(32), agentType: '1' });
    expect(strangeId.get('queryAgentLoginInfo')).to.include({ agentUUID: 'f'.repeat(32), agentID: '2000' });
    stranger.login();
    strangeId.login();
  });

  it('delivers to EventAgentAll first, then to the name, the same object, with on and off chained', () => {
    const { client } = createCallCentre();
    const heard: [string, SdkMessage][] = [];
    const all = (message: SdkMessage) => heard.push(['all', message]);
    const one = (message: SdkMessage) => heard.push(['one', message]);
    const two = (message: SdkMessage) => heard.push(['two', message]);
    const { sdk } = client;
    expect(sdk.on('EventAgentLogin', one)).to.equal(sdk);
    sdk.on('EventAgentAll', all);
    sdk.on('EventAgentLogin', two);
    sdk.on('EventAgentReady', one);
    client.init().login();
    expect(heard.map(([who]) => who)).to.deep.equal(['all', 'one', 'two']);
    expect(new Set(heard.map(([, message]) => message)).size).to.equal(1);

    expect(sdk.off('EventAgentLogin', one)).to.equal(sdk);
    heard.length = 0;
    client.login();
    expect(heard.map(([who]) => who)).to.deep.equal(['all', 'two']);
    sdk.off('EventAgentLogin');
    sdk.off('EventAgentAll');
    sdk.off('EventNobodyKnows');
    heard.length = 0;
    client.login();
    expect(heard).to.deep.equal([]);
  });

  it('goes on when a listener or a callback throws, and reports it', () => {
    const { client } = createCallCentre();
    const reported: unknown[] = [];
    const original = globalThis.reportError;
    globalThis.reportError = (error) => void reported.push(error);
    try {
      client.sdk.off('EventAgentAll');
      client.sdk.on('EventAgentAll', () => {
        throw new Error('listener');
      });
      client.sdk.on('EventAgentLogin', (message) => client.messages.push(message));
      client.init();
      client.sdk.login({
        phoneType: 'sip',
        bindExt: '1005',
        success() {
          throw new Error('callback');
        },
      });
      client.clock.advance(30);
    } finally {
      globalThis.reportError = original;
    }
    expect(client.names).to.deep.equal(['EventAgentLogin']);
    expect(reported.map(String)).to.deep.equal(['Error: callback', 'Error: listener']);
  });

  it('answers first and tells the messages then; what a listener sets off comes behind', () => {
    const { client, centre, clock } = onDuty();
    const order: string[] = [];
    client.sdk.on('EventAgentAll', ({ messageID }) => {
      order.push(messageID);
      if (messageID === 'EventAgentReady') centre.customerCalls();
    });
    client.sdk.on('EventAgentReady', () => order.push('second listener'));
    client.sdk.ready({ success: () => order.push('success') });
    clock.advance(30);
    expect(order).to.deep.equal(['success', 'EventAgentReady', 'second listener', 'EventRinging']);
  });

  it('is displaced by a login at a second end; the agent is not logged out', () => {
    const { client, another, centre } = onDuty();
    const second = another().init();
    expect(client.names).to.deep.equal([]);
    second.clear().login({ phoneType: 'webrtc', bindExt: '1000' });
    expect(client.names).to.deep.equal(['EventAgentConnectionChanged']);
    expect(second.names).to.deep.equal(['EventAgentLogin']);
    expect(centre.snapshot().agent.state).to.equal('ready');
    expect(centre.snapshot().ends.map(({ connected }) => connected)).to.deep.equal([false, true]);

    expect(client.refused('ready')).to.equal('SANDBOX_DISPLACED');
    expect(client.refused('makeCall', { otherDN: '1' })).to.equal('SANDBOX_DISPLACED');
    client.get('queryStates');
    second.get('notReady', { reasonCode: 11 });
    expect(client.names).to.have.length(1);

    client.clear().login();
    expect(client.names).to.deep.equal(['EventAgentLogin']);
    expect(second.names.at(-1)).to.equal('EventAgentConnectionChanged');
  });

  it('is displaced on demand, and comes back by initAgent', () => {
    const { client, centre } = onDuty();
    centre.displaceAgent();
    centre.displaceAgent();
    expect(client.names).to.deep.equal(['EventAgentConnectionChanged']);
    expect(centre.snapshot().agent.state).to.equal('ready');
    client.clear().init();
    expect(client.names).to.deep.equal(['EventAgentRegainStatus']);
    client.get('notReady', { reasonCode: 11 });
  });

  it('regains the status after success, without a call', () => {
    const { client, another, clock } = onDuty({}, { bindExt: '1000' });
    const order: string[] = [];
    const second = another();
    second.sdk.on('EventAgentRegainStatus', () => order.push('regain'));
    second.sdk.initAgent({ token: 't', companyId: 'co', agent: '1005', success: () => order.push('success') });
    clock.advance(30);
    expect(order).to.deep.equal(['success', 'regain']);
    const message = second.messages[0];
    expect(message).to.not.have.property('workStatusInfo');
    expect(message?.companyId).to.equal('co');
    const since = clock.now() - 30;
    expect(message?.['agentStateInfo']).to.deep.equal({
      agent: '1005',
      agentType: '0',
      companyId: 'co',
      phoneType: 'webrtc',
      thisDN: '1000',
      agentState: '1',
      agentStateTimestamp: since,
      reasonCode: '0',
      reasonCodeTimestamp: since,
      workStatus: 'ready',
      workStatusTimestamp: since,
    });
    expect(client.names).to.deep.equal([]);
  });

  it('regains the call, and the end of the after-call work', () => {
    const { client, another, clock, centre } = onDuty();
    centre.customerCalls({ number: '13800001111' });
    client.get('answer');
    const since = clock.now();
    clock.advance(5000);
    const second = another().init();
    expect(second.messages[0]?.['agentStateInfo']).to.include({ workStatus: 'talking', workStatusTimestamp: since });
    expect(second.messages[0]?.['workStatusInfo']).to.deep.equal({
      callID: centre.snapshot().calls[0]?.id,
      callType: 'Inbound',
      companyId: 'company',
      otherDN: '13800001111',
      otherDNRole: 'Origination',
      thisDN: '1005',
      thisDNRole: 'Destination',
    });
    client.get('hangup');
    const third = another().init();
    expect(third.messages[0]).to.not.have.property('workStatusInfo');
    expect(third.messages[0]?.['agentStateInfo']).to.include({
      workStatus: 'sorting',
      wrapUpEndTimestamp: centre.snapshot().agent.wrapUpEndsAt,
    });
  });

  it('does not regain an agent who is offline', () => {
    const { client } = createCallCentre();
    expect(client.init().names).to.deep.equal([]);
  });

  it('finds a colleague offline who comes in person for the first time', () => {
    const { client } = createCallCentre();
    expect(client.init('1001').names).to.deep.equal([]);
    expect(client.get('login', { phoneType: 'sip' })).to.include({ bindExt: '1001' });
  });

  it('leads from an SDK instance to its centre', () => {
    const one = createCallCentre();
    const other = createCallCentre();
    expect(callCentreOf(one.client.sdk)).to.equal(one.centre);
    expect(callCentreOf(other.client.sdk)).to.equal(other.centre);
    expect(callCentreOf({ ...one.client.sdk })).to.equal(undefined);
  });
});
