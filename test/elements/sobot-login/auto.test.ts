import { expect, fixture } from '@open-wc/testing';
import type { SobotLogin } from '../../../elements/sobot-login/define.js';
import '../../../elements/sobot-login/define.js';
import { announcements, answerRequest, requestCount } from '../../support/forms.js';
import { createLogin, createLoginForm, type LoginFixture } from './create-login.js';

describe('<sobot-login auto>', () => {
  let login: LoginFixture;

  it('logs in with what is preset, once a session', async () => {
    login = await createLoginForm('auto ext="1044" phone-type="webrtc" initial-state="dnd"');
    expect(login.sentParams).to.deep.include({ phoneType: 'webrtc', bindExt: '1044', agentState: '2' });
    await answerRequest(login, 'login', {});
    await login.emit('RequestAgentLogout');
    await login.answerSettings();
    expect(requestCount(login, 'login')).to.equal(1);
  });

  it('leaves an agent alone who is logged in already', async () => {
    login = await createLogin('auto');
    await login.emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '2' } });
    await login.answerSettings();
    expect(requestCount(login, 'login')).to.equal(0);
  });

  it('logs nobody in from outside of the agent element', async () => {
    login = await createLogin();
    login.agent.id = 'phone';
    const markup = '<sobot-login for="phone" auto phone-type="sip" ext="6666"></sobot-login>';
    const stranger = await fixture<SobotLogin>(markup);
    await login.answerSettings();
    await stranger.updateComplete;
    expect(stranger.shadowRoot?.querySelector('form'), 'it is connected').to.exist;
    expect(requestCount(login, 'login')).to.equal(0);
  });

  it('shows the form with the reason when that fails', async () => {
    login = await createLoginForm('auto');
    await answerRequest(login, 'login', new Error('not today'));
    expect(announcements(login)).to.contain('not today');
    expect(login.buttons).to.include('Log in');
  });
});
