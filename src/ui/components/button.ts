/**
 * The button of the kit, which every element uses for its actions. Names, reasons and pending
 * states follow the same rules everywhere, because they are decided here.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { CommandController } from '../base/index.js';
import { ariaDisabled, press } from '../directives/index.js';

/** The parts of a command that a button shows: those of a {@link CommandController}. */
type ButtonCommand = Pick<CommandController<never>, 'busy' | 'reason' | 'keys'> & { run(): Promise<boolean> };

/** The content and the state of a button at one render. */
export interface ActionButton {
  /**
   * The command that the button runs. A button has a command, or `onClick`, or both to run it with
   * parameters.
   */
  readonly command?: ButtonCommand;
  /** The text, and the accessible name unless `name` is longer. */
  readonly label: string;
  /**
   * The accessible name where the label is not enough. It contains the label, so that speech
   * control finds the button by its visible text (WCAG 2.5.3).
   */
  readonly name?: string;
  /** An icon before the label, or above it in a tile. */
  readonly icon?: TemplateResult;
  /** The CSS part. */
  readonly part: string;
  /**
   * The look, as classes of `buttonStyles`. `on` is the active state of a toggle whose name
   * changes.
   */
  readonly variant: 'tile' | 'tile on' | 'go' | 'stop' | 'stop outlined' | 'plain' | 'accent' | 'quiet';
  /**
   * The state of a toggle that keeps its name. Undefined for all others: a name that changes and
   * `aria-pressed` together would say the opposite.
   */
  readonly pressed?: boolean;
  /** Why the button can't be used now; null where it can. It replaces the reason of `command`. */
  readonly reason?: string | null;
  /** The description of the enabled button, where its name doesn't say enough. */
  readonly hint?: string;
  /**
   * The key combination for `aria-keyshortcuts`: see `keys` of the agent element. Default: that of
   * `command`.
   */
  readonly keys?: string | undefined;
  /** The command of the button is pending. Default: the state of `command`. */
  readonly busy?: boolean;
  /** What the button acts on, where that can change while the button stays in its place: the `sequence` of a call. */
  readonly subject?: number;
  /** Default: runs `command` without parameters. */
  readonly onClick?: (event: MouseEvent) => void;
}

/** Returns the value of `aria-pressed`; an absent attribute means that the button is no toggle. */
function ariaPressed(pressed: boolean | undefined): string | typeof nothing {
  return pressed === undefined ? nothing : String(pressed);
}

/**
 * Renders a button. With a `command` it takes reason, pending state and keys from there, and a
 * click runs the command without parameters.
 * Disabled means `aria-disabled`: the button keeps the focus, has the reason as its description,
 * and a click shows the reason. The second click of a double click does nothing unless the first one
 * hit the same button with the same `part` and `subject` (see `press`). `type="button"` keeps it from submitting a form of the page.
 */
export function actionButton(button: ActionButton): TemplateResult {
  const { command, label, name, icon, part, variant, pressed, hint, subject = '' } = button;
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
    @click=${press(`${part} ${subject}`, handleClick)}
    ${ariaDisabled(disabled)}
  >
    ${icon ?? nothing}<span class="label">${label}</span>
  </button>`;
}
