/** `<sobot-status>`: shows the agent's status on a button, and changes it by a menu. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { type AgentHost, SobotElement } from '../../src/ui/base/index.js';
import { confirmDialog, presenceDot } from '../../src/ui/components/index.js';
import { elapsed, placeBelow } from '../../src/ui/directives/index.js';
import { chevronDown, x } from '../../src/ui/icons/index.js';
import { moveFocus, renderMenu } from './menu.js';
import { presenceName, statusMessages } from './messages.js';
import { statusStyles } from './styles.js';

/** The commands of the menu, whose errors stand below the button. */
const presenceCommands = ['ready', 'notReady', 'logout', 'resetLogout'] as const;

/**
 * The menu has the breaks that the company defines, which are queried once for each session. "Reset to offline" asks for
 * a confirmation, because it hangs up a running call.
 *
 * @summary The agent's status and how long it has lasted, with a menu to change it.
 * @element sobot-status
 * @csspart status - The button that shows the status and opens the menu.
 * @csspart dot - The mark of a status.
 * @csspart time - The time since the status began.
 * @csspart menu - The menu.
 * @csspart item - Every item of the menu.
 * @csspart dialog - The confirmation before the reset.
 * @csspart button - Every button of that dialog.
 * @csspart confirm - The button that resets.
 * @csspart cancel - The button that closes the dialog without a reset.
 * @csspart error - The error of a change that was refused.
 * @csspart dismiss - The button that removes the error.
 * @csspart notice - A notice, such as an error or a missing agent.
 * @csspart icon - Every icon.
 * @cssState ready - The agent is ready.
 * @cssState dnd - The agent has set "do not disturb", or is locked by the system.
 * @cssState break - The agent is on a break.
 * @cssState offline - The agent is logged out.
 * @cssState unproven - The status is not confirmed: the connection was interrupted, and no message has reported the
 * status since.
 */
export class SobotStatus extends SobotElement<typeof statusMessages> {
  static override readonly tag = 'sobot-status';
  static override readonly messages = statusMessages;
  static override readonly styles = statusStyles;

