/**
 * The table of commands: one row for each method of the vendor's document. Everything about a
 * command that more than one place needs is a field of its row, so that a new method is a new row
 * and nothing else. Its columns are explained at {@link CommandRow}; the glossary says which term
 * of the kit belongs to which method.
 */
import {
  dtmfDigits,
  flag,
  integer,
  isBlank,
  object,
  oneOf,
  optional,
  phoneNumber,
  reasonCode,
  required,
  text,
} from './checks.js';
import type * as result from './results.js';
import { ParamError, type CommandRow, type Params, type ParamsOf, type When } from './rows.js';
import type { ConsultStatus } from './vocabulary.js';

/** Types a row: its parameters are inferred, the result of the SDK is named. */
const command =
  <R extends result.SdkResult = result.SdkResult>() =>
  <P extends Params>(row: CommandRow<P, R>): CommandRow<P, R> =>
    row;

/**
 * Conditions of the rows. The document states a few of them (sections "Login" and "Logout"); the
 * others follow from what a command means, and only disable buttons.
 */
const always: When = {};
const loggedIn: When = { presence: ['ready', 'dnd', 'break'] };
const idle: When = { ...loggedIn, call: ['none'] };
const ringing: When = { call: ['ringing'] };
const talking: When = { call: ['talking'] };
// Hold concerns the call with the customer. While a consultation talks, that call is on hold
// already.
const withCaller: readonly ConsultStatus[] = ['none', 'conference'];
const connected: When = { call: ['talking', 'held'] };
const consulting: When = { consult: ['talking'] };
const wrappingUp: When = { call: ['wrap-up'] };

/** Most digits of one request (section "Send Key"). */
const DTMF_MAX = 24;
const page = integer(1, Number.MAX_SAFE_INTEGER);
const target = { targetAgentID: required(text) };

/**
 * Every command and query of the vendor's document. The methods of a session, the checks, the enabled buttons, the
 * `commandfor` verbs and the documentation are made from these rows.
 */
