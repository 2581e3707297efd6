/**
 * The look of each button of `<sobot-call-controls>`: label, icon, CSS part and variant. The table
 * is separate from the template, because the part names are public and have to be found in one
 * place.
 */
import type { TemplateResult } from 'lit';
import type { ActionButton } from '../../src/ui/components/index.js';
import {
  cross,
  fileText,
  grid3x3,
  messagesSquare,
  mic,
  micOff,
  pause,
  phone,
  phoneForwarded,
  phoneOff,
  play,
  star,
  undo,
  users,
} from '../../src/ui/icons/index.js';
import type { callControlsMessages } from './messages.js';
import type { ControlCommand } from './actions.js';

/**
 * Keys of labels. `command.answer` and `command.rejectCall` are shared with
 * `<sobot-incoming-call>`.
 */
type LabelKey = keyof typeof callControlsMessages | 'command.answer' | 'command.rejectCall';

/** The look of a button that executes a command. */
interface ButtonSpec {
  readonly labelKey: LabelKey;
  readonly icon: TemplateResult;
  /** The CSS part. Two commands that take turns share one, because a page styles one button. */
  readonly part: string;
  /**
   * `tile on` marks the second command of a pair: its button says that the call is on hold, or
   * muted.
   */
  readonly variant: ActionButton['variant'];
}

const tileSpec = (
  labelKey: LabelKey,
  icon: TemplateResult,
  part: string,
  variant: ButtonSpec['variant'] = 'tile',
): ButtonSpec => ({
  labelKey,
  icon,
  part,
  variant,
});

/**
 * The commands that a button executes at once. The others need parameters, which a panel asks for.
 */
export type DirectCommand = Exclude<ControlCommand, 'sendDtmf' | 'singleTransfer' | 'initiateConsult'>;

/**
 * The button of each command. The labels of a pair (Hold, Resume) name the command, not the state,
 * so that the accessible name says what a press does; that is why these buttons have no
 * `aria-pressed`.
 */
export const buttonSpecs: Readonly<Record<DirectCommand, ButtonSpec>> = {
  answer: { labelKey: 'command.answer', icon: phone, part: 'answer', variant: 'go' },
  rejectCall: { labelKey: 'command.rejectCall', icon: phoneOff, part: 'decline', variant: 'stop outlined' },
  hangup: { labelKey: 'command.hangup', icon: phoneOff, part: 'hangup', variant: 'stop' },
  holdCall: tileSpec('command.holdCall', pause, 'hold'),
  retrieveCall: tileSpec('command.retrieveCall', play, 'hold', 'tile on'),
  muteCall: tileSpec('command.muteCall', micOff, 'mute'),
  unmute: tileSpec('command.unmute', mic, 'mute', 'tile on'),
  sendSatisfy: tileSpec('command.sendSatisfy', star, 'survey'),
  cancelConsult: tileSpec('command.cancelConsult', cross, 'cancel-consult'),
  retrieveConsult: tileSpec('command.retrieveConsult', undo, 'return'),
  consultTransfer: tileSpec('command.consultTransfer', phoneForwarded, 'complete-transfer'),
  consultConference: tileSpec('command.consultConference', users, 'start-conference'),
};

/** The content that a button opens below the buttons. One is open at a time. */
export type ControlPanel = 'keypad' | 'transfer' | 'consult' | 'notes';

/** The look of a button that opens a panel. */
interface PanelSpec {
  readonly labelKey: LabelKey;
  /**
   * The accessible name while the panel is open, where the panel contains a control with the name
   * `labelKey`. Without it, the button keeps its name and has `aria-pressed`.
   */
  readonly closeLabelKey?: LabelKey;
  readonly icon: TemplateResult;
  /**
   * The command that the panel exists for. Its reason disables the button. Absent for notes, which
   * need no command.
   */
  readonly command?: ControlCommand;
}

/** The button of each panel. */
export const panelSpecs: Readonly<Record<ControlPanel, PanelSpec>> = {
  keypad: { labelKey: 'controls.keypad', icon: grid3x3, command: 'sendDtmf' },
  transfer: {
    labelKey: 'controls.transfer',
    closeLabelKey: 'controls.closeTransfer',
    icon: phoneForwarded,
    command: 'singleTransfer',
  },
  consult: {
    labelKey: 'controls.consult',
    closeLabelKey: 'controls.closeConsult',
    icon: messagesSquare,
    command: 'initiateConsult',
  },
  notes: { labelKey: 'controls.notes', closeLabelKey: 'controls.closeNotes', icon: fileText },
};