  readonly #presence = this.select(({ presence }) => presence);
  /** Whether the platform has confirmed the status. An unconfirmed one is not shown: an agent would rely on it. */
  readonly #isConfirmed = this.select(({ connection }) => connection !== 'offline' && connection !== 'reconnecting');
  readonly #breaks = this.select(({ breaks }) => breaks);
  readonly #isConnected = this.select(({ phase }) => phase === 'ready');
  readonly #isBusy = this.select(({ pending }) => presenceCommands.some((name) => pending.includes(name)));
  readonly #commands = {
    ready: this.command('ready'),
    notReady: this.command('notReady'),
    logout: this.command('logout'),
    resetLogout: this.command('resetLogout'),
  };
  /** The session that was queried for the breaks. */
  #breaksSession: AgentHost['session'] = null;
  /** Whether the menu opens with the focus on its last item, as it does by the arrow up. */
  #opensAtEnd = false;

  @state() private isOpen = false;

  @query('.status') private readonly button!: HTMLButtonElement | null;
  @query('.menu') private readonly menu!: HTMLElement | null;
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  /**
   * Sets the custom states. An unconfirmed status has none of its own, so a page doesn't colour
   * what may be wrong.
   */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const isConfirmed = this.#isConfirmed.value;
    const { status } = this.#presence.value;
    const states = ['ready', 'dnd', 'break', 'offline'].map((each) => [each, isConfirmed && each === status] as const);
    this.setStates({ ...Object.fromEntries(states), unproven: !isConfirmed });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.agentHost?.session !== this.#breaksSession) this.#loadBreaks();
  }

  /** Queries the breaks, once the session is ready. After a failure, the next opening of the menu queries again. */
  #loadBreaks(): void {
    const session = this.agentHost?.session;
    if (!session || !this.#isConnected.value) return;
    this.#breaksSession = session;
    void this.run('queryStates');
  }

  /** Places the opened menu and focuses the checked item, so that the arrow keys start at the current status. */
  readonly #handleToggle = (event: ToggleEvent): void => {
    this.isOpen = event.newState === 'open';
    if (!this.isOpen) return;
    this.failure = null;
    const { button, menu } = this;
    if (button && menu) placeBelow(menu, button);
    const startSelector = this.#opensAtEnd ? '.item:last-child' : '[aria-checked="true"]';
    const start = menu?.querySelector<HTMLElement>(startSelector) ?? menu?.querySelector<HTMLElement>('.item');
    start?.focus();
    this.#opensAtEnd = false;
    if (this.#breaks.value.length === 0) this.#loadBreaks();
  };

  /** Escape closes the menu. Tab closes it too, and moves on from the button: a menu is one stop in the tab order. */
  readonly #handleMenuKeydown = (event: KeyboardEvent): void => {
    const { menu } = this;
    if (event.key === 'Escape' || event.key === 'Tab') {
      this.#closeMenu();
      if (event.key === 'Escape') event.preventDefault();
    } else if (menu && moveFocus(menu, event.key)) event.preventDefault();
  };

  /**
   * The arrow keys open the menu, as the ARIA pattern "menu button" wants it. Enter and Space do by
   * `popovertarget`.
   */
  readonly #handleButtonKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.#opensAtEnd = event.key === 'ArrowUp';
    this.menu?.showPopover();
  };

  /** Removes the error. The focus goes to the button, because the one that had it is gone. */
  readonly #handleDismiss = (): void => {
    this.failure = null;
    this.button?.focus();
  };

  /** Closes the menu and gives the focus back to its button. */
  #closeMenu(): void {
    this.menu?.hidePopover();
    this.button?.focus();
  }

  /** Closes the menu and runs a command. The status changes when the platform confirms it, not before. */
  #closeAndRun(run: () => Promise<boolean>): void {
    this.#closeMenu();
    void run();
  }

  /**
   * Renders the menu with the actions of its items. It is always in the document, as
   * `popovertarget` needs it.
   */
  #renderMenu(): TemplateResult {
    const { ready, notReady, logout } = this.#commands;
    return renderMenu({
      t: this.t,
      presence: this.#isConfirmed.value ? this.#presence.value : null,
      breaks: this.#breaks.value,
      commands: this.#commands,
      onReady: () => this.#closeAndRun(ready.run),
      onNotReady: (reasonCode) => this.#closeAndRun(() => notReady.run({ reasonCode })),
      onLogout: () => this.#closeAndRun(logout.run),
      onReset: () => {
        this.menu?.hidePopover();
        this.dialog?.showModal();
      },
      onToggle: this.#handleToggle,
      onKeydown: this.#handleMenuKeydown,
    });
  }

  /** Renders the confirmation of the reset, which can't be taken back. */
  #renderResetDialog(): TemplateResult {
    return confirmDialog({
      title: this.t('status.resetTitle'),
      text: this.t('status.resetText'),
      confirmLabel: this.t('status.reset'),
      cancelLabel: this.t('base.cancel'),
      onConfirm: () => this.#closeAndRun(this.#commands.resetLogout.run),
    });
  }

  /** Renders the error over the content below, so that nothing moves, with a button that removes it. */
  #renderError(): TemplateResult {
    const dismissLabel = this.t('status.dismiss');
    return html`<div class="trouble">
      ${this.renderFailure(...presenceCommands)}
      ${
        this.failure
          ? html`<button
              type="button"
              class="dismiss"
              part="dismiss"
              title=${dismissLabel}
              aria-label=${dismissLabel}
              @click=${this.#handleDismiss}
            >
              ${x}
            </button>`
          : nothing
      }
    </div>`;
  }

  /** Renders the button. Its name is one text for screen readers, without the time, which changes every second. */
  #renderButton(): TemplateResult {
    const presence = this.#presence.value;
    const isConfirmed = this.#isConfirmed.value;
    const name = isConfirmed ? presenceName(this.t, presence) : this.t('status.unknown');
    const hasTime = isConfirmed && presence.status !== 'offline';
    return html`<button
      type="button"
      class="status"
      part="status"
      popovertarget="menu"
      aria-haspopup="menu"
      aria-expanded=${this.isOpen ? 'true' : 'false'}
      aria-busy=${this.#isBusy.value ? 'true' : nothing}
      @keydown=${this.#handleButtonKeydown}
    >
      ${presenceDot(isConfirmed ? presence.status : 'offline')}<span class="sr">${this.t('status.name', name)}</span
      ><span class="name" aria-hidden="true">${name}</span>
      ${hasTime ? html`<span class="time" part="time" aria-hidden="true">${elapsed(presence.since)}</span>` : nothing}
      ${chevronDown}
    </button>`;
  }

  protected override renderConnected(): TemplateResult {
    return html`${this.#renderButton()}${this.#renderMenu()}${this.#renderResetDialog()}${this.#renderError()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-status': SobotStatus;
  }
}
