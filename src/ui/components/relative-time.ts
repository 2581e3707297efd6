import { html, nothing, type TemplateResult } from 'lit';
import { elapsed } from '../directives/index.js';
import type { Translate } from '../i18n/index.js';

/** Words about figures that are asked for again and again. */
export const figuresMessages = {
  'figures.updated': (ago: string) => `Updated ${ago}`,
  'figures.old': (ago: string) => `Last updated ${ago}`,
  'figures.refresh': 'Refresh',
} as const;

const timeUnits = [
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1000, 'second'],
] as const;

/** `12s ago`, in the words of the language. */
export function formatRelativeTime(ms: number, language: string): string {
  const [size, unit] = timeUnits.find(([each]) => ms >= each) ?? [1000, 'second'];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'narrow' }).format(
    -Math.max(0, Math.floor(ms / size)),
    unit,
  );
}

/**
 * How old figures are, which goes on by itself. Needs the words of `figuresWords`.
 * @param updatedAt when they came, in milliseconds since 1970; 0: there are none
 * @param isStale newer ones could not be had
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
