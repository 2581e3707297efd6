/**
 * `<sobot-supervisor>`: the list of agents, with buttons that change the status of another agent
 * (section "Supervisor Operation"). List, filters and polling come from `AgentListElement`.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { AgentListItem } from '../../src/queries/index.js';
import { AgentListElement, confirmDialog, confirmDialogStyles } from '../../src/ui/components/index.js';
import { supervisorMessages } from './messages.js';

/** The CSS part of the button of each command, in the order of the buttons. */
const forceParts = { forceReady: 'force-ready', forceBusy: 'force-busy', forceLogout: 'force-logout' } as const;
/** A command of a supervisor, by its name in the SDK. */
type ForceCommand = keyof typeof forceParts;
const forceCommands = Object.keys(forceParts) as ForceCommand[];

/** A command that waits for the confirmation of the supervisor. */
interface ForceRequest {
  readonly agent: AgentListItem;
  readonly command: ForceCommand;
}

/**
 * Each command asks for a confirmation that names the agent, because it interrupts the work of somebody else. The
 * platform decides whether the agent who is logged in may run it, and its refusal is shown.
 *
 * @summary The agents of the company, whom a supervisor sets ready or busy, or logs out.
 * @element sobot-supervisor
 * @csspart search - The search field.
 * @csspart group - The choice of a skill group.
 * @csspart status - The choice of a status.
 * @csspart agents - The list of agents.
 * @csspart row - Every agent in that list.
 * @csspart dot - The mark of a status.
 * @csspart you - The mark of the supervisor's own row.
 * @csspart button - Every button.
 * @csspart force-ready - The button that sets an agent ready.
 * @csspart force-busy - The button that sets an agent busy.
 * @csspart force-logout - The button that logs an agent out.
 * @csspart dialog - The confirmation before a command.
 * @csspart confirm - The button that runs the command.
 * @csspart cancel - The button that closes the dialog without the command.
 * @csspart done - The result of the last command.
 * @csspart age - The age of the statuses.
 * @csspart refresh - The button that queries the statuses again.
 * @csspart try-again - The button that queries again after an error.
 * @csspart error - The error of the list or of a command.
 * @csspart notice - A notice, such as an error or a missing agent.
 * @csspart icon - Every icon.
 * @cssprop [--sobot-list=286px] - The greatest height of the list.
 * @cssState filtered - Filters hide some agents.
 */
export class SobotSupervisor extends AgentListElement<typeof supervisorMessages> {
  static override readonly tag = 'sobot-supervisor';
  static override readonly messages = supervisorMessages;
  static override readonly styles = [
    ...AgentListElement.styles,
    confirmDialogStyles,
    css`
      /* Three buttons of two words each share a row, and break between the words. */
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

  /**
   * The request of the dialog. It stays after the dialog was closed, so that the text does not
   * vanish before it.
   */
  @state() private request: ForceRequest | null = null;
  /** The result of the last command, for the live region; empty: none. */
  @state() private doneText = '';

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  /**
   * Values besides the agent that a row shows, so that it renders again when one of them changes.
   */
  protected override get rowDependencies(): readonly unknown[] {
    return [...forceCommands.map((command) => this.#commands[command].disabledReason), this.agentHost?.agentType];
  }

  /**
   * Opens the dialog of a request. It has to be rendered first: with the first request the dialog
   * itself is not in the page yet.
   */
  async #openDialog(request: ForceRequest): Promise<void> {
    this.request = request;
    this.doneText = '';
    await this.updateComplete;
    this.dialog?.showModal();
  }

  /**
   * Runs the command and queries the statuses again. If the row is gone meanwhile, the focus stays
   * in the list.
   */
  async #runForce({ agent, command }: ForceRequest): Promise<void> {
    this.focusList();
    if (!(await this.runFor(agent, command, { targetAgentID: this.targetOf(agent) }))) return;
    this.doneText = this.t(`supervisor.${command}Done`, agent.name);
    this.refresh();
  }

  /**
   * Renders the buttons of a row. An agent without the identifier that the page uses can't be the
   * target.
   */
  protected override renderActions(agent: AgentListItem): TemplateResult {
    const reason = this.targetOf(agent) ? null : this.t('people.noTarget');
    return html`${forceCommands.map((command) =>
      this.renderAction(agent, this.#commands[command], {
        label: this.t(`supervisor.${command}`),
        hint: agent.name,
        part: forceParts[command],
        reason,
        onClick: () => void this.#openDialog({ agent, command }),
      }),
    )}`;
  }

  /**
   * Renders the dialog. Its text has the work number, too, because two agents may have the same
   * name.
   */
  #renderDialog(request: ForceRequest): TemplateResult {
    const { agent, command } = request;
    const { name, number } = agent;
    return confirmDialog({
      title: this.t(`supervisor.${command}Ask`, name),
      text: this.t(`supervisor.${command}Text`, number && number !== name ? `${name} (${number})` : name),
      cancelLabel: this.t('base.cancel'),
      confirmLabel: this.t(`supervisor.${command}`),
      onConfirm: () => void this.#runForce(request),
    });
  }

  /** Renders the list, the live region of the results, and the dialog after the first request. */
  protected override renderConnected(): TemplateResult {
    return html`${super.renderConnected()}
      <p class="hint" part="done" role="status">${this.doneText}</p>
      ${this.request ? this.#renderDialog(this.request) : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-supervisor': SobotSupervisor;
  }
}
