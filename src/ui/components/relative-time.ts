/**
 * The age of figures that are queried again and again. Figures without their age look current after
 * the connection is lost.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { elapsed } from '../directives/index.js';
import type { Translate } from '../i18n/index.js';

/** Messages of elements with figures: their age, and the button that queries them. */
export const figuresMessages = {
  'figures.updated': (ago: string) => `Updated ${ago}`,
  'figures.old': (ago: string) => `Last updated ${ago}`,
  'figures.refresh': 'Refresh',
} as const;

/** The units with their milliseconds, the largest first. */
const timeUnits = [
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1000, 'second'],
] as const;

/**
 * Formats an age in the language: `12s ago`. A negative age, from a clock that was set back, is
 * now.
 */
export function formatRelativeTime(ms: number, language: string): string {
  const [size, unit] = timeUnits.find(([each]) => ms >= each) ?? [1000, 'second'];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'narrow' }).format(
    -Math.max(0, Math.floor(ms / size)),
    unit,
  );
}

/**
 * Renders the age of figures, which updates by itself. A failed query changes the sentence and the
 * class, so that old figures differ by more than their colour. The element needs {@link
 * figuresMessages}.
 * @param updatedAt the time of the last result, in milliseconds since 1970; 0 where there is none
 * @param isStale whether the last query failed
 */
export const relativeTime = (
  t: Translate<typeof figuresMessages>,
  language: string,
  updatedAt: number,
  isStale: boolean,
): TemplateResult | typeof nothing =>
  updatedAt === 0
    ? nothing
    : html`<span class="age ${isStale ? 'old' : ''}" part="age"
        >${elapsed(updatedAt, (ms) => t(isStale ? 'figures.old' : 'figures.updated', formatRelativeTime(ms, language)))}</span
      >`;
