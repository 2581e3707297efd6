import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../elements/sobot-call-link/define.js';
import type { SobotCallLink } from '../../../elements/sobot-call-link/define.js';
import {
  createElement,
  type ElementFixture,
  expectAccessible,
  expectFits,
  settled,
  textOf,
} from '../../support/element-fixture.js';
import { callFields } from '../../support/call-fields.js';
import { announcements, requestCount } from '../../support/forms.js';
import { nodeNamed } from '../../support/tree.js';

describe('<sobot-call-link>', () => {
  let callLink: ElementFixture<SobotCallLink>;
  const link = (): HTMLElement => callLink.find('.link');
  const reason = (): string => link().title;

  beforeEach(async () => {
    callLink = await createElement('sobot-call-link', 'number="+1 (201) 555-0123"');
    callLink.element.textContent = 'Call us';
    await callLink.emit('EventAgentReady');
  });

  it('calls the number', async () => {
    const asked = oneEvent(callLink.agent, 'sobot-command');
    link().click();
    expect(callLink.sdk.last('makeCall').params).to.deep.equal({ otherDN: '+12015550123' });
    expect((await asked).detail).to.deep.include({ command: 'makeCall', source: callLink.element });
  });

  it('calls the number of an address, and no service code', async () => {
    callLink.element.number = 'tel:+1-555-0100;ext=12';
    await callLink.element.updateComplete;
    expect(reason()).to.contain('12 is not dialled');
    link().click();
    expect(callLink.sdk.last('makeCall').params).to.deep.equal({ otherDN: '+15550100' });
    callLink.element.number = '*21*5550100#';
    await callLink.element.updateComplete;
    expect(reason()).to.contain('service codes');
  });

  it('has the name that the page gives it, and says which number it calls', async () => {
    expect(await nodeNamed('Call us')).to.deep.include({ role: 'button' });
    expect(link().title).to.equal('+1 (201) 555-0123');
    await expectAccessible(callLink.element);
  });

  it('is named after the number where the page gives it no name', () => {
    callLink.element.textContent = '';
    expect(textOf(link())).to.equal('Call +1 (201) 555-0123');
  });

  for (const key of ['Enter', 'Space']) {
    it(`is pressed by ${key}, once`, async () => {
      callLink.element.focus();
      await sendKeys({ press: key });
      expect(requestCount(callLink, 'makeCall')).to.equal(1);
    });
  }

  it('can be clicked by script', () => {
    callLink.element.click();
    expect(requestCount(callLink, 'makeCall')).to.equal(1);
  });

  it('hands over business data', async () => {
    callLink.element.setAttribute('user-data', '{"orderID": "o-7"}');
    await callLink.element.updateComplete;
    link().click();
    expect(callLink.sdk.last('makeCall').params).to.deep.include({ userData: { orderID: 'o-7' } });
  });

  it('dials once, however often it is pressed meanwhile', async () => {
    link().click();
    await callLink.element.updateComplete;
    expect(link().getAttribute('aria-busy')).to.equal('true');
    expect(callLink.has('dialing')).to.be.true;
    link().click();
    expect(requestCount(callLink, 'makeCall')).to.equal(1);
  });

  it('says beside itself what went wrong', async () => {
    link().click();
    await callLink.answer(callLink.sdk.last('makeCall'), 'error');
    expect(announcements(callLink)).to.contain('not allowed');
    await expectAccessible(callLink.element);
  });

  for (const [why, come] of [
    ['Log in first', () => callLink.emit('RequestAgentLogout')],
    ['Not during a call', () => callLink.call('EventRinging', 'EventEstablished')],
    ['There is no number to call', () => void (callLink.element.number = ' ')],
    ['user-data is not a JSON object, such as {"order": "o-7"}.', () => void (callLink.element.userData = '[1]')],
  ] as const) {
    it(`is disabled, stays in reach and says why: ${why}`, async () => {
      await come();
      await callLink.element.updateComplete;
      expect(link().getAttribute('aria-disabled')).to.equal('true');
      expect(callLink.has('disabled')).to.be.true;
      expect(reason()).to.equal(why);
      expect(link().getAttribute('aria-description')).to.equal(why);
      link().click();
      expect(requestCount(callLink, 'makeCall')).to.equal(0);
      callLink.element.focus();
      expect(callLink.root.activeElement).to.equal(link());
      await expectAccessible(callLink.element);
    });
  }

  it('shows no full number where numbers are masked', async () => {
    callLink.agent.maskNumbers = true;
    await callLink.agent.updateComplete;
    callLink.element.textContent = '';
    await callLink.element.updateComplete;
    expect(link().title).to.equal('+* (***) ***-0123');
    expect(textOf(link())).to.equal('Call +* (***) ***-0123');
    link().click();
    expect(callLink.sdk.last('makeCall').params).to.deep.equal({ otherDN: '+12015550123' });
  });

  it('stands in the text of the page, in its font', () => {
    callLink.agent.insertAdjacentHTML('afterbegin', '<span>Questions? </span>');
    const text = callLink.agent.firstElementChild as HTMLElement;
    expect(callLink.element.getBoundingClientRect().top).to.be.closeTo(text.getBoundingClientRect().top, 6);
    expect(getComputedStyle(link()).font).to.equal(getComputedStyle(text).font);
  });

  it('fits', () => expectFits(callLink.element));

  it('speaks Chinese', async () => {
    callLink.element.textContent = '';
    callLink.agent.lang = 'zh-CN';
    while (!callLink.text.includes('呼叫')) await settled(callLink.element);
  });

  it('without a phone is a link, which the browser has, and a button again with one', async () => {
    callLink.agent.remove();
    const element = await fixture<SobotCallLink>(
      html`<sobot-call-link number="+1 (201) 555-0123" for="later">Call us</sobot-call-link>`,
    );
    const anchor = (): Element | null | undefined => element.shadowRoot?.querySelector('a');
    expect(anchor()?.getAttribute('href')).to.equal('tel:+12015550123');
    expect(await nodeNamed('Call us')).to.deep.include({ role: 'link' });
    await expectAccessible(element);
    callLink.agent.id = 'later';
    document.body.append(callLink.agent);
    await settled(element);
    expect(anchor()).to.equal(null);
    callLink.agent.remove();
  });

  it('without a phone leads nowhere where the number can be dialled by no link', async () => {
    callLink.agent.remove();
    for (const number of ['*21*5550100#', '＃31＃5550100', 'tel:%2A21%235', 'Ada', '']) {
      const element = await fixture<SobotCallLink>(html`<sobot-call-link number=${number}>Call us</sobot-call-link>`);
      expect(element.shadowRoot?.querySelector('a')?.hasAttribute('href'), number).to.be.false;
    }
  });

  it('leaves the call that is there alone', async () => {
    await callLink.emit('EventRinging', callFields);
    expect(callLink.commands).to.deep.equal([]);
  });
});
