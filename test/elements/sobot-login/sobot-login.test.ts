import { expect, oneEvent } from '@open-wc/testing';
import { a11ySnapshot, findAccessibilityNode, sendKeys } from '@web/test-runner-commands';
import '../../../elements/sobot-login/define.js';
import { expectAccessible, expectFits, settled, textOf } from '../../support/element-fixture.js';
import {
  choose,
  chosenOf,
  enter,
  fieldNamed,
  groupNamed,
  announcements,
  labelsOf,
  answerRequest,
  requestCount,
} from '../../support/forms.js';
import { createLogin, createLoginForm, joined, type LoginFixture, phoneTypes, queues } from './create-login.js';
import { until } from '../../support/until.js';

interface Node {
  role: string;
  name: string;
}

describe('<sobot-login>', () => {
  let login: LoginFixture;

  describe('the form', () => {
    it('keeps its place while the settings are fetched', async () => {
      login = await createLogin();
      const { height } = login.element.getBoundingClientRect();
      expect(announcements(login)).to.equal('Loading your login settings…');
      expect(login.has('loading')).to.be.true;
      await expectAccessible(login.element);
      await answerRequest(login, 'queryAgentJoinedQueues', {
        queues: ['a', 'b', 'c'].map((queueName) => ({ queueName })),
      });
      await answerRequest(login, 'queryPhoneType', phoneTypes);
      await answerRequest(login, 'queryAgentCanJoinedInfo', joined);
      expect(login.has('loading')).to.be.false;
      expect(login.element.getBoundingClientRect().height).to.be.closeTo(height, 8);
    });

    it('has the names that a person hears', async () => {
      login = await createLoginForm();
      const snapshot = await a11ySnapshot({});
      const has = (role: string, name: string): boolean =>
        !!findAccessibilityNode<Node>(snapshot as never, (node) => node.role === role && node.name === name);
      for (const [role, name] of [
        ['radio', 'Web page'],
        ['radio', 'SIP phone'],
        ['radio', 'Phone'],
        ['combobox', 'Extension'],
        ['radio', 'Ready'],
        ['radio', 'Do not disturb'],
        ['checkbox', 'Release my extension when I log out'],
        ['button', 'Log in'],
      ] as const) {
        expect(has(role, name), `${role} ${name}`).to.be.true;
      }
      await expectAccessible(login.element);
    });

    it('offers the methods that the agent may use, the default chosen', async () => {
      login = await createLoginForm();
      expect(labelsOf(groupNamed(login, 'Answering method'))).to.deep.equal(['Web page', 'SIP phone', 'Phone']);
      expect(chosenOf(groupNamed(login, 'Answering method'))).to.equal('SIP phone');
      login = await createLogin();
      await login.answerSettings({
        currentPhoneType: 'pstn',
        phoneTypes: [{ phoneType: ' pstn ' }, { phoneType: 'sip' }],
      });
      expect(labelsOf(groupNamed(login, 'Answering method'))).to.deep.equal(['SIP phone', 'Phone']);
      expect(chosenOf(groupNamed(login, 'Answering method'))).to.equal('Phone');
    });

    it('logs in with the defaults', async () => {
      login = await createLoginForm();
      expect(login.extension.value).to.equal('1000');
      await login.submit();
      expect(login.sentParams).to.deep.equal({
        phoneType: 'sip',
        bindExt: '1000',
        agentState: '1',
        unbindExtOnLogout: false,
      });
      expect(login.button('Log in').getAttribute('aria-busy')).to.equal('true');
      await login.submit();
      expect(requestCount(login, 'login')).to.equal(1);
      await expectAccessible(login.element);
    });

    it('starts with the status that was used last', async () => {
      login = await createLogin();
      await login.answerSettings(phoneTypes, { info: { loginStatusCode: 2 } });
      expect(chosenOf(groupNamed(login, 'Initial status'))).to.equal('Do not disturb');
    });

    it('logs in as the agent has chosen', async () => {
      login = await createLoginForm();
      await choose(login, 'Answering method', 'Web page');
      await choose(login, 'Initial status', 'Do not disturb');
      await enter(login, login.extension, ' 1017 ');
      fieldNamed(login, 'Release my extension when I log out').click();
      await login.element.updateComplete;
      await login.submit();
      expect(login.sentParams).to.deep.equal({
        phoneType: 'webrtc',
        bindExt: '1017',
        agentState: '2',
        unbindExtOnLogout: true,
      });
    });

    it('asks for the own number only where it is called', async () => {
      login = await createLoginForm();
      expect(() => fieldNamed(login, 'My phone number')).to.throw();
      await choose(login, 'Answering method', 'Phone');
      expect(fieldNamed(login, 'My phone number').value).to.equal('139****0000');
      await expectAccessible(login.element);
      await login.submit();
      expect(login.sentParams).not.to.have.property('bindMobile'); // as it is bound, masked or not
      await answerRequest(login, 'login', new Error('no'));
      await enter(login, fieldNamed(login, 'My phone number'), '139 1234 5678');
      await login.submit();
      expect(login.sentParams).to.deep.include({ phoneType: 'pstn', bindMobile: '13912345678' });
    });

    it('shows the skill groups, which ones are optional, and their weight', async () => {
      login = await createLoginForm();
      expect(login.all('.groups li').map(textOf)).to.deep.equal([
        'Sales Default · Weight 3',
        'Support Optional · Weight 1',
      ]);
    });

    it('says that all groups are served where agents don’t choose', async () => {
      login = await createLoginForm();
      await login.emit('EventAgentReady');
      await login.emit('RequestAgentLogout');
      await answerRequest(login, 'queryAgentJoinedQueues', { queues: [] });
      expect(login.text).to.contain('All your groups');
    });

    it('says nothing of groups that could not be fetched', async () => {
      login = await createLogin();
      await answerRequest(login, 'queryPhoneType', phoneTypes);
      await answerRequest(login, 'queryAgentCanJoinedInfo', joined);
      await answerRequest(login, 'queryAgentJoinedQueues', new Error('out of order'));
      expect(announcements(login)).to.contain('out of order');
      expect(login.text).not.to.contain('Skill groups');
      await login.submit();
      expect(requestCount(login, 'login')).to.equal(1);
    });

    it('lets many groups scroll, by the keyboard too', async () => {
      login = await createLogin();
      await login.answerSettings();
      const many = Array.from({ length: 30 }, (_, index) => ({ queueID: `q${index}`, queueName: `Group ${index}` }));
      await login.emit('EventAgentReady');
      await login.emit('RequestAgentLogout');
      await answerRequest(login, 'queryAgentJoinedQueues', { queues: many });
      expect(login.find('.groups').tabIndex).to.equal(0);
      await expectAccessible(login.element);
    });

    it('wants an extension, and leads there', async () => {
      login = await createLoginForm();
      await enter(login, login.extension, '  ');
      await login.submit();
      expect(requestCount(login, 'login')).to.equal(0);
      expect(login.extension.getAttribute('aria-invalid')).to.equal('true');
      expect(announcements(login)).to.contain('Enter or choose an extension.');
      expect(login.root.activeElement === login.extension).to.be.true;
      await expectAccessible(login.element);
    });

    it('keeps what was entered when the login is refused, and says why', async () => {
      login = await createLoginForm();
      await enter(login, login.extension, '1017');
      await login.submit();
      await answerRequest(login, 'login', new Error('extension taken'));
      expect(announcements(login)).to.contain('extension taken');
      expect(login.extension.value).to.equal('1017');
      await expectAccessible(login.element);
    });

    it('logs in with Enter', async () => {
      login = await createLoginForm();
      login.extension.focus();
      await sendKeys({ press: 'Enter' });
      expect(requestCount(login, 'login')).to.equal(1);
    });

    it('is not in the way of a call', async () => {
      login = await createLoginForm();
      await login.call('EventRinging');
      expect(login.button('Log in').title).to.equal('Not during a call');
      await login.submit();
      expect(requestCount(login, 'login')).to.equal(0);
    });

    it('can be filled in without the settings, says why they are missing, and tries again', async () => {
      login = await createLogin();
      await answerRequest(login, 'queryPhoneType', new Error('out of order'));
      await answerRequest(login, 'queryAgentCanJoinedInfo', new Error('that too'));
      expect(announcements(login)).to.contain('out of order');
      expect(labelsOf(groupNamed(login, 'Answering method'))).to.deep.equal(['Web page', 'SIP phone', 'Phone']);
      await expectAccessible(login.element);
      await enter(login, login.extension, '1017');
      await login.press('Try again');
      expect(requestCount(login, 'queryPhoneType')).to.equal(2);
      expect(requestCount(login, 'queryAgentCanJoinedInfo')).to.equal(2);
      expect(requestCount(login, 'queryAgentJoinedQueues')).to.equal(1);
      await login.answerSettings();
      expect(chosenOf(groupNamed(login, 'Answering method'))).to.equal('SIP phone');
      expect(login.extension.value).to.equal('1017');
    });

    it('is preset by the page', async () => {
      login = await createLoginForm('phone-type="pstn" ext="1044" initial-state="dnd"');
      expect(chosenOf(groupNamed(login, 'Answering method'))).to.equal('Phone');
      expect(login.extension.value).to.equal('1044');
      expect(chosenOf(groupNamed(login, 'Initial status'))).to.equal('Do not disturb');
    });

    it('does not take a method of the page that the agent may not use', async () => {
      login = await createLogin('phone-type="webrtc"');
      await login.answerSettings({ phoneTypes: [{ phoneType: 'sip' }] });
      expect(chosenOf(groupNamed(login, 'Answering method'))).to.equal('SIP phone');
    });

    it('fits', async () => {
      login = await createLoginForm();
      await expectFits(login.element);
    });

    it('speaks Chinese', async () => {
      login = await createLoginForm();
      login.agent.lang = 'zh-CN';
      while (!login.text.includes('接听方式')) await settled(login.element);
      expect(login.buttons).to.include('登录');
    });
  });

  describe('logged in', () => {
    beforeEach(async () => {
      login = await createLoginForm();
      await login.submit();
      await answerRequest(login, 'login', { phoneType: 'sip', bindExt: '1000', agentState: '1' });
    });

    it('says who, how and for which groups', async () => {
      expect(login.has('logged-in')).to.be.true;
      await expectAccessible(login.element);
      await answerRequest(login, 'queryAgentLoginInfo', { agentName: 'Ada', receptionQueues: queues.queues });
      const facts = login.all('dd').map(textOf);
      expect(facts).to.deep.equal(['Ada · 1005', 'SIP phone · 1000', 'Sales, Support']);
      await expectAccessible(login.element);
      await expectFits(login.element);
    });

    it('says so where the groups could not be fetched, and tries again', async () => {
      await answerRequest(login, 'queryAgentLoginInfo', new Error('out of order'));
      expect(announcements(login)).to.contain('out of order');
      await login.press('Try again');
      await answerRequest(login, 'queryAgentLoginInfo', { receptionQueues: [] });
      expect(login.all('dd').map(textOf)[2]).to.equal('None');
    });

    it('logs out, and asks for the settings anew', async () => {
      const asked = oneEvent(login.agent, 'sobot-command');
      await login.press('Log out');
      expect((await asked).detail).to.deep.include({ command: 'logout', source: login.element });
      await answerRequest(login, 'logout', new Error('not now'));
      expect(announcements(login)).to.contain('not now');
      await login.press('Log out');
      await answerRequest(login, 'logout', {});
      expect(login.buttons).to.include('Log in');
      expect(requestCount(login, 'queryPhoneType')).to.equal(2);
    });

    it('says why the agent can’t log out during a call', async () => {
      await login.call('EventRinging', 'EventEstablished');
      expect(login.button('Log out').title).to.equal('Not during a call');
      await expectAccessible(login.element);
    });

    it('offers to take over when another end has', async () => {
      await login.emit('EventAgentConnectionChanged');
      expect(login.text).to.contain('You’re signed in somewhere else');
      await expectAccessible(login.element);
      await login.press('Use phone here');
      await until(() => requestCount(login, 'login') === 2);
    });
  });

  describe('before the phone is there', () => {
    it('says what went wrong, and starts again', async () => {
      login = await createLogin();
      login.agent.stop();
      await login.element.updateComplete;
      expect(login.text).to.contain('The phone is not connected');
      await expectAccessible(login.element);
      login.sdk.scripts['initAgent'] = (sent) => sent.error({ errorMessage: 'nobody here' });
      await login.press('Turn on');
      await settled(login.element);
      await settled(login.element);
      expect(login.text).to.contain('nobody here');
      await expectAccessible(login.element);
      login.sdk.scripts['initAgent'] = () => undefined;
      await login.press('Try again');
      await settled(login.element);
      expect(announcements(login)).to.equal('Connecting the phone…');
    });
  });
});
