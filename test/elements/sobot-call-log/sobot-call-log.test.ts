import { expect, oneEvent } from '@open-wc/testing';
import '../../../elements/sobot-call-log/define.js';
import type { SobotCallLog } from '../../../elements/sobot-call-log/define.js';
import { answered, dialled, logDesk, missed, names, pass, rows } from '../../support/call-log.js';
import { aCall, accessible, fits, settled, textOf, type Desk } from '../../support/desk.js';
import { choose, enter, fieldNamed, groupNamed, heard, labelsOf, tell, timesSent } from '../../support/forms.js';
import { nodeNamed } from '../../support/tree.js';

describe('<sobot-call-log>', () => {
  let on: Desk<SobotCallLog>;

  const line = (index = 0): string => textOf(on.all('[part="line"]')[index] as Element).replace(/\d+:\d+\s[AP]M/, 'T');
  const button = (index = 0): HTMLButtonElement =>
    on.all<HTMLButtonElement>('[part~="dial"]')[index] as HTMLButtonElement;
  const dialog = (): HTMLDialogElement => on.find<HTMLDialogElement>('dialog');

  beforeEach(async () => {
    on = await logDesk();
  });

  it('says that there are no calls yet', async () => {
    expect(on.text).to.equal('No calls yet.');
    expect(on.element.missed).to.equal(0);
    await accessible(on.element);
  });

  it('lists calls, the newest first, with kind, time and length', async () => {
    await answered(on, '111');
    await dialled(on, '222');
    await pass(on, { otherDN: '333', callType: 'Internal' }, 'EventRinging', 'EventEstablished', 'EventReleased');
    expect(names(on)).to.deep.equal(['333', '222', '111']);
    expect([line(0), line(1), line(2)]).to.deep.equal([
      'Internal call · T · 00:00',
      'Outgoing · T · Not answered',
      'Incoming · T · 00:00',
    ]);
    await accessible(on.element);
  });

  it('leaves the running call to the elements that show it', async () => {
    const callID = await pass(on, { otherDN: '111' }, 'EventRinging', 'EventEstablished');
    expect(rows(on)).to.have.length(0);
    await pass(on, { otherDN: '111', callID }, 'EventReleased');
    expect(names(on)).to.deep.equal(['111']);
  });

  it('has each call once, whatever is said twice', async () => {
    const callID = await answered(on, '111');
    await answered(on, '111', { callID });
    expect(rows(on)).to.have.length(1);
  });

  it('has a call once whose id was told late', async () => {
    on.agent.session?.makeCall({ otherDN: '111' }).catch(() => undefined);
    await on.answer(on.double.last('makeCall'));
    expect(on.agent.state.call?.id).to.match(/^local-/);
    await pass(on, { otherDN: '111', callType: 'Outbound' }, 'EventEstablished', 'EventReleased');
    expect(names(on)).to.deep.equal(['111']);
  });

  it('has a call whose id nobody has told', async () => {
    on.agent.session?.makeCall({ otherDN: '111' }).catch(() => undefined);
    await on.answer(on.double.last('makeCall'));
    await on.emit('EventReleased');
    await settled(on.element);
    expect(names(on)).to.deep.equal(['111']);
  });

  it('keeps what the page has restored as one call with what was before', async () => {
    const callID = await pass(on, { otherDN: '111' }, 'EventRinging', 'EventEstablished');
    on.agent.stop();
    await on.agent.start();
    await on.emit('EventAgentRegainStatus', {
      agentStateInfo: { agentState: '1', workStatus: 'talking' },
      workStatusInfo: { ...aCall, otherDN: '111', callID },
    });
    await pass(on, { otherDN: '111', callID }, 'EventReleased');
    expect(names(on)).to.deep.equal(['111']);
  });

  it('names who was there, also when that is known only after the call', async () => {
    let answer: ((party: { name: string }) => void) | undefined;
    on.agent.partyResolver = () => new Promise((resolve) => (answer = resolve));
    await missed(on, '111');
    expect(names(on)).to.deep.equal(['111']);
    answer?.({ name: 'Ada Wong' });
    await settled(on.element);
    expect(names(on)).to.deep.equal(['Ada Wong']);
    expect(line()).to.contain('111 · T · Missed');
  });

  it('shows what was written in the wrap-up, and the voice quality', async () => {
    const callID = await pass(on, { otherDN: '111' }, 'EventRinging', 'EventEstablished');
    await on.emit('EventJanusLatency', { ping: 20, jitter: 1, loss: '0%', quality: 'e' });
    await on.emit('EventJanusLatency', { ping: 400, jitter: 40, loss: '8%', quality: 'b' });
    on.agent.session?.saveDraft({ notes: 'sold\nsent', disposition: 'Won' });
    await pass(on, { otherDN: '111', callID }, 'EventReleased', 'EventAgentReady');
    on.find<HTMLDetailsElement>('details').open = true;
    const facts = on.all('dt').map((dt) => [textOf(dt), dt.nextElementSibling?.textContent?.trim()]);
    expect(facts.slice(0, 3)).to.deep.equal([
      ['Disposition', 'Won'],
      ['Notes', 'sold\nsent'],
      ['Rang for', '00:00'],
    ]);
    expect(facts[3]?.[0]).to.equal('Voice (estimated MOS)');
    expect(facts[3]?.[1]).to.match(/^\d\.\d, lowest \d\.\d$/);
    await accessible(on.element);
  });

  it('keeps no business data', async () => {
    await answered(on, '111', { attachedData: { card: '4111' } });
    expect(on.text).not.to.contain('4111');
  });

  it('shows the calls of one agent to no other', async () => {
    await answered(on, '111');
    on.agent.stop();
    const before = on.agent.agent;
    on.agent.agent = `${before}-other`;
    await on.agent.start();
    await on.emit('EventAgentReady');
    expect(on.text).to.equal('No calls yet.');
    on.agent.stop();
    on.agent.agent = before;
    await on.agent.start();
    await on.emit('EventAgentReady');
    expect(names(on)).to.deep.equal(['111']);
  });

  it('is one with another of the same agent, also one that comes later', async () => {
    await answered(on, '111');
    const second = on.element.cloneNode() as SobotCallLog;
    on.agent.append(second);
    await settled(second);
    expect(second.shadowRoot?.querySelectorAll('li.call')).to.have.length(1);
  });

  it('keeps no more than max-entries, and nothing older than max-age', async () => {
    const { now } = Date;
    on.element.maxEntries = 2;
    on.element.maxAge = 60;
    for (const number of ['1', '2', '3']) await answered(on, number);
    expect(names(on)).to.deep.equal(['3', '2']);
    try {
      Date.now = () => now() + 61_000;
      await answered(on, '4');
      expect(names(on)).to.deep.equal(['4']);
    } finally {
      Date.now = now;
    }
  });

  it('shows older calls on demand', async () => {
    for (let n = 0; n < 31; n += 1) await missed(on, `${n}`);
    expect(rows(on)).to.have.length(30);
    await on.press('Show more');
    expect(rows(on)).to.have.length(31);
    expect(on.buttons).not.to.include('Show more');
  });

  describe('missed calls', () => {
    it('are marked, counted, and wait for a call back', async () => {
      await missed(on, '111');
      await missed(on, '222');
      expect(on.element.missed).to.equal(2);
      expect(on.has('missed')).to.be.true;
      expect(labelsOf(groupNamed(on, 'Show'))).to.deep.equal(['All', 'Missed (2)']);
      expect(rows(on)[0]?.matches('.missed')).to.be.true;
      expect(line()).to.equal('T · Missed');
      await accessible(on.element);
    });

    for (const [what, act, left] of [
      ['called back, reached or not', () => dialled(on, '111'), 0],
      ['called by the same number again, and answered', () => answered(on, '111'), 0],
      ['missed again', () => missed(on, '111'), 2],
      ['followed by another call', () => answered(on, '222'), 1],
    ] as const) {
      it(`when ${what}: ${left} left`, async () => {
        await missed(on, '111');
        await act();
        expect(on.element.missed).to.equal(left);
        expect(on.has('missed')).to.equal(left > 0);
        if (left === 0) expect(line(1)).to.equal('T · Missed, called back');
      });
    }

    it('are as soon as they are called back no longer waiting', async () => {
      await missed(on, '111');
      await pass(on, { otherDN: '111', callType: 'Outbound' }, 'EventDialing');
      expect(on.element.missed).to.equal(0);
    });

    it('of nobody known are shown, and wait for nothing', async () => {
      await missed(on, '');
      expect(names(on)).to.deep.equal(['Unknown number']);
      expect(on.element.missed).to.equal(0);
      expect(line()).to.equal('T · Missed');
      expect(button()).to.equal(undefined);
    });

    it('are none of the calls that the agent has made', async () => {
      await dialled(on, '111');
      await dialled(on, '112', { callType: 'Internal' });
      expect(on.element.missed).to.equal(0);
    });

    it('can be shown alone', async () => {
      await missed(on, '111');
      await answered(on, '222');
      await choose(on, 'Show', 'Missed (1)');
      expect(names(on)).to.deep.equal(['111']);
      await choose(on, 'Show', 'All');
      expect(names(on)).to.deep.equal(['222', '111']);
    });
  });

  describe('Call back and Redial', () => {
    it('are one for what was missed, the other for the rest, and say whom', async () => {
      await missed(on, '111');
      await answered(on, '222');
      expect(on.all('[part~="dial"]').map(textOf)).to.deep.equal(['Redial', 'Call back']);
      expect((await nodeNamed('Call back'))?.description).to.equal('111');
    });

    it('dial the number as it came', async () => {
      await missed(on, '135****5678');
      const asked = oneEvent(on.agent, 'sobot-command');
      await on.press('Call back');
      expect(on.double.last('makeCall').params).to.deep.equal({ otherDN: '135****5678' });
      expect((await asked).detail.source).to.equal(on.element);
      expect(button().getAttribute('aria-busy')).to.equal('true');
      button().click();
      expect(timesSent(on, 'makeCall')).to.equal(1);
    });

    it('say beside the call what went wrong', async () => {
      await missed(on, '111');
      await missed(on, '222');
      button(1).click();
      await on.element.updateComplete;
      await tell(on, 'makeCall', new Error('busy here'));
      expect(textOf(rows(on)[1] as Element)).to.contain('busy here');
      expect(textOf(rows(on)[0] as Element)).not.to.contain('busy here');
      await accessible(on.element);
    });

    it('are disabled during a call, and say so', async () => {
      await missed(on, '111');
      await pass(on, { otherDN: '222' }, 'EventRinging', 'EventEstablished');
      expect(button().title).to.equal('Not during a call');
      expect(button().getAttribute('aria-disabled')).to.equal('true');
      button().click();
      expect(timesSent(on, 'makeCall')).to.equal(0);
    });
  });

  it('is searched by number, name and notes', async () => {
    await missed(on, '111');
    await missed(on, '222');
    const field = fieldNamed(on, 'Search calls');
    await enter(on, field, ' 22 ');
    expect(names(on)).to.deep.equal(['222']);
    await enter(on, field, 'nobody');
    expect(names(on)).to.deep.equal([]);
    expect(heard(on)).to.contain('No calls match.');
    await accessible(on.element);
    await enter(on, field, '');
    expect(names(on)).to.have.length(2);
  });

  describe('Clear', () => {
    it('asks first, and says how much it is', async () => {
      await missed(on, '111');
      await missed(on, '222');
      await on.press('Clear');
      expect(dialog().open).to.be.true;
      expect(textOf(dialog())).to.contain('2 calls will be permanently deleted.');
      await accessible(on.element);
      dialog().querySelector<HTMLButtonElement>('[part~="cancel"]')?.click();
      expect(dialog().open).to.be.false;
      expect(rows(on)).to.have.length(2);
    });

    it('then forgets them, and keeps the focus', async () => {
      await missed(on, '111');
      await on.press('Clear');
      dialog().querySelector<HTMLButtonElement>('[part~="confirm"]')?.click();
      await on.element.updateComplete;
      expect(on.text).to.equal('No calls yet.');
      expect(textOf(on.root.activeElement as Element)).to.equal('No calls yet.');
      await missed(on, '222');
      expect(names(on)).to.deep.equal(['222']);
    });
  });

  it('masks numbers', async () => {
    await missed(on, '13512345678');
    on.agent.maskNumbers = true;
    await on.agent.updateComplete;
    await on.element.updateComplete;
    expect(names(on)).to.deep.equal(['*******5678']);
    expect(on.root.innerHTML).not.to.contain('1351234');
    await on.press('Call back');
    expect(on.double.last('makeCall').params).to.deep.equal({ otherDN: '13512345678' });
  });

  it('fits', async () => {
    await missed(on, '13512345678901234567890');
    await answered(on, '135****5678');
    await fits(on.element);
  });

  it('speaks Chinese, and any language that a page claims', async () => {
    await missed(on, '111');
    on.agent.lang = 'zh-CN';
    while (!on.text.includes('回拨')) await settled(on.element);
    on.agent.lang = 'no_such language';
    await settled(on.element);
    expect(names(on)).to.deep.equal(['111']);
  });
});
