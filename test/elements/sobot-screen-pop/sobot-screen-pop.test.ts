import { expect } from '@open-wc/testing';
import '../../../elements/sobot-screen-pop/define.js';
import type { SobotScreenPop } from '../../../elements/sobot-screen-pop/define.js';
import { callFields } from '../../support/call-fields.js';
import {
  createElement,
  type ElementFixture,
  expectAccessible,
  expectFits,
  nameOf,
  settled,
} from '../../support/element-fixture.js';
import { EventRecorder } from '../../support/event-recorder.js';
import { announcements } from '../../support/forms.js';
import { nodeNamed } from '../../support/tree.js';

const URL_ = 'https://crm.example/find?phone={otherDN}&id={callID}';

/** Calls have other ids in each test: what was shown is remembered as long as the tab. */
let calls = 0;

describe('<sobot-screen-pop>', () => {
  let fixture: ElementFixture<SobotScreenPop>;
  let id: string;
  let opened: { url: string; target: string; window: { opener: unknown } }[];
  let events: CustomEvent[];
  let blocks: boolean;
  const { open } = window;
  const recordEvent = (event: Event): number => events.push(event as CustomEvent);

  const createPop = async (attributes = ''): Promise<void> => {
    fixture = await createElement('sobot-screen-pop', `url="${URL_}" ${attributes}`);
    fixture.agent.screenPopOrigins = 'https://crm.example https://billing.example https://late.example';
  };
  const emitForCall = (messageID: string, fields: object = {}): Promise<void> =>
    fixture.emit(messageID, { ...callFields, callID: id, ...fields });
  const urls = (): string[] => opened.map(({ url }) => url);

  beforeEach(async () => {
    calls += 1;
    id = `pop-${calls}`;
    opened = [];
    events = [];
    blocks = false;
    window.open = (url, target) => {
      if (blocks) return null;
      const made = { opener: window };
      opened.push({ url: String(url), target: String(target), window: made });
      return made as unknown as Window;
    };
    document.addEventListener('sobot-screen-pop', recordEvent);
    await createPop();
  });
  afterEach(() => {
    window.open = open;
    document.removeEventListener('sobot-screen-pop', recordEvent);
  });

  it('opens no page of an origin that the agent element does not allow, and says so once', async () => {
    const warnings = new EventRecorder();
    fixture.element.url = 'https://evil.example/?n={otherDN}&d={attachedData}';
    await emitForCall('EventRinging');
    await emitForCall('EventReleased');
    await emitForCall('EventRinging', { callID: `${id}-2` });
    expect(urls()).to.deep.equal([]);
    expect(events.map(({ detail }) => new URL(detail.url).origin)).to.deep.equal(Array(2).fill('https://evil.example'));
    expect(warnings.warnings).to.deep.equal(['screen-pop-origin']);
    expect(JSON.stringify(warnings.of('sobot-warning'))).to.contain('screen-pop-origins=');
    expect(fixture.all('a')).to.deep.equal([]);
  });

  it('opens the page of who is calling, cut off from this one', async () => {
    await emitForCall('EventRinging');
    expect(urls()).to.deep.equal([`https://crm.example/find?phone=135****5678&id=${id}`]);
    expect(opened[0]).to.deep.include({ target: '_blank', window: { opener: null } });
  });

  it('exactly once a call, whatever is sent twice', async () => {
    for (const message of ['EventRinging', 'EventRinging', 'EventEstablished', 'EventEstablished'])
      await emitForCall(message);
    await fixture.emit('EventAgentRegainStatus', {
      agentStateInfo: { agentState: '1', workStatus: 'talking' },
      workStatusInfo: { ...callFields, callID: id },
    });
    await emitForCall('EventReleased');
    await emitForCall('EventRinging');
    expect(opened).to.have.length(1);
    expect(events).to.have.length(1);
  });

  it('each call', async () => {
    await emitForCall('EventRinging');
    await emitForCall('EventReleased');
    id = `${id}-next`;
    await emitForCall('EventRinging', { otherDN: '139' });
    expect(urls()[1]).to.contain('phone=139&id=');
    expect(opened).to.have.length(2);
  });

  it('once for two elements that show the same, for each that shows something else', async () => {
    const second = fixture.element.cloneNode() as SobotScreenPop;
    const other = fixture.element.cloneNode() as SobotScreenPop;
    other.url = 'https://billing.example/{callID}';
    fixture.agent.append(second, other);
    await settled(other);
    await emitForCall('EventRinging');
    expect(urls()).to.deep.equal([
      `https://crm.example/find?phone=135****5678&id=${id}`,
      `https://billing.example/${id}`,
    ]);
  });

  it('once over a reload: another phone with the same call', async () => {
    await emitForCall('EventRinging');
    fixture.agent.remove();
    await createPop();
    await fixture.emit('EventAgentRegainStatus', {
      agentStateInfo: { agentState: '1', workStatus: 'talking' },
      workStatusInfo: { ...callFields, callID: id },
    });
    expect(opened).to.have.length(1);
  });

  it('shows a restored call that nobody has shown', async () => {
    await fixture.emit('EventAgentRegainStatus', {
      agentStateInfo: { agentState: '1', workStatus: 'talking' },
      workStatusInfo: { ...callFields, callID: id, queueCode: 'q1' },
    });
    expect(opened).to.have.length(1);
  });

  it('shows the call that there was before it', async () => {
    await emitForCall('EventRinging');
    const late = fixture.element.cloneNode() as SobotScreenPop;
    late.url = 'https://late.example/{callID}';
    fixture.agent.append(late);
    await settled(late);
    expect(urls()[1]).to.equal(`https://late.example/${id}`);
  });

  for (const [what, come, count] of [
    ['a call that rings', [['EventRinging']], 0],
    ['an answered call', [['EventRinging'], ['EventEstablished']], 1],
    ['a missed call', [['EventRinging'], ['EventReleased']], 0],
    ['an outbound call', [['EventDialing', { callType: 'Outbound' }]], 0],
    [
      'an outbound call that is answered',
      [
        ['EventDialing', { callType: 'Outbound' }],
        ['EventEstablished', { callType: 'Outbound' }],
      ],
      1,
    ],
  ] as const) {
    it(`with trigger="connected" opens ${count === 1 ? 'one' : 'none'} for ${what}`, async () => {
      fixture.element.trigger = 'connected';
      await fixture.element.updateComplete;
      for (const [message, fields] of come) await emitForCall(message, fields ?? {});
      expect(opened).to.have.length(count);
    });
  }

  for (const callType of ['Outbound', 'Internal', 'Consult']) {
    it(`opens nothing when a call of type ${callType} begins`, async () => {
      await emitForCall(callType === 'Outbound' ? 'EventDialing' : 'EventRinging', { callType });
      await emitForCall('EventEstablished', { callType });
      expect(opened).to.have.length(0);
    });
  }

  it("shows a consultation that becomes the customer's call, by the customer's number", async () => {
    const consult = { callType: 'Consult', otherDN: '1002', thirdDN: '139' };
    await emitForCall('EventRinging', consult);
    await emitForCall('EventEstablished', consult);
    await emitForCall('EventPartyChanged', { thisDNRole: 'TransferTo', otherDN: '139', thirdDN: '1002' });
    await emitForCall('EventAgentMute', { otherDN: '139' });
    expect(urls()).to.deep.equal([`https://crm.example/find?phone=139&id=${id}`]);
  });

  it('opens nothing at a displaced end', async () => {
    await fixture.emit('EventAgentConnectionChanged');
    await emitForCall('EventRinging');
    expect(opened).to.have.length(0);
  });

  it('fills in what earlier messages have reported, business data, and who the page says it is', async () => {
    fixture.agent.partyResolver = () => Promise.resolve({ name: 'Ada' });
    fixture.element.trigger = 'connected';
    fixture.element.url = '/{queueCode}/{thisDN}/{callType}/{queueName}/{attachedData.order.id}/{name}/{nobody.knows}';
    await fixture.element.updateComplete;
    await emitForCall('EventRinging', { queueCode: 'q1', queueName: 'Sales', attachedData: { order: { id: 12 } } });
    await settled(fixture.element);
    await emitForCall('EventEstablished');
    expect(urls()).to.deep.equal([`${location.origin}/q1/1000/Inbound/Sales/12/Ada/`]);
  });

  it('without a mask, which is for eyes', async () => {
    fixture.agent.maskNumbers = true;
    await fixture.agent.updateComplete;
    await emitForCall('EventRinging', { otherDN: '13512345678' });
    expect(urls()[0]).to.contain('phone=13512345678');
  });

  it('opens nothing, and says so, where the address is no http(s) one', async () => {
    fixture.element.url = 'javascript:alert(1)';
    await fixture.element.updateComplete;
    await emitForCall('EventRinging');
    expect(announcements(fixture)).to.contain('url is left out');
    expect([opened.length, events.length]).to.deep.equal([0, 0]);
    await expectAccessible(fixture.element);
  });

  describe('its event', () => {
    it('has address, target and call', async () => {
      fixture.element.target = 'crm';
      await fixture.element.updateComplete;
      await emitForCall('EventRinging');
      const [event] = events;
      expect(event?.target).to.equal(fixture.element);
      expect(event?.detail).to.deep.include({ url: urls()[0], target: 'crm' });
      expect(event?.detail.call).to.deep.include({ id, number: '135****5678' });
      expect(opened[0]?.target).to.equal('crm');
    });

    it('leaves it to the page, once too, when prevented', async () => {
      document.addEventListener('sobot-screen-pop', (event) => event.preventDefault(), { once: true });
      await emitForCall('EventRinging');
      await emitForCall('EventEstablished');
      expect(opened).to.have.length(0);
      expect(events).to.have.length(1);
    });

    it('is all that happens without an address', async () => {
      fixture.element.url = '';
      await fixture.element.updateComplete;
      await emitForCall('EventRinging');
      expect(events.map(({ detail }) => detail.url)).to.deep.equal(['']);
      expect(opened).to.have.length(0);
    });
  });

  describe('where the browser blocks the window', () => {
    const link = (): HTMLAnchorElement => fixture.find<HTMLAnchorElement>('a');

    beforeEach(async () => {
      blocks = true;
      await emitForCall('EventRinging');
      await fixture.element.updateComplete;
    });

    it('puts a link in its place, and says so', async () => {
      expect(announcements(fixture)).to.contain('Your browser blocked the customer page.');
      expect(nameOf(link())).to.equal('Open the record of 135****5678');
      expect(link().href).to.equal(`https://crm.example/find?phone=135****5678&id=${id}`);
      expect([link().target, link().rel]).to.deep.equal(['_blank', 'noopener']);
      expect(fixture.has('blocked')).to.be.true;
      await expectAccessible(fixture.element);
      await expectFits(fixture.element);
    });

    it('tries once only', async () => {
      blocks = false;
      await emitForCall('EventEstablished');
      expect(opened).to.have.length(0);
      expect(events).to.have.length(1);
      expect(fixture.has('blocked')).to.be.true;
    });

    it('keeps the link over a reload', async () => {
      fixture.agent.remove();
      await createPop();
      await emitForCall('EventEstablished');
      await fixture.element.updateComplete;
      expect(link().href).to.contain(id);
      expect(events).to.have.length(1);
    });

    it('takes the link away when it was followed, for good', async () => {
      link().addEventListener('click', (event) => event.preventDefault());
      link().click();
      await fixture.element.updateComplete;
      expect(fixture.all('a')).to.have.length(0);
      expect(fixture.has('empty')).to.be.true;
      await emitForCall('EventEstablished');
      expect(fixture.all('a')).to.have.length(0);
    });

    it('has the link of the next call in its place', async () => {
      await emitForCall('EventReleased');
      id = `${id}-next`;
      await emitForCall('EventRinging');
      await fixture.element.updateComplete;
      expect(fixture.all('a').map((each) => (each as HTMLAnchorElement).href)).to.deep.equal([
        `https://crm.example/find?phone=135****5678&id=${id}`,
      ]);
    });

    it('names nobody whose number is masked', async () => {
      fixture.agent.maskNumbers = true;
      await fixture.agent.updateComplete;
      await fixture.element.updateComplete;
      expect(await nodeNamed('Open the record of *******5678')).to.not.equal(undefined);
    });

    it('speaks Chinese', async () => {
      fixture.agent.lang = 'zh-CN';
      while (!fixture.text.includes('浏览器')) await settled(fixture.element);
    });
  });

  it('goes on where the browser keeps nothing', async () => {
    const { setItem, getItem } = Storage.prototype;
    const refuse = (): never => {
      throw new DOMException('no', 'SecurityError');
    };
    Object.assign(Storage.prototype, { setItem: refuse, getItem: refuse });
    try {
      await emitForCall('EventRinging');
      await emitForCall('EventEstablished');
      expect(opened).to.have.length(1);
    } finally {
      Object.assign(Storage.prototype, { setItem, getItem });
    }
  });
});
