/**
 * Numbers within texts. On a page that runs from right to left, the groups of `+49 30 5550100`
 * would be shown in reverse, because spaces take the direction of the text around them.
 */
import { html, type TemplateResult } from 'lit';

/** Digits and the asterisks of a mask, with the separators of numbers and dates between them. */
const numbers = /(\+?[\p{Nd}*][\p{Nd}*\s().,:/\p{Pd}]*[\p{Nd}*])/u;

const leftToRight = (text: string): TemplateResult => html`<bdi dir="ltr">${text}</bdi>`;

/** Renders a text in which each number reads from left to right. A text without letters is one. */
export const isolateNumbers = (text: string): TemplateResult | readonly (TemplateResult | string)[] =>
  /\p{L}/u.test(text)
    ? text.split(numbers).map((part, index) => (index % 2 === 1 ? leftToRight(part) : part))
    : leftToRight(text);
