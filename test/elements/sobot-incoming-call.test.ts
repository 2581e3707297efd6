import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import '../../elements/sobot-incoming-call.js';
import type { SobotIncomingCall } from '../../elements/sobot-incoming-call.js';
import { Ring } from '../../src/ui/ring.js';
import { accessible, aCall, desk, type Desk, fits, settled, textOf } from '../support/desk.js';

const { start, stop } = Ring.prototype;

describe('<sobot-incoming-call>', () => {
  const title = document.title;
  let on: Desk<SobotIncomingCall>;
  /** The rings that are on; no test makes a sound. */
  let ringing: Set<Ring>;

  const ring = (fields: object = {}): Promise<void> => on.emit('EventRinging', { ...aCall, ...fields });
  const alert = (): string => textOf(on.find('[role="alert"]'));
  const facts = (): string[] => on.all('dl > *').map(textOf);
  const isOff = (name: string): boolean => on.button(name).getAttribute('aria-disabled') === 'true';

  beforeEach(async () => {
    ringing = new Set();
    Ring.prototype.start = function (this: Ring) {
      ringing.add(this);
    };
    Ring.prototype.stop = function (this: Ring) {
      ringing.delete(this);
    };
    document.title = 'CRM';
    on = await desk('sobot-incoming-call');
  });

  afterEach(() => {
    Object.assign(Ring.prototype, { start, stop });
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
    on.agent.session?.setName('c1', 'Ada Wong');
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

  for (const [what, fields, origin, said] of [
    ['a consultation by type', { callType: 'Consult' }, 'Consultation', 'Consultation call from 135****5678'],
    ['a consultation by role', { otherDNRole: '9' }, 'Consultation', 'Consultation call from 135****5678'],
    ['a transfer', { otherDNRole: 'TransferBy' }, 'Transferred to you', 'Transferred call from 135****5678'],
    ['a transfer, told by our own role', { thisDNRole: 13 }, 'Transferred to you', 'Transferred call from 135****5678'],
    ['an internal call', { callType: 'Internal' }, 'Internal call', 'Incoming call from 135****5678'],
  ] as const) {
    it(`says that it is ${what}`, async () => {
      await ring(fields);
      expect(textOf(on.find('[part="origin"]'))).to.equal(origin);
      expect(alert()).to.equal(said);
    });
  }

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

  describe('rings', () => {
    it('from the first moment to the answer', async () => {
      expect(ringing.size).to.equal(0);
      await ring();
      expect(ringing.size).to.equal(1);
      await on.call('EventEstablished');
      expect(ringing.size).to.equal(0);
    });

    it('until it is silenced, and again with the next call', async () => {
      await ring();
      await on.press('Silence');
      expect(ringing.size).to.equal(0);
      expect(on.button('Silence').getAttribute('aria-pressed')).to.equal('true');
      expect(on.has('silenced')).to.be.true;
      expect(document.title).to.equal('☎ Incoming call · CRM');
      await on.call('EventReleased');
      await ring({ callID: 'c2' });
      expect(ringing.size).to.equal(1);
      expect(on.button('Silence').getAttribute('aria-pressed')).to.equal('false');
    });

    it('again when Silence is pressed again', async () => {
      await ring();
      await on.press('Silence');
      await on.press('Silence');
      expect(ringing.size).to.equal(1);
    });

    it('never with "quiet"', async () => {
      on.element.quiet = true;
      await ring();
      expect(ringing.size).to.equal(0);
      expect(on.buttons).to.deep.equal(['Decline', 'Answer']);
    });

    it('not when the element is gone, and on where it is moved to', async () => {
      await ring();
      on.element.remove();
      expect(ringing.size).to.equal(0);
      expect(document.title).to.equal('CRM');
      on.agent.append(on.element);
      await on.element.updateComplete;
      expect(ringing.size).to.equal(1);
      expect(document.title).to.equal('☎ Incoming call · CRM');
    });

    it('not when another end took over', async () => {
      await ring();
      await on.emit('EventAgentConnectionChanged');
      expect(ringing.size).to.equal(0);
      expect(document.title).to.equal('CRM');
      expect(isOff('Answer')).to.be.true;
      expect(on.button('Answer').title).to.equal('The phone is in use at another end');
    });

    it('not in the picture for a page builder', async () => {
      const agent = await fixture(html`
        <sobot-agent preview="ringing"><sobot-incoming-call></sobot-incoming-call></sobot-agent>
      `);
      await agent.querySelector('sobot-incoming-call')?.updateComplete;
      expect(agent.querySelector('sobot-incoming-call')?.matches(':state(ringing)')).to.be.true;
      expect(ringing.size).to.equal(0);
      expect(document.title).to.equal('CRM');
    });

    it('says that the browser keeps it silent', async () => {
      await ring();
      const blocked = Object.getOwnPropertyDescriptor(Ring.prototype, 'blocked') as PropertyDescriptor;
      Object.defineProperty(Ring.prototype, 'blocked', { configurable: true, get: () => true });
      on.element.requestUpdate();
      await on.element.updateComplete;
      expect(textOf(on.find('[role="status"] [part="blocked"]'))).to.contain('click anywhere');
      expect(on.has('blocked')).to.be.true;
      Object.defineProperty(Ring.prototype, 'blocked', blocked);
    });
  });

  it('puts a badge before the title until it is over', async () => {
    await ring();
    expect(document.title).to.equal('☎ Incoming call · CRM');
    await on.call('EventReleased');
    expect(document.title).to.equal('CRM');
  });

  it('moves only where motion is welcome', async () => {
    const animation = (): string => getComputedStyle(on.find('.pulse'), '::after').animationName;
    await ring();
    await emulateMedia({ reducedMotion: 'no-preference' });
    expect(animation()).to.equal('pulse');
    await on.press('Silence');
    expect(animation()).to.equal('none');
    await on.press('Silence');
    await emulateMedia({ reducedMotion: 'reduce' });
    expect(animation()).to.equal('none');
    await emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('does not render for what is none of its business', async () => {
    on.double.emit({ messageID: 'EventAgentReady' });
    await ring();
    on.double.emit({ messageID: 'EventJanusLatency', ping: 40, jitter: 1, loss: '0', quality: 'e' });
    expect(on.element.isUpdatePending).to.be.false;
  });

  it('speaks Chinese when the page does', async () => {
    await ring();
    on.agent.lang = 'zh-CN';
    while (!on.buttons.includes('接听')) await settled(on.element);
    expect(on.buttons).to.deep.equal(['拒接', '接听', '停止响铃']);
    expect(alert()).to.equal('135****5678 来电');
  });

  it('fits, also with much data and an error, and has no fault', async () => {
    await ring({ otherDN: '9'.repeat(60), attachedData: { ['k'.repeat(40)]: 'v'.repeat(300), b: 2 } });
    await on.press('Answer');
    await on.answer(on.double.last(), 'error');
    await fits(on.element);
    await accessible(on.element);
  });
});
