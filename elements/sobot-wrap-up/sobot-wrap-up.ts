import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { WrapUpDraft } from '../../src/session/index.js';
import { disabledReason, type DisabledReason, type WrapUp } from '../../src/state/index.js';
import { actionButton, type ActionButton } from '../../src/ui/components/button.js';
import { clockTime, elapsed } from '../../src/ui/directives/elapsed.js';
import { SobotElement } from '../../src/ui/base/sobot-element.js';
import { circleAlert } from '../../src/ui/components/icons.js';
import { texts as listOfTexts } from '../../src/internal/json.js';
import type { Phone } from '../../src/ui/base/agent-host.js';
import { buttons, fields, texts, tokens } from '../../src/ui/styles/index.js';
import { wrapUpMessages } from './messages.js';
import { wrapUpStyles } from './styles.js';

type Ending = 'completeACW' | 'completeACWToBusy';
type Wish = Ending | 'delayACW';

/** Seconds; the vendor takes 30 to 900. */
const EXTENSIONS = [30, 60, 120, 180, 300, 600, 900];
const MINUTE = 60;
const SECOND = 1000;
const SOON = 10 * SECOND;

/** Who the notes are about: the call that is answered, or the one that is wrapped up. */
const noted = (id: string | undefined): string | null => id ?? null;

