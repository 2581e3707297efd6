import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { disabledReason, type AgentState, type Call, type DisabledReason, type Party } from '../../src/state/index.js';
import { actionButton } from '../../src/ui/components/button.js';
import { elapsed } from '../../src/ui/directives/elapsed.js';
import { SobotElement } from '../../src/ui/base/sobot-element.js';
import { bellOff, phone as phoneIcon, phoneIncoming, phoneOff } from '../../src/ui/components/icons.js';
import { CallNotification } from './notification.js';
import type { Phone } from '../../src/ui/base/agent-host.js';
import { Ring } from './ringtone.js';
import { Silence } from './ringtone-mute.js';
import { SoundNotice } from '../../src/ui/audio/sound-notice.js';
import { buttons, texts, tokens } from '../../src/ui/styles/index.js';
import { badgeTitle } from './title-badge.js';
import { incomingCallMessages } from './messages.js';
import { dataList, factStyles, nameLink } from '../../src/ui/call/call-details.js';
import { incomingStyles } from './styles.js';
import { originOf, type Origin } from './origin.js';
import { ringsHere } from '../../src/ui/call/rings.js';

const incoming = ({ call }: AgentState): Call | null => (call && ringsHere(call) ? call : null);

/**
 * It rings with a tone of its own, shows a desktop notification where the browser permits it, puts a badge before the
 * page's title and tells screen readers, without taking the focus. Several of them ring once. That the browser would
 * keep it silent it says before a call comes.
 *
 * @summary Who is calling, with Answer and Decline; there only while a call rings for the agent.
 * @element sobot-incoming-call
 * @csspart call - Everything that is drawn while a call rings.
 * @csspart pulse - The picture of a ringing phone.
 * @csspart number - The caller's number, or their name where only that is known.
 * @csspart name - The caller's name.
 * @csspart link - The way to their page, where `partyResolver` has given one.
 * @csspart origin - What kind of call it is, and its skill group.
 * @csspart other - Whom a consultation is about, or who has transferred the call.
 * @csspart data - The business data of the call, a definition list.
 * @csspart data-name - The name of one piece of data.
 * @csspart data-value - One piece of data.
 * @csspart data-more - What doesn't fit, to be opened.
 * @csspart button - Every button.
 * @csspart answer - The button Answer.
 * @csspart decline - The button Decline.
 * @csspart silence - The button Silence.
 * @csspart since - How long it has been ringing.
 * @csspart blocked - The notice that a call would not be heard.
 * @csspart allow-sound - The button that lets the page sound.
 * @csspart error - Where it says what went wrong.
 * @csspart notice - A notice, such as an error or a missing agent.
 * @csspart icon - Every icon.
 * @cssState ringing - A call rings for the agent.
 * @cssState silenced - The tone of this call was silenced.
 * @cssState blocked - A call would not be heard: the browser blocks the tone, or no device plays it.
 * @cssState empty - No call rings and there is nothing to say; it takes no room.
 */
export class SobotIncomingCall extends SobotElement<typeof incomingCallMessages> {
  static override readonly tag = 'sobot-incoming-call';
  static override readonly messages = incomingCallMessages;
  static override readonly styles = [tokens, buttons, texts, factStyles, incomingStyles];

  readonly #incoming = this.select(incoming);
  readonly #answer = this.select((all) => disabledReason(all, 'answer'));
  readonly #decline = this.select((all) => disabledReason(all, 'rejectCall'));
  readonly #connected = this.select(({ phase }) => phase === 'ready');
  readonly #ring = new Ring();
  readonly #notification = new CallNotification();
  readonly #silence = new Silence(this);
  readonly #sound = new SoundNotice(this, () => !this.quiet && !!this.phone?.session && this.#connected.value);
  #unbadge: (() => void) | null = null;
  #call = 0;

