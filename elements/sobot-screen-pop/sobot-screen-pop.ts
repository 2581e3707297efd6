/** `<sobot-screen-pop>`: opens the page of a call, such as a CRM record, once for each call. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AgentState, Call, KitEventMap } from '../../src/session/index.js';
import { type AgentHost, SobotElement } from '../../src/ui/base/index.js';
import { partyName } from '../../src/ui/call/index.js';
import { circleAlert } from '../../src/ui/icons/index.js';
import { textStyles, tokenStyles } from '../../src/ui/styles/index.js';
import { resolveAddress } from './address.js';
import { screenPopMessages } from './messages.js';
import { outcomeOf, popIdOf, recordOutcome, type PopId } from './pop-history.js';

/** `detail` of `sobot-screen-pop`. */
export interface ScreenPop {
  /** The address, filled and encoded; empty if the element has no `url`. */
  readonly url: string;
  /** Name of the window or frame in which the page opens. */
  readonly target: string;
  readonly call: Call;
}

type MessageFields = Readonly<Record<string, unknown>>;

const toFields = (value: unknown): MessageFields => (typeof value === 'object' && value !== null ? { ...value } : {});

/** Returns a call type in the vendor's spelling: `Inbound`. */
const capitalize = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A screen pop before its window is open. */
interface PendingPop {
  readonly id: PopId;
  readonly url: string;
  readonly call: Call;
}

