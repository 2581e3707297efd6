import { expect } from '@open-wc/testing';
import { onDuty, scene, type Scene } from '../support/fixtures.js';

/** Each work status of the document that an end can bring about. */
const states: Record<string, (set: Scene) => void> = {
  ready: () => {},
  occupied: ({ agentHost }) => void agentHost.get('notReady', { reasonCode: 11 }),
  calling: ({ centre }) => void centre.customerCalls(),
  dialing: ({ agentHost }) => void agentHost.get('makeCall', { otherDN: '5550101' }),
  talking: ({ agentHost }) => void agentHost.talk(),
  holding: ({ agentHost }) => void agentHost.talk().get('holdCall'),
  sorting: ({ agentHost }) => void agentHost.talk().get('hangup'),
};

const inState = (name: string): Scene => {
  const set = onDuty();
  states[name]?.(set);
  expect(set.centre.snapshot().agent.workStatus).to.equal(name);
  set.agentHost.clear();
  return set;
};

describe('sandbox: presence', () => {
  it('logs in with the documented result', () => {
    const { agentHost, centre } = scene();
    agentHost.init();
    expect(centre.snapshot().agent).to.include({ state: 'offline', workStatus: 'offline' });
    const result = agentHost.get('login', {
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
    expect(agentHost.messages).to.have.length(1);
    expect(agentHost.messages[0]).to.deep.include({
      messageID: 'EventAgentLogin',
      agentID: '1005',
      thisDN: '1000',
      thisQueues: ['q8001', 'q8002', 'q8003'],
      agentState: '1',
    });
    expect(agentHost.messages[0]?.['agentUUID']).to.match(/^[0-9a-f]{32}$/);
  });

  it('takes what is set for the agent where parameters are blank, and DND as the state', () => {
    const { agentHost } = scene();
    expect(agentHost.init().get('login')).to.include({
      agentState: '2',
      phoneType: 'webrtc',
      bindExt: '1005',
      reasonCode: 2,
    });
  });

  it('logs in only while ready, occupied or offline', () => {
    for (const name of Object.keys(states)) {
      const { agentHost } = inState(name);
      const kind = agentHost.ask('login', { phoneType: 'sip', bindExt: '1005' })?.kind;
      expect(kind, name).to.equal(name === 'ready' || name === 'occupied' ? 'success' : 'error');
    }
  });

  it('logs out only while ready or occupied', () => {
    for (const name of Object.keys(states)) {
      const { agentHost, centre } = inState(name);
      const may = name === 'ready' || name === 'occupied';
      expect(agentHost.ask('logout')?.kind, name).to.equal(may ? 'success' : 'error');
      expect(agentHost.names, name).to.deep.equal(may ? ['RequestAgentLogout'] : []);
      if (may) expect(centre.snapshot().agent.state).to.equal('offline');
    }
    const { agentHost } = scene();
    expect(agentHost.init().refused('logout')).to.equal('SANDBOX_NOT_LOGGED_IN');
  });

  it('resets from any state: hangs up, no after-call work', () => {
    for (const name of Object.keys(states)) {
      const { agentHost, centre, clock } = inState(name);
      agentHost.get('resetLogout');
      const onCall = ['calling', 'dialing', 'talking', 'holding'].includes(name);
      expect(agentHost.names, name).to.deep.equal(
        onCall ? ['EventReleased', 'EventAgentLogout'] : ['EventAgentLogout'],
      );
      expect(centre.snapshot().agent, name).to.include({ state: 'offline', workStatus: 'offline', wrapUpEndsAt: null });
      expect(centre.snapshot().calls, name).to.have.length(0);
      clock.advance(120_000);
      expect(agentHost.names.at(-1), name).to.equal('EventAgentLogout');
    }
    const { agentHost } = scene();
    agentHost.init().get('resetLogout');
  });

  it('puts the caller back in line when the agent resets while it rings', () => {
    const { agentHost, centre } = onDuty();
    centre.customerCalls({ number: '1', queue: 'Sales' });
    agentHost.get('resetLogout');
    expect(centre.snapshot().queues[0]?.count).to.equal(4);
  });

  it('binds an extension to one agent only', () => {
    const { agentHost, another } = scene();
    agentHost.init().login({ bindExt: '1100' });
    const other = another().init('1001');
    expect(other.refused('login', { phoneType: 'sip', bindExt: '1100' })).to.equal('SANDBOX_EXTENSION_TAKEN');
    expect(other.refused('login', { phoneType: 'sip', bindExt: '1006' })).to.equal('SANDBOX_EXTENSION_TAKEN');
    expect(other.refused('login', { phoneType: 'sip', bindExt: '9' })).to.equal('SANDBOX_UNKNOWN_EXTENSION');
    agentHost.get('logout');
    expect(other.refused('login', { phoneType: 'sip', bindExt: '1100' })).to.equal('SANDBOX_EXTENSION_TAKEN');
  });

  it('unbinds the extension after logout when login asked for it', () => {
    for (const command of ['logout', 'resetLogout'] as const) {
      const { agentHost, another } = scene();
      agentHost.init().login({ bindExt: '1100', unbindExtOnLogout: true }).get(command);
      another().init('1001').login({ bindExt: '1100' });
      expect(agentHost.refused('login', { phoneType: 'sip' })).to.equal('SANDBOX_MISSING_PARAMETER');
    }
  });

  it('goes ready and occupied with the documented reasons', () => {
    const { agentHost, centre } = onDuty();
    for (const reasonCode of [2, 11, 12, 13, 14, 15, 16, 17, 18]) {
      agentHost.get('notReady', { reasonCode });
      expect(agentHost.messages.at(-1)).to.include({ messageID: 'EventAgentNotReady', reasonCode, agentState: '2' });
      expect(centre.snapshot().agent.state).to.equal(reasonCode === 2 ? 'dnd' : 'break');
    }
    for (const reasonCode of [0, 1, 19, 98, 'x']) {
      expect(agentHost.refused('notReady', { reasonCode })).to.equal('SANDBOX_WRONG_PARAMETER');
    }
    expect(agentHost.refused('notReady')).to.equal('SANDBOX_MISSING_PARAMETER');
    agentHost.get('ready');
    expect(agentHost.messages.at(-1)).to.include({ messageID: 'EventAgentReady', agentState: '1', reasonCode: 0 });
  });

  it('is ready or occupied only after login', () => {
    const { agentHost } = scene();
    agentHost.init();
    expect(agentHost.refused('ready')).to.equal('SANDBOX_NOT_LOGGED_IN');
    expect(agentHost.refused('notReady', { reasonCode: 11 })).to.equal('SANDBOX_NOT_LOGGED_IN');
  });

  it('lets a supervisor log out, occupy and ready an agent by work number or id', () => {
    const { agentHost, another } = onDuty();
    const other = another().init('1001').login().clear();
    const uuid = other.get('queryAgentLoginInfo')['agentUUID'];
    agentHost.get('forceBusy', { targetAgentID: ' 1001 ' });
    agentHost.get('forceReady', { targetAgentID: uuid });
    agentHost.get('forceLogout', { targetAgentID: '1001' });
    expect(other.names).to.deep.equal(['EventAgentNotReady', 'EventAgentReady', 'EventAgentLogout']);
    expect(agentHost.names).to.deep.equal([]);
    for (const command of ['forceBusy', 'forceReady', 'forceLogout'] as const) {
      expect(agentHost.refused(command, { targetAgentID: '1001' }), command).to.equal('SANDBOX_NOT_LOGGED_IN');
      expect(agentHost.refused(command, { targetAgentID: '9999' }), command).to.equal('SANDBOX_UNKNOWN_AGENT');
      expect(agentHost.refused(command), command).to.equal('SANDBOX_MISSING_PARAMETER');
    }
  });

  it('moves colleagues out of what they were doing', () => {
    const { agentHost } = onDuty();
    const work = () => {
      const agents = agentHost.get('queryAgents', { agentState: -1, agentName: 'Chen Yu' })['agents'];
      return Array.isArray(agents) ? agents[0] : undefined;
    };
    expect(work()).to.include({ agentState: 1, workStatus: 6 });
    agentHost.get('forceBusy', { targetAgentID: '1003' });
    expect(work()).to.include({ agentState: 2, workStatus: 2 });
    agentHost.get('forceLogout', { targetAgentID: '1003' });
    expect(work()).to.include({ agentState: 0, workStatus: 0 });
  });
});
