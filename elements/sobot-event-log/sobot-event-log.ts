/**
 * The element `<sobot-event-log>`: it finds the event log of the session, loads its view on demand, and saves the
 * diagnostics file. Integrators use it, agents do not, so its own code is small.
 */
import { html, nothing, type CSSResultGroup, type LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Diagnostics, EventLog } from '../../src/session/index.js';
import { type AgentHost, SobotElement } from '../../src/ui/base/index.js';
import { circleAlert } from '../../src/ui/icons/index.js';
import { parseObject } from '../../src/internal/index.js';
import { buttonStyles, fieldStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';
import { eventLogMessages } from './messages.js';
import type { LogSettings, EventLogView } from './view.js';

/**
 * Returns the settings of `<sobot-agent>` for the diagnostics file: all of its reactive properties, by name, so that a new
 * one is never forgotten. The SDK object is omitted, because it is no data.
 */
function agentSettingsOf(agentHost: AgentHost): Record<string, unknown> {
  const names = [...(agentHost.constructor as typeof LitElement).elementProperties.keys()];
  return Object.fromEntries(
    names.flatMap((name) => (typeof name === 'string' && name !== 'sdk' ? [[name, Reflect.get(agentHost, name)]] : [])),
  );
}

/**
 * Time in milliseconds after which the memory of the file is released. Browsers need the object URL
 * until the download has begun, and no event tells when that is.
 */
const DOWNLOAD_TIMEOUT_MS = 10_000;

/** Returns the page's aliases; empty where the attribute is invalid, which the agent element has reported. */
function aliasesOf(agentHost: AgentHost): Readonly<Record<string, unknown>> {
  try {
    return parseObject(agentHost.eventAliases) ?? {};
  } catch {
    return {};
  }
}

/**
 * The log covers the whole session, also the time before the element was added. Unknown message names get proposals for
 * `event-aliases`. The diagnostics file can be replayed by the embedded call centre. Tokens are in neither.
 *
 * @summary For integrators: all messages of the SDK and all commands with their answers, and a diagnostics file of them.
 *
 * @element sobot-event-log
 *
 * @csspart log - The whole log.
 * @csspart bar - A row of fields or buttons.
 * @csspart entries - The list of entries.
 * @csspart row - Each entry of the list.
 * @csspart empty - The text in place of an empty list.
 * @csspart count - The number of entries.
 * @csspart details - The selected entry as a whole.
 * @csspart unknown - The message names that the kit does not know.
 * @csspart attribute - The proposed attribute.
 * @csspart button - Every button.
 * @csspart pause - The button that stops and continues the list. The session records on meanwhile.
 * @csspart copy - The button that copies the entries of the list.
 * @csspart clear - The button that removes all entries.
 * @csspart download - The button that saves the diagnostics file.
 * @csspart copy-attribute - The button that copies the proposed attribute.
 * @csspart close - The button that closes the details.
 * @csspart icon - Every icon.
 * @csspart notice - The notice that the view could not be loaded, or of a missing agent element.
 *
 * @cssprop [--sobot-event-log-height=322px] - The greatest height of the list.
 */
export class SobotEventLog extends SobotElement<typeof eventLogMessages> {
  static override readonly tag = 'sobot-event-log';
  static override readonly messages = eventLogMessages;
  static override styles: CSSResultGroup = [tokenStyles, buttonStyles, fieldStyles, textStyles];

  /** The greatest number of entries. The oldest are dropped, samples of the voice connection and queries first. */
  @property({ type: Number, attribute: 'max-entries' }) maxEntries = 1000;
  /** Shows only the last digits of numbers, here and in the file, as `mask-numbers` of the agent element does. */
  @property({ type: Boolean, attribute: 'mask-numbers' }) maskNumbers = false;

  /** The view of the log; null until it is loaded, and after a failed load. */
  @state() private view: EventLogView | null = null;
  @state() private hasLoadFailed = false;
  /** The agent element whose log is shown. */
  #logHost: AgentHost | null = null;
  /** The log that is shown. It stays after the session has stopped, because that is when it is read. */
  #journal: EventLog | null = null;
  /** Set while the element is connected and has a log. */
  #unsubscribeJournal: (() => void) | undefined;
  /** The load of the view, so that `diagnostics()` can wait for it. */
  #loading: Promise<void> | undefined;

  constructor() {
    super();
    this.select(({ phase }) => phase); // renders when a session starts or stops, and with it the log changes
  }

  /**
   * Returns the content of the diagnostics file, which **Download** saves.
   * @throws Error no session was started yet, or the view could not be loaded
   */
  async diagnostics(): Promise<Diagnostics> {
    await this.updateComplete;
    await this.#loading;
    const { agentHost, view } = this;
    if (!agentHost || !view) throw new Error('There is no log yet: the phone was not started.');
    view.settings = this.#logSettings(agentHost);
    return view.diagnostics(agentHost.state, agentSettingsOf(agentHost));
  }

  /**
   * Saves the diagnostics file, as **Download** does.
   * @throws Error no session was started yet, or the view could not be loaded
   */
  async download(): Promise<void> {
    const text = JSON.stringify(await this.diagnostics(), null, 1);
    const link = this.ownerDocument.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = `sobot-diagnostics-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), DOWNLOAD_TIMEOUT_MS);
  }

  /** Removes all entries. */
  clear(): void {
    this.#journal?.clear();
  }

  /** Subscribes again: an element that a page moves is disconnected and connected. */
  override connectedCallback(): void {
    super.connectedCallback();
    this.#subscribe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribeJournal?.();
    this.#unsubscribeJournal = undefined;
  }

  /**
   * Follows the log of the agent element. A new session has a new log, and after a stop the last
   * one stays. An invalid `max-entries` leaves the limit as it is.
   */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const { agentHost } = this;
    if (agentHost && agentHost !== this.#logHost) this.#switchAgent(agentHost);
    const journal = agentHost?.session?.journal ?? this.#journal;
    const isNew = journal !== this.#journal;
    if (journal && isNew) {
      this.#journal = journal;
      this.#subscribe();
      this.#loading = this.#loadView(journal);
    }
    if (journal && (isNew || changed.has('maxEntries')) && this.maxEntries >= 1) {
      journal.limit = Math.floor(this.maxEntries);
    }
    this.view?.measureScroll();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.view?.restoreScroll();
  }

  /** Shows the log of another agent element. */
  #switchAgent(agentHost: AgentHost): void {
    this.#logHost = agentHost;
    this.#journal = null;
    this.#closeView();
  }

  /** Removes the view. Its filter and selection belonged to the log before. */
  #closeView(): void {
    this.view?.close();
    this.view = null;
  }

  /** Subscribes to the log that is shown, in place of the one before. */
  #subscribe(): void {
    this.#unsubscribeJournal?.();
    this.#unsubscribeJournal = this.#journal?.subscribe(() => this.requestUpdate());
  }

  /**
   * Loads the view, and shows the log if it is still the current one. A failed load has a notice,
   * and its cause goes to the console: most often the view's file was not published beside the
   * others.
   */
  async #loadView(journal: EventLog): Promise<void> {
    this.#closeView();
    try {
      const { EventLogView: View } = await import('./view.js');
      this.addStyles(View.styles);
      if (journal === this.#journal) this.view = new View(this, journal);
      this.hasLoadFailed = false;
    } catch (cause) {
      console.error(cause);
      this.hasLoadFailed = true;
    }
  }

  /** The settings of the view. Masking of the agent element can't be undone here. */
  #logSettings(agentHost: AgentHost): LogSettings {
    return { maskNumbers: this.maskNumbers || agentHost.maskNumbers, aliases: aliasesOf(agentHost) };
  }

  protected override renderConnected(agentHost: AgentHost): TemplateResult | typeof nothing {
    const { view } = this;
    if (view) {
      view.settings = this.#logSettings(agentHost);
      return view.render(() => void this.download());
    }
    return this.hasLoadFailed
      ? html`<p class="notice bad" part="notice">${circleAlert}${this.t('eventLog.failed')}</p>`
      : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-event-log': SobotEventLog;
  }
}
