import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../../elements/sobot-incoming-call/define.js';
import type { SobotIncomingCall } from '../../../elements/sobot-incoming-call/define.js';
import { accessible, aCall, desk, type Desk, fits, textOf } from '../../support/desk.js';
import { FakeNotification } from '../../support/notification.js';
import { FakeSound } from '../../support/sound.js';

describe('<sobot-incoming-call>', () => {
  const title = document.title;
  let on: Desk<SobotIncomingCall>;
  /** No test makes a sound. */
  let heard: FakeSound;
  let restore: () => void;

  const ring = (fields: object = {}): Promise<void> => on.emit('EventRinging', { ...aCall, ...fields });
  const alert = (): string => textOf(on.find('[role="alert"]'));
  const facts = (): string[] => on.all('dl > *').map(textOf);
  const isOff = (name: string): boolean => on.button(name).getAttribute('aria-disabled') === 'true';

  beforeEach(async () => {
    heard = new FakeSound();
    restore = FakeNotification.install();
    document.title = 'CRM';
    on = await desk('sobot-incoming-call');
  });

  afterEach(() => {
    heard.restore();
    restore();
    document.title = title;
  });

  it('is there only while a call rings for the agent', async () => {
    const isThere = (): boolean => on.all('[part="call"]').length > 0;
    expect(isThere()).to.be.false;
    expect(getComputedStyle(on.element).display).to.equal('contents');
    await ring();
    expect(isThere()).to.be.true;
    expect(on.has('ringing')).to.be.true;
    await on.call('EventEstablished');
    expect(isThere()).to.be.false;
    expect(on.has('ringing')).to.be.false;
    await on.call('EventReleased');
    await on.emit('EventDialing', { ...aCall, callID: 'c2', callType: 'Outbound' });
    expect(isThere()).to.be.false;
    expect(alert()).to.equal('');
  });

  it('shows who calls, how, and the data', async () => {
    await ring({ queueName: 'Sales', attachedData: '{"Order":"o-7","vip":true,"nested":{"a":1},"blank":" "}' });
    expect(textOf(on.find('[part="number"]'))).to.equal('135****5678');
    expect(textOf(on.find('[part="origin"]'))).to.equal('Incoming · Sales');
    expect(facts()).to.deep.equal(['Order', 'o-7', 'vip', 'true', 'nested', '{"a":1}']);
    expect(on.find('dl').getAttribute('aria-label')).to.equal('Call data');
    expect(on.buttons).to.deep.equal(['Decline', 'Answer', 'Silence']);
  });

  it('shows a name as soon as somebody knows it', async () => {
    await ring();
    expect(on.all('[part="name"]')).to.have.length(0);
    on.agent.session?.identify('c1', { name: 'Ada Wong' });
    await on.element.updateComplete;
    expect(textOf(on.find('[part="name"]'))).to.equal('Ada Wong');
    expect(alert()).to.equal('Incoming call from Ada Wong, 135****5678');
  });

  it('says that a number is unknown', async () => {
    await ring({ otherDN: '' });
    expect(textOf(on.find('[part="number"]'))).to.equal('Unknown number');
    expect(alert()).to.equal('Incoming call from Unknown number');
  });

  it('masks numbers when the page wants it', async () => {
    on.agent.maskNumbers = true;
    await on.agent.updateComplete;
    await ring({ otherDN: '13512345678' });
    expect(on.text).not.to.contain('1351234');
    expect(on.text).to.contain('*******5678');
  });

  it('takes what the SDK says as text', async () => {
    await ring({ otherDN: '<img src=x>', queueName: '<b>q</b>', attachedData: { '<i>': '<script>1</script>' } });
    expect(on.all('img, b, i, script')).to.have.length(0);
    expect(on.text).to.contain('<script>1</script>');
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
      expect(textOf(on.find('[part="number"]'))).to.equal(number);
      expect(textOf(on.find('[part="origin"]'))).to.equal(origin);
      expect(on.all('[part="other"]').map(textOf)).to.deep.equal(other ? [other] : []);
      expect(alert()).to.equal(said);
    });
  }

  it('masks the other one too, and has no fault with one', async () => {
    on.agent.maskNumbers = true;
    await ring({ ...consult, otherDN: '1006', thirdDN: '13512345678' });
    expect(textOf(on.find('[part="other"]'))).to.equal('About the customer *******5678');
    await accessible(on.element);
    await fits(on.element);
  });

  it('keeps much data out of the way of the buttons', async () => {
    await ring({ attachedData: Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`key ${i}`, i])) });
    const more = on.find<HTMLDetailsElement>('details');
    expect(more.open).to.be.false;
    expect(textOf(on.find('summary'))).to.equal('5 more');
    expect(facts()).to.have.length(18);
  });

  for (const [name, command] of [
    ['Answer', 'answer'],
    ['Decline', 'rejectCall'],
  ] as const) {
    it(`runs ${command} by ${name}: once, and says when it could not`, async () => {
      await ring();
      const asked = oneEvent(on.agent, 'sobot-command');
      await on.press(name);
      expect((await asked).detail).to.deep.include({ command, source: on.element });
      expect(on.button(name).getAttribute('aria-busy')).to.equal('true');
      await on.press(name);
      expect(on.commands).to.deep.equal([command]);
      await on.answer(on.double.last(), 'error');
      expect(textOf(on.find('[part="error"][role="status"]'))).to.contain('not allowed');
      expect(isOff(name)).to.be.false;
    });
  }

  it('forgets the error with the call', async () => {
    await ring();
    await on.press('Answer');
    await on.answer(on.double.last(), 'error');
    await on.call('EventReleased');
    await ring({ callID: 'c2' });
    expect(textOf(on.find('[part="error"]'))).to.equal('');
  });

  it('tells at once, in a live region that was there before, without taking the focus', async () => {
    const elsewhere = await fixture<HTMLInputElement>(html`<input aria-label="elsewhere" />`);
    elsewhere.focus();
    const region = on.find('[role="alert"]');
    await ring({ queueName: 'Sales' });
    expect(textOf(region)).to.equal('Incoming call from 135****5678, Sales');
    expect(on.find('[role="alert"]') === region).to.be.true;
    expect(document.activeElement === elsewhere).to.be.true;
  });
});