export const commands = {
  login: command<result.LoginResult>()({
    source: 'Login',
    params: {
      phoneType: required(oneOf('sip', 'pstn', 'webrtc')),
      bindExt: required(text),
      bindMobile: optional(phoneNumber),
      agentState: optional(oneOf('1', '2')),
      unbindExtOnLogout: optional(flag),
    },
    // Note 4 refuses a login during a call and after-call work. Without either it is possible in any presence.
    when: { call: ['none'] },
    signal: 'agent-login',
  }),
  logout: command()({ source: 'Logout', params: {}, when: idle, signal: 'agent-logout' }),
  notReady: command()({
    source: 'Occupied',
    params: { reasonCode: required(reasonCode) },
    when: loggedIn,
    signal: 'agent-not-ready',
  }),
  ready: command()({ source: 'Available', params: {}, when: loggedIn, signal: 'agent-ready' }),
  // The way out of any wrong state (section "Agent Reset Offline"), so nothing may disable it.
  resetLogout: command()({ source: 'Agent Reset Offline', params: {}, when: always, signal: 'agent-logout' }),
  queryStates: command<result.StatesResult>()({
    source: 'Query Agent Login Status',
    params: {},
    when: always,
    signal: 'breaks',
  }),
  queryPhoneType: command<result.PhoneTypesResult>()({
    source: 'Query Agent Answering Method',
    params: {},
    when: always,
    signal: 'identity',
  }),
  queryUnusedExts: command<result.ExtsResult>()({
    source: 'Query Enterprise Extension List',
    params: { ext: optional(text), currPage: optional(page), pageSize: optional(page) },
    when: always,
  }),
  queryAgentJoinedQueues: command<result.JoinedQueuesResult>()({
    source: 'Query skill groups the agent can log in',
    params: {},
    when: always,
  }),
  queryAgentLoginInfo: command<result.LoginInfoResult>()({
    source: 'Query agent login info',
    params: {},
    when: always,
    signal: 'identity',
  }),
  queryAgentCanJoinedInfo: command<result.CanJoinedInfoResult>()({
    source: 'Query agent login data',
    params: {},
    when: always,
    signal: 'identity',
  }),
  makeCall: command()({
    source: 'Outbound',
    params: {
      otherDN: required(phoneNumber),
      privacyNumber: optional(text),
      ANI: optional(phoneNumber),
      agentANI: optional(phoneNumber),
      outboundRouteType: optional(text),
      outboundPlanCode: optional(text),
      userData: optional(object),
    },
    when: idle,
    signal: 'call-dialing',
    // Section "Outbound", `outboundPlanCode`: it has to be empty when a caller ID is given.
    validate({ ANI, outboundPlanCode }) {
      if (!isBlank(ANI) && !isBlank(outboundPlanCode)) {
        throw new ParamError('outboundPlanCode', 'must be empty when ANI is given; leave one of the two out');
      }
    },
  }),
  rejectCall: command()({ source: 'Reject', params: {}, when: ringing, signal: 'call-ended' }),
  answer: command()({ source: 'Answer', params: {}, when: ringing, signal: 'call-talking' }),
  hangup: command()({
    source: 'Hang up',
    params: {},
    when: { call: ['dialing', 'ringing', 'talking', 'held'] },
    // A signal of its own: the document does not say which leg ends while there is a consultation.
    signal: 'call-hung-up',
  }),
  holdCall: command()({ source: 'Hold', params: {}, when: { ...talking, consult: withCaller }, signal: 'call-held' }),
  retrieveCall: command()({
    source: 'Cancel Call Holding',
    params: {},
    when: { call: ['held'], consult: withCaller },
    signal: 'call-retrieved',
  }),
  muteCall: command()({ source: 'Mute', params: {}, when: { ...connected, muted: false }, signal: 'call-muted' }),
  unmute: command()({ source: 'Unmute', params: {}, when: { ...connected, muted: true }, signal: 'call-unmuted' }),
  singleTransfer: command()({
    source: 'Transfer',
    // 0 agent, 1 number outside, 2 extension, 3 skill group.
    params: { targetType: required(oneOf('0', '1', '2', '3')), target: required(text) },
    when: { ...connected, consult: ['none'] },
    signal: 'call-ended',
  }),
  initiateConsult: command()({
    source: 'Inquiry',
    // As for a transfer, but a skill group can't be consulted.
    params: { targetType: required(oneOf('0', '1', '2')), target: required(text) },
    when: { ...connected, consult: ['none'] },
    signal: 'consult-dialing',
  }),
  cancelConsult: command()({
    source: 'Inquiry Cancellation',
    params: {},
    when: { consult: ['dialing'] },
    signal: 'consult-cancelled',
  }),
  retrieveConsult: command()({
    source: 'Retrieve After Inquiry',
    params: {},
    when: consulting,
    signal: 'consult-returned',
  }),
  consultTransfer: command()({
    source: 'Transfer After Inquiry',
    params: {},
    when: consulting,
    signal: 'call-ended',
  }),
  consultConference: command()({
    source: '3rd-Party Call After Inquiry',
    params: {},
    when: consulting,
    signal: 'consult-conference',
  }),
  sendSatisfy: command()({ source: 'Send Satisfaction', params: {}, when: talking, signal: 'call-ended' }),
  delayACW: command()({
    source: 'Extend Sorting Duration',
    // Seconds, and the limits of the document.
    params: { delayTime: required(integer(30, 900)) },
    when: wrappingUp,
    signal: 'wrap-up-delayed',
  }),
  completeACW: command()({ source: 'End Sorting', params: {}, when: wrappingUp, signal: 'wrap-up-done' }),
  completeACWToBusy: command()({
    source: 'End Sorting and Set Occupied',
    params: {},
    when: wrappingUp,
    signal: 'agent-not-ready',
  }),
  sendDtmf: command()({
    source: 'Send Key',
    params: { dtmfDigits: required(dtmfDigits) },
    when: talking,
    // A page may send a card number or a conference code in one command: the SDK gets it in parts.
    split: ({ dtmfDigits: digits }) =>
      (String(digits).match(new RegExp(`.{1,${DTMF_MAX}}`, 'g')) ?? []).map((part) => ({ dtmfDigits: part })),
  }),
  queryRoutes: command<result.RoutesResult>()({
    source: 'Query Agent Outbound Routing Rules',
    params: {},
    when: always,
  }),
  setRoute: command<result.RoutesResult>()({
    source: 'Modify Agent Outbound Routing Rules',
    params: {
      explicitRule: required(oneOf('1', '2', '3')),
      explicitCode: optional(text),
      explicitNumber: optional(phoneNumber),
    },
    when: { presence: ['ready'], call: ['none'] },
    // Each rule has a parameter of its own: 2 chooses by a scheme, 3 is one number.
    validate({ explicitRule, explicitCode, explicitNumber }) {
      if (explicitRule === '2' && isBlank(explicitCode)) {
        throw new ParamError('explicitCode', 'must name a scheme when explicitRule is 2');
      }
      if (explicitRule === '3' && isBlank(explicitNumber)) {
        throw new ParamError('explicitNumber', 'must name a display number when explicitRule is 3');
      }
    },
  }),
  queryQueues: command<result.QueuesResult>()({
    source: 'Query Enterprise Skill Group List',
    params: { queue: optional(text) },
    when: always,
  }),
  queryAgents: command<result.AgentsResult>()({
    source: 'Query Enterprise Agent List',
    params: { agentName: optional(text), agentState: optional(integer(-1, 2)), queueCode: optional(text) },
    when: always,
    signal: 'agents',
  }),
  // Commands of a supervisor. The platform decides by the agent's role, which the SDK does not tell the page.
  forceLogout: command()({ source: 'Enforce Logout', params: target, when: always }),
  forceBusy: command()({ source: 'Enforce Occupied', params: target, when: always }),
  forceReady: command()({ source: 'Enforce Available', params: target, when: always }),
  queryCountsInQueue: command<result.QueueCountsResult>()({
    source: 'Query Skill Group Queuing No.',
    params: {},
    when: always,
  }),
} as const satisfies Record<string, CommandRow>;

export type CommandName = keyof typeof commands;

/** Parameters of a command, as a caller passes them. */
export type CommandParams<N extends CommandName> = ParamsOf<(typeof commands)[N]['params']>;

/** Value of the promise of a command: the result of the SDK, unchanged. */
export type CommandResult<N extends CommandName> = NonNullable<(typeof commands)[N]['result']>;

export const commandNames = Object.keys(commands) as CommandName[];

/** Whether a string from markup or from a log names a command. */
export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name);

/** Returns the row of a command, for code that treats all commands alike. */
export const commandRow = (name: CommandName): CommandRow => commands[name];

/** Whether a command only reads. Such commands dispatch no `sobot-command`. */
export const isQuery = (name: CommandName): boolean => name.startsWith('query');
