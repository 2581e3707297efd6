import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../elements/sobot-call-link/define.js';
import type { SobotCallLink } from '../../../elements/sobot-call-link/define.js';
import { accessible, aCall, desk, fits, settled, textOf, type Desk } from '../../support/desk.js';
import { heard, timesSent } from '../../support/forms.js';
import { nodeNamed } from '../../support/tree.js';

describe('<sobot-call-link>', () => {
  let on: Desk<SobotCallLink>;
  const link = (): HTMLElement => on.find('.link');
  const reason = (): string => link().title;

  beforeEach(async () => {
    on = await desk('sobot-call-link', 'number="+1 (201) 555-0123"');
    on.element.textContent = 'Call us';
    await on.emit('EventAgentReady');
  });

  it('calls the number', async () => {
    const asked = oneEvent(on.agent, 'sobot-command');
    link().click();
    expect(on.double.last('makeCall').params).to.deep.equal({ otherDN: '+12015550123' });
    expect((await asked).detail).to.deep.include({ command: 'makeCall', source: on.element });
  });

  it('has the name that the page gives it, and says which number it calls', async () => {
    expect(await nodeNamed('Call us')).to.deep.include({ role: 'button' });
    expect(link().title).to.equal('+1 (201) 555-0123');
    await accessible(on.element);
  });

  it('is named after the number where the page gives it no name', () => {
    on.element.textContent = '';
    expect(textOf(link())).to.equal('Call +1 (201) 555-0123');
  });

  for (const key of ['Enter', 'Space']) {
    it(`is pressed by ${key}, once`, async () => {
      on.element.focus();
      await sendKeys({ press: key });
      expect(timesSent(on, 'makeCall')).to.equal(1);
    });
  }

  it('can be clicked by script', () => {
    on.element.click();
    expect(timesSent(on, 'makeCall')).to.equal(1);
  });

  it('hands over business data', async () => {
    on.element.setAttribute('user-data', '{"orderID": "o-7"}');
    await on.element.updateComplete;
    link().click();
    expect(on.double.last('makeCall').params).to.deep.include({ userData: { orderID: 'o-7' } });
  });

  it('dials once, however often it is pressed meanwhile', async () => {
    link().click();
    await on.element.updateComplete;
    expect(link().getAttribute('aria-busy')).to.equal('true');
    expect(on.has('dialing')).to.be.true;
    link().click();
    expect(timesSent(on, 'makeCall')).to.equal(1);
  });

  it('says beside itself what went wrong', async () => {
    link().click();
    await on.answer(on.double.last('makeCall'), 'error');
    expect(heard(on)).to.contain('not allowed');
    await accessible(on.element);
  });

  for (const [why, come] of [
    ['Log in first', () => on.emit('RequestAgentLogout')],
    ['Not during a call', () => on.call('EventRinging', 'EventEstablished')],
    ['There is no number to call', () => void (on.element.number = ' ')],
    ['user-data is not a JSON object, such as {"order": "o-7"}.', () => void (on.element.userData = '[1]')],
  ] as const) {
    it(`is disabled, stays in reach and says why: ${why}`, async () => {
      await come();
      await on.element.updateComplete;
      expect(link().getAttribute('aria-disabled')).to.equal('true');
      expect(on.has('disabled')).to.be.true;
      expect(reason()).to.equal(why);
      expect(link().getAttribute('aria-description')).to.equal(why);
      link().click();
      expect(timesSent(on, 'makeCall')).to.equal(0);
      on.element.focus();
      expect(on.root.activeElement).to.equal(link());
      await accessible(on.element);
    });
  }

  it('shows no full number where numbers are masked', async () => {
    on.agent.maskNumbers = true;
    await on.agent.updateComplete;
    on.element.textContent = '';
    await on.element.updateComplete;
    expect(link().title).to.equal('+* (***) ***-0123');
    expect(textOf(link())).to.equal('Call +* (***) ***-0123');
    link().click();
    expect(on.double.last('makeCall').params).to.deep.equal({ otherDN: '+12015550123' });
  });

  it('stands in the text of the page, in its font', () => {
    on.agent.insertAdjacentHTML('afterbegin', '<span>Questions? </span>');
    const text = on.agent.firstElementChild as HTMLElement;
    expect(on.element.getBoundingClientRect().top).to.be.closeTo(text.getBoundingClientRect().top, 6);
    expect(getComputedStyle(link()).font).to.equal(getComputedStyle(text).font);
  });

  it('fits', () => fits(on.element));

  it('speaks Chinese', async () => {
    on.element.textContent = '';
    on.agent.lang = 'zh-CN';
    while (!on.text.includes('呼叫')) await settled(on.element);
  });

  it('without a phone is a link, which the browser has, and a button again with one', async () => {
    on.agent.remove();
    const element = await fixture<SobotCallLink>(
      html`<sobot-call-link number="+1 (201) 555-0123" for="later">Call us</sobot-call-link>`,
    );
    const anchor = (): Element | null | undefined => element.shadowRoot?.querySelector('a');
    expect(anchor()?.getAttribute('href')).to.equal('tel:+12015550123');
    expect(await nodeNamed('Call us')).to.deep.include({ role: 'link' });
    await accessible(element);
    on.agent.id = 'later';
    document.body.append(on.agent);
    await settled(element);
    expect(anchor()).to.equal(null);
    on.agent.remove();
  });

  it('leaves the call that is there alone', async () => {
    await on.emit('EventRinging', aCall);
    expect(on.commands).to.deep.equal([]);
  });
});
