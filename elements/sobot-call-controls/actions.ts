import type { CommandName, ConsultStatus } from '../../src/sdk/index.js';
import {
  consultStatus,
  disabledReason,
  type AgentState,
  type Call,
  type DisabledReason,
} from '../../src/state/index.js';

/** What the attribute `actions` may name, in the order that is the default. */
export const allControlActions = [
  'answer',
  'mute',
  'hold',
  'keypad',
  'transfer',
  'consult',
  'survey',
  'notes',
  'hangup',
] as const;

export type ControlAction = (typeof allControlActions)[number];

const isControlAction = (name: string): name is ControlAction =>
  (allControlActions as readonly string[]).includes(name);

/** The words of the attribute, each once; what nobody knows is left out. Without any: all of them. */
export function parseActions(actions: string | null): readonly ControlAction[] {
  const names = [...new Set((actions ?? '').split(/\s+/).filter(isControlAction))];
  return names.length > 0 ? names : allControlActions;
}

/** The commands of the buttons. */
const controlCommands = [
  'answer',
  'rejectCall',
  'hangup',
  'holdCall',
  'retrieveCall',
  'muteCall',
  'unmute',
  'sendDtmf',
  'singleTransfer',
  'initiateConsult',
  'cancelConsult',
  'retrieveConsult',
  'consultTransfer',
  'consultConference',
  'sendSatisfy',
] as const satisfies readonly CommandName[];

export type ControlCommand = (typeof controlCommands)[number];

/** All that the buttons depend on: a sample of the network, or a name, changes nothing of it. */
export type ControlView = Readonly<Record<ControlCommand, DisabledReason | null>> &
  Pick<Call, 'sequence' | 'state' | 'muted' | 'presumed'> & { readonly consult: ConsultStatus };

export function controlView(all: AgentState): ControlView | null {
  if (!all.call) return null;
  const { sequence, state, muted, presumed } = all.call;
  const view: Record<string, unknown> = { sequence, state, muted, presumed, consult: consultStatus(all) };
  for (const command of controlCommands) view[command] = disabledReason(all, command);
  return view as ControlView;
}

/** Small buttons in rows; the others are as wide as the whole. */
export const isTile = (action: ControlAction): boolean => action !== 'answer' && action !== 'hangup';

/** A third party is called or spoken to, while the other side waits. */
export const isConsulting = ({ consult }: ControlView): boolean => consult === 'dialing' || consult === 'talking';

/** It surely is so: else a consultation may be begun. */
export const isCertainlyConsulting = (view: ControlView): boolean =>
  isConsulting(view) && view.initiateConsult !== null;

/** What concerns the waiting side, and can't be meant while a third party is consulted. */
const hiddenWhileConsulting: readonly ControlAction[] = ['hold', 'transfer', 'consult', 'survey'];

/** While it rings the question is yes or no. Later Answer is only for a call that may still be ringing. */
export function isVisible(view: ControlView, actions: readonly ControlAction[], action: ControlAction): boolean {
  if (view.state === 'ringing') return action === (actions.includes('answer') ? 'answer' : 'hangup');
  if (isCertainlyConsulting(view) && hiddenWhileConsulting.includes(action)) return false;
  return action !== 'answer' || view.presumed;
}

const consultExits = ['cancelConsult', 'retrieveConsult', 'consultTransfer', 'consultConference'] as const;

/** The ways out of a consultation; each as soon as it may be the right one. */
export function consultCommands(view: ControlView): (typeof consultExits)[number][] {
  if (view.state === 'ringing') return [];
  const certain = {
    cancelConsult: view.consult === 'dialing',
    retrieveConsult: view.consult === 'talking',
    consultTransfer: isConsulting(view),
    consultConference: isConsulting(view),
  };
  return consultExits.filter((each) => certain[each] || view[each] === null || view[each] === 'pending');
}