/**
 * A placeholder in the address, such as `{otherDN}`, is filled with the field of that name from the messages of the
 * call, and encoded. `{name}` is the name from `partyResolver`, if it has answered by then. `{attachedData.order.id}`
 * is business data. A field that is not known is empty. `mask-numbers` masks the text of the element, not the address.
 *
 * A page of another origin opens only where the attribute `screen-pop-origins` of `<sobot-agent>` names that origin. The
 * event `sobot-screen-pop` is dispatched either way.
 *
 * Internal calls and consultations open no page. A consultation that becomes the customer's call does.
 *
 * @summary Screen pop: opens an address with the data of a call in it, exactly once for each call.
 * @element sobot-screen-pop
 * @fires {CustomEvent<{url: string, target: string, call: Call}>} sobot-screen-pop - Dispatched once for each call, before its page opens. `preventDefault()` leaves the opening to the listener. Without `url` nothing else happens.
 * @csspart notice - A notice: the browser blocked the window, or `url` is invalid.
 * @csspart link - The link that opens the blocked page.
 * @csspart icon - The icon of the notice.
 * @cssState blocked - The browser blocked the window, and a link takes its place.
 * @cssState empty - There is no notice, and the element takes no room.
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

  /** The address with placeholders: `https://crm.example/find?phone={otherDN}&id={callID}`. Only http and https. */
  @property() url = '';
  /**
   * When the page opens: as soon as an inbound call rings, or when it is answered. An outbound call opens its page only
   * with `connected`, when the customer answers.
   */
  @property() trigger: 'ringing' | 'connected' = 'ringing';
  /** Where the page opens: `_blank`, or the name of a window or of a frame of this page. */
  @property() target = '_blank';

  /** The screen pop whose window the browser blocked. Its link stays until it is used or the next call opens its page. */
  @state() private blocked: PendingPop | null = null;
  @state() private isUrlInvalid = false;

  /** The agent element whose state changes are listened to. */
  #observedHost: AgentHost | null = null;
  /** The fields of all messages of one call, the newest value of each. `sequence` is that of the call. */
  /** Origins that are not allowed and were reported, so that each is reported once. */
  readonly #reportedOrigins = new Set<string>();
  #messageFields: { readonly sequence: number; readonly fields: MessageFields } = { sequence: 0, fields: {} };

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
    if (target !== this.#observedHost) return; // the event bubbled from another agent element inside
    const { cause, state } = detail;
    if (state.call && typeof cause === 'object') this.#mergeMessage(state.call.sequence, toFields(cause));
    this.#popIfTriggered(state);
  };

  /** Adds the fields of a message. `EventAgentRegainStatus` has those of the restored call in `workStatusInfo`. */
  #mergeMessage(sequence: number, message: MessageFields): void {
    const previous = this.#messageFields.sequence === sequence ? this.#messageFields.fields : {};
    this.#messageFields = { sequence, fields: { ...previous, ...message, ...toFields(message['workStatusInfo']) } };
  }

  /** Opens the page of the current call, or restores the link of a blocked one. A displaced session opens none. */
  #popIfTriggered({ call, phase }: AgentState): void {
    const session = this.agentHost?.session;
    if (!call || !session || phase !== 'ready' || !this.#isTriggered(call)) return;
    const id = popIdOf(session.owner, call, this.url, this.target);
    const outcome = outcomeOf(id);
    if (outcome === 'done') return;
    const url = this.url && this.#resolveUrl(this.#fields(call));
    if (outcome === 'blocked') this.blocked ??= url ? { id, url, call } : null;
    else if (url !== null) this.#pop({ id, url, call });
  }

  /** Returns whether a call is in the state in which its page opens. */
  #isTriggered({ type, state, connectedAt }: Call): boolean {
    const isAnswered = connectedAt !== null;
    if (type === 'outbound') return this.trigger === 'connected' && isAnswered;
    return type === 'inbound' && (isAnswered || (this.trigger !== 'connected' && state === 'ringing'));
  }

  /** Returns the values of the placeholders. The state wins over messages: its number follows a transfer. */
  #fields(call: Call): MessageFields {
    const { sequence, fields } = this.#messageFields;
    return {
      callType: capitalize(call.type),
      queueName: call.queue,
      agentID: this.agentHost?.state.agent?.number,
      ...(sequence === call.sequence && fields),
      otherDN: call.number,
      callID: call.id,
      name: call.name,
      attachedData: call.attachedData,
    };
  }

  /** Returns the filled address; null if `url` is invalid. */
  #resolveUrl(fields: MessageFields): string | null {
    return resolveAddress(this.url, fields, this.ownerDocument.baseURI);
  }

  /** Dispatches the event and opens the window. The outcome is recorded first, in case a listener throws. */
  #pop({ id, url, call }: PendingPop): void {
    recordOutcome(id, 'done');
    this.blocked = null;
    const detail: ScreenPop = { url, target: this.target, call };
    const isAllowed = this.dispatchEvent(
      new CustomEvent('sobot-screen-pop', { detail, bubbles: true, composed: true, cancelable: true }),
    );
    if (!isAllowed || url === '' || !this.#isOriginAllowed(url) || this.#openWindow(url)) return;
    recordOutcome(id, 'blocked');
    this.blocked = { id, url, call };
  }

  /**
   * Whether a page of this origin may be opened: the page's own, or one that the agent element allows. The address
   * contains the caller's data, and this element may be markup from a CMS.
   */
  #isOriginAllowed(url: string): boolean {
    const { origin } = new URL(url);
    if (origin === window.origin || (this.agentHost?.screenPopOrigins ?? '').split(/\s+/).includes(origin)) return true;
    if (!this.#reportedOrigins.has(origin)) {
      this.#reportedOrigins.add(origin);
      const message = `No page of ${origin} was opened. Allow it on the agent element: screen-pop-origins="${origin}".`;
      this.agentHost?.session?.warn('screen-pop-origin', message);
    }
    return false;
  }

  /**
   * Opens the window without a way back to this page. The feature `noopener` would hide whether the browser blocked it,
   * and would never reuse a window by its name. So `opener` is cleared here, before a script of the new page runs.
   *
   * @returns false if the browser blocked the window
   */
  #openWindow(url: string): boolean {
    const popup = this.ownerDocument.defaultView?.open(url, this.target);
    if (!popup || popup.closed) return false;
    try {
      popup.opener = null;
    } catch {
      // A reused window of another origin. Its opener was cleared when it opened.
    }
    return true;
  }

  readonly #handleLinkClick = (): void => {
    if (this.blocked) recordOutcome(this.blocked.id, 'done');
    this.blocked = null;
  };

  #renderBlocked({ url, call }: PendingPop): TemplateResult {
    const partyText = partyName(this.t, this.maskParty(call));
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
