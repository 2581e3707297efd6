import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { disabledReason } from '../../src/state/index.js';
import { actionButton } from '../../src/ui/components/button.js';
import { SobotElement } from '../../src/ui/base/sobot-element.js';
import { backspace, circleAlert, history, phone as phoneIcon } from '../../src/ui/components/icons.js';
import { object } from '../../src/internal/json.js';
import { isDigit, keypad, keypadStyles } from '../../src/ui/components/keypad.js';
import { cleaned } from '../../src/internal/phone-number.js';
import type { Phone } from '../../src/ui/base/agent-host.js';
import { loggedIn, Query } from '../../src/queries/query-cache.js';
import { retryNotice, waiting } from '../../src/ui/components/error-notice.js';
import { routesOf, routesQuery, type Routes } from '../../src/queries/routes.js';
import { selectField, type SelectOption } from '../../src/ui/components/select-field.js';
import { buttons, fields, texts, tokens } from '../../src/ui/styles/index.js';
import { dialerMessages } from './messages.js';
import { keepUnfinished, recentNumbers, remember, unfinishedNumber } from './number.js';
import { dialerStyles } from './styles.js';

/**
 * @summary Makes outbound calls: a number by typing, pasting, keypad or redial, and the caller ID that customers see.
 *
 * Enter dials. With nothing typed, the call button brings back the last number. A number whose call is refused stays.
 *
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
  static override readonly styles = [tokens, buttons, fields, texts, keypadStyles, waiting, dialerStyles];

  readonly #loggedIn = this.select(loggedIn);
  readonly #disabledReason = this.select((all) => disabledReason(all, 'makeCall'));
  readonly #routes = new Query(this, routesQuery, () => this.phone?.session);

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
    if (changed.has('phone') && !this.number) this.number = unfinishedNumber(this.phone);
    keepUnfinished(this.phone, this.number);
  }

  readonly #typed = ({ currentTarget }: Event & { currentTarget: HTMLInputElement }): void => {
    this.#edited(currentTarget.value);
  };

  /** What was said about the number before is no longer about this one. */
  #edited(number: string): void {
    this.number = number;
    this.failure = null;
  }

  readonly #pasted = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text') ?? '';
    event.preventDefault();
    this.#insert(cleaned(text));
  };

  /** Typing on the keypad goes into the field as well. */
  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const onKeypad = event.target instanceof Element && event.target.closest('.keypad');
    if (event.key === 'Enter' && event.target === this.field) {
      event.preventDefault();
      void this.#dial();
    } else if (onKeypad && (isDigit(event.key) || event.key === '+')) {
      event.preventDefault();
      this.#insert(event.key);
    } else if (onKeypad && event.key === 'Backspace') {
      this.#delete();
    }
  };

  #insert(digits: string): void {
    const { field } = this;
    field.setRangeText(digits, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
    this.#edited(field.value);
  }

  readonly #delete = (): void => {
    const { field } = this;
    const end = field.selectionEnd ?? 0;
    const start = field.selectionStart ?? end;
    field.setRangeText('', start === end ? Math.max(0, start - 1) : start, end, 'end');
    this.#edited(field.value);
  };

  async #dial(text = this.number): Promise<void> {
    const { phone } = this;
    const number = cleaned(text);
    if (number === '') {
      this.number = recentNumbers(phone)[0] ?? '';
      this.field.focus();
      return;
    }
    if (!phone || this.#reason || this.#disabledReason.value) return;
    this.number = text;
    const optional = {
      ANI: this.callerId ?? this.ani,
      outboundPlanCode: this.callerId ? '' : this.outboundPlanCode,
      agentANI: this.agentAni,
      privacyNumber: this.privacyNumber,
      userData: object(this.userData),
    };
    const given = Object.entries(optional).filter(([, value]) => value !== undefined && value !== '');
    if (!(await this.run('makeCall', { otherDN: number, ...Object.fromEntries(given) }))) return;
    remember(phone, number);
    if (this.number === text) this.number = this.getAttribute('number') ?? '';
    keepUnfinished(phone, this.number); // the call may have taken this element's place already
    this.requestUpdate();
  }

  get #badUserData(): string | null {
    try {
      object(this.userData);
      return null;
    } catch (error) {
      return this.t('dialer.badUserData', error instanceof Error ? error.message : String(error));
    }
  }

  get #blocked(): string | null {
    const found = this.#disabledReason.value;
    return found && found !== 'pending' ? this.why(found) : null;
  }

  get #reason(): string | null {
    return this.#blocked ?? this.#badUserData;
  }

  #named({ value, name }: Routes['numbers'][number]): string {
    return name ? `${name} · ${this.shown(value)}` : this.shown(value);
  }

  #byRule(routes: Routes | null): string {
    if (this.outboundPlanCode) return this.t('dialer.byPlan');
    const number = routes?.rule === '3' && routes.numbers.find(({ value }) => value === routes.number);
    const name = number ? this.#named(number) : routes?.rules.find(({ value }) => value === routes.rule)?.name;
    return name ? this.t('dialer.byThisRule', name) : this.t('dialer.byRule');
  }

  #drawCallerId(): TemplateResult | typeof nothing {
    const { result, error } = this.#routes;
    const routes = result && routesOf(result);
    const numbers = routes?.numbers ?? [];
    if (routes && numbers.length === 0 && !this.ani) return nothing;
    const own = this.ani && !numbers.some(({ value }) => value === this.ani) ? [{ value: this.ani, name: '' }] : [];
    const options: SelectOption[] = [...own, ...numbers].map((each) => ({
      value: each.value,
      label: this.#named(each),
    }));
    return html`${selectField({
      label: this.t('dialer.callerId'),
      name: 'caller-id',
      options: [{ value: '', label: this.#byRule(routes) }, ...options],
      value: this.callerId ?? this.ani,
      change: (value) => (this.callerId = value),
    })}
    ${retryNotice(this.t, this.#loggedIn.value ? error : null, () => this.#routes.ask())}`;
  }

  #drawEntry(reason: string | null): TemplateResult {
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
          placeholder=${this.#blocked ?? nothing}
          .value=${live(this.number)}
          @input=${this.#typed}
          @paste=${this.#pasted}
        />
        ${actionButton({
          label: this.t('dialer.backspace'),
          icon: backspace,
          part: 'backspace',
          look: 'quiet',
          onClick: this.#delete,
        })}
      </div>
      ${actionButton({
        label: this.t('dialer.call'),
        icon: phoneIcon,
        part: 'call',
        look: 'go',
        reason,
        busy: this.#disabledReason.value === 'pending',
        onClick: () => void this.#dial(),
      })}
    </div>`;
  }

  #drawRecent(reason: string | null): TemplateResult | typeof nothing {
    const numbers = recentNumbers(this.phone);
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
                aria-label=${this.t('dialer.redial', this.shown(number))}
                aria-disabled=${reason ? 'true' : nothing}
                aria-description=${reason || nothing}
                title=${reason || nothing}
                @click=${() => void this.#dial(number)}
              >
                ${history}${this.shown(number)}
              </button>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  protected override draw(_phone: Phone): TemplateResult {
    const reason = this.#reason;
    const bad = this.#badUserData;
    this.setStates({ dialing: this.#disabledReason.value === 'pending' });
    return html`<div class="stack" @keydown=${this.#keyed}>
      ${bad ? html`<p class="notice" part="notice" role="status">${circleAlert}<span>${bad}</span></p>` : nothing}
      ${this.#drawEntry(reason)} ${this.drawFailure('makeCall')}
      ${keypad({
        label: this.t('keypad.label'),
        star: this.t('keypad.star'),
        pound: this.t('keypad.pound'),
        onKey: (digit) => this.#insert(digit),
      })}
      ${this.#drawCallerId()} ${this.#drawRecent(reason)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-dialer': SobotDialer;
  }
}
