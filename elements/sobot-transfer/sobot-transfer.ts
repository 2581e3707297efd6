/**
 * `<sobot-transfer>`: selects the target of a transfer or of a consultation, and runs the command.
 * Tabs, lists and the entry of a number are modules of their own. This file connects them.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { SobotError } from '../../src/sdk/index.js';
import { type NumberRefusal } from '../../src/internal/index.js';
import { renderAfterAnswer } from '../../src/ui/components/index.js';
import { type AgentHost, type CommandController, SobotElement } from '../../src/ui/base/index.js';
import { transferMessages } from './messages.js';
import { recentTargets, renderNumberEntry } from './number-entry.js';
import { transferStyles } from './styles.js';
import { renderTabs, type FocusTarget } from './tabs.js';
import { TargetList, type ListKind } from './target-list.js';
import type { TransferTarget } from './targets.js';

/** The vendor's target types, in the order of the tabs (sections "Transfer" and "Inquiry"). */
const targetTypes = { agents: '0', groups: '3', extension: '2', number: '1' } as const;

/** A kind of target, named after its tab. */
type TargetKind = keyof typeof targetTypes;

const transferKinds = Object.keys(targetTypes) as TargetKind[];
/**
 * The kinds of a consultation. The vendor's `initiateConsult` takes no skill group (section
 * "Inquiry").
 */
const consultKinds = transferKinds.filter((kind) => kind !== 'groups');

/** Whether the targets of a kind are a list. The others are typed. */
const isListKind = (kind: TargetKind): kind is ListKind => kind === 'agents' || kind === 'groups';

/**
 * One click on a row, or Enter, runs the command. Ready agents come first. Every agent is listed with their status, and
 * only agents who are not logged in are disabled: whether a busy one can take the call is the platform's decision.
 *
 * @summary The target of a transfer or a consultation: agents, skill groups, an extension, or a phone number.
 * @element sobot-transfer
 * @csspart tabs - The list of tabs, one for each kind of target.
 * @csspart tab - Every tab.
 * @csspart search - The search field of a list.
 * @csspart targets - The list of agents or skill groups.
 * @csspart row - Every agent or skill group in that list.
 * @csspart dot - The mark of an agent's status.
 * @csspart number - The field of an extension or a phone number.
 * @csspart confirm - The button that sends the number of that field.
 * @csspart recent - The list of the numbers that calls went to last.
 * @csspart redial - Every button in that list.
 * @csspart button - Every button.
 * @csspart try-again - The button that queries a list again after an error.
 * @csspart error - The error of a list or of a command.
 * @csspart notice - A notice, such as an error or a missing agent.
 * @csspart icon - Every icon.
 * @cssState consult - A selection starts a consultation, and not a transfer.
 * @cssState sending - The command of a selection is pending.
 */
export class SobotTransfer extends SobotElement<typeof transferMessages> {
  static override readonly tag = 'sobot-transfer';
  static override readonly messages = transferMessages;
  static override readonly styles = transferStyles;

