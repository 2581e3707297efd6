import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import type { SobotAgent } from '../../../elements/sobot-agent/define.js';
import type { SobotSandbox } from '../../../elements/sobot-sandbox/define.js';
import { nameOf } from '../../support/element-fixture.js';
import { SandboxPanelFixture, createSandboxPanel } from './create-sandbox-panel.js';
import { FakeSdk } from '../../support/fake-sdk.js';

describe('<sobot-sandbox>', () => {
  let panel: SandboxPanelFixture;

  afterEach(() => panel.close());

  describe('with a sandbox', () => {
    beforeEach(async () => {
      panel = await createSandboxPanel();
    });

    it('lets a customer of a number call a skill group, with data', async () => {
      await panel.login();
      panel.field<HTMLInputElement>('Number').value = '135****5678';
      panel.field<HTMLInputElement>('Data').value = '{"orderID": "o-7"}';
      panel.field<HTMLSelectElement>('Skill group').value = 'q8002';
      const ringing = oneEvent(panel.agent, 'sobot-call-started');
      await panel.press('Customer calls');
      const { detail } = await ringing;
      expect(detail.number).to.equal('135****5678');
      expect(detail.attachedData).to.deep.equal({ orderID: 'o-7' });
      expect(panel.agent.state.call?.queue).to.equal('Support');
      await panel.rendered(() => panel.text().includes('Calling'));
      const ended = oneEvent(panel.agent, 'sobot-call-ended');
      await panel.press('Customer hangs up');
      await ended;
    });

    it('says that a customer waits where nobody is ready', async () => {
      await panel.press('Customer calls');
      expect(panel.all('[role="status"]')[0]?.textContent.trim()).to.equal(
        'Nobody is ready there: the customer waits in the queue.',
      );
    });

    it('says that the data is no JSON, and keeps what was typed', async () => {
      const data = panel.field<HTMLInputElement>('Data');
      data.value = '{oops';
      await panel.press('Customer calls');
      expect(panel.text()).to.include('This is not a JSON object');
      expect(data.getAttribute('aria-invalid')).to.equal('true');
      expect(data.value).to.equal('{oops');
    });

    it('shows who waits, and lets them come by themselves', async () => {
      const options = () => [...panel.field<HTMLSelectElement>('Skill group').options].map(({ text: each }) => each);
      expect(options()).to.deep.equal([
        'Any available group',
        'Sales (3 waiting)',
        'Support (6 waiting)',
        'Billing (1 waiting)',
      ]);
      panel.field<HTMLSelectElement>('Skill group').value = 'q8003';
      await panel.press('Customer calls');
      expect(options().at(-1)).to.equal('Billing (2 waiting)');
      panel.field<HTMLInputElement>('Call automatically').click();
      expect(panel.centre.autoInbound).to.be.true;
    });

    it('answers, keys in digits and hangs up as the called customer', async () => {
      await panel.login();
      await panel.agent.session?.makeCall({ otherDN: '5550101' });
      await panel.rendered(() => panel.text().includes('Being called'));
      const connected = oneEvent(panel.agent, 'sobot-call-connected');
      await panel.press('Customer answers');
      await connected;
      panel.field<HTMLInputElement>('Digits from the customer').value = '12#';
      await panel.press('Send digits as the customer');
      await panel.rendered(() => panel.text().includes('Sent by the customer: 12#'));
      expect(panel.field<HTMLInputElement>('Digits from the customer').value).to.equal('');
      await panel.agent.session?.sendDtmf({ dtmfDigits: '99' });
      await panel.rendered(() => panel.text().includes('Digits from the agent: 99'));
      await panel.agent.session?.muteCall();
      await panel.rendered(() => panel.text().includes('does not hear the agent'));
      const ended = oneEvent(panel.agent, 'sobot-call-ended');
      await panel.press('Customer hangs up');
      await ended;
      await panel.rendered(() => panel.text().includes('No customers on the phone'));
    });

    it('declines as the called customer', async () => {
      await panel.login();
      await panel.agent.session?.makeCall({ otherDN: '5550101' });
      await panel.rendered(() => panel.text().includes('Being called'));
      const ended = oneEvent(panel.agent, 'sobot-call-ended');
      await panel.press('Customer declines');
      expect((await ended).detail.connectedAt).to.equal(null);
    });

    it('dials a documented number as the agent, and says why it can’t', async () => {
      const dial = panel.button('Dial 5550101');
      expect(dial.getAttribute('aria-disabled')).to.equal('true');
      expect(dial.title).to.equal('Log in first');
      await panel.login();
      const started = oneEvent(panel.agent, 'sobot-call-started');
      await panel.press('Dial 5550101');
      expect((await started).detail.number).to.equal('5550101');
    });

    it('says beside the numbers what the call centre refused', async () => {
      await panel.login();
      const failed = oneEvent(panel.agent, 'sobot-command-error');
      await panel.press('Dial 5550108');
      const { detail } = await failed;
      await panel.rendered(() => panel.text().includes(detail.error.message));
    });

    it('lists every documented number', () => {
      expect(panel.all('tbody tr').map((row) => row.textContent.replace(/\s+/g, ' ').trim())).to.deep.equal([
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
      await panel.choose('SDK response time', 'After 8 s');
      await panel.choose('Voice connection', 'Very poor');
      expect(panel.centre.faults).to.include({ slow: 8000, garble: 'b' });
      await panel.choose('SDK response time', 'At once');
      await panel.choose('Voice connection', 'As measured');
      expect(panel.centre.faults).to.include({ slow: 0, garble: '' });
    });

    it('makes commands fail, and takes it back', async () => {
      panel.field<HTMLSelectElement>('Command').value = 'makeCall';
      await panel.press('Add fault');
      await panel.press('Add fault');
      expect(panel.centre.faults.refuse).to.deep.equal(['makeCall']);
      panel.field<HTMLSelectElement>('Command').value = '*';
      panel.field<HTMLSelectElement>('Fault').value = 'twice';
      await panel.press('Add fault');
      expect(panel.centre.faults.twice).to.deep.equal(['*']);
      await panel.press('Remove fault: makeCall, Refused');
      expect(panel.centre.faults.refuse).to.deep.equal([]);
      await panel.press('Remove fault: All commands, Answered twice');
      expect(panel.centre.faults.twice).to.deep.equal([]);
    });

    it('expires the token', async () => {
      const received = oneEvent(panel.agent, 'sobot-token-invalid');
      await panel.press('Expire the token');
      await received;
    });

    it('logs the agent in elsewhere', async () => {
      await panel.login();
      const received = oneEvent(panel.agent, 'sobot-agent-connection-changed');
      await panel.press('Log in elsewhere');
      await received;
      expect(panel.agent.phase).to.equal('displaced');
      expect(panel.button('Log in elsewhere'), 'the panel stays').to.exist;
    });

    it('loses the network and restores it', async () => {
      await panel.login();
      await panel.press('Lose the network');
      expect(panel.centre.snapshot().network).to.equal('down');
      const regained = oneEvent(panel.agent, 'sobot-agent-regain-status');
      await panel.press('Restore the network');
      await regained;
      expect(panel.button('Lose the network')).to.exist;
    });

    it('keeps the focus while customers come and go', async () => {
      await panel.login();
      const data = panel.field<HTMLInputElement>('Data');
      data.focus();
      await sendKeys({ type: '{"a' });
      panel.centre.customerCalls();
      await panel.rendered(() => panel.text().includes('Calling'));
      expect(panel.element.shadowRoot?.activeElement).to.equal(data);
      expect(data.value).to.equal('{"a');
    });

    it('lets a customer call by the keyboard', async () => {
      await panel.login();
      panel.field<HTMLInputElement>('Number').focus();
      await sendKeys({ type: '5550104' });
      const started = oneEvent(panel.agent, 'sobot-call-started');
      await sendKeys({ press: 'Enter' });
      expect((await started).detail.number).to.equal('5550104');
    });

    it('masks numbers where the page asks for it', async () => {
      panel.agent.maskNumbers = true;
      await panel.login();
      panel.centre.customerCalls({ number: '13512345678' });
      await panel.rendered(() => panel.text().includes('*******5678'));
    });

    it('survives a move, and lets go of the call centre when it is removed', async () => {
      const other = document.createElement('div');
      panel.agent.append(other);
      other.append(panel.element);
      await panel.element.updateComplete;
      await panel.rendered(() => panel.all('fieldset').length);
      panel.element.remove();
      await panel.element.updateComplete;
      let updates = 0;
      panel.element.requestUpdate = () => void updates++;
      panel.centre.customerCalls();
      expect(updates).to.equal(0);
    });

    it('is dressed in another document too', async () => {
      const dressed = (): boolean => panel.all('.panel').every((panel) => getComputedStyle(panel).rowGap === '20px');
      expect(dressed()).to.be.true;
      const frame = await fixture<HTMLIFrameElement>(html`<iframe title="canvas"></iframe>`);
      frame.contentDocument?.body.append(panel.agent);
      await panel.element.updateComplete;
      expect(dressed()).to.be.true;
    });

    it('speaks the language around it', async () => {
      panel.agent.lang = 'zh';
      await panel.rendered(() => panel.all('button').some((each) => nameOf(each) === '客户呼入'));
      panel.agent.lang = 'en';
      await panel.rendered(() => panel.all('button').some((each) => nameOf(each) === 'Customer calls'));
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      it(`is accessible in ${colorScheme}, with and without calls`, async () => {
        await emulateMedia({ colorScheme });
        document.documentElement.style.cssText = `color-scheme: ${colorScheme}; background: Canvas`;
        panel.element.shadowRoot?.querySelector('details')?.setAttribute('open', '');
        await expect(panel.element).to.be.accessible();
        await panel.login();
        await panel.press('Add fault');
        await panel.agent.session?.makeCall({ otherDN: '5550100' }).catch(() => undefined);
        await panel.press('Remove fault: All commands, Refused');
        await panel.agent.session?.makeCall({ otherDN: '5550100' });
        await panel.rendered(() => panel.text().includes('Talking'));
        await expect(panel.element).to.be.accessible();
        document.documentElement.removeAttribute('style');
        await emulateMedia({ colorScheme: 'light' });
      });
    }

    it('fits into 280 px', async () => {
      await setViewport({ width: 280, height: 800 });
      panel.element.shadowRoot?.querySelector('details')?.setAttribute('open', '');
      await panel.login();
      await panel.press('Add fault');
      await panel.press('Remove fault: All commands, Refused');
      await panel.agent.session?.makeCall({ otherDN: '5550100' });
      await panel.rendered(() => panel.text().includes('Talking'));
      expect(document.documentElement.scrollWidth).to.be.at.most(280);
      expect(panel.element.scrollWidth).to.be.at.most(panel.element.clientWidth);
      await setViewport({ width: 800, height: 600 });
    });
  });

  it('shows nothing without a sandbox', async () => {
    const sdk = new FakeSdk();
    const agent = await fixture<SobotAgent>(html`
      <sobot-agent manual company-id="c" agent="1005" token="t" .sdk=${sdk.api}>
        <sobot-sandbox></sobot-sandbox>
      </sobot-agent>
    `);
    panel = new SandboxPanelFixture(agent, agent.querySelector('sobot-sandbox') as SobotSandbox);
    await agent.start();
    await panel.element.updateComplete;
    expect(panel.text().trim()).to.equal('');
    expect(panel.element.getBoundingClientRect().height).to.equal(0);
  });
});
