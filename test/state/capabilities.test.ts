import { expect } from '@open-wc/testing';
import { initialState, disabledReason, type AgentState, type DisabledReason } from '../../src/state/index.js';
import * as phone from '../support/state.js';
import { after, message, play, reduced, sent, success, unknown } from '../support/state.js';
import { methodNames, type VendorMethod } from '../support/vendor-methods.js';

type Obstacles = Partial<Record<DisabledReason, readonly VendorMethod[]>>;

const occupying = ['login', 'logout', 'makeCall', 'setRoute'] as const;
const ofRinging = ['rejectCall', 'answer'] as const;
const ofTalk = ['holdCall', 'sendSatisfy', 'sendDtmf'] as const;
const ofConnected = ['muteCall', 'unmute', 'singleTransfer', 'initiateConsult'] as const;
const ofConsult = ['retrieveConsult', 'consultTransfer', 'consultConference'] as const;
const ofWrapUp = ['delayACW', 'completeACW', 'completeACWToBusy'] as const;

const noWrapUp = { 'no-wrap-up': ofWrapUp };
const noConsult: Obstacles = { 'no-consult': ['cancelConsult', ...ofConsult] };
const notRinging: Obstacles = { 'not-ringing': ofRinging };
const noCall: Obstacles = {
  ...notRinging,
  ...noConsult,
  'no-call': ['hangup'],
  'not-held': ['retrieveCall'],
  'not-talking': [...ofTalk, ...ofConnected],
};
const onCall: Obstacles = { ...noWrapUp, 'on-call': occupying };
const talking: Obstacles = { ...onCall, ...notRinging, ...noConsult, 'not-held': ['retrieveCall'] };
const held: Obstacles = { ...onCall, ...notRinging, 'not-talking': ofTalk, 'not-muted': ['unmute'] };
const consulting: readonly VendorMethod[] = ['singleTransfer', 'initiateConsult'];

const occupied = (reasonCode: number): AgentState =>
  play(phone.loggedIn, message('EventAgentNotReady', { reasonCode }));

/** Another end has the calls; questions, the supervisor's commands and the reset may still be tried. */
const ofAgent = methodNames.filter((name) => !/^(query|force)|^resetLogout$/.test(name));

/** What surely can't be done; everything else can be tried. */
const states: Record<string, readonly [AgentState, Obstacles]> = {
  'not started': [initialState(phone.NOW), { 'not-started': methodNames }],
  failed: [reduced(phone.ready, { type: 'phase', phase: 'failed' }), { 'not-started': methodNames }],
  initializing: [reduced(phone.ready, { type: 'phase', phase: 'initializing' }), { 'not-started': methodNames }],
  displaced: [play(phone.talking, message('EventAgentConnectionChanged')), { displaced: ofAgent }],
  'logged out': [
    phone.ready,
    { ...noCall, ...noWrapUp, 'logged-out': ['logout', 'notReady', 'ready', 'makeCall', 'setRoute'] },
  ],
  ready: [phone.loggedIn, { ...noCall, ...noWrapUp }],
  'do not disturb': [occupied(2), { ...noCall, ...noWrapUp, 'not-ready': ['setRoute'] }],
  'on a break': [occupied(11), { ...noCall, ...noWrapUp, 'not-ready': ['setRoute'] }],
  dialing: [
    phone.dialing,
    {
      ...onCall,
      ...notRinging,
      ...noConsult,
      'not-held': ['retrieveCall'],
      'not-talking': [...ofTalk, ...ofConnected],
    },
  ],
  ringing: [
    phone.ringing,
    { ...onCall, ...noConsult, 'not-held': ['retrieveCall'], 'not-talking': [...ofTalk, ...ofConnected] },
  ],
  'ringing without a login': [
    after(message('EventRinging')),
    {
      ...noWrapUp,
      ...noConsult,
      'on-call': ['login'],
      'logged-out': ['logout', 'notReady', 'ready', 'makeCall', 'setRoute'],
      'not-held': ['retrieveCall'],
      'not-talking': [...ofTalk, ...ofConnected],
    },
  ],
  talking: [phone.talking, { ...talking, 'not-muted': ['unmute'] }],
  muted: [phone.muted, { ...talking, 'already-muted': ['muteCall'] }],
  held: [phone.held, { ...held, ...noConsult }],
  'consult dialing': [
    phone.consulting,
    { ...held, 'no-consult': ofConsult, consulting: [...consulting, 'retrieveCall'] },
  ],
  'consult talking': [
    phone.consulted,
    {
      ...onCall,
      ...notRinging,
      'not-muted': ['unmute'],
      'no-consult': ['cancelConsult'],
      consulting: [...consulting, 'holdCall', 'retrieveCall'],
    },
  ],
  'a consultation of which something unknown was said': [
    play(phone.consulting, unknown({ callID: 'c2' })),
    { ...onCall, ...notRinging, 'not-muted': ['unmute'], 'not-talking': ofTalk },
  ],
  conference: [
    play(phone.consulted, success('consultConference')),
    { ...talking, 'not-muted': ['unmute'], consulting },
  ],
  'wrap-up, presumed': [phone.wrappingUp, noCall],
  'wrap-up': [
    play(phone.talking, message('EventReleased', { callID: 'c1', wrapUpEndTimestamp: phone.NOW + 60_000 })),
    { ...noCall, 'on-call': occupying },
  ],
};

describe('what can be done now', () => {
  for (const [name, [state, obstacles]] of Object.entries(states)) {
    it(name, () => {
      const expected = Object.fromEntries(methodNames.map((method): [string, DisabledReason | null] => [method, null]));
      for (const [why, methods] of Object.entries(obstacles)) {
        for (const method of methods) expected[method] = why as DisabledReason;
      }
      expect(Object.fromEntries(methodNames.map((method) => [method, disabledReason(state, method)]))).to.deep.equal(
        expected,
      );
    });
  }

  it('is not what is under way already', () => {
    for (const method of methodNames) {
      const pending = play(phone.talking, sent(method));
      expect(disabledReason(pending, method), method).to.equal('pending');
      expect(disabledReason(play(pending, success(method, { since: phone.loggedIn })), method)).not.to.equal('pending');
    }
  });

  it('is always the reset, and every query, once the phone is started', () => {
    const always = methodNames.filter((name) => name.startsWith('query') || name === 'resetLogout');
    for (const [name, [state]] of Object.entries(states)) {
      if (state.phase !== 'ready') continue;
      for (const method of always) expect(disabledReason(state, method), `${method}, ${name}`).to.equal(null);
    }
  });
});