  readonly #agent = this.select(({ agent }) => agent);
  /** Both commands, because a page may change the mode at any time. */
  readonly #commands = {
    transfer: this.command('singleTransfer'),
    consult: this.command('initiateConsult'),
  };
  readonly #targetList = new TargetList(this, {
    t: this.t,
    maskText: this.maskText,
    sessionFor: (kind) => (this.kind === kind ? this.agentHost?.session : null),
    disabledText: () => this.#disabledText,
    onSelect: (target) => this.#select(target),
    onInput: (text) => this.#setText(text),
  });
  /** The kind whose tab was rendered last. */
  #openedKind: TargetKind | null = null;

  /**
   * What a selection does: `transfer` gives the call away at once, `consult` calls the target first, while the customer
   * is on hold.
   */
  @property({ reflect: true }) mode: 'transfer' | 'consult' = 'transfer';

  @state() private kind: TargetKind = 'agents';
  /** The text of the search field, or of the number field. */
  @state() private text = '';
  /** Digits of an extension in the number field, which are not dialled. */
  @state() private afterAnswer = '';
  /** Key of the row whose command is pending; empty: none. */
  @state() private sendingKey = '';

  /** The mode, where an invalid attribute counts as `transfer`. */
  get #mode(): 'transfer' | 'consult' {
    return this.mode === 'consult' ? 'consult' : 'transfer';
  }

  /** The kinds of the mode, in the order of the tabs. */
  get #kinds(): readonly TargetKind[] {
    return this.#mode === 'consult' ? consultKinds : transferKinds;
  }

  /** The command of the mode. Its reason and its pending state are those of every control. */
  get #command(): CommandController<'singleTransfer'> | CommandController<'initiateConsult'> {
    return this.#commands[this.#mode];
  }

  /**
   * Why no row can be selected now. A row has no `aria-busy`, so a pending command is a reason too.
   */
  get #disabledText(): string | null {
    const { disabledReason } = this.#command;
    return disabledReason && this.disabledReasonText(disabledReason);
  }

  /** Focuses the field, so that an agent can type at once. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('input')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // A consultation has no tab for skill groups, which may be open when the mode changes.
    if (!this.#kinds.includes(this.kind)) this.kind = 'agents';
    this.setStates({ consult: this.#mode === 'consult', sending: this.#command.busy });
  }

  /** Opens the list of another tab, after the update in which its query got a session. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.agentHost || this.kind === this.#openedKind) return;
    this.#openedKind = this.kind;
    this.#targetList.open(isListKind(this.kind) ? this.kind : null);
  }

  /**
   * Sends a row: an agent by work number or by id, as the page names agents, a skill group by its
   * code.
   */
  #select({ key, id, number, availability }: TransferTarget): void {
    if (availability === 'offline') return;
    const isByWorkNumber = this.kind === 'agents' && this.agentHost?.agentType !== '1';
    void this.#send(isByWorkNumber ? number : id, key);
  }

  /**
   * Runs the command for a target, and remembers a typed one that the platform accepted.
   * @param target the identifier of the target for the command; nothing is sent while it is empty
   * @param key key of the row that was selected; empty for a number that was typed
   */
  async #send(target: string, key = ''): Promise<void> {
    const { agentHost, kind } = this;
    if (!agentHost || target === '' || this.#command.disabledReason) return;
    this.sendingKey = key;
    const isDone = await this.#run(kind, target);
    this.sendingKey = '';
    if (isDone && !isListKind(kind)) recentTargets[kind].add(agentHost, target);
  }

  /**
   * Sends the command of the mode. The kind is compared, too, because only the type of a transfer
   * has skill groups.
   */
  #run(kind: TargetKind, target: string): Promise<boolean> {
    const { transfer, consult } = this.#commands;
    return this.#mode === 'consult' && kind !== 'groups'
      ? consult.run({ targetType: targetTypes[kind], target })
      : transfer.run({ targetType: targetTypes[kind], target });
  }

  /**
   * Selects a tab and moves the focus. A search does not apply to another kind, so the text is
   * cleared.
   */
  async #selectTab(kind: TargetKind, focusTarget: FocusTarget): Promise<void> {
    if (kind !== this.kind) {
      this.kind = kind;
      this.#setText('');
    }
    await this.updateComplete;
    if (focusTarget === 'panel') this.focus();
    else this.renderRoot.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
  }

  /** Sets the text of the field. Typing is a new attempt, so the error of the last one goes. */
  #setText(text: string, afterAnswer = ''): void {
    this.text = text;
    this.afterAnswer = afterAnswer;
    this.failure = null;
    this.#targetList.reset();
  }

  /** Shows why the text can't be dialled; the text stays. An empty field is no error. */
  #refuse(refusal: NumberRefusal): void {
    this.focus();
    const command = this.#mode === 'consult' ? 'initiateConsult' : 'singleTransfer';
    if (this.text.trim())
      this.failure = { command, error: new SobotError('invalid', this.t(`number.${refusal}`), { command }) };
  }

  /**
   * Renders the entry of a number. Without a number the button focuses the field, as a disabled
   * button could not say what is missing.
   */
  #renderNumberEntry(agentHost: AgentHost, kind: 'extension' | 'number'): TemplateResult {
    return renderNumberEntry({
      agentHost,
      kind,
      label: this.t(kind === 'number' ? 'transfer.numberField' : 'transfer.extensionField'),
      recentLabel: this.t('transfer.recent'),
      actionLabel: this.t(`transfer.${this.#mode}`),
      value: this.text,
      command: this.#command,
      maskNumber: (number) => this.maskNumber(number),
      onInput: (text, afterAnswer) => this.#setText(text, afterAnswer),
      onSend: (number) => void this.#send(number),
      onRefuse: (refusal) => this.#refuse(refusal),
    });
  }

  /**
   * Renders the tabs. The name of their list says what a selection does: "Transfer to" or "Consult
   * with".
   */
  #renderTabs(): TemplateResult {
    return renderTabs({
      label: this.t(this.#mode === 'consult' ? 'transfer.consultWith' : 'transfer.transferTo'),
      tabs: this.#kinds.map((kind) => [kind, this.t(`transfer.${kind}`)] as const),
      selected: this.kind,
      onSelect: (kind, focusTarget) => void this.#selectTab(kind, focusTarget),
    });
  }

  /**
   * Renders the tabs, the panel of the selected one, and below both the error of the last command.
   * Without a session there is no call to transfer.
   */
  protected override renderConnected(agentHost: AgentHost): TemplateResult | typeof nothing {
    if (!agentHost.session) return nothing;
    const { kind, text } = this;
    this.#targetList.update({
      agentHost,
      agent: this.#agent.value,
      language: this.language,
      kind: isListKind(kind) ? kind : null,
      text,
    });
    return html`<div class="stack">
      ${this.#renderTabs()}
      <div class="stack" id="panel" role="tabpanel" aria-labelledby=${`tab-${kind}`}>
        ${
          isListKind(kind)
            ? this.#targetList.render(kind, text, this.sendingKey)
            : this.#renderNumberEntry(agentHost, kind)
        }
      </div>
      ${isListKind(kind) ? nothing : renderAfterAnswer(this.t, this.afterAnswer)}
      ${this.renderFailure('singleTransfer', 'initiateConsult')}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-transfer': SobotTransfer;
  }
}
