/**
 * The element `<sobot-call-link>`: a number in the page's text that calls. It stays usable without
 * an agent element, because pages with numbers are also opened by people who have no softphone.
 */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ariaDisabled, press } from '../../src/ui/directives/index.js';
import { SobotElement } from '../../src/ui/base/index.js';
import { isServiceCode, parseObject, parsePhoneNumber, type ParsedNumber, toTelUri } from '../../src/internal/index.js';
import { isolateNumbers } from '../../src/ui/call/index.js';
import { textStyles, tokenStyles } from '../../src/ui/styles/index.js';
import { callLinkMessages } from './messages.js';

/**
 * Where the page has no phone it is a `tel:` link, and the browser has whatever dials on this machine.
 *
 * @summary Click to dial: looks like a link of the page, and dials through the phone.
 * @element sobot-call-link
 * @slot - What it says; without it, "Call" and the number.
 * @csspart link - The button, or the link where there is no phone.
 * @csspart error - What went wrong.
 * @csspart notice - What went wrong.
 * @csspart icon - The icon of what went wrong.
 * @cssprop [--sobot-call-link-color=LinkText] - Its colour.
 * @cssState dialing - A call is being set up.
 * @cssState disabled - It can't be used now; its tooltip says why.
 */
export class SobotCallLink extends SobotElement<typeof callLinkMessages> {
  static override readonly tag = 'sobot-call-link';
  static override readonly messages = callLinkMessages;
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static override readonly styles = [
    tokenStyles,
    textStyles,
    css`
      /* A link within a sentence: it takes font and flow of the text around it, not those of the
         kit. */
      :host {
        display: inline;
        color: inherit !important;
        font: inherit;
        font-family: inherit !important;
      }
      .link {
        display: inline;
        padding: 0;
        border: 0;
        background: none;
        color: var(--sobot-call-link-color, LinkText);
        font: inherit;
        text-align: inherit;
        text-decoration: underline;
        cursor: pointer;
      }
      /* System colours, as the browser uses them for its own links, also in forced-colours mode. */
      .link[aria-disabled='true'] {
        color: GrayText;
        cursor: not-allowed;
      }
      .link[aria-busy='true'] {
        cursor: progress;
      }
    `,
  ];

  readonly #makeCall = this.command('makeCall');

  /** The number to call, as people write it. */
  @property() number = '';
  /** Business data that comes back in `attachedData` of the call: an object, as an attribute in JSON. */
  @property({ attribute: 'user-data' }) userData: string | Readonly<Record<string, unknown>> = '';

  /** Calls, as a click on the link itself. */
  override click(): void {
    this.renderRoot.querySelector<HTMLElement>('.link')?.click();
  }

  /**
   * Calls the number. `userData` is left out where there is none, because the SDK documents an
   * object (section "Outbound").
   */
  async #dial(number: string): Promise<void> {
    const userData = parseObject(this.userData);
    await this.#makeCall.run({ otherDN: number, ...(userData && { userData }) });
  }

  /**
   * The reason why the link can't call; null where it can. The page's own mistakes come first: they
   * don't pass with time.
   */
  #disabledText({ number, refusal }: ParsedNumber): string | null {
    if (refusal) return this.t(`number.${refusal}`);
    if (isServiceCode(number)) return this.t('link.serviceCode');
    try {
      parseObject(this.userData);
    } catch {
      return this.t('link.badUserData');
    }
    return this.#makeCall.reason;
  }

  /**
   * The slot, with "Call" and the masked number as its default: an empty link would have no
   * accessible name.
   */
  get #label(): TemplateResult {
    return html`<slot
      >${this.number ? isolateNumbers(this.t('link.call', this.maskNumber(this.number))) : nothing}</slot
    >`;
  }

  /**
   * Renders a `tel:` link where there is no agent element, in place of the notice that other
   * elements show: the computer or the telephone can still dial, but no service code.
   */
  protected override render(): ReturnType<SobotElement['render']> {
    if (this.agentHost || !this.isConnected) return super.render();
    this.setStates({ dialing: false, disabled: false });
    const { number } = parsePhoneNumber(this.number ?? '');
    const href = number && !isServiceCode(number) ? toTelUri(number) : nothing;
    return html`<a class="link" part="link" href=${href}>${this.#label}</a>`;
  }

  /**
   * Renders a button: it executes a command and leads to no page. The tooltip has the number that
   * the label may hide.
   */
  protected override renderConnected(): TemplateResult {
    const parsed = parsePhoneNumber(this.number ?? '');
    const { number, afterAnswer } = parsed;
    const reason = this.#disabledText(parsed);
    const { busy } = this.#makeCall;
    const hint = afterAnswer ? this.t('number.afterAnswer', afterAnswer) : undefined;
    const disabled = { reason, busy, hint, title: this.maskNumber(this.number) };
    this.setStates({ dialing: busy, disabled: reason !== null });
    return html`<button
        type="button"
        class="link"
        part="link"
        @click=${press(number, () => void this.#dial(number))}
        ${ariaDisabled(disabled)}
      >
        ${this.#label}</button
      >${this.renderFailure()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-call-link': SobotCallLink;
  }
}
