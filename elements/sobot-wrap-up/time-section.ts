/** The ended call, and the time of its after-call work: the time left, the warning before the end, the extension. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CallSummary, WrapUp } from '../../src/state/index.js';
import { clockTime, elapsed } from '../../src/ui/directives/index.js';
import type { Translate } from '../../src/ui/i18n/index.js';
import type { wrapUpMessages } from './messages.js';

/** Lengths of an extension, seconds. The vendor accepts 30 to 900 (section "Extend Sorting Duration"). */
const EXTENSION_SECONDS = [30, 60, 120, 180, 300, 600, 900];
const MINUTE_SECONDS = 60;
const SECOND_MS = 1000;
/** The time before the end at which the warning is announced. */
const WARNING_MS = 10 * SECOND_MS;

/** The extension that is selected first. */
export const DEFAULT_EXTENSION_SECONDS = MINUTE_SECONDS;

/** The contents of the section and the actions of its controls. */
export interface TimeSectionContext {
  readonly t: Translate<typeof wrapUpMessages>;
  readonly wrapUp: WrapUp;
  /** The selected length of an extension, seconds. */
  readonly extensionSeconds: number;
  /** Seconds of the extension that was confirmed last; 0: none. */
  readonly extendedSeconds: number;
  readonly onExtensionChange: (seconds: number) => void;
  readonly extendButton: TemplateResult;
  /** The error of the last extension, as a live region. */
  readonly failure: TemplateResult;
}

/** Returns whole minutes from two on as minutes, everything else as seconds. */
function durationText({ t }: TimeSectionContext, seconds: number): string {
  const minutes = seconds / MINUTE_SECONDS;
  const isInMinutes = Number.isInteger(minutes) && minutes > 1;
  return isInMinutes ? t('wrapUp.minutes', minutes) : t('wrapUp.seconds', seconds);
}

/** Returns the time left. The last minute counts in seconds. @param ms milliseconds since the end, negative before it */
function timeLeftText({ t }: TimeSectionContext, ms: number): string {
  if (ms >= 0) return t('wrapUp.over');
  const seconds = Math.ceil(-ms / SECOND_MS);
  return seconds < MINUTE_SECONDS
    ? t('wrapUp.secondsLeft', seconds)
    : t('wrapUp.timeLeft', clockTime(seconds * SECOND_MS));
}

/**
 * Renders the section. If the platform has told no end, it shows the time since the call and no
 * bar: a countdown would be a guess. The confirmation and the warning are live regions, which are
 * there before their texts.
 */
export function renderTimeSection(context: TimeSectionContext): TemplateResult {
  const { t, wrapUp, extendedSeconds, failure } = context;
  const { since, endsAt } = wrapUp;
  const time =
    endsAt === null
      ? html`${t('wrapUp.title')} · ${elapsed(since)}`
      : elapsed(endsAt, (ms) => timeLeftText(context, ms));
  return html`<div class="time" part="time">
    ${endsAt === null ? nothing : renderBar(context, endsAt)}
    <div class="line">
      <div class="left">
        <span part="left">${time}</span>
        <p class="hint" role="status">
          ${extendedSeconds ? t('wrapUp.extended', durationText(context, extendedSeconds)) : nothing}
        </p>
      </div>
      <span class="sr" role="status">${endsAt === null ? nothing : renderWarning(context, endsAt)}</span>
      ${renderExtension(context)}
    </div>
    ${failure}
  </div>`;
}

/**
 * Renders the bar, which shrinks once a second. A `progress` has its role and value for screen
 * readers, which don't announce each change.
 */
function renderBar({ t, wrapUp }: TimeSectionContext, endsAt: number): TemplateResult {
  return html`<progress
    part="bar"
    aria-label=${t('wrapUp.remaining')}
    max=${Math.max(1, Math.round((endsAt - wrapUp.since) / SECOND_MS))}
    value=${elapsed(endsAt, (ms) => String(Math.max(0, -ms / SECOND_MS)))}
  ></progress>`;
}

/** Returns the warning for screen readers. Its text is the same every second, so it is announced once. */
const renderWarning = ({ t }: TimeSectionContext, endsAt: number): unknown =>
  elapsed(endsAt, (ms) => (ms < 0 && -ms <= WARNING_MS ? t('wrapUp.soonOver') : ''));

/**
 * Renders the choice of a length with its button. The select has a name of its own, because the
 * button's label alone would not tell what it chooses.
 */
function renderExtension(context: TimeSectionContext): TemplateResult {
  const { t, extensionSeconds, onExtensionChange, extendButton } = context;
  const handleChange = ({ currentTarget }: Event & { currentTarget: HTMLSelectElement }): void =>
    onExtensionChange(Number(currentTarget.value));
  return html`<span class="extension">
    <select part="extend-by" aria-label=${t('wrapUp.extendBy')} @change=${handleChange}>
      ${EXTENSION_SECONDS.map(
        (seconds) =>
          html`<option value=${seconds} .selected=${live(seconds === extensionSeconds)}>
            ${durationText(context, seconds)}
          </option>`,
      )}
    </select>
    ${extendButton}
  </span>`;
}

/** Renders the call that the after-call work is about. A call that was not answered has lasted 0 seconds. */
export function renderEndedCall(t: Translate<typeof wrapUpMessages>, call: CallSummary): TemplateResult {
  const { connectedAt, endedAt, number, name } = call;
  const duration = connectedAt === null || endedAt === null ? 0 : endedAt - connectedAt;
  return html`<div class="call" part="call">
    <span class="tag">${t('wrapUp.ended')} · ${clockTime(duration)}</span>
    <p class="number" dir="auto">${number}</p>
    ${name ? html`<p class="hint">${name}</p>` : nothing}
  </div>`;
}
