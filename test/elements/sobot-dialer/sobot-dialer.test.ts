import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../elements/sobot-dialer/define.js';
import { accessible, fits, settled, textOf } from '../../support/desk.js';
import { enter, heard, routesResult, tell, timesSent } from '../../support/forms.js';
import { callerId, dial, field, on, open, paste, ready, redials, sent } from '../../support/dialer.js';

describe('<sobot-dialer>', () => {
  beforeEach(() => ready());

  it('dials what is typed, with Enter too', async () => {
    expect(field().type).to.equal('tel');
    field().focus();
    await sendKeys({ type: '+8613512345678' });
    await sendKeys({ press: 'Enter' });
    await on.element.updateComplete;
    expect(sent()).to.deep.equal({ otherDN: '+8613512345678' });
    expect(on.has('dialing')).to.be.true;
    await accessible(on.element);
  });

  it('dials once, however impatient the agent is', async () => {
    await dial('100');
    await on.press('Call');
    field().focus();
    await sendKeys({ press: 'Enter' });
    expect(timesSent(on, 'makeCall')).to.equal(1);
    expect(on.button('Call').getAttribute('aria-busy')).to.equal('true');
  });

  it('cleans what is pasted, and keeps masks and plus', async () => {
    await paste(' +86 (135)\u00a0****-5678\u202c\n');
    expect(field().value).to.equal('+86135****5678');
    await enter(on, field(), '');
    await paste('tel:\uff11\uff13\uff15\u20131234');
    expect(field().value).to.equal('1351234');
  });

  it('pastes where the cursor is', async () => {
    await enter(on, field(), '19');
    field().setSelectionRange(1, 1);
    await paste('2-3');
    expect(field().value).to.equal('1239');
    expect(field().selectionStart).to.equal(3);
  });

  it('has a keypad that writes where the cursor is', async () => {
    for (const key of ['1', 'Star', 'Pound', '0']) await on.press(key);
    expect(field().value).to.equal('1*#0');
    field().setSelectionRange(1, 3);
    await on.press('5');
    expect(field().value).to.equal('150');
    await on.press('Delete last digit');
    expect(field().value).to.equal('10');
  });

  it('takes digits that are typed on the keypad', async () => {
    on.button('1').focus();
    await sendKeys({ press: '7' });
    await sendKeys({ press: '8' });
    await sendKeys({ press: 'Backspace' });
    await on.element.updateComplete;
    expect(field().value).to.equal('7');
    expect(on.root.activeElement && textOf(on.root.activeElement)).to.equal('1');
  });

  it('keeps the number when the call is refused, and says why', async () => {
    await dial('5550108');
    await tell(on, 'makeCall', new Error('no such number'));
    expect(field().value).to.equal('5550108');
    expect(heard(on)).to.contain('no such number');
    await accessible(on.element);
    expect(redials()).to.deep.equal([]);
  });

  it('clears the field when the call goes out, and offers it for redial', async () => {
    await dial('135****5678');
    await tell(on, 'makeCall', {});
    expect(field().value).to.equal('');
    expect(redials()).to.deep.equal(['Redial 135****5678']);
    await on.emit('EventReleased', { callID: 'x', callType: 'Outbound' });
  });

  it('is empty after the call, even if that took its place before it was confirmed', async () => {
    await dial('100');
    const { parentElement: place } = on.element;
    on.element.remove();
    on.double.last('makeCall').success({});
    await settled(on.element);
    const next = document.createElement('sobot-dialer');
    place?.append(next);
    await next.updateComplete;
    expect(next.number).to.equal('');
  });

  it('leaves the keys of the caller ID alone', async () => {
    await tell(on, 'queryRoutes', routesResult);
    callerId().focus();
    await sendKeys({ press: '0' });
    await on.element.updateComplete;
    expect(field().value).to.equal('');
  });

  it('says no more about a number that is edited', async () => {
    await dial('5550108');
    await tell(on, 'makeCall', new Error('no such number'));
    await on.press('Delete last digit');
    expect(heard(on)).to.equal('');
  });

  it('goes back to the number of the page', async () => {
    await ready('number="400"');
    expect(field().value).to.equal('400');
    await dial('401');
    await tell(on, 'makeCall', {});
    expect(field().value).to.equal('400');
  });

  it('keeps what is typed while another number is on its way', async () => {
    await dial('100');
    await enter(on, field(), '200');
    await tell(on, 'makeCall', {});
    expect(field().value).to.equal('200');
  });

  it('redials the last five numbers, newest first', async () => {
    const dialled = ['1', '2', '3', '4', '5', '6', '4'];
    for (const [index, number] of dialled.entries()) {
      await dial(number);
      await tell(on, 'makeCall', {});
      const call = { callID: `c${index}`, callType: 'Outbound', otherDN: number };
      await on.emit('EventDialing', call);
      await on.emit('EventReleased', call);
    }
    expect(redials()).to.deep.equal(['4', '6', '5', '3', '2'].map((number) => `Redial ${number}`));
    await accessible(on.element);
    await on.press('Redial 3');
    expect(sent()).to.deep.equal({ otherDN: '3' });
  });

  it('brings back the last number when there is none to call', async () => {
    await on.press('Call');
    expect(timesSent(on, 'makeCall')).to.equal(0);
    await dial('100');
    await tell(on, 'makeCall', {});
    const call = { callID: 'c1', callType: 'Outbound' };
    await on.emit('EventDialing', call);
    await on.emit('EventReleased', call);
    await on.press('Call');
    expect(field().value).to.equal('100');
    expect(on.root.activeElement === field()).to.be.true;
    expect(timesSent(on, 'makeCall')).to.equal(1);
  });

  it('remembers what was being typed when a call took its place', async () => {
    await enter(on, field(), '1351');
    const { parentElement: place } = on.element;
    on.element.remove();
    const next = document.createElement('sobot-dialer');
    place?.append(next);
    await next.updateComplete;
    expect(next.number).to.equal('1351');
  });

  it('passes on what the page gives it', async () => {
    await ready(
      `ani="01066666666" agent-ani="01088888888" privacy-number="XFHA" user-data='{"order": "o-7"}' number="100"`,
    );
    await on.press('Call');
    expect(sent()).to.deep.equal({
      otherDN: '100',
      ANI: '01066666666',
      agentANI: '01088888888',
      privacyNumber: 'XFHA',
      userData: { order: 'o-7' },
    });
  });

  it('takes user data as an object', async () => {
    on.element.userData = { order: 1 };
    await dial('100');
    expect(sent()).to.deep.equal({ otherDN: '100', userData: { order: 1 } });
  });

  for (const bad of ['{order}', '[1]', '"text"', '7']) {
    it(`says what is wrong with user-data ${bad}, and does not lose it on the way`, async () => {
      await ready();
      on.element.setAttribute('user-data', bad);
      await on.element.updateComplete;
      expect(heard(on)).to.contain('user-data is not a JSON object');
      expect(on.button('Call').getAttribute('aria-description')).to.contain('user-data is not a JSON object');
      await dial('100');
      expect(timesSent(on, 'makeCall')).to.equal(0);
      await accessible(on.element);
    });
  }

  it('says why no call can be made', async () => {
    await open();
    expect(on.button('Call').title).to.equal('Log in first');
    expect(field().placeholder).to.equal('Log in first');
    await dial('100');
    field().focus();
    await sendKeys({ press: 'Enter' });
    expect(timesSent(on, 'makeCall')).to.equal(0);
    expect(field().value).to.equal('100');
    await accessible(on.element);
    await on.emit('EventAgentReady');
    await on.call('EventRinging', 'EventEstablished');
    expect(on.button('Call').title).to.equal('Not during a call');
    await accessible(on.element);
  });

  it('masks the numbers to redial and of the caller ID where the phone does', async () => {
    await tell(on, 'queryRoutes', routesResult);
    await dial('13512345678');
    await tell(on, 'makeCall', {});
    on.agent.maskNumbers = true;
    await on.agent.updateComplete;
    await on.element.updateComplete;
    expect(redials()).to.deep.equal(['Redial *******5678']);
    expect(callerId().options[1]?.label).to.equal('Head office · *******6666');
  });

  it('names itself as the source, and takes what the page makes of the call', async () => {
    const asked = oneEvent(on.agent, 'sobot-command');
    on.agent.addEventListener('sobot-command', ({ detail }) => (detail.params['otherDN'] = '200'), { once: true });
    await dial('100');
    expect((await asked).detail).to.deep.include({ command: 'makeCall', source: on.element });
    expect(sent()).to.deep.equal({ otherDN: '200' });
  });

  it('does nothing more when the page vetoes the call', async () => {
    on.agent.addEventListener('sobot-command', (event) => event.preventDefault(), { once: true });
    await dial('100');
    await settled(on.element);
    expect(field().value).to.equal('100');
    expect(heard(on)).to.equal('');
  });

  it('is without fault when ready, and takes the focus', async () => {
    await tell(on, 'queryRoutes', routesResult);
    await accessible(on.element);
    on.element.focus();
    expect(on.root.activeElement === field()).to.be.true;
  });

  it('fits', async () => {
    await tell(on, 'queryRoutes', routesResult);
    await fits(on.element);
  });

  it('speaks Chinese', async () => {
    on.agent.lang = 'zh-CN';
    while (!on.text.includes('电话号码')) await settled(on.element);
    expect(on.buttons).to.include('呼叫');
  });
});
