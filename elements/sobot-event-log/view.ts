/** The view of one event log: list, filter, details and the section of unknown names. It is loaded on demand. */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { createDiagnostics, Redactor } from '../../src/session/event-log/index.js';
import type { Diagnostics, EventLog, EventLogEntry } from '../../src/session/index.js';
import type { AgentState } from '../../src/state/index.js';
import { actionButton, VirtualList, virtualListStyles } from '../../src/ui/components/index.js';
import { cross } from '../../src/ui/icons/index.js';
import { Localizer, type Translate } from '../../src/ui/i18n/index.js';
import { version } from '../../src/internal/index.js';
import { eventLogViewMessages } from './view-messages.js';
import { unknownMessages } from './aliases.js';
import { DisplayEntries, entryKinds, type EntryKind, type DisplayEntry } from './entries.js';
import { renderUnknownMessages } from './unknown-events.js';
import { eventLogStyles } from './styles.js';

/** The settings of the page that decide how the log is shown. */
export interface LogSettings {
  readonly maskNumbers: boolean;
  /** The page's own message names, and the names that the kit knows for them. */
  readonly aliases: Readonly<Record<string, unknown>>;
}

/** The message about the last copy. */
type CopyNote = 'eventLog.copied' | 'eventLog.notCopied';

/** A sign for each kind of entry; screen readers get a word. */
const kindSymbols: Readonly<Record<EventLogEntry['kind'], string>> = {
  message: '←',
  command: '→',
  answer: '↩',
  phase: '•',
  connection: '•',
  warning: '!',
  error: '!',
};

/** The class of a name, by its colour. */
function nameClass({ isUnknown, hasFailed }: Pick<DisplayEntry, 'isUnknown' | 'hasFailed'>): string {
  if (hasFailed) return 'bad';
  return isUnknown ? 'strange' : '';
}

/** A list that is so near its end counts as scrolled to it: scroll positions are fractions of a pixel. */
const END_TOLERANCE_PX = 8;

