/** Lists what comes out of <sobot-agent>. Only fields that are named here are shown: never a token. */
import { eventList } from './event-list.js';

const list = eventList();
const chatty = document.querySelector('#chatty');
const phone = document.querySelector('sobot-agent');

const often = new Set(['EventJanusLatency', 'sobot-state-change']);

/** Fields of SDK messages and call summaries that say something to a reader. */
const told = [
  'otherDN',
  'number',
  'type',
  'callType',
  'queueName',
  'digits',
  'agentState',
  'reasonCode',
  'ping',
  'jitter',
  'loss',
  'quality',
];

const fields = (detail) =>
  told
    .filter((name) => ['string', 'number'].includes(typeof detail[name]) && detail[name] !== '')
    .map((name) => `${name} ${detail[name]}`)
    .join(', ');

const params = ({ otherDN, dtmfDigits, phoneType, bindExt, reasonCode, delayTime }) =>
  Object.values({ otherDN, dtmfDigits, phoneType, bindExt, reasonCode, delayTime })
    .filter((value) => value !== undefined && value !== '')
    .join(', ');

function show(kind, name, note) {
  if (!often.has(name) || chatty.checked) list(kind, name, note);
}

phone.addEventListener('sobot-event', ({ detail }) => show('sdk', detail.messageID, fields(detail)));
phone.addEventListener('sobot-command', ({ detail }) => show('command', detail.command, params(detail.params)));
phone.addEventListener('sobot-command-error', ({ detail }) => show('bad', detail.command, detail.error.message));
phone.addEventListener('sobot-error', ({ detail }) => show('bad', 'sobot-error', detail.error.message));

const kit = {
  'sobot-phase-change': ({ previous, phase }) => `${previous} → ${phase}`,
  'sobot-state-change': ({ cause }) => `by ${cause?.messageID ?? cause ?? 'the kit'}`,
  'sobot-call-started': fields,
  'sobot-call-connected': fields,
  'sobot-call-ended': fields,
  'sobot-wrap-up-done': ({ call, notes }) => (notes ? `${call.number}: ${notes}` : call.number),
  'sobot-warning': ({ message }) => message,
};
for (const [name, note] of Object.entries(kit)) {
  phone.addEventListener(name, ({ detail }) => show('kit', name, note(detail)));
}
