/**
 * Commands by markup: `<button commandfor="agent" command="--hold-call">`, without a line of
 * script.
 * The browser's Invoker Commands send a `command` event to the element that `commandfor` names.
 * Names of commands and parameters come from the command table.
 */
import { commandNames, commandRow, kebab, SobotError, type CommandName } from '../../../src/sdk/index.js';
import { kitEvent } from '../../../src/session/index.js';
import type { AgentFeature, FeatureHost } from './agent-feature.js';

/** Values of the attribute `command`: two dashes and the vendor's method in kebab case, `--hold-call`. */
const commandsByVerb: ReadonlyMap<string, CommandName> = new Map(
  commandNames.map((name) => [`--${kebab(name)}`, name]),
);

/** Parameter names that page authors use, and the vendor's names of the same parameters. */
const parameterAliases: Readonly<Record<string, string>> = {
  number: 'otherDN',
  digits: 'dtmfDigits',
  reason: 'reasonCode',
  seconds: 'delayTime',
  agent: 'targetAgentID',
  state: 'agentState',
  ext: 'bindExt',
};

/** `data-other-dn`, `data-otherdn` and `otherDN` are one name. */
const normalizeName = (name: string): string => name.replaceAll('-', '').toLowerCase();

/** Parses a value that looks like a JSON object, such as `data-user-data`. Every other value stays a string. */
function parseValue(text: string): unknown {
  if (!text.trim().startsWith('{')) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text; // The parameter check of the command reports the error.
  }
}

/** The `data-*` of a button. No `instanceof`: in the canvas of a page builder the button is of another realm. */
const datasetOf = (source: Element | null): DOMStringMap =>
  source && 'dataset' in source ? (source as HTMLElement).dataset : {};

/** The parameters of a command from the `data-*` of a button. Other data attributes are ignored. */
function commandParams(command: CommandName, source: Element | null): Record<string, unknown> {
  const knownNames = Object.keys(commandRow(command).params);
  const params: Record<string, unknown> = {};
  for (const [key, text] of Object.entries(datasetOf(source))) {
    const name =
      knownNames.find((each) => normalizeName(each) === normalizeName(key)) ?? parameterAliases[normalizeName(key)];
    if (name && knownNames.includes(name) && text !== undefined) params[name] = parseValue(text);
  }
  return params;
}

/** Runs the command that a `<button commandfor="…" command="--hold-call">` names, with its `data-*` as parameters. */
export class InvokerCommands implements AgentFeature {
  constructor(private readonly agent: FeatureHost) {}

  hostConnected(): void {
    this.agent.addEventListener('command', this.#handleCommand);
  }

  hostDisconnected(): void {
    this.agent.removeEventListener('command', this.#handleCommand);
  }

  /** Runs a custom command, warns of an unknown one, and leaves the browser's own alone. */
  readonly #handleCommand = (event: Event): void => {
    const { command: verb, source } = event as CommandEvent;
    const command = commandsByVerb.get(verb);
    if (command && !this.#isAllowed(verb))
      this.#warn('invoker-command', `${verb} is not in invoker-commands. Nothing was sent.`);
    else if (command) this.#run(command, source);
    // Without the dashes it is a command of the browser, such as show-modal.
    else if (verb.startsWith('--')) this.#warn('unknown-command', `There is no command "${verb}".`);
  };

  /** Whether `invoker-commands` has the verb, with or without its dashes. `none` is no verb. */
  #isAllowed(verb: string): boolean {
    const words = this.agent.invokerCommands.split(/\s+/).filter(Boolean);
    return words.length === 0 || words.some((word) => `--${word.replace(/^--/, '')}` === verb);
  }

  #warn(code: string, message: string): void {
    this.agent.dispatchEvent(kitEvent('sobot-warning', { code, message }));
  }

  /** Reports a failure by `sobot-command-error`: a button in plain HTML has no other place for it. */
  #run(command: CommandName, source: Element | null): void {
    const { agent } = this;
    const params = commandParams(command, source);
    if (agent.session) {
      agent.session.execute(command, params, source).catch(() => undefined); // The session has dispatched the error.
      return;
    }
    const error = new SobotError('refused', `${command}: the phone is not started. Start it, then try again.`, {
      command,
    });
    agent.dispatchEvent(kitEvent('sobot-command-error', { command, params, error }));
  }
}
