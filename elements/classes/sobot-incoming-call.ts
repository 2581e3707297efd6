import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { obstacle, type AgentState, type Call, type Obstacle } from '../../src/state/index.js';
import { actionButton } from '../../src/ui/button.js';
import { elapsed } from '../../src/ui/elapsed.js';
import { SobotElement } from '../../src/ui/element.js';
import { bellOff, phone as phoneIcon, phoneIncoming, phoneOff } from '../../src/ui/icons.js';
import type { Phone } from '../../src/ui/phone.js';
import { Ring } from '../../src/ui/ring.js';
import { buttons, texts, tokens } from '../../src/ui/styles.js';
import { badgeTitle } from '../../src/ui/title-badge.js';
import { callWords } from '../../src/ui/words/en/call.js';
import { incomingCallWords } from '../../src/ui/words/en/incoming-call.js';
import { dataList, factStyles, kindOf } from './call/facts.js';
import { incomingStyles } from './call/incoming-styles.js';

const incoming = ({ call }: AgentState): Call | null =>
  call?.state === 'ringing' && call.type !== 'outbound' ? call : null;

/**
 * It rings with a tone of its own, puts a badge before the page's title and tells screen readers, without taking the
 * focus.
 *
 * @summary Who is calling, with Answer and Decline; there only while a call rings for the agent.
 * @element sobot-incoming-call
 * @csspart call - Everything that is drawn while a call rings.
 * @csspart pulse - The picture of a ringing phone.
 * @csspart number - The caller's number, or their name where only that is known.
 * @csspart name - The caller's name.
 * @csspart origin - What kind of call it is, and its skill group.
 * @csspart data - The business data of the call, a definition list.
 * @csspart data-name - The name of one piece of data.
 * @csspart data-value - One piece of data.
 * @csspart data-more - What doesn't fit, to be opened.
 * @csspart button - Every button.
 * @csspart answer - The button Answer.
 * @csspart decline - The button Decline.
 * @csspart silence - The button Silence.
 * @csspart since - How long it has been ringing.
 * @csspart blocked - The notice that the browser blocks the tone.
 * @csspart error - Where it says what went wrong.
 * @csspart notice - A notice, such as an error or a missing agent.
 * @csspart icon - Every icon.
 * @cssState ringing - A call rings for the agent.
 * @cssState silenced - The tone of this call was silenced.
 * @cssState blocked - The browser blocks the tone.
 * @cssState empty - No call rings; it takes no room.
 */
export class SobotIncomingCall extends SobotElement {
  static override readonly tag = 'sobot-incoming-call';
  static override readonly words = [callWords, incomingCallWords];
  static override readonly styles = [tokens, buttons, texts, factStyles, incomingStyles];

  readonly #incoming = this.select(incoming);
  readonly #answer = this.select((all) => obstacle(all, 'answer'));
  readonly #decline = this.select((all) => obstacle(all, 'rejectCall'));
  readonly #ring = new Ring(() => this.requestUpdate());
  #unbadge: (() => void) | null = null;
  #call = 0;

  /** No tone at all: the page has one of its own. */
  @property({ type: Boolean }) quiet = false;

  @state() private silenced = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#settle(false);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const call = this.#incoming.value;
    if (call && call.serial !== this.#call) {
      this.#call = call.serial;
      this.silenced = false;
      this.failure = null;
    }
    // Without a session it's a picture, for page builders; at another end it rings there.
    const real = !!this.phone?.session && this.#answer.value !== 'displaced';
    this.#settle(this.isConnected && real && call !== null);
    this.setStates({
      ringing: !!call,
      silenced: !!call && this.silenced,
      blocked: this.#ring.blocked,
      empty: !!this.phone && !call,
    });
  }

  #settle(rings: boolean): void {
    if (rings && !this.silenced && !this.quiet) this.#ring.start();
    else this.#ring.stop();
    if (rings) this.#unbadge ??= badgeTitle(this.ownerDocument, this.t('incoming.badge'));
    else {
      this.#unbadge?.();
      this.#unbadge = null;
    }
  }

  #from(call: Call): string {
    const number = this.shown(call.number);
    return [call.name, number].filter(Boolean).join(', ') || this.t('call.noNumber');
  }

  #announcement(call: Call): string {
    const kind = kindOf(call);
    const key = kind === 'consult' || kind === 'transfer' ? kind : 'call';
    return [this.t(`incoming.${key}`, this.#from(call)), call.queue].filter(Boolean).join(', ');
  }

  #button(command: 'answer' | 'rejectCall', why: Obstacle | null): TemplateResult {
    const answers = command === 'answer';
    return actionButton({
      label: this.t(answers ? 'call.answer' : 'call.decline'),
      icon: answers ? phoneIcon : phoneOff,
      part: answers ? 'answer' : 'decline',
      look: answers ? 'go' : 'stop outlined',
      busy: why === 'pending',
      reason: why && why !== 'pending' ? this.why(why) : null,
      onClick: () => void this.run(command),
    });
  }

  #drawFooter(call: Call): TemplateResult {
    const tone = this.quiet
      ? nothing
      : actionButton({
          label: this.t('incoming.silence'),
          icon: bellOff,
          part: 'silence',
          look: 'quiet',
          pressed: this.silenced,
          onClick: () => (this.silenced = !this.silenced),
        });
    return html`<div class="footer">
        <span part="since">${this.t('incoming.since')} <span class="time">${elapsed(call.startedAt)}</span></span>
        ${tone}
      </div>
      <div role="status">
        ${
          this.#ring.blocked
            ? html`<p class="notice" part="blocked">${bellOff}<span>${this.t('incoming.blocked')}</span></p>`
            : nothing
        }
      </div>`;
  }

  #drawCall(call: Call): TemplateResult {
    const kind = kindOf(call);
    const number = this.shown(call.number) || call.name || this.t('call.noNumber');
    return html`<div class="call" part="call">
      <div class="pulse" part="pulse">${phoneIncoming}</div>
      <div class="who">
        <p class="number" part="number" dir="auto">${number}</p>
        ${call.name && call.name !== number ? html`<p class="name" part="name" dir="auto">${call.name}</p>` : nothing}
        <p class="origin" part="origin">
          ${this.t(`call.${kind}`)}${call.queue ? html` · <bdi>${call.queue}</bdi>` : nothing}
        </p>
      </div>
      ${dataList(call.attachedData, this.t)}
      <div class="choice">
        ${this.#button('rejectCall', this.#decline.value)}${this.#button('answer', this.#answer.value)}
      </div>
      <div>${this.drawFailure()}${this.#drawFooter(call)}</div>
    </div>`;
  }

  protected override draw(_phone: Phone): TemplateResult {
    const call = this.#incoming.value;
    return html`<div class="sr" role="alert">${call ? this.#announcement(call) : nothing}</div>
      ${call ? this.#drawCall(call) : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-incoming-call': SobotIncomingCall;
  }
}
