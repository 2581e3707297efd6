import { html, nothing, svg, type TemplateResult } from 'lit';
import type { QualityLetter } from '../../src/state/index.js';
import { TREND_MS, type Trend } from './trend.js';

/** The letters, worst first: the place of one is how many bars it fills. */
const letters: readonly QualityLetter[] = ['a', 'b', 'c', 'd', 'e'];

/** Four bars, and a stroke through them where nothing comes through. */
export const renderMeter = (letter: QualityLetter | null): TemplateResult => {
  const level = letter ? letters.indexOf(letter) : 0;
  return html`<svg class="meter ${letter ?? 'none'}" part="meter" viewBox="0 0 22 16" aria-hidden="true">
    ${[0, 1, 2, 3].map(
      (bar) =>
        svg`<rect class=${bar < level ? 'on' : 'off'} x=${bar * 6} y=${11 - bar * 3.5} width="4" height=${5 + bar * 3.5} rx="1.2"/>`,
    )}
    ${letter === 'a' ? svg`<path d="M1 1 21 15"/>` : nothing}
  </svg>`;
};

const CHART_WIDTH = 240;
const CHART_HEIGHT = 40;
const MOS_MIN = 1;
const MOS_MAX = 4.5;
const yOf = (mos: number): string => ((1 - (mos - MOS_MIN) / (MOS_MAX - MOS_MIN)) * (CHART_HEIGHT - 4) + 2).toFixed(1);

/** The estimated MOS of the last minutes, newest at the right; the dashed line is where it becomes a warning. */
export function renderSparkline(trend: Trend, label: string): TemplateResult {
  const last = trend.runs.at(-1)?.at(-1)?.at ?? 0;
  const xOf = (at: number): string => (CHART_WIDTH - ((last - at) / TREND_MS) * CHART_WIDTH).toFixed(1);
  return html`<svg
    class="trend"
    part="trend"
    viewBox="0 0 ${CHART_WIDTH} ${CHART_HEIGHT}"
    preserveAspectRatio="none"
    role="img"
    aria-label=${label}
  >
    <path class="limit" d="M0 ${yOf(3)}H${CHART_WIDTH}" />
    ${trend.runs.map((run) => svg`<polyline points=${run.map(({ at, mos }) => `${xOf(at)},${yOf(mos)}`).join(' ')}/>`)}
  </svg>`;
}
