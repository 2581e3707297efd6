/**
 * Types of signals: the one vocabulary for messages and for results of commands. The platform
 * reports most changes twice, in either order, or only once; with one vocabulary the reducer needs
 * no knowledge of the source. The types stand here, below `src/state`, because both tables of this
 * area refer to them.
 */

/** Type of a signal. Its fields and their decoders are in `src/state/normalize`. */
export type SignalType =
  | 'agent-login'
  | 'agent-ready'
  | 'agent-not-ready'
  | 'agent-logout'
  | 'restore'
  | 'displaced'
  | 'call-dialing'
  | 'call-ringing'
  | 'call-talking'
  | 'call-held'
  | 'call-retrieved'
  | 'call-muted'
  | 'call-unmuted'
  | 'call-changed'
  | 'call-presumed'
  | 'call-ended'
  | 'call-hung-up'
  | 'party-added'
  | 'party-deleted'
  | 'consult-dialing'
  | 'consult-cancelled'
  | 'consult-returned'
  | 'consult-conference'
  | 'wrap-up-delayed'
  | 'wrap-up-done'
  | 'extension-lost'
  | 'extension-back'
  | 'network'
  | 'link-up'
  | 'link-down'
  | 'breaks'
  | 'identity'
  | 'agents';
