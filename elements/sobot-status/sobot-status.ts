import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { CommandName, CommandParams } from '../../src/sdk/index.js';
import type { AgentSession } from '../../src/session/index.js';
import { disabledReason, type DisabledReason } from '../../src/state/index.js';
import { elapsed } from '../../src/ui/directives/elapsed.js';
import { SobotElement } from '../../src/ui/base/sobot-element.js';
import { check, chevronDown, logOut, rotateCcw, x } from '../../src/ui/components/icons.js';
import type { Phone } from '../../src/ui/base/agent-host.js';
import { presenceDot, presenceStyles } from '../../src/ui/components/presence-dot.js';
import { question, questions } from '../../src/ui/components/confirm-dialog.js';
import { buttons, texts, tokens } from '../../src/ui/styles/index.js';
import { statusMessages } from './messages.js';
import { moveFocus, placeBelow } from './menu.js';
import { statusStyles } from './styles.js';
import { presenceName } from './presence-name.js';

/**
 * @summary The agent's status and how long it has lasted, with a menu to change it.
 *
 * Breaks are the tenant's own, asked of the platform once a session. "Reset to offline" asks first: it hangs up.
 *
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
  static override readonly styles = [tokens, buttons, texts, questions, presenceStyles, statusStyles];

  readonly #presence = this.select(({ presence }) => presence);
  /** What was true before the connection was interrupted may not be true any more: it isn't shown. */
  readonly #proven = this.select(({ connection }) => connection !== 'offline' && connection !== 'reconnecting');
  readonly #breaks = this.select(({ breaks }) => breaks);
  readonly #connected = this.select(({ phase }) => phase === 'ready');
  readonly #busy = this.select(({ pending }) => changing.some((name) => pending.includes(name)));
  readonly #obstacles = {
    ready: this.select((all) => disabledReason(all, 'ready')),
    notReady: this.select((all) => disabledReason(all, 'notReady')),
    logout: this.select((all) => disabledReason(all, 'logout')),
    resetLogout: this.select((all) => disabledReason(all, 'resetLogout')),
  };
  /** The session that was asked for the breaks. */
  #asked: AgentSession | null = null;
  /** Opened by the arrow up, the menu begins at its end. */
  #atEnd = false;

  @state() private open = false;

  @query('.status') private readonly button!: HTMLButtonElement | null;
  @query('.menu') private readonly menu!: HTMLElement | null;
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const proven = this.#proven.value;
    const { status } = this.#presence.value;
    const states = ['ready', 'dnd', 'break', 'offline'].map((each) => [each, proven && each === status] as const);
    this.setStates({ ...Object.fromEntries(states), unproven: !proven });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const session = this.phone?.session ?? null;
    if (session && this.#connected.value && session !== this.#asked) void this.#ask(session);
  }

  /** If it fails, the next look at the menu asks again. */
  async #ask(session: AgentSession): Promise<void> {
    this.#asked = session;
    await this.run('queryStates');
  }

  readonly #toggled = (event: ToggleEvent): void => {
    this.open = event.newState === 'open';
    if (!this.open) return;
    this.failure = null;
    const { button, menu } = this;
    if (button && menu) placeBelow(menu, button);
    (
      menu?.querySelector<HTMLElement>(this.#atEnd ? '.item:last-child' : '[aria-checked="true"]') ??
      menu?.querySelector<HTMLElement>('.item')
    )?.focus();
    this.#atEnd = false;
    const session = this.phone?.session;
    if (session && this.#breaks.value.length === 0 && this.#connected.value) void this.#ask(session);
  };

  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      this.menu?.hidePopover();
      this.button?.focus(); // and Tab goes on from here
      if (event.key === 'Escape') event.preventDefault();
    } else if (this.menu && moveFocus(this.menu, event.key)) event.preventDefault();
  };

  readonly #buttonKeyed = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.#atEnd = event.key === 'ArrowUp';
    this.menu?.showPopover();
  };

  readonly #dismiss = (): void => {
    this.failure = null;
    this.button?.focus();
  };

  #choose<N extends CommandName>(command: N, params?: CommandParams<N>): void {
    this.menu?.hidePopover();
    this.button?.focus();
    void this.run(command, params);
  }

  #item(options: {
    label: string;
    icon: TemplateResult;
    why: DisabledReason | null;
    choose: () => void;
    checked?: boolean;
    danger?: boolean;
  }): TemplateResult {
    const { label, icon, why, choose, checked, danger } = options;
    const reason = why ? this.why(why) : nothing;
    return html`<button
      type="button"
      class="item ${danger ? 'danger' : ''}"
      part="item"
      tabindex="-1"
      role=${checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked=${checked === undefined ? nothing : checked ? 'true' : 'false'}
      aria-disabled=${why ? 'true' : nothing}
      aria-description=${reason}
      title=${reason}
      @click=${why ? nothing : choose}
    >
      ${icon}<span>${label}</span>${checked ? html`<span class="check">${check}</span>` : nothing}
    </button>`;
  }

  #drawMenu(): TemplateResult {
    const { status, reasonCode } = this.#proven.value ? this.#presence.value : unknown;
    const { ready, notReady, logout, resetLogout } = this.#obstacles;
    return html`<div
      id="menu"
      class="menu"
      part="menu"
      popover
      role="menu"
      aria-label=${this.t('status.menu')}
      @toggle=${this.#toggled}
      @keydown=${this.#keyed}
    >
      ${this.#item({
        label: this.t('status.ready'),
        icon: presenceDot('ready'),
        why: ready.value,
        checked: status === 'ready',
        choose: () => this.#choose('ready'),
      })}
      ${this.#item({
        label: this.t('status.dnd'),
        icon: presenceDot('dnd'),
        why: notReady.value,
        checked: status === 'dnd',
        choose: () => this.#choose('notReady', { reasonCode: DO_NOT_DISTURB }),
      })}
      ${this.#breaks.value.map(({ code, name }) =>
        this.#item({
          label: name || this.t('status.break', String(code)),
          icon: presenceDot('break'),
          why: notReady.value,
          checked: status === 'break' && reasonCode === code,
          choose: () => this.#choose('notReady', { reasonCode: code }),
        }),
      )}
      <hr />
      ${this.#item({
        label: this.t('command.logout'),
        icon: logOut,
        why: logout.value,
        choose: () => this.#choose('logout'),
      })}
      ${this.#item({
        label: this.t('status.reset'),
        icon: rotateCcw,
        why: resetLogout.value,
        danger: true,
        choose: () => {
          this.menu?.hidePopover();
          this.dialog?.showModal();
        },
      })}
    </div>`;
  }

  #drawQuestion(): TemplateResult {
    return question({
      title: this.t('status.resetTitle'),
      text: this.t('status.resetText'),
      yes: this.t('status.reset'),
      no: this.t('base.cancel'),
      confirm: () => this.#choose('resetLogout'),
    });
  }

  /** Over what is below, so that nothing moves; and to be put away. */
  #drawTrouble(): TemplateResult {
    return html`<div class="trouble">
      ${this.drawFailure(...changing)}
      ${
        this.failure
          ? html`<button
              type="button"
              class="dismiss"
              part="dismiss"
              title=${this.t('status.dismiss')}
              aria-label=${this.t('status.dismiss')}
              @click=${this.#dismiss}
            >
              ${x}
            </button>`
          : nothing
      }
    </div>`;
  }

  protected override draw(_phone: Phone): TemplateResult {
    const presence = this.#presence.value;
    const proven = this.#proven.value;
    const name = proven ? presenceName(this.t, presence) : this.t('status.unknown');
    return html`<button
        type="button"
        class="status"
        part="status"
        popovertarget="menu"
        aria-haspopup="menu"
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-busy=${this.#busy.value ? 'true' : nothing}
        @keydown=${this.#buttonKeyed}
      >
        ${presenceDot(proven ? presence.status : 'offline')}<span class="sr">${this.t('status.name', name)}</span
        ><span class="name" aria-hidden="true">${name}</span>
        ${
          presence.status === 'offline' || !proven
            ? nothing
            : html`<span class="time" part="time" aria-hidden="true">${elapsed(presence.since)}</span>`
        }
        ${chevronDown}
      </button>
      ${this.#drawMenu()}${this.#drawQuestion()}${this.#drawTrouble()}`;
  }
}

const DO_NOT_DISTURB = 2;

const unknown = { status: null, reasonCode: undefined };

const changing = ['ready', 'notReady', 'logout', 'resetLogout'] as const satisfies CommandName[];

declare global {
  interface HTMLElementTagNameMap {
    'sobot-status': SobotStatus;
  }
}
