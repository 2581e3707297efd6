/** Tables read from the sources: kinds of errors, values of the state, warnings, storage keys, tokens of the theme. */
import ts from 'typescript';
import { preflightPanelMessages } from '../../dist/elements/sobot-preflight/panel-messages.js';
import { code, described, read, sources, table, union } from './markdown.mjs';

const STATE = 'src/state/model.ts';

const whatToDo = {
  config: 'Correct the attribute that the message names.',
  load: 'Allow the script’s address in policy, proxy and blockers; `start()` tries again.',
  init: 'Check company code, agent and token; `start()` tries again.',
  invalid: 'Correct the parameter that the message names.',
  refused: 'Call `start()` first.',
  vetoed: 'None needed: a listener of `sobot-command` called `preventDefault()`.',
  command: 'Read the SDK’s own text in `message`, and its `code`.',
  timeout: 'Read the state, then try again. A late answer still counts.',
  displaced: 'Ask the agent; `takeOver()` takes the session back.',
  disconnected: 'Call `start()` again where needed.',
};

function errorTable() {
  const kinds = union('src/sdk/errors.ts', 'SobotErrorKind');
  const when = Object.fromEntries(
    [...read('src/sdk/errors.ts').matchAll(/^ \* - `(\w+)` (.+)$/gm)].map(([, kind, text]) => [kind, text]),
  );
  const rows = described('error kinds', kinds, whatToDo);
  return table(
    ['kind', 'when', 'what to do'],
    rows.map(([kind, remedy], i) => [kind, when[kinds[i]], remedy]),
  );
}

const phases = {
  idle: 'not started, or stopped',
  loading: 'the SDK’s script and the token are being fetched',
  initializing: '`initAgent` was called and has not answered',
  ready: 'commands can be sent',
  failed: 'the start failed; `state.error` says why',
  displaced: 'another tab or device took over the session',
};

const presences = {
  offline: 'logged out',
  ready: 'available for calls',
  dnd: 'do not disturb',
  break: 'on a break; `label` is the company’s name for it',
};

const calls = {
  none: 'no call',
  dialing: 'an outbound call is being set up',
  ringing: 'an inbound call rings at the agent’s extension',
  talking: 'answered',
  held: 'the other party hears hold music',
  'wrap-up': 'after-call work',
};

const consults = {
  none: 'no consultation',
  dialing: 'the third party’s phone rings',
  talking: 'the third party has answered',
  conference: 'all three parties hear each other',
};

const connections = {
  connected: 'the platform is reachable and has confirmed the state',
  reconnecting: 'the platform was out of reach and has not confirmed the state yet',
  offline: 'the platform is out of reach',
  displaced: 'another tab or device took over the session',
};

const words = (attribute, path, type, descriptions) =>
  described(type, union(path, type), descriptions).map(([word, text]) => [code(attribute), word, text]);

const attributeTable = () =>
  table(
    ['attribute', 'word', 'meaning'],
    [
      ...words('phase', STATE, 'Phase', phases),
      ...words('presence', 'src/sdk/vocabulary.ts', 'PresenceStatus', presences),
      ...words('connection', STATE, 'Connection', connections),
      ...words('call', 'src/sdk/vocabulary.ts', 'CallStatus', calls),
      ...words('consult', 'src/sdk/vocabulary.ts', 'ConsultStatus', consults),
    ],
  );

const comment = (member) =>
  ts
    .getJSDocCommentsAndTags(member)
    .map((each) => each.comment ?? '')
    .join(' ');

function fail(message) {
  throw new Error(message);
}

/** Descriptions of fields whose declaration has no comment. */
const plain = {
  phase: 'Progress of the start.',
  error: 'Reason why the start or the token failed: `kind`, `message`, `code`.',
  presence: 'Status of the agent: `status`, `reasonCode`, `label`, `since`.',
  call: 'Current call, described below.',
  consult: 'Consultation: `id`, `number`, `state`.',
  wrapUp: 'After-call work: `callId`, `since`, `endsAt`, `presumed`.',
  agent: 'Agent who is logged in: `number`, `id`, `name`, `ext`, `phone`, `phoneType`.',
  network: 'Last sample of the voice connection: `ping`, `jitter`, `loss`, `quality`, `mos`, `at`.',
  connection: 'State of the connection to the platform.',
  microphone: 'Why a call has no microphone, as the browser or the sandbox reports it; null for no known problem.',
  reachable: 'Whether calls can ring at the extension. True until the platform reports otherwise.',
  type: '`inbound`, `outbound`, `internal` or `consult`.',
  state: '`dialing`, `ringing`, `talking` or `held`.',
  name: 'Name from `partyResolver`, or null.',
  parties: 'All parties of the call: `number`, `role`, `state`, `name`.',
  muted: 'Whether the microphone is muted.',
  startedAt: 'Time at which the call began, in milliseconds since 1970.',
  connectedAt: 'Time at which the call was answered, or null before that.',
  attachedData: 'Business data of the call.',
};

