/**
 * The element `<sobot-dialer>`: number field, keypad and the last numbers. The choice of the caller
 * ID is in `caller-id.ts`. Numbers outlive the element, because a softphone replaces the dialer by
 * the controls as soon as a call begins.
 */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { RecentNumbers } from '../../src/history/index.js';
import { parseObject, parsePhoneNumber } from '../../src/internal/index.js';
import { SobotError } from '../../src/sdk/index.js';
import { type AgentHost, SobotElement } from '../../src/ui/base/index.js';
import {
  actionButton,
  insertText,
  isDtmfDigit,
  isTyped,
  keypad,
  phoneNumberField,
  recentNumbersList,
  renderAfterAnswer,
} from '../../src/ui/components/index.js';
import { backspace, circleAlert, phone as phoneIcon } from '../../src/ui/icons/index.js';
import { CallerIdController } from './caller-id.js';
import { dialerMessages } from './messages.js';
import { dialerStyles } from './styles.js';

/** The number of redial buttons. More would fill a panel of 280 px. */
const MAX_RECENT_NUMBERS = 5;

const recentNumbers = new RecentNumbers(MAX_RECENT_NUMBERS);

/** The number in the field, by agent element. A softphone replaces the dialer during a call, and shows it again later. */
const draftNumbersByHost = new WeakMap<AgentHost, string>();

