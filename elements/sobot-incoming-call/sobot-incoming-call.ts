/**
 * The element `<sobot-incoming-call>`: its template and its states. The tone and the other alerts are in `alerts.ts`, the
 * sentences about a call in `description.ts`.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AgentState, Call } from '../../src/state/index.js';
import { actionButton } from '../../src/ui/components/index.js';
import { elapsed, keyedList } from '../../src/ui/directives/index.js';
import { SobotElement } from '../../src/ui/base/index.js';
import { bellOff, phone as phoneIcon, phoneIncoming, phoneOff } from '../../src/ui/icons/index.js';
import { isIncomingCall, isolateNumbers, renderCallData, renderPartyHeading } from '../../src/ui/call/index.js';
import { CallAlerts } from './alerts.js';
import { describeCall } from './description.js';
import { incomingCallMessages } from './messages.js';
import { incomingCallStyles } from './styles.js';
import { renderWaitingCalls, type DescribedCall } from './waiting-calls.js';

/** Selects the call that rings for the agent; null without one. */
const incomingCall = ({ call }: AgentState): Call | null => (call && isIncomingCall(call) ? call : null);

const isRinging = ({ state }: Call): boolean => state === 'ringing';
const isHeld = ({ state }: Call): boolean => state === 'held';

/**
 * A ringing call has a tone, a desktop notification where the browser permits one, a badge before the title of the page,
 * and an announcement for screen readers. None of them takes the focus. Several elements in a page ring once. A notice
 * appears before a call comes where the browser would keep it silent.
 *
 * Each call that waits beside the current one has a row: one that rings has Answer and Decline, one on hold has Resume. It
 * has no tone, because the agent is busy, and is announced once. No command of the vendor's document names a call: the
 * platform chooses among the calls that ring, and among those on hold.
 *
 * @summary The caller, with Answer and Decline, and the calls that wait beside the current one.
 * @element sobot-incoming-call
 * @csspart call - The container of a ringing call.
 * @csspart pulse - The picture of a ringing telephone.
 * @csspart number - The caller's number, or their name where only that is known.
 * @csspart name - The caller's name.
 * @csspart link - The link to the caller's page, where `partyResolver` returns one.
 * @csspart origin - The kind of the call, and its skill group.
 * @csspart other - The customer of a consultation, or the agent who transferred the call.
 * @csspart data - The business data of the call, a definition list.
 * @csspart data-name - The name of a piece of data.
 * @csspart data-value - The value of a piece of data.
 * @csspart data-more - The data that does not fit, to be opened.
 * @csspart waiting - The list of the calls that wait beside the current one.
 * @csspart waiting-call - One waiting call.
 * @csspart waiting-party - The name and number of a waiting call.
 * @csspart waiting-state - The state of a waiting call, and since when.
 * @csspart several - The note that the platform chooses among calls that ring at the same time.
 * @csspart button - Every button.
 * @csspart answer - The button Answer.
 * @csspart decline - The button Decline.
 * @csspart resume - The button Resume of a waiting call on hold.
 * @csspart silence - The button Silence.
 * @csspart since - How long the call has been ringing.
 * @csspart blocked - The notice that a call would not be heard.
 * @csspart allow-sound - The button that allows the page to play sound.
 * @csspart error - The error of a command.
 * @csspart notice - The text of an error, or of a missing agent element.
 * @csspart icon - Every icon.
 * @cssState ringing - A call rings for the agent.
 * @cssState waiting - A call waits beside the current one.
 * @cssState silenced - The tone of this call was silenced.
 * @cssState blocked - A call would not be heard: the browser blocks the tone, or no device plays it.
 * @cssState empty - No call rings or waits, and there is no notice. The element has no box.
 */
export class SobotIncomingCall extends SobotElement<typeof incomingCallMessages> {
  static override readonly tag = 'sobot-incoming-call';
  static override readonly messages = incomingCallMessages;
  static override readonly renamedAttributes = { quiet: 'no-ringtone' };
  static override readonly styles = incomingCallStyles;

