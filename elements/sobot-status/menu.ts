const VIEWPORT_MARGIN_PX = 8;

/** Puts a popover under its button, and within the window. Positions go through the object model: no inline style. */
export function placeBelow(menu: HTMLElement, button: HTMLElement): void {
  const anchor = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const fitsBelow = anchor.bottom + height + VIEWPORT_MARGIN_PX <= innerHeight;
  const top = fitsBelow ? anchor.bottom + 4 : Math.max(VIEWPORT_MARGIN_PX, anchor.top - height - 4);
  const start = getComputedStyle(button).direction === 'rtl' ? anchor.right - width : anchor.left;
  menu.style.setProperty('top', `${top}px`);
  menu.style.setProperty(
    'left',
    `${Math.min(Math.max(VIEWPORT_MARGIN_PX, start), Math.max(VIEWPORT_MARGIN_PX, innerWidth - width - VIEWPORT_MARGIN_PX))}px`,
  );
}

/** The keys of a menu: arrows, Home, End, and the first letter. @returns whether the key was one of them */
export function moveFocus(menu: HTMLElement, key: string): boolean {
  const items = [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  const root = menu.getRootNode() as Document | ShadowRoot;
  const current = items.findIndex((item) => item === root.activeElement);
  const next = targetIndex(items, current, key);
  items[next]?.focus();
  return next >= 0;
}

function targetIndex(items: readonly HTMLElement[], current: number, key: string): number {
  const { length } = items;
  if (key === 'ArrowDown') return (current + 1) % length;
  if (key === 'ArrowUp') return (Math.max(current, 0) + length - 1) % length;
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  if ([...key].length !== 1 || key === ' ') return -1;
  const letter = key.toLocaleLowerCase();
  for (let step = 1; step <= length; step += 1) {
    const index = (current + step) % length;
    if (items[index]?.textContent?.trim().toLocaleLowerCase().startsWith(letter)) return index;
  }
  return -1;
}
