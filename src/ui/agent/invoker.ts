import { commandNames, commandRow, kebab, type CommandName } from '../../sdk/index.js';

const verbs: ReadonlyMap<string, CommandName> = new Map(commandNames.map((name) => [`--${kebab(name)}`, name]));

/** The command of a verb, `--hold-call`. */
export const commandOfVerb = (verb: string): CommandName | undefined => verbs.get(verb);

/** Names that a page author would use for the vendor's. */
const friendly: Readonly<Record<string, string>> = {
  number: 'otherDN',
  digits: 'dtmfDigits',
  reason: 'reasonCode',
  seconds: 'delayTime',
  agent: 'targetAgentID',
  state: 'agentState',
  ext: 'bindExt',
};

const plain = (name: string): string => name.replaceAll('-', '').toLowerCase();

function value(text: string): unknown {
  if (!text.trim().startsWith('{')) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text; // the command's own check says what is wrong with it
  }
}

/** A button's `data-*` as parameters: by the vendor's name, case and dashes ignored, or by a friendly one. */
export function paramsOfButton(
  command: CommandName,
  data: Readonly<Record<string, string | undefined>>,
): Record<string, unknown> {
  const known = Object.keys(commandRow(command).params);
  const params: Record<string, unknown> = {};
  for (const [key, text] of Object.entries(data)) {
    const name = known.find((each) => plain(each) === plain(key)) ?? friendly[plain(key)];
    if (name && known.includes(name) && text !== undefined) params[name] = value(text);
  }
  return params;
}
