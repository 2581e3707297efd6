/**
 * The section of the log about unknown message names. It is a file of its own, because the
 * proposals (`aliases.ts`) have no markup and the view is long enough.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { actionButton } from '../../src/ui/components/index.js';
import type { Translate } from '../../src/ui/i18n/index.js';
import { aliasAttribute, type ProposalReason, type UnknownMessage } from './aliases.js';
import type { eventLogViewMessages } from './view-messages.js';

/**
 * The sentence for the reason of a proposal: the integrator has to judge it before they use the
 * alias.
 */
function reasonText(t: Translate<typeof eventLogViewMessages>, reason: ProposalReason): string {
  if ('after' in reason) return t('eventLog.after', reason.after);
  return 'like' in reason ? t('eventLog.like', reason.like) : t('eventLog.during');
}

/**
 * Renders the unknown names, the proposals with their reasons, and the attribute that the page's
 * author can paste. Nothing is rendered where every name is known. Without a proposal there is no
 * attribute.
 * @param unknown the names of `unknownMessages()`
 * @param aliases the page's present aliases, which the attribute has to repeat
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
