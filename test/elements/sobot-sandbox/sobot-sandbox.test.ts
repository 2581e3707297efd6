import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import type { SobotAgent } from '../../../elements/sobot-agent/define.js';
import type { SobotSandbox } from '../../../elements/sobot-sandbox/define.js';
import { nameOf } from '../../support/desk.js';
import { PanelDesk, panelDesk } from '../../support/sandbox-panel.js';
import { SdkDouble } from '../../support/sdk-double.js';

describe('<sobot-sandbox>', () => {
  let on: PanelDesk;

  afterEach(() => on.close());

  describe('with a sandbox', () => {
    beforeEach(async () => {
      on = await panelDesk();
    });

    it('lets a customer of a number call a skill group, with data', async () => {
      await on.login();
      on.field<HTMLInputElement>('Number').value = '135****5678';
      on.field<HTMLInputElement>('Data').value = '{"orderID": "o-7"}';
      on.field<HTMLSelectElement>('Skill group').value = 'q8002';
      const ringing = oneEvent(on.agent, 'sobot-call-started');
      await on.press('Customer calls');
      const { detail } = await ringing;
      expect(detail.number).to.equal('135****5678');
      expect(detail.attachedData).to.deep.equal({ orderID: 'o-7' });
      expect(on.agent.state.call?.queue).to.equal('Support');
      await on.drawn(() => on.text().includes('Calling'));
      const ended = oneEvent(on.agent, 'sobot-call-ended');
      await on.press('Customer hangs up');
      await ended;
    });

    it('says that a customer waits where nobody is ready', async () => {
      await on.press('Customer calls');
      expect(on.all('[role="status"]')[0]?.textContent.trim()).to.equal(
        'Nobody is ready there: the customer waits in the queue.',
      );
    });

    it('says that the data is no JSON, and keeps what was typed', async () => {
      const data = on.field<HTMLInputElement>('Data');
      data.value = '{oops';
      await on.press('Customer calls');
      expect(on.text()).to.include('This is not a JSON object');
      expect(data.getAttribute('aria-invalid')).to.equal('true');
      expect(data.value).to.equal('{oops');
    });

    it('shows who waits, and lets them come by themselves', async () => {
      const options = () => [...on.field<HTMLSelectElement>('Skill group').options].map(({ text: each }) => each);
      expect(options()).to.deep.equal([
        'Any available group',
        'Sales (3 waiting)',
        'Support (6 waiting)',
        'Billing (1 waiting)',
      ]);
      on.field<HTMLSelectElement>('Skill group').value = 'q8003';
      await on.press('Customer calls');
      expect(options().at(-1)).to.equal('Billing (2 waiting)');
      on.field<HTMLInputElement>('Call automatically').click();
      expect(on.centre.autoInbound).to.be.true;
    });

    it('answers, keys in digits and hangs up as the called customer', async () => {
      await on.login();
      await on.agent.session?.makeCall({ otherDN: '5550101' });
      await on.drawn(() => on.text().includes('Being called'));
      const connected = oneEvent(on.agent, 'sobot-call-connected');
      await on.press('Customer answers');
      await connected;
      on.field<HTMLInputElement>('Digits from the customer').value = '12#';
      await on.press('Send digits as the customer');
      await on.drawn(() => on.text().includes('Sent by the customer: 12#'));
      expect(on.field<HTMLInputElement>('Digits from the customer').value).to.equal('');
      await on.agent.session?.sendDtmf({ dtmfDigits: '99' });
      await on.drawn(() => on.text().includes('Digits from the agent: 99'));
      await on.agent.session?.muteCall();
      await on.drawn(() => on.text().includes('does not hear the agent'));
      const ended = oneEvent(on.agent, 'sobot-call-ended');
      await on.press('Customer hangs up');
      await ended;
      await on.drawn(() => on.text().includes('No customers on the phone. Let a customer call'));
    });

    it('declines as the called customer', async () => {
      await on.login();
      await on.agent.session?.makeCall({ otherDN: '5550101' });
      await on.drawn(() => on.text().includes('Being called'));
      const ended = oneEvent(on.agent, 'sobot-call-ended');
      await on.press('Customer declines');
      expect((await ended).detail.connectedAt).to.equal(null);
    });

    it('dials a documented number as the agent, and says why it can’t', async () => {
      const dial = on.button('Dial 5550101');
      expect(dial.getAttribute('aria-disabled')).to.equal('true');
      expect(dial.title).to.equal('Log in first');
      await on.login();
      const started = oneEvent(on.agent, 'sobot-call-started');
      await on.press('Dial 5550101');
      expect((await started).detail.number).to.equal('5550101');
    });

    it('says beside the numbers what the call centre refused', async () => {
      await on.login();
      const failed = oneEvent(on.agent, 'sobot-command-error');
      await on.press('Dial 5550108');
      const { detail } = await failed;
      await on.drawn(() => on.text().includes(detail.error.message));
    });

    it('lists every documented number', () => {
      expect(on.all('tbody tr').map((row) => row.textContent.replace(/\s+/g, ' ').trim())).to.deep.equal([
        '5550100 Answers at once',
        '5550101 Never answers, rings out after 30 s',
        '5550102 Busy',
        '5550103 Declines after 3 s',
        '5550104 Answers, hangs up after 5 s',
        '5550105 Answers, keys in 1234# after 3 s',
        '5550106 Answers and only listens',
        '5550107 Answers late, after 15 s',
        '5550108 Does not exist, the call is refused',
        'Any other Answers after 2 s',
      ]);
    });

    it('makes answers slow and the line bad', async () => {
      await on.choose('SDK response time', 'After 8 s');
      await on.choose('Voice connection', 'Very poor');
      expect(on.centre.faults).to.include({ slow: 8000, garble: 'b' });
      await on.choose('SDK response time', 'At once');
      await on.choose('Voice connection', 'As measured');
      expect(on.centre.faults).to.include({ slow: 0, garble: '' });
    });

    it('makes commands fail, and takes it back', async () => {
      on.field<HTMLSelectElement>('Command').value = 'makeCall';
      await on.press('Add fault');
      await on.press('Add fault');
      expect(on.centre.faults.refuse).to.deep.equal(['makeCall']);
      on.field<HTMLSelectElement>('Command').value = '*';
      on.field<HTMLSelectElement>('Fault').value = 'twice';
      await on.press('Add fault');
      expect(on.centre.faults.twice).to.deep.equal(['*']);
      await on.press('Remove fault: makeCall, Refused');
      expect(on.centre.faults.refuse).to.deep.equal([]);
      await on.press('Remove fault: All commands, Answered twice');
      expect(on.centre.faults.twice).to.deep.equal([]);
    });

    it('expires the token', async () => {
      const told = oneEvent(on.agent, 'sobot-token-invalid');
      await on.press('Expire the token');
      await told;
    });

    it('logs the agent in elsewhere', async () => {
      await on.login();
      const told = oneEvent(on.agent, 'sobot-agent-connection-changed');
      await on.press('Log in elsewhere');
      await told;
      expect(on.agent.phase).to.equal('displaced');
      expect(on.button('Log in elsewhere'), 'the panel stays').to.exist;
    });

    it('loses the network and restores it', async () => {
      await on.login();
      await on.press('Lose the network');
      expect(on.centre.snapshot().network).to.equal('down');
      const regained = oneEvent(on.agent, 'sobot-agent-regain-status');
      await on.press('Restore the network');
      await regained;
      expect(on.button('Lose the network')).to.exist;
    });

    it('keeps the focus while customers come and go', async () => {
      await on.login();
      const data = on.field<HTMLInputElement>('Data');
      data.focus();
      await sendKeys({ type: '{"a' });
      on.centre.customerCalls();
      await on.drawn(() => on.text().includes('Calling'));
      expect(on.element.shadowRoot?.activeElement).to.equal(data);
      expect(data.value).to.equal('{"a');
    });

    it('lets a customer call by the keyboard', async () => {
      await on.login();
      on.field<HTMLInputElement>('Number').focus();
      await sendKeys({ type: '5550104' });
      const started = oneEvent(on.agent, 'sobot-call-started');
      await sendKeys({ press: 'Enter' });
      expect((await started).detail.number).to.equal('5550104');
    });

    it('masks numbers where the page asks for it', async () => {
      on.agent.maskNumbers = true;
      await on.login();
      on.centre.customerCalls({ number: '13512345678' });
      await on.drawn(() => on.text().includes('*******5678'));
    });

    it('survives a move, and lets go of the call centre when it is removed', async () => {
      const other = document.createElement('div');
      on.agent.append(other);
      other.append(on.element);
      await on.element.updateComplete;
      await on.drawn(() => on.all('fieldset').length);
      on.element.remove();
      await on.element.updateComplete;
      let asked = 0;
      on.element.requestUpdate = () => void asked++;
      on.centre.customerCalls();
      expect(asked).to.equal(0);
    });

    it('is dressed in another document too', async () => {
      const dressed = (): boolean => on.all('.panel').every((panel) => getComputedStyle(panel).rowGap === '20px');
      expect(dressed()).to.be.true;
      const frame = await fixture<HTMLIFrameElement>(html`<iframe title="canvas"></iframe>`);
      frame.contentDocument?.body.append(on.agent);
      await on.element.updateComplete;
      expect(dressed()).to.be.true;
    });

    it('speaks the language around it', async () => {
      on.agent.lang = 'zh';
      await on.drawn(() => on.all('button').some((each) => nameOf(each) === '客户呼入'));
      on.agent.lang = 'en';
      await on.drawn(() => on.all('button').some((each) => nameOf(each) === 'Customer calls'));
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      it(`is accessible in ${colorScheme}, with and without calls`, async () => {
        await emulateMedia({ colorScheme });
        document.documentElement.style.cssText = `color-scheme: ${colorScheme}; background: Canvas`;
        on.element.shadowRoot?.querySelector('details')?.setAttribute('open', '');
        await expect(on.element).to.be.accessible();
        await on.login();
        await on.press('Add fault');
        await on.agent.session?.makeCall({ otherDN: '5550100' }).catch(() => undefined);
        await on.press('Remove fault: All commands, Refused');
        await on.agent.session?.makeCall({ otherDN: '5550100' });
        await on.drawn(() => on.text().includes('Talking'));
        await expect(on.element).to.be.accessible();
        document.documentElement.removeAttribute('style');
        await emulateMedia({ colorScheme: 'light' });
      });
    }

    it('fits into 280 px', async () => {
      await setViewport({ width: 280, height: 800 });
      on.element.shadowRoot?.querySelector('details')?.setAttribute('open', '');
      await on.login();
      await on.press('Add fault');
      await on.press('Remove fault: All commands, Refused');
      await on.agent.session?.makeCall({ otherDN: '5550100' });
      await on.drawn(() => on.text().includes('Talking'));
      expect(document.documentElement.scrollWidth).to.be.at.most(280);
      expect(on.element.scrollWidth).to.be.at.most(on.element.clientWidth);
      await setViewport({ width: 800, height: 600 });
    });
  });

  it('shows nothing without a sandbox', async () => {
    const double = new SdkDouble();
    const agent = await fixture<SobotAgent>(html`
      <sobot-agent manual company-id="c" agent="1005" token="t" .sdk=${double.sdk}>
        <sobot-sandbox></sobot-sandbox>
      </sobot-agent>
    `);
    on = new PanelDesk(agent, agent.querySelector('sobot-sandbox') as SobotSandbox);
    await agent.start();
    await on.element.updateComplete;
    expect(on.text().trim()).to.equal('');
    expect(on.element.getBoundingClientRect().height).to.equal(0);
  });
});
