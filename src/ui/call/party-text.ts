/** How a party of a call is named: by name, by number, or by both. Every element names a party here. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../i18n/index.js';
import type { callMessages } from './messages.js';

/** A party whose name and number may be shown: `SobotElement.maskParty()` returns one. */
export interface VisibleParty {
  /** Empty where no name is known. */
  readonly name: string;
  /** Empty where no number is known. */
  readonly number: string;
  /** The page of the party, from the party resolver. */
  readonly href?: string | undefined;
}

type TranslateCall = Translate<Pick<typeof callMessages, 'call.noNumber'>>;

/** The name, else the number, else "Unknown number". */
export const partyName = (t: TranslateCall, { name, number }: VisibleParty): string =>
  name || number || t('call.noNumber');

/** Name and number with a separator, the one that is known, or "Unknown number". */
export const partyNameAndNumber = (t: TranslateCall, { name, number }: VisibleParty, separator: string): string =>
  [name, number].filter(Boolean).join(separator) || t('call.noNumber');

/**
 * Renders the heading of a call: the number, and the name below it where both are known. A known page of the party is a
 * link. CSS parts: `number`, `name` and `link`.
 */
export function renderPartyHeading(t: TranslateCall, { name, number, href }: VisibleParty): TemplateResult {
  const heading = number || name || t('call.noNumber');
  const link = href ? html`<a part="link" href=${href} target="_blank" rel="noopener noreferrer">${name}</a>` : name;
  return html`<p class="number" part="number" dir="auto">${heading}</p>
    ${name && name !== heading ? html`<p class="name" part="name" dir="auto">${link}</p>` : nothing}`;
}
