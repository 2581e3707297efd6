import { expect } from '@open-wc/testing';
import { onDuty, createCallCentre, type CallCentreFixture } from '../support/fixtures.js';

/** Each work status of the document that an end can bring about. */
const states: Record<string, (set: CallCentreFixture) => void> = {
  ready: () => {},
  occupied: ({ client }) => void client.get('notReady', { reasonCode: 11 }),
  calling: ({ centre }) => void centre.customerCalls(),
  dialing: ({ client }) => void client.get('makeCall', { otherDN: '5550101' }),
  talking: ({ client }) => void client.talk(),
  holding: ({ client }) => void client.talk().get('holdCall'),
  sorting: ({ client }) => void client.talk().get('hangup'),
};

const inState = (name: string): CallCentreFixture => {
  const set = onDuty();
  states[name]?.(set);
  expect(set.centre.snapshot().agent.workStatus).to.equal(name);
  set.client.clear();
  return set;
};

describe('sandbox: presence', () => {
  it('logs in with the documented result', () => {
    const { client, centre } = createCallCentre();
    client.init();
    expect(centre.snapshot().agent).to.include({ state: 'offline', workStatus: 'offline' });
    const result = client.get('login', {
      agentState: ' 1 ',
      phoneType: ' webrtc ',
      bindExt: ' 1000 ',
      bindMobile: ' 13333333333 ',
      unbindExtOnLogout: false,
    });
    expect(result).to.deep.equal({
      status: 'success',
      agentState: '1',
      phoneType: 'webrtc',
      bindExt: '1000',
      bindMobile: '13333333333',
      reasonCode: 0,
    });
    expect(client.messages).to.have.length(1);
    expect(client.messages[0]).to.deep.include({
      messageID: 'EventAgentLogin',
      agentID: '1005',
      thisDN: '1000',
      thisQueues: ['q8001', 'q8002', 'q8003'],
      agentState: '1',
    });
    expect(client.messages[0]?.['agentUUID']).to.match(/^[0-9a-f]{32}$/);
  });

  it('takes what is set for the agent where parameters are blank, and DND as the state', () => {
    const { client } = createCallCentre();
    expect(client.init().get('login')).to.include({
      agentState: '2',
      phoneType: 'webrtc',
      bindExt: '1005',
      reasonCode: 2,
    });
  });

  it('logs in only while ready, occupied or offline', () => {
    for (const name of Object.keys(states)) {
      const { client } = inState(name);
      const kind = client.ask('login', { phoneType: 'sip', bindExt: '1005' })?.kind;
      expect(kind, name).to.equal(name === 'ready' || name === 'occupied' ? 'success' : 'error');
    }
  });

  it('logs out only while ready or occupied', () => {
    for (const name of Object.keys(states)) {
      const { client, centre } = inState(name);
      const may = name === 'ready' || name === 'occupied';
      expect(client.ask('logout')?.kind, name).to.equal(may ? 'success' : 'error');
      expect(client.names, name).to.deep.equal(may ? ['RequestAgentLogout'] : []);
      if (may) expect(centre.snapshot().agent.state).to.equal('offline');
    }
    const { client } = createCallCentre();
    expect(client.init().refused('logout')).to.equal('SANDBOX_NOT_LOGGED_IN');
  });

  it('resets from any state: hangs up, no after-call work', () => {
    for (const name of Object.keys(states)) {
      const { client, centre, clock } = inState(name);
      client.get('resetLogout');
      const onCall = ['calling', 'dialing', 'talking', 'holding'].includes(name);
      expect(client.names, name).to.deep.equal(onCall ? ['EventReleased', 'EventAgentLogout'] : ['EventAgentLogout']);
      expect(centre.snapshot().agent, name).to.include({ state: 'offline', workStatus: 'offline', wrapUpEndsAt: null });
      expect(centre.snapshot().calls, name).to.have.length(0);
      clock.advance(120_000);
      expect(client.names.at(-1), name).to.equal('EventAgentLogout');
    }
    const { client } = createCallCentre();
    client.init().get('resetLogout');
  });

  it('puts the caller back in line when the agent resets while it rings', () => {
    const { client, centre } = onDuty();
    centre.customerCalls({ number: '1', queue: 'Sales' });
    client.get('resetLogout');
    expect(centre.snapshot().queues[0]?.count).to.equal(4);
  });

  it('binds an extension to one agent only', () => {
    const { client, another } = createCallCentre();
    client.init().login({ bindExt: '1100' });
    const other = another().init('1001');
    expect(other.refused('login', { phoneType: 'sip', bindExt: '1100' })).to.equal('SANDBOX_EXTENSION_TAKEN');
    expect(other.refused('login', { phoneType: 'sip', bindExt: '1006' })).to.equal('SANDBOX_EXTENSION_TAKEN');
    expect(other.refused('login', { phoneType: 'sip', bindExt: '9' })).to.equal('SANDBOX_UNKNOWN_EXTENSION');
    client.get('logout');
    expect(other.refused('login', { phoneType: 'sip', bindExt: '1100' })).to.equal('SANDBOX_EXTENSION_TAKEN');
  });

  it('unbinds the extension after logout when login asked for it', () => {
    for (const command of ['logout', 'resetLogout'] as const) {
      const { client, another } = createCallCentre();
      client.init().login({ bindExt: '1100', unbindExtOnLogout: true }).get(command);
      another().init('1001').login({ bindExt: '1100' });
      expect(client.refused('login', { phoneType: 'sip' })).to.equal('SANDBOX_MISSING_PARAMETER');
    }
  });

  it('goes ready and occupied with the documented reasons', () => {
    const { client, centre } = onDuty();
    for (const reasonCode of [2, 11, 12, 13, 14, 15, 16, 17, 18]) {
      client.get('notReady', { reasonCode });
      expect(client.messages.at(-1)).to.include({ messageID: 'EventAgentNotReady', reasonCode, agentState: '2' });
      expect(centre.snapshot().agent.state).to.equal(reasonCode === 2 ? 'dnd' : 'break');
    }
    for (const reasonCode of [0, 1, 19, 98, 'x']) {
      expect(client.refused('notReady', { reasonCode })).to.equal('SANDBOX_WRONG_PARAMETER');
    }
    expect(client.refused('notReady')).to.equal('SANDBOX_MISSING_PARAMETER');
    client.get('ready');
    expect(client.messages.at(-1)).to.include({ messageID: 'EventAgentReady', agentState: '1', reasonCode: 0 });
  });

  it('is ready or occupied only after login', () => {
    const { client } = createCallCentre();
    client.init();
    expect(client.refused('ready')).to.equal('SANDBOX_NOT_LOGGED_IN');
    expect(client.refused('notReady', { reasonCode: 11 })).to.equal('SANDBOX_NOT_LOGGED_IN');
  });

  it('lets a supervisor log out, occupy and ready an agent by work number or id', () => {
    const { client, another } = onDuty();
    const other = another().init('1001').login().clear();
    const uuid = other.get('queryAgentLoginInfo')['agentUUID'];
    client.get('forceBusy', { targetAgentID: ' 1001 ' });
    client.get('forceReady', { targetAgentID: uuid });
    client.get('forceLogout', { targetAgentID: '1001' });
    expect(other.names).to.deep.equal(['EventAgentNotReady', 'EventAgentReady', 'EventAgentLogout']);
    expect(client.names).to.deep.equal([]);
    for (const command of ['forceBusy', 'forceReady', 'forceLogout'] as const) {
      expect(client.refused(command, { targetAgentID: '1001' }), command).to.equal('SANDBOX_NOT_LOGGED_IN');
      expect(client.refused(command, { targetAgentID: '9999' }), command).to.equal('SANDBOX_UNKNOWN_AGENT');
      expect(client.refused(command), command).to.equal('SANDBOX_MISSING_PARAMETER');
    }
  });

  it('moves colleagues out of what they were doing', () => {
    const { client } = onDuty();
    const work = () => {
      const agents = client.get('queryAgents', { agentState: -1, agentName: 'Chen Yu' })['agents'];
      return Array.isArray(agents) ? agents[0] : undefined;
    };
    expect(work()).to.include({ agentState: 1, workStatus: 6 });
    client.get('forceBusy', { targetAgentID: '1003' });
    expect(work()).to.include({ agentState: 2, workStatus: 2 });
    client.get('forceLogout', { targetAgentID: '1003' });
    expect(work()).to.include({ agentState: 0, workStatus: 0 });
  });
});
