/**
 * The table of the numbers with a documented behaviour, each with a button that dials it as the
 * agent. It is closed at first (`<details>`), because it is the longest section.
 */
import { html, type TemplateResult } from 'lit';
import type { Customer } from '../../src/sandbox/index.js';
import { actionButton } from '../../src/ui/components/index.js';
import { phoneOutgoing } from '../../src/ui/icons/index.js';
import type { PanelContext } from './panel-context.js';
import { sandboxPanelMessages } from './panel-messages.js';

/** The keys of the translated behaviours, which end with the number. */
type DescriptionKey = Extract<keyof typeof sandboxPanelMessages, `sandbox.customer.${string}`>;

/** Whether a number has a translated behaviour. */
const isDescriptionKey = (key: string): key is DescriptionKey => Object.hasOwn(sandboxPanelMessages, key);

/** Returns the translated behaviour of a number, or the English description of the call centre. */
function descriptionOf({ t }: PanelContext, { number, description }: Customer): string {
  const key = `sandbox.customer.${number}`;
  return isDescriptionKey(key) ? t(key) : description;
}

/**
 * Renders the table. The error of a refused call stands above it, beside the button that was
 * clicked.
 */
export function renderNumbers(context: PanelContext): TemplateResult {
  const { customers, host, t } = context;
  const { dialCommand } = host;
  const renderRow = (customer: Customer): TemplateResult =>
    html`<tr>
      <td>
        ${actionButton({
          label: customer.number,
          name: t('sandbox.dial', customer.number),
          icon: phoneOutgoing,
          part: 'dial',
          variant: 'plain',
          command: dialCommand,
          onClick: () => void dialCommand.run({ otherDN: customer.number }),
        })}
      </td>
      <td>${descriptionOf(context, customer)}</td>
    </tr>`;
  return html`<details part="numbers">
    <summary>${t('sandbox.numbers')}</summary>
    <div class="stack">
      <p class="hint">${t('sandbox.dialHint')}</p>
      ${host.renderFailure()}
      <table>
        <thead class="sr">
          <tr>
            <th scope="col">${t('sandbox.colNumber')}</th>
            <th scope="col">${t('sandbox.colDoes')}</th>
          </tr>
        </thead>
        <tbody>
          ${customers.map(renderRow)}
          <tr>
            <td class="any">${t('sandbox.other')}</td>
            <td>${t('sandbox.customer.other')}</td>
          </tr>
        </tbody>
      </table>
    </div>
  </details>`;
}
