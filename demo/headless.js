/** A softphone of plain buttons on a session: no element of the kit is loaded. */
import { AgentSession, callWord } from '../dist/cdn/session.js';
import { tell } from './demo.js';
import { eventList } from './event-list.js';

const { SobotClient } = window;
const { sandbox } = SobotClient;
const find = (id) => document.getElementById(id);

const session = new AgentSession({
  sdk: SobotClient,
  init: { companyId: sandbox.credentials.companyId, agent: sandbox.credentials.agent },
  token: async () => sandbox.credentials.token,
});

/** What a command is sent with; those that aren't here take nothing. */
const params = {
  login: () => ({ phoneType: 'webrtc', bindExt: '1100', agentState: '1' }),
  makeCall: () => ({ otherDN: find('number').value }),
};

const commands = [...document.querySelectorAll('[data-command]')];

async function send(command) {
  tell('');
  try {
    await session[command](params[command]?.());
  } catch (error) {
    tell(error.message);
  }
}

for (const button of commands) {
  const { command } = button.dataset;
  if (command !== 'makeCall') button.addEventListener('click', () => send(command));
}
find('dial').addEventListener('submit', (event) => {
  event.preventDefault();
  send('makeCall');
});

for (const button of document.querySelectorAll('[data-customer]')) {
  button.addEventListener('click', () => sandbox[button.dataset.customer]());
}

const words = {
  none: ({ presence }) => ({ offline: 'Logged out.', ready: 'Ready for calls.' })[presence.status] ?? 'Busy.',
  dialing: ({ call }) => `Calling ${call.number} …`,
  ringing: ({ call }) => `${call.number} is calling.`,
  talking: ({ call }) => `In a call with ${call.number}${call.muted ? ', muted' : ''}.`,
  held: ({ call }) => `${call.number} hears music.`,
  'wrap-up': () => 'After-call work.',
};

/** Draws everything from the state: the state is all that there is to know. */
function draw(state) {
  const line = state.phase === 'ready' ? words[callWord(state)](state) : `${state.phase} …`;
  if (find('line').textContent !== line) find('line').textContent = line;
  const focused = document.activeElement;
  // What is under way stays in its place, so that the focus does.
  for (const button of commands) {
    const obstacle = session.obstacle(button.dataset.command);
    button.hidden = obstacle !== null && obstacle !== 'pending';
    button.setAttribute('aria-disabled', String(obstacle === 'pending'));
  }
  find('dial').hidden = find('dial').querySelector('button').hidden;
  if (focused?.checkVisibility() === false) commands.find((each) => each.checkVisibility())?.focus();
  const { phase, presence, call, pending, wrapUp, connection } = state;
  find('state').textContent = JSON.stringify({ phase, presence, call, pending, wrapUp, connection }, null, 2);
}
session.subscribe(draw);
draw(session.state);

const show = eventList();
const target = session.target;
target.addEventListener('sobot-event', ({ detail }) => {
  if (detail.messageID !== 'EventJanusLatency') show('sdk', detail.messageID, detail.otherDN);
});
target.addEventListener('sobot-command', ({ detail }) => show('command', detail.command));
target.addEventListener('sobot-command-error', ({ detail }) => show('bad', detail.command, detail.error.message));
target.addEventListener('sobot-phase-change', ({ detail }) => show('kit', 'sobot-phase-change', detail.phase));
for (const name of ['sobot-call-started', 'sobot-call-connected', 'sobot-call-ended']) {
  target.addEventListener(name, ({ detail }) => show('kit', name, detail.number));
}
target.addEventListener('sobot-wrap-up-done', ({ detail }) => show('kit', 'sobot-wrap-up-done', detail.call.number));

session.start().catch((error) => tell(error.message));
