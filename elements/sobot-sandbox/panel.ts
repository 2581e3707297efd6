/**
 * The control panel of one call centre.
 *
 * The panel, its sections and its messages are a chunk of their own, which a page loads only if it
 * has a sandbox. A section that keeps data is a class; the others are functions.
 */
import { html, type TemplateResult } from 'lit';
import type { CallCentre, Customer } from '../../src/sandbox/index.js';
import { Localizer, type Translate } from '../../src/ui/i18n/index.js';
import { renderCalls } from './calls.js';
import { ColleaguesSection } from './colleagues.js';
import { CustomersSection } from './customers.js';
import { FaultsSection } from './faults.js';
import { renderNumbers } from './numbers.js';
import type { PanelContext, SandboxPanelHost } from './panel-context.js';
import { sandboxPanelMessages } from './panel-messages.js';
import { ReplaySection } from './replay.js';
import { sandboxStyles } from './styles.js';

export type { SandboxPanelHost } from './panel-context.js';

/** Renders the sections and follows the changes of the call centre until {@link close}. */
export class SandboxPanel implements PanelContext {
  static readonly styles = [sandboxStyles];
  /** The texts of the panel, in the language of the place of the element. */
  readonly t: Translate<typeof sandboxPanelMessages>;

  /** Released by {@link close}: the element stays, and may get another panel. */
  readonly #localizer: Localizer<typeof sandboxPanelMessages>;
  readonly #unsubscribe: () => void;
  readonly #customers: CustomersSection;
  readonly #colleagues: ColleaguesSection;
  readonly #faults: FaultsSection;
  readonly #replay: ReplaySection;

  /**
   * @param centre the call centre to control
   * @param customers the numbers with a documented behaviour
   * @param host the services of the element
   */
  constructor(
    readonly centre: CallCentre,
    readonly customers: readonly Customer[],
    readonly host: SandboxPanelHost,
  ) {
    this.#localizer = new Localizer(host.element, sandboxPanelMessages);
    this.t = this.#localizer.translate;
    this.#customers = new CustomersSection(this);
    this.#colleagues = new ColleaguesSection(this);
    this.#faults = new FaultsSection(this);
    this.#replay = new ReplaySection(this);
    this.#unsubscribe = centre.subscribe(() => this.refresh());
  }

  /** Stops a replay and releases the call centre and the host. */
  close(): void {
    this.#replay.stop();
    this.#unsubscribe();
    this.#localizer.hostDisconnected();
    this.host.element.removeController(this.#localizer);
  }

  /** Requests an update of the element. */
  refresh(): void {
    this.host.element.requestUpdate();
  }

  /**
   * Renders the panel. During a replay it has that section alone, because nothing else reaches the
   * phone meanwhile. The label is the name of the region.
   */
  render(): TemplateResult {
    return html`<section class="stack panel" part="panel" aria-label=${this.t('sandbox.title')}>
      <p class="about">${this.t('sandbox.about')}</p>
      ${this.#replay.isPlaying ? this.#replay.render() : this.#renderSections()}
    </section>`;
  }

  /**
   * Renders the sections in the order of a call: it comes, is answered, is consulted about, and
   * fails.
   */
  #renderSections(): TemplateResult {
    return html`${this.#customers.render()} ${renderCalls(this)} ${this.#colleagues.render()} ${this.#faults.render()}
    ${this.#replay.render()} ${renderNumbers(this)}`;
  }
}
