import { tell } from './demo.js';

const find = (id) => document.getElementById(id);
const phone = find('phone');
const words = {
  idle: 'Not connected.',
  loading: 'Loading Sobot’s script …',
  initializing: 'Logging in to Sobot …',
  ready: 'Connected. Log in as the agent in the softphone.',
  failed: 'Not connected.',
  displaced: 'Another end has taken over.',
};

/** The field is emptied at once; the token lives in this closure alone. */
let token = '';
let rejectRenewal = false;

find('account').addEventListener('submit', (event) => {
  event.preventDefault();
  tell('');
  token = find('token').value;
  find('token').value = '';
  rejectRenewal = false;
  phone.stop();
  phone.sysnum = find('sysnum').value.trim();
  phone.companyId = find('company').value.trim();
  phone.agent = find('agent').value.trim();
  phone.agentType = document.querySelector('[name="agent-type"]:checked').value;
  phone.tokenProvider = async () => {
    if (rejectRenewal) throw new Error('This page has no further token. Enter a new one and connect again.');
    rejectRenewal = true;
    return token;
  };
  // What goes wrong is told by sobot-error, too.
  phone.start().catch(() => undefined);
});

find('stop').addEventListener('click', () => phone.stop());

phone.addEventListener('sobot-error', ({ detail }) => tell(detail.error.message));

/** Also where there is no event: stop() takes the session, and its events, away. */
function show(phase) {
  find('state').textContent = words[phase];
  find('start').disabled = phase === 'loading' || phase === 'initializing';
  find('stop').hidden = phase === 'idle' || phase === 'failed';
}
phone.addEventListener('sobot-phase-change', ({ detail }) => show(detail.phase));
