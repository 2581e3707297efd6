import type { LitElement } from 'lit';
import { settled, textOf, type Desk } from './desk.js';

/** Answers the last request of a method with a result, or an error, and waits until that is drawn. */
export async function tell(on: Desk<LitElement>, method: string, result: object | Error): Promise<void> {
  const sent = on.double.last(method);
  if (result instanceof Error) sent.error({ status: 'error', errorMessage: result.message });
  else sent.success({ status: 'success', ...result });
  await settled(on.element);
}

export const timesSent = (on: Desk<LitElement>, method: string): number =>
  on.double.sent.filter((sent) => sent.method === method).length;

/** The radio group with this accessible name. */
export function groupNamed(on: Desk<LitElement>, name: string): HTMLElement {
  const found = on.all('[role="radiogroup"]').find((group) => {
    const legend = on.root.getElementById(group.getAttribute('aria-labelledby') ?? '');
    return legend && textOf(legend) === name;
  });
  if (!found) throw new Error(`no radio group "${name}" in ${on.text}`);
  return found;
}

export const radiosOf = (group: HTMLElement): HTMLInputElement[] => [...group.querySelectorAll('input')];

export const labelsOf = (group: HTMLElement): string[] => [...group.querySelectorAll('label')].map(textOf);

/** The label of the radio that is chosen. */
export const chosenOf = (group: HTMLElement): string | undefined => {
  const radio = radiosOf(group).find(({ checked }) => checked);
  return radio?.labels?.[0] && textOf(radio.labels[0]);
};

export async function choose(on: Desk<LitElement>, group: string, label: string): Promise<void> {
  const radio = radiosOf(groupNamed(on, group)).find(({ labels }) => labels?.[0] && textOf(labels[0]) === label);
  if (!radio) throw new Error(`no radio "${label}" in ${group}`);
  radio.click();
  await on.element.updateComplete;
}

/** The field with this label. */
export function fieldNamed<T extends HTMLElement = HTMLInputElement>(on: Desk<LitElement>, name: string): T {
  const label = on.all<HTMLLabelElement>('label').find((each) => textOf(each) === name);
  const control = label?.control ?? on.root.querySelector(`[aria-label="${name}"]`);
  if (!control) throw new Error(`no field "${name}" in ${on.text}`);
  return control as T;
}

/** Enters a text as a person would, all at once. */
export async function enter(
  on: Desk<LitElement>,
  field: HTMLInputElement | HTMLTextAreaElement,
  text: string,
): Promise<void> {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await on.element.updateComplete;
}

export async function pick(on: Desk<LitElement>, name: string, value: string): Promise<void> {
  const select = fieldNamed<HTMLSelectElement>(on, name);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await on.element.updateComplete;
}

/** What screen readers hear from the live regions. */
export const heard = (on: Desk<LitElement>): string =>
  on.all('[role="status"], [role="alert"]').map(textOf).filter(Boolean).join(' | ');

export const routesResult = {
  explicitRule: [
    { code: '1', name: 'Company numbers', hasSet: true },
    { code: '2', name: 'By scheme', hasSet: false },
    { code: '3', name: 'My numbers', hasSet: false },
  ],
  explicitSchema: [
    { code: 'p1', planName: 'Local presence' },
    { code: 'p2', planName: 'Campaign' },
  ],
  explicitNumbers: [
    { number: '01066666666', nickName: 'Head office' },
    { number: ' 0108888**** ', nickName: '' },
  ],
};
