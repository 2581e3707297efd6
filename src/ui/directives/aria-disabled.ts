/**
 * The attributes of a control that stays focusable while it is disabled, so that it can say why.
 */
import { noChange } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';
import { hideReason } from './reason-tip.js';

/**
 * The state of a control. All fields are optional, so that templates can pass on what they have.
 */
export interface AriaDisabled {
  /**
   * Why the control can't be used now; null or empty where it can. It becomes description and
   * tooltip.
   */
  readonly reason?: string | null | undefined;
  /** The command of the control is pending: the control is disabled, and `aria-busy`. */
  readonly busy?: boolean | undefined;
  /** The description and the tooltip of the enabled control. */
  readonly hint?: string | null | undefined;
  /** The tooltip where there is neither reason nor hint. */
  readonly title?: string | null | undefined;
}

class AriaDisabledDirective extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('ariaDisabled: wrong place. Use it in the tag of an element.');
  }

  override render(_control: AriaDisabled): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [control]: [AriaDisabled]): typeof noChange {
    const { reason, busy, hint, title } = control;
    if (!reason) hideReason(element);
    setAttribute(element, 'aria-disabled', isAriaDisabled(control) ? 'true' : null);
    setAttribute(element, 'aria-busy', busy ? 'true' : null);
    setAttribute(element, 'aria-description', reason || hint);
    setAttribute(element, 'title', reason || hint || title);
    return noChange;
  }
}

function setAttribute(element: Element, name: string, value: string | null | undefined): void {
  if (!value) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Whether the control ignores clicks and keys. */
export const isAriaDisabled = ({ reason, busy }: AriaDisabled): boolean => !!busy || !!reason;

/**
 * Sets `aria-disabled`, `aria-busy`, `aria-description` and `title` of an element: `<button
 * ${ariaDisabled({ reason, busy })}>`. The attribute `disabled` would take the control out of the
 * tab order, and keyboard and screen reader users could not learn why it is disabled. Listen for
 * clicks with `press`, which leaves out those on a disabled control.
 */
export const ariaDisabled = directive(AriaDisabledDirective);
