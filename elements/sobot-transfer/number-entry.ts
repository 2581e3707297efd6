/**
 * The entry of an extension or a phone number, with the numbers that calls went to last. Extensions
 * and phone numbers have the same entry, so it is apart from the element and its tabs.
 */
import { html, type TemplateResult } from 'lit';
import { parsePhoneNumber, type NumberRefusal } from '../../src/internal/index.js';
import { RecentNumbers } from '../../src/history/index.js';
import type { AgentHost, CommandController } from '../../src/ui/base/index.js';
import { actionButton, phoneNumberField, recentNumbersList } from '../../src/ui/components/index.js';

/** The number of recent targets of each kind: as many as fit below the field without scrolling. */
const MAX_RECENT_TARGETS = 3;

/**
 * The last numbers of each kind that calls went to, shared by the elements for transfer and consultation.
 */
export const recentTargets = {
  extension: new RecentNumbers(MAX_RECENT_TARGETS),
  number: new RecentNumbers(MAX_RECENT_TARGETS),
} as const;

/** The content of the entry at one render, and its functions. */
export interface NumberEntry {
  readonly agentHost: AgentHost;
  /** The kind of the number. Each kind has its own recent targets. */
  readonly kind: 'extension' | 'number';
  /** The visible label of the field, which is its accessible name. */
  readonly label: string;
  /** The accessible name of the list of recent targets. */
  readonly recentLabel: string;
  /** Text of the button, such as "Transfer". */
  readonly actionLabel: string;
  /** The text of the field, as the agent typed it. */
  readonly value: string;
  /** The command that the button runs. */
  readonly command: Pick<CommandController, 'busy' | 'reason'>;
  /** Returns a number as it may be shown. */
  readonly maskNumber: (number: string) => string;
  /** Called with the whole text at each input, and with the digits that were left out of a pasted number. */
  readonly onInput: (text: string, afterAnswer: string) => void;
  /** Called with the number to dial. */
  readonly onSend: (number: string) => void;
  /** Called if the text can't be dialled, with the reason. */
  readonly onRefuse: (refusal: NumberRefusal) => void;
}

/**
 * Renders the field, whose number Enter or the button sends, and the last numbers, each of which
 * one click sends.
 */
export function renderNumberEntry(entry: NumberEntry): TemplateResult {
  const { agentHost, kind, label, recentLabel, actionLabel, value, command, maskNumber, onInput, onSend, onRefuse } =
    entry;
  const { reason, busy } = command;
  const send = (): void => {
    const { number, refusal } = parsePhoneNumber(value);
    if (refusal) onRefuse(refusal);
    else onSend(number);
  };
  return html`<div class="entry">
      ${phoneNumberField({ label, value, onInput, onEnter: send })}
      ${actionButton({ label: actionLabel, part: 'confirm', variant: 'accent', reason, busy, onClick: send })}
    </div>
    ${recentNumbersList({
      label: recentLabel,
      numbers: recentTargets[kind].of(agentHost),
      maskNumber,
      buttonName: (maskedNumber) => `${actionLabel} ${maskedNumber}`,
      reason,
      busy,
      onSelect: onSend,
    })}`;
}
