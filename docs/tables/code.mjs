/** What the sources tell besides: kinds of errors, words of the state, warnings, storage, tokens of the theme. */
import ts from 'typescript';
import { preflightPanelMessages } from '../../dist/elements/sobot-preflight/panel-messages.js';
import { code, described, read, sources, table, union } from './markdown.mjs';

const STATE = 'src/state/model.ts';

const whatToDo = {
  config: 'Correct the attribute that the message names.',
  load: 'Allow the script’s address in policy, proxy and blockers; `start()` tries again.',
  init: 'Check company code, agent and token; `start()` tries again.',
  invalid: 'Correct the parameter that the message names.',
  refused: 'Start the phone first.',
  vetoed: 'Nothing: a listener of `sobot-command` called `preventDefault()`.',
  command: 'Read the SDK’s own text in `message`, and its `code`.',
  timeout: 'Look at the state, then try again. A late answer still counts.',
  displaced: 'Ask the agent; `takeOver()` takes the phone back.',
  disconnected: 'Start again, if it is wanted.',
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
  loading: 'the SDK’s script is on its way, and the token',
  initializing: '`initAgent` was called',
  ready: 'commands are possible',
  failed: 'the start failed; `state.error` says why',
  displaced: 'another end took over',
};

const presences = {
  offline: 'logged out',
  ready: 'waits for calls',
  dnd: 'do not disturb',
  break: 'a break; `label` is the tenant’s name for it',
};

const calls = {
  none: 'no call',
  dialing: 'the agent calls',
  ringing: 'somebody calls the agent',
  talking: 'answered',
  held: 'the other side hears music',
  'wrap-up': 'after-call work',
};

const consults = {
  none: 'no consultation',
  dialing: 'the third party is called',
  talking: 'the third party has answered',
  conference: 'all talk with all',
};

const connections = {
  connected: 'the platform is reached, and what is shown is proven',
  reconnecting: 'it was out of reach, and has not told yet what is true',
  offline: 'it is out of reach',
  displaced: 'another end took over',
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

/** What needs no comment in the source. */
const plain = {
  phase: 'How far the phone is.',
  error: 'Why the start or the token failed: `kind`, `message`, `code`.',
  presence: 'What the agent is to the platform: `status`, `reasonCode`, `label`, `since`.',
  call: 'The running call; below.',
  consult: 'The consultation: `id`, `number`, `state`.',
  wrapUp: 'The after-call work: `callId`, `since`, `endsAt`, `presumed`.',
  agent: 'Who is logged in: `number`, `id`, `name`, `ext`, `phone`, `phoneType`.',
  network: 'The last sample of the voice connection: `ping`, `jitter`, `loss`, `quality`, `mos`, `at`.',
  connection: 'Whether the platform is reached.',
  reachable: 'Whether calls can ring at the extension; true until the platform says otherwise.',
  type: '`inbound`, `outbound`, `internal` or `consult`.',
  state: '`dialing`, `ringing`, `talking` or `held`.',
  name: 'What `partyResolver` knows.',
  parties: 'Everybody in it: `number`, `role`, `state`, `name`.',
  muted: 'The microphone is off.',
  startedAt: 'When it began.',
  connectedAt: 'When it was answered; null until then.',
  attachedData: 'The business data of the call.',
};

/** The fields of an interface of the state, with what its comments say. */
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
  config: 'A setting is left out, or counts only at the next start.',
  'insecure-context': 'The page is not served by HTTPS.',
  'party-resolver': '`partyResolver` failed; the call goes on without a name.',
  shortcut: 'A shortcut is left out, or the shortcuts could not be loaded.',
  'tel-link': 'A link that `scan` found was not dialled.',
  token: 'The new token was not taken.',
  'unknown-command': 'A button’s `command` is none of the kit’s.',
  'renamed-attribute': 'An attribute has another name. The old one works for one more release.',
  'status-unconfirmed': 'The platform was out of reach, and what it has to say is not told yet.',
  'unknown-event': 'The SDK sent a message that the kit doesn’t know. It went out as a DOM event all the same.',
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
  'sobot-elements.draft.': [session, 'notes and disposition of a call, by the call’s id', 'the wrap-up is done'],
  'sobot-elements.wrap-up.': [
    session,
    'the call that is wrapped up, by agent: number, name, times, parties, business data',
    'the wrap-up is done',
  ],
  'sobot-elements.screen-pop': [session, 'which calls have opened their page: ids, no numbers', 'the tab is closed'],
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
  return table(['key', 'where', 'what', 'gone when'], rows);
}

const tokens = {
  surface: 'cards, panels',
  sunken: 'keys, fields within a card',
  line: 'dividing lines',
  'field-line': 'borders of fields',
  text: 'text',
  muted: 'labels, hints',
  accent: 'the one main button, links, focus',
  'on-accent': 'text on it',
  go: 'answer, call, ready',
  'on-go': 'text on it',
  stop: 'hang up, decline, errors',
  'on-stop': 'text on it',
  warn: 'warnings, breaks',
  radius: 'corners',
  gap: 'distances',
  target: 'least height of what is pressed',
  font: 'typeface',
};

/** The theme, which every element shares. */
export const isToken = (property) => property.slice('--sobot-'.length) in tokens;

function tokenTable() {
  const found = [...read('src/ui/styles/tokens.ts').matchAll(/--_[\w-]+: var\(--sobot-([\w-]+), (.+)\);/g)];
  const defaults = Object.fromEntries(found.map(([, name, value]) => [name, value]));
  const rows = described('tokens', Object.keys(defaults), tokens);
  const property = ([name, text]) => {
    const bare = name.slice(1, -1);
    return [code(`--sobot-${bare}`), code(defaults[bare]), text];
  };
  return table(['custom property', 'default', 'for'], rows.map(property));
}

function preflightTable() {
  const problems = union('elements/sobot-preflight/result.ts', 'CheckProblem');
  const word = (kind, name) =>
    preflightPanelMessages[`preflight.${kind}.${name}`].replace(/<[^>]+>/g, (tag) => code(tag));
  return table(
    ['problem', 'what it says', 'remedy'],
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
