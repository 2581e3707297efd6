/**
 * One command of the SDK as an element offers it: whether it can run now, the text that says why
 * not, and how to run it. Buttons, links and menu items take all three from here.
 */
import type { CommandName, CommandParams } from '../../sdk/index.js';
import type { DisabledReason } from '../../state/index.js';

/** The parts of an element that a {@link CommandController} uses. */
export interface CommandHost<N extends CommandName> {
  /** The selected reason, which renders the element when it changes. */
  readonly disabledReason: { readonly value: DisabledReason | null };
  reasonText(reason: DisabledReason): string;
  /** The key combination for `aria-keyshortcuts`; undefined where the page assigned none. */
  keys(): string | undefined;
  run(params?: CommandParams<N>): Promise<boolean>;
}

/**
 * Made by `SobotElement.command()` in a field initializer: `readonly #hold =
 * this.command('holdCall')`. The element renders again whenever the reason changes.
 */
export class CommandController<N extends CommandName = CommandName> {
  constructor(
    readonly name: N,
    private readonly host: CommandHost<N>,
  ) {}

  /** Why the command can't run now, `pending` included; null where it may be tried. */
  get disabledReason(): DisabledReason | null {
    return this.host.disabledReason.value;
  }

  /** The command was sent and is not answered yet. */
  get busy(): boolean {
    return this.disabledReason === 'pending';
  }

  /**
   * Why the command can't run now, in the language of the element; null where it may be tried. A
   * pending command has no reason, because `aria-busy` says it.
   */
  get reason(): string | null {
    const { disabledReason } = this;
    return disabledReason === null || this.busy ? null : this.host.reasonText(disabledReason);
  }

  /**
   * The key combination that runs the command, as `aria-keyshortcuts` wants it; undefined where
   * there is none.
   */
  get keys(): string | undefined {
    return this.host.keys();
  }

  /**
   * Runs the command in the element's name. An error is kept in the element's `failure`.
   * @returns whether it succeeded
   */
  readonly run = (params?: CommandParams<N>): Promise<boolean> => this.host.run(params);
}
