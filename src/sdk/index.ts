/**
 * The vendor's boundary: commands, messages, their types, and the loading of the script. All
 * spellings of the vendor are defined here. Other areas import only this module.
 */
export { commands, commandNames, commandRow, isCommandName, isQuery } from './commands.js';
export type { CommandName, CommandParams, CommandResult } from './commands.js';
export { errorFromSdk, isTemporary, SobotError } from './errors.js';
export type { SobotErrorInit, SobotErrorKind } from './errors.js';
export { EVENT_ALL, EVENT_LATENCY, EVENT_TOKEN_INVALID, events, isKnown, signalOf } from './events.js';
export type { Certainty, EventRow, MessageID, MessageOf, SdkEventMap } from './events.js';
export { isBlank, type CheckContext } from './checks.js';
export { loadSdk, SDK_URL, sdkUrl } from './loader.js';
export type { LoadOptions } from './loader.js';
export { creationTimeOf, isSameSample, messageIDOf, withMessageID, withShiftedTimes } from './message-fields.js';
export type * from './messages.js';
export { domEventName, kebab, kitEventNames } from './names.js';
export type { DomEventName, Kebab } from './names.js';
export { allowedSdkOrigins, isAllowedSdkUrl } from './origins.js';
export { probeScript, type Reach } from './probe.js';
export { commandSections, messageMeanings } from './reference.js';
export type * from './results.js';
export type { CommandRow, When } from './rows.js';
export { ParamError } from './rows.js';
export type * from './sdk.js';
export type { SignalType } from './signals.js';
export { DO_NOT_DISTURB_CODE, LOCKED_CODE, microphoneProblems, reasonCodes, roles } from './vocabulary.js';
export type {
  CallStatus,
  ConsultStatus,
  MicrophoneProblem,
  PartyState,
  PhoneType,
  PresenceStatus,
  Role,
} from './vocabulary.js';
