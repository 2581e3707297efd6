import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { createDiagnostics, Redactor } from '../../src/session/event-log/index.js';
import type { Diagnostics, EventLog, EventLogEntry } from '../../src/session/index.js';
import type { AgentState } from '../../src/state/index.js';
import { actionButton } from '../../src/ui/components/button.js';
import { cross } from '../../src/ui/components/icons.js';
import { Localizer, type Translate } from '../../src/ui/i18n/index.js';
import { version } from '../../src/internal/version.js';
import { VirtualList, virtualList } from '../../src/ui/components/virtual-list/virtual-list.js';
import { eventLogViewMessages } from './view-messages.js';
import { unknownMessages } from './aliases.js';
import { Entries, kinds, type Kind, type Shown } from './entries.js';
import { drawStrangers } from './unknown-events.js';
import { eventLogStyles } from './styles.js';

/** What the page says about the log. */
export interface Settings {
  readonly masks: boolean;
  /** The page's aliases. */
  readonly aliases: Readonly<Record<string, unknown>>;
}

type Note = 'eventLog.copied' | 'eventLog.notCopied';

const signs: Readonly<Record<EventLogEntry['kind'], string>> = {
  message: '←',
  command: '→',
  answer: '↩',
  phase: '•',
  connection: '•',
  warning: '!',
  error: '!',
};

