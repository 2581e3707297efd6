/**
 * The element `<sobot-dialpad>`: keys and the queue of digits. Its rules come from menus of
 * telephone systems: digits have to arrive in order, without loss, and never in another call
 * (section "Send Key").
 */
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { SobotElement } from '../../src/ui/base/index.js';
import { isDtmfDigit, isTyped, keypad, keypadStyles } from '../../src/ui/components/index.js';
import { buttonStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';
import { disabledReason } from '../../src/state/index.js';
import { dialpadMessages } from './messages.js';

/**
 * Digits are also typed or pasted while the focus is in it. They leave in order, whatever comes while a request is
 * under way goes with the next one.
 *
 * @summary The twelve keys that send digits (DTMF) into the running call.
 * @element sobot-dialpad
 * @csspart digits - The digits of this call: those that are sent, then those that are under way.
 * @csspart waiting - The digits that are not sent yet.
 * @csspart keypad - The grid of keys.
 * @csspart button - Every key.
 * @csspart key - Every key.
 * @csspart error - Where it says why digits could not be sent.
 * @csspart notice - A notice, such as an error or a missing agent.
 * @csspart icon - Every icon.
 * @cssprop [--sobot-dialpad-key-size=44px] - The height of a key.
 * @cssState sending - Digits are under way.
 */
export class SobotDialpad extends SobotElement<typeof dialpadMessages> {
  static override readonly tag = 'sobot-dialpad';
  static override readonly messages = dialpadMessages;
  /** A click beside the keys puts the focus on them, so that typing works. */
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static override readonly styles = [
    tokenStyles,
    buttonStyles,
    textStyles,
    keypadStyles,
    css`
      /* The keys keep the proportions of a telephone, also in a wide page. */
      .pad {
        max-inline-size: 360px;
        margin-inline: auto;
      }
      /* One line of fixed height: the keys below don't move. The end is visible, as it is what was
         pressed last. */
      .digits {
        display: flex;
        justify-content: flex-end;
        min-block-size: 33px;
        margin-block-end: 10px;
        border-block-end: 1px solid var(--_line);
        overflow: hidden;
        font-size: 18px;
        font-weight: 600;
        line-height: 32px;
        letter-spacing: 0.06em;
        white-space: nowrap;
      }
      /* Digits that the platform has not taken yet differ in colour and weight. */
      .waiting {
        color: var(--_muted);
        font-weight: 400;
      }
      /* A page with little height may lower the keys; the default follows the theme's targets. */
      .key {
        min-block-size: var(--sobot-dialpad-key-size, var(--_target));
      }
    `,
  ];

  /** The `sequence` of the running call; 0 without one. */
  readonly #sequence = this.select(({ call }) => call?.sequence ?? 0);
  /**
   * The reason why no digit can be sent; null where one can. A pending command is no reason: the
   * next digit waits for it.
   */
  readonly #disabledReason = this.select((all) => {
    const found = disabledReason(all, 'sendDtmf');
    return found === 'pending' ? null : found;
  });
  /** The `sequence` of the call that the digits belong to. */
  #callSerial = 0;
  /** Whether the loop of `#sendDigits` runs. */
  #isSending = false;

  /** The digits that the platform has confirmed, and those that wait for it. */
  @state() private sentDigits = '';
  @state() private pendingDigits = '';

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#resetForCall();
    this.setStates({ sending: this.pendingDigits !== '' });
  }

  /**
   * Sends typed digits. A key that is held down counts once, as it would repeat by the computer's
   * rate, not by intent.
   */
  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.repeat || !isDtmfDigit(event.key) || !isTyped(event)) return;
    event.preventDefault();
    void this.#sendDigits(event.key);
  };

  /** Sends the digits of a pasted text, such as a card number with spaces. */
  readonly #handlePaste = (event: ClipboardEvent): void => {
    event.preventDefault();
    void this.#sendDigits([...(event.clipboardData?.getData('text') ?? '')].filter(isDtmfDigit).join(''));
  };

  /**
   * Removes digits and error when another call begins: it must get none that were meant for the one
   * before.
   */
  #resetForCall(): void {
    if (this.#callSerial === this.#sequence.value) return;
    this.#callSerial = this.#sequence.value;
    this.sentDigits = this.pendingDigits = '';
    this.failure = null;
  }

  /**
   * Sends digits, one request at a time, or they might overtake each other. Digits that come
   * meanwhile are collected for the next request. After an error the waiting ones are dropped: a
   * code with a gap is worse than none.
   */
  async #sendDigits(digits: string): Promise<void> {
    this.#resetForCall();
    if (this.#disabledReason.value) return;
    this.pendingDigits += digits;
    if (this.#isSending) return;
    this.#isSending = true;
    while (this.pendingDigits !== '') {
      const dtmfDigits = this.pendingDigits;
      const callSerial = this.#callSerial;
      const isSent = await this.run('sendDtmf', { dtmfDigits });
      this.#resetForCall();
      if (callSerial !== this.#callSerial) continue;
      if (isSent) this.sentDigits += dtmfDigits;
      this.pendingDigits = isSent ? this.pendingDigits.slice(dtmfDigits.length) : '';
    }
    this.#isSending = false;
  }

  /**
   * Renders the digits and the keys. Sent digits are a log, one element each, so that a screen
   * reader announces only the new ones; waiting ones are hidden from it, or each would be announced
   * twice.
   */
  protected override renderConnected(): TemplateResult {
    const reason = this.#disabledReason.value;
    return html`<div class="pad" @keydown=${this.#handleKeydown} @paste=${this.#handlePaste}>
      <div class="digits" part="digits" role="log" dir="ltr" aria-label=${this.t('dialpad.sent')}>
        ${[...this.sentDigits].map((digit) => html`<span>${digit}</span>`)}<span
          class="waiting"
          part="waiting"
          aria-hidden="true"
          >${this.pendingDigits}</span
        >
      </div>
      ${keypad({
        label: this.t('keypad.label'),
        star: this.t('keypad.star'),
        pound: this.t('keypad.pound'),
        reason: reason && this.disabledReasonText(reason),
        onKey: (digit) => void this.#sendDigits(digit),
      })}
      ${this.renderFailure()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-dialpad': SobotDialpad;
  }
}
