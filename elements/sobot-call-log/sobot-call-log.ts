/**
 * The element `<sobot-call-log>`: filter, search, list and export of the call history. The history
 * itself, with recording and storage, is in `src/history`, because recording goes on
 * when the element is removed.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { type CallHistory, callHistoryOf, type CallRecord, isMissed, withinLimits } from '../../src/history/index.js';
import { SobotElement } from '../../src/ui/base/index.js';
import { actionButton, confirmDialog, radioGroup } from '../../src/ui/components/index.js';
import { everySecond } from '../../src/ui/directives/index.js';
import { partyText, renderCallList, today, type CallRecordContext, type CallRecordControls } from './call-records.js';
import { downloadCalls } from './csv.js';
import { callLogMessages } from './messages.js';
import { callLogStyles } from './styles.js';

/** Thirty days. */
const DEFAULT_MAX_AGE_SECONDS = 2_592_000;
const DEFAULT_MAX_ENTRIES = 500;
/** Calls that are shown at first, and added by each Show more. */
const PAGE_SIZE = 30;

/** A missing or invalid limit counts as the default. */
const positiveOr = (value: number, fallback: number): number => (value > 0 ? value : fallback);

/**
 * The log belongs to the agent that `<sobot-agent>` is configured for, and no other agent sees it. It records calls from
 * the moment when the element is first connected. Without `persist` it ends with the page. It keeps numbers, names,
 * times, notes and voice quality, but neither business data nor a token.
 *
 * @summary The agent's calls on this machine, with a button to call back or redial.
 * @element sobot-call-log
 * @csspart filter - The choice between all calls and missed calls.
 * @csspart option - Each choice.
 * @csspart search - The search field.
 * @csspart calls - The list.
 * @csspart call - One call.
 * @csspart who - The name or the number of the other side.
 * @csspart line - Number, time, and length or result.
 * @csspart result - The length of the call, or why it was not answered.
 * @csspart details - Further details of a call, closed at first.
 * @csspart button - Every button.
 * @csspart dial - The button Call back or Redial.
 * @csspart more - The button that shows older calls.
 * @csspart export - The button Export CSV.
 * @csspart clear - The button Clear.
 * @csspart dialog - The dialog that asks before the log is cleared.
 * @csspart confirm - The button that clears the log.
 * @csspart cancel - The button that closes the dialog.
 * @csspart status - The message that there is no call, or that the browser can't store calls.
 * @csspart error - The error of the last call from this list.
 * @csspart notice - A notice, such as an error or a missing agent.
 * @csspart icon - Every icon.
 * @cssState missed - Missed calls wait for a call back.
 * @cssState refused - The browser does not store the log.
 */
export class SobotCallLog extends SobotElement<typeof callLogMessages> {
  static override readonly tag = 'sobot-call-log';
  static override readonly messages = callLogMessages;
  static override readonly styles = callLogStyles;

  /**
   * Phase of the start. A preview of a page builder has no history: at `ready` it shows an empty
   * list.
   */
  readonly #phase = this.select(({ phase }) => phase);
  /** The ID of the running call, which is recorded already and not listed yet. Null without one. */
  readonly #runningCallId = this.select(({ call }) => call?.id ?? null);
  readonly #makeCall = this.command('makeCall');
  /** The calls of the agent. Null without an agent element, or without a configured agent. */
  #history: CallHistory | null = null;
  #unsubscribeHistory: (() => void) | undefined;
  #unsubscribeClock: (() => void) | undefined;
  /** The day of the last render: calls of other days show their date. */
  #day = today();
  /** Whether the focus has to move, because the button that cleared the log is gone. */
  #wasCleared = false;

  /** Stores the calls in this browser (IndexedDB). They survive reloads until `max-age`. */
  @property({ type: Boolean }) persist = false;
  /** Age after which a call is deleted, in seconds. */
  @property({ type: Number, attribute: 'max-age' }) maxAge: number = DEFAULT_MAX_AGE_SECONDS;
  /** Number of calls that are kept. */
  @property({ type: Number, attribute: 'max-entries' }) maxEntries: number = DEFAULT_MAX_ENTRIES;

  @state() private filter: 'all' | 'missed' = 'all';
  /** The text of the search field, as it was typed. */
  @state() private search = '';
  @state() private visiblePages = 1;
  /** The ID of the record that was dialled last: its row shows the error. Empty before that. */
  @state() private dialedCallId = '';

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  /** Number of missed calls that wait for a call back. */
  get missed(): number {
    return this.#records.filter((record) => this.#isUnreturned(record)).length;
  }

  /** A timer until midnight would be late after the computer slept. */
  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribeClock = everySecond(() => {
      if (this.#day === today()) return;
      this.#day = today();
      this.requestUpdate();
    });
  }

