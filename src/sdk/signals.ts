/**
 * What a message or a command's success tells the state: one vocabulary for both tables, so that either, in any
 * order, is the same news.
 */
export type Signal =
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
  | 'call-unsure'
  | 'call-ended'
  | 'party-added'
  | 'party-deleted'
  | 'consult-dialing'
  | 'consult-ended'
  | 'consult-conference'
  | 'wrap-up-delayed'
  | 'wrap-up-done'
  | 'network'
  | 'link-up'
  | 'link-down'
  | 'breaks'
  | 'identity';
