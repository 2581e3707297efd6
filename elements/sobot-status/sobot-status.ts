import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { CommandName, CommandParams } from '../../src/sdk/index.js';
import type { AgentSession } from '../../src/session/index.js';
import { disabledReason, type DisabledReason } from '../../src/state/index.js';
import { elapsed } from '../../src/ui/directives/index.js';
import { SobotElement } from '../../src/ui/base/index.js';
import { check, chevronDown, logOut, rotateCcw, x } from '../../src/ui/icons/index.js';
import { confirmDialog, confirmDialogStyles, presenceDot, presenceStyles } from '../../src/ui/components/index.js';
import { buttonStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';
import { statusMessages } from './messages.js';
import { moveFocus, placeBelow } from './menu.js';
import { statusStyles } from './styles.js';
import { presenceName } from './presence-name.js';

/**
 * Breaks are the tenant's own, asked of the platform once a session. "Reset to offline" asks first: it hangs up.
 *
 * @summary The agent's status and how long it has lasted, with a menu to change it.
 * @element sobot-status
 * @csspart status - The button that shows the status and opens the menu.
 * @csspart dot - The mark of a status.
 * @csspart time - The running time.
 * @csspart menu - The menu.
 * @csspart item - Every entry of the menu.
 * @csspart dialog - The question before the reset.
 * @csspart button - Every button of the question.
 * @csspart confirm - The button that resets.
 * @csspart cancel - The button that doesn't.
 * @csspart error - What went wrong.
 * @csspart dismiss - The button that puts it away.
 * @csspart notice - A notice, such as an error or a missing agent.
 * @csspart icon - Every icon.
 * @cssState ready - The agent is ready.
 * @cssState dnd - Do not disturb.
 * @cssState break - The agent is on a break.
 * @cssState offline - The agent is logged out.
 * @cssState unproven - The connection was interrupted, and nothing has told the status since.
 */
export class SobotStatus extends SobotElement<typeof statusMessages> {
  static override readonly tag = 'sobot-status';
  static override readonly messages = statusMessages;
  static override readonly styles = [
    tokenStyles,
    buttonStyles,
    textStyles,
    confirmDialogStyles,
    presenceStyles,
    statusStyles,
  ];

  readonly #presence = this.select(({ presence }) => presence);
  /** What was true before the connection was interrupted may not be true any more: it isn't shown. */
  readonly #isConfirmed = this.select(({ connection }) => connection !== 'offline' && connection !== 'reconnecting');
  readonly #breaks = this.select(({ breaks }) => breaks);
  readonly #isConnected = this.select(({ phase }) => phase === 'ready');
  readonly #isBusy = this.select(({ pending }) => presenceCommands.some((name) => pending.includes(name)));
  readonly #disabledReasons = {
    ready: this.select((all) => disabledReason(all, 'ready')),
    notReady: this.select((all) => disabledReason(all, 'notReady')),
    logout: this.select((all) => disabledReason(all, 'logout')),
    resetLogout: this.select((all) => disabledReason(all, 'resetLogout')),
  };
  /** The session that was asked for the breaks. */
  #breaksSession: AgentSession | null = null;
  /** Opened by the arrow up, the menu begins at its end. */
  #opensAtEnd = false;

  @state() private isOpen = false;

  @query('.status') private readonly button!: HTMLButtonElement | null;
  @query('.menu') private readonly menu!: HTMLElement | null;
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const isConfirmed = this.#isConfirmed.value;
    const { status } = this.#presence.value;
    const states = ['ready', 'dnd', 'break', 'offline'].map((each) => [each, isConfirmed && each === status] as const);
    this.setStates({ ...Object.fromEntries(states), unproven: !isConfirmed });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const session = this.agentHost?.session ?? null;
    if (session && this.#isConnected.value && session !== this.#breaksSession) void this.#loadBreaks(session);
  }

  /** If it fails, the next look at the menu asks again. */
  async #loadBreaks(session: AgentSession): Promise<void> {
    this.#breaksSession = session;
    await this.run('queryStates');
  }

  readonly #handleToggle = (event: ToggleEvent): void => {
    this.isOpen = event.newState === 'open';
    if (!this.isOpen) return;
    this.failure = null;
    const { button, menu } = this;
    if (button && menu) placeBelow(menu, button);
    (
      menu?.querySelector<HTMLElement>(this.#opensAtEnd ? '.item:last-child' : '[aria-checked="true"]') ??
      menu?.querySelector<HTMLElement>('.item')
    )?.focus();
    this.#opensAtEnd = false;
    const session = this.agentHost?.session;
    if (session && this.#breaks.value.length === 0 && this.#isConnected.value) void this.#loadBreaks(session);
  };

  readonly #handleMenuKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      this.menu?.hidePopover();
      this.button?.focus(); // and Tab goes on from here
      if (event.key === 'Escape') event.preventDefault();
    } else if (this.menu && moveFocus(this.menu, event.key)) event.preventDefault();
  };

  readonly #handleButtonKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.#opensAtEnd = event.key === 'ArrowUp';
    this.menu?.showPopover();
  };

  readonly #handleDismiss = (): void => {
    this.failure = null;
    this.button?.focus();
  };

  #runCommand<N extends CommandName>(command: N, params?: CommandParams<N>): void {
    this.menu?.hidePopover();
    this.button?.focus();
    void this.run(command, params);
  }

  #renderItem(options: {
    label: string;
    icon: TemplateResult;
    disabledReason: DisabledReason | null;
    onChoose: () => void;
    isChecked?: boolean;
    isDangerous?: boolean;
  }): TemplateResult {
    const { label, icon, disabledReason, onChoose, isChecked, isDangerous } = options;
    const reason = disabledReason ? this.disabledReasonText(disabledReason) : nothing;
    return html`<button
      type="button"
      class="item ${isDangerous ? 'danger' : ''}"
      part="item"
      tabindex="-1"
      role=${isChecked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked=${isChecked === undefined ? nothing : isChecked ? 'true' : 'false'}
      aria-disabled=${disabledReason ? 'true' : nothing}
      aria-description=${reason}
      title=${reason}
      @click=${disabledReason ? nothing : onChoose}
    >
      ${icon}<span>${label}</span>${isChecked ? html`<span class="check">${check}</span>` : nothing}
    </button>`;
  }

  #renderMenu(): TemplateResult {
    const { status, reasonCode } = this.#isConfirmed.value ? this.#presence.value : unknownPresence;
    const { ready, notReady, logout, resetLogout } = this.#disabledReasons;
    return html`<div
      id="menu"
      class="menu"
      part="menu"
      popover
      role="menu"
      aria-label=${this.t('status.menu')}
      @toggle=${this.#handleToggle}
      @keydown=${this.#handleMenuKeydown}
    >
      ${this.#renderItem({
        label: this.t('status.ready'),
        icon: presenceDot('ready'),
        disabledReason: ready.value,
        isChecked: status === 'ready',
        onChoose: () => this.#runCommand('ready'),
      })}
      ${this.#renderItem({
        label: this.t('status.dnd'),
        icon: presenceDot('dnd'),
        disabledReason: notReady.value,
        isChecked: status === 'dnd',
        onChoose: () => this.#runCommand('notReady', { reasonCode: DO_NOT_DISTURB_CODE }),
      })}
      ${this.#breaks.value.map(({ code, name }) =>
        this.#renderItem({
          label: name || this.t('status.break', String(code)),
          icon: presenceDot('break'),
          disabledReason: notReady.value,
          isChecked: status === 'break' && reasonCode === code,
          onChoose: () => this.#runCommand('notReady', { reasonCode: code }),
        }),
      )}
      <hr />
      ${this.#renderItem({
        label: this.t('command.logout'),
        icon: logOut,
        disabledReason: logout.value,
        onChoose: () => this.#runCommand('logout'),
      })}
      ${this.#renderItem({
        label: this.t('status.reset'),
        icon: rotateCcw,
        disabledReason: resetLogout.value,
        isDangerous: true,
        onChoose: () => {
          this.menu?.hidePopover();
          this.dialog?.showModal();
        },
      })}
    </div>`;
  }

  #renderResetDialog(): TemplateResult {
    return confirmDialog({
      title: this.t('status.resetTitle'),
      text: this.t('status.resetText'),
      confirmLabel: this.t('status.reset'),
      cancelLabel: this.t('base.cancel'),
      onConfirm: () => this.#runCommand('resetLogout'),
    });
  }

  /** Over what is below, so that nothing moves; and to be put away. */
  #renderError(): TemplateResult {
    return html`<div class="trouble">
      ${this.renderFailure(...presenceCommands)}
      ${
        this.failure
          ? html`<button
              type="button"
              class="dismiss"
              part="dismiss"
              title=${this.t('status.dismiss')}
              aria-label=${this.t('status.dismiss')}
              @click=${this.#handleDismiss}
            >
              ${x}
            </button>`
          : nothing
      }
    </div>`;
  }

  protected override renderConnected(): TemplateResult {
    const presence = this.#presence.value;
    const isConfirmed = this.#isConfirmed.value;
    const name = isConfirmed ? presenceName(this.t, presence) : this.t('status.unknown');
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
        ${
          presence.status === 'offline' || !isConfirmed
            ? nothing
            : html`<span class="time" part="time" aria-hidden="true">${elapsed(presence.since)}</span>`
        }
        ${chevronDown}
      </button>
      ${this.#renderMenu()}${this.#renderResetDialog()}${this.#renderError()}`;
  }
}

const DO_NOT_DISTURB_CODE = 2;

const unknownPresence = { status: null, reasonCode: undefined };

const presenceCommands = ['ready', 'notReady', 'logout', 'resetLogout'] as const satisfies CommandName[];

declare global {
  interface HTMLElementTagNameMap {
    'sobot-status': SobotStatus;
  }
}
