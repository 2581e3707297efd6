import type { CommandName, ConsultStatus } from '../../src/sdk/index.js';
import {
  consultStatus,
  disabledReason,
  type AgentState,
  type Call,
  type DisabledReason,
} from '../../src/state/index.js';

/** What the attribute `actions` may name, in the order that is the default. */
export const allActions = [
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

export type Action = (typeof allActions)[number];

const isAction = (word: string): word is Action => (allActions as readonly string[]).includes(word);

/** The words of the attribute, each once; what nobody knows is left out. Without any: all of them. */
export function parseActions(actions: string | null): readonly Action[] {
  const words = [...new Set((actions ?? '').split(/\s+/).filter(isAction))];
  return words.length > 0 ? words : allActions;
}

/** The commands of the buttons. */
const commands = [
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

export type ControlCommand = (typeof commands)[number];

/** All that the buttons depend on: a sample of the network, or a name, changes nothing of it. */
export type ControlView = Readonly<Record<ControlCommand, DisabledReason | null>> &
  Pick<Call, 'sequence' | 'state' | 'muted' | 'presumed'> & { readonly consult: ConsultStatus };

export function controlView(all: AgentState): ControlView | null {
  if (!all.call) return null;
  const { sequence, state, muted, presumed } = all.call;
  const view: Record<string, unknown> = { sequence, state, muted, presumed, consult: consultStatus(all) };
  for (const command of commands) view[command] = disabledReason(all, command);
  return view as ControlView;
}

/** Small buttons in rows; the others are as wide as the whole. */
export const isTile = (action: Action): boolean => action !== 'answer' && action !== 'hangup';

/** A third party is called or spoken to, while the other side waits. */
export const isConsulting = ({ consult }: ControlView): boolean => consult === 'dialing' || consult === 'talking';

/** It surely is so: else a consultation may be begun. */
export const surelyConsulting = (view: ControlView): boolean => isConsulting(view) && view.initiateConsult !== null;

/** What concerns the waiting side, and can't be meant while a third party is consulted. */
const notConsulting: readonly Action[] = ['hold', 'transfer', 'consult', 'survey'];

/** While it rings the question is yes or no. Later Answer is only for a call that may still be ringing. */
export function isDue(view: ControlView, wanted: readonly Action[], action: Action): boolean {
  if (view.state === 'ringing') return action === (wanted.includes('answer') ? 'answer' : 'hangup');
  if (surelyConsulting(view) && notConsulting.includes(action)) return false;
  return action !== 'answer' || view.presumed;
}

const waysOut = ['cancelConsult', 'retrieveConsult', 'consultTransfer', 'consultConference'] as const;

/** The ways out of a consultation; each as soon as it may be the right one. */
export function consultCommands(view: ControlView): (typeof waysOut)[number][] {
  if (view.state === 'ringing') return [];
  const surely = {
    cancelConsult: view.consult === 'dialing',
    retrieveConsult: view.consult === 'talking',
    consultTransfer: isConsulting(view),
    consultConference: isConsulting(view),
  };
  return waysOut.filter((each) => surely[each] || view[each] === null || view[each] === 'pending');
}