/** The view of one log. Another log gets another view, so that filter and selection begin anew. */
export class EventLogView {
  static readonly styles = [virtualListStyles, eventLogStyles];
  /** Looks up a message of the view, whose messages are not those of the element. */
  readonly #t: Translate<typeof eventLogViewMessages>;
  readonly #localizer: Localizer<typeof eventLogViewMessages>;
  readonly #list: VirtualList<DisplayEntry>;
  #settings: LogSettings = { maskNumbers: false, aliases: {} };
  /** The displays of the entries. */
  #entries: DisplayEntries;
  /** The selected kind and the text of the filter, which narrow the list together. */
  #kind: EntryKind = 'all';
  #filter = '';
  /** The entries at the time of the pause; null while the list runs. */
  #pausedEntries: readonly EventLogEntry[] | null = null;
  /** The entry whose details are shown; null without one. It stays when the log drops it. */
  #selected: DisplayEntry | null = null;
  /** The result of the last copy; null before there was one. */
  #copyNote: CopyNote | null = null;
  /** The list is scrolled to its end, so the newest entry stays in view. */
  #isAtEnd = true;
  /** The formatter of the last language: creating one for each row is slow. */
  #clockFormat: { lang: string; format: Intl.DateTimeFormat } | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    readonly journal: EventLog,
  ) {
    this.#localizer = new Localizer(host, eventLogViewMessages);
    this.#t = this.#localizer.translate;
    this.#entries = this.#createEntries();
    this.#list = new VirtualList<DisplayEntry>(host, {
      role: 'listbox',
      part: 'entries',
      key: ({ key }) => key,
      renderRow: (entry) => this.#renderRow(entry),
      text: ({ name }) => name,
      onSelect: (entry) => this.#select(entry),
    });
  }

  /**
   * Changes the settings. Masking changes every text, so the displays of all entries are created
   * again.
   */
  set settings(settings: LogSettings) {
    const { maskNumbers } = this.#settings;
    this.#settings = settings;
    if (maskNumbers !== settings.maskNumbers) this.#entries = this.#createEntries();
  }

  /** Removes the controllers of the view from the element. */
  close(): void {
    for (const controller of [this.#localizer, this.#list]) this.host.removeController(controller);
    this.#localizer.hostDisconnected();
  }

  /** Returns the whole log, redacted, with the state and the settings. */
  diagnostics(state: AgentState, settings: Readonly<Record<string, unknown>>): Diagnostics {
    return createDiagnostics(this.journal, state, { redactor: this.#entries.redactor, settings, kit: version });
  }

  /** Call before a render: remembers whether the list is at its end. */
  measureScroll(): void {
    const scroller = this.#scroller;
    this.#isAtEnd = !scroller || scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - END_TOLERANCE_PX;
  }

  /** Call after a render: scrolls a list that was at its end to the newest entry. */
  restoreScroll(): void {
    const scroller = this.#scroller;
    if (scroller && this.#isAtEnd) scroller.scrollTop = scroller.scrollHeight;
  }

  /** Removes all entries from the log. */
  clear(): void {
    this.#pausedEntries &&= [];
    this.#selected = null;
    this.journal.clear();
  }

  /**
   * Renders the log. Unknown names come from the whole log, also during a pause and with a filter:
   * they concern the page, not the list. The list renders its rows again when the language is
   * loaded.
   * @param download saves the diagnostics file
   */
  render(download: () => void): TemplateResult {
    const { aliases } = this.#settings;
    const all = this.#pausedEntries ?? this.journal.entries;
    const items = this.#entries.filter(all, this.#kind, this.#filter);
    const t = this.#t;
    return html`<section class="stack log" part="log" aria-label=${t('eventLog.title')}>
      ${this.#renderBar(download)}
      ${
        items.length
          ? this.#list.render({
              items,
              label: t('eventLog.title'),
              dependencies: [this.#localizer.lang, t('eventLog.late')],
              ...(this.#selected ? { selected: this.#selected.key } : undefined),
            })
          : html`<p class="count" part="empty">${t(all.length ? 'eventLog.none' : 'eventLog.empty')}</p>`
      }
      ${this.#renderCount(items.length, all.length)} ${this.#renderDetails()}
      ${renderUnknownMessages(t, unknownMessages(this.journal.entries, aliases), aliases, this.#copy)}
    </section>`;
  }

  /** The element that scrolls the list; null while the list is empty. */
  get #scroller(): Element | null {
    return this.host.shadowRoot?.querySelector('.virtual') ?? null;
  }

  /** Creates the displays with the secrets of this log. */
  #createEntries(): DisplayEntries {
    const redactor = new Redactor((text) => this.journal.redactTokens(text), this.#settings.maskNumbers);
    return new DisplayEntries(redactor, (name) => Object.hasOwn(this.#settings.aliases, name));
  }

  /**
   * Renders filter, select field and buttons. Pause keeps a copy of the entries, so that a row can
   * be read while messages come every second. The session records on.
   */
  #renderBar(download: () => void): TemplateResult {
    const t = this.#t;
    const renderButton = (label: string, part: string, onClick: () => void): TemplateResult =>
      actionButton({ label, part, variant: 'plain', onClick });
    return html`<div class="bar" part="bar">
        <input
          type="search"
          aria-label=${t('eventLog.filter')}
          placeholder=${t('eventLog.filter')}
          autocomplete="off"
          spellcheck="false"
          .value=${this.#filter}
          @input=${(event: Event) => {
            this.#filter = (event.target as HTMLInputElement).value;
            this.#refresh();
          }}
        />
        <select
          aria-label=${t('eventLog.show')}
          @change=${(event: Event) => {
            this.#kind = entryKinds[(event.target as HTMLSelectElement).selectedIndex] ?? 'all';
            this.#refresh();
          }}
        >
          ${entryKinds.map((kind) => html`<option ?selected=${kind === this.#kind}>${t(`eventLog.show.${kind}`)}</option>`)}
        </select>
      </div>
      <div class="bar" part="bar">
        ${renderButton(t(this.#pausedEntries ? 'eventLog.continue' : 'eventLog.pause'), 'pause', () => {
          this.#pausedEntries = this.#pausedEntries ? null : [...this.journal.entries];
          this.#refresh();
        })}
        ${renderButton(t('eventLog.copy'), 'copy', () => this.#copy(this.#toText()))}
        ${renderButton(t('eventLog.clear'), 'clear', () => this.clear())}
        ${renderButton(t('eventLog.download'), 'download', download)}
      </div>`;
  }

  /**
   * Renders the number of entries, of new ones during a pause, and of dropped ones. Only the result
   * of a copy is a live region: the numbers change with every message.
   */
  #renderCount(shownCount: number, totalCount: number): TemplateResult {
    const t = this.#t;
    const { dropped, entries } = this.journal;
    const newCount = this.#pausedEntries
      ? entries.length - entries.indexOf(this.#pausedEntries.at(-1) as EventLogEntry) - 1
      : 0;
    return html`<p class="count" part="count">
      <span>${t('eventLog.count', shownCount, totalCount)}</span>
      ${this.#pausedEntries ? html`<span>${t('eventLog.paused', newCount)}</span>` : nothing}
      ${dropped ? html`<span>${t('eventLog.dropped', dropped)}</span>` : nothing}
      <span role="status">${this.#copyNote ? t(this.#copyNote) : nothing}</span>
    </p>`;
  }

  /** Renders a row. Screen readers get the kind as a word before the name, in place of the sign. */
  #renderRow({ isUnknown, hasFailed, summary, redacted }: DisplayEntry): TemplateResult {
    const t = this.#t;
    const { kind, name, at, outcome, duration, late } = redacted;
    const details = [
      isUnknown && t('eventLog.unknown'),
      outcome === 'command' ? t('eventLog.refused') : outcome,
      late && t('eventLog.late'),
      duration !== undefined && `${duration} ms`,
      summary,
    ];
    return html`<span class="sign" aria-hidden="true">${kindSymbols[kind]}</span>
      <span class="name ${nameClass({ isUnknown, hasFailed })}"
        ><span class="sr">${t(`eventLog.${kind}`)} </span>${name}</span
      >
      <time datetime=${new Date(at).toISOString()}>${this.#formatTime(at)}</time>
      <span class="brief">${details.filter(Boolean).join(' · ')}</span>`;
  }

  /**
   * Renders the selected entry as JSON, without the fields of the display. It scrolls, so the
   * keyboard has to reach it.
   */
  #renderDetails(): TemplateResult | typeof nothing {
    const entry = this.#selected;
    if (!entry) return nothing;
    const title = this.#t('eventLog.details', entry.name);
    return html`<section class="stack details" part="details" aria-label=${title}>
      <div class="head">
        <h3>${title}</h3>
        <button
          type="button"
          class="button quiet"
          part="button close"
          aria-label=${this.#t('eventLog.close')}
          @click=${() => this.#select(null)}
        >
          ${cross}
        </button>
      </div>
      <pre tabindex="0" dir="ltr" aria-label=${title}>${JSON.stringify(entry.redacted, null, 2)}</pre>
    </section>`;
  }

  /** Formats a time in 24 hours and with milliseconds: answers follow commands within a second. */
  #formatTime(at: number): string {
    const { lang } = this.#localizer;
    if (this.#clockFormat?.lang !== lang) {
      this.#clockFormat = {
        lang,
        format: new Intl.DateTimeFormat(lang, {
          hour: '2-digit',
          minute: '2-digit',
          second: '2-digit',
          hourCycle: 'h23',
          fractionalSecondDigits: 3,
        }),
      };
    }
    return this.#clockFormat.format.format(at);
  }

  /** The entries of the list as text, one in a line. */
  #toText(): string {
    return this.#entries
      .filter(this.#pausedEntries ?? this.journal.entries, this.#kind, this.#filter)
      .map(({ redacted: { at, kind, name, outcome = '', data } }) =>
        [new Date(at).toISOString(), kind, name, outcome, data === undefined ? '' : JSON.stringify(data)]
          .filter(Boolean)
          .join(' '),
      )
      .join('\n');
  }

  /** Copies a text, and shows whether that succeeded. */
  readonly #copy = (text: string): void => {
    const setNote = (note: CopyNote) => (): void => {
      this.#copyNote = note;
      this.#refresh();
    };
    navigator.clipboard.writeText(text).then(setNote('eventLog.copied'), setNote('eventLog.notCopied'));
  };

  /** Shows the details of an entry, or closes them: null, or the entry that is selected. */
  #select(entry: DisplayEntry | null): void {
    this.#selected = entry && entry.key !== this.#selected?.key ? entry : null;
    this.#refresh();
  }

  #refresh(): void {
    this.host.requestUpdate();
  }
}
