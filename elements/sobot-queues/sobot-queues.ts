import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { age } from '../../src/ui/components/relative-time.js';
import { SobotElement } from '../../src/ui/base/sobot-element.js';
import { circleAlert } from '../../src/ui/components/icons.js';
import { countsQuery, queuesQuery } from '../../src/queries/agents.js';
import type { Phone } from '../../src/ui/base/agent-host.js';
import { Poll } from '../../src/queries/polling.js';
import { connected } from '../../src/queries/query-cache.js';
import { retryNotice, waiting } from '../../src/ui/components/error-notice.js';
import { buttons, texts, tokens } from '../../src/ui/styles/index.js';
import { queuesMessages } from './messages.js';
import { levelOf, queuesOf, isWorse, type Level, type Queue } from '../../src/queries/queues.js';

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
    tokens,
    buttons,
    texts,
    waiting,
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
      .ghost {
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

  readonly #connected = this.select(connected);
  readonly #counts = new Poll(
    this,
    countsQuery,
    () => this.phone?.session,
    () => this.interval,
  );
  readonly #groups = new Poll(
    this,
    queuesQuery,
    () => this.phone?.session,
    () => this.interval,
  );
  #queues: readonly Queue[] = [];
  /** What got worse last, in words. */
  #crossed = '';
  /** The level that each queue had when it was looked at last. */
  #levels: ReadonlyMap<string, Level> = new Map();

  #collect(): void {
    const { result } = this.#counts;
    this.#queues = result ? queuesOf(result, this.#groups.result) : [];
    const levels = new Map(this.#queues.map(({ key, count }) => [key, levelOf(count, this.warnAt, this.alertAt)]));
    const rising = this.#queues.filter(({ key }) => isWorse(levels.get(key), this.#levels.get(key)));
    if (rising.length > 0) this.#crossed = rising.map((each) => this.#said(each, levels.get(each.key))).join('. ');
    this.#levels = levels;
    const all = [...levels.values()];
    const alert = all.includes('alert');
    this.setStates({ alert, warn: !alert && all.includes('warn') });
  }

  #said({ name, count }: Queue, level: Level | undefined): string {
    return level ? this.t('queues.crossed', name, count ?? 0, this.t(`queues.${level}`)) : '';
  }

  #drawQueue({ key, name, count, ready }: Queue): TemplateResult {
    const level = this.#levels.get(key);
    const number = (value: number | null): TemplateResult | number =>
      value ?? html`<span aria-hidden="true">–</span><span class="sr">${this.t('queues.unknown')}</span>`;
    return html`<tr part="queue">
      <th scope="row"><bdi>${name}</bdi></th>
      <td part="waiting">
        ${
          level
            ? html`<span class=${level}
                >${circleAlert}<span class="level" part="level">${this.t(`queues.${level}`)}</span> ${count}</span
              >`
            : number(count)
        }
      </td>
      <td part="ready">${number(ready)}</td>
    </tr>`;
  }

  #drawTable(): TemplateResult {
    return html`<table part="table" aria-label=${this.t('queues.title')}>
      <thead>
        <tr>
          <th scope="col">${this.t('queues.group')}</th>
          <th scope="col">${this.t('queues.waiting')}</th>
          <th scope="col">${this.t('queues.ready')}</th>
        </tr>
      </thead>
      <tbody>
        ${this.#queues.map((each) => this.#drawQueue(each))}
      </tbody>
    </table>`;
  }

  protected override draw(_phone: Phone): TemplateResult | typeof nothing {
    const { result, at } = this.#counts;
    if (!this.#connected.value && !result) return nothing;
    this.#collect();
    const error = this.#counts.error ?? this.#groups.error;
    const retry = (): void => [this.#counts, this.#groups].forEach((each) => each.error && each.ask());
    return html`<div class="stack">
      ${
        this.#queues.length > 0
          ? this.#drawTable()
          : result
            ? html`<p class="hint">${this.t('queues.none')}</p>`
            : error
              ? nothing
              : html`<div class="ghost"></div>`
      }
      ${age(this.t, this.language, at, !!error)}
      <span class="sr" role="status">${result || error ? this.#crossed : this.t('queues.loading')}</span>
      ${retryNotice(this.t, error, retry)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-queues': SobotQueues;
  }
}
