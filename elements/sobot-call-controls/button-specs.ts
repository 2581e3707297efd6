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

type LabelKey = keyof typeof callControlsMessages | 'command.answer' | 'command.rejectCall';

interface ButtonSpec {
  readonly labelKey: LabelKey;
  readonly icon: TemplateResult;
  readonly part: string;
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

/** The commands that a button runs; the others are run by what a button opens. */
export type DirectCommand = Exclude<ControlCommand, 'sendDtmf' | 'singleTransfer' | 'initiateConsult'>;

/** The button of each command. */
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

/** What a button opens below the others. */
export type ControlPanel = 'keypad' | 'transfer' | 'consult' | 'notes';

interface PanelSpec {
  readonly labelKey: LabelKey;
  /** Its name while it is open, where what it has opened has the other one. */
  readonly closeLabelKey?: LabelKey;
  readonly icon: TemplateResult;
  /** Without what it is of no use. */
  readonly command?: ControlCommand;
}

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
