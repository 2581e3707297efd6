/**
 * The section in which a customer calls: number, skill group and business data of the call.
 *
 * Every field may be empty. Then the call centre takes the customer who waits longest and a group
 * with a ready agent.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { parseObject } from '../../src/internal/index.js';
import { phoneIncoming } from '../../src/ui/icons/index.js';
import { fieldText, onSubmit } from './form-controls.js';
import type { PanelContext } from './panel-context.js';

/**
 * Parses business data; empty text is an empty object.
 * @returns null if the text is not a JSON object
 */
function parseData(text: string): Readonly<Record<string, unknown>> | null {
  try {
    return parseObject(text || '{}') ?? null;
  } catch {
    return null;
  }
}

/** The form of a calling customer, with a note about the last call. */
export class CustomersSection {
  /** Key of the note below the form; null after a call that reached an agent. */
  #note: 'sandbox.queued' | 'sandbox.badData' | null = null;

  constructor(private readonly context: PanelContext) {}

  /** Renders the form, and the switch that lets waiting customers call automatically. */
  render(): TemplateResult {
    const { centre, t } = this.context;
    return html`<fieldset part="customers">
      <legend>${t('sandbox.customers')}</legend>
      <form class="stack" @submit=${this.#handleSubmit}>
        <div class="stack">
          <label class="field">
            ${t('sandbox.number')}
            <input name="number" inputmode="tel" autocomplete="off" placeholder=${t('sandbox.anybody')} />
          </label>
          ${this.#renderQueueField()}
        </div>
        <label class="field">
          ${t('sandbox.data')}
          <input
            name="data"
            autocomplete="off"
            spellcheck="false"
            placeholder='{"orderID": "o-7"}'
            aria-invalid=${this.#note === 'sandbox.badData' ? 'true' : nothing}
          />
        </label>
        <button class="button accent" part="button customer-calls">
          ${phoneIncoming}<span class="label">${t('sandbox.call')}</span>
        </button>
        <div role="status" class="failure">${this.#note ? html`<p class="notice">${t(this.#note)}</p>` : nothing}</div>
      </form>
      <label class="check">
        <input
          type="checkbox"
          .checked=${centre.autoInbound}
          @change=${(event: Event) => (centre.autoInbound = (event.target as HTMLInputElement).checked)}
        />
        ${t('sandbox.auto')}
      </label>
    </fieldset>`;
  }

  /** Renders the skill groups with the number of customers who wait in each. */
  #renderQueueField(): TemplateResult {
    const { centre, t } = this.context;
    return html`<label class="field">
      ${t('sandbox.queue')}
      <select name="queue">
        <option value="">${t('sandbox.anyQueue')}</option>
        ${centre
          .snapshot()
          .queues.map(
            ({ queueID, queueName, count }) =>
              html`<option value=${queueID}>${t('sandbox.waiting', queueName, count)}</option>`,
          )}
      </select>
    </label>`;
  }

  /** The form keeps its values after a call, so that the same customer can call again. */
  readonly #handleSubmit = onSubmit((form) => {
    this.#note = this.#startCall(form);
    this.context.refresh();
  });

  /**
   * Starts the call of the form. Empty fields leave the choice to the call centre.
   * @returns the key of a note, or null
   */
  #startCall(form: HTMLFormElement): 'sandbox.queued' | 'sandbox.badData' | null {
    const attachedData = parseData(fieldText(form, 'data'));
    if (!attachedData) return 'sandbox.badData';
    const [number, queue] = [fieldText(form, 'number'), fieldText(form, 'queue')];
    const callId = this.context.centre.customerCalls({
      attachedData,
      ...(number ? { number } : undefined),
      ...(queue ? { queue } : undefined),
    });
    return callId === null ? 'sandbox.queued' : null;
  }
}
