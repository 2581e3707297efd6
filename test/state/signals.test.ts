import { expect } from '@open-wc/testing';
import { isQuery, type CommandName } from '../../src/sdk/index.js';
import { callStatus, consultStatus, type AgentState } from '../../src/state/index.js';
import * as phone from '../support/state.js';
import { message, play, success, type Step, type Success } from '../support/state.js';
import { methodNames } from '../support/vendor-methods.js';

interface Row {
  command: CommandName;
  from: AgentState;
  success?: Success;
  message: [string, Record<string, unknown>?];
  /** What both say, and what is there when either has said it. */
  shows: (state: AgentState) => unknown;
  is: unknown;
}

const { C1, loggedIn, dialing, ringing, talking, held, muted, wrappingUp, consulting, consulted } = phone;
const presence = ({ presence: { status, reasonCode } }: AgentState): unknown => [status, reasonCode ?? null];
const call = (state: AgentState): unknown => callStatus(state);
const isMuted = (state: AgentState): unknown => state.call?.muted;
const consult = (state: AgentState): unknown => [
  callStatus(state),
  consultStatus(state),
  state.consult?.number ?? null,
];
const wrapUp = (state: AgentState): unknown => [callStatus(state), state.wrapUp?.endsAt];
const timed = play(talking, message('EventReleased', { ...C1, wrapUpEndTimestamp: phone.NOW + 60_000 }));

const rows: Row[] = [
  {
    command: 'login',
    from: phone.ready,
    success: { params: { agentState: '1' } },
    message: ['EventAgentLogin', { agentState: '1' }],
    shows: presence,
    is: ['ready', null],
  },
  {
    command: 'login',
    from: phone.ready,
    success: { result: { agentState: '2', reasonCode: 11 } },
    message: ['EventAgentLogin', { agentState: '2', reasonCode: '11' }],
    shows: presence,
    is: ['break', 11],
  },
  {
    command: 'ready',
    from: play(loggedIn, message('EventAgentNotReady')),
    message: ['EventAgentReady'],
    shows: presence,
    is: ['ready', null],
  },
  {
    command: 'notReady',
    from: loggedIn,
    success: { params: { reasonCode: 11 } },
    message: ['EventAgentNotReady', { reasonCode: '11' }],
    shows: presence,
    is: ['break', 11],
  },
  {
    command: 'notReady',
    from: loggedIn,
    success: { params: { reasonCode: 2 } },
    message: ['EventAgentNotReady', { reasonCode: 2 }],
    shows: presence,
    is: ['dnd', 2],
  },
  { command: 'logout', from: loggedIn, message: ['RequestAgentLogout'], shows: presence, is: ['offline', null] },
  {
    command: 'resetLogout',
    from: talking,
    message: ['EventAgentLogout'],
    shows: (state) => [callStatus(state), presence(state)],
    is: ['none', ['offline', null]],
  },
  {
    command: 'makeCall',
    from: loggedIn,
    success: { params: { otherDN: '555' } },
    message: ['EventDialing', { ...C1, callType: 'Outbound' }],
    shows: (state) => [call(state), state.call?.number, state.call?.type, state.callCount],
    is: ['dialing', '555', 'outbound', 1],
  },
  { command: 'answer', from: ringing, message: ['EventEstablished', C1], shows: call, is: 'talking' },
  { command: 'rejectCall', from: ringing, message: ['EventReleased', C1], shows: call, is: 'none' },
  { command: 'hangup', from: dialing, message: ['EventReleased', C1], shows: call, is: 'none' },
  { command: 'hangup', from: talking, message: ['EventReleased', C1], shows: call, is: 'wrap-up' },
  { command: 'hangup', from: held, message: ['EventAbandoned', C1], shows: call, is: 'wrap-up' },
  { command: 'holdCall', from: talking, message: ['EventAgentHoldCall', C1], shows: call, is: 'held' },
  { command: 'holdCall', from: talking, message: ['EventHeld'], shows: call, is: 'held' },
  { command: 'retrieveCall', from: held, message: ['EventAgentRetrieveCall', C1], shows: call, is: 'talking' },
  { command: 'retrieveCall', from: held, message: ['EventRetrieved'], shows: call, is: 'talking' },
  { command: 'muteCall', from: talking, message: ['EventAgentMute', C1], shows: isMuted, is: true },
  { command: 'unmute', from: muted, message: ['EventAgentUnmute', C1], shows: isMuted, is: false },
  {
    command: 'singleTransfer',
    from: talking,
    success: { params: { targetType: '0', target: '1002' } },
    message: ['EventReleased', C1],
    shows: call,
    is: 'wrap-up',
  },
  {
    command: 'initiateConsult',
    from: held,
    success: { params: { targetType: '0', target: '1002' } },
    message: ['EventRinging', { callID: 'c2', callType: 'Consult', otherDN: '1002' }],
    shows: consult,
    is: ['held', 'dialing', '1002'],
  },
  {
    command: 'initiateConsult',
    from: held,
    success: { params: { targetType: '0', target: '1002' } },
    message: ['EventDialing', { callID: 'c2', thisDNRole: 9, otherDN: '1002' }],
    shows: consult,
    is: ['held', 'dialing', '1002'],
  },
  {
    command: 'cancelConsult',
    from: consulting,
    message: ['EventReleased', { callID: 'c2' }],
    shows: consult,
    is: ['held', 'none', null],
  },
  {
    command: 'retrieveConsult',
    from: consulted,
    message: ['EventReleased', { callID: 'c2' }],
    shows: (state) => state.consult,
    is: null,
  },
  {
    command: 'consultTransfer',
    from: consulted,
    message: ['EventReleased', { ...C1, thisDNRole: 'TransferBy' }],
    shows: consult,
    is: ['wrap-up', 'none', null],
  },
  {
    command: 'consultConference',
    from: consulted,
    message: ['EventPartyAdded', { callID: 'c1', thirdDN: '1002' }],
    shows: ({ consult: third }) => [third?.state, third?.number],
    is: ['conference', '1002'],
  },
  { command: 'sendSatisfy', from: talking, message: ['EventReleased', C1], shows: call, is: 'wrap-up' },
  {
    command: 'delayACW',
    from: timed,
    success: { params: { delayTime: 60 } },
    message: ['EventDelayCallAfterWork', { wrapUpEndTimestamp: phone.NOW + 120_000 }],
    shows: wrapUp,
    is: ['wrap-up', phone.NOW + 120_000],
  },
  { command: 'completeACW', from: wrappingUp, message: ['EventAgentReady'], shows: call, is: 'none' },
  { command: 'completeACW', from: wrappingUp, message: ['EventAgentNotReady'], shows: call, is: 'none' },
  {
    command: 'completeACWToBusy',
    from: wrappingUp,
    message: ['EventAgentNotReady', { reasonCode: 2 }],
    shows: (state) => [callStatus(state), presence(state)],
    is: ['none', ['dnd', 2]],
  },
];

