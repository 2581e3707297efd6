import type { ReactiveController } from 'lit';
import { commandNames, commandRow, DO_NOT_DISTURB_CODE, SobotError, type CommandName } from '../../src/sdk/index.js';
import { disabledReason, type AgentState } from '../../src/state/index.js';
import { baseMessages, Localizer } from '../../src/ui/i18n/index.js';
import { agentMessages } from './messages.js';
import type { AgentWithShortcuts } from './lazy-features.js';
import { kitEvent } from '../../src/session/index.js';
import {
  parseCombination,
  toAriaKeyShortcuts,
  isTyping,
  pressedCombination,
  type KeyCombination,
} from './shortcut-keys.js';
import { parseJsonObject } from './configuration-errors.js';

/** What the bare attribute means. */
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

/** What an action does, and what it does instead when its turn has come. */
interface ShortcutAction {
  readonly commands: readonly [CommandName, CommandName?];
  readonly isToggled?: (call: AgentState['call']) => boolean | undefined;
}

/** What has another name than its command, or depends on the call. */
const extraActions: readonly (readonly [string, ShortcutAction])[] = [
  ['reject', { commands: ['rejectCall'] }],
  ['hold', { commands: ['holdCall', 'retrieveCall'], isToggled: (call) => call?.state === 'held' }],
  ['mute', { commands: ['muteCall', 'unmute'], isToggled: (call) => call?.muted }],
];

const fixedParams: Partial<Record<CommandName, Readonly<Record<string, unknown>>>> = { notReady: { reasonCode: DO_NOT_DISTURB_CODE } };

/** Commands that a key alone can give. Not the reset: it hangs up, and is asked about first. */
const canRunByKey = (command: CommandName): boolean =>
  command !== 'resetLogout' &&
  !command.startsWith('query') &&
  (!!fixedParams[command] || Object.values(commandRow(command).params).every(({ required }) => !required));

const actions: ReadonlyMap<string, ShortcutAction> = new Map([
  ...commandNames.filter(canRunByKey).map((name) => [name, { commands: [name] }] as const),
  ...extraActions,
]);

const commandOf = (
  { commands: [command, alternative], isToggled }: ShortcutAction,
  { call }: AgentState,
): CommandName => (alternative && isToggled?.(call) ? alternative : null) ?? command;

const shortcutMessages = { ...baseMessages, ...agentMessages };

type NamedCommand = keyof typeof agentMessages extends infer K ? (K extends `command.${infer N}` ? N : never) : never;

const isNamed = (command: string): command is NamedCommand => Object.hasOwn(agentMessages, `command.${command}`);

/** Key presses that belong to the shortcuts of some agent: whether one of the agents could do something with it. */
const handledEvents = new WeakMap<Event, boolean>();

/** Works an agent from the keyboard, wherever in the page the focus is, but for where somebody types. */
export class Shortcuts implements ReactiveController {
  #source: unknown = null;
  #combinations: ReadonlyMap<KeyCombination, readonly ShortcutAction[]> = new Map();
  #document: Document | null = null;
  readonly #localizer: Localizer<typeof shortcutMessages>;
  readonly #status = document.createElement('div');

  constructor(private readonly agent: AgentWithShortcuts) {
    this.#localizer = new Localizer(agent, shortcutMessages);
    this.#status.role = 'status';
    agent.renderRoot.append(this.#status);
    agent.addController(this);
    this.hostUpdated();
  }

  hostConnected(): void {
    this.#document = this.agent.ownerDocument;
    this.#document.addEventListener('keydown', this.#handleKeydown);
  }

  hostDisconnected(): void {
    this.#document?.removeEventListener('keydown', this.#handleKeydown);
  }

  hostUpdated(): void {
    const { shortcuts } = this.agent;
    if (shortcuts === this.#source) return;
    this.#source = shortcuts;
    this.#combinations = this.#parse(shortcuts);
  }

  #parse(source: AgentWithShortcuts['shortcuts']): ReadonlyMap<KeyCombination, readonly ShortcutAction[]> {
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

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (
      event.repeat ||
      handledEvents.get(event) ||
      (event.defaultPrevented && !handledEvents.has(event)) ||
      isTyping(event)
    )
      return;
    const matchedActions = this.#combinations.get(pressedCombination(event));
    if (!matchedActions) return;
    event.preventDefault(); // also of what can't be done: Ctrl+S must not save the page now and then
    const { state } = this.agent;
    const commands = matchedActions.map((action) => commandOf(action, state));
    const enabledCommand = commands.find((command) => !disabledReason(state, command));
    handledEvents.set(event, enabledCommand !== undefined);
    if (enabledCommand) void this.#run(enabledCommand);
    else setTimeout(() => handledEvents.get(event) || this.#reportDisabled(state, commands)); // unless another agent could
  };

  async #run(command: CommandName): Promise<void> {
    try {
      await this.agent.session?.execute(command, fixedParams[command], this.agent);
      this.#announce(this.#localizer.translate('shortcut.done', this.#label(command)));
    } catch (cause) {
      if (!(cause instanceof SobotError) || cause.kind !== 'vetoed') this.#announce(String((cause as Error).message));
    }
  }

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

  #label(command: CommandName): string {
    return isNamed(command) ? this.#localizer.translate(`command.${command}`) : command;
  }

  /** The same text twice would be said once. */
  #announce(text: string): void {
    this.#status.textContent = this.#status.textContent === text ? `${text}\u00a0` : text;
  }

  #warn(message: string): void {
    this.agent.dispatchEvent(kitEvent('sobot-warning', { code: 'shortcut', message }));
  }
}
