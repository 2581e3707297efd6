/** How the agent answers: SIP phone, phone, web page (section "Login", `phoneType`). */
export type PhoneType = 'sip' | 'pstn' | 'webrtc';

/** What the agent is to the platform; `state` and the attribute `presence` use these words. */
export type PresenceStatus = 'offline' | 'ready' | 'dnd' | 'break';

/** Where the agent's call is; the attribute `call` uses these words. */
export type CallStatus = 'none' | 'dialing' | 'ringing' | 'talking' | 'held' | 'wrap-up';

/** Where the consultation is; the attribute `consult` uses these words. */
export type ConsultStatus = 'none' | 'dialing' | 'talking' | 'conference';

/** A party's state, as the vendor's state machine names it. */
export type PartyState = 'Idle' | 'Dialing' | 'Ringing' | 'Talk' | 'Held';

/**
 * Why the agent's microphone can't be used: the page has no permission, none is connected, another program has it, or
 * another error. The SDK doesn't report it.
 */
export const microphoneProblems = ['denied', 'missing', 'busy', 'failed'] as const;

export type MicrophoneProblem = (typeof microphoneProblems)[number];

/** The roles of a number in a call, in the order of their codes (section "Initialization", DNRole description). */
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

/** A documented role. A name that the vendor adds later is kept as it came. */
export type Role = (typeof roles)[number];

/** The `reasonCode` of do not disturb (section "Occupied"). */
export const DO_NOT_DISTURB_CODE = 2;

/** The `reasonCode` of an agent whom the platform has locked. It is reported only, and seen in the vendor's public code. */
export const LOCKED_CODE = 98;

/** The documented occupied reasons; 11 is the break, 12-18 are named by the tenant (section "Occupied"). */
export const reasonCodes = [DO_NOT_DISTURB_CODE, 11, 12, 13, 14, 15, 16, 17, 18] as const;
