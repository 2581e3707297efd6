import type { TemplateResult } from 'lit';
import type { ActionButton } from '../../src/ui/components/button.js';
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
} from '../../src/ui/components/icons.js';
import type { callControlsMessages } from './messages.js';
import type { ControlCommand } from './actions.js';

type Word = keyof typeof callControlsMessages | 'command.answer' | 'command.rejectCall';

interface Look {
  readonly word: Word;
  readonly icon: TemplateResult;
  readonly part: string;
  readonly look: ActionButton['look'];
}

const tile = (word: Word, icon: TemplateResult, part: string, look: Look['look'] = 'tile'): Look => ({
  word,
  icon,
  part,
  look,
});

/** The commands that a button runs; the others are run by what a button opens. */
export type Direct = Exclude<ControlCommand, 'sendDtmf' | 'singleTransfer' | 'initiateConsult'>;

/** The button of each command. */
export const looks: Readonly<Record<Direct, Look>> = {
  answer: { word: 'command.answer', icon: phone, part: 'answer', look: 'go' },
  rejectCall: { word: 'command.rejectCall', icon: phoneOff, part: 'decline', look: 'stop outlined' },
  hangup: { word: 'command.hangup', icon: phoneOff, part: 'hangup', look: 'stop' },
  holdCall: tile('command.holdCall', pause, 'hold'),
  retrieveCall: tile('command.retrieveCall', play, 'hold', 'tile on'),
  muteCall: tile('command.muteCall', micOff, 'mute'),
  unmute: tile('command.unmute', mic, 'mute', 'tile on'),
  sendSatisfy: tile('command.sendSatisfy', star, 'survey'),
  cancelConsult: tile('command.cancelConsult', cross, 'cancel-consult'),
  retrieveConsult: tile('command.retrieveConsult', undo, 'return'),
  consultTransfer: tile('command.consultTransfer', phoneForwarded, 'complete-transfer'),
  consultConference: tile('command.consultConference', users, 'start-conference'),
};

/** What a button opens below the others. */
export type Panel = 'keypad' | 'transfer' | 'consult' | 'notes';

interface PanelLook {
  readonly word: Word;
  /** Its name while it is open, where what it has opened has the other one. */
  readonly close?: Word;
  readonly icon: TemplateResult;
  /** Without what it is of no use. */
  readonly command?: ControlCommand;
}

export const panels: Readonly<Record<Panel, PanelLook>> = {
  keypad: { word: 'controls.keypad', icon: grid3x3, command: 'sendDtmf' },
  transfer: {
    word: 'controls.transfer',
    close: 'controls.closeTransfer',
    icon: phoneForwarded,
    command: 'singleTransfer',
  },
  consult: {
    word: 'controls.consult',
    close: 'controls.closeConsult',
    icon: messagesSquare,
    command: 'initiateConsult',
  },
  notes: { word: 'controls.notes', close: 'controls.closeNotes', icon: fileText },
};
