/**
 * The states of a call leg and what each signal makes of them, as data: one row a state, one column a signal. A test
 * walks the table; the documentation draws it.
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

export const legTransitions: Readonly<Record<LegState, Readonly<Record<LegSignalType, LegOutcome>>>> = {
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
