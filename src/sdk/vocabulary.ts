/**
 * Words of the domain that several areas share. They are in the lowest layer, because command
 * table, state and attributes all use them.
 */

/** Answering method: SIP phone, phone, or web page (section "Login", `phoneType`). */
export type PhoneType = 'sip' | 'pstn' | 'webrtc';

/** Status of the agent on the platform. State and the attribute `presence` use these words. */
export type PresenceStatus = 'offline' | 'ready' | 'dnd' | 'break';

/**
 * State of the agent's call. The attribute `call` uses these words, and the conditions of commands
 * do.
 */
export type CallStatus = 'none' | 'dialing' | 'ringing' | 'talking' | 'held' | 'wrap-up';

/** State of the consultation. The attribute `consult` uses these words. */
export type ConsultStatus = 'none' | 'dialing' | 'talking' | 'conference';

/**
 * State of a party in the vendor's state machine (Call Event page). No known field of a message
 * contains it.
 */
export type PartyState = 'Idle' | 'Dialing' | 'Ringing' | 'Talk' | 'Held';

/**
 * Why the agent's microphone can't be used: the page has no permission, none is connected, another program has it, or
 * another error. The SDK doesn't report it.
 */
export const microphoneProblems = ['denied', 'missing', 'busy', 'failed'] as const;

export type MicrophoneProblem = (typeof microphoneProblems)[number];

/**
 * Roles of a number in a call, in the order of their codes, so that the index is the code (section
 * "Initialization", DNRole description). The kit acts on transfer, consultation and conference; it
 * shows the roles of monitoring and has no command for them.
 */
export const roles = [
  'Unknown',
  'Origination',
  'Destination',
  'AddedBy',
  'NewParty',
  'DeletedBy',
  'DeletedParty',
  'ObserveBy',
  'TransferBy',
  'ConsultBy',
  'BargeinBy',
  'BargeinTo',
  'InterceptTo',
  'TransferTo',
  'ObserveTo',
  'InterceptBy',
  'ConferenceBy',
] as const;

/** Documented role. A name that the vendor adds later is kept as it came. */
export type Role = (typeof roles)[number];

/** `reasonCode` of do not disturb (section "Occupied"). */
export const DO_NOT_DISTURB_CODE = 2;

/**
 * `reasonCode` of an agent whom the platform has locked. It is only reported, and only the vendor's
 * public code names it.
 */
export const LOCKED_CODE = 98;

/** Documented reasons: 11 is the break, and the company names 12–18 (section "Occupied"). */
export const reasonCodes = [DO_NOT_DISTURB_CODE, 11, 12, 13, 14, 15, 16, 17, 18] as const;
