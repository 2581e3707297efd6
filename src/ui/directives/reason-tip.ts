/**
 * The reason of a disabled control as a popover. The tooltip of the browser needs a mouse, and the
 * description a screen reader: by touch, a press on the control shows this text.
 */
import { placeBelow } from './place-below.js';

/** The popover that is open; null while there is none. */
let open: { readonly control: Element; readonly tip: HTMLElement } | null = null;

/** Shows the reason below a control, until the next press elsewhere or Escape. */
export function showReason(control: Element | null, reason: string | null | undefined): void {
  if (!control || !reason) return;
  hideReason(open?.control);
  const tip = document.createElement('div');
  tip.className = 'reason';
  tip.role = 'tooltip';
  tip.popover = 'auto';
  tip.textContent = reason;
  tip.addEventListener('toggle', ({ newState }) => newState === 'closed' && tip.remove());
  // Beside its control: within an open menu, which a popover elsewhere would close.
  control.after(tip);
  tip.showPopover();
  placeBelow(tip, control);
  open = { control, tip };
}

/** Removes the reason of a control that is not disabled any more. */
export function hideReason(control: Element | undefined): void {
  if (!open || open.control !== control) return;
  open.tip.remove();
  open = null;
}
