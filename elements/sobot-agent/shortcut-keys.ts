/** A combination of keys as one text: the modifiers in this order, then the key. */
export type KeyCombination = string;

const modifiers = ['ctrl', 'alt', 'shift', 'meta'] as const;

const synonyms: Readonly<Record<string, string>> = { control: 'ctrl', option: 'alt', cmd: 'meta', command: 'meta' };

const characterKey = /^[a-z0-9]$/;
const functionKey = /^f([1-9]|1\d|2[0-4])$/;
/** Not those by which controls are worked: Enter, Space, Tab, Escape. */
const namedKey = /^(arrow(up|down|left|right)|home|end|page(up|down)|insert|delete|pause)$/;

/** @throws Error that says what is wrong with it */
export function parseCombination(text: unknown): KeyCombination {
  const parts = String(text)
    .toLowerCase()
    .split('+')
    .map((part) => synonyms[part.trim()] ?? part.trim());
  const key = parts.pop() ?? '';
  const unknownModifier = parts.find((part) => !modifiers.some((modifier) => modifier === part));
  if (unknownModifier !== undefined) throw new Error(`"${unknownModifier}" is none of ctrl, alt, shift, meta`);
  if (![characterKey, functionKey, namedKey].some((pattern) => pattern.test(key))) {
    throw new Error(
      `"${key}" is no letter, digit, F1 to F24, arrow, Home, End, PageUp, PageDown, Insert, Delete or Pause`,
    );
  }
  if (!functionKey.test(key) && !parts.some((part) => part !== 'shift')) {
    throw new Error('it needs ctrl, alt or meta, or everybody who types would press it');
  }
  return [...modifiers.filter((modifier) => parts.includes(modifier)), key].join('+');
}

/**
 * The letter that the layout types, or the position on a US keyboard where it types none: Cyrillic, Option on a Mac,
 * Shift and a digit. So "a" is where an A is printed, on AZERTY too.
 */
function keyOf({ key, code }: KeyboardEvent): string {
  const typed = key.toLowerCase();
  if ([characterKey, functionKey, namedKey].some((pattern) => pattern.test(typed))) return typed;
  return /^(?:Key|Digit|Numpad)(\w)$/.exec(code)?.[1]?.toLowerCase() ?? '';
}

export const pressedCombination = (event: KeyboardEvent): KeyCombination =>
  [...modifiers.filter((modifier) => event[`${modifier}Key`]), keyOf(event)].join('+');

/** As `aria-keyshortcuts` wants it. */
export const toAriaKeyShortcuts = (combination: KeyCombination): string =>
  combination
    .split('+')
    .map((part) =>
      part === 'ctrl' ? 'Control' : part.replace(/^\w|(?<=^arrow|^page)\w/g, (letter) => letter.toUpperCase()),
    )
    .join('+');

const isElement = (target: EventTarget | undefined): target is HTMLElement => !!target && 'matches' in target;

const editableSelector = `textarea, select, [role=textbox], [role=searchbox], [role=combobox], [role=spinbutton],
  input:not([type=button], [type=checkbox], [type=color], [type=file], [type=image], [type=radio], [type=range],
  [type=reset], [type=submit])`;

/** Somebody writes, in whatever shadow root: by an input method too, and by AltGr, which some systems call Ctrl and Alt. */
export function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return (
    event.isComposing ||
    event.key === 'Process' ||
    (event.ctrlKey && event.altKey && event.getModifierState('AltGraph')) ||
    (isElement(target) && (target.isContentEditable || target.matches(editableSelector)))
  );
}
