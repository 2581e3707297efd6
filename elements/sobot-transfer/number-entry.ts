/**
 * The entry of an extension or a phone number, with the numbers that calls went to last. Extensions
 * and phone numbers have the same entry, so it is apart from the element and its tabs.
 */
import { html, type TemplateResult } from 'lit';
import { cleanNumber } from '../../src/internal/index.js';
import type { AgentHost, CommandController } from '../../src/ui/base/index.js';
import { actionButton, phoneNumberField, recentNumbersList } from '../../src/ui/components/index.js';

/** The number of recent targets of each kind: as many as fit below the field without scrolling. */
const MAX_RECENT_TARGETS = 3;

/**
 * The last numbers of each kind, for each agent element. They are kept in memory alone, because
 * they are numbers of customers, and shared by the elements for transfer and consultation.
 */
const recentByHost = new WeakMap<AgentHost, Readonly<Record<string, readonly string[]>>>();

/** The recent targets of a kind, the newest first; empty without any. */
const recentTargets = (agentHost: AgentHost, kind: string): readonly string[] =>
  recentByHost.get(agentHost)?.[kind] ?? [];

/** Adds a number that a call went to. A number that is there already moves to the front. */
export function rememberTarget(agentHost: AgentHost, kind: string, number: string): void {
  const others = recentTargets(agentHost, kind).filter((each) => each !== number);
  recentByHost.set(agentHost, {
    ...recentByHost.get(agentHost),
    [kind]: [number, ...others].slice(0, MAX_RECENT_TARGETS),
  });
}

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
  /** Called with the whole text at each input. */
  readonly onInput: (text: string) => void;
  /** Called with the number without separators; with an empty string if nothing was typed. */
  readonly onSend: (number: string) => void;
}

/**
 * Renders the field, whose number Enter or the button sends, and the last numbers, each of which
 * one click sends.
 */
export function renderNumberEntry(entry: NumberEntry): TemplateResult {
  const { agentHost, kind, label, recentLabel, actionLabel, value, command, maskNumber, onInput, onSend } = entry;
  const { reason, busy } = command;
  const send = (): void => onSend(cleanNumber(value));
  return html`<div class="entry">
      ${phoneNumberField({ label, value, onInput, onEnter: send })}
      ${actionButton({ label: actionLabel, part: 'confirm', variant: 'accent', reason, busy, onClick: send })}
    </div>
    ${recentNumbersList({
      label: recentLabel,
      numbers: recentTargets(agentHost, kind),
      maskNumber,
      buttonName: (maskedNumber) => `${actionLabel} ${maskedNumber}`,
      reason,
      busy,
      onSelect: onSend,
    })}`;
}
