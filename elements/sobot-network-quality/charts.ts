/** The two pictures of `<sobot-network-quality>`: the meter of the newest sample and the line of the last minutes. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { QualityLetter } from '../../src/state/index.js';
import { MOS_WARNING, TREND_MS, type Trend } from './trend.js';

/** The letters, worst first: the index of a letter is the number of filled bars. */
const lettersFromWorst: readonly QualityLetter[] = ['a', 'b', 'c', 'd', 'e'];
const BAR_COUNT = 4;

/**
 * Renders four bars. The letter `a`, a lost connection, has a stroke through empty bars.
 * @param letter null: not rated, all bars are empty
 */
export const renderMeter = (letter: QualityLetter | null): TemplateResult => {
  const filledBars = letter ? lettersFromWorst.indexOf(letter) : 0;
  const bars = Array.from(
    { length: BAR_COUNT },
    (_, bar) =>
      svg`<rect class=${bar < filledBars ? 'on' : 'off'} x=${bar * 6} y=${11 - bar * 3.5} width="4" height=${5 + bar * 3.5} rx="1.2"/>`,
  );
  return html`<svg class="meter ${letter ?? 'none'}" part="meter" viewBox="0 0 22 16" aria-hidden="true">
    ${bars} ${letter === 'a' ? svg`<path d="M1 1 21 15"/>` : nothing}
  </svg>`;
};

/** Units of the `viewBox`; the style sheet stretches the chart to the width of the element. */
const CHART_WIDTH = 240;
const CHART_HEIGHT = 40;
/** The range of the scale: the estimate of ITU-T G.107 goes no further. */
const MOS_MIN = 1;
const MOS_MAX = 4.5;
/** Space above and below, so that a line at the edge is not cut. */
const LINE_MARGIN = 2;

function yOf(mos: number): string {
  const share = (mos - MOS_MIN) / (MOS_MAX - MOS_MIN);
  return ((1 - share) * (CHART_HEIGHT - 2 * LINE_MARGIN) + LINE_MARGIN).toFixed(1);
}

/**
 * Renders the estimated MOS over time, the newest sample at the right. A run without gaps is one line. The dashed line
 * is the value below which a sample is bad.
 * @param label the name of the picture for screen readers
 */
export function renderSparkline(trend: Trend, label: string): TemplateResult {
  const newest = trend.runs.at(-1)?.at(-1)?.at ?? 0;
  const xOf = (at: number): string => (CHART_WIDTH - ((newest - at) / TREND_MS) * CHART_WIDTH).toFixed(1);
  return html`<svg
    class="trend"
    part="trend"
    viewBox="0 0 ${CHART_WIDTH} ${CHART_HEIGHT}"
    preserveAspectRatio="none"
    role="img"
    aria-label=${label}
  >
    <path class="limit" d="M0 ${yOf(MOS_WARNING)}H${CHART_WIDTH}" />
    ${trend.runs.map((run) => svg`<polyline points=${run.map(({ at, mos }) => `${xOf(at)},${yOf(mos)}`).join(' ')}/>`)}
  </svg>`;
}
