import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { disabledReason } from '../../src/state/index.js';
import {
  actionButton,
  confirmDialog,
  confirmDialogStyles,
  radioGroup,
  radioGroupStyles,
} from '../../src/ui/components/index.js';
import { clockTime } from '../../src/ui/directives/index.js';
import { SobotElement } from '../../src/ui/base/index.js';
import { phoneIncoming, phoneMissed, phoneOutgoing } from '../../src/ui/icons/index.js';
import { buttonStyles, fieldStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';
import { callLogMessages } from './messages.js';
import { toCsv, downloadCsv } from './csv.js';
import { type CallHistory, callHistoryOf, type CallRecord, isMissed, withinLimits } from '../../src/history/index.js';
import { callLogStyles } from './styles.js';
import { formatDateTime, formatTimestamp } from './time.js';

const DEFAULT_MAX_AGE_SECONDS = 2_592_000;
const DEFAULT_MAX_ENTRIES = 500;
const PAGE_SIZE = 30;

const positiveOr = (value: number, fallback: number): number => (value > 0 ? value : fallback);

/**
 * The log is of the agent whom the phone is configured for, and shown to no other. It records from when the element is
 * first there. Without `persist` it lives as long as the page. It keeps numbers, names, times, notes and voice quality:
 * no business data, and no token.
 *
 * @summary The agent's calls on this machine, the missed ones with a call back.
 * @element sobot-call-log
 * @csspart filter - The choice of all or the missed calls.
 * @csspart option - Each choice.
 * @csspart search - The search field.
 * @csspart calls - The list.
 * @csspart call - One call.
 * @csspart who - Whom it was with.
 * @csspart line - Number, time, and length or result.
 * @csspart result - How long it was, or why it wasn't answered.
 * @csspart details - What else is known of it, to be opened.
 * @csspart button - Every button.
 * @csspart dial - The button Call back or Redial.
 * @csspart more - The button that shows older calls.
 * @csspart export - The button Export CSV.
 * @csspart clear - The button Clear.
 * @csspart dialog - The question before the log is cleared.
 * @csspart confirm - The button that clears it.
 * @csspart cancel - The button that doesn't.
 * @csspart status - That there is no call, or that the browser keeps none.
 * @csspart error - What went wrong.
 * @csspart notice - A notice, such as an error or a missing agent.
 * @csspart icon - Every icon.
 * @cssState missed - Missed calls wait for a call back.
 * @cssState refused - The browser doesn't let the log be kept.
 */
export class SobotCallLog extends SobotElement<typeof callLogMessages> {
  static override readonly tag = 'sobot-call-log';
  static override readonly messages = callLogMessages;
  static override readonly styles = [
    tokenStyles,
    buttonStyles,
    fieldStyles,
    textStyles,
    radioGroupStyles,
    confirmDialogStyles,
    callLogStyles,
  ];

  readonly #phase = this.select(({ phase }) => phase);
  readonly #runningCallId = this.select(({ call }) => call?.id ?? null);
  readonly #disabledReason = this.select((all) => disabledReason(all, 'makeCall'));
  #history: CallHistory | null = null;
  #unsubscribeLog: (() => void) | undefined;
  #wasCleared = false;

  /** Keeps the calls in this browser (IndexedDB), over reloads and until `max-age`. */
  @property({ type: Boolean }) persist = false;
  /** Seconds after which a call is forgotten. */
  @property({ type: Number, attribute: 'max-age' }) maxAge: number = DEFAULT_MAX_AGE_SECONDS;
  /** How many calls are kept. */
  @property({ type: Number, attribute: 'max-entries' }) maxEntries: number = DEFAULT_MAX_ENTRIES;

  @state() private filter: 'all' | 'missed' = 'all';
  @state() private search = '';
  @state() private visiblePages = 1;
  /** The call that was dialled from last: what goes wrong is told there. */
  @state() private dialled = '';

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  /** How many missed calls wait for a call back. */
  get missed(): number {
    return this.#records.filter((record) => this.#history?.unreturned.has(record)).length;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#followLog(null);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const previousLog = this.#history;
    this.#followLog(this.isConnected && this.agentHost ? callHistoryOf(this.agentHost) : null);
    const isNew =
      this.#history !== previousLog || ['persist', 'maxAge', 'maxEntries'].some((name) => changed.has(name));
    if (isNew && this.persist) this.#history?.persist(this.#limits);
    this.setStates({ missed: this.missed > 0, refused: this.#history?.isStorageRefused ?? false });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#wasCleared) this.renderRoot.querySelector<HTMLElement>('.empty')?.focus();
    this.#wasCleared = false;
  }

  #followLog(history: CallHistory | null): void {
    if (history === this.#history) return;
    this.#unsubscribeLog?.();
    this.#history = history;
    this.#unsubscribeLog = history?.subscribe(() => this.requestUpdate());
  }

  get #limits(): { maxAge: number; maxEntries: number } {
    return {
      maxAge: positiveOr(this.maxAge, DEFAULT_MAX_AGE_SECONDS) * 1000,
      maxEntries: positiveOr(this.maxEntries, DEFAULT_MAX_ENTRIES),
    };
  }

  /** The running call is shown elsewhere. */
  get #records(): readonly CallRecord[] {
    const entries = withinLimits(this.#history?.entries ?? [], this.#limits);
    return entries.filter(({ id }) => id !== this.#runningCallId.value);
  }

  #matches(record: CallRecord): boolean {
    if (this.filter === 'missed' && !isMissed(record)) return false;
    const { number, name, notes, disposition } = record;
    const term = this.search.trim().toLocaleLowerCase();
    return [number, name, notes, disposition].some((text) => text?.toLocaleLowerCase().includes(term));
  }

  async #dial({ id, number }: CallRecord): Promise<void> {
    this.failure = null;
    this.dialled = id;
    await this.run('makeCall', { otherDN: number });
  }

  readonly #handleClear = (): void => {
    this.#wasCleared = true;
    this.#history?.clear();
  };

  #partyText({ name, number }: CallRecord): string {
    return this.maskText(name ?? '') || this.maskNumber(number) || this.t('call.noNumber');
  }

  #resultText(record: CallRecord): string {
    const { number, connectedAt, endedAt } = record;
    if (connectedAt !== null) return endedAt === null ? '' : clockTime(endedAt - connectedAt);
    if (!isMissed(record)) return this.t('log.unanswered');
    return this.t(number === '' || this.#history?.unreturned.has(record) ? 'log.isMissed' : 'log.returned');
  }

  #export(entries: readonly CallRecord[]): void {
    const rows = entries.map((record) => {
      const { connectedAt, endedAt, quality } = record;
      return [
        formatTimestamp(record.startedAt),
        this.t(`call.${record.type}`),
        connectedAt === null ? this.#resultText(record) : this.t('log.answered'),
        this.maskNumber(record.number),
        this.maskText(record.name ?? ''),
        formatTimestamp(connectedAt),
        formatTimestamp(endedAt),
        connectedAt === null || endedAt === null ? '' : String(Math.round((endedAt - connectedAt) / 1000)),
        this.maskText(record.disposition),
        this.maskText(record.notes),
        quality ? quality.mos.toFixed(2) : '',
        quality ? quality.lowest.toFixed(2) : '',
      ];
    });
    const columns = this.t('log.columns').split('|');
    downloadCsv(this.ownerDocument, `calls-${formatTimestamp(Date.now()).slice(0, 10)}.csv`, toCsv([columns, ...rows]));
  }

  #renderDetails({ startedAt, connectedAt, endedAt, disposition, notes, quality }: CallRecord): unknown {
    const answeredAt = connectedAt ?? endedAt;
    const mos = quality && this.t('log.mos', quality.mos.toFixed(1), quality.lowest.toFixed(1));
    const details = [
      [this.t('log.disposition'), disposition],
      [this.t('log.notes'), notes],
      [this.t('log.rang'), answeredAt === null ? '' : clockTime(answeredAt - startedAt)],
      [this.t('log.quality'), mos],
    ].filter(([, value]) => value);
    if (!disposition && !notes && !mos) return nothing;
    return html`<details class="below" part="details">
      <summary>${this.t('log.details')}</summary>
      <dl class="facts">
        ${details.map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd><bdi>${this.maskText(value ?? '')}</bdi></dd>`,
        )}
      </dl>
    </details>`;
  }

  #renderDial(record: CallRecord): TemplateResult | typeof nothing {
    if (record.number === '') return nothing;
    const reason = this.#disabledReason.value;
    return actionButton({
      label: this.t(isMissed(record) ? 'log.callBack' : 'log.redial'),
      part: 'dial',
      variant: 'plain',
      hint: this.#partyText(record),
      busy: reason === 'pending',
      reason: reason && reason !== 'pending' ? this.disabledReasonText(reason) : null,
      onClick: () => void this.#dial(record),
    });
  }

  #renderCall(record: CallRecord): TemplateResult {
    const { name, number, startedAt, outgoing, type } = record;
    const missed = isMissed(record);
    const result = this.#resultText(record);
    const icon = missed ? phoneMissed : outgoing ? phoneOutgoing : phoneIncoming;
    return html`<li class="call ${this.#history?.unreturned.has(record) ? 'missed' : ''}" part="call">
      ${icon}
      <div>
        <p class="who" part="who"><bdi>${this.#partyText(record)}</bdi></p>
        <p class="line" part="line">
          ${name && number ? html`<bdi>${this.maskNumber(number)}</bdi> · ` : nothing}${
            missed ? nothing : html`${this.t(`call.${type}`)} · `
          }<time datetime=${new Date(startedAt).toISOString()}>${formatDateTime(startedAt, this.language)}</time>${
            result ? html` · <span class="result" part="result">${result}</span>` : nothing
          }
        </p>
      </div>
      ${this.#renderDial(record)}
      ${this.dialled === record.id ? html`<div class="below">${this.renderFailure('makeCall')}</div>` : nothing}
      ${this.#renderDetails(record)}
    </li>`;
  }

  #renderTools(): TemplateResult {
    return html`<div class="tools">
      ${radioGroup({
        legend: this.t('log.show'),
        name: 'filter',
        options: [
          { value: 'all', label: this.t('log.all') },
          { value: 'missed', label: this.t('log.missed', this.missed) },
        ],
        value: this.filter,
        onChange: (filter) => (this.filter = filter),
      })}
      <input
        type="search"
        part="search"
        aria-label=${this.t('log.search')}
        placeholder=${this.t('log.search')}
        .value=${this.search}
        @input=${({ currentTarget }: Event & { currentTarget: HTMLInputElement }) =>
          (this.search = currentTarget.value)}
      />
    </div>`;
  }

  #renderList(all: readonly CallRecord[]): TemplateResult {
    const matches = all.filter((record) => this.#matches(record));
    const visible = matches.slice(0, this.visiblePages * PAGE_SIZE);
    return html`${this.#renderTools()}
      <ul part="calls" aria-label=${this.t('log.title')}>
        ${repeat(
          visible,
          ({ id }) => id,
          (record) => this.#renderCall(record),
        )}
      </ul>
      <p class="hint" part="status" role="status">${matches.length === 0 ? this.t('log.noneFound') : nothing}</p>
      ${
        matches.length > visible.length
          ? actionButton({
              label: this.t('log.more'),
              part: 'more',
              variant: 'quiet',
              onClick: () => (this.visiblePages += 1),
            })
          : nothing
      }
      <div class="ends">
        ${actionButton({
          label: this.t('log.export'),
          part: 'export',
          variant: 'plain',
          onClick: () => this.#export(matches),
        })}
        ${actionButton({
          label: this.t('log.clear'),
          part: 'clear',
          variant: 'plain',
          onClick: () => this.dialog?.showModal(),
        })}
      </div>
      ${confirmDialog({
        title: this.t('log.clearTitle'),
        text: this.t('log.clearText', all.length),
        confirmLabel: this.t('log.clear'),
        cancelLabel: this.t('base.cancel'),
        onConfirm: this.#handleClear,
      })}`;
  }

  protected override renderConnected(): TemplateResult | typeof nothing {
    const entries = this.#records;
    const history = this.#history;
    const isKnown = history ? !history.isLoading || entries.length > 0 : this.#phase.value === 'ready';
    if (!isKnown) return nothing;
    const hint = history?.isStorageRefused
      ? html`<p class="hint" part="status" role="status">${this.t('log.notKept')}</p>`
      : nothing;
    return html`<div class="stack">
      ${
        entries.length > 0
          ? this.#renderList(entries)
          : html`<p class="hint empty" part="status" tabindex="-1">${this.t('log.none')}</p>`
      }
      ${hint}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-call-log': SobotCallLog;
  }
}
