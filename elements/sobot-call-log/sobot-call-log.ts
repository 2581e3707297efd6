import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { disabledReason } from '../../src/state/index.js';
import { actionButton } from '../../src/ui/components/button.js';
import { clockTime } from '../../src/ui/directives/elapsed.js';
import { SobotElement } from '../../src/ui/base/sobot-element.js';
import { phoneIncoming, phoneMissed, phoneOutgoing } from '../../src/ui/components/icons.js';
import type { Phone } from '../../src/ui/base/agent-host.js';
import { question, questions } from '../../src/ui/components/confirm-dialog.js';
import { radioGroup, radioGroups } from '../../src/ui/components/radio-group.js';
import { buttons, fields, texts, tokens } from '../../src/ui/styles/index.js';
import { callLogMessages } from './messages.js';
import { csv, download } from './csv.js';
import { isMissed, type CallLogEntry } from '../../src/history/call-record.js';
import { logAt, within, type CallLog } from '../../src/history/call-history.js';
import { callLogStyles } from './styles.js';
import { dateTime, stamp } from './time.js';

const MONTH = 2_592_000;
const MOST = 500;
const PAGE = 30;

const positive = (value: number, otherwise: number): number => (value > 0 ? value : otherwise);

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
  static override readonly styles = [tokens, buttons, fields, texts, radioGroups, questions, callLogStyles];

  readonly #phase = this.select(({ phase }) => phase);
  readonly #running = this.select(({ call }) => call?.id ?? null);
  readonly #disabledReason = this.select((all) => disabledReason(all, 'makeCall'));
  #log: CallLog | null = null;
  #unwatch: (() => void) | undefined;
  #wasCleared = false;

  /** Keeps the calls in this browser (IndexedDB), over reloads and until `max-age`. */
  @property({ type: Boolean }) persist = false;
  /** Seconds after which a call is forgotten. */
  @property({ type: Number, attribute: 'max-age' }) maxAge: number = MONTH;
  /** How many calls are kept. */
  @property({ type: Number, attribute: 'max-entries' }) maxEntries: number = MOST;

  @state() private filter: 'all' | 'missed' = 'all';
  @state() private search = '';
  @state() private pages = 1;
  /** The call that was dialled from last: what goes wrong is told there. */
  @state() private dialled = '';

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  /** How many missed calls wait for a call back. */
  get missed(): number {
    return this.#entries.filter((entry) => this.#log?.waiting.has(entry)).length;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follow(null);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const before = this.#log;
    this.#follow(this.isConnected && this.phone ? logAt(this.phone) : null);
    const isNew = this.#log !== before || ['persist', 'maxAge', 'maxEntries'].some((name) => changed.has(name));
    if (isNew && this.persist) this.#log?.keep(this.#limits);
    this.setStates({ missed: this.missed > 0, refused: this.#log?.refused ?? false });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#wasCleared) this.renderRoot.querySelector<HTMLElement>('.empty')?.focus();
    this.#wasCleared = false;
  }

  #follow(log: CallLog | null): void {
    if (log === this.#log) return;
    this.#unwatch?.();
    this.#log = log;
    this.#unwatch = log?.watch(() => this.requestUpdate());
  }

  get #limits(): { maxAge: number; maxEntries: number } {
    return { maxAge: positive(this.maxAge, MONTH) * 1000, maxEntries: positive(this.maxEntries, MOST) };
  }

  /** The running call is shown elsewhere. */
  get #entries(): readonly CallLogEntry[] {
    const entries = within(this.#log?.entries ?? [], this.#limits);
    return entries.filter(({ id }) => id !== this.#running.value);
  }

  #matches(entry: CallLogEntry): boolean {
    if (this.filter === 'missed' && !isMissed(entry)) return false;
    const { number, name, notes, disposition } = entry;
    const words = this.search.trim().toLocaleLowerCase();
    return [number, name, notes, disposition].some((text) => text?.toLocaleLowerCase().includes(words));
  }

  async #dial({ id, number }: CallLogEntry): Promise<void> {
    this.failure = null;
    this.dialled = id;
    await this.run('makeCall', { otherDN: number });
  }

  readonly #clear = (): void => {
    this.#wasCleared = true;
    this.#log?.clear();
  };

  #who({ name, number }: CallLogEntry): string {
    return this.told(name ?? '') || this.shown(number) || this.t('call.noNumber');
  }

  #result(entry: CallLogEntry): string {
    const { number, connectedAt, endedAt } = entry;
    if (connectedAt !== null) return endedAt === null ? '' : clockTime(endedAt - connectedAt);
    if (!isMissed(entry)) return this.t('log.unanswered');
    return this.t(number === '' || this.#log?.waiting.has(entry) ? 'log.isMissed' : 'log.returned');
  }

  #export(entries: readonly CallLogEntry[]): void {
    const rows = entries.map((entry) => {
      const { connectedAt, endedAt, quality } = entry;
      return [
        stamp(entry.startedAt),
        this.t(`call.${entry.type}`),
        connectedAt === null ? this.#result(entry) : this.t('log.answered'),
        this.shown(entry.number),
        this.told(entry.name ?? ''),
        stamp(connectedAt),
        stamp(endedAt),
        connectedAt === null || endedAt === null ? '' : String(Math.round((endedAt - connectedAt) / 1000)),
        this.told(entry.disposition),
        this.told(entry.notes),
        quality ? quality.mos.toFixed(2) : '',
        quality ? quality.lowest.toFixed(2) : '',
      ];
    });
    const columns = this.t('log.columns').split('|');
    download(this.ownerDocument, `calls-${stamp(Date.now()).slice(0, 10)}.csv`, csv([columns, ...rows]));
  }

  #drawDetails({ startedAt, connectedAt, endedAt, disposition, notes, quality }: CallLogEntry): unknown {
    const answeredAt = connectedAt ?? endedAt;
    const mos = quality && this.t('log.mos', quality.mos.toFixed(1), quality.lowest.toFixed(1));
    const facts = [
      [this.t('log.disposition'), disposition],
      [this.t('log.notes'), notes],
      [this.t('log.rang'), answeredAt === null ? '' : clockTime(answeredAt - startedAt)],
      [this.t('log.quality'), mos],
    ].filter(([, value]) => value);
    if (!disposition && !notes && !mos) return nothing;
    return html`<details class="below" part="details">
      <summary>${this.t('log.details')}</summary>
      <dl class="facts">
        ${facts.map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd><bdi>${this.told(value ?? '')}</bdi></dd>`,
        )}
      </dl>
    </details>`;
  }

  #drawDial(entry: CallLogEntry): TemplateResult | typeof nothing {
    if (entry.number === '') return nothing;
    const why = this.#disabledReason.value;
    return actionButton({
      label: this.t(isMissed(entry) ? 'log.callBack' : 'log.redial'),
      part: 'dial',
      look: 'plain',
      hint: this.#who(entry),
      busy: why === 'pending',
      reason: why && why !== 'pending' ? this.why(why) : null,
      onClick: () => void this.#dial(entry),
    });
  }

  #drawCall(entry: CallLogEntry): TemplateResult {
    const { name, number, startedAt, outgoing, type } = entry;
    const missed = isMissed(entry);
    const result = this.#result(entry);
    const icon = missed ? phoneMissed : outgoing ? phoneOutgoing : phoneIncoming;
    return html`<li class="call ${this.#log?.waiting.has(entry) ? 'missed' : ''}" part="call">
      ${icon}
      <div>
        <p class="who" part="who"><bdi>${this.#who(entry)}</bdi></p>
        <p class="line" part="line">
          ${name && number ? html`<bdi>${this.shown(number)}</bdi> · ` : nothing}${
            missed ? nothing : html`${this.t(`call.${type}`)} · `
          }<time datetime=${new Date(startedAt).toISOString()}>${dateTime(startedAt, this.language)}</time>${
            result ? html` · <span class="result" part="result">${result}</span>` : nothing
          }
        </p>
      </div>
      ${this.#drawDial(entry)}
      ${this.dialled === entry.id ? html`<div class="below">${this.drawFailure('makeCall')}</div>` : nothing}
      ${this.#drawDetails(entry)}
    </li>`;
  }

  #drawTools(): TemplateResult {
    return html`<div class="tools">
      ${radioGroup({
        legend: this.t('log.show'),
        name: 'filter',
        options: [
          { value: 'all', label: this.t('log.all') },
          { value: 'missed', label: this.t('log.missed', this.missed) },
        ],
        value: this.filter,
        change: (filter) => (this.filter = filter),
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

  #drawList(all: readonly CallLogEntry[]): TemplateResult {
    const found = all.filter((entry) => this.#matches(entry));
    const shown = found.slice(0, this.pages * PAGE);
    return html`${this.#drawTools()}
      <ul part="calls" aria-label=${this.t('log.title')}>
        ${repeat(
          shown,
          ({ id }) => id,
          (entry) => this.#drawCall(entry),
        )}
      </ul>
      <p class="hint" part="status" role="status">${found.length === 0 ? this.t('log.noneFound') : nothing}</p>
      ${
        found.length > shown.length
          ? actionButton({
              label: this.t('log.more'),
              part: 'more',
              look: 'quiet',
              onClick: () => (this.pages += 1),
            })
          : nothing
      }
      <div class="ends">
        ${actionButton({
          label: this.t('log.export'),
          part: 'export',
          look: 'plain',
          onClick: () => this.#export(found),
        })}
        ${actionButton({
          label: this.t('log.clear'),
          part: 'clear',
          look: 'plain',
          onClick: () => this.dialog?.showModal(),
        })}
      </div>
      ${question({
        title: this.t('log.clearTitle'),
        text: this.t('log.clearText', all.length),
        yes: this.t('log.clear'),
        no: this.t('base.cancel'),
        confirm: this.#clear,
      })}`;
  }

  protected override draw(_phone: Phone): TemplateResult | typeof nothing {
    const entries = this.#entries;
    const log = this.#log;
    const isKnown = log ? !log.isReading || entries.length > 0 : this.#phase.value === 'ready';
    if (!isKnown) return nothing;
    const hint = log?.refused
      ? html`<p class="hint" part="status" role="status">${this.t('log.notKept')}</p>`
      : nothing;
    return html`<div class="stack">
      ${
        entries.length > 0
          ? this.#drawList(entries)
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
