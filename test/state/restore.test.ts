import { expect } from '@open-wc/testing';
import { callStatus, deriveEvents, disabledReason, type AgentState } from '../../src/state/index.js';
import { after, held, loggedIn, message, NOW, play, ready, success, talking, wrappingUp } from '../support/state.js';

type Fields = Record<string, unknown>;

const BEFORE = NOW - 300_000;
const work = {
  callID: 'c1',
  callType: 'Outbound',
  otherDN: '555',
  otherDNRole: 'Destination',
  thisDN: '1001',
  thisDNRole: 1,
};
const regained = (agentStateInfo: Fields, workStatusInfo?: Fields) =>
  message('EventAgentRegainStatus', { agentStateInfo, ...(workStatusInfo && { workStatusInfo }) });

describe('what is restored', () => {
  it('is who the agent is, and how', () => {
    const info = {
      agent: ' 1005 ',
      agentType: '0',
      phoneType: 'webrtc',
      thisDN: '1001',
      agentState: '2',
      reasonCode: '11',
      reasonCodeTimestamp: BEFORE,
    };
    const state = after(regained(info));
    expect(state.presence).to.deep.equal({ status: 'break', reasonCode: 11, label: undefined, since: BEFORE });
    expect(state.agent).to.deep.equal({
      number: '1005',
      id: '',
      name: '',
      ext: '1001',
      phone: '',
      phoneType: 'webrtc',
    });
    expect([state.call, state.wrapUp, state.connection]).to.deep.equal([null, null, 'connected']);
    expect(after(regained({ ...info, agentType: 1 })).agent).to.deep.include({ number: '', id: '1005' });
  });

  it('counts readiness from the state, not from the last reason', () => {
    const info = { agentState: '1', agentStateTimestamp: BEFORE, reasonCodeTimestamp: 1_000_000_000_000 };
    expect(after(regained(info)).presence).to.deep.equal({ status: 'ready', since: BEFORE });
  });

  it('is the call, from the time that the platform gives', () => {
    const state = after(regained({ agentState: '1', workStatus: 'talking', workStatusTimestamp: BEFORE }, work));
    expect(state.call).to.deep.equal({
      id: 'c1',
      sequence: 1,
      type: 'outbound',
      state: 'talking',
      number: '555',
      localNumber: '1001',
      queue: undefined,
      parties: [
        { number: '555', role: 'Destination', state: 'Talk' },
        { number: '1001', role: 'Origination', state: 'Talk' },
      ],
      muted: false,
      startedAt: BEFORE,
      connectedAt: BEFORE,
      heldAt: null,
      attachedData: {},
      originalCall: null,
      presumed: false,
    });
    expect(deriveEvents(ready, state).calls.map(([name]) => name)).to.deep.equal([
      'sobot-call-started',
      'sobot-call-connected',
    ]);
  });

  const statuses: readonly (readonly [string | undefined, string, string, boolean])[] = [
    ['holding', 'Outbound', 'held', false],
    ['Talking', 'Outbound', 'talking', false],
    ['ringing', 'Inbound', 'ringing', false],
    ['calling', 'Inbound', 'ringing', false],
    ['calling', 'Outbound', 'dialing', false],
    ['dialing', 'Outbound', 'dialing', false],
    ['7', 'Outbound', 'talking', true],
    ['', 'Inbound', 'talking', true],
    [undefined, 'Inbound', 'talking', true],
  ];
  for (const [workStatus, callType, word, assumed] of statuses) {
    it(`with workStatus ${workStatus}, ${callType}, is a call ${word}${assumed ? ', assumed' : ''}`, () => {
      const { call } = after(regained({ agentState: '1', workStatus }, { ...work, callType }));
      expect([call?.state, call?.presumed, call?.connectedAt === null]).to.deep.equal([
        word,
        assumed,
        word === 'ringing' || word === 'dialing',
      ]);
    });
  }

  it('leaves every control of a call enabled until it is sure', () => {
    const assumed = after(regained({ agentState: '1', workStatus: '7' }, work));
    const controls = [
      ...(['answer', 'rejectCall', 'hangup', 'holdCall', 'retrieveCall', 'muteCall', 'unmute', 'sendDtmf'] as const),
      ...(['singleTransfer', 'initiateConsult', 'cancelConsult', 'retrieveConsult', 'consultTransfer'] as const),
      ...(['consultConference', 'sendSatisfy', 'resetLogout'] as const),
    ];
    for (const command of controls) expect(disabledReason(assumed, command), command).to.equal(null);
    const sure = play(assumed, message('EventAgentHoldCall', { callID: 'c1' }));
    expect([sure.call?.presumed, disabledReason(sure, 'holdCall'), disabledReason(sure, 'answer')]).to.deep.equal([
      false,
      'not-talking',
      'not-ringing',
    ]);
    const heard = play(assumed, message('EventRinging', { callID: 'c1' }));
    expect([callStatus(heard), heard.call?.presumed]).to.deep.equal(['ringing', false]);
  });

  it('is nothing new when it is said again', () => {
    for (const workStatus of ['7', 'holding']) {
      const once = after(regained({ agentState: '1', workStatus }, work));
      expect(play(once, regained({ agentState: '1', workStatus }, work)), workStatus).to.equal(once);
    }
  });

  it('is the call that is known already, in the state that it has come to', () => {
    const state = play(talking, regained({ agentState: '1', workStatus: 'holding' }, { callID: 'c1' }));
    expect([state.call?.state, state.call?.connectedAt, state.callCount]).to.deep.equal(['held', NOW + 1000, 1]);
    const unsure = play(held, regained({ agentState: '1', workStatus: '7' }, { callID: 'c1' }));
    expect([unsure.call?.state, unsure.call?.presumed, unsure.callCount]).to.deep.equal(['held', true, 1]);
  });

  it('is the call that was asked for here, and gets its id', () => {
    const local = play(loggedIn, success('makeCall', { params: { otherDN: '555' } }));
    const state = play(local, regained({ agentState: '1', workStatus: 'dialing' }, work));
    expect([state.call?.id, state.callCount, state.call?.state]).to.deep.equal(['c1', 1, 'dialing']);
  });

  it('replaces a call that has ended unseen', () => {
    const state = play(
      talking,
      regained({ agentState: '1', workStatus: 'ringing' }, { callID: 'c2', callType: 'Inbound' }),
    );
    expect([state.call?.id, state.call?.state, state.lastCall?.id]).to.deep.equal(['c2', 'ringing', 'c1']);
  });

  const outcomes: readonly (readonly [string, AgentState, Fields, string, boolean?])[] = [
    ['a call that has ended unseen, into wrap-up', talking, { workStatus: 'sorting' }, 'wrap-up', false],
    ['a call that has ended unseen, perhaps into wrap-up', talking, { workStatus: '7' }, 'wrap-up', true],
    ['a call that has ended unseen, without wrap-up', talking, { workStatus: '1' }, 'none'],
    ['wrap-up that nobody has seen begin', loggedIn, { workStatus: 'sorting' }, 'wrap-up', false],
    ['wrap-up that is over', wrappingUp, { workStatus: 'occupied' }, 'none'],
    ['wrap-up that was presumed', wrappingUp, { workStatus: 'Sorting' }, 'wrap-up', false],
    ['wrap-up that may go on', wrappingUp, { workStatus: '7' }, 'wrap-up', true],
    ['no call', loggedIn, { workStatus: '7' }, 'none'],
  ];
  for (const [what, from, info, word, presumed] of outcomes) {
    it(`is ${what}`, () => {
      const state = play(from, regained({ agentState: '1', ...info }));
      expect([callStatus(state), state.call, state.wrapUp?.presumed]).to.deep.equal([word, null, presumed]);
    });
  }

  it('is the time that wrap-up has taken, and has left', () => {
    const info = {
      agentState: '1',
      workStatus: 'sorting',
      workStatusTimestamp: BEFORE,
      wrapUpEndTimestamp: NOW + 9000,
    };
    expect(after(regained(info)).wrapUp).to.deep.equal({
      callId: '',
      call: null,
      since: BEFORE,
      endsAt: NOW + 9000,
      presumed: false,
    });
  });

  it('is nothing where the message says nothing', () => {
    const { call, wrapUp, presence, agent } = after(message('EventAgentRegainStatus'));
    expect([call, wrapUp, presence.status, agent]).to.deep.equal([null, null, 'offline', null]);
  });
});
