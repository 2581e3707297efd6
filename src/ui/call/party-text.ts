/** The name of a party of a call as text: by name, by number, or by both. */
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

export type TranslateCall = Translate<Pick<typeof callMessages, 'call.noNumber'>>;

/** The name, else the number, else "Unknown number". */
export const partyName = (t: TranslateCall, { name, number }: VisibleParty): string =>
  name || number || t('call.noNumber');

/** Name and number with a separator, the one that is known, or "Unknown number". */
export const partyNameAndNumber = (t: TranslateCall, { name, number }: VisibleParty, separator: string): string =>
  [name, number].filter(Boolean).join(separator) || t('call.noNumber');
