/**
 * The element `<sobot-incoming-call>`: its template and its states. The tone and the other alerts are in `alerts.ts`, the
 * sentences about a call in `description.ts`.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AgentState, Call } from '../../src/state/index.js';
import { actionButton } from '../../src/ui/components/index.js';
import { elapsed } from '../../src/ui/directives/index.js';
import { SobotElement } from '../../src/ui/base/index.js';
import { bellOff, phone as phoneIcon, phoneIncoming, phoneOff } from '../../src/ui/icons/index.js';
import { isIncomingCall, isolateNumbers, renderCallData, renderPartyHeading } from '../../src/ui/call/index.js';
import { CallAlerts } from './alerts.js';
import { describeCall, type CallDescription } from './description.js';
import { incomingCallMessages } from './messages.js';
import { incomingCallStyles } from './styles.js';

/** Selects the call that rings for the agent; null without one. */
const incomingCall = ({ call }: AgentState): Call | null => (call && isIncomingCall(call) ? call : null);

/**
 * A ringing call has a tone, a desktop notification where the browser permits one, a badge before the title of the page,
 * and an announcement for screen readers. None of them takes the focus. Several elements in a page ring once. A notice
 * appears before a call comes where the browser would keep it silent.
 *
 * @summary The caller, with Answer and Decline; visible only while a call rings for the agent.
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
 * @csspart button - Every button.
 * @csspart answer - The button Answer.
 * @csspart decline - The button Decline.
 * @csspart silence - The button Silence.
 * @csspart since - How long the call has been ringing.
 * @csspart blocked - The notice that a call would not be heard.
 * @csspart allow-sound - The button that allows the page to play sound.
 * @csspart error - The error of a command.
 * @csspart notice - The text of an error, or of a missing agent element.
 * @csspart icon - Every icon.
 * @cssState ringing - A call rings for the agent.
 * @cssState silenced - The tone of this call was silenced.
 * @cssState blocked - A call would not be heard: the browser blocks the tone, or no device plays it.
 * @cssState empty - No call rings and there is no notice. The element has no box.
 */
export class SobotIncomingCall extends SobotElement<typeof incomingCallMessages> {
  static override readonly tag = 'sobot-incoming-call';
  static override readonly messages = incomingCallMessages;
  static override readonly renamedAttributes = { quiet: 'no-ringtone' };
  static override readonly styles = incomingCallStyles;

  readonly #incomingCall = this.select(incomingCall);
  /**
   * Whether the session has started: before that no call can come, and the sound notice would be
   * premature.
   */
  readonly #isConnected = this.select(({ phase }) => phase === 'ready');
  readonly #answer = this.command('answer');
  readonly #decline = this.command('rejectCall');
  readonly #alerts = new CallAlerts(
    this,
    () => !this.noRingtone && !!this.agentHost?.session && this.#isConnected.value,
  );
  /** The description of the ringing call; null without one. */
  #description: CallDescription | null = null;
  /** The sequence number of the call that rang last. */
  #lastSequence = 0;

  /** Without a tone: the page has one of its own. The agent sets volume and device in `<sobot-preflight>`. */
  @property({ type: Boolean, attribute: 'no-ringtone' }) noRingtone = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#alerts.stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const call = this.#incomingCall.value;
    if (call && call.sequence !== this.#lastSequence) {
      this.#lastSequence = call.sequence;
      this.failure = null; // The error was about the call before.
    }
    this.#description = call && describeCall(call, this.t, (party) => this.maskParty(party), this.maskText);
    this.#updateAlerts(call);
    const { isSilent } = this.#alerts.soundNotice;
    this.setStates({
      ringing: !!call,
      silenced: this.#isMuted,
      blocked: isSilent,
      empty: !!this.agentHost && !call && !isSilent,
    });
  }

  /** Whether the agent has silenced this call, in this element or another one of the page. */
  get #isMuted(): boolean {
    return this.#alerts.isMuted(this.agentHost?.session, this.#incomingCall.value);
  }

  /**
   * Starts or stops the alerts. A preview for page builders has no session, and a displaced session's calls ring where
   * the agent logged in: both show the call without alerts.
   */
  #updateAlerts(call: Call | null): void {
    const canAlert = this.isConnected && !!this.agentHost?.session && this.#answer.disabledReason !== 'displaced';
    if (!call || !this.#description || !canAlert) return this.#alerts.stop();
    const { announcement, relatedText } = this.#description;
    const texts = { badge: this.t('incoming.badge'), title: announcement, body: relatedText };
    this.#alerts.start(call, texts, { hasTone: !this.#isMuted && !this.noRingtone });
  }

  /**
   * Renders Decline and Answer. They take reason, pending state and shortcut from their commands.
   */
  #renderChoice(): TemplateResult {
    return html`${actionButton({
      command: this.#decline,
      label: this.t('command.rejectCall'),
      icon: phoneOff,
      part: 'decline',
      variant: 'stop outlined',
    })}${actionButton({
      command: this.#answer,
      label: this.t('command.answer'),
      icon: phoneIcon,
      part: 'answer',
      variant: 'go',
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

  /** Renders a ringing call. It takes no focus: the agent may be typing, and Enter must not answer. */
  #renderCall(call: Call, { kind, speaker, relatedText }: CallDescription): TemplateResult {
    return html`<div class="call" part="call">
      <div class="pulse" part="pulse">${phoneIncoming}</div>
      <div class="who">
        ${renderPartyHeading(this.t, speaker)}
        <p class="origin" part="origin">
          ${this.t(`call.${kind}`)}${call.queue ? html` · <bdi>${this.maskText(call.queue)}</bdi>` : nothing}
        </p>
        ${relatedText ? html`<p class="other" part="other" dir="auto">${isolateNumbers(relatedText)}</p>` : nothing}
      </div>
      ${renderCallData(call, this.t, this.maskText)}
      <div class="choice">${this.#renderChoice()}</div>
      <div>${this.renderFailure()}${this.#renderFooter(call)}</div>
    </div>`;
  }

  /**
   * Renders the announcement, the call and the sound notice. The alert is there before a call
   * comes, because a live region announces only text that changes. It is hidden from sight, as the
   * call shows the same.
   */
  protected override renderConnected(): TemplateResult {
    const call = this.#incomingCall.value;
    const description = this.#description;
    const sentences = description ? [description.announcement, description.relatedText].filter(Boolean) : [];
    return html`<div class="sr" role="alert">${sentences.length > 0 ? sentences.join('. ') : nothing}</div>
      ${call && description ? this.#renderCall(call, description) : nothing} ${this.#alerts.soundNotice.render(this.t)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-incoming-call': SobotIncomingCall;
  }
}
