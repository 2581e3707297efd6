import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { disabledReason } from '../../src/state/index.js';
import {
  actionButton,
  errorNotice,
  isDtmfDigit,
  keypad,
  keypadStyles,
  selectField,
  type SelectOption,
  skeletonStyles,
} from '../../src/ui/components/index.js';
import { SobotElement } from '../../src/ui/base/index.js';
import { backspace, circleAlert, history, phone as phoneIcon } from '../../src/ui/icons/index.js';
import { cleanNumber, parseObject } from '../../src/internal/index.js';
import { isLoggedIn, Query, type Routes, routesOf, routesQuery } from '../../src/queries/index.js';
import { buttonStyles, fieldStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';
import { dialerMessages } from './messages.js';
import { saveDraftNumber, recentNumbers, rememberNumber, draftNumber } from './number.js';
import { dialerStyles } from './styles.js';

/**
 * Enter dials. With nothing typed, the call button brings back the last number. A number whose call is refused stays.
 *
 * @summary Makes outbound calls: a number by typing, pasting, keypad or redial, and the caller ID that customers see.
 * @element sobot-dialer
 *
 * @csspart number - The field of the phone number.
 * @csspart button - Every button.
 * @csspart backspace - Deletes the last digit.
 * @csspart call - Dials.
 * @csspart keypad - The grid of keys.
 * @csspart key - Every key.
 * @csspart caller-id - The choice of the caller ID.
 * @csspart recent - The list of the last numbers.
 * @csspart redial - Each of the last numbers.
 * @csspart try-again - Asks for the numbers of the caller ID again.
 * @csspart error - What went wrong.
 * @csspart notice - A notice, such as wrong `user-data` or a missing agent.
 * @csspart icon - Every icon.
 *
 * @cssState dialing - The call is being set up.
 */
export class SobotDialer extends SobotElement<typeof dialerMessages> {
  static override readonly tag = 'sobot-dialer';
  static override readonly messages = dialerMessages;
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static override readonly styles = [
    tokenStyles,
    buttonStyles,
    fieldStyles,
    textStyles,
    keypadStyles,
    skeletonStyles,
    dialerStyles,
  ];

  readonly #isLoggedIn = this.select(isLoggedIn);
  readonly #disabledReason = this.select((all) => disabledReason(all, 'makeCall'));
  readonly #routes = new Query(this, routesQuery, () => this.agentHost?.session);

  /** The number in the field. */
  @property() number = '';
  /** The caller ID that customers see, in place of what the agent's outbound rule says; the agent may choose another. */
  @property() ani = '';
  /** Code of the scheme that finds the caller ID (`outboundPlanCode`); without effect once the agent has chosen one. */
  @property({ attribute: 'outbound-plan-code' }) outboundPlanCode = '';
  /** What the agent's own phone shows, with answering method Phone (`agentANI`). */
  @property({ attribute: 'agent-ani' }) agentAni = '';
  /** The customer's number, encrypted (`privacyNumber`). */
  @property({ attribute: 'privacy-number' }) privacyNumber = '';
  /** Business data that comes back in `attachedData` of the call: an object, as an attribute in JSON. */
  @property({ attribute: 'user-data' }) userData: string | Readonly<Record<string, unknown>> = '';

  /** The agent's choice of the caller ID; null before there is one. */
  @state() private callerId: string | null = null;

  @query('input') private readonly field!: HTMLInputElement;

  protected override willUpdate(changed: PropertyValues): void {
    this.number ??= ''; // frameworks say null for nothing
    if (changed.has('agentHost') && !this.number) this.number = draftNumber(this.agentHost);
    saveDraftNumber(this.agentHost, this.number);
  }

  readonly #handleInput = ({ currentTarget }: Event & { currentTarget: HTMLInputElement }): void => {
    this.#setNumber(currentTarget.value);
  };

  /** What was said about the number before is no longer about this one. */
  #setNumber(number: string): void {
    this.number = number;
    this.failure = null;
  }

  readonly #handlePaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text') ?? '';
    event.preventDefault();
    this.#insert(cleanNumber(text));
  };

  /** Typing on the keypad goes into the field as well. */
  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const isOnKeypad = event.target instanceof Element && event.target.closest('.keypad');
    if (event.key === 'Enter' && event.target === this.field) {
      event.preventDefault();
      void this.#dial();
    } else if (isOnKeypad && (isDtmfDigit(event.key) || event.key === '+')) {
      event.preventDefault();
      this.#insert(event.key);
    } else if (isOnKeypad && event.key === 'Backspace') {
      this.#handleBackspace();
    }
  };

  #insert(digits: string): void {
    const { field } = this;
    field.setRangeText(digits, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
    this.#setNumber(field.value);
  }

  readonly #handleBackspace = (): void => {
    const { field } = this;
    const end = field.selectionEnd ?? 0;
    const start = field.selectionStart ?? end;
    field.setRangeText('', start === end ? Math.max(0, start - 1) : start, end, 'end');
    this.#setNumber(field.value);
  };

  async #dial(text = this.number): Promise<void> {
    const { agentHost } = this;
    const number = cleanNumber(text);
    if (number === '') {
      this.number = recentNumbers(agentHost)[0] ?? '';
      this.field.focus();
      return;
    }
    if (!agentHost || this.#disabledText || this.#disabledReason.value) return;
    this.number = text;
    const optional = {
      ANI: this.callerId ?? this.ani,
      outboundPlanCode: this.callerId ? '' : this.outboundPlanCode,
      agentANI: this.agentAni,
      privacyNumber: this.privacyNumber,
      userData: parseObject(this.userData),
    };
    const params = Object.entries(optional).filter(([, value]) => value !== undefined && value !== '');
    if (!(await this.run('makeCall', { otherDN: number, ...Object.fromEntries(params) }))) return;
    rememberNumber(agentHost, number);
    if (this.number === text) this.number = this.getAttribute('number') ?? '';
    saveDraftNumber(agentHost, this.number); // the call may have taken this element's place already
    this.requestUpdate();
  }

  get #userDataError(): string | null {
    try {
      parseObject(this.userData);
      return null;
    } catch (error) {
      return this.t('dialer.badUserData', error instanceof Error ? error.message : String(error));
    }
  }

  get #callDisabledText(): string | null {
    const reason = this.#disabledReason.value;
    return reason && reason !== 'pending' ? this.disabledReasonText(reason) : null;
  }

  get #disabledText(): string | null {
    return this.#callDisabledText ?? this.#userDataError;
  }

  #routeLabel({ value, name }: Routes['numbers'][number]): string {
    return name ? `${name} · ${this.maskNumber(value)}` : this.maskNumber(value);
  }

  #ruleText(routes: Routes | null): string {
    if (this.outboundPlanCode) return this.t('dialer.byPlan');
    const number = routes?.rule === '3' && routes.numbers.find(({ value }) => value === routes.number);
    const name = number ? this.#routeLabel(number) : routes?.rules.find(({ value }) => value === routes.rule)?.name;
    return name ? this.t('dialer.byThisRule', name) : this.t('dialer.byRule');
  }

  #renderCallerId(): TemplateResult | typeof nothing {
    const { result, error } = this.#routes;
    const routes = result && routesOf(result);
    const numbers = routes?.numbers ?? [];
    if (routes && numbers.length === 0 && !this.ani) return nothing;
    const preset = this.ani && !numbers.some(({ value }) => value === this.ani) ? [{ value: this.ani, name: '' }] : [];
    const options: SelectOption[] = [...preset, ...numbers].map((each) => ({
      value: each.value,
      label: this.#routeLabel(each),
    }));
    return html`${selectField({
      label: this.t('dialer.callerId'),
      name: 'caller-id',
      options: [{ value: '', label: this.#ruleText(routes) }, ...options],
      value: this.callerId ?? this.ani,
      onChange: (value) => (this.callerId = value),
    })}
    ${errorNotice(this.t, this.#isLoggedIn.value ? error : null, () => this.#routes.refetch())}`;
  }

  #renderEntry(reason: string | null): TemplateResult {
    return html`<div class="entry">
      <label for="number">${this.t('dialer.number')}</label>
      <div class="number-field ${this.number ? '' : 'empty'}">
        <input
          id="number"
          part="number"
          type="tel"
          dir="ltr"
          autocomplete="off"
          enterkeyhint="go"
          placeholder=${this.#callDisabledText ?? nothing}
          .value=${live(this.number)}
          @input=${this.#handleInput}
          @paste=${this.#handlePaste}
        />
        ${actionButton({
          label: this.t('dialer.backspace'),
          icon: backspace,
          part: 'backspace',
          variant: 'quiet',
          onClick: this.#handleBackspace,
        })}
      </div>
      ${actionButton({
        label: this.t('dialer.call'),
        icon: phoneIcon,
        part: 'call',
        variant: 'go',
        reason,
        busy: this.#disabledReason.value === 'pending',
        onClick: () => void this.#dial(),
      })}
    </div>`;
  }

  #renderRecent(reason: string | null): TemplateResult | typeof nothing {
    const numbers = recentNumbers(this.agentHost);
    if (numbers.length === 0) return nothing;
    return html`<div>
      <p class="legend" id="recent">${this.t('dialer.recent')}</p>
      <ul class="recent" part="recent" aria-labelledby="recent">
        ${numbers.map(
          (number) =>
            html`<li>
              <button
                type="button"
                class="button"
                part="button redial"
                dir="ltr"
                aria-label=${this.t('dialer.redial', this.maskNumber(number))}
                aria-disabled=${reason ? 'true' : nothing}
                aria-description=${reason || nothing}
                title=${reason || nothing}
                @click=${() => void this.#dial(number)}
              >
                ${history}${this.maskNumber(number)}
              </button>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  protected override renderConnected(): TemplateResult {
    const reason = this.#disabledText;
    const userDataError = this.#userDataError;
    this.setStates({ dialing: this.#disabledReason.value === 'pending' });
    return html`<div class="stack" @keydown=${this.#handleKeydown}>
      ${userDataError ? html`<p class="notice" part="notice" role="status">${circleAlert}<span>${userDataError}</span></p>` : nothing}
      ${this.#renderEntry(reason)} ${this.renderFailure('makeCall')}
      ${keypad({
        label: this.t('keypad.label'),
        star: this.t('keypad.star'),
        pound: this.t('keypad.pound'),
        onKey: (digit) => this.#insert(digit),
      })}
      ${this.#renderCallerId()} ${this.#renderRecent(reason)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-dialer': SobotDialer;
  }
}
