/** The texts and templates by which several elements show the same call in the same way. */
export { callDataStyles, renderCallData, renderNameLink, renderPartyHeading } from './call-details.js';
export { callKindOf, isIncomingCall } from './call-kind.js';
export { isolateNumbers } from './isolate-numbers.js';
export { callMessages, commandMessages } from './messages.js';
export { partyName, partyNameAndNumber, type VisibleParty } from './party-text.js';