/** The log of one journal. It and its words are loaded only where a page has one. */
export class View {
  static readonly styles = [virtualList, eventLogStyles];
  readonly #t: Translate<typeof eventLogViewMessages>;
  readonly #localizer: Localizer<typeof eventLogViewMessages>;
  readonly #list: VirtualList<Shown>;
  #settings: Settings = { masks: false, aliases: {} };
  #entries: Entries;
  #kind: Kind = 'all';
  #filter = '';
  /** The entries when the log was paused. */
  #paused: readonly EventLogEntry[] | null = null;
  #selected: Shown | null = null;
  #note: Note | null = null;
  #atEnd = true;
  #time: { lang: string; format: Intl.DateTimeFormat } | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    readonly journal: EventLog,
  ) {
    this.#localizer = new Localizer(host, eventLogViewMessages);
    this.#t = this.#localizer.translate;
    this.#entries = this.#fresh();
    this.#list = new VirtualList<Shown>(host, {
      role: 'listbox',
      part: 'entries',
      key: ({ key }) => key,
      row: (entry) => this.#drawRow(entry),
      text: ({ name }) => name,
      pick: (entry) => this.#select(entry),
    });
  }

  set settings(settings: Settings) {
    const { masks } = this.#settings;
    this.#settings = settings;
    if (masks !== settings.masks) this.#entries = this.#fresh();
  }

  close(): void {
    for (const controller of [this.#localizer, this.#list]) this.host.removeController(controller);
    this.#localizer.hostDisconnected();
  }

  /** Everything, for a file. */
  diagnostics(state: AgentState, settings: Readonly<Record<string, unknown>>): Diagnostics {
    return createDiagnostics(this.journal, state, { redactor: this.#entries.redactor, settings, kit: version });
  }

  /** Before a render: whether the newest entry is to stay in sight. */
  measure(): void {
    const box = this.#box;
    this.#atEnd = !box || box.scrollTop + box.clientHeight >= box.scrollHeight - 8;
  }

  /** After a render. */
  settle(): void {
    const box = this.#box;
    if (box && this.#atEnd) box.scrollTop = box.scrollHeight;
  }

  clear(): void {
    this.#paused &&= [];
    this.#selected = null;
    this.journal.clear();
  }

  draw(download: () => void): TemplateResult {
    const { aliases } = this.#settings;
    const all = this.#paused ?? this.journal.entries;
    const items = this.#entries.matching(all, this.#kind, this.#filter);
    const t = this.#t;
    return html`<section class="stack log" part="log" aria-label=${t('eventLog.title')}>
      ${this.#drawBar(download)}
      ${
        items.length
          ? this.#list.draw({
              items,
              label: t('eventLog.title'),
              deps: [this.#localizer.lang, t('eventLog.late')],
              ...(this.#selected ? { selected: this.#selected.key } : undefined),
            })
          : html`<p class="count" part="empty">${t(all.length ? 'eventLog.none' : 'eventLog.empty')}</p>`
      }
      ${this.#drawCount(items.length, all.length)} ${this.#drawDetails()}
      ${drawStrangers(t, unknownMessages(this.journal.entries, aliases), aliases, this.#copy)}
    </section>`;
  }

  get #box(): Element | null {
    return this.host.shadowRoot?.querySelector('.virtual') ?? null;
  }

  #fresh(): Entries {
    const redactor = new Redactor(this.journal.secrets, this.#settings.masks);
    return new Entries(redactor, (name) => Object.hasOwn(this.#settings.aliases, name));
  }

  #drawBar(download: () => void): TemplateResult {
    const t = this.#t;
    const button = (label: string, part: string, onClick: () => void): TemplateResult =>
      actionButton({ label, part, look: 'plain', onClick });
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
            this.#again();
          }}
        />
        <select
          aria-label=${t('eventLog.show')}
          @change=${(event: Event) => {
            this.#kind = kinds[(event.target as HTMLSelectElement).selectedIndex] ?? 'all';
            this.#again();
          }}
        >
          ${kinds.map((kind) => html`<option ?selected=${kind === this.#kind}>${t(`eventLog.show.${kind}`)}</option>`)}
        </select>
      </div>
      <div class="bar" part="bar">
        ${button(t(this.#paused ? 'eventLog.continue' : 'eventLog.pause'), 'pause', () => {
          this.#paused = this.#paused ? null : [...this.journal.entries];
          this.#again();
        })}
        ${button(t('eventLog.copy'), 'copy', () => this.#copy(this.#lines()))}
        ${button(t('eventLog.clear'), 'clear', () => this.clear())}
        ${button(t('eventLog.download'), 'download', download)}
      </div>`;
  }

  #drawCount(shown: number, all: number): TemplateResult {
    const t = this.#t;
    const { dropped, entries } = this.journal;
    const fresh = this.#paused ? entries.length - entries.indexOf(this.#paused.at(-1) as EventLogEntry) - 1 : 0;
    return html`<p class="count" part="count">
      <span>${t('eventLog.count', shown, all)}</span>
      ${this.#paused ? html`<span>${t('eventLog.paused', fresh)}</span>` : nothing}
      ${dropped ? html`<span>${t('eventLog.dropped', dropped)}</span>` : nothing}
      <span role="status">${this.#note ? t(this.#note) : nothing}</span>
    </p>`;
  }

  #drawRow({ kind, name, at, brief, unknown, failed, outcome, duration, late }: Shown): TemplateResult {
    const t = this.#t;
    const facts = [
      unknown && t('eventLog.unknown'),
      outcome === 'command' ? t('eventLog.refused') : outcome,
      late && t('eventLog.late'),
      duration !== undefined && `${duration} ms`,
      brief,
    ];
    return html`<span class="sign" aria-hidden="true">${signs[kind]}</span>
      <span class="name ${failed ? 'bad' : unknown ? 'strange' : ''}"
        ><span class="sr">${t(`eventLog.${kind}`)} </span>${name}</span
      >
      <time datetime=${new Date(at).toISOString()}>${this.#clock(at)}</time>
      <span class="brief">${facts.filter(Boolean).join(' · ')}</span>`;
  }

  #drawDetails(): TemplateResult | typeof nothing {
    const entry = this.#selected;
    if (!entry) return nothing;
    const { key: _, unknown: _unknown, failed: _failed, brief: _brief, text: _text, ...rest } = entry;
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
      <pre tabindex="0" aria-label=${title}>${JSON.stringify(rest, null, 2)}</pre>
    </section>`;
  }

  #clock(at: number): string {
    const { lang } = this.#localizer;
    if (this.#time?.lang !== lang) {
      const two = '2-digit';
      this.#time = {
        lang,
        format: new Intl.DateTimeFormat(lang, {
          ...{ hour: two, minute: two, second: two, hourCycle: 'h23' },
          fractionalSecondDigits: 3,
        }),
      };
    }
    return this.#time.format.format(at);
  }

  /** What is shown, as text. */
  #lines(): string {
    return this.#entries
      .matching(this.#paused ?? this.journal.entries, this.#kind, this.#filter)
      .map(({ at, kind, name, outcome = '', data }) =>
        [new Date(at).toISOString(), kind, name, outcome, data === undefined ? '' : JSON.stringify(data)]
          .filter(Boolean)
          .join(' '),
      )
      .join('\n');
  }

  readonly #copy = (text: string): void => {
    const say = (note: Note) => (): void => {
      this.#note = note;
      this.#again();
    };
    navigator.clipboard.writeText(text).then(say('eventLog.copied'), say('eventLog.notCopied'));
  };

  #select(entry: Shown | null): void {
    this.#selected = entry && entry.key !== this.#selected?.key ? entry : null;
    this.#again();
  }

  #again(): void {
    this.host.requestUpdate();
  }
}
