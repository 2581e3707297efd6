import { expect, oneEvent } from '@open-wc/testing';
import type { SobotCallLog } from '../../../elements/sobot-call-log/define.js';
import { Clocks } from '../../support/clock.js';
import { callFields } from '../../support/call-fields.js';
import { expectAccessible, expectFits, settled, textOf } from '../../support/element-fixture.js';
import {
  announcements,
  answerRequest,
  choose,
  enter,
  fieldNamed,
  groupNamed,
  labelsOf,
  requestCount,
} from '../../support/forms.js';
import { nodeNamed } from '../../support/tree.js';
import { until } from '../../support/until.js';
import { type CallLogFixture, createCallLog } from './create-call-log.js';

describe('<sobot-call-log>', () => {
  let log: CallLogFixture;

  const line = (index = 0): string => textOf(log.all('[part="line"]')[index] as Element).replace(/\d+:\d+\s[AP]M/, 'T');
  const button = (index = 0): HTMLButtonElement =>
    log.all<HTMLButtonElement>('[part~="dial"]')[index] as HTMLButtonElement;
  const dialog = (): HTMLDialogElement => log.find<HTMLDialogElement>('dialog');

  beforeEach(async () => {
    log = await createCallLog();
  });

  it('says that there are no calls yet', async () => {
    expect(log.text).to.equal('No calls yet.');
    expect(log.element.missed).to.equal(0);
    await expectAccessible(log.element);
  });

  it('lists calls, the newest first, with kind, time and length', async () => {
    await log.answerCall('111');
    await log.dialCall('222');
    await log.sendCall({ otherDN: '333', callType: 'Internal' }, 'EventRinging', 'EventEstablished', 'EventReleased');
    expect(log.names).to.deep.equal(['333', '222', '111']);
    expect([line(0), line(1), line(2)]).to.deep.equal([
      'Internal call · T · 00:00',
      'Outgoing · T · Not answered',
      'Incoming · T · 00:00',
    ]);
    await expectAccessible(log.element);
  });

  it('leaves the running call to the elements that show it', async () => {
    const callID = await log.sendCall({ otherDN: '111' }, 'EventRinging', 'EventEstablished');
    expect(log.rows).to.have.length(0);
    await log.sendCall({ otherDN: '111', callID }, 'EventReleased');
    expect(log.names).to.deep.equal(['111']);
  });

  it('has each call once, whatever is said twice', async () => {
    const callID = await log.answerCall('111');
    await log.answerCall('111', { callID });
    expect(log.rows).to.have.length(1);
  });

  it('has a call once whose id was told late', async () => {
    log.agent.session?.makeCall({ otherDN: '111' }).catch(() => undefined);
    await log.answer(log.sdk.last('makeCall'));
    expect(log.agent.state.call?.id).to.match(/^local-/);
    await log.sendCall({ otherDN: '111', callType: 'Outbound' }, 'EventEstablished', 'EventReleased');
    expect(log.names).to.deep.equal(['111']);
  });

  it('has a call whose id nobody has told', async () => {
    log.agent.session?.makeCall({ otherDN: '111' }).catch(() => undefined);
    await log.answer(log.sdk.last('makeCall'));
    await log.emit('EventReleased');
    await settled(log.element);
    expect(log.names).to.deep.equal(['111']);
  });

  it('keeps what the page has restored as one call with what was before', async () => {
    const callID = await log.sendCall({ otherDN: '111' }, 'EventRinging', 'EventEstablished');
    log.agent.stop();
    await log.agent.start();
    await log.emit('EventAgentRegainStatus', {
      agentStateInfo: { agentState: '1', workStatus: 'talking' },
      workStatusInfo: { ...callFields, otherDN: '111', callID },
    });
    await log.sendCall({ otherDN: '111', callID }, 'EventReleased');
    expect(log.names).to.deep.equal(['111']);
  });

  it('names who was there, also when that is known only after the call', async () => {
    let answer: ((party: { name: string }) => void) | undefined;
    log.agent.partyResolver = () => new Promise((resolve) => (answer = resolve));
    await log.missCall('111');
    expect(log.names).to.deep.equal(['111']);
    answer?.({ name: 'Ada Wong' });
    await settled(log.element);
    expect(log.names).to.deep.equal(['Ada Wong']);
    expect(line()).to.contain('111 · T · Missed');
  });

  it('shows what was written in the wrap-up, and the voice quality', async () => {
    const callID = await log.sendCall({ otherDN: '111' }, 'EventRinging', 'EventEstablished');
    await log.emit('EventJanusLatency', { ping: 20, jitter: 1, loss: '0%', quality: 'e' });
    await log.emit('EventJanusLatency', { ping: 400, jitter: 40, loss: '8%', quality: 'b' });
    log.agent.session?.saveDraft({ notes: 'sold\nsent', disposition: 'Won' });
    await log.sendCall({ otherDN: '111', callID }, 'EventReleased', 'EventAgentReady');
    log.find<HTMLDetailsElement>('details').open = true;
    const facts = log.all('dt').map((dt) => [textOf(dt), dt.nextElementSibling?.textContent?.trim()]);
    expect(facts.slice(0, 3)).to.deep.equal([
      ['Disposition', 'Won'],
      ['Notes', 'sold\nsent'],
      ['Rang for', '00:00'],
    ]);
    expect(facts[3]?.[0]).to.equal('Voice (estimated MOS)');
    expect(facts[3]?.[1]).to.match(/^\d\.\d, lowest \d\.\d$/);
    await expectAccessible(log.element);
  });

  it('keeps no business data', async () => {
    await log.answerCall('111', { attachedData: { card: '4111' } });
    expect(log.text).not.to.contain('4111');
  });

  it('shows the calls of one agent to no other', async () => {
    await log.answerCall('111');
    log.agent.stop();
    const before = log.agent.agent;
    log.agent.agent = `${before}-other`;
    await log.agent.start();
    await log.emit('EventAgentReady');
    expect(log.text).to.equal('No calls yet.');
    log.agent.stop();
    log.agent.agent = before;
    await log.agent.start();
    await log.emit('EventAgentReady');
    expect(log.names).to.deep.equal(['111']);
  });

  it('is one with another of the same agent, also one that comes later', async () => {
    await log.answerCall('111');
    const second = log.element.cloneNode() as SobotCallLog;
    log.agent.append(second);
    await settled(second);
    expect(second.shadowRoot?.querySelectorAll('li.call')).to.have.length(1);
  });

  it('keeps no more than max-entries, and nothing older than max-age', async () => {
    log.element.maxEntries = 2;
    log.element.maxAge = 60;
    for (const number of ['1', '2', '3']) await log.answerCall(number);
    expect(log.names).to.deep.equal(['3', '2']);
    new Clocks().pass(61_000);
    await log.answerCall('4');
    expect(log.names).to.deep.equal(['4']);
  });

  it('shows the date of a call as soon as its day is over', async () => {
    await log.missCall('1');
    const time = (): string => textOf(log.find('time'));
    const before = time();
    const startedAt = new Date();
    new Clocks().pass(24 * 3_600_000);
    await until(() => time() !== before, 'the date');
    expect(time()).to.contain(startedAt.toLocaleDateString(log.element.lang || 'en', { dateStyle: 'short' }));
  });

  it('shows older calls on demand', async () => {
    for (let n = 0; n < 31; n += 1) await log.missCall(`${n}`);
    expect(log.rows).to.have.length(30);
    await log.press('Show more');
    expect(log.rows).to.have.length(31);
    expect(log.buttons).not.to.include('Show more');
  });

  describe('missed calls', () => {
    it('are marked, counted, and wait for a call back', async () => {
      await log.missCall('111');
      await log.missCall('222');
      expect(log.element.missed).to.equal(2);
      expect(log.has('missed')).to.be.true;
      expect(labelsOf(groupNamed(log, 'Show'))).to.deep.equal(['All', 'Missed (2)']);
      expect(log.rows[0]?.matches('.missed')).to.be.true;
      expect(line()).to.equal('T · Missed');
      await expectAccessible(log.element);
    });

    for (const [what, act, left] of [
      ['called back, reached or not', () => log.dialCall('111'), 0],
      ['called by the same number again, and answered', () => log.answerCall('111'), 0],
      ['called back in another spelling', () => log.dialCall('(1) 1-1'), 0],
      ['missed again', () => log.missCall('111'), 2],
      ['followed by another call', () => log.answerCall('222'), 1],
    ] as const) {
      it(`when ${what}: ${left} left`, async () => {
        await log.missCall('111');
        await act();
        expect(log.element.missed).to.equal(left);
        expect(log.has('missed')).to.equal(left > 0);
        if (left === 0) expect(line(1)).to.equal('T · Missed, called back');
      });
    }

    it('are as soon as they are called back no longer waiting', async () => {
      await log.missCall('111');
      await log.sendCall({ otherDN: '111', callType: 'Outbound' }, 'EventDialing');
      expect(log.element.missed).to.equal(0);
    });

    it('of nobody known are shown, and wait for nothing', async () => {
      await log.missCall('');
      expect(log.names).to.deep.equal(['Unknown number']);
      expect(log.element.missed).to.equal(0);
      expect(line()).to.equal('T · Missed');
      expect(button()).to.equal(undefined);
    });

    it('are none of the calls that the agent has made', async () => {
      await log.dialCall('111');
      await log.dialCall('112', { callType: 'Internal' });
      expect(log.element.missed).to.equal(0);
    });

    it('can be shown alone', async () => {
      await log.missCall('111');
      await log.answerCall('222');
      await choose(log, 'Show', 'Missed (1)');
      expect(log.names).to.deep.equal(['111']);
      await choose(log, 'Show', 'All');
      expect(log.names).to.deep.equal(['222', '111']);
    });
  });

  describe('Call back and Redial', () => {
    it('are one for what was missed, the other for the rest, and say whom', async () => {
      await log.missCall('111');
      await log.answerCall('222');
      expect(log.all('[part~="dial"]').map(textOf)).to.deep.equal(['Redial', 'Call back']);
      expect((await nodeNamed('Call back'))?.description).to.equal('111');
    });

    it('dial the number as it came', async () => {
      await log.missCall('135****5678');
      const asked = oneEvent(log.agent, 'sobot-command');
      await log.press('Call back');
      expect(log.sdk.last('makeCall').params).to.deep.equal({ otherDN: '135****5678' });
      expect((await asked).detail.source).to.equal(log.element);
      expect(button().getAttribute('aria-busy')).to.equal('true');
      button().click();
      expect(requestCount(log, 'makeCall')).to.equal(1);
    });

    it('say beside the call what went wrong', async () => {
      await log.missCall('111');
      await log.missCall('222');
      button(1).click();
      await log.element.updateComplete;
      await answerRequest(log, 'makeCall', new Error('busy here'));
      expect(textOf(log.rows[1] as Element)).to.contain('busy here');
      expect(textOf(log.rows[0] as Element)).not.to.contain('busy here');
      await expectAccessible(log.element);
    });

    it('are disabled during a call, and say so', async () => {
      await log.missCall('111');
      await log.sendCall({ otherDN: '222' }, 'EventRinging', 'EventEstablished');
      expect(button().title).to.equal('Not during a call');
      expect(button().getAttribute('aria-disabled')).to.equal('true');
      button().click();
      expect(requestCount(log, 'makeCall')).to.equal(0);
    });
  });

  it('is searched by number, name and notes', async () => {
    await log.missCall('111');
    await log.missCall('222');
    const field = fieldNamed(log, 'Search calls');
    await enter(log, field, ' 22 ');
    expect(log.names).to.deep.equal(['222']);
    await enter(log, field, 'nobody');
    expect(log.names).to.deep.equal([]);
    expect(announcements(log)).to.contain('No calls match.');
    await expectAccessible(log.element);
    await enter(log, field, '');
    expect(log.names).to.have.length(2);
  });

  describe('Clear', () => {
    it('asks first, and says how much it is', async () => {
      await log.missCall('111');
      await log.missCall('222');
      await log.press('Clear');
      expect(dialog().open).to.be.true;
      expect(textOf(dialog())).to.contain('2 calls will be permanently deleted.');
      await expectAccessible(log.element);
      dialog().querySelector<HTMLButtonElement>('[part~="cancel"]')?.click();
      expect(dialog().open).to.be.false;
      expect(log.rows).to.have.length(2);
    });

    it('then forgets them, and keeps the focus', async () => {
      await log.missCall('111');
      await log.press('Clear');
      dialog().querySelector<HTMLButtonElement>('[part~="confirm"]')?.click();
      await log.element.updateComplete;
      expect(log.text).to.equal('No calls yet.');
      expect(textOf(log.root.activeElement as Element)).to.equal('No calls yet.');
      await log.missCall('222');
      expect(log.names).to.deep.equal(['222']);
    });
  });

  it('masks numbers', async () => {
    await log.missCall('13512345678');
    log.agent.maskNumbers = true;
    await log.agent.updateComplete;
    await log.element.updateComplete;
    expect(log.names).to.deep.equal(['*******5678']);
    expect(log.root.innerHTML).not.to.contain('1351234');
    await log.press('Call back');
    expect(log.sdk.last('makeCall').params).to.deep.equal({ otherDN: '13512345678' });
  });

  it('fits', async () => {
    await log.missCall('13512345678901234567890');
    await log.answerCall('135****5678');
    await expectFits(log.element);
  });

  it('speaks Chinese, and any language that a page claims', async () => {
    await log.missCall('111');
    log.agent.lang = 'zh-CN';
    while (!log.text.includes('回拨')) await settled(log.element);
    log.agent.lang = 'no_such language';
    await settled(log.element);
    expect(log.names).to.deep.equal(['111']);
  });
});
