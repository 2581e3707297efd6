/**
 * The rules of `<sobot-call-controls>`: which buttons a state needs, and which of them can be used.
 * They are pure functions of the state, apart from the template, so that a rule can be read without
 * the markup. The reasons why a command can't be executed come from `disabledReason` of the state.
 */
import type { CommandName, ConsultStatus } from '../../src/sdk/index.js';
import {
  consultStatus,
  disabledReason,
  type AgentState,
  type Call,
  type DisabledReason,
} from '../../src/state/index.js';

/** The words of the attribute `actions`, in the default order. */
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

/**
 * An action of the agent during a call. It renders one button, or two where its commands take
 * turns.
 */
export type ControlAction = (typeof allControlActions)[number];

const isControlAction = (name: string): name is ControlAction =>
  (allControlActions as readonly string[]).includes(name);

/**
 * Returns the actions that the attribute names, each once. Unknown words are ignored, so that a
 * page written for a newer version still has buttons. An attribute without a known word counts as
 * absent: null and `""` mean all actions.
 */
export function parseActions(actions: string | null): readonly ControlAction[] {
  const names = [...new Set((actions ?? '').split(/\s+/).filter(isControlAction))];
  return names.length > 0 ? names : allControlActions;
}

/** The commands whose availability decides how a button renders. */
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

/** A command that a button of this element executes or depends on. */
export type ControlCommand = (typeof controlCommands)[number];

/**
 * Everything that the buttons depend on: for each command the reason why it is disabled, null where
 * it can be executed, and the state of call and consultation. Voice samples and resolved names
 * arrive every few seconds and aren't part of it, so they don't render the buttons again under the
 * agent's pointer.
 */
export type ControlView = Readonly<Record<ControlCommand, DisabledReason | null>> &
  Pick<Call, 'sequence' | 'state' | 'muted' | 'presumed'> & { readonly consult: ConsultStatus };

/** Selects the view from the state. Null without a call. */
export function controlView(all: AgentState): ControlView | null {
  if (!all.call) return null;
  const { sequence, state, muted, presumed } = all.call;
  const view: Record<string, unknown> = { sequence, state, muted, presumed, consult: consultStatus(all) };
  for (const command of controlCommands) view[command] = disabledReason(all, command);
  return view as ControlView;
}

/**
 * Whether an action is a tile, a small button in a row. Answer and hang up take the whole width,
 * because they are pressed in a hurry.
 */
export const isTile = (action: ControlAction): boolean => action !== 'answer' && action !== 'hangup';

/** Whether a third party is called or spoken to while the customer is on hold. */
export const isConsulting = ({ consult }: ControlView): boolean => consult === 'dialing' || consult === 'talking';

/**
 * Whether the platform has confirmed the consultation. A presumed consultation may have ended
 * unnoticed, so that `initiateConsult` stays enabled, and the buttons of the customer's leg have to
 * stay, too.
 */
export const isCertainlyConsulting = (view: ControlView): boolean =>
  isConsulting(view) && view.initiateConsult !== null;

/**
 * Actions on the customer's leg. The customer is on hold during a consultation, and the vendor's
 * document doesn't say which of the two legs these commands would reach.
 */
const hiddenWhileConsulting: readonly ControlAction[] = ['hold', 'transfer', 'consult', 'survey'];

/**
 * Whether an action has a button in this state. A ringing call has only Answer and Decline, or Hang
 * up where the page left `answer` out: the call needs a way to end. Later, Answer stays only for a
 * presumed call, which may still ring.
 */
export function isVisible(view: ControlView, actions: readonly ControlAction[], action: ControlAction): boolean {
  if (view.state === 'ringing') return action === (actions.includes('answer') ? 'answer' : 'hangup');
  if (isCertainlyConsulting(view) && hiddenWhileConsulting.includes(action)) return false;
  return action !== 'answer' || view.presumed;
}

/**
 * The commands that end a consultation or change it to a conference, in the order of their buttons.
 */
const consultExits = ['cancelConsult', 'retrieveConsult', 'consultTransfer', 'consultConference'] as const;

/**
 * Returns the commands that lead out of the consultation. A command is listed while its button
 * makes sense (Complete transfer is visible, but disabled, until the third party answers), while
 * the state is presumed and the command may be the right one, and while it is pending, so that a
 * pressed button doesn't disappear before its answer.
 */
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
