/** How several elements show a call. */
export { callDataStyles, callKindOf, isIncomingCall, renderCallData, renderNameLink } from './call-details.js';
export { callMessages, commandMessages } from './messages.js';
export { partyName, partyNameAndNumber, renderPartyHeading, type VisibleParty } from './party-text.js';
