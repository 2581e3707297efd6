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
  transferTarget,
} from './checks.js';
import type * as result from './results.js';
import { ParamError, type CommandRow, type Params, type ParamsOf, type When } from './rows.js';
import type { ConsultStatus } from './vocabulary.js';

/** Types a row by its parameters and the SDK's result. */
const command =
  <R extends result.SdkResult = result.SdkResult>() =>
  <P extends Params>(row: CommandRow<P, R>): CommandRow<P, R> =>
    row;

const always: When = {};
const loggedIn: When = { presence: ['ready', 'dnd', 'break'] };
const idle: When = { ...loggedIn, call: ['none'] };
const ringing: When = { call: ['ringing'] };
const talking: When = { call: ['talking'] };
const withCaller: readonly ConsultStatus[] = ['none', 'conference'];
const connected: When = { call: ['talking', 'held'] };
const consulting: When = { consult: ['talking'] };
const wrappingUp: When = { call: ['wrap-up'] };

const DTMF_MAX = 24;
const page = integer(1, Number.MAX_SAFE_INTEGER);
const target = { targetAgentID: required(text) };

/**
 * Every command and query of the vendor's document. The methods of a session, the checks, the enabled buttons, the
 * `commandfor` verbs and the documentation are made from these rows.
 */
export const commands = {
  login: command<result.LoginResult>()({
    params: {
      phoneType: required(oneOf('sip', 'pstn', 'webrtc')),
      bindExt: required(text),
      bindMobile: optional(phoneNumber),
      agentState: optional(oneOf('1', '2')),
      unbindExtOnLogout: optional(flag),
    },
    when: { call: ['none'] },
    signal: 'agent-login',
  }),
  logout: command()({ params: {}, when: idle, signal: 'agent-logout' }),
  notReady: command()({
    params: { reasonCode: required(reasonCode) },
    when: loggedIn,
    signal: 'agent-not-ready',
  }),
  ready: command()({ params: {}, when: loggedIn, signal: 'agent-ready' }),
  resetLogout: command()({ params: {}, when: always, signal: 'agent-logout' }),
  queryStates: command<result.StatesResult>()({
    params: {},
    when: always,
    signal: 'breaks',
  }),
  queryPhoneType: command<result.PhoneTypesResult>()({
    params: {},
    when: always,
    signal: 'identity',
  }),
  queryUnusedExts: command<result.ExtsResult>()({
    params: { ext: optional(text), currPage: optional(page), pageSize: optional(page) },
    when: always,
  }),
  queryAgentJoinedQueues: command<result.JoinedQueuesResult>()({
    params: {},
    when: always,
  }),
  queryAgentLoginInfo: command<result.LoginInfoResult>()({
    params: {},
    when: always,
    signal: 'identity',
  }),
  queryAgentCanJoinedInfo: command<result.CanJoinedInfoResult>()({
    params: {},
    when: always,
    signal: 'identity',
  }),
  makeCall: command()({
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
    validate({ ANI, outboundPlanCode }) {
      if (!isBlank(ANI) && !isBlank(outboundPlanCode)) {
        throw new ParamError('outboundPlanCode', 'must be empty when ANI is given; leave one of the two out');
      }
    },
  }),
  rejectCall: command()({ params: {}, when: ringing, signal: 'call-ended' }),
  answer: command()({ params: {}, when: ringing, signal: 'call-talking' }),
  hangup: command()({
    params: {},
    when: { call: ['dialing', 'ringing', 'talking', 'held'] },
    signal: 'call-hung-up',
  }),
  holdCall: command()({ params: {}, when: { ...talking, consult: withCaller }, signal: 'call-held' }),
  retrieveCall: command()({
    params: {},
    when: { call: ['held'], consult: withCaller },
    signal: 'call-retrieved',
  }),
  muteCall: command()({ params: {}, when: { ...connected, muted: false }, signal: 'call-muted' }),
  unmute: command()({ params: {}, when: { ...connected, muted: true }, signal: 'call-unmuted' }),
  singleTransfer: command()({
    params: { targetType: required(oneOf('0', '1', '2', '3')), target: required(transferTarget) },
    when: { ...connected, consult: ['none'] },
    signal: 'call-ended',
  }),
  initiateConsult: command()({
    params: { targetType: required(oneOf('0', '1', '2')), target: required(transferTarget) },
    when: { ...connected, consult: ['none'] },
    signal: 'consult-dialing',
  }),
  cancelConsult: command()({
    params: {},
    when: { consult: ['dialing'] },
    signal: 'consult-cancelled',
  }),
  retrieveConsult: command()({
    params: {},
    when: consulting,
    signal: 'consult-returned',
  }),
  consultTransfer: command()({
    params: {},
    when: consulting,
    signal: 'call-ended',
  }),
  consultConference: command()({
    params: {},
    when: consulting,
    signal: 'consult-conference',
  }),
  sendSatisfy: command()({ params: {}, when: talking, signal: 'call-ended' }),
  delayACW: command()({
    params: { delayTime: required(integer(30, 900)) },
    when: wrappingUp,
    signal: 'wrap-up-delayed',
  }),
  completeACW: command()({ params: {}, when: wrappingUp, signal: 'wrap-up-done' }),
  completeACWToBusy: command()({
    params: {},
    when: wrappingUp,
    signal: 'agent-not-ready',
  }),
  sendDtmf: command()({
    params: { dtmfDigits: required(dtmfDigits) },
    when: talking,
    split: ({ dtmfDigits: digits }) =>
      (String(digits).match(new RegExp(`.{1,${DTMF_MAX}}`, 'g')) ?? []).map((part) => ({ dtmfDigits: part })),
  }),
  queryRoutes: command<result.RoutesResult>()({
    params: {},
    when: always,
  }),
  setRoute: command<result.RoutesResult>()({
    params: {
      explicitRule: required(oneOf('1', '2', '3')),
      explicitCode: optional(text),
      explicitNumber: optional(phoneNumber),
    },
    when: { presence: ['ready'], call: ['none'] },
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
    params: { queue: optional(text) },
    when: always,
  }),
  queryAgents: command<result.AgentsResult>()({
    params: { agentName: optional(text), agentState: optional(integer(-1, 2)), queueCode: optional(text) },
    when: always,
    signal: 'agents',
  }),
  forceLogout: command()({ params: target, when: always }),
  forceBusy: command()({ params: target, when: always }),
  forceReady: command()({ params: target, when: always }),
  queryCountsInQueue: command<result.QueueCountsResult>()({
    params: {},
    when: always,
  }),
} as const satisfies Record<string, CommandRow>;

export type CommandName = keyof typeof commands;

/** The parameters of a command, as a caller passes them. */
export type CommandParams<N extends CommandName> = ParamsOf<(typeof commands)[N]['params']>;

/** What a command's promise gives: the SDK's own result. */
export type CommandResult<N extends CommandName> = NonNullable<(typeof commands)[N]['result']>;

export const commandNames = Object.keys(commands) as CommandName[];

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name);

/** The row of a command, whatever its parameters. */
export const commandRow = (name: CommandName): CommandRow => commands[name];

/** Queries change nothing: no veto, no confirmation. */
export const isQuery = (name: CommandName): boolean => name.startsWith('query');
