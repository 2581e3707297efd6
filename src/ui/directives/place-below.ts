/** The place of a popover beside the control that opens it. */

/** The distance that a popover keeps from the edges of the window. */
const VIEWPORT_MARGIN_PX = 8;
const CONTROL_DISTANCE_PX = 4;

/**
 * Places a popover below its control, or above it if there is no room, and within the window. The position is set through
 * the object model, because a page's content security policy may forbid inline styles.
 */
export function placeBelow(popover: HTMLElement, control: Element): void {
  const anchor = control.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const fitsBelow = anchor.bottom + height + VIEWPORT_MARGIN_PX <= innerHeight;
  const above = Math.max(VIEWPORT_MARGIN_PX, anchor.top - height - CONTROL_DISTANCE_PX);
  const start = getComputedStyle(control).direction === 'rtl' ? anchor.right - width : anchor.left;
  const maxLeft = Math.max(VIEWPORT_MARGIN_PX, innerWidth - width - VIEWPORT_MARGIN_PX);
  popover.style.setProperty('top', `${fitsBelow ? anchor.bottom + CONTROL_DISTANCE_PX : above}px`);
  popover.style.setProperty('left', `${Math.min(Math.max(VIEWPORT_MARGIN_PX, start), maxLeft)}px`);
}