  /** No tone at all: the page has one of its own. What sounds, and where, is set in `<sobot-preflight>`. */
  @property({ type: Boolean }) quiet = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#settle(null);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const call = this.#incoming.value;
    if (call && call.sequence !== this.#call) {
      this.#call = call.sequence;
      this.failure = null;
    }
    // Without a session it's a picture, for page builders; at another end it rings there.
    const real = this.isConnected && !!this.phone?.session && this.#answer.value !== 'displaced';
    this.#settle(real ? call : null);
    this.setStates({
      ringing: !!call,
      silenced: this.#silenced,
      blocked: this.#sound.silent,
      empty: !!this.phone && !call && !this.#sound.silent,
    });
  }

  get #silenced(): boolean {
    return this.#silence.has(this.phone?.session, this.#incoming.value);
  }

  #settle(call: Call | null): void {
    if (call && !this.#silenced && !this.quiet) this.#ring.start();
    else this.#ring.stop();
    if (call) {
      this.#unbadge ??= badgeTitle(this.ownerDocument, this.t('incoming.badge'));
      const origin = originOf(call);
      this.#notification.show(call.id, this.#announcement(call, origin), this.#about(origin));
    } else {
      this.#unbadge?.();
      this.#unbadge = null;
      this.#notification.close();
    }
  }

  #who({ name, number }: Party): string {
    return [this.told(name ?? ''), this.shown(number)].filter(Boolean).join(', ') || this.t('call.noNumber');
  }

  #announcement({ queue }: Call, { kind, speaker }: Origin): string {
    const key = kind === 'consult' || kind === 'transfer' ? kind : 'call';
    return [this.t(`incoming.${key}`, this.#who(speaker)), queue].filter(Boolean).join(', ');
  }

  /** Whom a consultation is about, or who has transferred the call. */
  #about({ kind, other }: Origin): string {
    return other ? this.t(kind === 'consult' ? 'incoming.about' : 'incoming.by', this.#who(other)) : '';
  }

  #button(command: 'answer' | 'rejectCall', why: DisabledReason | null): TemplateResult {
    const answers = command === 'answer';
    return actionButton({
      label: this.t(answers ? 'command.answer' : 'command.rejectCall'),
      icon: answers ? phoneIcon : phoneOff,
      part: answers ? 'answer' : 'decline',
      look: answers ? 'go' : 'stop outlined',
      keys: this.phone?.keys?.get(command),
      busy: why === 'pending',
      reason: why && why !== 'pending' ? this.why(why) : null,
      onClick: () => void this.run(command),
    });
  }

  #drawFooter(call: Call): TemplateResult {
    const { phone } = this;
    const tone =
      this.quiet || !phone?.session
        ? nothing
        : actionButton({
            label: this.t('incoming.silence'),
            icon: bellOff,
            part: 'silence',
            look: 'quiet',
            pressed: this.#silenced,
            onClick: () => phone.session && this.#silence.toggle(phone.session, call),
          });
    return html`<div class="footer">
      <span part="since">${this.t('incoming.since')} <span class="time">${elapsed(call.startedAt)}</span></span>
      ${tone}
    </div>`;
  }

  #drawCall(call: Call, origin: Origin): TemplateResult {
    const who = origin.speaker.number === call.number ? { ...call, ...origin.speaker } : origin.speaker;
    const name = this.told(who.name ?? '');
    const number = this.shown(who.number) || name || this.t('call.noNumber');
    const about = this.#about(origin);
    return html`<div class="call" part="call">
      <div class="pulse" part="pulse">${phoneIncoming}</div>
      <div class="who">
        <p class="number" part="number" dir="auto">${number}</p>
        ${name && name !== number ? html`<p class="name" part="name" dir="auto">${nameLink(who, this.told)}</p>` : nothing}
        <p class="origin" part="origin">
          ${this.t(`call.${origin.kind}`)}${call.queue ? html` · <bdi>${call.queue}</bdi>` : nothing}
        </p>
        ${about ? html`<p class="other" part="other" dir="auto">${about}</p>` : nothing}
      </div>
      ${dataList(call, this.t, this.told)}
      <div class="choice">
        ${this.#button('rejectCall', this.#decline.value)}${this.#button('answer', this.#answer.value)}
      </div>
      <div>${this.drawFailure()}${this.#drawFooter(call)}</div>
    </div>`;
  }

  protected override draw(_phone: Phone): TemplateResult {
    const call = this.#incoming.value;
    const origin = call && originOf(call);
    return html`<div class="sr" role="alert">
        ${call && origin ? [this.#announcement(call, origin), this.#about(origin)].filter(Boolean).join('. ') : nothing}
      </div>
      ${call && origin ? this.#drawCall(call, origin) : nothing} ${this.#sound.draw(this.t)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-incoming-call': SobotIncomingCall;
  }
}
