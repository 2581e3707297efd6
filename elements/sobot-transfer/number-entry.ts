/** The entry of an extension or a phone number, with the numbers that calls went to last. */
import { html, type TemplateResult } from 'lit';
import { parsePhoneNumber, type NumberRefusal } from '../../src/internal/index.js';
import { RecentNumbers } from '../../src/history/index.js';
import type { AgentHost, CommandController } from '../../src/ui/base/index.js';
import { actionButton, phoneNumberField, recentNumbersList } from '../../src/ui/components/index.js';

const MAX_RECENT_TARGETS = 3;

/**
 * The last numbers of each kind that calls went to, shared by the elements for transfer and consultation.
 */
export const recentTargets = {
  extension: new RecentNumbers(MAX_RECENT_TARGETS),
  number: new RecentNumbers(MAX_RECENT_TARGETS),
} as const;

/** What the entry shows, and what it does. */
export interface NumberEntry {
  readonly agentHost: AgentHost;
  readonly kind: 'extension' | 'number';
  readonly label: string;
  readonly recentLabel: string;
  /** Text of the button, such as "Transfer". */
  readonly actionLabel: string;
  readonly value: string;
  /** The command that the button runs. */
  readonly command: Pick<CommandController, 'busy' | 'reason'>;
  /** Returns a number as it may be shown. */
  readonly maskNumber: (number: string) => string;
  readonly onInput: (text: string, afterAnswer: string) => void;
  /** Called with the number to dial. */
  readonly onSend: (number: string) => void;
  /** Called if the text can't be dialled, with the reason. */
  readonly onRefuse: (refusal: NumberRefusal) => void;
}

/** Renders the field, whose number Enter or the button sends, and the last numbers, each of which one click sends. */
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
