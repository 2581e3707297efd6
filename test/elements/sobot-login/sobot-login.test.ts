import { expect, oneEvent } from '@open-wc/testing';
import { a11ySnapshot, findAccessibilityNode, sendKeys } from '@web/test-runner-commands';
import '../../../elements/sobot-login/define.js';
import { accessible, fits, settled, textOf } from '../../support/desk.js';
import {
  choose,
  chosenOf,
  enter,
  fieldNamed,
  groupNamed,
  heard,
  labelsOf,
  tell,
  timesSent,
} from '../../support/forms.js';
import { extension, form, joined, on, open, phoneTypes, queues, sent, settings, submit } from '../../support/login.js';
import { until } from '../../support/until.js';

interface Node {
  role: string;
  name: string;
}

describe('<sobot-login>', () => {
  describe('the form', () => {
    it('keeps its place while the settings are fetched', async () => {
      await open();
      const { height } = on.element.getBoundingClientRect();
      expect(heard(on)).to.equal('Loading your login settings…');
      expect(on.has('loading')).to.be.true;
      await accessible(on.element);
      await tell(on, 'queryAgentJoinedQueues', { queues: ['a', 'b', 'c'].map((queueName) => ({ queueName })) });
      await tell(on, 'queryPhoneType', phoneTypes);
      await tell(on, 'queryAgentCanJoinedInfo', joined);
      expect(on.has('loading')).to.be.false;
      expect(on.element.getBoundingClientRect().height).to.be.closeTo(height, 8);
    });

    it('has the names that a person hears', async () => {
      await form();
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
      await accessible(on.element);
    });

    it('offers the methods that the agent may use, the default chosen', async () => {
      await form();
      expect(labelsOf(groupNamed(on, 'Answering method'))).to.deep.equal(['Web page', 'SIP phone', 'Phone']);
      expect(chosenOf(groupNamed(on, 'Answering method'))).to.equal('SIP phone');
      await open();
      await settings({ currentPhoneType: 'pstn', phoneTypes: [{ phoneType: ' pstn ' }, { phoneType: 'sip' }] });
      expect(labelsOf(groupNamed(on, 'Answering method'))).to.deep.equal(['SIP phone', 'Phone']);
      expect(chosenOf(groupNamed(on, 'Answering method'))).to.equal('Phone');
    });

    it('logs in with the defaults', async () => {
      await form();
      expect(extension().value).to.equal('1000');
      await submit();
      expect(sent()).to.deep.equal({ phoneType: 'sip', bindExt: '1000', agentState: '1', unbindExtOnLogout: false });
      expect(on.button('Log in').getAttribute('aria-busy')).to.equal('true');
      await submit();
      expect(timesSent(on, 'login')).to.equal(1);
      await accessible(on.element);
    });

    it('starts with the status that was used last', async () => {
      await open();
      await settings(phoneTypes, { info: { loginStatusCode: 2 } });
      expect(chosenOf(groupNamed(on, 'Initial status'))).to.equal('Do not disturb');
    });

    it('logs in as the agent has chosen', async () => {
      await form();
      await choose(on, 'Answering method', 'Web page');
      await choose(on, 'Initial status', 'Do not disturb');
      await enter(on, extension(), ' 1017 ');
      fieldNamed(on, 'Release my extension when I log out').click();
      await on.element.updateComplete;
      await submit();
      expect(sent()).to.deep.equal({ phoneType: 'webrtc', bindExt: '1017', agentState: '2', unbindExtOnLogout: true });
    });

    it('asks for the own number only where it is called', async () => {
      await form();
      expect(() => fieldNamed(on, 'My phone number')).to.throw();
      await choose(on, 'Answering method', 'Phone');
      expect(fieldNamed(on, 'My phone number').value).to.equal('139****0000');
      await accessible(on.element);
      await submit();
      expect(sent()).not.to.have.property('bindMobile'); // as it is bound, masked or not
      await tell(on, 'login', new Error('no'));
      await enter(on, fieldNamed(on, 'My phone number'), '139 1234 5678');
      await submit();
      expect(sent()).to.deep.include({ phoneType: 'pstn', bindMobile: '13912345678' });
    });

    it('shows the skill groups, which ones are optional, and their weight', async () => {
      await form();
      expect(on.all('.groups li').map(textOf)).to.deep.equal([
        'Sales Default · Weight 3',
        'Support Optional · Weight 1',
      ]);
    });

    it('says that all groups are served where agents don’t choose', async () => {
      await form();
      await on.emit('EventAgentReady');
      await on.emit('RequestAgentLogout');
      await tell(on, 'queryAgentJoinedQueues', { queues: [] });
      expect(on.text).to.contain('All your groups');
    });

    it('says nothing of groups that could not be fetched', async () => {
      await open();
      await tell(on, 'queryPhoneType', phoneTypes);
      await tell(on, 'queryAgentCanJoinedInfo', joined);
      await tell(on, 'queryAgentJoinedQueues', new Error('out of order'));
      expect(heard(on)).to.contain('out of order');
      expect(on.text).not.to.contain('Skill groups');
      await submit();
      expect(timesSent(on, 'login')).to.equal(1);
    });

    it('lets many groups scroll, by the keyboard too', async () => {
      await open();
      await settings();
      const many = Array.from({ length: 30 }, (_, index) => ({ queueID: `q${index}`, queueName: `Group ${index}` }));
      await on.emit('EventAgentReady');
      await on.emit('RequestAgentLogout');
      await tell(on, 'queryAgentJoinedQueues', { queues: many });
      expect(on.find('.groups').tabIndex).to.equal(0);
      await accessible(on.element);
    });

    it('wants an extension, and leads there', async () => {
      await form();
      await enter(on, extension(), '  ');
      await submit();
      expect(timesSent(on, 'login')).to.equal(0);
      expect(extension().getAttribute('aria-invalid')).to.equal('true');
      expect(heard(on)).to.contain('Enter or choose an extension.');
      expect(on.root.activeElement === extension()).to.be.true;
      await accessible(on.element);
    });

    it('keeps what was entered when the login is refused, and says why', async () => {
      await form();
      await enter(on, extension(), '1017');
      await submit();
      await tell(on, 'login', new Error('extension taken'));
      expect(heard(on)).to.contain('extension taken');
      expect(extension().value).to.equal('1017');
      await accessible(on.element);
    });

    it('logs in with Enter', async () => {
      await form();
      extension().focus();
      await sendKeys({ press: 'Enter' });
      expect(timesSent(on, 'login')).to.equal(1);
    });

    it('is not in the way of a call', async () => {
      await form();
      await on.call('EventRinging');
      expect(on.button('Log in').title).to.equal('Not during a call');
      await submit();
      expect(timesSent(on, 'login')).to.equal(0);
    });

    it('can be filled in without the settings, says why they are missing, and tries again', async () => {
      await open();
      await tell(on, 'queryPhoneType', new Error('out of order'));
      await tell(on, 'queryAgentCanJoinedInfo', new Error('that too'));
      expect(heard(on)).to.contain('out of order');
      expect(labelsOf(groupNamed(on, 'Answering method'))).to.deep.equal(['Web page', 'SIP phone', 'Phone']);
      await accessible(on.element);
      await enter(on, extension(), '1017');
      await on.press('Try again');
      expect(timesSent(on, 'queryPhoneType')).to.equal(2);
      expect(timesSent(on, 'queryAgentCanJoinedInfo')).to.equal(2);
      expect(timesSent(on, 'queryAgentJoinedQueues')).to.equal(1);
      await settings();
      expect(chosenOf(groupNamed(on, 'Answering method'))).to.equal('SIP phone');
      expect(extension().value).to.equal('1017');
    });

    it('is preset by the page', async () => {
      await form('phone-type="pstn" ext="1044" initial-state="dnd"');
      expect(chosenOf(groupNamed(on, 'Answering method'))).to.equal('Phone');
      expect(extension().value).to.equal('1044');
      expect(chosenOf(groupNamed(on, 'Initial status'))).to.equal('Do not disturb');
    });

    it('does not take a method of the page that the agent may not use', async () => {
      await open('phone-type="webrtc"');
      await settings({ phoneTypes: [{ phoneType: 'sip' }] });
      expect(chosenOf(groupNamed(on, 'Answering method'))).to.equal('SIP phone');
    });

    it('fits', async () => {
      await form();
      await fits(on.element);
    });

    it('speaks Chinese', async () => {
      await form();
      on.agent.lang = 'zh-CN';
      while (!on.text.includes('接听方式')) await settled(on.element);
      expect(on.buttons).to.include('登录');
    });
  });

  describe('by itself', () => {
    it('logs in with what is preset, once a session', async () => {
      await form('auto ext="1044" phone-type="webrtc" initial-state="dnd"');
      expect(sent()).to.deep.include({ phoneType: 'webrtc', bindExt: '1044', agentState: '2' });
      await tell(on, 'login', {});
      await on.emit('RequestAgentLogout');
      await settings();
      expect(timesSent(on, 'login')).to.equal(1);
    });

    it('leaves an agent alone who is logged in already', async () => {
      await open('auto');
      await on.emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '2' } });
      await settings();
      expect(timesSent(on, 'login')).to.equal(0);
    });

    it('shows the form with the reason when that fails', async () => {
      await form('auto');
      await tell(on, 'login', new Error('not today'));
      expect(heard(on)).to.contain('not today');
      expect(on.buttons).to.include('Log in');
    });
  });

  describe('logged in', () => {
    beforeEach(async () => {
      await form();
      await submit();
      await tell(on, 'login', { phoneType: 'sip', bindExt: '1000', agentState: '1' });
    });

    it('says who, how and for which groups', async () => {
      expect(on.has('logged-in')).to.be.true;
      await accessible(on.element);
      await tell(on, 'queryAgentLoginInfo', { agentName: 'Ada', receptionQueues: queues.queues });
      const facts = on.all('dd').map(textOf);
      expect(facts).to.deep.equal(['Ada · 1005', 'SIP phone · 1000', 'Sales, Support']);
      await accessible(on.element);
      await fits(on.element);
    });

    it('says so where the groups could not be fetched, and tries again', async () => {
      await tell(on, 'queryAgentLoginInfo', new Error('out of order'));
      expect(heard(on)).to.contain('out of order');
      await on.press('Try again');
      await tell(on, 'queryAgentLoginInfo', { receptionQueues: [] });
      expect(on.all('dd').map(textOf)[2]).to.equal('None');
    });

    it('logs out, and asks for the settings anew', async () => {
      const asked = oneEvent(on.agent, 'sobot-command');
      await on.press('Log out');
      expect((await asked).detail).to.deep.include({ command: 'logout', source: on.element });
      await tell(on, 'logout', new Error('not now'));
      expect(heard(on)).to.contain('not now');
      await on.press('Log out');
      await tell(on, 'logout', {});
      expect(on.buttons).to.include('Log in');
      expect(timesSent(on, 'queryPhoneType')).to.equal(2);
    });

    it('says why the agent can’t log out during a call', async () => {
      await on.call('EventRinging', 'EventEstablished');
      expect(on.button('Log out').title).to.equal('Not during a call');
      await accessible(on.element);
    });

    it('offers to take over when another end has', async () => {
      await on.emit('EventAgentConnectionChanged');
      expect(on.text).to.contain('You’re signed in somewhere else');
      await accessible(on.element);
      await on.press('Use phone here');
      await until(() => timesSent(on, 'login') === 2);
    });
  });

  describe('before the phone is there', () => {
    it('says what went wrong, and starts again', async () => {
      await open();
      on.agent.stop();
      await on.element.updateComplete;
      expect(on.text).to.contain('The phone is not connected');
      await accessible(on.element);
      on.double.scripts['initAgent'] = (sent) => sent.error({ errorMessage: 'nobody here' });
      await on.press('Turn on');
      await settled(on.element);
      await settled(on.element);
      expect(on.text).to.contain('nobody here');
      await accessible(on.element);
      on.double.scripts['initAgent'] = () => undefined;
      await on.press('Try again');
      await settled(on.element);
      expect(heard(on)).to.equal('Connecting the phone…');
    });
  });
});
