/** The section of the log about unknown message names. */
import { html, nothing, type TemplateResult } from 'lit';
import { actionButton } from '../../src/ui/components/index.js';
import type { Translate } from '../../src/ui/i18n/index.js';
import { aliasAttribute, type ProposalReason, type UnknownMessage } from './aliases.js';
import type { eventLogViewMessages } from './view-messages.js';

function reasonText(t: Translate<typeof eventLogViewMessages>, reason: ProposalReason): string {
  if ('after' in reason) return t('eventLog.after', reason.after);
  return 'like' in reason ? t('eventLog.like', reason.like) : t('eventLog.during');
}

/**
 * Renders the unknown names, the proposals with their reasons, and the attribute that the page's author can paste.
 * @param copy copies a text to the clipboard
 */
export function renderUnknownMessages(
  t: Translate<typeof eventLogViewMessages>,
  unknown: readonly UnknownMessage[],
  aliases: Readonly<Record<string, unknown>>,
  copy: (text: string) => void,
): TemplateResult | typeof nothing {
  if (unknown.length === 0) return nothing;
  const attribute = unknown.some(({ proposal }) => proposal) ? aliasAttribute(unknown, aliases) : null;
  return html`<section class="stack strangers" part="unknown" aria-label=${t('eventLog.strangers')}>
    <h3>${t('eventLog.strangers')}</h3>
    <ul>
      ${unknown.map(
        ({ name, count, proposal }) =>
          html`<li>
            <strong>${name}</strong> ×${count}${proposal ? html`, ${t('eventLog.means', proposal.name)}.` : '.'}
            <span>${proposal ? reasonText(t, proposal.reason) : t('eventLog.noIdea')}</span>
          </li>`,
      )}
    </ul>
    ${
      attribute
        ? html`<p>${t('eventLog.attribute')}</p>
            <code part="attribute">${attribute}</code>
            ${actionButton({
              label: t('eventLog.copyAttribute'),
              part: 'copy-attribute',
              variant: 'plain',
              onClick: () => copy(attribute),
            })}`
        : nothing
    }
  </section>`;
}