/**
 * @summary After-call work: how long it lasts, more time, notes and a disposition, and its end. While a call runs it is
 * the notes alone.
 *
 * What is written is kept per call, survives a reload, and goes out in `sobot-wrap-up-done` when the after-call work is
 * over.
 *
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
  static override readonly styles = [tokens, buttons, fields, texts, wrapUpStyles];

  readonly #wrapUp = this.select(({ wrapUp, call }) => (call ? null : wrapUp));
  readonly #call = this.select(({ call }) => noted(call?.connectedAt ? call.id : undefined));
  readonly #ended = this.select(({ wrapUp }) => wrapUp?.call ?? null);
  readonly #obstacles = {
    delayACW: this.select((all) => disabledReason(all, 'delayACW')),
    completeACW: this.select((all) => disabledReason(all, 'completeACW')),
    completeACWToBusy: this.select((all) => disabledReason(all, 'completeACWToBusy')),
  };
  #draftOf: string | null = null;

  /** What the outcome of a call may be: a list, as an attribute in JSON; none: no such field. */
  @property() dispositions: string | readonly string[] = [];

  @state() private draft: WrapUpDraft = { notes: '', disposition: '' };
  @state() private seconds = MINUTE;
  /** Seconds of the extension that succeeded last; 0: none. */
  @state() private extended = 0;

  /** Puts the cursor into the notes. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('textarea')?.focus(options);
  }

  protected override willUpdate(): void {
    const id = this.#call.value ?? noted(this.#wrapUp.value?.callId);
    if (id === this.#draftOf) return;
    this.#draftOf = id;
    this.draft = this.phone?.session?.draft ?? { notes: '', disposition: '' };
    this.extended = 0;
    this.failure = null;
  }

  readonly #write = (part: Partial<WrapUpDraft>): void => {
    const { session } = this.phone ?? {};
    this.draft = { ...(session?.draft ?? this.draft), ...part };
    session?.saveDraft(this.draft);
  };

  async #extend(): Promise<void> {
    const { seconds } = this;
    this.extended = 0;
    if (await this.run('delayACW', { delayTime: seconds })) this.extended = seconds;
  }

  #span(seconds: number): string {
    const minutes = seconds / MINUTE;
    return Number.isInteger(minutes) && minutes > 1
      ? this.t('wrapUp.minutes', minutes)
      : this.t('wrapUp.seconds', seconds);
  }

  #button(command: Wish, button: Omit<ActionButton, 'reason' | 'busy'>): TemplateResult {
    const found: DisabledReason | null = this.#obstacles[command].value;
    const busy = found === 'pending';
    const keys = this.phone?.keys?.get(command);
    return actionButton({ ...button, keys, busy, reason: found && !busy ? this.why(found) : null });
  }

  /** @param ms since the end, negative before it */
  readonly #left = (ms: number): string => {
    if (ms >= 0) return this.t('wrapUp.over');
    const seconds = Math.ceil(-ms / SECOND);
    return seconds < MINUTE
      ? this.t('wrapUp.secondsLeft', seconds)
      : this.t('wrapUp.timeLeft', clockTime(seconds * SECOND));
  };

  #drawCall(): TemplateResult | typeof nothing {
    const call = this.#ended.value;
    if (!call) return nothing;
    const lasted = call.connectedAt === null || call.endedAt === null ? 0 : call.endedAt - call.connectedAt;
    return html`<div class="call" part="call">
      <span class="tag">${this.t('wrapUp.ended')} · ${clockTime(lasted)}</span>
      <p class="number" dir="auto">${this.shown(call.number)}</p>
      ${call.name ? html`<p class="hint">${this.told(call.name)}</p>` : nothing}
    </div>`;
  }

  #drawTime({ since, endsAt }: WrapUp): TemplateResult {
    return html`<div class="time" part="time">
      ${
        endsAt === null
          ? nothing
          : html`<progress
              part="bar"
              aria-label=${this.t('wrapUp.remaining')}
              max=${Math.max(1, Math.round((endsAt - since) / SECOND))}
              value=${elapsed(endsAt, (ms) => String(Math.max(0, -ms / SECOND)))}
            ></progress>`
      }
      <div class="line">
        <div class="left">
          <span part="left"
            >${endsAt === null ? html`${this.t('wrapUp.title')} · ${elapsed(since)}` : elapsed(endsAt, this.#left)}</span
          >
          <p class="hint" role="status">
            ${this.extended ? this.t('wrapUp.extended', this.#span(this.extended)) : nothing}
          </p>
        </div>
        <span class="sr" role="status"
          >${
            endsAt === null
              ? nothing
              : elapsed(endsAt, (ms) => (ms < 0 && -ms <= SOON ? this.t('wrapUp.soonOver') : ''))
          }</span
        >
        ${this.#drawExtension()}
      </div>
      ${this.drawFailure('delayACW')}
    </div>`;
  }

  #drawExtension(): TemplateResult {
    return html`<span class="extension">
      <select
        part="extend-by"
        aria-label=${this.t('wrapUp.extendBy')}
        @change=${(event: Event & { currentTarget: HTMLSelectElement }) =>
          (this.seconds = Number(event.currentTarget.value))}
      >
        ${EXTENSIONS.map(
          (each) => html`<option value=${each} .selected=${live(each === this.seconds)}>${this.#span(each)}</option>`,
        )}
      </select>
      ${this.#button('delayACW', {
        label: this.t('wrapUp.extend'),
        part: 'extend',
        look: 'plain',
        onClick: () => void this.#extend(),
      })}
    </span>`;
  }

  #drawNotes(): TemplateResult {
    return html`<div class="field notes">
      <label for="notes">${this.t('wrapUp.notes')}</label>
      <textarea
        id="notes"
        part="notes"
        rows="3"
        .value=${live(this.draft.notes)}
        @input=${(event: Event & { currentTarget: HTMLTextAreaElement }) =>
          this.#write({ notes: event.currentTarget.value })}
      ></textarea>
    </div>`;
  }

  #drawDisposition(): TemplateResult | typeof nothing {
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
          this.#write({ disposition: event.currentTarget.value })}
      >
        <option value="" .selected=${live(chosen === '')}>${this.t('wrapUp.noDisposition')}</option>
        ${all.map((each) => html`<option value=${each} .selected=${live(each === chosen)}>${each}</option>`)}
      </select>
    </div>`;
  }

  #drawOutcome(): TemplateResult {
    return html`${this.#drawDisposition()}
      <div class="row">
        ${this.#drawEnd('completeACWToBusy', this.t('command.completeACWToBusy'), 'plain', 'finish-busy')}
        ${this.#drawEnd('completeACW', this.t('command.completeACW'), 'accent', 'finish')}
      </div>
      ${this.drawFailure('completeACW', 'completeACWToBusy')}`;
  }

  #drawEnd(command: Ending, label: string, look: 'accent' | 'plain', part: string): TemplateResult {
    return this.#button(command, { label, part, look, onClick: () => void this.run(command) });
  }

  protected override draw(_phone: Phone): TemplateResult | typeof nothing {
    const wrapUp = this.#wrapUp.value;
    const calling = this.#call.value !== null;
    this.setStates({ 'wrap-up': !!wrapUp, notes: calling });
    if (!wrapUp && !calling) return nothing;
    // One template for both: who is writing when the call ends keeps the field, the focus and the cursor.
    return html`<div class="stack">
      ${wrapUp ? html`${this.#drawCall()} ${this.#drawTime(wrapUp)}` : nothing} ${this.#drawNotes()}
      ${wrapUp ? this.#drawOutcome() : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-wrap-up': SobotWrapUp;
  }
}
