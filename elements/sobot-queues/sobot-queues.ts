/**
 * The element `<sobot-queues>`: the table, its announcements and its states. The queries, and the
 * level of a queue, are in `src/queries/queues.ts`.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { errorNotice, relativeTime } from '../../src/ui/components/index.js';
import { SobotElement } from '../../src/ui/base/index.js';
import { circleAlert } from '../../src/ui/icons/index.js';
import {
  isConnected,
  isWorse,
  PolledQuery,
  type Queue,
  queueCountsQuery,
  queueLevel,
  type QueueLevel,
  queuesQuery,
  toQueues,
} from '../../src/queries/index.js';
import { queuesMessages } from './messages.js';
import { queuesStyles } from './styles.js';

/**
 * A count that reaches a threshold gets a word and an icon besides its colour, and is announced once. A count that falls
 * is not announced.
 *
 * @summary The agent's skill groups: how many customers wait, how many colleagues are ready, and how old that is.
 * @element sobot-queues
 * @csspart table - The table.
 * @csspart queue - The row of each skill group.
 * @csspart waiting - The cell with the number of waiting customers.
 * @csspart level - The word beside a count that has reached a threshold.
 * @csspart ready - The cell with the number of ready members.
 * @csspart age - The age of the figures.
 * @csspart button - Every button.
 * @csspart try-again - The button that fetches again after an error.
 * @csspart error - The error of a query.
 * @csspart notice - The text of an error, or of a missing agent element.
 * @csspart icon - Every icon.
 * @cssState warn - A queue has reached `warn-at`, and none `alert-at`.
 * @cssState alert - A queue has reached `alert-at`.
 */
export class SobotQueues extends SobotElement<typeof queuesMessages> {
  static override readonly tag = 'sobot-queues';
  static override readonly messages = queuesMessages;
  static override readonly styles = queuesStyles;

  /** Seconds between two requests while the element is visible; 0 fetches once. */
  @property({ type: Number }) interval = 10;
  /** The number of waiting customers from which a queue is "High"; null never. */
  @property({ attribute: 'warn-at', type: Number }) warnAt: number | null = null;
  /** The number of waiting customers from which a queue is "Critical"; null never. */
  @property({ attribute: 'alert-at', type: Number }) alertAt: number | null = null;

  readonly #isConnected = this.select(isConnected);
  // Two queries: one has the waiting customers, the other the ready members.
  readonly #counts = new PolledQuery(
    this,
    queueCountsQuery,
    () => this.agentHost?.session,
    () => this.interval,
  );
  readonly #queueList = new PolledQuery(
    this,
    queuesQuery,
    () => this.agentHost?.session,
    () => this.interval,
  );
  /** The queues of the last render; empty before the first result. */
  #queues: readonly Queue[] = [];
  /** The text of the live region: the queues that got worse last. */
  #announcement = '';
  /** The level of each queue at the last render, by the key of the queue. */
  #levels: ReadonlyMap<string, QueueLevel> = new Map();

  /**
   * Computes queues and levels from the results, and what has to be announced since the last
   * render.
   */
  #updateQueues(): void {
    const { result } = this.#counts;
    this.#queues = result ? toQueues(result, this.#queueList.result) : [];
    const levels = new Map(this.#queues.map(({ key, count }) => [key, queueLevel(count, this.warnAt, this.alertAt)]));
    const rising = this.#queues.filter(({ key }) => isWorse(levels.get(key), this.#levels.get(key)));
    if (rising.length > 0)
      this.#announcement = rising.map((each) => this.#levelText(each, levels.get(each.key))).join('. ');
    this.#levels = levels;
    const all = [...levels.values()];
    const alert = all.includes('alert');
    this.setStates({ alert, warn: !alert && all.includes('warn') });
  }

  /** Returns the sentence about a queue that has reached a threshold; empty below both. */
  #levelText({ name, count }: Queue, level: QueueLevel | undefined): string {
    return level ? this.t('queues.crossed', this.maskText(name), count ?? 0, this.t(`queues.${level}`)) : '';
  }

  /**
   * Sends the failed query again, or both. The error of either one is shown, so the button is for
   * both.
   */
  readonly #handleRetry = (): void => {
    for (const query of [this.#counts, this.#queueList]) if (query.error) query.refetch();
  };

  /**
   * Renders a figure. One that the platform does not send is a dash, and the word "Unknown" to a
   * screen reader, which would skip a dash. Zero would be a wrong figure.
   */
  #renderCount(value: number | null): TemplateResult | number {
    return value ?? html`<span aria-hidden="true">–</span><span class="sr">${this.t('queues.unknown')}</span>`;
  }

  /**
   * Renders a row. Its name is its heading, so that a screen reader says it with each cell. `bdi`
   * keeps a name in another script from reordering the figures.
   */
  #renderQueue({ key, name, count, ready }: Queue): TemplateResult {
    const level = this.#levels.get(key);
    const waiting = level
      ? html`<span class=${level}
          >${circleAlert}<span class="level" part="level">${this.t(`queues.${level}`)}</span> ${count}</span
        >`
      : this.#renderCount(count);
    return html`<tr part="queue">
      <th scope="row"><bdi>${this.maskText(name)}</bdi></th>
      <td part="waiting">${waiting}</td>
      <td part="ready">${this.#renderCount(ready)}</td>
    </tr>`;
  }

  /** Renders the table. Its accessible name is "Queues", as a visible heading would take a line. */
  #renderTable(): TemplateResult {
    return html`<table part="table" aria-label=${this.t('queues.title')}>
      <thead>
        <tr>
          <th scope="col">${this.t('queues.group')}</th>
          <th scope="col">${this.t('queues.waiting')}</th>
          <th scope="col">${this.t('queues.ready')}</th>
        </tr>
      </thead>
      <tbody>
        ${this.#queues.map((each) => this.#renderQueue(each))}
      </tbody>
    </table>`;
  }

  /**
   * Renders the table; its place while it is fetched; or the hint that there are no groups. An
   * error stands below it, and the last figures stay.
   */
  #renderQueues(hasError: boolean): TemplateResult | typeof nothing {
    if (this.#queues.length > 0) return this.#renderTable();
    if (this.#counts.result) return html`<p class="hint">${this.t('queues.none')}</p>`;
    return hasError ? nothing : html`<div class="skeleton"></div>`;
  }

  /**
   * Renders nothing before the first connection, and keeps the last figures when it is lost. The
   * live region comes before its first text. It announces thresholds, and never each figure.
   */
  protected override renderConnected(): TemplateResult | typeof nothing {
    const { result, updatedAt } = this.#counts;
    if (!this.#isConnected.value && !result) return nothing;
    this.#updateQueues();
    const error = this.#counts.error ?? this.#queueList.error;
    return html`<div class="stack">
      ${this.#renderQueues(!!error)} ${relativeTime(this.t, this.language, updatedAt, !!error)}
      <span class="sr" role="status">${result || error ? this.#announcement : this.t('queues.loading')}</span>
      ${errorNotice(this.t, error, this.#handleRetry)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-queues': SobotQueues;
  }
}
