import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { KitEventMap } from '../../src/session/index.js';
import type { AgentState, Call } from '../../src/state/index.js';
import { type AgentHost, SobotElement } from '../../src/ui/base/index.js';
import { circleAlert } from '../../src/ui/icons/index.js';
import { textStyles, tokenStyles } from '../../src/ui/styles/index.js';
import { screenPopMessages } from './messages.js';
import { resolveAddress } from './address.js';
import { recordOutcome, outcomeOf } from './pop-history.js';

/** `detail` of `sobot-screen-pop`. */
export interface ScreenPop {
  /** The address, filled and encoded; empty where the element has no `url`. */
  readonly url: string;
  readonly target: string;
  readonly call: Call;
}

type MessageFields = Readonly<Record<string, unknown>>;

const toFields = (value: unknown): MessageFields => (typeof value === 'object' && value !== null ? { ...value } : {});

const capitalize = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A window that was blocked, to be opened by hand. */
interface BlockedPop {
  readonly key: string;
  readonly url: string;
  readonly call: Call;
}

/**
 * A place in the address, such as `{otherDN}`, is filled with the field of that name of the call's messages, and
 * encoded; `{name}` with what `partyResolver` has said by then, `{attachedData.order.id}` with business data. What
 * isn't known is empty. `mask-numbers` masks what is shown, not the address. Calls among agents open nothing; a
 * consultation that becomes the customer's call does.
 *
 * @summary Shows the page of who is calling: opens an address with the call's data in it, exactly once a call.
 * @element sobot-screen-pop
 * @fires {CustomEvent<{url: string, target: string, call: Call}>} sobot-screen-pop - Once a call, before its page is opened; `preventDefault()` leaves that to the listener. Without `url` this is all that happens.
 * @csspart notice - Says that the browser blocked the window, or that `url` is wrong.
 * @csspart link - Opens the blocked page.
 * @csspart icon - The icon of the notice.
 * @cssState blocked - The browser blocked the window: there is a link in its place.
 * @cssState empty - There is nothing to say; it takes no room.
 */
export class SobotScreenPop extends SobotElement<typeof screenPopMessages> {
  static override readonly tag = 'sobot-screen-pop';
  static override readonly messages = screenPopMessages;
  static override readonly styles = [
    tokenStyles,
    textStyles,
    css`
      :host(:state(empty)) {
        display: none;
      }
      a {
        color: inherit;
      }
    `,
  ];

  /** The address, with places: `https://crm.example/find?phone={otherDN}&id={callID}`. Only http(s). */
  @property() url = '';
  /** When it is opened: as soon as a call rings, or when it is answered; outbound calls only then. */
  @property() trigger: 'ringing' | 'connected' = 'ringing';
  /** Where it is opened: `_blank`, or the name of a window or of a frame of the page. */
  @property() target = '_blank';

  @state() private blocked: BlockedPop | null = null;
  @state() private isUrlInvalid = false;

  #observedHost: AgentHost | null = null;
  /** What the messages have said about the call with this number of the session. */
  #messageFields: { readonly serial: number; readonly fields: MessageFields } = { serial: 0, fields: {} };

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { agentHost } = this;
    if (agentHost !== this.#observedHost) {
      this.#observedHost?.removeEventListener('sobot-state-change', this.#handleStateChange);
      this.#observedHost = agentHost;
      agentHost?.addEventListener('sobot-state-change', this.#handleStateChange);
      if (agentHost) this.#popIfTriggered(agentHost.state);
    }
    if (changed.has('url')) this.isUrlInvalid = this.url !== '' && this.#resolveUrl({}) === null;
    this.setStates({ blocked: this.blocked !== null, empty: !!agentHost && !this.blocked && !this.isUrlInvalid });
  }

  readonly #handleStateChange = ({ target, detail }: KitEventMap['sobot-state-change']): void => {
    if (target !== this.#observedHost) return; // of an agent within this one
    const { cause, state } = detail;
    if (state.call && typeof cause === 'object') this.#mergeMessage(state.call.sequence, toFields(cause));
    this.#popIfTriggered(state);
  };

