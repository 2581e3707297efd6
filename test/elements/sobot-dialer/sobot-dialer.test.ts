import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expectAccessible, expectFits, settled, textOf } from '../../support/element-fixture.js';
import { announcements, answerRequest, enter, requestCount, routesResult } from '../../support/forms.js';
import { createDialer, createReadyDialer, type DialerFixture } from './create-dialer.js';

describe('<sobot-dialer>', () => {
  let dialer: DialerFixture;
  beforeEach(async () => {
    dialer = await createReadyDialer();
  });

  it('dials what is typed, with Enter too', async () => {
    expect(dialer.field.type).to.equal('tel');
    dialer.field.focus();
    await sendKeys({ type: '+8613512345678' });
    await sendKeys({ press: 'Enter' });
    await dialer.element.updateComplete;
    expect(dialer.sentParams).to.deep.equal({ otherDN: '+8613512345678' });
    expect(dialer.has('dialing')).to.be.true;
    await expectAccessible(dialer.element);
  });

  it('dials once, however impatient the agent is', async () => {
    await dialer.dial('100');
    await dialer.press('Call');
    dialer.field.focus();
    await sendKeys({ press: 'Enter' });
    expect(requestCount(dialer, 'makeCall')).to.equal(1);
    expect(dialer.button('Call').getAttribute('aria-busy')).to.equal('true');
  });

  it('cleans what is pasted, and keeps masks and plus', async () => {
    await dialer.paste(' +86 (135)\u00a0****-5678\u202c\n');
    expect(dialer.field.value).to.equal('+86135****5678');
    await enter(dialer, dialer.field, '');
    await dialer.paste('tel:\uff11\uff13\uff15\u20131234');
    expect(dialer.field.value).to.equal('1351234');
  });

  it('says which digits it does not dial', async () => {
    await dialer.paste('tel:+1-555-0100;ext=12');
    expect(dialer.field.value).to.equal('+15550100');
    expect(dialer.text).to.contain('12 is not dialled');
    await dialer.press('Call');
    expect(dialer.sentParams).to.deep.equal({ otherDN: '+15550100' });
  });

  it('refuses what no keypad can dial, says so, and keeps the text', async () => {
    await dialer.dial('555 0100 work');
    expect(requestCount(dialer, 'makeCall')).to.equal(0);
    expect(dialer.field.value).to.equal('555 0100 work');
    expect(dialer.text).to.contain('it has characters that no keypad has');
  });

  it('pastes where the cursor is', async () => {
    await enter(dialer, dialer.field, '19');
    dialer.field.setSelectionRange(1, 1);
    await dialer.paste('2-3');
    expect(dialer.field.value).to.equal('1239');
    expect(dialer.field.selectionStart).to.equal(3);
  });

  it('has a keypad that writes where the cursor is', async () => {
    for (const key of ['1', 'Star', 'Pound', '0']) await dialer.press(key);
    expect(dialer.field.value).to.equal('1*#0');
    dialer.field.setSelectionRange(1, 3);
    await dialer.press('5');
    expect(dialer.field.value).to.equal('150');
    await dialer.press('Delete last digit');
    expect(dialer.field.value).to.equal('10');
  });

  it('takes digits that are typed on the keypad', async () => {
    dialer.button('1').focus();
    await sendKeys({ press: '7' });
    await sendKeys({ press: '8' });
    await sendKeys({ press: 'Backspace' });
    await dialer.element.updateComplete;
    expect(dialer.field.value).to.equal('7');
    expect(dialer.root.activeElement && textOf(dialer.root.activeElement)).to.equal('1');
  });

  it('keeps the number when the call is refused, and says why', async () => {
    await dialer.dial('5550108');
    await answerRequest(dialer, 'makeCall', new Error('no such number'));
    expect(dialer.field.value).to.equal('5550108');
    expect(announcements(dialer)).to.contain('no such number');
    await expectAccessible(dialer.element);
    expect(dialer.redials).to.deep.equal([]);
  });

  it('clears the field when the call goes out, and offers it for redial', async () => {
    await dialer.dial('135****5678');
    await answerRequest(dialer, 'makeCall', {});
    expect(dialer.field.value).to.equal('');
    expect(dialer.redials).to.deep.equal(['Redial 135****5678']);
    await dialer.emit('EventReleased', { callID: 'x', callType: 'Outbound' });
  });

  it('is empty after the call, even if that took its place before it was confirmed', async () => {
    await dialer.dial('100');
    const { parentElement: place } = dialer.element;
    dialer.element.remove();
    dialer.sdk.last('makeCall').success({});
    await settled(dialer.element);
    const next = document.createElement('sobot-dialer');
    place?.append(next);
    await next.updateComplete;
    expect(next.number).to.equal('');
  });

  it('leaves the keys of the caller ID alone', async () => {
    await answerRequest(dialer, 'queryRoutes', routesResult);
    dialer.callerId.focus();
    await sendKeys({ press: '0' });
    await dialer.element.updateComplete;
    expect(dialer.field.value).to.equal('');
  });

  it('says no more about a number that is edited', async () => {
    await dialer.dial('5550108');
    await answerRequest(dialer, 'makeCall', new Error('no such number'));
    await dialer.press('Delete last digit');
    expect(announcements(dialer)).to.equal('');
  });

  it('goes back to the number of the page', async () => {
    dialer = await createReadyDialer('number="400"');
    expect(dialer.field.value).to.equal('400');
    await dialer.dial('401');
    await answerRequest(dialer, 'makeCall', {});
    expect(dialer.field.value).to.equal('400');
  });

  it('keeps what is typed while another number is on its way', async () => {
    await dialer.dial('100');
    await enter(dialer, dialer.field, '200');
    await answerRequest(dialer, 'makeCall', {});
    expect(dialer.field.value).to.equal('200');
  });

  it('redials the last five numbers, newest first', async () => {
    const dialled = ['1', '2', '3', '4', '5', '6', '4'];
    for (const [index, number] of dialled.entries()) {
      await dialer.dial(number);
      await answerRequest(dialer, 'makeCall', {});
      const call = { callID: `c${index}`, callType: 'Outbound', otherDN: number };
      await dialer.emit('EventDialing', call);
      await dialer.emit('EventReleased', call);
    }
    expect(dialer.redials).to.deep.equal(['4', '6', '5', '3', '2'].map((number) => `Redial ${number}`));
    await expectAccessible(dialer.element);
    await dialer.press('Redial 3');
    expect(dialer.sentParams).to.deep.equal({ otherDN: '3' });
  });

  it('brings back the last number when there is none to call', async () => {
    await dialer.press('Call');
    expect(requestCount(dialer, 'makeCall')).to.equal(0);
    await dialer.dial('100');
    await answerRequest(dialer, 'makeCall', {});
    const call = { callID: 'c1', callType: 'Outbound' };
    await dialer.emit('EventDialing', call);
    await dialer.emit('EventReleased', call);
    await dialer.press('Call');
    expect(dialer.field.value).to.equal('100');
    expect(dialer.root.activeElement === dialer.field).to.be.true;
    expect(requestCount(dialer, 'makeCall')).to.equal(1);
  });

  it('remembers what was being typed when a call took its place', async () => {
    await enter(dialer, dialer.field, '1351');
    const { parentElement: place } = dialer.element;
    dialer.element.remove();
    const next = document.createElement('sobot-dialer');
    place?.append(next);
    await next.updateComplete;
    expect(next.number).to.equal('1351');
  });

  it('passes on what the page gives it', async () => {
    dialer = await createReadyDialer(
      `ani="01066666666" agent-ani="01088888888" privacy-number="XFHA" user-data='{"order": "o-7"}' number="100"`,
    );
    await dialer.press('Call');
    expect(dialer.sentParams).to.deep.equal({
      otherDN: '100',
      ANI: '01066666666',
      agentANI: '01088888888',
      privacyNumber: 'XFHA',
      userData: { order: 'o-7' },
    });
  });

  it('takes user data as an object', async () => {
    dialer.element.userData = { order: 1 };
    await dialer.dial('100');
    expect(dialer.sentParams).to.deep.equal({ otherDN: '100', userData: { order: 1 } });
  });

  for (const bad of ['{order}', '[1]', '"text"', '7']) {
    it(`says what is wrong with user-data ${bad}, and does not lose it on the way`, async () => {
      dialer = await createReadyDialer();
      dialer.element.setAttribute('user-data', bad);
      await dialer.element.updateComplete;
      expect(announcements(dialer)).to.contain('user-data is not a JSON object');
      expect(dialer.button('Call').getAttribute('aria-description')).to.contain('user-data is not a JSON object');
      await dialer.dial('100');
      expect(requestCount(dialer, 'makeCall')).to.equal(0);
      await expectAccessible(dialer.element);
    });
  }

  it('says why no call can be made', async () => {
    dialer = await createDialer();
    expect(dialer.button('Call').title).to.equal('Log in first');
    expect(dialer.field.placeholder).to.equal('Log in first');
    await dialer.dial('100');
    dialer.field.focus();
    await sendKeys({ press: 'Enter' });
    expect(requestCount(dialer, 'makeCall')).to.equal(0);
    expect(dialer.field.value).to.equal('100');
    await expectAccessible(dialer.element);
    await dialer.emit('EventAgentReady');
    await dialer.call('EventRinging', 'EventEstablished');
    expect(dialer.button('Call').title).to.equal('Not during a call');
    await expectAccessible(dialer.element);
  });

  it('masks the numbers to redial and of the caller ID where the phone does', async () => {
    await answerRequest(dialer, 'queryRoutes', routesResult);
    await dialer.dial('13512345678');
    await answerRequest(dialer, 'makeCall', {});
    dialer.agent.maskNumbers = true;
    await dialer.agent.updateComplete;
    await dialer.element.updateComplete;
    expect(dialer.redials).to.deep.equal(['Redial *******5678']);
    expect(dialer.callerId.options[1]?.label).to.equal('Head office · *******6666');
  });

  it('names itself as the source, and takes what the page makes of the call', async () => {
    const asked = oneEvent(dialer.agent, 'sobot-command');
    dialer.agent.addEventListener('sobot-command', ({ detail }) => (detail.params['otherDN'] = '200'), { once: true });
    await dialer.dial('100');
    expect((await asked).detail).to.deep.include({ command: 'makeCall', source: dialer.element });
    expect(dialer.sentParams).to.deep.equal({ otherDN: '200' });
  });

  it('does nothing more when the page vetoes the call', async () => {
    dialer.agent.addEventListener('sobot-command', (event) => event.preventDefault(), { once: true });
    await dialer.dial('100');
    await settled(dialer.element);
    expect(dialer.field.value).to.equal('100');
    expect(announcements(dialer)).to.equal('');
  });

  it('is without fault when ready, and takes the focus', async () => {
    await answerRequest(dialer, 'queryRoutes', routesResult);
    await expectAccessible(dialer.element);
    dialer.element.focus();
    expect(dialer.root.activeElement === dialer.field).to.be.true;
  });

  it('fits', async () => {
    await answerRequest(dialer, 'queryRoutes', routesResult);
    await expectFits(dialer.element);
  });

  it('speaks Chinese', async () => {
    dialer.agent.lang = 'zh-CN';
    while (!dialer.text.includes('电话号码')) await settled(dialer.element);
    expect(dialer.buttons).to.include('呼叫');
  });
});