/** The fields of an interface of the state, described by their comments. */
function fields(name) {
  const source = ts.createSourceFile(STATE, read(STATE), ts.ScriptTarget.Latest, true);
  const found = source.statements.find((each) => ts.isInterfaceDeclaration(each) && each.name.text === name);
  return found.members.map((member) => [
    code(member.name.text),
    code(member.type.getText()),
    comment(member) || plain[member.name.text] || fail(`${name}.${member.name.text} is not described.`),
  ]);
}

const stateTable = () => table(['field', 'type', 'meaning'], fields('AgentState'));
const callTable = () => table(['field', 'type', 'meaning'], fields('Call'));

const warnings = {
  'call-log': 'The storage of the call log is out of reach. The log goes on in memory.',
  config: 'A setting is ignored, or takes effect at the next start.',
  'invoker-command': 'A button’s command is not in `invoker-commands`.',
  'insecure-context': 'The page is not served by HTTPS.',
  number: 'A command was sent without the extension in one of its numbers.',
  'party-resolver': '`partyResolver` failed; the call goes on without a name.',
  'screen-pop-origin': 'A screen pop opened no page, because its origin is not in `screen-pop-origins`.',
  shortcut: 'A shortcut is ignored, or the shortcuts could not be loaded.',
  'tel-link': 'A link that `scan` found was not dialled.',
  token: 'The SDK rejected the new token.',
  'unknown-command': 'The `command` of a button is unknown.',
  'renamed-attribute': 'An attribute was renamed. The old name works for one more release.',
  'status-unconfirmed': 'The platform was out of reach and has not confirmed the state yet.',
  'unknown-event': 'The SDK sent an unknown message. It is dispatched as a DOM event like any other.',
};

function warningTable() {
  const found = sources()
    .filter(([path]) => !path.startsWith('src/sandbox/'))
    .flatMap(([, text]) => [...text.matchAll(/(?:\bwarn\(\s*|'sobot-warning', \{\s*code: |#warn\(\s*)'([a-z-]+)'/g)])
    .map(([, name]) => name);
  const rows = described('warnings', [...new Set(found)].sort(), warnings);
  return table(['code', 'meaning'], rows);
}

const session = '`sessionStorage`: this tab, until it is closed';
const stored = {
  'sobot-elements.draft.': [session, 'notes and disposition of a call, by the call’s id', 'the wrap-up ends'],
  'sobot-elements.wrap-up.': [
    session,
    'the call in wrap-up, by agent: number, name, times, parties, business data',
    'the wrap-up ends',
  ],
  'sobot-elements.screen-pop': [session, 'ids of the calls whose page was opened', 'the tab is closed'],
  'sobot-elements.sound': ['`localStorage`: this browser', 'volume, ringing device, notifications on or off', 'never'],
  'sobot-elements': [
    'IndexedDB: this browser, only with `<sobot-call-log persist>`',
    'the call log: numbers, names, times, results',
    '`max-age`, `max-entries`, or **Clear**',
  ],
};

function storageTable() {
  const found = sources()
    .flatMap(([, text]) => [
      ...text.matchAll(/const (?:STORAGE_KEY|KEY_PREFIX|DATABASE_NAME) = '(sobot-elements[^']*)'/g),
    ])
    .map(([, key]) => key);
  const rows = described('storage', [...new Set(found)].sort(), stored);
  return table(['key', 'storage', 'content', 'deleted when'], rows);
}

const tokens = {
  surface: 'cards, panels',
  sunken: 'keys and fields on a card',
  line: 'dividers',
  'field-line': 'borders of fields',
  text: 'text',
  muted: 'labels, hints',
  accent: 'primary button, links, focus ring',
  'on-accent': 'text on the accent colour',
  go: 'Answer, Call, Ready',
  'on-go': 'text on the `go` colour',
  stop: 'Hang up, Decline, errors',
  'on-stop': 'text on the `stop` colour',
  warn: 'warnings and breaks',
  radius: 'corner radius',
  gap: 'spacing',
  target: 'minimum height of buttons and fields',
  font: 'typeface',
};

/** Whether a custom property belongs to the theme that all elements share. */
export const isToken = (property) => property.slice('--sobot-'.length) in tokens;

function tokenTable() {
  const found = [...read('src/ui/styles/tokens.ts').matchAll(/--_[\w-]+: var\(--sobot-([\w-]+), (.+)\);/g)];
  const defaults = Object.fromEntries(found.map(([, name, value]) => [name, value]));
  const rows = described('tokens', Object.keys(defaults), tokens);
  const property = ([name, text]) => {
    const bare = name.slice(1, -1);
    return [code(`--sobot-${bare}`), code(defaults[bare]), text];
  };
  return table(['custom property', 'default', 'used for'], rows.map(property));
}

function preflightTable() {
  const problems = union('elements/sobot-preflight/result.ts', 'CheckProblem');
  const word = (kind, name) =>
    preflightPanelMessages[`preflight.${kind}.${name}`].replace(/<[^>]+>/g, (tag) => code(tag));
  return table(
    ['problem', 'message', 'remedy'],
    problems.map((name) => [code(name), word('problem', name), word('remedy', name)]),
  );
}

export const codeTables = {
  errors: errorTable,
  attributes: attributeTable,
  state: stateTable,
  call: callTable,
  warnings: warningTable,
  storage: storageTable,
  tokens: tokenTable,
  preflight: preflightTable,
};
