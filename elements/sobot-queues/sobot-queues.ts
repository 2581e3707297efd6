import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { errorNotice, relativeTime, skeletonStyles } from '../../src/ui/components/index.js';
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
import { buttonStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';
import { queuesMessages } from './messages.js';

/**
 * A count that reaches a threshold has a word and a sign beside it, and is said once to those who listen.
 *
 * @summary The agent's skill groups: how many customers wait, how many colleagues are ready, and how old that is.
 * @element sobot-queues
 * @csspart table - The table.
 * @csspart queue - The row of each skill group.
 * @csspart waiting - How many customers wait in it.
 * @csspart level - The word beside a count that has reached a threshold.
 * @csspart ready - How many of its members are ready.
 * @csspart age - How old the figures are.
 * @csspart button - Every button.
 * @csspart try-again - The button that asks again after a failure.
 * @csspart error - What went wrong.
 * @csspart notice - A notice, such as an error or a missing agent.
 * @csspart icon - Every icon.
 * @cssState warn - A queue has reached `warn-at`, and none `alert-at`.
 * @cssState alert - A queue has reached `alert-at`.
 */
export class SobotQueues extends SobotElement<typeof queuesMessages> {
  static override readonly tag = 'sobot-queues';
  static override readonly messages = queuesMessages;
  static override readonly styles = [
    tokenStyles,
    buttonStyles,
    textStyles,
    skeletonStyles,
    css`
      .stack {
        gap: 6px;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: 6px 4px;
        font-weight: 400;
        text-align: end;
      }
      th:first-child {
        text-align: start;
        overflow-wrap: anywhere;
      }
      thead th {
        color: var(--_muted);
        font-size: 12px;
      }
      tbody tr {
        border-block-start: 1px solid var(--_line);
      }
      tbody td {
        inline-size: 5.5em;
        font-weight: 600;
      }
      .warn,
      .alert {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        padding: 1px 8px;
        border-radius: 999px;
        background: var(--_warn-soft);
        color: var(--_warn);
        white-space: nowrap;
      }
      .alert {
        background: var(--_stop-soft);
        color: var(--_stop);
      }
      .level {
        font-size: 12px;
      }
      .age,
      .hint {
        color: var(--_muted);
        font-size: 12px;
      }
      .age.old {
        color: var(--_warn);
        font-weight: 600;
      }
      .skeleton {
        block-size: 120px;
      }
    `,
  ];

  /** Seconds between two looks at the platform, while the element is in sight; 0: once only. */
  @property({ type: Number }) interval = 10;
  /** How many waiting customers are many; none: never. */
  @property({ attribute: 'warn-at', type: Number }) warnAt: number | null = null;
  /** How many are too many; none: never. */
  @property({ attribute: 'alert-at', type: Number }) alertAt: number | null = null;

  readonly #isConnected = this.select(isConnected);
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
  #queues: readonly Queue[] = [];
  /** What got worse last, in words. */
  #announcement = '';
  /** The level that each queue had when it was looked at last. */
  #levels: ReadonlyMap<string, QueueLevel> = new Map();

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

  #levelText({ name, count }: Queue, level: QueueLevel | undefined): string {
    return level ? this.t('queues.crossed', name, count ?? 0, this.t(`queues.${level}`)) : '';
  }

  #renderQueue({ key, name, count, ready }: Queue): TemplateResult {
    const level = this.#levels.get(key);
    const renderCount = (value: number | null): TemplateResult | number =>
      value ?? html`<span aria-hidden="true">–</span><span class="sr">${this.t('queues.unknown')}</span>`;
    return html`<tr part="queue">
      <th scope="row"><bdi>${name}</bdi></th>
      <td part="waiting">
        ${
          level
            ? html`<span class=${level}
                >${circleAlert}<span class="level" part="level">${this.t(`queues.${level}`)}</span> ${count}</span
              >`
            : renderCount(count)
        }
      </td>
      <td part="ready">${renderCount(ready)}</td>
    </tr>`;
  }

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

  protected override renderConnected(): TemplateResult | typeof nothing {
    const { result, updatedAt: at } = this.#counts;
    if (!this.#isConnected.value && !result) return nothing;
    this.#updateQueues();
    const error = this.#counts.error ?? this.#queueList.error;
    const retry = (): void => [this.#counts, this.#queueList].forEach((each) => each.error && each.refetch());
    return html`<div class="stack">
      ${
        this.#queues.length > 0
          ? this.#renderTable()
          : result
            ? html`<p class="hint">${this.t('queues.none')}</p>`
            : error
              ? nothing
              : html`<div class="skeleton"></div>`
      }
      ${relativeTime(this.t, this.language, at, !!error)}
      <span class="sr" role="status">${result || error ? this.#announcement : this.t('queues.loading')}</span>
      ${errorNotice(this.t, error, retry)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-queues': SobotQueues;
  }
}
