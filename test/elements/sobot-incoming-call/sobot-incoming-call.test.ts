import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../../elements/sobot-incoming-call/define.js';
import type { SobotIncomingCall } from '../../../elements/sobot-incoming-call/define.js';
import { callFields } from '../../support/call-fields.js';
import {
  expectAccessible,
  createElement,
  type ElementFixture,
  expectFits,
  textOf,
} from '../../support/element-fixture.js';
import { createNotifications } from '../../support/notification.js';
import { FakeSound } from '../../support/sound.js';

describe('<sobot-incoming-call>', () => {
  const title = document.title;
  let incoming: ElementFixture<SobotIncomingCall>;

  const ring = (fields: object = {}): Promise<void> => incoming.emit('EventRinging', { ...callFields, ...fields });
  const alert = (): string => textOf(incoming.find('[role="alert"]'));
  const facts = (): string[] => incoming.all('dl > *').map(textOf);
  const isOff = (name: string): boolean => incoming.button(name).getAttribute('aria-disabled') === 'true';

  beforeEach(async () => {
    new FakeSound(); // No test makes a sound.
    createNotifications();
    document.title = 'CRM';
    incoming = await createElement('sobot-incoming-call');
  });

  afterEach(() => {
    document.title = title;
  });

  it('is there only while a call rings for the agent', async () => {
    const isThere = (): boolean => incoming.all('[part="call"]').length > 0;
    expect(isThere()).to.be.false;
    expect(getComputedStyle(incoming.element).display).to.equal('contents');
    await ring();
    expect(isThere()).to.be.true;
    expect(incoming.has('ringing')).to.be.true;
    await incoming.call('EventEstablished');
    expect(isThere()).to.be.false;
    expect(incoming.has('ringing')).to.be.false;
    await incoming.call('EventReleased');
    await incoming.emit('EventDialing', { ...callFields, callID: 'c2', callType: 'Outbound' });
    expect(isThere()).to.be.false;
    expect(alert()).to.equal('');
  });

  it('shows who calls, how, and the data', async () => {
    await ring({ queueName: 'Sales', attachedData: '{"Order":"o-7","vip":true,"nested":{"a":1},"blank":" "}' });
    expect(textOf(incoming.find('[part="number"]'))).to.equal('135****5678');
    expect(textOf(incoming.find('[part="origin"]'))).to.equal('Incoming · Sales');
    expect(facts()).to.deep.equal(['Order', 'o-7', 'vip', 'true', 'nested', '{"a":1}']);
    expect(incoming.find('dl').getAttribute('aria-label')).to.equal('Call data');
    expect(incoming.buttons).to.deep.equal(['Decline', 'Answer', 'Silence']);
  });

  it('shows a name as soon as somebody knows it', async () => {
    await ring();
    expect(incoming.all('[part="name"]')).to.have.length(0);
    incoming.agent.session?.identify('c1', { name: 'Ada Wong' });
    await incoming.element.updateComplete;
    expect(textOf(incoming.find('[part="name"]'))).to.equal('Ada Wong');
    expect(alert()).to.equal('Incoming call from Ada Wong, 135****5678');
  });

  it('says that a number is unknown', async () => {
    await ring({ otherDN: '' });
    expect(textOf(incoming.find('[part="number"]'))).to.equal('Unknown number');
    expect(alert()).to.equal('Incoming call from Unknown number');
  });

  it('masks numbers when the page wants it', async () => {
    incoming.agent.maskNumbers = true;
    await incoming.agent.updateComplete;
    await ring({ otherDN: '13512345678' });
    expect(incoming.text).not.to.contain('1351234');
    expect(incoming.text).to.contain('*******5678');
  });

  it('takes what the SDK says as text', async () => {
    await ring({ otherDN: '<img src=x>', queueName: '<b>q</b>', attachedData: { '<i>': '<script>1</script>' } });
    expect(incoming.all('img, b, i, script')).to.have.length(0);
    expect(incoming.text).to.contain('<script>1</script>');
  });

  const consult = { callType: 'Consult', otherDN: '1006', otherDNRole: 'ConsultBy' };
  const transfer = { thisDNRole: 'TransferTo', thirdDN: '1006', thirdDNRole: 'TransferBy' };
  for (const [what, fields, number, origin, other, said] of [
    [
      'a consultation by type',
      { callType: 'Consult' },
      '135****5678',
      'Consultation',
      '',
      'Consultation call from 135****5678',
    ],
    [
      'a consultation by role',
      { otherDNRole: '9' },
      '135****5678',
      'Consultation',
      '',
      'Consultation call from 135****5678',
    ],
    [
      'a consultation, and about whom',
      { ...consult, thirdDN: '135****5678', queueName: 'Sales' },
      '1006',
      'Consultation · Sales',
      'About the customer 135****5678',
      'Consultation call from 1006, Sales. About the customer 135****5678',
    ],
    [
      'a transfer, and by whom',
      transfer,
      '135****5678',
      'Transferred to you',
      'Transferred by 1006',
      'Transferred call from 135****5678. Transferred by 1006',
    ],
    [
      'a transfer of a call that was made',
      { ...transfer, callType: 'Outbound', otherDNRole: 'Destination' },
      '135****5678',
      'Transferred to you',
      'Transferred by 1006',
      'Transferred call from 135****5678. Transferred by 1006',
    ],
    [
      'a transfer that comes from the agent, with the customer third',
      { otherDN: '1006', otherDNRole: 'TransferBy', thirdDN: '135****5678' },
      '135****5678',
      'Transferred to you',
      'Transferred by 1006',
      'Transferred call from 135****5678. Transferred by 1006',
    ],
    [
      'a transfer',
      { otherDNRole: 'TransferBy' },
      '135****5678',
      'Transferred to you',
      '',
      'Transferred call from 135****5678',
    ],
    [
      'a transfer, told by our own role',
      { thisDNRole: 13 },
      '135****5678',
      'Transferred to you',
      '',
      'Transferred call from 135****5678',
    ],
    [
      'an internal call',
      { callType: 'Internal' },
      '135****5678',
      'Internal call',
      '',
      'Incoming call from 135****5678',
    ],
  ] as const) {
    it(`says that it is ${what}`, async () => {
      await ring(fields);
      expect(textOf(incoming.find('[part="number"]'))).to.equal(number);
      expect(textOf(incoming.find('[part="origin"]'))).to.equal(origin);
      expect(incoming.all('[part="other"]').map(textOf)).to.deep.equal(other ? [other] : []);
      expect(alert()).to.equal(said);
    });
  }

  it('masks the other one too, and has no fault with one', async () => {
    incoming.agent.maskNumbers = true;
    await ring({ ...consult, otherDN: '1006', thirdDN: '13512345678' });
    expect(textOf(incoming.find('[part="other"]'))).to.equal('About the customer *******5678');
    await expectAccessible(incoming.element);
    await expectFits(incoming.element);
  });

  it('keeps much data out of the way of the buttons', async () => {
    await ring({ attachedData: Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`key ${i}`, i])) });
    const more = incoming.find<HTMLDetailsElement>('details');
    expect(more.open).to.be.false;
    expect(textOf(incoming.find('summary'))).to.equal('5 more');
    expect(facts()).to.have.length(18);
  });

  for (const [name, command] of [
    ['Answer', 'answer'],
    ['Decline', 'rejectCall'],
  ] as const) {
    it(`runs ${command} by ${name}: once, and says when it could not`, async () => {
      await ring();
      const asked = oneEvent(incoming.agent, 'sobot-command');
      await incoming.press(name);
      expect((await asked).detail).to.deep.include({ command, source: incoming.element });
      expect(incoming.button(name).getAttribute('aria-busy')).to.equal('true');
      await incoming.press(name);
      expect(incoming.commands).to.deep.equal([command]);
      await incoming.answer(incoming.sdk.last(), 'error');
      expect(textOf(incoming.find('[part="error"][role="status"]'))).to.contain('not allowed');
      expect(isOff(name)).to.be.false;
    });
  }

  it('forgets the error with the call', async () => {
    await ring();
    await incoming.press('Answer');
    await incoming.answer(incoming.sdk.last(), 'error');
    await incoming.call('EventReleased');
    await ring({ callID: 'c2' });
    expect(textOf(incoming.find('[part="error"]'))).to.equal('');
  });

  it('tells at once, in a live region that was there before, without taking the focus', async () => {
    const elsewhere = await fixture<HTMLInputElement>(html`<input aria-label="elsewhere" />`);
    elsewhere.focus();
    const region = incoming.find('[role="alert"]');
    await ring({ queueName: 'Sales' });
    expect(textOf(region)).to.equal('Incoming call from 135****5678, Sales');
    expect(incoming.find('[role="alert"]') === region).to.be.true;
    expect(document.activeElement === elsewhere).to.be.true;
  });
});
