/**
 * Combinations of keys: parsing those of a page, and reading those of a keyboard event.
 */

/** A combination of keys as one string: the modifiers in the order of `modifiers`, then the key, joined by `+`. */
export type KeyCombination = string;

const modifiers = ['ctrl', 'alt', 'shift', 'meta'] as const;

/** Names that a page author may use for a modifier. */
const synonyms: Readonly<Record<string, string>> = { control: 'ctrl', option: 'alt', cmd: 'meta', command: 'meta' };

const characterKey = /^[a-z0-9]$/;
const functionKey = /^f([1-9]|1\d|2[0-4])$/;
/** Not Enter, Space, Tab and Escape, by which controls are operated. */
const namedKey = /^(arrow(up|down|left|right)|home|end|page(up|down)|insert|delete|pause)$/;

/**
 * Parses a combination that a page has written, such as `Ctrl+Shift+H`.
 * @throws Error with the reason, if a part is unknown, or if typing text would press the combination
 */
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
 * The key of an event: the letter that the layout types, so that "a" is where an A is printed, on AZERTY too. Where the
 * layout types no Latin letter or digit (Cyrillic, Option on a Mac, Shift and a digit), the position on a US keyboard.
 */
function keyOf({ key, code }: KeyboardEvent): string {
  const typed = key.toLowerCase();
  if ([characterKey, functionKey, namedKey].some((pattern) => pattern.test(typed))) return typed;
  return /^(?:Key|Digit|Numpad)(\w)$/.exec(code)?.[1]?.toLowerCase() ?? '';
}

/** The combination that a keyboard event stands for. */
export const pressedCombination = (event: KeyboardEvent): KeyCombination =>
  [...modifiers.filter((modifier) => event[`${modifier}Key`]), keyOf(event)].join('+');

/** The combination as a value of `aria-keyshortcuts`: `alt+pageup` is `Alt+PageUp`. */
export const toAriaKeyShortcuts = (combination: KeyCombination): string =>
  combination
    .split('+')
    .map((part) =>
      part === 'ctrl' ? 'Control' : part.replace(/^\w|(?<=^arrow|^page)\w/g, (letter) => letter.toUpperCase()),
    )
    .join('+');

const isElement = (target: EventTarget | undefined): target is HTMLElement => !!target && 'matches' in target;

/** Controls that take text. Selects take letters too, to find an option. */
const editableSelector = `textarea, select, [role=textbox], [role=searchbox], [role=combobox], [role=spinbutton],
  input:not([type=button], [type=checkbox], [type=color], [type=file], [type=image], [type=radio], [type=range],
  [type=reset], [type=submit])`;

/**
 * Whether the key press enters text, in any open shadow root: in a text control, by an input method, or with AltGr, which
 * Windows reports as Ctrl and Alt.
 */
export function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return (
    event.isComposing ||
    event.key === 'Process' ||
    (event.ctrlKey && event.altKey && event.getModifierState('AltGraph')) ||
    (isElement(target) && (target.isContentEditable || target.matches(editableSelector)))
  );
}
