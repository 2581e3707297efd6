/**
 * Shortcuts: keys that run commands from anywhere in the page, set by the attribute `shortcuts`.
 * Buttons read the keys of their commands in `agent.keys` for `aria-keyshortcuts`. Combinations are
 * parsed in `shortcut-keys.ts`; this module is loaded only if the attribute is set.
 */
import { commandNames, commandRow, DO_NOT_DISTURB_CODE, SobotError, type CommandName } from '../../../src/sdk/index.js';
import { kitEvent } from '../../../src/session/index.js';
import { disabledReason, type AgentState } from '../../../src/state/index.js';
import { baseMessages, Localizer } from '../../../src/ui/i18n/index.js';
import { parseJsonObject } from '../configuration.js';
import { agentMessages } from '../messages.js';
import type { AgentFeature, FeatureHost } from './agent-feature.js';
import {
  parseCombination,
  toAriaKeyShortcuts,
  isTyping,
  pressedCombination,
  type KeyCombination,
} from './shortcut-keys.js';

/** The shortcuts of the attribute without a value. Alt and Shift are free in browsers and in most pages. */
const defaultShortcuts: Readonly<Record<string, string>> = {
  answer: 'alt+shift+a',
  reject: 'alt+shift+d',
  hangup: 'alt+shift+e',
  hold: 'alt+shift+h',
  mute: 'alt+shift+m',
  ready: 'alt+shift+r',
  notReady: 'alt+shift+n',
  completeACW: 'alt+shift+f',
};

/** An action that a page can give a key. */
interface ShortcutAction {
  /** Its command, and the one that undoes it. */
  readonly commands: readonly [CommandName, CommandName?];
  /** Whether the second command is the one to run now. */
  readonly isToggled?: (call: AgentState['call']) => boolean | undefined;
}

/** The actions that have another name than their command, or that toggle. Every other action is a command. */
const extraActions: readonly (readonly [string, ShortcutAction])[] = [
  ['reject', { commands: ['rejectCall'] }],
  ['hold', { commands: ['holdCall', 'retrieveCall'], isToggled: (call) => call?.state === 'held' }],
  ['mute', { commands: ['muteCall', 'unmute'], isToggled: (call) => call?.muted }],
];

/** The parameters that a key can't give. Breaks need a choice. */
const fixedParams: Partial<Record<CommandName, Readonly<Record<string, unknown>>>> = {
  notReady: { reasonCode: DO_NOT_DISTURB_CODE },
};

/** Whether a command needs nothing but a key. Not `resetLogout`: it hangs up, so a dialog asks first. */
const canRunByKey = (command: CommandName): boolean =>
  command !== 'resetLogout' &&
  !command.startsWith('query') &&
  (!!fixedParams[command] || Object.values(commandRow(command).params).every(({ required }) => !required));

const actions: ReadonlyMap<string, ShortcutAction> = new Map([
  ...commandNames.filter(canRunByKey).map((name) => [name, { commands: [name] }] as const),
  ...extraActions,
]);

/** The command that an action runs in this state. */
const commandOf = (
  { commands: [command, alternative], isToggled }: ShortcutAction,
  { call }: AgentState,
): CommandName => (alternative && isToggled?.(call) ? alternative : null) ?? command;

/** The reasons why a command is disabled are among the base messages. */
const shortcutMessages = { ...baseMessages, ...agentMessages };

/** The commands that have a label; the others are announced by their name in the SDK. */
type NamedCommand = keyof typeof agentMessages extends infer K ? (K extends `command.${infer N}` ? N : never) : never;

const isNamed = (command: string): command is NamedCommand => Object.hasOwn(agentMessages, `command.${command}`);

/** Key presses that matched a shortcut, and whether one of the page's agents has run a command for them. */
const handledEvents = new WeakMap<Event, boolean>();

/**
 * Runs commands by keys from anywhere in the page, except where text is entered. A live region in the shadow root of the
 * agent element announces each result, because the focus may be far from any element of the kit.
 */
export class Shortcuts implements AgentFeature {
  /** The value of `shortcuts` that {@link #combinations} was made of. */
  #source: unknown = null;
  #combinations: ReadonlyMap<KeyCombination, readonly ShortcutAction[]> = new Map();
  #document: Document | null = null;
  readonly #localizer: Localizer<typeof shortcutMessages>;
  readonly #status = document.createElement('div');

