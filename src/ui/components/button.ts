/** The kit's button, which every element uses for its actions. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CommandController } from '../base/index.js';
import { ariaDisabled, isAriaDisabled } from '../directives/index.js';

/** The parts of a command that a button shows: those of a {@link CommandController}. */
type ButtonCommand = Pick<CommandController<never>, 'busy' | 'reason' | 'keys'> & { run(): Promise<boolean> };

export interface ActionButton {
  /** The command that the button runs. A button has a command, or `onClick`, or both to run it with parameters. */
  readonly command?: ButtonCommand;
  /** The text, and the accessible name unless `name` is longer. */
  readonly label: string;
  readonly name?: string;
  readonly icon?: TemplateResult;
  /** The CSS part. */
  readonly part: string;
  readonly variant: 'tile' | 'tile on' | 'go' | 'stop' | 'stop outlined' | 'plain' | 'accent' | 'quiet';
  /** Only for a toggle that keeps its name. */
  readonly pressed?: boolean;
  /** Why the button can't be used now; null where it can. It replaces the reason of `command`. */
  readonly reason?: string | null;
  /** The description of the enabled button, where its name doesn't say enough. */
  readonly hint?: string;
  /** The key combination for `aria-keyshortcuts`: see `keys` of the agent element. Default: that of `command`. */
  readonly keys?: string | undefined;
  /** The command of the button is pending. Default: the state of `command`. */
  readonly busy?: boolean;
  /** Default: runs `command` without parameters. */
  readonly onClick?: (event: MouseEvent) => void;
}

function ariaPressed(pressed: boolean | undefined): string | typeof nothing {
  return pressed === undefined ? nothing : String(pressed);
}

/**
 * Renders a button. With a `command` it takes reason, pending state and keys from there, and a click runs the command
 * without parameters. Disabled means `aria-disabled`: the button keeps the focus and says why.
 */
export function actionButton(button: ActionButton): TemplateResult {
  const { command, label, name, icon, part, variant, pressed, hint } = button;
  const { keys = command?.keys, busy = command?.busy } = button;
  const disabled = { reason: button.reason ?? command?.reason, busy, hint, title: keys };
  const handleClick = button.onClick ?? (() => void command?.run());
  return html`<button
    type="button"
    class="button ${variant}"
    part="button ${part}"
    aria-label=${name ?? nothing}
    aria-pressed=${ariaPressed(pressed)}
    aria-keyshortcuts=${keys ?? nothing}
    @click=${isAriaDisabled(disabled) ? nothing : handleClick}
    ${ariaDisabled(disabled)}
  >
    ${icon ?? nothing}<span class="label">${label}</span>
  </button>`;
}
