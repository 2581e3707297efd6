/**
 * The table of transitions: the states of a call leg, and the next state for each signal. One row
 * for each state, one column for each signal.
 * It is data, so that nothing is forgotten: the compiler demands every cell, a test walks them all,
 * and the documentation draws the diagram from it. Messages may be lost or come twice, so nearly
 * every signal is accepted in nearly every state.
 */
import type { CallState } from '../model.js';
import type { LegSignalType } from '../normalize/index.js';

/** `none`: no such leg yet. `presumed`: a leg whose state no message has confirmed. */
export type LegState = 'none' | CallState | 'presumed';

/**
 * The next state of the leg, or:
 * - `same`: the state stays, the details of the signal are taken over
 * - `presumed`: from now on the state is uncertain
 * - `ended`: the leg is over
 * - `ignored`: nothing changes
 */
export type LegOutcome = CallState | 'same' | 'presumed' | 'ended' | 'ignored';

/**
 * The next state of a leg, by its state and the signal. Rules that are not obvious:
 * - A leg that is connected is never announced again: `call-dialing` and `call-ringing` keep its
 *   state.
 * - An unknown message (`call-presumed`) may be the answer of a call that dials or rings. A
 *   connected call can only have ended, and its controls are enabled anyway.
 * - Any documented signal confirms a presumed leg, but for those that tell nothing about its state.
 */
export const legTransitions: Readonly<Record<LegState, Readonly<Record<LegSignalType, LegOutcome>>>> = {
  // No leg: only an announcement begins one. Everything else is about a call that this page never saw.
  none: {
    'call-dialing': 'dialing',
    'call-ringing': 'ringing',
    'call-talking': 'talking',
    'call-held': 'ignored',
    'call-retrieved': 'ignored',
    'call-muted': 'ignored',
    'call-unmuted': 'ignored',
    'call-changed': 'ignored',
    'call-presumed': 'ignored',
    'call-ended': 'ignored',
    'call-hung-up': 'ignored',
  },
  // `call-ringing` is then about the customer's telephone: the agent's own call goes on dialling.
  dialing: {
    'call-dialing': 'dialing',
    'call-ringing': 'dialing',
    'call-talking': 'talking',
    'call-held': 'held',
    'call-retrieved': 'talking',
    'call-muted': 'same',
    'call-unmuted': 'same',
    'call-changed': 'same',
    'call-presumed': 'presumed',
    'call-ended': 'ended',
    'call-hung-up': 'ended',
  },
  ringing: {
    'call-dialing': 'ringing',
    'call-ringing': 'ringing',
    'call-talking': 'talking',
    'call-held': 'held',
    'call-retrieved': 'talking',
    'call-muted': 'same',
    'call-unmuted': 'same',
    'call-changed': 'same',
    'call-presumed': 'presumed',
    'call-ended': 'ended',
    'call-hung-up': 'ended',
  },
  // Answered. From here on only hold, resume and release change the state.
  talking: {
    'call-dialing': 'talking',
    'call-ringing': 'talking',
    'call-talking': 'talking',
    'call-held': 'held',
    'call-retrieved': 'talking',
    'call-muted': 'same',
    'call-unmuted': 'same',
    'call-changed': 'same',
    'call-presumed': 'ignored',
    'call-ended': 'ended',
    'call-hung-up': 'ended',
  },
  held: {
    'call-dialing': 'held',
    'call-ringing': 'held',
    'call-talking': 'talking',
    'call-held': 'held',
    'call-retrieved': 'talking',
    'call-muted': 'same',
    'call-unmuted': 'same',
    'call-changed': 'same',
    'call-presumed': 'ignored',
    'call-ended': 'ended',
    'call-hung-up': 'ended',
  },
  // Restored or uncertain: the signal alone says where the leg is.
  presumed: {
    'call-dialing': 'dialing',
    'call-ringing': 'ringing',
    'call-talking': 'talking',
    'call-held': 'held',
    'call-retrieved': 'talking',
    'call-muted': 'same',
    'call-unmuted': 'same',
    'call-changed': 'same',
    'call-presumed': 'ignored',
    'call-ended': 'ended',
    'call-hung-up': 'ended',
  },
};

/** The table as a mermaid state diagram: the changes of state, each with its signals. */
export function legTransitionDiagram(): string {
  const arrows = new Map<string, string[]>();
  for (const [from, row] of Object.entries(legTransitions)) {
    for (const [signal, to] of Object.entries(row)) {
      if (to === 'same' || to === 'ignored' || to === from) continue;
      const arrow = `${from === 'none' ? '[*]' : from} --> ${to === 'ended' ? '[*]' : to}`;
      arrows.set(arrow, [...(arrows.get(arrow) ?? []), signal]);
    }
  }
  const lines = [...arrows].map(([arrow, signals]) => `  ${arrow}: ${signals.join(', ')}`);
  return ['stateDiagram-v2', ...lines, ''].join('\n');
}
