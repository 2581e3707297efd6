import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { KitEventMap } from '../../src/session/index.js';
import type { AgentState, Call } from '../../src/state/index.js';
import { SobotElement } from '../../src/ui/base/sobot-element.js';
import { circleAlert } from '../../src/ui/components/icons.js';
import type { Phone } from '../../src/ui/base/agent-host.js';
import { texts, tokens } from '../../src/ui/styles/index.js';
import { screenPopMessages } from './messages.js';
import { addressFor } from './address.js';
import { note, outcomeOf } from './pop-history.js';

/** `detail` of `sobot-screen-pop`. */
export interface ScreenPop {
  /** The address, filled and encoded; empty where the element has no `url`. */
  readonly url: string;
  readonly target: string;
  readonly call: Call;
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {});

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** A window that was blocked, to be opened by hand. */
interface Blocked {
  readonly key: string;
  readonly url: string;
  readonly call: Call;
}

/**
 * @summary Shows the page of who is calling: opens an address with the call's data in it, exactly once a call.
 *
 * A place in the address, such as `{otherDN}`, is filled with the field of that name of the call's messages, and
 * encoded; `{name}` with what `partyResolver` has said by then, `{attachedData.order.id}` with business data. What
 * isn't known is empty. `mask-numbers` masks what is shown, not the address. Calls among agents open nothing; a
 * consultation that becomes the customer's call does.
 *
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
    tokens,
    texts,
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

  @state() private blocked: Blocked | null = null;
  @state() private bad = false;

  #heard: Phone | null = null;
  /** What the messages have said about the call with this number of the session. */
  #said: { readonly serial: number; readonly fields: Fields } = { serial: 0, fields: {} };

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { phone } = this;
    if (phone !== this.#heard) {
      this.#heard?.removeEventListener('sobot-state-change', this.#changed);
      this.#heard = phone;
      phone?.addEventListener('sobot-state-change', this.#changed);
      if (phone) this.#look(phone.state);
    }
    if (changed.has('url')) this.bad = this.url !== '' && this.#address({}) === null;
    this.setStates({ blocked: this.blocked !== null, empty: !!phone && !this.blocked && !this.bad });
  }

  readonly #changed = ({ target, detail }: KitEventMap['sobot-state-change']): void => {
    if (target !== this.#heard) return; // of an agent within this one
    const { cause, state } = detail;
    if (state.call && typeof cause === 'object') this.#note(state.call.sequence, fieldsOf(cause));
    this.#look(state);
  };

  /** A restored call tells its fields one level below. */
  #note(serial: number, message: Fields): void {
    const before = this.#said.serial === serial ? this.#said.fields : {};
    this.#said = { serial, fields: { ...before, ...message, ...fieldsOf(message['workStatusInfo']) } };
  }

  #look({ call, phase }: AgentState): void {
    const session = this.phone?.session;
    if (!call || !session || phase !== 'ready' || !this.#isDue(call)) return; // at another end it is shown there
    const isLocal = call.id.startsWith('local-');
    const key = [session.owner, isLocal ? `${call.startedAt}` : call.id, this.url, this.target].join('\n');
    const outcome = outcomeOf(key);
    if (outcome === 'done') return;
    const url = this.url && this.#address(this.#fields(call));
    if (outcome === 'blocked') this.blocked ??= url ? { key, url, call } : null;
    else if (url !== null) this.#show(key, url, call, !isLocal);
  }

  #isDue({ type, state, connectedAt }: Call): boolean {
    const answered = connectedAt !== null;
    if (type === 'outbound') return this.trigger === 'connected' && answered;
    return type === 'inbound' && (answered || (this.trigger !== 'connected' && state === 'ringing'));
  }

  #fields(call: Call): Fields {
    const { serial, fields } = this.#said;
    return {
      callType: capital(call.type),
      queueName: call.queue,
      agentID: this.phone?.state.agent?.number,
      ...(serial === call.sequence && fields),
      otherDN: call.number,
      callID: call.id,
      name: call.name,
      attachedData: call.attachedData,
    };
  }

  #address(fields: Fields): string | null {
    return addressFor(this.url, fields, this.ownerDocument.baseURI);
  }

  #show(key: string, url: string, call: Call, stays: boolean): void {
    note(key, 'done', stays);
    this.blocked = null;
    const detail: ScreenPop = { url, target: this.target, call };
    const wanted = this.dispatchEvent(
      new CustomEvent('sobot-screen-pop', { detail, bubbles: true, composed: true, cancelable: true }),
    );
    if (!wanted || url === '' || this.#open(url)) return;
    note(key, 'blocked', stays);
    this.blocked = { key, url, call };
  }

  /**
   * The feature `noopener` would hide whether it was blocked, and reuse no window by its name. So the window is cut off
   * by hand, before anything of the page can run in it.
   */
  #open(url: string): boolean {
    const opened = this.ownerDocument.defaultView?.open(url, this.target);
    if (!opened || opened.closed) return false;
    try {
      opened.opener = null;
    } catch {
      // a window of another origin, which was cut off when it was opened
    }
    return true;
  }

  readonly #opened = (): void => {
    if (this.blocked) note(this.blocked.key, 'done', true);
    this.blocked = null;
  };

  #drawBlocked({ url, call }: Blocked): TemplateResult {
    const who = this.told(call.name ?? '') || this.shown(call.number) || this.t('call.noNumber');
    return html`<p class="notice" part="notice">
      ${circleAlert}<span
        >${this.t('pop.blocked')}
        <a part="link" href=${url} target=${this.target} rel="noopener" @click=${this.#opened}
          >${this.t('pop.open', who)}</a
        ></span
      >
    </p>`;
  }

  protected override draw(_phone: Phone): TemplateResult {
    return html`<div role="status">
      ${this.blocked ? this.#drawBlocked(this.blocked) : nothing}
      ${this.bad ? html`<p class="notice bad" part="notice">${circleAlert}<span>${this.t('pop.badUrl')}</span></p>` : nothing}
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
