import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { CallCentre, Customer } from '../../src/sandbox/index.js';
import type { CommandName } from '../../src/sdk/index.js';
import { actionButton, type ActionButton } from '../../src/ui/components/index.js';
import { phoneOutgoing } from '../../src/ui/icons/index.js';
import { Localizer, type Translate } from '../../src/ui/i18n/index.js';
import { sandboxPanelMessages } from './panel-messages.js';
import { renderCalls } from './calls.js';
import { renderColleagues } from './colleagues.js';
import { renderCustomers } from './customers.js';
import { renderReplay, LogReplay } from './replay.js';
import { sandboxStyles } from './styles.js';
import { renderFaultSection, FaultList } from './faults.js';

export interface SandboxPanelHost {
  readonly element: ReactiveControllerHost & Element;
  /** A number as it may be shown. */
  maskNumber(number: string): string;
  /** As the agent. */
  dial(number: string): void;
  /** Why nobody can be dialled now. */
  dialDisabledText(): string | null;
  renderFailure(): TemplateResult;
  /** Nobody is on the phone, and nobody logged in: so begins a replay. */
  clear(): Promise<void>;
  /** Sends a command of a log again; what elements ask by themselves is left to them. */
  send(command: CommandName, params: Readonly<Record<string, unknown>>): Promise<unknown> | undefined;
  /** The phone as it is at the call centre. */
  restart(): Promise<void>;
}

/** The control panel of one call centre. It and its words are loaded only where a page has a sandbox. */
export class SandboxPanel {
  static readonly styles = [sandboxStyles];
  readonly t: Translate<typeof sandboxPanelMessages>;
  readonly faultList: FaultList;
  /** What the form of a calling customer says after it was sent. */
  formNote: 'sandbox.queued' | 'sandbox.badData' | null = null;
  /** Nobody was free when a colleague was to begin something. */
  hasNoFreeColleague = false;
  readonly replay = new LogReplay(this);
  readonly #unsubscribe: () => void;
  readonly #localizer: Localizer<typeof sandboxPanelMessages>;

  constructor(
    readonly centre: CallCentre,
    private readonly customers: readonly Customer[],
    readonly host: SandboxPanelHost,
  ) {
    this.#localizer = new Localizer(host.element, sandboxPanelMessages);
    this.t = this.#localizer.translate;
    this.faultList = new FaultList(centre.faults);
    this.#unsubscribe = centre.subscribe(() => this.refresh());
  }

  close(): void {
    this.replay.stop();
    this.#unsubscribe();
    this.#localizer.hostDisconnected();
    this.host.element.removeController(this.#localizer);
  }

  refresh(): void {
    this.host.element.requestUpdate();
  }

  maskNumber(number: string): string {
    return this.host.maskNumber(number);
  }

  /** A plain button, perhaps with a name of its own beside its text. */
  readonly renderButton = (
    label: string,
    part: string,
    onClick: (event: Event) => void,
    options: Partial<ActionButton> = {},
  ): TemplateResult => actionButton({ label, part, variant: 'plain', onClick, ...options });

  render(): TemplateResult {
    const { t } = this;
    // While a log is played the call centre itself is silent.
    const renderControls = (): TemplateResult =>
      html`${renderCustomers(this)} ${renderCalls(this)} ${renderColleagues(this)} ${renderFaultSection(this)}`;
    const isPlaying = this.replay.progress !== null;
    return html`<section class="stack panel" part="panel" aria-label=${t('sandbox.title')}>
      <p class="about">${t('sandbox.about')}</p>
      ${isPlaying ? nothing : renderControls()} ${renderReplay(this)} ${isPlaying ? nothing : this.#renderNumbers()}
    </section>`;
  }

  #renderNumbers(): TemplateResult {
    const { t } = this;
    const reason = this.host.dialDisabledText();
    const descriptionOf = ({ number, description }: Customer): string => {
      const key = `sandbox.customer.${number}`;
      return isBehaviorKey(key) ? t(key) : description;
    };
    return html`<details part="numbers">
      <summary>${t('sandbox.numbers')}</summary>
      <div class="stack">
        <p class="hint">${t('sandbox.dialHint')}</p>
        ${this.host.renderFailure()}
        <table>
          <thead class="sr">
            <tr>
              <th scope="col">${t('sandbox.colNumber')}</th>
              <th scope="col">${t('sandbox.colDoes')}</th>
            </tr>
          </thead>
          <tbody>
            ${this.customers.map(
              (customer) =>
                html`<tr>
                  <td>
                    <button
                      type="button"
                      class="button plain small"
                      part="button dial"
                      aria-label=${t('sandbox.dial', customer.number)}
                      aria-disabled=${reason ? 'true' : nothing}
                      aria-description=${reason ?? nothing}
                      title=${reason ?? nothing}
                      @click=${reason ? nothing : () => this.host.dial(customer.number)}
                    >
                      ${phoneOutgoing}${customer.number}
                    </button>
                  </td>
                  <td>${descriptionOf(customer)}</td>
                </tr>`,
            )}
            <tr>
              <td class="any">${t('sandbox.other')}</td>
              <td>${t('sandbox.customer.other')}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </details>`;
  }
}

type BehaviorKey = Extract<keyof typeof sandboxPanelMessages, `sandbox.customer.${string}`>;

const isBehaviorKey = (key: string): key is BehaviorKey => Object.hasOwn(sandboxPanelMessages, key);