/**
 * Enter dials. In an empty field, the call button restores the last number. If the call is refused, the number stays.
 *
 * @summary Makes outbound calls to a number that is typed, pasted, entered by keypad or redialled, with a caller ID.
 * @element sobot-dialer
 *
 * @csspart number - The field of the phone number.
 * @csspart button - Every button.
 * @csspart backspace - The button that deletes the last digit.
 * @csspart call - The button Call.
 * @csspart keypad - The grid of keys.
 * @csspart key - Every key.
 * @csspart caller-id - The select field of the caller ID.
 * @csspart recent - The list of the last numbers.
 * @csspart redial - The button of each of the last numbers.
 * @csspart try-again - The button that loads the caller IDs again after an error.
 * @csspart error - The error of the last call.
 * @csspart notice - A notice, such as an invalid `user-data` or a missing agent.
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
  static override readonly styles = dialerStyles;

  readonly #makeCall = this.command('makeCall');
  /** Whether the routes can be queried now: an error from before the logout is not shown. */
  readonly #canQueryCallerIds = this.select(CallerIdController.isEnabled);
  readonly #callerId = new CallerIdController(this, () => this.agentHost?.session);

  /** The number in the field. */
  @property() number = '';
  /** The caller ID that customers see, in place of the one by the agent's outbound rule. The agent may choose another. */
  @property() ani = '';
  /** The code of the scheme that chooses the caller ID (`outboundPlanCode`). Ignored once the agent has chosen one. */
  @property({ attribute: 'outbound-plan-code' }) outboundPlanCode = '';
  /** The number that the agent's own telephone shows, with the answering method Phone (`agentANI`). */
  @property({ attribute: 'agent-ani' }) agentAni = '';
  /** The customer's number, encrypted (`privacyNumber`). */
  @property({ attribute: 'privacy-number' }) privacyNumber = '';
  /** Business data of the call, which `attachedData` returns: an object, as an attribute its JSON. */
  @property({ attribute: 'user-data' }) userData: string | Readonly<Record<string, unknown>> = '';

  /** Digits of an extension in the field, which are not dialled. */
  @state() private afterAnswer = '';

  /** The number field: keypad, paste and backspace work at its cursor. */
  @query('input') private readonly field!: HTMLInputElement;

  protected override willUpdate(changed: PropertyValues): void {
    this.number ??= ''; // Frameworks set null for an empty value.
    const { agentHost } = this;
    if (!agentHost) return;
    if (changed.has('agentHost') && !this.number) this.number = draftNumbersByHost.get(agentHost) ?? '';
    draftNumbersByHost.set(agentHost, this.number);
  }

  /** Sets the number as it is typed, and removes the error, which was about the number before. */
  #setNumber(number: string, afterAnswer = ''): void {
    this.number = number;
    this.afterAnswer = afterAnswer;
    this.failure = null;
  }

  /** Keys that are pressed while the keypad has the focus go into the field as well. */
  readonly #handleKeydown = (event: KeyboardEvent): void => {
    const isOnKeypad = event.target instanceof Element && event.target.closest('.keypad');
    const isInsertable = isDtmfDigit(event.key) || event.key === '+';
    if (event.isComposing || (isInsertable ? !isTyped(event) : event.ctrlKey || event.metaKey || event.altKey)) return;
    if (isOnKeypad && isInsertable) {
      event.preventDefault();
      this.#insert(event.key);
    } else if (isOnKeypad && event.key === 'Backspace') {
      this.#handleBackspace();
    }
  };

  /** Replaces the selection, so that the keypad writes where the cursor is. */
  #insert(digits: string): void {
    insertText(this.field, digits);
    this.#setNumber(this.field.value);
  }

  /** Deletes the selection, or the character before the cursor. */
  readonly #handleBackspace = (): void => {
    const { field } = this;
    const end = field.selectionEnd ?? 0;
    const start = field.selectionStart ?? end;
    field.setRangeText('', start === end ? Math.max(0, start - 1) : start, end, 'end');
    this.#setNumber(field.value);
  };

  /**
   * Calls a number. Without a number it restores the last one and calls at the next press, as
   * telephones do: a second look before a redial. The number stays in the field until the call has
   * succeeded, so that a refused call can be repeated.
   * @param text the number as it is shown; that of the field by default
   */
  async #dial(text = this.number): Promise<void> {
    const { agentHost } = this;
    const { number, afterAnswer, refusal } = parsePhoneNumber(text);
    if (text.trim() === '') {
      this.number = recentNumbers.of(agentHost)[0] ?? '';
      this.field.focus();
      return;
    }
    if (refusal) {
      const command = 'makeCall';
      this.failure = { command, error: new SobotError('invalid', this.t(`number.${refusal}`), { command }) };
      this.field.focus();
      return;
    }
    if (!agentHost || this.#disabledText || this.#makeCall.busy) return;
    this.number = text;
    this.afterAnswer ||= afterAnswer;
    const optional = {
      ANI: this.#callerId.choice ?? this.ani,
      // The document forbids a scheme beside a number.
      outboundPlanCode: this.#callerId.choice ? '' : this.outboundPlanCode,
      agentANI: this.agentAni,
      privacyNumber: this.privacyNumber,
      userData: parseObject(this.userData),
    };
    const params = Object.entries(optional).filter(([, value]) => value !== undefined && value !== '');
    if (!(await this.#makeCall.run({ otherDN: number, ...Object.fromEntries(params) }))) return;
    recentNumbers.add(agentHost, number);
    // The agent may have typed another number meanwhile. A number that the page has set comes back.
    if (this.number === text) this.number = this.getAttribute('number') ?? '';
    draftNumbersByHost.set(agentHost, this.number); // The call may have replaced this element already.
    this.requestUpdate();
  }

  /**
   * The error of `user-data`; null if it is valid. Without this check a call would lose its
   * business data unnoticed.
   */
  get #userDataError(): string | null {
    try {
      parseObject(this.userData);
      return null;
    } catch (error) {
      return this.t('dialer.badUserData', error instanceof Error ? error.message : String(error));
    }
  }

  /** The reason why no call can be made, null if one can. A pending call is no reason. */
  get #disabledText(): string | null {
    return this.#makeCall.reason ?? this.#userDataError;
  }

  /** Renders the select field of the caller ID, or nothing without a choice. */
  #renderCallerId(): TemplateResult | typeof nothing {
    const { t, ani, outboundPlanCode } = this;
    return this.#callerId.render({
      t,
      ani,
      outboundPlanCode,
      maskNumber: (number) => this.maskNumber(number),
      maskText: this.maskText,
      isEnabled: this.#canQueryCallerIds.value,
    });
  }

  /**
   * Renders number field, backspace and Call. The placeholder is the reason why no call can be made, because a disabled
   * button is easily overlooked.
   */
  #renderEntry(reason: string | null): TemplateResult {
    return html`<div class="entry">
      ${phoneNumberField({
        label: this.t('dialer.number'),
        value: this.number,
        placeholder: this.#makeCall.reason,
        button: actionButton({
          label: this.t('dialer.backspace'),
          icon: backspace,
          part: 'backspace',
          variant: 'quiet',
          onClick: this.#handleBackspace,
        }),
        onInput: (text, afterAnswer) => this.#setNumber(text, afterAnswer),
        onEnter: () => void this.#dial(),
      })}
      ${actionButton({
        label: this.t('dialer.call'),
        icon: phoneIcon,
        part: 'call',
        variant: 'go',
        reason,
        busy: this.#makeCall.busy,
        onClick: () => void this.#dial(),
      })}
    </div>`;
  }

  #renderRecent(reason: string | null): TemplateResult | typeof nothing {
    return recentNumbersList({
      label: this.t('dialer.recent'),
      numbers: recentNumbers.of(this.agentHost),
      maskNumber: (number) => this.maskNumber(number),
      buttonName: (number) => this.t('dialer.redial', number),
      reason,
      busy: false,
      onSelect: (number) => void this.#dial(number),
    });
  }

  protected override renderConnected(): TemplateResult {
    const reason = this.#disabledText;
    const userDataError = this.#userDataError;
    this.setStates({ dialing: this.#makeCall.busy });
    return html`<div class="stack" @keydown=${this.#handleKeydown}>
      ${userDataError ? html`<p class="notice" part="notice" role="status">${circleAlert}<span>${userDataError}</span></p>` : nothing}
      ${this.#renderEntry(reason)} ${renderAfterAnswer(this.t, this.afterAnswer)} ${this.renderFailure('makeCall')}
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