/** Commands of which no message tells, and which tell the state nothing. */
const silent: CommandName[] = ['sendDtmf', 'setRoute', 'forceLogout', 'forceBusy', 'forceReady'];

describe('a command and its message are the same news', () => {
  for (const row of rows) {
    describe(`${row.command} and ${row.message[0]}`, () => {
      const told = message(...row.message);
      const done = success(row.command, { ...row.success, since: row.from });
      const orders: Record<string, Step[]> = {
        'the message alone': [told],
        'the success alone': [done],
        'the message first': [told, done],
        'the success first': [done, told],
      };
      for (const [order, steps] of Object.entries(orders)) {
        it(order, () => {
          expect(row.shows(row.from), 'before').not.to.deep.equal(row.is);
          const state = play(row.from, ...steps);
          expect(row.shows(state)).to.deep.equal(row.is);
          expect(
            steps.reduce((now, step) => step(now, phone.NOW + 5000), state),
            'said again',
          ).to.equal(state);
        });
      }
    });
  }

  it('is checked for every command that changes something', () => {
    const walked = new Set([...rows.map(({ command }) => command), ...silent]);
    expect(methodNames.filter((name) => !isQuery(name) && !walked.has(name))).to.deep.equal([]);
  });

  for (const command of silent) {
    it(`but ${command} tells nothing`, () => {
      expect(play(talking, success(command))).to.equal(talking);
    });
  }
});
