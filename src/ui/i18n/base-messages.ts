/**
 * Messages that every element may need. Apart from the messages of elements, because `SobotElement`
 * adds these to each of them.
 */

/** The English messages of every element. `why.…` has a sentence for each `DisabledReason`. */
export const baseMessages = {
  'base.noAgent': 'No phone here: put this element inside a <sobot-agent>, or name one with its "for" attribute.',
  'base.tryAgain': 'Try again',
  'base.cancel': 'Cancel',
  'base.busy': 'Working on it…',
  'why.not-started': 'The phone is not connected',
  'why.displaced': 'You’re signed in somewhere else',
  'why.pending': 'Working on it…',
  'why.logged-out': 'Log in first',
  'why.not-ready': 'Only while you are ready',
  'why.on-call': 'Not during a call',
  'why.no-call': 'There is no call',
  'why.not-ringing': 'No call is ringing',
  'why.not-talking': 'Only while you are talking',
  'why.not-held': 'The call is not on hold',
  'why.already-muted': 'The microphone is off already',
  'why.not-muted': 'The microphone is on',
  'why.no-consult': 'There is no consultation',
  'why.consulting': 'Not during a consultation',
  'why.no-wrap-up': 'There is no wrap-up',
} as const;
