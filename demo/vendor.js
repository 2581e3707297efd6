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

find('account').addEventListener('submit', (event) => {
  event.preventDefault();
  tell('');
  phone.stop();
  phone.sysnum = find('sysnum').value.trim();
  phone.companyId = find('company').value.trim();
  phone.agent = find('agent').value.trim();
  phone.agentType = document.querySelector('[name="agent-type"]:checked').value;
  // A property, never an attribute. The field is emptied at once.
  phone.token = find('token').value;
  find('token').value = '';
  // What goes wrong is told by sobot-error, too.
  phone.start().catch(() => undefined);
});

find('stop').addEventListener('click', () => phone.stop());

phone.addEventListener('sobot-error', ({ detail }) => tell(detail.error.message));

phone.addEventListener('sobot-phase-change', ({ detail: { phase } }) => {
  find('state').textContent = words[phase];
  find('start').disabled = phase === 'loading' || phase === 'initializing';
  find('stop').hidden = phase === 'idle' || phase === 'failed';
});
