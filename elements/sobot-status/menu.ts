/**
 * The menu of `<sobot-status>`: its items, its keyboard and its place.
 *
 * It follows the ARIA pattern "menu". The browser's popover closes it on a click outside and keeps it above the page.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { DO_NOT_DISTURB_CODE } from '../../src/sdk/index.js';
import type { Break, Presence } from '../../src/state/index.js';
import type { CommandController } from '../../src/ui/base/index.js';
import { presenceDot } from '../../src/ui/components/index.js';
import { ariaDisabled, press } from '../../src/ui/directives/index.js';
import type { Translate } from '../../src/ui/i18n/index.js';
import { check, logOut, rotateCcw } from '../../src/ui/icons/index.js';
import type { statusMessages } from './messages.js';

/** The state of a command that an item runs: whether it is pending, and why it can't run. */
type ItemCommand = Pick<CommandController, 'busy' | 'reason'>;

/** The contents of the menu and the actions of its items. */
export interface StatusMenuContext {
  readonly t: Translate<typeof statusMessages>;
  /** The presence that is checked; null while it is not confirmed. */
  readonly presence: Presence | null;
  /** The breaks of the company, in the platform's order. */
  readonly breaks: readonly Break[];
  readonly commands: Readonly<Record<'ready' | 'notReady' | 'logout' | 'resetLogout', ItemCommand>>;
  readonly onReady: () => void;
  readonly onNotReady: (reasonCode: number) => void;
  readonly onLogout: () => void;
  /** Asks for the confirmation of the reset. */
  readonly onReset: () => void;
  /** Called when the popover has opened or closed. */
  readonly onToggle: (event: ToggleEvent) => void;
  readonly onKeydown: (event: KeyboardEvent) => void;
}

/** An item of the menu: a status, or an action such as the reset. */
interface MenuItem {
  readonly label: string;
  readonly icon: TemplateResult;
  readonly command: ItemCommand;
  readonly onSelect: () => void;
  /** For a status: whether the agent has it. Without it the item is an action. */
  readonly isChecked?: boolean;
  readonly isDangerous?: boolean;
}

/** Renders an item. `aria-disabled` keeps a disabled one in the order of the arrow keys, so that it can say why. */
function renderItem({ label, icon, command, onSelect, isChecked, isDangerous }: MenuItem): TemplateResult {
  return html`<button
    type="button"
    class="item ${isDangerous ? 'danger' : ''}"
    part="item"
    tabindex="-1"
    role=${isChecked === undefined ? 'menuitem' : 'menuitemradio'}
    aria-checked=${isChecked === undefined ? nothing : isChecked ? 'true' : 'false'}
    @click=${press(label, onSelect)}
    ${ariaDisabled(command)}
  >
    ${icon}<span>${label}</span>${isChecked ? html`<span class="check">${check}</span>` : nothing}
  </button>`;
}

/**
 * Renders the statuses, the company's breaks, and the two ways to log out. Statuses are radio
 * items, because the agent has one of them; the others are plain items.
 */
export function renderMenu(context: StatusMenuContext): TemplateResult {
  const { t, presence, breaks, commands, onReady, onNotReady, onLogout, onReset } = context;
  // The platform may give a break no name. Then its code tells it from the others.
  const breakItem = ({ code, name }: Break): TemplateResult =>
    renderItem({
      label: name || t('status.break', String(code)),
      icon: presenceDot('break'),
      command: commands.notReady,
      isChecked: presence?.status === 'break' && presence.reasonCode === code,
      onSelect: () => onNotReady(code),
    });
  return html`<div
    id="menu"
    class="menu"
    part="menu"
    popover
    role="menu"
    aria-label=${t('status.menu')}
    @toggle=${context.onToggle}
    @keydown=${context.onKeydown}
  >
    ${renderItem({
      label: t('status.ready'),
      icon: presenceDot('ready'),
      command: commands.ready,
      isChecked: presence?.status === 'ready',
      onSelect: onReady,
    })}
    ${renderItem({
      label: t('status.dnd'),
      icon: presenceDot('dnd'),
      command: commands.notReady,
      isChecked: presence?.status === 'dnd',
      onSelect: () => onNotReady(DO_NOT_DISTURB_CODE),
    })}
    ${breaks.map(breakItem)}
    <hr />
    ${renderItem({
      label: t('command.logout'),
      icon: logOut,
      command: commands.logout,
      onSelect: onLogout,
    })}
    ${renderItem({
      label: t('status.reset'),
      icon: rotateCcw,
      command: commands.resetLogout,
      isDangerous: true,
      onSelect: onReset,
    })}
  </div>`;
}

/**
 * Moves the focus by a key of the pattern: arrows, Home, End, or the first letter of an item.
 *
 * @returns whether the key moved the focus
 */
export function moveFocus(menu: HTMLElement, key: string): boolean {
  const items = [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  const root = menu.getRootNode() as Document | ShadowRoot;
  const current = items.findIndex((item) => item === root.activeElement);
  const target = targetIndex(items, current, key);
  items[target]?.focus();
  return target >= 0;
}

/** Returns the index that a key leads to, or -1. Arrows and letters start again at the other end. */
function targetIndex(items: readonly HTMLElement[], current: number, key: string): number {
  const { length } = items;
  if (key === 'ArrowDown') return (current + 1) % length;
  if (key === 'ArrowUp') return (Math.max(current, 0) + length - 1) % length;
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  if ([...key].length !== 1 || key === ' ') return -1; // a key with a name, such as Shift
  const letter = key.toLocaleLowerCase();
  for (let step = 1; step <= length; step += 1) {
    const index = (current + step) % length;
    if (items[index]?.textContent?.trim().toLocaleLowerCase().startsWith(letter)) return index;
  }
  return -1;
}
