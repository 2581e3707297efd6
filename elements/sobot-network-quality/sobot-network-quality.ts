/** The element `<sobot-network-quality>`. It renders the samples that the state holds, and computes no quality itself. */
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Network } from '../../src/state/index.js';
import { clockTime, elapsed } from '../../src/ui/directives/index.js';
import { type AgentHost, SobotElement } from '../../src/ui/base/index.js';
import { circleAlert } from '../../src/ui/icons/index.js';
import { renderMeter, renderSparkline } from './charts.js';
import { networkQualityMessages } from './messages.js';
import { networkQualityStyles } from './styles.js';
import { trendOf, type Trend } from './trend.js';

/** The age in milliseconds from which figures are shown as old instead of live. */
const STALE_AFTER_MS = 10_000;

/**
 * The platform reports the quality about once a second during a call (message `EventJanusLatency`). A warning appears
 * while the customer can still be told, and is announced.
 *
 * @summary How good the voice connection is: a meter with a word, the figures, their trend, and a warning before the
 * customer complains.
 *
 * @element sobot-network-quality
 *
 * @csspart meter - The bars.
 * @csspart word - The word for the quality.
 * @csspart age - The age of the figures.
 * @csspart trend - The line of the last two minutes.
 * @csspart figures - Ping, jitter, loss and the estimated MOS, a definition list.
 * @csspart warnings - The warnings of a bad trend.
 * @csspart notice - The text of a warning, or of a missing agent element.
 * @csspart icon - The icon of a warning.
 *
 * @cssprop --sobot-network-quality-good - The colour of a good or normal connection.
 * @cssprop --sobot-network-quality-poor - The colour of a poor connection.
 * @cssprop --sobot-network-quality-bad - The colour of a terrible connection or none.
 *
 * @cssState measured - There are figures.
 * @cssState warning - The trend is bad: three of the last five samples were.
 */
export class SobotNetworkQuality extends SobotElement<typeof networkQualityMessages> {
  static override readonly tag = 'sobot-network-quality';
  static override readonly messages = networkQualityMessages;
  static override readonly renamedAttributes = { brief: 'warnings-only' };
  static override readonly styles = networkQualityStyles;

  readonly #network = this.select(({ network }) => network);
  readonly #isConnectedCall = this.select(({ call }) => !!call?.connectedAt);
  readonly #phoneType = this.select(({ agent }) => agent?.phoneType ?? '');

  /** Shows the meter alone, for a narrow place. Word and figures become its name and tooltip. */
  @property({ type: Boolean, reflect: true }) compact = false;

  /** Shows the warnings alone, and nothing while there are none. */
  @property({ type: Boolean, attribute: 'warnings-only', reflect: true }) warningsOnly = false;

  protected override renderConnected(agentHost: AgentHost): TemplateResult | typeof nothing {
    // With the answering method Phone the voice does not pass through this browser: figures would be of another call.
    const network = this.#phoneType.value === 'pstn' ? null : this.#network.value;
    const trend = trendOf(agentHost.session ?? agentHost);
    if (network) trend.add(network);
    this.setStates({ measured: !!network, warning: !!network && this.#warnings(trend).length > 0 });
    if (this.compact) return this.#renderCompact(network, trend);
    if (this.warningsOnly) return this.#renderWarnings(network ? this.#warnings(trend) : []);
    return network ? this.#renderFull(network, trend) : html`<p class="empty">${this.#emptyText}</p>`;
  }

  /** The warnings of the current call. They end with it, while figures and line stay. */
  #warnings(trend: Trend): Trend['warnings'] {
    return this.#isConnectedCall.value ? trend.warnings : [];
  }

  /**
   * The sentence in place of the figures. With the answering method Phone there will never be any,
   * which the agent should know.
   */
  get #emptyText(): string {
    return this.t(this.#phoneType.value === 'pstn' ? 'network.pstn' : 'network.none');
  }

  /** The word for the vendor's letter. */
  #qualityText({ quality }: Network): string {
    return this.t(quality ? `network.${quality}` : 'network.unrated');
  }

  /** Ping, jitter and loss with one decimal below 10, and the MOS with one decimal. */
  #formatFigures({ ping, jitter, loss, mos }: Network): [string, string, string, string] {
    const format = (value: number): string => String(Number(value.toFixed(value < 10 ? 1 : 0)));
    return [format(ping), format(jitter), format(loss), mos.toFixed(1)];
  }

  /** The age of the figures; `ms` is in milliseconds. */
  #ageText(ms: number): string {
    return ms < STALE_AFTER_MS ? this.t('network.now') : this.t('network.ago', clockTime(ms));
  }

  /** The meter as one image. The running age is in the tooltip only, so that a screen reader isn't disturbed. */
  #renderCompact(network: Network | null, trend: Trend): TemplateResult {
    if (!network) {
      return html`<span class="level" role="img" aria-label=${this.#emptyText} title=${this.#emptyText}>
        ${renderMeter(null)}
      </span>`;
    }
    const figures = this.t('network.figures', ...this.#formatFigures(network));
    const name = `${this.t('network.title')}: ${this.#qualityText(network)}`;
    const title = (ms: number): string => `${name}. ${figures}. ${this.#ageText(ms)}`;
    const classes = (ms: number): string => (ms < STALE_AFTER_MS ? 'level' : 'level old');
    return html`<span
      class=${elapsed(network.at, classes)}
      role="img"
      aria-label=${name}
      title=${elapsed(network.at, title)}
    >
      ${renderMeter(network.quality)}${this.#warnings(trend).length > 0 ? circleAlert : nothing}
    </span>`;
  }

  /** A live region, so it is rendered without warnings too. */
  #renderWarnings(warnings: Trend['warnings']): TemplateResult {
    return html`<div class="warnings" part="warnings" role="status">
      ${
        warnings.length > 0
          ? html`<div class="notice" part="notice">
              ${circleAlert}
              <div>${warnings.map((kind) => html`<p>${this.t(`network.warn.${kind}`)}</p>`)}</div>
            </div>`
          : nothing
      }
    </div>`;
  }

  /**
   * Renders all of it, as a named group: the word first, then the warnings, then the figures, which
   * only support needs.
   */
  #renderFull(network: Network, trend: Trend): TemplateResult {
    const [ping, jitter, loss, mos] = this.#formatFigures(network);
    const classes = (ms: number): string => (ms < STALE_AFTER_MS ? 'stack' : 'stack old');
    return html`<div class=${elapsed(network.at, classes)} role="group" aria-label=${this.t('network.title')}>
      <div class="head">
        ${renderMeter(network.quality)}<span class="word" part="word">${this.#qualityText(network)}</span>
        <span class="age" part="age">${elapsed(network.at, (ms) => this.#ageText(ms))}</span>
      </div>
      ${this.#renderWarnings(this.#warnings(trend))}
      ${renderSparkline(trend, this.t('network.trend', trend.lowestMos.toFixed(1), mos))}
      <dl class="figures" part="figures">
        <div>
          <dt>${this.t('network.ping')}</dt>
          <dd>${this.t('network.ms', ping)}</dd>
        </div>
        <div>
          <dt>${this.t('network.jitter')}</dt>
          <dd>${this.t('network.ms', jitter)}</dd>
        </div>
        <div>
          <dt>${this.t('network.loss')}</dt>
          <dd>${this.t('network.percent', loss)}</dd>
        </div>
        <div title=${this.t('network.mosHint')}>
          <dt>${this.t('network.mos')}</dt>
          <dd>${mos}</dd>
        </div>
      </dl>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-network-quality': SobotNetworkQuality;
  }
}