  /** A restored call tells its fields one level below. */
  #mergeMessage(serial: number, message: MessageFields): void {
    const before = this.#messageFields.serial === serial ? this.#messageFields.fields : {};
    this.#messageFields = { serial, fields: { ...before, ...message, ...toFields(message['workStatusInfo']) } };
  }

  #popIfTriggered({ call, phase }: AgentState): void {
    const session = this.agentHost?.session;
    if (!call || !session || phase !== 'ready' || !this.#isTriggered(call)) return; // at another end it is shown there
    const isLocal = call.id.startsWith('local-');
    const key = [session.owner, isLocal ? `${call.startedAt}` : call.id, this.url, this.target].join('\n');
    const outcome = outcomeOf(key);
    if (outcome === 'done') return;
    const url = this.url && this.#resolveUrl(this.#fields(call));
    if (outcome === 'blocked') this.blocked ??= url ? { key, url, call } : null;
    else if (url !== null) this.#pop(key, url, call, !isLocal);
  }

  #isTriggered({ type, state, connectedAt }: Call): boolean {
    const isAnswered = connectedAt !== null;
    if (type === 'outbound') return this.trigger === 'connected' && isAnswered;
    return type === 'inbound' && (isAnswered || (this.trigger !== 'connected' && state === 'ringing'));
  }

  #fields(call: Call): MessageFields {
    const { serial, fields } = this.#messageFields;
    return {
      callType: capitalize(call.type),
      queueName: call.queue,
      agentID: this.agentHost?.state.agent?.number,
      ...(serial === call.sequence && fields),
      otherDN: call.number,
      callID: call.id,
      name: call.name,
      attachedData: call.attachedData,
    };
  }

  #resolveUrl(fields: MessageFields): string | null {
    return resolveAddress(this.url, fields, this.ownerDocument.baseURI);
  }

  #pop(key: string, url: string, call: Call, isPersistent: boolean): void {
    recordOutcome(key, 'done', isPersistent);
    this.blocked = null;
    const detail: ScreenPop = { url, target: this.target, call };
    const isAllowed = this.dispatchEvent(
      new CustomEvent('sobot-screen-pop', { detail, bubbles: true, composed: true, cancelable: true }),
    );
    if (!isAllowed || url === '' || this.#openWindow(url)) return;
    recordOutcome(key, 'blocked', isPersistent);
    this.blocked = { key, url, call };
  }

  /**
   * The feature `noopener` would hide whether it was blocked, and reuse no window by its name. So the window is cut off
   * by hand, before anything of the page can run in it.
   */
  #openWindow(url: string): boolean {
    const popup = this.ownerDocument.defaultView?.open(url, this.target);
    if (!popup || popup.closed) return false;
    try {
      popup.opener = null;
    } catch {
      // a window of another origin, which was cut off when it was opened
    }
    return true;
  }

  readonly #handleLinkClick = (): void => {
    if (this.blocked) recordOutcome(this.blocked.key, 'done', true);
    this.blocked = null;
  };

  #renderBlocked({ url, call }: BlockedPop): TemplateResult {
    const partyText = this.maskText(call.name ?? '') || this.maskNumber(call.number) || this.t('call.noNumber');
    return html`<p class="notice" part="notice">
      ${circleAlert}<span
        >${this.t('pop.blocked')}
        <a part="link" href=${url} target=${this.target} rel="noopener" @click=${this.#handleLinkClick}
          >${this.t('pop.open', partyText)}</a
        ></span
      >
    </p>`;
  }

  protected override renderConnected(): TemplateResult {
    return html`<div role="status">
      ${this.blocked ? this.#renderBlocked(this.blocked) : nothing}
      ${this.isUrlInvalid ? html`<p class="notice bad" part="notice">${circleAlert}<span>${this.t('pop.badUrl')}</span></p>` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-screen-pop': SobotScreenPop;
  }
  interface GlobalEventHandlersEventMap {
    'sobot-screen-pop': CustomEvent<ScreenPop>;
  }
}