  readonly #incomingCall = this.select(incomingCall);
  readonly #waitingCalls = this.select(({ waitingCalls }) => waitingCalls);
  /**
   * Whether the session has started: before that no call can come, and the sound notice would be
   * premature.
   */
  readonly #isConnected = this.select(({ phase }) => phase === 'ready');
  readonly #answer = this.command('answer');
  readonly #decline = this.command('rejectCall');
  readonly #resume = this.command('retrieveCall', ({ waitingCalls }) => waitingCalls.some(isHeld));
  readonly #alerts = new CallAlerts(
    this,
    () => !this.noRingtone && !this.waitingOnly && !!this.agentHost?.session && this.#isConnected.value,
  );
  /** The current call, if it rings for the agent. */
  #ringing: DescribedCall | null = null;
  /** The calls that wait beside the current one. */
  #waiting: readonly DescribedCall[] = [];

  /** Without a tone: the page has one of its own. The agent sets volume and device in `<sobot-preflight>`. */
  @property({ type: Boolean, attribute: 'no-ringtone' }) noRingtone = false;

  /** Shows the waiting calls only: another element shows the current call in every state. No tone, and no notice of it. */
  @property({ type: Boolean, attribute: 'waiting-only' }) waitingOnly = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#alerts.stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const before = [this.#ringing, ...this.#waiting];
    const ringing = this.#incomingCall.value;
    this.#ringing = ringing && this.#describe(ringing);
    this.#waiting = this.#waitingCalls.value.map((call) => this.#describe(call));
    const now = new Set([this.#ringing, ...this.#waiting].map((each) => each?.call.sequence));
    // The error may be about the call that is gone.
    if (before.some((each) => each && !now.has(each.call.sequence))) this.failure = null;
    const call = this.#shownCall?.call ?? null;
    this.#updateAlerts();
    const { isSilent } = this.#alerts.soundNotice;
    this.setStates({
      ringing: !!call,
      waiting: this.#waiting.length > 0,
      silenced: this.#isMuted,
      blocked: isSilent,
      empty: !!this.agentHost && !call && !isSilent && this.#waiting.length === 0,
    });
  }

  #describe(call: Call): DescribedCall {
    return { call, description: describeCall(call, this.t, (party) => this.maskParty(party), this.maskText) };
  }

  /** The current call, if this element shows it. */
  get #shownCall(): DescribedCall | null {
    return this.waitingOnly ? null : this.#ringing;
  }

  /** Whether the agent has silenced this call, in this element or another one of the page. */
  get #isMuted(): boolean {
    return this.#alerts.isMuted(this.agentHost?.session, this.#shownCall?.call ?? null);
  }

  /**
   * Starts or stops the alerts. A preview for page builders has no session, and a displaced session's calls ring where
   * the agent logged in: both show the call without alerts.
   */
  #updateAlerts(): void {
    const shown = this.#shownCall;
    const canAlert = this.isConnected && !!this.agentHost?.session && this.#answer.disabledReason !== 'displaced';
    if (!shown || !canAlert) return this.#alerts.stop();
    const { announcement, relatedText } = shown.description;
    const texts = { badge: this.t('incoming.badge'), title: announcement, body: relatedText };
    this.#alerts.start(shown.call, texts, { hasTone: !this.#isMuted && !this.noRingtone });
  }

  /**
   * Renders Decline and Answer. They take reason, pending state and shortcut from their commands.
   */
  #renderChoice({ sequence: subject }: Call): TemplateResult {
    return html`${actionButton({
      command: this.#decline,
      label: this.t('command.rejectCall'),
      icon: phoneOff,
      part: 'decline',
      variant: 'stop outlined',
      subject,
    })}${actionButton({
      command: this.#answer,
      label: this.t('command.answer'),
      icon: phoneIcon,
      part: 'answer',
      variant: 'go',
      subject,
    })}`;
  }

  /** The running time, and the toggle of the tone where the kit rings. */
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
            onClick: () => agentHost.session && this.#alerts.toggleMute(agentHost.session, call),
          });
    return html`<div class="footer">
      <span part="since">${this.t('incoming.since')} <span class="time">${elapsed(call.startedAt)}</span></span>
      ${muteButton}
    </div>`;
  }

  /** Renders kind and skill group of a call, and the other party that matters. */
  #renderOrigin({ call, description: { kind, relatedText } }: DescribedCall): TemplateResult {
    return html`<p class="origin" part="origin">
        ${this.t(`call.${kind}`)}${call.queue ? html` · <bdi>${this.maskText(call.queue)}</bdi>` : nothing}
      </p>
      ${relatedText ? html`<p class="other" part="other" dir="auto">${isolateNumbers(relatedText)}</p>` : nothing}`;
  }

  /** Renders a ringing call. It takes no focus: the agent may be typing, and Enter must not answer. */
  #renderCall(shown: DescribedCall): TemplateResult {
    const { call } = shown;
    return html`<div class="call" part="call">
      <div class="pulse" part="pulse">${phoneIncoming}</div>
      <div class="who">${renderPartyHeading(this.t, shown.description.speaker)} ${this.#renderOrigin(shown)}</div>
      ${renderCallData(call, this.t, this.maskText)}
      <div class="choice">${this.#renderChoice(call)}</div>
      <div>${this.renderFailure()}${this.#renderFooter(call)}</div>
    </div>`;
  }

  /**
   * Renders the waiting calls, and their errors where the current call has no place for them.
   * @param ringing every call that rings, in this element or in another one
   */
  #renderWaiting(ringing: readonly DescribedCall[]): TemplateResult {
    const commands = { answer: this.#answer, decline: this.#decline, resume: this.#resume };
    return html`<div class="waiting-calls">
      ${renderWaitingCalls(this.#waiting, (each) => this.#renderOrigin(each), commands, this.t)}
      ${ringing.length > 1 ? html`<p class="origin" part="several">${this.t('incoming.several')}</p>` : nothing}
      ${this.#shownCall ? nothing : this.renderFailure()}
    </div>`;
  }

  /**
   * Renders the announcements, the call, the waiting calls and the sound notice. The alert is there before a call comes,
   * because a live region announces only text that changes. It has one sentence for each call that rings, which stays
   * when a waiting call becomes the current one: each is announced once. It is hidden from sight, as the call shows the
   * same.
   */
  protected override renderConnected(): TemplateResult {
    const shown = this.#shownCall;
    const ringing = [...(this.#ringing ? [this.#ringing] : []), ...this.#waiting.filter(({ call }) => isRinging(call))];
    return html`<div class="sr" role="alert" aria-atomic="false">
        ${keyedList(
          ringing,
          ({ call }) => call.sequence,
          ({ description: { announcement, relatedText } }) =>
            html`<p>${[announcement, relatedText].filter(Boolean).join('. ')}</p>`,
        )}
      </div>
      ${shown ? this.#renderCall(shown) : nothing} ${this.#waiting.length > 0 ? this.#renderWaiting(ringing) : nothing}
      ${this.#alerts.soundNotice.render(this.t)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-incoming-call': SobotIncomingCall;
  }
}
