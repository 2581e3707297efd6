import type { SobotSoftphone } from '../../elements/sobot-softphone/define.js';
import { textOf } from './element-fixture.js';

/** Every element that is drawn, through all shadow roots and slots. */
export function* drawn(root: ParentNode): Generator<HTMLElement> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.checkVisibility({ visibilityProperty: true })) yield element;
    if (element.shadowRoot) yield* drawn(element.shadowRoot);
  }
}

/** The text without what is hidden from those who listen. */
export function heardText(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
  return textOf(copy);
}

export const controlName = (element: HTMLElement): string => {
  const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])].map(textOf).join(' ') : '';
  return (element.getAttribute('aria-label') ?? (labels || heardText(element))).trim();
};

const inside = (softphone: SobotSoftphone): ParentNode => softphone.shadowRoot as ShadowRoot;

export const controls = (
  softphone: SobotSoftphone,
  selector = 'button, input, select, textarea, summary',
): HTMLElement[] => [...drawn(inside(softphone))].filter((each) => each.matches(selector));

export const buttonNames = (softphone: SobotSoftphone): string[] => controls(softphone, 'button').map(controlName);

/** The one control of that name. */
export function control(softphone: SobotSoftphone, name: string): HTMLElement {
  const found = controls(softphone).filter((each) => controlName(each) === name);
  const [only] = found;
  if (!only || found.length > 1) {
    throw new Error(`${found.length} controls "${name}" among ${controls(softphone).map(controlName).join(', ')}`);
  }
  return only;
}

/** What the softphone says to those who listen. */
export const said = (softphone: SobotSoftphone): string => textOf(liveRegion(softphone) as Element);

export const liveRegion = (softphone: SobotSoftphone): Element | undefined =>
  [...inside(softphone).children].find((each) => each.getAttribute('role') === 'status');
