import { css, html, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { AgentListItem } from '../../src/queries/index.js';
import { AgentListElement, confirmDialog, confirmDialogStyles } from '../../src/ui/components/index.js';
import { supervisorMessages } from './messages.js';

const forceParts = { forceReady: 'force-ready', forceBusy: 'force-busy', forceLogout: 'force-logout' } as const;
type ForceCommand = keyof typeof forceParts;
const forceCommands = Object.keys(forceParts) as ForceCommand[];

/**
 * Each of them asks first, and names the agent. Who may do so, the platform decides.
 *
 * @summary The company's agents, whom a supervisor sets ready or busy, or logs out.
 * @element sobot-supervisor
 * @csspart search - The search field.
 * @csspart group - The choice of a skill group.
 * @csspart status - The choice of a status.
 * @csspart agents - The list.
 * @csspart row - Each agent.
 * @csspart dot - The mark of a status.
 * @csspart you - The mark of the supervisor's own row.
 * @csspart button - Every button.
 * @csspart force-ready - The button that sets an agent ready.
 * @csspart force-busy - The button that sets an agent busy.
 * @csspart force-logout - The button that logs an agent out.
 * @csspart dialog - The question before that.
 * @csspart confirm - The button that does it.
 * @csspart cancel - The button that doesn't.
 * @csspart done - What was done last.
 * @csspart age - How old the statuses are.
 * @csspart refresh - The button that asks for them again.
 * @csspart try-again - The button that asks again after a failure.
 * @csspart error - What went wrong.
 * @csspart notice - A notice, such as an error or a missing agent.
 * @csspart icon - Every icon.
 * @cssprop [--sobot-list=286px] - The greatest height of the list.
 * @cssState filtered - Not everybody is shown.
 */
export class SobotSupervisor extends AgentListElement<typeof supervisorMessages> {
  static override readonly tag = 'sobot-supervisor';
  static override readonly messages = supervisorMessages;
  static override readonly styles = [
    ...AgentListElement.styles,
    confirmDialogStyles,
    css`
      .acts .button {
        padding: 0 8px;
        font-size: 12px;
        line-height: 1.2;
      }
      /* Two lines in a panel, one where there is room. */
      @container (inline-size < 480px) {
        .virtual {
          --_row: 96px;
        }
        .virtual .row {
          flex-wrap: wrap;
          align-content: center;
        }
        .who,
        .acts {
          flex: 1 1 100%;
        }
        .acts .button {
          padding: 0 2px;
        }
      }
    `,
  ];

  readonly #commands = {
    forceReady: this.command('forceReady'),
    forceBusy: this.command('forceBusy'),
    forceLogout: this.command('forceLogout'),
  };

  /** What was asked last, and about whom. */
  @state() private confirmation: { readonly agent: AgentListItem; readonly command: ForceCommand } | null = null;
  @state() private doneText = '';

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  protected override get rowDependencies(): readonly unknown[] {
    return [...forceCommands.map((command) => this.#commands[command].disabledReason), this.agentHost?.agentType];
  }

  async #confirm(agent: AgentListItem, command: ForceCommand): Promise<void> {
    this.confirmation = { agent, command };
    this.doneText = '';
    await this.updateComplete;
    this.dialog?.showModal();
  }

  async #runForce({ agent, command }: { agent: AgentListItem; command: ForceCommand }): Promise<void> {
    this.focusList(); // his row may have gone while he was thought about
    if (!(await this.runFor(agent, command, { targetAgentID: this.targetOf(agent) }))) return;
    this.doneText = this.t(`supervisor.${command}Done`, agent.name);
    this.refresh();
  }

  protected override renderActions(agent: AgentListItem): TemplateResult {
    const reason = this.targetOf(agent) ? null : this.t('people.noTarget');
    return html`${forceCommands.map((command) =>
      this.renderAction(agent, this.#commands[command], {
        label: this.t(`supervisor.${command}`),
        hint: agent.name,
        part: forceParts[command],
        reason,
        onClick: () => void this.#confirm(agent, command),
      }),
    )}`;
  }

  #renderConfirmDialog(): TemplateResult {
    const { confirmation } = this;
    const { agent, command } = confirmation ?? { agent: null, command: 'forceReady' as const };
    const { name = '', number = '' } = agent ?? {};
    return confirmDialog({
      title: this.t(`supervisor.${command}Ask`, name),
      text: this.t(`supervisor.${command}Text`, number && number !== name ? `${name} (${number})` : name),
      cancelLabel: this.t('base.cancel'),
      confirmLabel: this.t(`supervisor.${command}`),
      onConfirm: () => void (confirmation && this.#runForce(confirmation)),
    });
  }

  protected override renderConnected(): TemplateResult {
    return html`${super.renderConnected()}
      <p class="hint" part="done" role="status">${this.doneText}</p>
      ${this.confirmation ? this.#renderConfirmDialog() : ''}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-supervisor': SobotSupervisor;
  }
}
