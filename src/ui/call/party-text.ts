/**
 * The name of a party of a call as text: by name, by number, or by both. Headings, live regions and
 * notifications need the same words for it.
 */
import type { Translate } from '../i18n/index.js';
import type { callMessages } from './messages.js';

/** A party whose name and number may be shown: `SobotElement.maskParty()` returns one. */
export interface VisibleParty {
  /** The name; empty where none is known. */
  readonly name: string;
  /** The number, masked where the agent element says so; empty where none is known. */
  readonly number: string;
  /** The address of the party's page, from the party resolver. */
  readonly href?: string | undefined;
}

/** The translate function of an element that names parties. */
export type TranslateCall = Translate<Pick<typeof callMessages, 'call.noNumber'>>;

/** Returns the name, else the number, else "Unknown number". */
export const partyName = (t: TranslateCall, { name, number }: VisibleParty): string =>
  name || number || t('call.noNumber');

/**
 * Returns name and number. Where only one is known it stands alone, and "Unknown number" where none
 * is.
 * @param separator the text between both
 */
export const partyNameAndNumber = (t: TranslateCall, { name, number }: VisibleParty, separator: string): string =>
  [name, number].filter(Boolean).join(separator) || t('call.noNumber');
