import { html, nothing, type CSSResultGroup, type LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Diagnostics, EventLog } from '../../src/session/index.js';
import { SobotElement } from '../../src/ui/base/sobot-element.js';
import { circleAlert } from '../../src/ui/components/icons.js';
import { object } from '../../src/internal/json.js';
import type { Phone } from '../../src/ui/base/agent-host.js';
import { buttons, fields, texts, tokens } from '../../src/ui/styles/index.js';
import { eventLogMessages } from './messages.js';
import type { Settings, View } from './view.js';

/** What the page has set on `<sobot-agent>`. The SDK itself can't be told. */
function settingsOf(phone: Phone): Record<string, unknown> {
  const names = [...(phone.constructor as typeof LitElement).elementProperties.keys()];
  return Object.fromEntries(
    names.flatMap((name) => (typeof name === 'string' && name !== 'sdk' ? [[name, Reflect.get(phone, name)]] : [])),
  );
}

function aliasesOf(phone: Phone): Readonly<Record<string, unknown>> {
  try {
    return object(Reflect.get(phone, 'eventAliases')) ?? {};
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
  static override styles: CSSResultGroup = [tokens, buttons, fields, texts];

  /** How many entries are kept; the oldest are dropped, samples of the voice connection and queries first. */
  @property({ type: Number, attribute: 'max-entries' }) maxEntries = 1000;
  /** Makes up all but the last digits of numbers, here and in the file, as `mask-numbers` of the agent does. */
  @property({ type: Boolean, attribute: 'mask-numbers' }) maskNumbers = false;

  @state() private view: View | null = null;
  @state() private failed = false;
  readonly #phase = this.select(({ phase }) => phase);
  #owner: Phone | null = null;
  #journal: EventLog | null = null;
  #stop: (() => void) | undefined;
  #opening: Promise<void> | undefined;

  /**
   * What **Download** saves.
   * @throws Error while there is no phone that was started, or if the log could not be loaded
   */
  async diagnostics(): Promise<Diagnostics> {
    await this.updateComplete;
    await this.#opening;
    const { phone, view } = this;
    if (!phone || !view) throw new Error('There is no log yet: the phone was not started.');
    view.settings = this.#settings(phone);
    return view.diagnostics(phone.state, settingsOf(phone));
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
    this.#listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#stop = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { phone } = this;
    void this.#phase.value; // a session comes and goes with a phase
    if (phone && phone !== this.#owner) this.#forget(phone);
    const journal = phone?.session?.journal ?? this.#journal;
    const isNew = journal !== this.#journal;
    if (journal && isNew) {
      this.#journal = journal;
      this.#listen();
      this.#opening = this.#open(journal);
    }
    if (journal && (isNew || changed.has('maxEntries')) && this.maxEntries >= 1) {
      journal.limit = Math.floor(this.maxEntries);
    }
    this.view?.measure();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.view?.settle();
  }

  /** Another agent's log is another log. */
  #forget(phone: Phone): void {
    this.#owner = phone;
    this.#journal = null;
    this.#close();
  }

  #close(): void {
    this.view?.close();
    this.view = null;
  }

  #listen(): void {
    this.#stop?.();
    this.#stop = this.#journal?.subscribe(() => this.requestUpdate());
  }

  async #open(journal: EventLog): Promise<void> {
    this.#close();
    try {
      const { View } = await import('./view.js');
      this.addStyles(View.styles);
      if (journal === this.#journal) this.view = new View(this, journal);
      this.failed = false;
    } catch (cause) {
      console.error(cause);
      this.failed = true;
    }
  }

  #settings(phone: Phone): Settings {
    return { masks: this.maskNumbers || phone.maskNumbers, aliases: aliasesOf(phone) };
  }

  protected override draw(phone: Phone): TemplateResult | typeof nothing {
    const { view } = this;
    if (view) {
      view.settings = this.#settings(phone);
      return view.draw(() => void this.download());
    }
    return this.failed
      ? html`<p class="notice bad" part="notice">${circleAlert}${this.t('eventLog.failed')}</p>`
      : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-event-log': SobotEventLog;
  }
}
