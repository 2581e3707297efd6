import type { ReactiveController } from 'lit';
import { commandNames, commandRow, SobotError, type CommandName } from '../../src/sdk/index.js';
import { disabledReason, type AgentState } from '../../src/state/index.js';
import { baseMessages, Localizer } from '../../src/ui/i18n/index.js';
import { agentMessages } from './messages.js';
import type { AgentWithShortcuts } from './lazy-features.js';
import { kitEvent } from './kit-event.js';
import { combinationOf, inAria, isTyping, pressed, type Combination } from './shortcut-keys.js';
import { objectOf } from './configuration-errors.js';

/** What the bare attribute means. */
const defaults: Readonly<Record<string, string>> = {
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
interface Action {
  readonly commands: readonly [CommandName, CommandName?];
  readonly turned?: (call: AgentState['call']) => boolean | undefined;
}

/** What has another name than its command, or depends on the call. */
const further: readonly (readonly [string, Action])[] = [
  ['reject', { commands: ['rejectCall'] }],
  ['hold', { commands: ['holdCall', 'retrieveCall'], turned: (call) => call?.state === 'held' }],
  ['mute', { commands: ['muteCall', 'unmute'], turned: (call) => call?.muted }],
];

const params: Partial<Record<CommandName, Readonly<Record<string, unknown>>>> = { notReady: { reasonCode: 2 } };

/** Commands that a key alone can give. Not the reset: it hangs up, and is asked about first. */
const isGivenByKey = (command: CommandName): boolean =>
  command !== 'resetLogout' &&
  !command.startsWith('query') &&
  (!!params[command] || Object.values(commandRow(command).params).every(({ required }) => !required));

const actions: ReadonlyMap<string, Action> = new Map([
  ...commandNames.filter(isGivenByKey).map((name) => [name, { commands: [name] }] as const),
  ...further,
]);

const commandOf = ({ commands: [command, other], turned }: Action, { call }: AgentState): CommandName =>
  (other && turned?.(call) ? other : null) ?? command;

const shortcutMessages = { ...baseMessages, ...agentMessages };

type NamedCommand = keyof typeof agentMessages extends infer K ? (K extends `command.${infer N}` ? N : never) : never;

const isNamed = (command: string): command is NamedCommand => Object.hasOwn(agentMessages, `command.${command}`);

/** Key presses that belong to the shortcuts of some agent: whether one of the agents could do something with it. */
const taken = new WeakMap<Event, boolean>();

/** Works an agent from the keyboard, wherever in the page the focus is, but for where somebody types. */
export class Shortcuts implements ReactiveController {
  #given: unknown = null;
  #combinations: ReadonlyMap<Combination, readonly Action[]> = new Map();
  #document: Document | null = null;
  readonly #localizer: Localizer<typeof shortcutMessages>;
  readonly #said = document.createElement('div');

  constructor(private readonly agent: AgentWithShortcuts) {
    this.#localizer = new Localizer(agent, shortcutMessages);
    this.#said.role = 'status';
    agent.renderRoot.append(this.#said);
    agent.addController(this);
    this.hostUpdated();
  }

  hostConnected(): void {
    this.#document = this.agent.ownerDocument;
    this.#document.addEventListener('keydown', this.#keyed);
  }

  hostDisconnected(): void {
    this.#document?.removeEventListener('keydown', this.#keyed);
  }

  hostUpdated(): void {
    const { shortcuts } = this.agent;
    if (shortcuts === this.#given) return;
    this.#given = shortcuts;
    this.#combinations = this.#read(shortcuts);
  }

  #read(given: AgentWithShortcuts['shortcuts']): ReadonlyMap<Combination, readonly Action[]> {
    const read = new Map<Combination, Action[]>();
    this.agent.keys.clear();
    if (!given && given !== '') return read;
    const asked =
      given === '' || given === true
        ? defaults
        : objectOf(given || null, (why) => this.#warn(`shortcuts is left out: ${why}.`));
    for (const [name, keys] of Object.entries(asked ?? {})) {
      try {
        const action = actions.get(name);
        if (!action) throw new Error(`there is no action of that name, but ${[...actions.keys()].join(', ')}`);
        const combination = combinationOf(keys);
        read.set(combination, [...(read.get(combination) ?? []), action]);
        for (const command of action.commands) if (command) this.agent.keys.set(command, inAria(combination));
      } catch (cause) {
        this.#warn(`The shortcut "${name}" is left out: ${cause instanceof Error ? cause.message : String(cause)}.`);
      }
    }
    return read;
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.repeat || taken.get(event) || (event.defaultPrevented && !taken.has(event)) || isTyping(event)) return;
    const meant = this.#combinations.get(pressed(event));
    if (!meant) return;
    event.preventDefault(); // also of what can't be done: Ctrl+S must not save the page now and then
    const { state } = this.agent;
    const commands = meant.map((action) => commandOf(action, state));
    const possible = commands.find((command) => !disabledReason(state, command));
    taken.set(event, possible !== undefined);
    if (possible) void this.#run(possible);
    else setTimeout(() => taken.get(event) || this.#refuse(state, commands)); // unless another agent could
  };

  async #run(command: CommandName): Promise<void> {
    try {
      await this.agent.session?.execute(command, params[command], this.agent);
      this.#say(this.#localizer.translate('shortcut.done', this.#label(command)));
    } catch (cause) {
      if (!(cause instanceof SobotError) || cause.kind !== 'vetoed') this.#say(String((cause as Error).message));
    }
  }

  #refuse(state: AgentState, commands: readonly CommandName[]): void {
    const [command] = commands;
    const why = command && disabledReason(state, command);
    if (!why) return;
    const text = this.#localizer.translate(
      'shortcut.impossible',
      this.#label(command),
      this.#localizer.translate(`why.${why}`),
    );
    this.#warn(text);
    this.#say(text);
  }

  #label(command: CommandName): string {
    return isNamed(command) ? this.#localizer.translate(`command.${command}`) : command;
  }

  /** The same text twice would be said once. */
  #say(text: string): void {
    this.#said.textContent = this.#said.textContent === text ? `${text}\u00a0` : text;
  }

  #warn(message: string): void {
    this.agent.dispatchEvent(kitEvent('sobot-warning', { code: 'shortcut', message }));
  }
}
