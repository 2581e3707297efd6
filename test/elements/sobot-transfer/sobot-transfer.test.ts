import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { callFields } from '../../support/call-fields.js';
import { expectAccessible, expectFits, nameOf, settled, textOf } from '../../support/element-fixture.js';
import { answerRequest } from '../../support/forms.js';
import { colleagues, createTransfer } from './create-transfer.js';

describe('<sobot-transfer>', () => {
  describe('offers', () => {
    it('agents, skill groups, an extension, a phone number; for a consultation no skill groups', async () => {
      const transfer = await createTransfer();
      expect(transfer.tabs.map(nameOf)).to.deep.equal(['Agents', 'Skill groups', 'Extension', 'Phone number']);
      expect(transfer.find('[role="tablist"]').getAttribute('aria-label')).to.equal('Transfer to');
      await transfer.open('Skill groups');
      transfer.element.mode = 'consult';
      await settled(transfer.element);
      expect(transfer.tabs.map(nameOf)).to.deep.equal(['Agents', 'Extension', 'Phone number']);
      expect(transfer.tab('Agents').getAttribute('aria-selected')).to.equal('true');
      expect(transfer.has('consult')).to.be.true;
    });

    it('all agents but oneself: the ready ones first, each with work number and status', async () => {
      const transfer = await createTransfer();
      expect(transfer.sdk.last('queryAgents').params).to.deep.equal({ agentState: -1 });
      await transfer.answerAgents();
      expect(transfer.rowTexts).to.deep.equal([
        'Aarav Mehta 1001 Ready',
        'Aaron Berg 1006 Ready',
        'Beatriz Costa 1002 Busy',
        'Chen Yu 1003 Do not disturb',
        'Dana Novak 1004 Offline',
      ]);
      expect(transfer.row('Dana').getAttribute('aria-disabled')).to.equal('true');
      expect(transfer.row('Dana').getAttribute('aria-description')).to.equal('Not logged in');
      expect(transfer.rows.filter((each) => each.hasAttribute('aria-disabled'))).to.have.length(1);
    });

    it('skill groups with their ready members', async () => {
      const transfer = await createTransfer();
      await transfer.open('Skill groups');
      await transfer.answerGroups();
      expect(transfer.rowTexts).to.deep.equal(['Sales 3 ready', 'Support 0 ready']);
      expect(transfer.row('Support').hasAttribute('aria-disabled'), 'one may wait there').to.be.false;
    });

    it('whatever the platform leaves out, or spells as text', async () => {
      const transfer = await createTransfer();
      await transfer.answerAgents([
        { agentID: ' 7 ', agentName: '', agentState: '1' },
        { agentID: '8', agentName: 'No state' },
        { agentName: 'No number' },
        { agentID: 9, agentName: '<b>Bold</b>', agentState: '0' },
        null as unknown as object,
      ]);
      expect(transfer.rowTexts).to.deep.equal(['7 Ready', 'No state 8', '<b>Bold</b> 9 Offline']);
      await answerRequest(transfer, 'queryAgents', {});
      await transfer.open('Skill groups');
      await transfer.answerGroups([{ queueCode: 'q9' }, { queueName: 'No code' }]);
      expect(transfer.rowTexts).to.deep.equal(['q9']);
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
        const transfer = await createTransfer(`mode="${mode}"`, agentType);
        await transfer.answerAgents();
        if (kind !== 'Agents') await transfer.open(kind);
        if (kind === 'Skill groups') await transfer.answerGroups();
        if (kind === 'Agents') transfer.row('Beatriz').click();
        else if (kind === 'Skill groups') transfer.row('Sales').click();
        else {
          await transfer.type(` ${params.target} `);
          await transfer.press(mode === 'consult' ? 'Consult' : 'Transfer');
        }
        const sent = transfer.sdk.last();
        expect(sent.method).to.equal(mode === 'consult' ? 'initiateConsult' : 'singleTransfer');
        expect(sent.params).to.deep.equal(params);
      });
    }

    it('once, says that it is under way, and why it was refused', async () => {
      const transfer = await createTransfer();
      await transfer.answerAgents();
      transfer.row('Beatriz').click();
      await transfer.element.updateComplete;
      expect(transfer.has('sending')).to.be.true;
      expect(transfer.row('Beatriz').getAttribute('aria-selected')).to.equal('true');
      expect(transfer.row('Aarav').getAttribute('aria-description')).to.equal('Working on it…');
      transfer.row('Aarav').click();
      expect(transfer.commands).to.deep.equal(['singleTransfer']);
      await transfer.answer(transfer.sdk.last(), 'error');
      expect(textOf(transfer.find('.failure[role="status"]'))).to.contain('not allowed');
      expect(transfer.has('sending')).to.be.false;
      await transfer.type('a');
      expect(textOf(transfer.find('.failure'))).to.equal('');
      transfer.row('Aarav').click();
      expect(transfer.commands).to.deep.equal(['singleTransfer', 'singleTransfer']);
    });

    it('nobody who is not logged in', async () => {
      const transfer = await createTransfer();
      await transfer.answerAgents();
      transfer.row('Dana').click();
      await transfer.type('dana');
      transfer.field.focus();
      await sendKeys({ press: 'Enter' });
      expect(transfer.commands).to.deep.equal([]);
    });

    it('nothing without a call, and says why', async () => {
      const transfer = await createTransfer();
      await transfer.emit('EventReleased', callFields);
      await transfer.answerAgents();
      expect(transfer.row('Aarav').getAttribute('aria-description')).to.equal('Only while you are talking');
      transfer.row('Aarav').click();
      await transfer.open('Phone number');
      expect(transfer.button('Transfer').getAttribute('aria-disabled')).to.equal('true');
      expect(transfer.button('Transfer').title).to.equal('Only while you are talking');
      await transfer.type('123');
      transfer.field.focus();
      await sendKeys({ press: 'Enter' });
      expect(transfer.commands).to.deep.equal([]);
    });

    it('nothing that is empty', async () => {
      const transfer = await createTransfer();
      await transfer.open('Extension');
      await transfer.press('Transfer');
      expect(transfer.commands).to.deep.equal([]);
      expect(transfer.root.activeElement === transfer.field).to.be.true;
    });
  });

  describe('by keyboard', () => {
    it('typing and Enter are enough where one is left', async () => {
      const transfer = await createTransfer();
      await transfer.answerAgents();
      transfer.element.focus();
      await sendKeys({ type: 'cos bea' });
      expect(transfer.rowTexts).to.deep.equal(['Beatriz Costa 1002 Busy']);
      expect(transfer.row('Beatriz').getAttribute('aria-selected')).to.equal('true');
      await sendKeys({ press: 'Enter' });
      expect(transfer.sdk.last('singleTransfer').params['target']).to.equal('1002');
    });

    it('Enter of several leads into the list, never to the first one', async () => {
      const transfer = await createTransfer();
      await transfer.answerAgents();
      transfer.element.focus();
      await sendKeys({ type: 'aar' });
      await sendKeys({ press: 'Enter' });
      expect(transfer.commands).to.deep.equal([]);
      await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'Enter' });
      expect(transfer.sdk.last('singleTransfer').params['target']).to.equal('1006');
    });

    it('goes between the tabs with arrows, the other way round from right to left', async () => {
      const transfer = await createTransfer();
      transfer.tab('Agents').focus();
      const chosen = (): string | undefined =>
        transfer.tabs.find((each) => each.ariaSelected === 'true')?.textContent?.trim();
      for (const [press, wanted] of [
        ['ArrowRight', 'Skill groups'],
        ['End', 'Phone number'],
        ['ArrowRight', 'Agents'],
        ['ArrowLeft', 'Phone number'],
        ['Home', 'Agents'],
      ] as const) {
        await sendKeys({ press });
        await settled(transfer.element);
        expect(chosen(), press).to.equal(wanted);
        expect(nameOf(transfer.root.activeElement as Element), press).to.equal(wanted);
      }
      transfer.element.dir = 'rtl';
      await sendKeys({ press: 'ArrowLeft' });
      await settled(transfer.element);
      expect(chosen()).to.equal('Skill groups');
      expect(transfer.tabs.filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
    });

    it('Enter sends a number', async () => {
      const transfer = await createTransfer('mode="consult"');
      await transfer.open('Phone number');
      transfer.element.focus();
      await sendKeys({ type: '0755 12-3' });
      await sendKeys({ press: 'Enter' });
      expect(transfer.sdk.last('initiateConsult').params['target']).to.equal('0755123');
    });
  });

  it('refuses what no keypad can dial, says so, and keeps the text', async () => {
    const transfer = await createTransfer();
    await transfer.open('Phone number');
    transfer.element.focus();
    await sendKeys({ type: '555 work' });
    await sendKeys({ press: 'Enter' });
    await transfer.element.updateComplete;
    expect(transfer.sdk.sent.filter(({ method }) => method === 'singleTransfer')).to.deep.equal([]);
    expect(transfer.field.value).to.equal('555 work');
    expect(transfer.element.renderRoot.querySelector('[part=error]')?.textContent).to.contain('no keypad has');
  });

  it('cleans what is pasted, and remembers what was used, masked where the page wants it', async () => {
    const transfer = await createTransfer();
    await transfer.open('Phone number');
    transfer.paste(' tel:+86 135-1234-5678 ');
    await transfer.element.updateComplete;
    expect(transfer.field.value).to.equal('+8613512345678');
    await transfer.press('Transfer');
    await transfer.answer(transfer.sdk.last());
    await transfer.call('EventReleased');
    await transfer.emit('EventEstablished', { ...callFields, callID: 'c2' });
    expect(transfer.buttons).to.include('Transfer +8613512345678');
    transfer.agent.maskNumbers = true;
    await transfer.agent.updateComplete;
    transfer.element.requestUpdate();
    await transfer.element.updateComplete;
    await transfer.press('Transfer +*********5678');
    expect(transfer.sdk.last('singleTransfer').params['target']).to.equal('+8613512345678');
    await transfer.open('Extension');
    expect(transfer.buttons.filter((name) => /\d/.test(name))).to.deep.equal([]);
  });

  it('speaks Chinese when the page does', async () => {
    const transfer = await createTransfer();
    await transfer.answerAgents();
    transfer.agent.lang = 'zh-CN';
    while (!transfer.text.includes('技能组')) await settled(transfer.element);
    expect(transfer.tabs.map(nameOf)).to.deep.equal(['坐席', '技能组', '分机', '电话号码']);
    expect(transfer.rowTexts[0]).to.equal('Aarav Mehta 1001 空闲');
  });

  for (const kind of ['Agents', 'Skill groups', 'Extension', 'Phone number']) {
    it(`fits, and has no fault: ${kind}`, async () => {
      const transfer = await createTransfer();
      await transfer.answerAgents([
        { agentID: '1'.repeat(40), agentName: 'n'.repeat(80), agentState: 2 },
        ...colleagues,
      ]);
      await transfer.open(kind);
      if (kind === 'Skill groups') await transfer.answerGroups();
      await expectFits(transfer.element);
      await expectAccessible(transfer.element);
    });
  }
});
