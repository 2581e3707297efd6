import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { CallCentre, Customer } from '../../../src/sandbox/index.js';
import { actionButton, type ActionButton } from '../../../src/ui/button.js';
import { phone, phoneOff, phoneOutgoing } from '../../../src/ui/icons.js';
import { Localizer, type Translate } from '../../../src/ui/localize.js';
import { sandboxPanelWords } from '../../../src/ui/words/en/sandbox-panel.js';
import { drawCustomers } from './customers.js';
import { fieldText, onSubmit } from './form.js';
import { drawTrouble, Trouble } from './trouble.js';

export interface PanelHost {
  readonly element: ReactiveControllerHost & Element;
  /** A number as it may be shown. */
  shown(number: string): string;
  /** As the agent. */
  dial(number: string): void;
  /** Why nobody can be dialled now. */
  dialReason(): string | null;
  drawFailure(): TemplateResult;
}

type Call = ReturnType<CallCentre['snapshot']>['calls'][number];

/** The control panel of one call centre. It and its words are loaded only where a page has a sandbox. */
export class Panel {
  readonly t: Translate;
  readonly trouble: Trouble;
  /** What the form of a calling customer says after it was sent. */
  note: 'sandbox.queued' | 'sandbox.badData' | null = null;
  readonly #unsubscribe: () => void;
  readonly #localizer: Localizer;

  constructor(
    readonly centre: CallCentre,
    private readonly customers: readonly Customer[],
    private readonly host: PanelHost,
  ) {
    this.#localizer = new Localizer(host.element, [sandboxPanelWords]);
    this.t = this.#localizer.translate;
    this.trouble = new Trouble(centre.faults);
    this.#unsubscribe = centre.subscribe(() => this.refresh());
  }

  close(): void {
    this.#unsubscribe();
    this.#localizer.hostDisconnected();
    this.host.element.removeController(this.#localizer);
  }

  refresh(): void {
    this.host.element.requestUpdate();
  }

  /** A plain button with a name of its own beside its text. */
  button(label: string, part: string, onClick: () => void, more: Partial<ActionButton> = {}): TemplateResult {
    return actionButton({ label, part, look: 'plain', onClick, ...more });
  }

  draw(): TemplateResult {
    const { t } = this;
    return html`<section class="stack panel" part="panel" aria-label=${t('sandbox.title')}>
      <p class="about">${t('sandbox.about')}</p>
      ${drawCustomers(this)} ${this.#drawCalls()} ${drawTrouble(this)} ${this.#drawNumbers()}
    </section>`;
  }

  #drawCalls(): TemplateResult {
    const { calls } = this.centre.snapshot();
    return html`<fieldset part="calls">
      <legend>${this.t('sandbox.calls')}</legend>
      ${calls.length ? calls.map((call) => this.#drawCall(call)) : html`<p class="hint">${this.t('sandbox.noCalls')}</p>`}
    </fieldset>`;
  }

  #drawCall(call: Call): TemplateResult {
    const { centre, t } = this;
    const { id } = call;
    const [waits, talks] = [call.state === 'dialing', call.state === 'talking' || call.state === 'held'];
    return html`<div class="stack call" part="call">
      <p class="who">
        <strong>${this.host.shown(call.number)}</strong>
        <span class="tag ${talks ? 'go-tag' : ''}">${t(`sandbox.${call.state}`)}</span>
      </p>
      ${call.muted ? html`<p class="hint">${t('sandbox.muted')}</p>` : nothing}
      <div class="buttons">
        ${
          waits
            ? html`${this.button(t('sandbox.answer'), 'customer-answers', () => void centre.customerAnswers(id), { icon: phone })}
              ${this.button(t('sandbox.decline'), 'customer-declines', () => void centre.customerDeclines(id))}`
            : nothing
        }
        ${this.button(t('sandbox.hangUp'), 'customer-hangs-up', () => void centre.customerHangsUp(id), { icon: phoneOff })}
      </div>
      ${talks ? this.#drawDigits(call) : nothing}
    </div>`;
  }

  #drawDigits({ id, digits, heard, customerDigits }: Call): TemplateResult {
    const { t } = this;
    const send = onSubmit((form) => {
      if (this.centre.customerSendsDigits(fieldText(form, 'digits'), id)) form.reset();
    });
    const said = [
      digits && t('sandbox.agentDigits', digits),
      heard && t('sandbox.heard', heard),
      customerDigits && t('sandbox.customerDigits', customerDigits),
    ].filter(Boolean);
    return html`<form class="inline" @submit=${send}>
        <input
          name="digits"
          aria-label=${t('sandbox.digits')}
          placeholder=${t('sandbox.digits')}
          inputmode="tel"
          pattern="[0-9*#]+"
          required
          autocomplete="off"
        />
        <button class="button plain" part="button customer-sends-digits" aria-label=${t('sandbox.sendDigits')}>
          ${t('sandbox.send')}
        </button>
      </form>
      ${
        said.length
          ? html`<ul class="hint">
              ${said.map((line) => html`<li>${line}</li>`)}
            </ul>`
          : nothing
      }`;
  }

  #drawNumbers(): TemplateResult {
    const { t } = this;
    const reason = this.host.dialReason();
    const does = ({ number, description }: Customer): string => {
      const key = `sandbox.customer.${number}`;
      return isWord(key) ? t(key) : description;
    };
    return html`<details part="numbers">
      <summary>${t('sandbox.numbers')}</summary>
      <div class="stack">
        <p class="hint">${t('sandbox.dialHint')}</p>
        ${this.host.drawFailure()}
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
                  <td>${does(customer)}</td>
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

type Behaviour = Extract<keyof typeof sandboxPanelWords, `sandbox.customer.${string}`>;

const isWord = (key: string): key is Behaviour => Object.hasOwn(sandboxPanelWords, key);
