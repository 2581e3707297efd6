/** Writes docs/commands.md and docs/events.md from the tables of src/sdk: node docs/tables.mjs, after a build. */
import { realpathSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { commands, domEventName, events, isQuery, kebab } from '../dist/src/sdk/index.js';

const row = (...cells) => `| ${cells.join(' | ')} |`;
const code = (text) => `\`${text}\``;

const table = (heads, rows) => [row(...heads), row(...heads.map(() => '---')), ...rows].join('\n');

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

const commandRows = (wanted) =>
  Object.entries(commands)
    .filter(([name]) => isQuery(name) === wanted)
    .map(([name, { params, when, source }]) =>
      row(code(name), code(`--${kebab(name)}`), paramsOf(params), whenOf(when), source),
    );

const heads = [
  'method',
  'verb for buttons',
  'parameters',
  'a control for it is enabled',
  'section of the vendor’s document',
];

const commandsText = `# Commands

Made from \`src/sdk/commands.ts\` by \`docs/tables.mjs\`. Every method of the vendor's SDK is a method of \`agent.session\` that
gives a promise, spelled as the vendor spells it: \`await agent.session.makeCall({ otherDN: '5550100' })\`. Without script it is
\`<button commandfor="phone" command="--make-call" data-number="5550100">\`. Required parameters are bold. What the table
doesn't list passes through to the SDK.

Programmatic calls are never held back by the column "enabled": what the SDK can judge, the SDK judges.

${table(heads, commandRows(false))}

## Queries

They change nothing and give no \`sobot-command\`.

${table(heads, commandRows(true))}
`;

const certainties = { documented: 'documented', seen: 'seen in the vendor’s public code', assumed: 'assumed' };

const eventRows = Object.entries(events).map(([messageID, { certainty, signal, meaning }]) =>
  row(code(messageID), code(domEventName(messageID)), meaning, certainties[certainty], signal ? code(signal) : ''),
);

const eventsText = `# Messages of the SDK

Made from \`src/sdk/events.ts\` by \`docs/tables.mjs\`. Every message of the SDK goes out from \`<sobot-agent>\` as a DOM event with
the SDK's own object as \`detail\`, and again as \`sobot-event\`. This table only says which of them the kit understands:
one that is missing here goes out as well, by the same rule of naming (\`EventSomethingNew2\` -> \`sobot-something-new2\`).

The vendor's documents name ten of them. The rest is marked: names that were seen in code that the vendor publishes,
and names that are only assumed, because telephony systems with the same vocabulary use them. Nothing hangs on an
assumed name. Where a tenant has others, \`event-aliases='{"EventHeld": "EventAgentHoldCall"}'\` maps them.

\`sobot-agent-ready\` is the vendor's "agent became ready". That the phone itself is ready is \`sobot-phase-change\`.

${table(['message', 'DOM event', 'meaning', 'certainty of the name', 'signal to the state'], eventRows)}
`;

/** File name -> text, as prettier would have it. */
export async function tables() {
  const options = { ...(await resolveConfig(import.meta.filename)), parser: 'markdown' };
  return { 'commands.md': await format(commandsText, options), 'events.md': await format(eventsText, options) };
}

if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename) {
  for (const [name, text] of Object.entries(await tables())) writeFileSync(new URL(name, import.meta.url), text);
}
