import { commandNames, commandRow, kebab, SobotError, type CommandName } from '../../src/sdk/index.js';
import { kitEvent, type AgentSession } from '../../src/session/index.js';

const commandsByVerb: ReadonlyMap<string, CommandName> = new Map(
  commandNames.map((name) => [`--${kebab(name)}`, name]),
);

/** Names that a page author would use for the vendor's. */
const parameterAliases: Readonly<Record<string, string>> = {
  number: 'otherDN',
  digits: 'dtmfDigits',
  reason: 'reasonCode',
  seconds: 'delayTime',
  agent: 'targetAgentID',
  state: 'agentState',
  ext: 'bindExt',
};

const normalizeName = (name: string): string => name.replaceAll('-', '').toLowerCase();

function parseValue(text: string): unknown {
  if (!text.trim().startsWith('{')) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text; // the command's own check says what is wrong with it
  }
}

/** Without `instanceof`: a button may come from another realm, as in the canvas of a page builder. */
const datasetOf = (source: Element | null): DOMStringMap =>
  source && 'dataset' in source ? (source as HTMLElement).dataset : {};

/** A button's `data-*` as parameters: by the vendor's name, case and dashes ignored, or by a friendly one. */
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

/** Does what a `<button commandfor command="--hold-call">` asks of its agent. What fails is told by `sobot-command-error`. */
export function invokeCommand(
  { command: verb, source }: Pick<CommandEvent, 'command' | 'source'>,
  agent: EventTarget & { readonly session: AgentSession | null },
): void {
  const command = commandsByVerb.get(verb);
  if (!command) {
    const message = `There is no command "${verb}".`;
    // Without the dashes it is the browser's own: show-modal and the like.
    if (verb.startsWith('--')) agent.dispatchEvent(kitEvent('sobot-warning', { code: 'unknown-command', message }));
    return;
  }
  const params = commandParams(command, source);
  if (agent.session) {
    agent.session.execute(command, params, source).catch(() => undefined);
    return;
  }
  const error = new SobotError('refused', `${command}: the phone is not started. Start it, then try again.`, {
    command,
  });
  agent.dispatchEvent(kitEvent('sobot-command-error', { command, params, error }));
}
