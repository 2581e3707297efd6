import { html, nothing, type TemplateResult } from 'lit';
import { phoneIncoming } from '../../src/ui/icons/index.js';
import { fieldText, onSubmit } from './form-controls.js';
import type { SandboxPanel } from './panel.js';

/** @returns undefined for what is no JSON object */
function parseData(text: string): Record<string, unknown> | undefined {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function startCustomerCall(panel: SandboxPanel, form: HTMLFormElement): void {
  const attachedData = parseData(fieldText(form, 'data'));
  const [number, queue] = [fieldText(form, 'number'), fieldText(form, 'queue')];
  if (!attachedData) panel.formNote = 'sandbox.badData';
  else {
    const id = panel.centre.customerCalls({
      attachedData,
      ...(number ? { number } : undefined),
      ...(queue ? { queue } : undefined),
    });
    panel.formNote = id === null ? 'sandbox.queued' : null;
  }
  panel.refresh();
}

/** Who calls, which skill group, and with what data. */
export function renderCustomers(panel: SandboxPanel): TemplateResult {
  const { centre, formNote, t } = panel;
  const handleSubmit = onSubmit((form) => startCustomerCall(panel, form));
  const invalid = formNote === 'sandbox.badData';
  return html`<fieldset part="customers">
    <legend>${t('sandbox.customers')}</legend>
    <form class="stack" @submit=${handleSubmit}>
      <div class="stack">
        <label class="field">
          ${t('sandbox.number')}
          <input name="number" inputmode="tel" autocomplete="off" placeholder=${t('sandbox.anybody')} />
        </label>
        <label class="field">
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
        </label>
      </div>
      <label class="field">
        ${t('sandbox.data')}
        <input
          name="data"
          autocomplete="off"
          spellcheck="false"
          placeholder='{"orderID": "o-7"}'
          aria-invalid=${invalid ? 'true' : nothing}
        />
      </label>
      <button class="button accent" part="button customer-calls">
        ${phoneIncoming}<span class="label">${t('sandbox.call')}</span>
      </button>
      <div role="status" class="failure">${formNote ? html`<p class="notice">${t(formNote)}</p>` : nothing}</div>
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
