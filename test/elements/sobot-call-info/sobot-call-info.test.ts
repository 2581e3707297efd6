import { expect } from '@open-wc/testing';
import '../../../elements/sobot-call-info/define.js';
import type { SobotCallInfo } from '../../../elements/sobot-call-info/define.js';
import { roles } from '../../../src/sdk/index.js';
import { Clocks } from '../../support/clock.js';
import {
  createElement,
  type ElementFixture,
  expectAccessible,
  expectFits,
  settled,
  textOf,
} from '../../support/element-fixture.js';
import { callFields } from '../../support/call-fields.js';

describe('<sobot-call-info>', () => {
  let fixture: ElementFixture<SobotCallInfo>;
  let clocks: Clocks;

  const part = (name: string): string => textOf(fixture.find(`[part="${name}"]`));
  const list = (name: string): string[] => fixture.all(`[part="${name}"] > *`).map(textOf);
  const talk = (): Promise<void> => fixture.call('EventRinging', 'EventEstablished');
  const draw = async (): Promise<void> => {
    fixture.element.requestUpdate();
    await fixture.element.updateComplete;
  };
  /** Moves the clock that the timers read. */
  const later = async (seconds: number, look: () => unknown): Promise<void> => {
    clocks.pass(seconds * 1000);
    await draw();
    look();
    clocks.pass(-seconds * 1000);
  };

  beforeEach(async () => {
    clocks = new Clocks();
    fixture = await createElement('sobot-call-info');
  });

  it('draws nothing without a call', () => {
    expect(fixture.all('*')).to.have.length(0);
    expect(getComputedStyle(fixture.element).display).to.equal('none');
  });

  for (const [messages, word, state] of [
    [['EventDialing'], 'Dialing', 'dialing'],
    [['EventRinging'], 'Ringing', 'ringing'],
    [['EventRinging', 'EventEstablished'], 'Talking', 'talking'],
    [['EventRinging', 'EventEstablished', 'EventHeld'], 'On hold', 'held'],
  ] as const) {
    it(`says ${word}, in a live region and with an icon`, async () => {
      await fixture.call(...messages);
      expect(textOf(fixture.find('[part="state"] [role="status"]'))).to.equal(word);
      expect(fixture.all('[part="state"] svg[aria-hidden="true"]')).to.have.length(1);
      expect(fixture.has(state)).to.be.true;
      expect(part('number')).to.equal('135****5678');
    });
  }

  it('says where the call comes from', async () => {
    await fixture.emit('EventRinging', { ...callFields, queueName: 'Sales' });
    expect(part('line')).to.match(/^Incoming · Sales · \d\d:\d\d$/);
    await fixture.call('EventReleased');
    await fixture.emit('EventDialing', { ...callFields, callID: 'c2', callType: 'Outbound' });
    expect(part('line')).to.match(/^Outgoing · \d\d:\d\d$/);
  });

  it('counts from the answer, and from the hold', async () => {
    await fixture.call('EventRinging');
    await later(65, () => expect(part('time')).to.equal('01:05'));
    await fixture.call('EventEstablished');
    expect(part('time')).to.equal('00:00');
    await later(3700, () => expect(part('time')).to.equal('1:01:40'));
    await fixture.call('EventHeld');
    await later(19, () => expect(part('state')).to.equal('On hold00:19'));
    await fixture.call('EventRetrieved');
    expect(part('state')).to.equal('Talking');
  });

  it('goes on counting without rendering', async () => {
    await talk();
    const timer = fixture.find('[part="time"]');
    const before = textOf(timer);
    const changed = new Promise<void>((resolve) => {
      new MutationObserver(() => resolve()).observe(timer, { characterData: true, childList: true, subtree: true });
    });
    await changed;
    expect(textOf(timer)).not.to.equal(before);
    expect(fixture.element.isUpdatePending).to.be.false;
  });

  it('says that the microphone is off', async () => {
    await talk();
    expect(fixture.all('[part="muted"]')).to.have.length(0);
    await fixture.call('EventAgentMute');
    expect(part('muted')).to.equal('Muted');
  });

  it('does not claim to know the state of a restored call', async () => {
    await fixture.restore();
    expect(part('state')).to.equal('On a call');
  });

  it('names the parties by their roles, with their states', async () => {
    await talk();
    expect(list('parties')).to.deep.equal(['Caller', '135****5678 Talking', 'Called', '1000 Talking']);
    await fixture.emit('EventPartyAdded', { ...callFields, thirdDN: '1002', thirdDNRole: 'NewParty' });
    expect(list('parties').slice(4)).to.deep.equal(['Added', '1002 Talking']);
    await fixture.emit('EventPartyDeleted', { callID: 'c1', thirdDN: '1002' });
    expect(list('parties')).to.have.length(4);
    await fixture.call('EventHeld');
    expect(list('parties')[1]).to.equal('135****5678 On hold');
  });

  it('calls the agent so, by extension or work number, but who moved the call by what he did', async () => {
    await fixture.emit('EventAgentLogin', { agentID: '1005', thisDN: '1000' });
    await talk();
    expect(list('parties').slice(0, 3)).to.deep.equal(['Caller', '135****5678 Talking', 'Agent']);
    await fixture.emit('EventPartyChanged', {
      ...callFields,
      thisDNRole: 'TransferTo',
      thirdDN: '1001',
      thirdDNRole: 'TransferBy',
    });
    expect(list('parties').filter((_, index) => index % 2 === 0)).to.deep.equal([
      ...['Caller', 'Transferred to', 'Transferred by'],
    ]);
  });

  describe('a consultation', () => {
    const leg = { callID: 'c2', callType: 'Consult', otherDN: '13900001111', thisDNRole: 'ConsultBy' };
    const consult = async (): Promise<void> => {
      await talk();
      await fixture.call('EventAgentHoldCall');
      await fixture.emit('EventDialing', leg);
    };

    it('is told with its state and since when, and who waits', async () => {
      await consult();
      expect(part('consult')).to.equal('Calling 1390000111100:00');
      expect(part('state')).to.equal('On hold00:00');
      expect(list('parties').slice(-2)).to.deep.equal(['Consulted', '13900001111 Dialing']);
      expect(list('parties')[1]).to.equal('135****5678 On hold');
      expect([fixture.has('consulting'), fixture.has('held')]).to.deep.equal([true, true]);
      await later(7, () => expect(part('consult')).to.equal('Calling 1390000111100:07'));
      await fixture.emit('EventEstablished', leg);
      expect(part('consult')).to.equal('Talking to 1390000111100:00');
      expect(list('parties').slice(-1)).to.deep.equal(['13900001111 Talking']);
      expect(list('parties')[3]).to.match(/Talking$/);
      expect(textOf(fixture.find('[part="consult"] [role="status"]'))).to.equal('Talking to 13900001111');
      await fixture.emit('EventReleased', leg);
      expect(fixture.all('[part="consult"]')).to.have.length(0);
      expect(list('parties')).to.have.length(4);
    });

    it('becomes a conference: everybody is a party, each once', async () => {
      await consult();
      await fixture.emit('EventEstablished', leg);
      await fixture.call('EventAgentRetrieveCall');
      await fixture.emit('EventPartyAdded', {
        ...{ ...callFields, thisDNRole: 'AddedBy', thirdDN: leg.otherDN, thirdDNRole: 'NewParty' },
      });
      expect(part('consult')).to.equal('Conference with 1390000111100:00');
      expect(part('state')).to.equal('Talking');
      expect(list('parties').filter((_, index) => index % 2 === 0)).to.deep.equal(['Caller', 'Added by', 'Added']);
      expect([fixture.has('consulting'), fixture.has('conference')]).to.deep.equal([false, true]);
    });

    it('shows no more of a number than the page wants, fits, and has no fault', async () => {
      fixture.agent.maskNumbers = true;
      await fixture.agent.updateComplete;
      await consult();
      expect(part('consult')).to.contain('*******1111');
      expect(fixture.text).not.to.contain('1390000');
      await expectFits(fixture.element);
      await expectAccessible(fixture.element);
    });
  });

  it('has a word for every role, and shows one that it does not know as it came', async () => {
    await fixture.call('EventRinging');
    for (const role of [...roles, 'Wizard']) {
      await fixture.emit('EventPartyChanged', { ...callFields, otherDNRole: role });
      const [word = ''] = list('parties');
      if (role === 'Wizard') expect(word).to.equal('Wizard');
      else expect(word, role).to.match(/^[A-Z][a-z ]+$/);
    }
  });

  it('shows the data of the call', async () => {
    await fixture.emit('EventRinging', { ...callFields, attachedData: { Order: 'o-7', none: null } });
    expect(list('data')).to.deep.equal(['Order', 'o-7']);
    await fixture.emit('EventAttachedDataChanged', { callID: 'c1', attachedData: { Vip: true } });
    expect(list('data')).to.deep.equal(['Order', 'o-7', 'Vip', 'true']);
  });

  it('shows numbers in the data from left to right on every page', async () => {
    await fixture.emit('EventRinging', { ...callFields, attachedData: { Mobile: '+1 555 0100', Order: 'o-7', N: 7 } });
    const values = [...fixture.element.renderRoot.querySelectorAll('[part=data-value]')];
    expect(values.map((value) => value.querySelector('bdi[dir=ltr]')?.textContent)).to.deep.equal([
      '+1 555 0100',
      undefined,
      '7',
    ]);
  });

  it('shows the name besides the number, or alone', async () => {
    await talk();
    fixture.agent.session?.identify('c1', { name: 'Ada Wong' });
    await fixture.element.updateComplete;
    expect([part('number'), part('name')]).to.deep.equal(['135****5678', 'Ada Wong']);
    await fixture.call('EventReleased');
    await fixture.emit('EventRinging', { callID: 'c2' });
    fixture.agent.session?.identify('c2', { name: 'Bo' });
    await fixture.element.updateComplete;
    expect(part('number')).to.equal('Bo');
    expect(fixture.all('[part="name"]')).to.have.length(0);
  });

  it('masks every number when the page wants it', async () => {
    fixture.agent.maskNumbers = true;
    await fixture.agent.updateComplete;
    await fixture.emit('EventRinging', { ...callFields, otherDN: '13512345678', thisDN: '4008001001' });
    expect(fixture.text).not.to.contain('1351234');
    expect(fixture.text).not.to.contain('400800');
    fixture.agent.maskNumbers = false;
    await fixture.agent.updateComplete;
    await fixture.element.updateComplete;
    expect(part('number')).to.equal('13512345678');
  });

  it('keeps the call that has ended, with its length, until the wrap-up is done', async () => {
    await talk();
    await fixture.call('EventReleased');
    expect(part('state')).to.equal('Call ended00:00');
    expect(part('number')).to.equal('135****5678');
    expect(list('parties')).to.deep.equal(['Caller', '135****5678', 'Called', '1000']);
    expect(fixture.has('ended')).to.be.true;
    await fixture.emit('EventAgentReady');
    expect(fixture.all('*')).to.have.length(0);
    expect(fixture.has('ended')).to.be.false;
  });

  it('takes what the SDK says as text', async () => {
    await fixture.emit('EventRinging', {
      ...callFields,
      otherDN: '<img src=x>',
      otherDNRole: '<b>',
      queueName: '<i>q</i>',
    });
    expect(fixture.all('img, b, i')).to.have.length(0);
    expect(part('number')).to.equal('<img src=x>');
  });

  it('does not render for what is none of its business', async () => {
    await talk();
    fixture.sdk.emit({ messageID: 'EventJanusLatency', ping: 40, jitter: 1, loss: '0', quality: 'e' });
    fixture.sdk.emit({ messageID: 'EventLinkDisconnected' });
    void fixture.agent.session?.holdCall().catch(() => {});
    expect(fixture.element.isUpdatePending).to.be.false;
  });

  it('speaks Chinese when the page does', async () => {
    await talk();
    fixture.agent.lang = 'zh-CN';
    while (!part('state').includes('通话中')) await settled(fixture.element);
    expect(list('parties')[0]).to.equal('主叫');
  });

  it('fits, whatever it has to show, and has no fault', async () => {
    await fixture.emit('EventRinging', {
      ...callFields,
      otherDN: '9'.repeat(70),
      queueName: 'q'.repeat(80),
      attachedData: { ['k'.repeat(40)]: 'v'.repeat(300), b: 2 },
    });
    await fixture.call('EventAgentMute');
    await expectFits(fixture.element);
    await expectAccessible(fixture.element);
  });
});
