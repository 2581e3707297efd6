import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { accessible, aCall, fits, nameOf, settled, textOf } from '../../support/desk.js';
import { tell } from '../../support/forms.js';
import {
  answerAgents,
  answerGroups,
  begin,
  colleagues,
  field,
  names,
  on,
  open,
  row,
  rows,
  tab,
  tabs,
  type,
} from '../../support/transfer.js';

const paste = (text: string): void => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text', text);
  field().dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
};

describe('<sobot-transfer>', () => {
  describe('offers', () => {
    it('agents, skill groups, an extension, a phone number; for a consultation no skill groups', async () => {
      await begin();
      expect(tabs().map(nameOf)).to.deep.equal(['Agents', 'Skill groups', 'Extension', 'Phone number']);
      expect(on.find('[role="tablist"]').getAttribute('aria-label')).to.equal('Transfer to');
      await open('Skill groups');
      on.element.mode = 'consult';
      await settled(on.element);
      expect(tabs().map(nameOf)).to.deep.equal(['Agents', 'Extension', 'Phone number']);
      expect(tab('Agents').getAttribute('aria-selected')).to.equal('true');
      expect(on.has('consult')).to.be.true;
    });

    it('all agents but oneself: the ready ones first, each with work number and status', async () => {
      await begin();
      expect(on.double.last('queryAgents').params).to.deep.equal({ agentState: -1 });
      await answerAgents();
      expect(names()).to.deep.equal([
        'Aarav Mehta 1001 Ready',
        'Aaron Berg 1006 Ready',
        'Beatriz Costa 1002 Busy',
        'Chen Yu 1003 Do not disturb',
        'Dana Novak 1004 Offline',
      ]);
      expect(row('Dana').getAttribute('aria-disabled')).to.equal('true');
      expect(row('Dana').getAttribute('aria-description')).to.equal('Not logged in');
      expect(rows().filter((each) => each.hasAttribute('aria-disabled'))).to.have.length(1);
    });

    it('skill groups with their ready members', async () => {
      await begin();
      await open('Skill groups');
      await answerGroups();
      expect(names()).to.deep.equal(['Sales 3 ready', 'Support 0 ready']);
      expect(row('Support').hasAttribute('aria-disabled'), 'one may wait there').to.be.false;
    });

    it('whatever the platform leaves out, or spells as text', async () => {
      await begin();
      await answerAgents([
        { agentID: ' 7 ', agentName: '', agentState: '1' },
        { agentID: '8', agentName: 'No state' },
        { agentName: 'No number' },
        { agentID: 9, agentName: '<b>Bold</b>', agentState: '0' },
        null as unknown as object,
      ]);
      expect(names()).to.deep.equal(['7 Ready', 'No state 8', '<b>Bold</b> 9 Offline']);
      await tell(on, 'queryAgents', {});
      await open('Skill groups');
      await answerGroups([{ queueCode: 'q9' }, { queueName: 'No code' }]);
      expect(names()).to.deep.equal(['q9']);
    });
  });

  describe('sends', () => {
    const cases = [
      ['0', 'transfer', 'Agents', { targetType: '0', target: '1002' }],
      ['1', 'transfer', 'Agents', { targetType: '0', target: 'u2' }],
      ['0', 'transfer', 'Skill groups', { targetType: '3', target: 'q1' }],
      ['1', 'transfer', 'Skill groups', { targetType: '3', target: 'q1' }],
      ['0', 'transfer', 'Extension', { targetType: '2', target: '1090' }],
      ['0', 'transfer', 'Phone number', { targetType: '1', target: '135****5678' }],
      ['0', 'consult', 'Agents', { targetType: '0', target: '1002' }],
      ['1', 'consult', 'Agents', { targetType: '0', target: 'u2' }],
      ['0', 'consult', 'Extension', { targetType: '2', target: '1090' }],
      ['1', 'consult', 'Phone number', { targetType: '1', target: '+4930901820' }],
    ] as const;

    for (const [agentType, mode, kind, params] of cases) {
      it(`${mode} to ${params.target} of ${kind}, where agents are named by ${agentType}: at one click`, async () => {
        await begin(`mode="${mode}"`, agentType);
        await answerAgents();
        if (kind !== 'Agents') await open(kind);
        if (kind === 'Skill groups') await answerGroups();
        if (kind === 'Agents') row('Beatriz').click();
        else if (kind === 'Skill groups') row('Sales').click();
        else {
          await type(` ${params.target} `);
          await on.press(mode === 'consult' ? 'Consult' : 'Transfer');
        }
        const sent = on.double.last();
        expect(sent.method).to.equal(mode === 'consult' ? 'initiateConsult' : 'singleTransfer');
        expect(sent.params).to.deep.equal(params);
      });
    }

    it('once, says that it is under way, and why it was refused', async () => {
      await begin();
      await answerAgents();
      row('Beatriz').click();
      await on.element.updateComplete;
      expect(on.has('sending')).to.be.true;
      expect(row('Beatriz').getAttribute('aria-selected')).to.equal('true');
      expect(row('Aarav').getAttribute('aria-description')).to.equal('Working on it…');
      row('Aarav').click();
      expect(on.commands).to.deep.equal(['singleTransfer']);
      await on.answer(on.double.last(), 'error');
      expect(textOf(on.find('.failure[role="status"]'))).to.contain('not allowed');
      expect(on.has('sending')).to.be.false;
      await type('a');
      expect(textOf(on.find('.failure'))).to.equal('');
      row('Aarav').click();
      expect(on.commands).to.deep.equal(['singleTransfer', 'singleTransfer']);
    });

    it('nobody who is not logged in', async () => {
      await begin();
      await answerAgents();
      row('Dana').click();
      await type('dana');
      field().focus();
      await sendKeys({ press: 'Enter' });
      expect(on.commands).to.deep.equal([]);
    });

    it('nothing without a call, and says why', async () => {
      await begin();
      await on.emit('EventReleased', aCall);
      await answerAgents();
      expect(row('Aarav').getAttribute('aria-description')).to.equal('Only while you are talking');
      row('Aarav').click();
      await open('Phone number');
      expect(on.button('Transfer').getAttribute('aria-disabled')).to.equal('true');
      expect(on.button('Transfer').title).to.equal('Only while you are talking');
      await type('123');
      field().focus();
      await sendKeys({ press: 'Enter' });
      expect(on.commands).to.deep.equal([]);
    });

    it('nothing that is empty', async () => {
      await begin();
      await open('Extension');
      await on.press('Transfer');
      expect(on.commands).to.deep.equal([]);
      expect(on.root.activeElement === field()).to.be.true;
    });
  });

  describe('by keyboard', () => {
    it('typing and Enter are enough where one is left', async () => {
      await begin();
      await answerAgents();
      on.element.focus();
      await sendKeys({ type: 'cos bea' });
      expect(names()).to.deep.equal(['Beatriz Costa 1002 Busy']);
      expect(row('Beatriz').getAttribute('aria-selected')).to.equal('true');
      await sendKeys({ press: 'Enter' });
      expect(on.double.last('singleTransfer').params['target']).to.equal('1002');
    });

    it('Enter of several leads into the list, never to the first one', async () => {
      await begin();
      await answerAgents();
      on.element.focus();
      await sendKeys({ type: 'aar' });
      await sendKeys({ press: 'Enter' });
      expect(on.commands).to.deep.equal([]);
      await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'Enter' });
      expect(on.double.last('singleTransfer').params['target']).to.equal('1006');
    });

    it('goes between the tabs with arrows, the other way round from right to left', async () => {
      await begin();
      tab('Agents').focus();
      const chosen = (): string | undefined =>
        tabs()
          .find((each) => each.ariaSelected === 'true')
          ?.textContent?.trim();
      for (const [press, wanted] of [
        ['ArrowRight', 'Skill groups'],
        ['End', 'Phone number'],
        ['ArrowRight', 'Agents'],
        ['ArrowLeft', 'Phone number'],
        ['Home', 'Agents'],
      ] as const) {
        await sendKeys({ press });
        await settled(on.element);
        expect(chosen(), press).to.equal(wanted);
        expect(nameOf(on.root.activeElement as Element), press).to.equal(wanted);
      }
      on.element.dir = 'rtl';
      await sendKeys({ press: 'ArrowLeft' });
      await settled(on.element);
      expect(chosen()).to.equal('Skill groups');
      expect(tabs().filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
    });

    it('Enter sends a number', async () => {
      await begin('mode="consult"');
      await open('Phone number');
      on.element.focus();
      await sendKeys({ type: '0755 12-3' });
      await sendKeys({ press: 'Enter' });
      expect(on.double.last('initiateConsult').params['target']).to.equal('0755123');
    });
  });

  it('cleans what is pasted, and remembers what was used, masked where the page wants it', async () => {
    await begin();
    await open('Phone number');
    paste(' tel:+86 135-1234-5678 ');
    await on.element.updateComplete;
    expect(field().value).to.equal('+8613512345678');
    await on.press('Transfer');
    await on.answer(on.double.last());
    await on.call('EventReleased');
    await on.emit('EventEstablished', { ...aCall, callID: 'c2' });
    expect(on.buttons).to.include('Transfer +8613512345678');
    on.agent.maskNumbers = true;
    await on.agent.updateComplete;
    on.element.requestUpdate();
    await on.element.updateComplete;
    await on.press('Transfer +*********5678');
    expect(on.double.last('singleTransfer').params['target']).to.equal('+8613512345678');
    await open('Extension');
    expect(on.buttons.filter((name) => /\d/.test(name))).to.deep.equal([]);
  });

  it('speaks Chinese when the page does', async () => {
    await begin();
    await answerAgents();
    on.agent.lang = 'zh-CN';
    while (!on.text.includes('技能组')) await settled(on.element);
    expect(tabs().map(nameOf)).to.deep.equal(['坐席', '技能组', '分机', '电话号码']);
    expect(names()[0]).to.equal('Aarav Mehta 1001 空闲');
  });

  for (const kind of ['Agents', 'Skill groups', 'Extension', 'Phone number']) {
    it(`fits, and has no fault: ${kind}`, async () => {
      await begin();
      await answerAgents([{ agentID: '1'.repeat(40), agentName: 'n'.repeat(80), agentState: 2 }, ...colleagues]);
      await open(kind);
      if (kind === 'Skill groups') await answerGroups();
      await fits(on.element);
      await accessible(on.element);
    });
  }
});
