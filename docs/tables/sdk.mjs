/** The tables of commands and messages, from src/sdk. */
import {
  commands,
  commandSections,
  domEventName,
  events,
  isQuery,
  kebab,
  messageMeanings,
} from '../../dist/src/sdk/index.js';
import { code, table } from './markdown.mjs';

const clauses = {
  presence: (words) => `status ${words.join(', ')}`,
  call: (words) => `call ${words.join(', ')}`,
  consult: (words) => `consultation ${words.join(', ')}`,
  muted: (on) => (on ? 'muted' : 'not muted'),
};

const whenOf = (when) =>
  Object.entries(when)
    .map(([clause, wanted]) => clauses[clause](wanted))
    .join('; ') || 'always';

const paramsOf = (params) =>
  Object.entries(params)
    .map(([name, { required }]) => (required ? `**${code(name)}**` : code(name)))
    .join(', ');

const heads = [
  'method',
  'verb for buttons',
  'parameters',
  'a control for it is enabled',
  'section of the vendor’s document',
];

const commandTable = (wanted) =>
  table(
    heads,
    Object.entries(commands)
      .filter(([name]) => isQuery(name) === wanted)
      .map(([name, { params, when }]) => [
        code(name),
        code(`--${kebab(name)}`),
        paramsOf(params),
        whenOf(when),
        commandSections[name],
      ]),
  );

const certainties = {
  documented: 'documented',
  seen: 'seen in the vendor’s public code',
  assumed: 'assumed',
  sandbox: 'the sandbox’s own',
};

export const sdkTables = {
  commands: () => commandTable(false),
  queries: () => commandTable(true),
  messages: () =>
    table(
      ['message', 'DOM event', 'meaning', 'certainty of the name', 'signal to the state'],
      Object.entries(events).map(([messageID, { certainty, signal }]) => [
        code(messageID),
        code(domEventName(messageID)),
        messageMeanings[messageID],
        certainties[certainty],
        signal ? code(signal) : '',
      ]),
    ),
};