  constructor(private readonly agent: FeatureHost) {
    this.#localizer = new Localizer(agent, shortcutMessages);
    this.#status.role = 'status';
    agent.renderRoot.append(this.#status);
  }

  hostConnected(): void {
    this.#document = this.agent.ownerDocument;
    this.#document.addEventListener('keydown', this.#handleKeydown);
  }

  hostDisconnected(): void {
    this.#document?.removeEventListener('keydown', this.#handleKeydown);
  }

  /** Parses the attribute when its value changes. */
  hostUpdated(): void {
    const { shortcuts } = this.agent;
    if (shortcuts === this.#source) return;
    this.#source = shortcuts;
    this.#combinations = this.#parse(shortcuts);
  }

  /** Ignores an invalid shortcut with a warning, and keeps the others. */
  #parse(source: FeatureHost['shortcuts']): ReadonlyMap<KeyCombination, readonly ShortcutAction[]> {
    const combinations = new Map<KeyCombination, ShortcutAction[]>();
    this.agent.keys.clear();
    if (!source && source !== '') return combinations;
    const requested =
      source === '' || source === true
        ? defaultShortcuts
        : parseJsonObject(source || null, (reason) => this.#warn(`shortcuts is left out: ${reason}.`));
    for (const [name, keys] of Object.entries(requested ?? {})) {
      try {
        const action = actions.get(name);
        if (!action) throw new Error(`there is no action of that name, but ${[...actions.keys()].join(', ')}`);
        const combination = parseCombination(keys);
        combinations.set(combination, [...(combinations.get(combination) ?? []), action]);
        for (const command of action.commands)
          if (command) this.agent.keys.set(command, toAriaKeyShortcuts(combination));
      } catch (cause) {
        this.#warn(`The shortcut "${name}" is left out: ${cause instanceof Error ? cause.message : String(cause)}.`);
      }
    }
    return combinations;
  }

  /**
   * Runs the first enabled command of a combination, which may have several, such as answer and
   * hang up. Of several agents in a page, the first that can run its command does.
   */
  readonly #handleKeydown = (event: KeyboardEvent): void => {
    const isRun = handledEvents.get(event);
    const isCanceledByPage = event.defaultPrevented && isRun === undefined;
    if (event.repeat || isRun || isCanceledByPage || isTyping(event)) return;
    const matchedActions = this.#combinations.get(pressedCombination(event));
    if (!matchedActions) return;
    event.preventDefault(); // Also of a disabled command: Ctrl+S must not save the page now and then.
    const { state } = this.agent;
    const commands = matchedActions.map((action) => commandOf(action, state));
    const enabledCommand = commands.find((command) => !disabledReason(state, command));
    handledEvents.set(event, enabledCommand !== undefined);
    if (enabledCommand) void this.#run(enabledCommand);
    // After the other agents of the page have had the event: one of them may have run its command.
    else setTimeout(() => handledEvents.get(event) || this.#reportDisabled(state, commands));
  };

  /**
   * Runs a command and announces the result. A veto is not announced: the page that prevents a
   * command explains it.
   */
  async #run(command: CommandName): Promise<void> {
    try {
      await this.agent.session?.execute(command, fixedParams[command], this.agent);
      this.#announce(this.#localizer.translate('shortcut.done', this.#label(command)));
    } catch (cause) {
      if (!(cause instanceof SobotError) || cause.kind !== 'vetoed') this.#announce(String((cause as Error).message));
    }
  }

  /**
   * Announces why nothing happened: an agent who can't see the buttons would wait for the command.
   */
  #reportDisabled(state: AgentState, commands: readonly CommandName[]): void {
    const [command] = commands;
    const reason = command && disabledReason(state, command);
    if (!reason) return;
    const text = this.#localizer.translate(
      'shortcut.impossible',
      this.#label(command),
      this.#localizer.translate(`why.${reason}`),
    );
    this.#warn(text);
    this.#announce(text);
  }

  /** The text of the command's button in the language of the element. */
  #label(command: CommandName): string {
    return isNamed(command) ? this.#localizer.translate(`command.${command}`) : command;
  }

  /** Announces a text, also one that is there already: a screen reader reads changes only, so a space makes one. */
  #announce(text: string): void {
    this.#status.textContent = this.#status.textContent === text ? `${text}\u00a0` : text;
  }

  #warn(message: string): void {
    this.agent.dispatchEvent(kitEvent('sobot-warning', { code: 'shortcut', message }));
  }
}
