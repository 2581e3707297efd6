import { expect } from '@open-wc/testing';
import '../../../elements/sobot-screen-pop/define.js';
import type { SobotScreenPop } from '../../../elements/sobot-screen-pop/define.js';
import { accessible, aCall, desk, fits, nameOf, settled, type Desk } from '../../support/desk.js';
import { heard } from '../../support/forms.js';
import { nodeNamed } from '../../support/tree.js';

const URL_ = 'https://crm.example/find?phone={otherDN}&id={callID}';

/** Calls have other ids in each test: what was shown is remembered as long as the tab. */
let calls = 0;

describe('<sobot-screen-pop>', () => {
  let on: Desk<SobotScreenPop>;
  let id: string;
  let opened: { url: string; target: string; window: { opener: unknown } }[];
  let said: CustomEvent[];
  let blocks: boolean;
  const { open } = window;
  const hear = (event: Event): number => said.push(event as CustomEvent);

  const stand = async (attributes = ''): Promise<void> => {
    on = await desk('sobot-screen-pop', `url="${URL_}" ${attributes}`);
  };
  const tell = (messageID: string, fields: object = {}): Promise<void> =>
    on.emit(messageID, { ...aCall, callID: id, ...fields });
  const urls = (): string[] => opened.map(({ url }) => url);

  beforeEach(async () => {
    calls += 1;
    id = `pop-${calls}`;
    opened = [];
    said = [];
    blocks = false;
    window.open = (url, target) => {
      if (blocks) return null;
      const made = { opener: window };
      opened.push({ url: String(url), target: String(target), window: made });
      return made as unknown as Window;
    };
    document.addEventListener('sobot-screen-pop', hear);
    await stand();
  });
  afterEach(() => {
    window.open = open;
    document.removeEventListener('sobot-screen-pop', hear);
  });

  it('opens the page of who is calling, cut off from this one', async () => {
    await tell('EventRinging');
    expect(urls()).to.deep.equal([`https://crm.example/find?phone=135****5678&id=${id}`]);
    expect(opened[0]).to.deep.include({ target: '_blank', window: { opener: null } });
  });

  it('exactly once a call, whatever is said twice', async () => {
    for (const message of ['EventRinging', 'EventRinging', 'EventEstablished', 'EventEstablished']) await tell(message);
    await on.emit('EventAgentRegainStatus', {
      agentStateInfo: { agentState: '1', workStatus: 'talking' },
      workStatusInfo: { ...aCall, callID: id },
    });
    await tell('EventReleased');
    await tell('EventRinging');
    expect(opened).to.have.length(1);
    expect(said).to.have.length(1);
  });

  it('each call', async () => {
    await tell('EventRinging');
    await tell('EventReleased');
    id = `${id}-next`;
    await tell('EventRinging', { otherDN: '139' });
    expect(urls()[1]).to.contain('phone=139&id=');
    expect(opened).to.have.length(2);
  });

  it('once for two elements that show the same, for each that shows something else', async () => {
    const second = on.element.cloneNode() as SobotScreenPop;
    const other = on.element.cloneNode() as SobotScreenPop;
    other.url = 'https://billing.example/{callID}';
    on.agent.append(second, other);
    await settled(other);
    await tell('EventRinging');
    expect(urls()).to.deep.equal([
      `https://crm.example/find?phone=135****5678&id=${id}`,
      `https://billing.example/${id}`,
    ]);
  });

  it('once over a reload: another phone with the same call', async () => {
    await tell('EventRinging');
    on.agent.remove();
    await stand();
    await on.emit('EventAgentRegainStatus', {
      agentStateInfo: { agentState: '1', workStatus: 'talking' },
      workStatusInfo: { ...aCall, callID: id },
    });
    expect(opened).to.have.length(1);
  });

  it('shows a restored call that nobody has shown', async () => {
    await on.emit('EventAgentRegainStatus', {
      agentStateInfo: { agentState: '1', workStatus: 'talking' },
      workStatusInfo: { ...aCall, callID: id, queueCode: 'q1' },
    });
    expect(opened).to.have.length(1);
  });

  it('shows the call that there was before it', async () => {
    await tell('EventRinging');
    const late = on.element.cloneNode() as SobotScreenPop;
    late.url = 'https://late.example/{callID}';
    on.agent.append(late);
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
      on.element.trigger = 'connected';
      await on.element.updateComplete;
      for (const [message, fields] of come) await tell(message, fields ?? {});
      expect(opened).to.have.length(count);
    });
  }

  for (const callType of ['Outbound', 'Internal', 'Consult']) {
    it(`opens nothing when a call of type ${callType} begins`, async () => {
      await tell(callType === 'Outbound' ? 'EventDialing' : 'EventRinging', { callType });
      await tell('EventEstablished', { callType });
      expect(opened).to.have.length(0);
    });
  }

  it("shows a consultation that becomes the customer's call, by the customer's number", async () => {
    const consult = { callType: 'Consult', otherDN: '1002', thirdDN: '139' };
    await tell('EventRinging', consult);
    await tell('EventEstablished', consult);
    await tell('EventPartyChanged', { thisDNRole: 'TransferTo', otherDN: '139', thirdDN: '1002' });
    await tell('EventAgentMute', { otherDN: '139' });
    expect(urls()).to.deep.equal([`https://crm.example/find?phone=139&id=${id}`]);
  });

  it('opens nothing at a displaced end', async () => {
    await on.emit('EventAgentConnectionChanged');
    await tell('EventRinging');
    expect(opened).to.have.length(0);
  });

  it('fills in what messages before have told, business data, and who the page says it is', async () => {
    on.agent.partyResolver = () => Promise.resolve({ name: 'Ada' });
    on.element.trigger = 'connected';
    on.element.url = '/{queueCode}/{thisDN}/{callType}/{queueName}/{attachedData.order.id}/{name}/{nobody.knows}';
    await on.element.updateComplete;
    await tell('EventRinging', { queueCode: 'q1', queueName: 'Sales', attachedData: { order: { id: 12 } } });
    await settled(on.element);
    await tell('EventEstablished');
    expect(urls()).to.deep.equal([`${location.origin}/q1/1000/Inbound/Sales/12/Ada/`]);
  });

  it('without a mask, which is for eyes', async () => {
    on.agent.maskNumbers = true;
    await on.agent.updateComplete;
    await tell('EventRinging', { otherDN: '13512345678' });
    expect(urls()[0]).to.contain('phone=13512345678');
  });

  it('opens nothing, and says so, where the address is no http(s) one', async () => {
    on.element.url = 'javascript:alert(1)';
    await on.element.updateComplete;
    await tell('EventRinging');
    expect(heard(on)).to.contain('url is left out');
    expect([opened.length, said.length]).to.deep.equal([0, 0]);
    await accessible(on.element);
  });

  describe('its event', () => {
    it('tells address, target and call', async () => {
      on.element.target = 'crm';
      await on.element.updateComplete;
      await tell('EventRinging');
      const [event] = said;
      expect(event?.target).to.equal(on.element);
      expect(event?.detail).to.deep.include({ url: urls()[0], target: 'crm' });
      expect(event?.detail.call).to.deep.include({ id, number: '135****5678' });
      expect(opened[0]?.target).to.equal('crm');
    });

    it('leaves it to the page, once too, when prevented', async () => {
      document.addEventListener('sobot-screen-pop', (event) => event.preventDefault(), { once: true });
      await tell('EventRinging');
      await tell('EventEstablished');
      expect(opened).to.have.length(0);
      expect(said).to.have.length(1);
    });

    it('is all that happens without an address', async () => {
      on.element.url = '';
      await on.element.updateComplete;
      await tell('EventRinging');
      expect(said.map(({ detail }) => detail.url)).to.deep.equal(['']);
      expect(opened).to.have.length(0);
    });
  });

  describe('where the browser blocks the window', () => {
    const link = (): HTMLAnchorElement => on.find<HTMLAnchorElement>('a');

    beforeEach(async () => {
      blocks = true;
      await tell('EventRinging');
      await on.element.updateComplete;
    });

    it('puts a link in its place, and says so', async () => {
      expect(heard(on)).to.contain('Your browser blocked the customer page.');
      expect(nameOf(link())).to.equal('Open the record of 135****5678');
      expect(link().href).to.equal(`https://crm.example/find?phone=135****5678&id=${id}`);
      expect([link().target, link().rel]).to.deep.equal(['_blank', 'noopener']);
      expect(on.has('blocked')).to.be.true;
      await accessible(on.element);
      await fits(on.element);
    });

    it('tries once only', async () => {
      blocks = false;
      await tell('EventEstablished');
      expect(opened).to.have.length(0);
      expect(said).to.have.length(1);
      expect(on.has('blocked')).to.be.true;
    });

    it('keeps the link over a reload', async () => {
      on.agent.remove();
      await stand();
      await tell('EventEstablished');
      await on.element.updateComplete;
      expect(link().href).to.contain(id);
      expect(said).to.have.length(1);
    });

    it('takes the link away when it was followed, for good', async () => {
      link().addEventListener('click', (event) => event.preventDefault());
      link().click();
      await on.element.updateComplete;
      expect(on.all('a')).to.have.length(0);
      expect(on.has('empty')).to.be.true;
      await tell('EventEstablished');
      expect(on.all('a')).to.have.length(0);
    });

    it('has the link of the next call in its place', async () => {
      await tell('EventReleased');
      id = `${id}-next`;
      await tell('EventRinging');
      await on.element.updateComplete;
      expect(on.all('a').map((each) => (each as HTMLAnchorElement).href)).to.deep.equal([
        `https://crm.example/find?phone=135****5678&id=${id}`,
      ]);
    });

    it('names nobody whose number is masked', async () => {
      on.agent.maskNumbers = true;
      await on.agent.updateComplete;
      await on.element.updateComplete;
      expect(await nodeNamed('Open the record of *******5678')).to.not.equal(undefined);
    });

    it('speaks Chinese', async () => {
      on.agent.lang = 'zh-CN';
      while (!on.text.includes('浏览器')) await settled(on.element);
    });
  });

  it('goes on where the browser keeps nothing', async () => {
    const { setItem, getItem } = Storage.prototype;
    const refuse = (): never => {
      throw new DOMException('no', 'SecurityError');
    };
    Object.assign(Storage.prototype, { setItem: refuse, getItem: refuse });
    try {
      await tell('EventRinging');
      await tell('EventEstablished');
      expect(opened).to.have.length(1);
    } finally {
      Object.assign(Storage.prototype, { setItem, getItem });
    }
  });
});
