import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { WrapUpDraft } from '../../src/session/index.js';
import { disabledReason, type DisabledReason, type WrapUp } from '../../src/state/index.js';
import { actionButton, type ActionButton } from '../../src/ui/components/index.js';
import { clockTime, elapsed } from '../../src/ui/directives/index.js';
import { SobotElement } from '../../src/ui/base/index.js';
import { circleAlert } from '../../src/ui/icons/index.js';
import { parseStringList as listOfTexts } from '../../src/internal/index.js';
import { buttonStyles, fieldStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';
import { wrapUpMessages } from './messages.js';
import { wrapUpStyles } from './styles.js';

type EndCommand = 'completeACW' | 'completeACWToBusy';
type WrapUpCommand = EndCommand | 'delayACW';

/** Seconds; the vendor takes 30 to 900. */
const EXTENSION_SECONDS = [30, 60, 120, 180, 300, 600, 900];
const MINUTE_SECONDS = 60;
const SECOND_MS = 1000;
const ENDING_SOON_MS = 10 * SECOND_MS;

/** Who the notes are about: the call that is answered, or the one that is wrapped up. */
const idOrNull = (id: string | undefined): string | null => id ?? null;

/**
 * What is written is kept per call, survives a reload, and goes out in `sobot-wrap-up-done` when the after-call work is
 * over.
 *
 * @summary After-call work: how long it lasts, more time, notes and a disposition, and its end. While a call runs it is
 * the notes alone.
 * @element sobot-wrap-up
 *
 * @csspart call - Which call it is about: its number, and how long it lasted.
 * @csspart time - How long the after-call work lasts, and the controls for more.
 * @csspart bar - The bar of the time that is left.
 * @csspart left - The time that is left; where the end is unknown, the time spent.
 * @csspart extend-by - The choice by how much to extend.
 * @csspart button - Every button.
 * @csspart extend - Extends the after-call work.
 * @csspart notes - The field of the notes.
 * @csspart disposition - The choice of the disposition.
 * @csspart finish - Ends the after-call work.
 * @csspart finish-busy - Ends it and sets the agent busy.
 * @csspart error - What went wrong.
 * @csspart notice - A notice, such as an error or a missing agent.
 * @csspart icon - Every icon.
 *
 * @cssprop --sobot-wrap-up-bar - The colour of the bar of the time that is left.
 *
 * @cssState wrap-up - There is after-call work.
 * @cssState notes - A call runs: only the notes are shown.
 */
export class SobotWrapUp extends SobotElement<typeof wrapUpMessages> {
  static override readonly tag = 'sobot-wrap-up';
  static override readonly messages = wrapUpMessages;
  static override readonly styles = [tokenStyles, buttonStyles, fieldStyles, textStyles, wrapUpStyles];

  readonly #wrapUp = this.select(({ wrapUp, call }) => (call ? null : wrapUp));
  readonly #callId = this.select(({ call }) => idOrNull(call?.connectedAt ? call.id : undefined));
  readonly #endedCall = this.select(({ wrapUp }) => wrapUp?.call ?? null);
  readonly #disabledReasons = {
    delayACW: this.select((all) => disabledReason(all, 'delayACW')),
    completeACW: this.select((all) => disabledReason(all, 'completeACW')),
    completeACWToBusy: this.select((all) => disabledReason(all, 'completeACWToBusy')),
  };
  #draftCallId: string | null = null;

  /** What the outcome of a call may be: a list, as an attribute in JSON; none: no such field. */
  @property() dispositions: string | readonly string[] = [];

  @state() private draft: WrapUpDraft = { notes: '', disposition: '' };
  @state() private extensionSeconds = MINUTE_SECONDS;
  /** Seconds of the extension that succeeded last; 0: none. */
  @state() private extendedSeconds = 0;

  /** Puts the cursor into the notes. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('textarea')?.focus(options);
  }

  protected override willUpdate(): void {
    const id = this.#callId.value ?? idOrNull(this.#wrapUp.value?.callId);
    if (id === this.#draftCallId) return;
    this.#draftCallId = id;
    this.draft = this.agentHost?.session?.draft ?? { notes: '', disposition: '' };
    this.extendedSeconds = 0;
    this.failure = null;
  }

  readonly #saveDraft = (changes: Partial<WrapUpDraft>): void => {
    const { session } = this.agentHost ?? {};
    this.draft = { ...(session?.draft ?? this.draft), ...changes };
    session?.saveDraft(this.draft);
  };

  async #extend(): Promise<void> {
    const { extensionSeconds: seconds } = this;
    this.extendedSeconds = 0;
    if (await this.run('delayACW', { delayTime: seconds })) this.extendedSeconds = seconds;
  }

  #durationText(seconds: number): string {
    const minutes = seconds / MINUTE_SECONDS;
    return Number.isInteger(minutes) && minutes > 1
      ? this.t('wrapUp.minutes', minutes)
      : this.t('wrapUp.seconds', seconds);
  }

  #renderButton(command: WrapUpCommand, button: Omit<ActionButton, 'reason' | 'busy'>): TemplateResult {
    const reason: DisabledReason | null = this.#disabledReasons[command].value;
    const busy = reason === 'pending';
    const keys = this.agentHost?.keys?.get(command);
    return actionButton({ ...button, keys, busy, reason: reason && !busy ? this.disabledReasonText(reason) : null });
  }

  /** @param ms since the end, negative before it */
  readonly #timeLeftText = (ms: number): string => {
    if (ms >= 0) return this.t('wrapUp.over');
    const seconds = Math.ceil(-ms / SECOND_MS);
    return seconds < MINUTE_SECONDS
      ? this.t('wrapUp.secondsLeft', seconds)
      : this.t('wrapUp.timeLeft', clockTime(seconds * SECOND_MS));
  };

  #renderCall(): TemplateResult | typeof nothing {
    const call = this.#endedCall.value;
    if (!call) return nothing;
    const duration = call.connectedAt === null || call.endedAt === null ? 0 : call.endedAt - call.connectedAt;
    return html`<div class="call" part="call">
      <span class="tag">${this.t('wrapUp.ended')} · ${clockTime(duration)}</span>
      <p class="number" dir="auto">${this.maskNumber(call.number)}</p>
      ${call.name ? html`<p class="hint">${this.maskText(call.name)}</p>` : nothing}
    </div>`;
  }

  #renderTime({ since, endsAt }: WrapUp): TemplateResult {
    return html`<div class="time" part="time">
      ${
        endsAt === null
          ? nothing
          : html`<progress
              part="bar"
              aria-label=${this.t('wrapUp.remaining')}
              max=${Math.max(1, Math.round((endsAt - since) / SECOND_MS))}
              value=${elapsed(endsAt, (ms) => String(Math.max(0, -ms / SECOND_MS)))}
            ></progress>`
      }
      <div class="line">
        <div class="left">
          <span part="left"
            >${endsAt === null ? html`${this.t('wrapUp.title')} · ${elapsed(since)}` : elapsed(endsAt, this.#timeLeftText)}</span
          >
          <p class="hint" role="status">
            ${this.extendedSeconds ? this.t('wrapUp.extended', this.#durationText(this.extendedSeconds)) : nothing}
          </p>
        </div>
        <span class="sr" role="status"
          >${
            endsAt === null
              ? nothing
              : elapsed(endsAt, (ms) => (ms < 0 && -ms <= ENDING_SOON_MS ? this.t('wrapUp.soonOver') : ''))
          }</span
        >
        ${this.#renderExtension()}
      </div>
      ${this.renderFailure('delayACW')}
    </div>`;
  }

  #renderExtension(): TemplateResult {
    return html`<span class="extension">
      <select
        part="extend-by"
        aria-label=${this.t('wrapUp.extendBy')}
        @change=${(event: Event & { currentTarget: HTMLSelectElement }) =>
          (this.extensionSeconds = Number(event.currentTarget.value))}
      >
        ${EXTENSION_SECONDS.map(
          (each) =>
            html`<option value=${each} .selected=${live(each === this.extensionSeconds)}>
              ${this.#durationText(each)}
            </option>`,
        )}
      </select>
      ${this.#renderButton('delayACW', {
        label: this.t('wrapUp.extend'),
        part: 'extend',
        variant: 'plain',
        onClick: () => void this.#extend(),
      })}
    </span>`;
  }

  #renderNotes(): TemplateResult {
    return html`<div class="field notes">
      <label for="notes">${this.t('wrapUp.notes')}</label>
      <textarea
        id="notes"
        part="notes"
        rows="3"
        .value=${live(this.draft.notes)}
        @input=${(event: Event & { currentTarget: HTMLTextAreaElement }) =>
          this.#saveDraft({ notes: event.currentTarget.value })}
      ></textarea>
    </div>`;
  }

  #renderDisposition(): TemplateResult | typeof nothing {
    const list = listOfTexts(this.dispositions);
    if (!list) return html`<p class="notice" part="notice">${circleAlert}${this.t('wrapUp.badDispositions')}</p>`;
    if (list.length === 0) return nothing;
    const chosen = this.draft.disposition;
    const all = chosen && !list.includes(chosen) ? [...list, chosen] : list;
    return html`<div class="field">
      <label for="disposition">${this.t('wrapUp.disposition')}</label>
      <select
        id="disposition"
        part="disposition"
        @change=${(event: Event & { currentTarget: HTMLSelectElement }) =>
          this.#saveDraft({ disposition: event.currentTarget.value })}
      >
        <option value="" .selected=${live(chosen === '')}>${this.t('wrapUp.noDisposition')}</option>
        ${all.map((each) => html`<option value=${each} .selected=${live(each === chosen)}>${each}</option>`)}
      </select>
    </div>`;
  }

  #renderOutcome(): TemplateResult {
    return html`${this.#renderDisposition()}
      <div class="row">
        ${this.#renderEnd('completeACWToBusy', this.t('command.completeACWToBusy'), 'plain', 'finish-busy')}
        ${this.#renderEnd('completeACW', this.t('command.completeACW'), 'accent', 'finish')}
      </div>
      ${this.renderFailure('completeACW', 'completeACWToBusy')}`;
  }

  #renderEnd(command: EndCommand, label: string, variant: 'accent' | 'plain', part: string): TemplateResult {
    return this.#renderButton(command, { label, part, variant, onClick: () => void this.run(command) });
  }

  protected override renderConnected(): TemplateResult | typeof nothing {
    const wrapUp = this.#wrapUp.value;
    const isInCall = this.#callId.value !== null;
    this.setStates({ 'wrap-up': !!wrapUp, notes: isInCall });
    if (!wrapUp && !isInCall) return nothing;
    // One template for both: who is writing when the call ends keeps the field, the focus and the cursor.
    return html`<div class="stack">
      ${wrapUp ? html`${this.#renderCall()} ${this.#renderTime(wrapUp)}` : nothing} ${this.#renderNotes()}
      ${wrapUp ? this.#renderOutcome() : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-wrap-up': SobotWrapUp;
  }
}
