import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { disabledReason, type AgentState, type Call, type DisabledReason, type Party } from '../../src/state/index.js';
import { actionButton } from '../../src/ui/components/index.js';
import { elapsed } from '../../src/ui/directives/index.js';
import { SobotElement } from '../../src/ui/base/index.js';
import { bellOff, phone as phoneIcon, phoneIncoming, phoneOff } from '../../src/ui/icons/index.js';
import { CallNotification } from './notification.js';
import { Ringtone } from './ringtone.js';
import { RingtoneMute } from './ringtone-mute.js';
import { SoundNotice } from '../../src/ui/audio/index.js';
import { buttonStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';
import { addTitleBadge } from './title-badge.js';
import { incomingCallMessages } from './messages.js';
import { callDataStyles, isIncomingCall, renderCallData, renderNameLink } from '../../src/ui/call/index.js';
import { incomingStyles } from './styles.js';
import { callOriginOf, type CallOrigin } from './origin.js';

const incomingCall = ({ call }: AgentState): Call | null => (call && isIncomingCall(call) ? call : null);

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
  static override readonly renamedAttributes = { quiet: 'no-ringtone' };
  static override readonly styles = [tokenStyles, buttonStyles, textStyles, callDataStyles, incomingStyles];

  readonly #incomingCall = this.select(incomingCall);
  readonly #answerReason = this.select((all) => disabledReason(all, 'answer'));
  readonly #declineReason = this.select((all) => disabledReason(all, 'rejectCall'));
  readonly #isConnected = this.select(({ phase }) => phase === 'ready');
  readonly #ringtone = new Ringtone();
  readonly #notification = new CallNotification();
  readonly #ringtoneMute = new RingtoneMute(this);
  readonly #soundNotice = new SoundNotice(
    this,
    () => !this.noRingtone && !!this.agentHost?.session && this.#isConnected.value,
  );
  #removeBadge: (() => void) | null = null;
  #callSerial = 0;

  /** No tone at all: the page has one of its own. What sounds, and where, is set in `<sobot-preflight>`. */
  @property({ type: Boolean, attribute: 'no-ringtone' }) noRingtone = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#syncRinging(null);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const call = this.#incomingCall.value;
    if (call && call.sequence !== this.#callSerial) {
      this.#callSerial = call.sequence;
      this.failure = null;
    }
    // Without a session it's a picture, for page builders; at another end it rings there.
    const isRinging = this.isConnected && !!this.agentHost?.session && this.#answerReason.value !== 'displaced';
    this.#syncRinging(isRinging ? call : null);
    this.setStates({
      ringing: !!call,
      silenced: this.#isMuted,
      blocked: this.#soundNotice.isSilent,
      empty: !!this.agentHost && !call && !this.#soundNotice.isSilent,
    });
  }

  get #isMuted(): boolean {
    return this.#ringtoneMute.isMuted(this.agentHost?.session, this.#incomingCall.value);
  }

  #syncRinging(call: Call | null): void {
    if (call && !this.#isMuted && !this.noRingtone) this.#ringtone.start();
    else this.#ringtone.stop();
    if (call) {
      this.#removeBadge ??= addTitleBadge(this.ownerDocument, this.t('incoming.badge'));
      const origin = callOriginOf(call);
      this.#notification.show(call.id, this.#announcementText(call, origin), this.#relatedPartyText(origin));
    } else {
      this.#removeBadge?.();
      this.#removeBadge = null;
      this.#notification.close();
    }
  }

  #partyText({ name, number }: Party): string {
    return [this.maskText(name ?? ''), this.maskNumber(number)].filter(Boolean).join(', ') || this.t('call.noNumber');
  }

  #announcementText({ queue }: Call, { kind, speaker }: CallOrigin): string {
    const key = kind === 'consult' || kind === 'transfer' ? kind : 'call';
    return [this.t(`incoming.${key}`, this.#partyText(speaker)), queue].filter(Boolean).join(', ');
  }

  /** Whom a consultation is about, or who has transferred the call. */
  #relatedPartyText({ kind, related }: CallOrigin): string {
    return related ? this.t(kind === 'consult' ? 'incoming.about' : 'incoming.by', this.#partyText(related)) : '';
  }

  #renderButton(command: 'answer' | 'rejectCall', reason: DisabledReason | null): TemplateResult {
    const isAnswer = command === 'answer';
    return actionButton({
      label: this.t(isAnswer ? 'command.answer' : 'command.rejectCall'),
      icon: isAnswer ? phoneIcon : phoneOff,
      part: isAnswer ? 'answer' : 'decline',
      variant: isAnswer ? 'go' : 'stop outlined',
      keys: this.agentHost?.keys?.get(command),
      busy: reason === 'pending',
      reason: reason && reason !== 'pending' ? this.disabledReasonText(reason) : null,
      onClick: () => void this.run(command),
    });
  }

  #renderFooter(call: Call): TemplateResult {
    const { agentHost } = this;
    const muteButton =
      this.noRingtone || !agentHost?.session
        ? nothing
        : actionButton({
            label: this.t('incoming.silence'),
            icon: bellOff,
            part: 'silence',
            variant: 'quiet',
            pressed: this.#isMuted,
            onClick: () => agentHost.session && this.#ringtoneMute.toggle(agentHost.session, call),
          });
    return html`<div class="footer">
      <span part="since">${this.t('incoming.since')} <span class="time">${elapsed(call.startedAt)}</span></span>
      ${muteButton}
    </div>`;
  }

  #renderCall(call: Call, origin: CallOrigin): TemplateResult {
    const party = origin.speaker.number === call.number ? { ...call, ...origin.speaker } : origin.speaker;
    const name = this.maskText(party.name ?? '');
    const number = this.maskNumber(party.number) || name || this.t('call.noNumber');
    const relatedParty = this.#relatedPartyText(origin);
    return html`<div class="call" part="call">
      <div class="pulse" part="pulse">${phoneIncoming}</div>
      <div class="who">
        <p class="number" part="number" dir="auto">${number}</p>
        ${name && name !== number ? html`<p class="name" part="name" dir="auto">${renderNameLink(party, this.maskText)}</p>` : nothing}
        <p class="origin" part="origin">
          ${this.t(`call.${origin.kind}`)}${call.queue ? html` · <bdi>${call.queue}</bdi>` : nothing}
        </p>
        ${relatedParty ? html`<p class="other" part="other" dir="auto">${relatedParty}</p>` : nothing}
      </div>
      ${renderCallData(call, this.t, this.maskText)}
      <div class="choice">
        ${this.#renderButton('rejectCall', this.#declineReason.value)}${this.#renderButton('answer', this.#answerReason.value)}
      </div>
      <div>${this.renderFailure()}${this.#renderFooter(call)}</div>
    </div>`;
  }

  protected override renderConnected(): TemplateResult {
    const call = this.#incomingCall.value;
    const origin = call && callOriginOf(call);
    return html`<div class="sr" role="alert">
        ${call && origin ? [this.#announcementText(call, origin), this.#relatedPartyText(origin)].filter(Boolean).join('. ') : nothing}
      </div>
      ${call && origin ? this.#renderCall(call, origin) : nothing} ${this.#soundNotice.render(this.t)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-incoming-call': SobotIncomingCall;
  }
}
