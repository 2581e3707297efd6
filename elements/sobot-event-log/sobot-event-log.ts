import { html, nothing, type CSSResultGroup, type LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Diagnostics, EventLog } from '../../src/session/index.js';
import { type AgentHost, SobotElement } from '../../src/ui/base/index.js';
import { circleAlert } from '../../src/ui/icons/index.js';
import { parseObject } from '../../src/internal/index.js';
import { buttonStyles, fieldStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';
import { eventLogMessages } from './messages.js';
import type { LogSettings, EventLogView } from './view.js';

/** What the page has set on `<sobot-agent>`. The SDK itself can't be told. */
function agentSettingsOf(agentHost: AgentHost): Record<string, unknown> {
  const names = [...(agentHost.constructor as typeof LitElement).elementProperties.keys()];
  return Object.fromEntries(
    names.flatMap((name) => (typeof name === 'string' && name !== 'sdk' ? [[name, Reflect.get(agentHost, name)]] : [])),
  );
}

function aliasesOf(agentHost: AgentHost): Readonly<Record<string, unknown>> {
  try {
    return parseObject(Reflect.get(agentHost, 'eventAliases')) ?? {};
  } catch {
    return {}; // the agent has told the page already that it is no JSON
  }
}

/**
 * @summary For integrators: everything that the SDK said and was told, from the start of the phone on, also what came
 * before the element; unknown message names with proposals for `event-aliases`; a diagnostics file that the embedded
 * call centre can replay. Tokens are never in it.
 *
 * @element sobot-event-log
 *
 * @csspart log - The whole log.
 * @csspart bar - A row of fields or buttons.
 * @csspart entries - The list.
 * @csspart row - One entry.
 * @csspart empty - That there is nothing to show.
 * @csspart count - How many entries are shown.
 * @csspart details - One entry as a whole.
 * @csspart unknown - The message names that the kit doesn't know.
 * @csspart attribute - The proposed attribute.
 * @csspart button - Every button.
 * @csspart pause - The button that stops and continues the list; what is said is recorded all the time.
 * @csspart copy - The button that copies what is shown.
 * @csspart clear - The button that forgets everything.
 * @csspart download - The button that saves the diagnostics file.
 * @csspart copy-attribute - The button that copies the proposed attribute.
 * @csspart close - The button that closes the details.
 * @csspart icon - An icon.
 * @csspart notice - That the log could not be loaded, or that there is no agent.
 *
 * @cssprop [--sobot-event-log-height=322px] - The greatest height of the list.
 */
export class SobotEventLog extends SobotElement<typeof eventLogMessages> {
  static override readonly tag = 'sobot-event-log';
  static override readonly messages = eventLogMessages;
  static override styles: CSSResultGroup = [tokenStyles, buttonStyles, fieldStyles, textStyles];

  /** How many entries are kept; the oldest are dropped, samples of the voice connection and queries first. */
  @property({ type: Number, attribute: 'max-entries' }) maxEntries = 1000;
  /** Makes up all but the last digits of numbers, here and in the file, as `mask-numbers` of the agent does. */
  @property({ type: Boolean, attribute: 'mask-numbers' }) maskNumbers = false;

  @state() private view: EventLogView | null = null;
  @state() private hasLoadFailed = false;
  readonly #phase = this.select(({ phase }) => phase);
  #logHost: AgentHost | null = null;
  #journal: EventLog | null = null;
  #unsubscribeJournal: (() => void) | undefined;
  #loading: Promise<void> | undefined;

  /**
   * What **Download** saves.
   * @throws Error while there is no phone that was started, or if the log could not be loaded
   */
  async diagnostics(): Promise<Diagnostics> {
    await this.updateComplete;
    await this.#loading;
    const { agentHost, view } = this;
    if (!agentHost || !view) throw new Error('There is no log yet: the phone was not started.');
    view.settings = this.#logSettings(agentHost);
    return view.diagnostics(agentHost.state, agentSettingsOf(agentHost));
  }

  /** Saves the diagnostics file. */
  async download(): Promise<void> {
    const text = JSON.stringify(await this.diagnostics(), null, 1);
    const link = this.ownerDocument.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = `sobot-diagnostics-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  /** Forgets what was said so far. */
  clear(): void {
    this.#journal?.clear();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#subscribe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribeJournal?.();
    this.#unsubscribeJournal = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { agentHost } = this;
    void this.#phase.value; // a session comes and goes with a phase
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

  /** Another agent's log is another log. */
  #switchAgent(agentHost: AgentHost): void {
    this.#logHost = agentHost;
    this.#journal = null;
    this.#closeView();
  }

  #closeView(): void {
    this.view?.close();
    this.view = null;
  }

  #subscribe(): void {
    this.#unsubscribeJournal?.();
    this.#unsubscribeJournal = this.#journal?.subscribe(() => this.requestUpdate());
  }

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