  /** A removed element must not stay referenced by the history, which lasts as long as the page. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribeClock?.();
    this.#followHistory(null);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const previousHistory = this.#history;
    this.#followHistory(this.isConnected && this.agentHost ? callHistoryOf(this.agentHost) : null);
    // Limits that the page changes apply to stored calls at once. Without `persist` they only limit
    // the list.
    const isNew =
      this.#history !== previousHistory || ['persist', 'maxAge', 'maxEntries'].some((name) => changed.has(name));
    if (isNew && this.persist) {
      const { session } = this.agentHost ?? {};
      this.#history?.persist(this.#limits, (message) => session?.warn('call-log', message));
    }
    this.setStates({ missed: this.missed > 0, refused: this.#history?.isStorageRefused ?? false });
  }

  /**
   * Moves the focus to the empty text after Clear: its button is gone, and the focus would fall
   * back to the page.
   */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#wasCleared) this.renderRoot.querySelector<HTMLElement>('.empty')?.focus();
    this.#wasCleared = false;
  }

  /** Subscribes to another history, or to none. */
  #followHistory(history: CallHistory | null): void {
    if (history === this.#history) return;
    this.#unsubscribeHistory?.();
    this.#history = history;
    this.#unsubscribeHistory = history?.subscribe(() => this.requestUpdate());
  }

  /** The limits for the history, with the age in milliseconds. */
  get #limits(): { maxAge: number; maxEntries: number } {
    return {
      maxAge: positiveOr(this.maxAge, DEFAULT_MAX_AGE_SECONDS) * 1000,
      maxEntries: positiveOr(this.maxEntries, DEFAULT_MAX_ENTRIES),
    };
  }

  /** The records within the limits, without the running call, which other elements show. */
  get #records(): readonly CallRecord[] {
    const entries = withinLimits(this.#history?.entries ?? [], this.#limits);
    return entries.filter(({ id }) => id !== this.#runningCallId.value);
  }

  /** Whether a record passes filter and search. The search ignores case. */
  #matches(record: CallRecord): boolean {
    if (this.filter === 'missed' && !isMissed(record)) return false;
    const { number, name, notes, disposition } = record;
    const term = this.search.trim().toLocaleLowerCase();
    return [number, name, notes, disposition].some((text) => text?.toLocaleLowerCase().includes(term));
  }

  /**
   * The context of the row templates. It is created at each render, because language and masking
   * may change.
   */
  get #context(): CallRecordContext {
    return {
      t: this.t,
      language: this.language,
      maskNumber: (number) => this.maskNumber(number),
      maskText: this.maskText,
      isUnreturned: (record) => this.#isUnreturned(record),
    };
  }

  /** Whether a missed call waits for a call back: no later call has reached or tried its number. */
  #isUnreturned(record: CallRecord): boolean {
    return this.#history?.unreturned.has(record) ?? false;
  }

  /**
   * Calls the number of a record. The ID is kept first, so that an error appears in the row of its
   * button.
   */
  async #dial({ id, number }: CallRecord): Promise<void> {
    this.failure = null;
    this.dialedCallId = id;
    await this.#makeCall.run({ otherDN: number });
  }

  /** Clears the log once the agent has confirmed it. */
  readonly #handleClear = (): void => {
    this.#wasCleared = true;
    this.#history?.clear();
  };

  /**
   * Renders Call back or Redial. Rows have equal buttons: the description says which party a press
   * calls.
   */
  #renderDial(record: CallRecord, context: CallRecordContext): TemplateResult | typeof nothing {
    if (record.number === '') return nothing;
    return actionButton({
      command: this.#makeCall,
      label: this.t(isMissed(record) ? 'log.callBack' : 'log.redial'),
      part: 'dial',
      variant: 'plain',
      hint: partyText(record, context),
      onClick: () => void this.#dial(record),
    });
  }

  /**
   * Renders button and error of a row. The live region is only in the dialled row, or every row
   * would announce.
   */
  #renderControls(record: CallRecord, context: CallRecordContext): CallRecordControls {
    const isDialed = this.dialedCallId === record.id;
    return {
      dialButton: this.#renderDial(record, context),
      failure: isDialed ? html`<div class="below">${this.renderFailure('makeCall')}</div>` : nothing,
    };
  }

  /**
   * Renders filter and search. They stay while nothing matches, so that the agent can undo them.
   */
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

  /**
   * Renders tools, list, Show more, export and Clear. Export has all matches, not only the visible
   * ones. Clear deletes everything, so its dialog names the number of all calls.
   */
  #renderList(all: readonly CallRecord[]): TemplateResult {
    const matches = all.filter((record) => this.#matches(record));
    const visible = matches.slice(0, this.visiblePages * PAGE_SIZE);
    const context = this.#context;
    return html`${this.#renderTools()}
      ${renderCallList(visible, context, (record) => this.#renderControls(record, context))}
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
          onClick: () => downloadCalls(this.ownerDocument, matches, { ...context, maskText: this.maskWholeText }),
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

  /** Renders nothing until the calls are known, then the list, or the text that there is none. */
  protected override renderConnected(): TemplateResult | typeof nothing {
    const entries = this.#records;
    const history = this.#history;
    // Before the stored calls are loaded, "No calls yet" might be wrong.
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
