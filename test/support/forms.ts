import type { LitElement } from 'lit';
import { settled, textOf, type ElementFixture } from './element-fixture.js';

/** Answers the last request of a method with a result or an error, and waits until the element shows it. */
export async function answerRequest(
  fixture: ElementFixture<LitElement>,
  method: string,
  result: object | Error,
): Promise<void> {
  const sent = fixture.sdk.last(method);
  if (result instanceof Error) sent.error({ status: 'error', errorMessage: result.message });
  else sent.success({ status: 'success', ...result });
  await settled(fixture.element);
}

/** The number of requests of a method. */
export const requestCount = (fixture: ElementFixture<LitElement>, method: string): number =>
  fixture.sdk.sent.filter((sent) => sent.method === method).length;

/** The radio group with this accessible name. */
export function groupNamed(fixture: ElementFixture<LitElement>, name: string): HTMLElement {
  const found = fixture.all('[role="radiogroup"]').find((group) => {
    const legend = fixture.root.getElementById(group.getAttribute('aria-labelledby') ?? '');
    return legend && textOf(legend) === name;
  });
  if (!found) throw new Error(`no radio group "${name}" in ${fixture.text}`);
  return found;
}

export const radiosOf = (group: HTMLElement): HTMLInputElement[] => [...group.querySelectorAll('input')];

export const labelsOf = (group: HTMLElement): string[] => [...group.querySelectorAll('label')].map(textOf);

/** The label of the checked radio. */
export const chosenOf = (group: HTMLElement): string | undefined => {
  const radio = radiosOf(group).find(({ checked }) => checked);
  return radio?.labels?.[0] && textOf(radio.labels[0]);
};

export async function choose(fixture: ElementFixture<LitElement>, group: string, label: string): Promise<void> {
  const radio = radiosOf(groupNamed(fixture, group)).find(({ labels }) => labels?.[0] && textOf(labels[0]) === label);
  if (!radio) throw new Error(`no radio "${label}" in ${group}`);
  radio.click();
  await fixture.element.updateComplete;
}

/** The field with this label. */
export function fieldNamed<T extends HTMLElement = HTMLInputElement>(
  fixture: ElementFixture<LitElement>,
  name: string,
): T {
  const label = fixture.all<HTMLLabelElement>('label').find((each) => textOf(each) === name);
  const control = label?.control ?? fixture.root.querySelector(`[aria-label="${name}"]`);
  if (!control) throw new Error(`no field "${name}" in ${fixture.text}`);
  return control as T;
}

/** Enters a text as a person does, all at once. */
export async function enter(
  fixture: ElementFixture<LitElement>,
  field: HTMLInputElement | HTMLTextAreaElement,
  text: string,
): Promise<void> {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await fixture.element.updateComplete;
}

export async function pick(fixture: ElementFixture<LitElement>, name: string, value: string): Promise<void> {
  const select = fieldNamed<HTMLSelectElement>(fixture, name);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await fixture.element.updateComplete;
}

/** The texts of the live regions. */
export const announcements = (fixture: ElementFixture<LitElement>): string =>
  fixture.all('[role="status"], [role="alert"]').map(textOf).filter(Boolean).join(' | ');

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
