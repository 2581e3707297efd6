/** How several elements show a call. */
export { callDataStyles, callKindOf, renderCallData, renderNameLink } from './call-details.js';
export { commandMessages } from './command-messages.js';
export { callMessages } from './messages.js';
export { isIncomingCall } from './rings.js';
export { partyName, partyNameAndNumber, renderPartyHeading, type VisibleParty } from './party-text.js';
