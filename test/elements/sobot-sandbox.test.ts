import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import '../../elements/sobot-agent.js';
import '../../elements/sobot-sandbox.js';
import type { SobotAgent } from '../../elements/sobot-agent.js';
import type { SobotSandbox } from '../../elements/sobot-sandbox.js';
import { callCentreOf, type CallCentre } from '../../src/sandbox/index.js';
import { SdkDouble } from '../support/sdk-double.js';

describe('<sobot-sandbox>', () => {
  let agent: SobotAgent;
  let element: SobotSandbox;
  let centre: CallCentre;

  const all = <E extends Element>(selector: string): E[] => [
    ...(element.shadowRoot?.querySelectorAll<E>(selector) ?? []),
  ];
  const nameOf = (each: Element): string => (each.getAttribute('aria-label') ?? each.textContent).trim();
  const named = <E extends HTMLElement>(selector: string, name: string): E => {
    const found = all<E>(selector).find((each) => nameOf(each) === name);
    if (!found) throw new Error(`no ${selector} named "${name}", but ${all(selector).map(nameOf).join(', ')}`);
    return found;
  };
  const button = (name: string): HTMLButtonElement => named('button', name);
  const field = <E extends HTMLElement>(name: string): E => {
    const label = all('label').find((each) => each.firstChild && each.textContent.trim().startsWith(name));
    const found = label?.querySelector<E>('input, select') ?? all<E>(`[aria-label="${name}"]`)[0];
    if (!found) throw new Error(`no field "${name}"`);
    return found;
  };
  const text = (): string => element.shadowRoot?.textContent.replace(/\s+/g, ' ') ?? '';
  const press = async (name: string): Promise<void> => {
    button(name).click();
    await element.updateComplete;
  };
  const choose = async (name: string, option: string): Promise<void> => {
    const select = field<HTMLSelectElement>(name);
    const index = [...select.options].findIndex((each) => each.text.startsWith(option));
    expect(index, `${option} of ${name}`).to.be.at.least(0);
    select.selectedIndex = index;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await element.updateComplete;
  };
  /** Resolves with the next change of the element that makes the probe true. */
  const drawn = async (probe: () => unknown): Promise<void> => {
    while (!probe()) await new Promise((resolve) => requestAnimationFrame(resolve));
    await element.updateComplete;
  };
  const login = async (): Promise<void> => {
    await agent.session?.login({ phoneType: 'sip', bindExt: '1100', agentState: '1' });
    await element.updateComplete;
  };

  const setUp = async (): Promise<void> => {
    agent = await fixture(html`<sobot-agent manual sandbox><sobot-sandbox></sobot-sandbox></sobot-agent>`);
    element = agent.querySelector('sobot-sandbox') as SobotSandbox;
    await agent.start();
    await drawn(() => all('fieldset').length);
    const found = agent.session?.sdk && callCentreOf(agent.session.sdk);
    if (!found) throw new Error('there is no call centre');
    centre = found;
  };

  afterEach(() => agent.stop());

  describe('with a sandbox', () => {
    beforeEach(setUp);

    it('lets a customer of a number call a skill group, with data', async () => {
      await login();
      field<HTMLInputElement>('Number').value = '135****5678';
      field<HTMLInputElement>('Data').value = '{"orderID": "o-7"}';
      field<HTMLSelectElement>('Skill group').value = 'q8002';
      const ringing = oneEvent(agent, 'sobot-call-started');
      await press('Customer calls');
      const { detail } = await ringing;
      expect(detail.number).to.equal('135****5678');
      expect(detail.attachedData).to.deep.equal({ orderID: 'o-7' });
      expect(agent.state.call?.queue).to.equal('Support');
      await drawn(() => text().includes('Calling'));
      const ended = oneEvent(agent, 'sobot-call-ended');
      await press('Customer hangs up');
      await ended;
    });

    it('says that a customer waits where nobody is ready', async () => {
      await press('Customer calls');
      expect(all('[role="status"]')[0]?.textContent.trim()).to.equal(
        'Nobody is ready there: the customer waits in the queue.',
      );
    });

    it('says that the data is no JSON, and keeps what was typed', async () => {
      const data = field<HTMLInputElement>('Data');
      data.value = '{oops';
      await press('Customer calls');
      expect(text()).to.include('This is not a JSON object');
      expect(data.getAttribute('aria-invalid')).to.equal('true');
      expect(data.value).to.equal('{oops');
    });

    it('shows who waits, and lets them come by themselves', async () => {
      const options = () => [...field<HTMLSelectElement>('Skill group').options].map(({ text: each }) => each);
      expect(options()).to.deep.equal([
        'Where an agent is ready',
        'Sales (3 waiting)',
        'Support (6 waiting)',
        'Billing (1 waiting)',
      ]);
      field<HTMLSelectElement>('Skill group').value = 'q8003';
      await press('Customer calls');
      expect(options().at(-1)).to.equal('Billing (2 waiting)');
      field<HTMLInputElement>('Waiting customers').click();
      expect(centre.autoInbound).to.be.true;
    });

    it('answers, keys in digits and hangs up as the called customer', async () => {
      await login();
      await agent.session?.makeCall({ otherDN: '5550101' });
      await drawn(() => text().includes('Being called'));
      const connected = oneEvent(agent, 'sobot-call-connected');
      await press('Customer answers');
      await connected;
      field<HTMLInputElement>('Digits from the customer').value = '12#';
      await press('Send digits as the customer');
      await drawn(() => text().includes('Sent by the customer: 12#'));
      expect(field<HTMLInputElement>('Digits from the customer').value).to.equal('');
      await agent.session?.sendDtmf({ dtmfDigits: '99' });
      await drawn(() => text().includes('Digits from the agent: 99'));
      await agent.session?.muteCall();
      await drawn(() => text().includes('does not hear the agent'));
      const ended = oneEvent(agent, 'sobot-call-ended');
      await press('Customer hangs up');
      await ended;
      await drawn(() => text().includes('Nobody. Let a customer call'));
    });

    it('declines as the called customer', async () => {
      await login();
      await agent.session?.makeCall({ otherDN: '5550101' });
      await drawn(() => text().includes('Being called'));
      const ended = oneEvent(agent, 'sobot-call-ended');
      await press('Customer declines');
      expect((await ended).detail.connectedAt).to.equal(null);
    });

    it('dials a documented number as the agent, and says why it can’t', async () => {
      const dial = button('Dial 5550101');
      expect(dial.getAttribute('aria-disabled')).to.equal('true');
      expect(dial.title).to.equal('Log in first');
      await login();
      const started = oneEvent(agent, 'sobot-call-started');
      await press('Dial 5550101');
      expect((await started).detail.number).to.equal('5550101');
    });

    it('says beside the numbers what the call centre refused', async () => {
      await login();
      const failed = oneEvent(agent, 'sobot-command-error');
      await press('Dial 5550108');
      const { detail } = await failed;
      await drawn(() => text().includes(detail.error.message));
    });

    it('lists every documented number', () => {
      expect(all('tbody tr').map((row) => row.textContent.replace(/\s+/g, ' ').trim())).to.deep.equal([
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
      await choose('Answers of the SDK', 'After 8 s');
      await choose('Voice connection', 'Terrible');
      expect(centre.faults).to.include({ slow: 8000, garble: 'b' });
      await choose('Answers of the SDK', 'At once');
      await choose('Voice connection', 'As measured');
      expect(centre.faults).to.include({ slow: 0, garble: '' });
    });

    it('makes commands fail, and takes it back', async () => {
      field<HTMLSelectElement>('Command').value = 'makeCall';
      await press('Add fault');
      await press('Add fault');
      expect(centre.faults.refuse).to.deep.equal(['makeCall']);
      field<HTMLSelectElement>('Command').value = '*';
      field<HTMLSelectElement>('What goes wrong').value = 'twice';
      await press('Add fault');
      expect(centre.faults.twice).to.deep.equal(['*']);
      await press('Remove fault: makeCall, Refused');
      expect(centre.faults.refuse).to.deep.equal([]);
      await press('Remove fault: All commands, Answered twice');
      expect(centre.faults.twice).to.deep.equal([]);
    });

    it('expires the token', async () => {
      const told = oneEvent(agent, 'sobot-token-invalid');
      await press('Expire the token');
      await told;
    });

    it('logs the agent in elsewhere', async () => {
      await login();
      const told = oneEvent(agent, 'sobot-agent-connection-changed');
      await press('Log in elsewhere');
      await told;
      expect(agent.phase).to.equal('displaced');
      expect(button('Log in elsewhere'), 'the panel stays').to.exist;
    });

    it('loses the network and restores it', async () => {
      await login();
      await press('Lose the network');
      expect(centre.snapshot().network).to.equal('down');
      const regained = oneEvent(agent, 'sobot-agent-regain-status');
      await press('Restore the network');
      await regained;
      expect(button('Lose the network')).to.exist;
    });

    it('keeps the focus while customers come and go', async () => {
      await login();
      const data = field<HTMLInputElement>('Data');
      data.focus();
      await sendKeys({ type: '{"a' });
      centre.customerCalls();
      await drawn(() => text().includes('Calling'));
      expect(element.shadowRoot?.activeElement).to.equal(data);
      expect(data.value).to.equal('{"a');
    });

    it('lets a customer call by the keyboard', async () => {
      await login();
      field<HTMLInputElement>('Number').focus();
      await sendKeys({ type: '5550104' });
      const started = oneEvent(agent, 'sobot-call-started');
      await sendKeys({ press: 'Enter' });
      expect((await started).detail.number).to.equal('5550104');
    });

    it('masks numbers where the page asks for it', async () => {
      agent.maskNumbers = true;
      await login();
      centre.customerCalls({ number: '13512345678' });
      await drawn(() => text().includes('*******5678'));
    });

    it('survives a move, and lets go of the call centre when it is removed', async () => {
      const other = document.createElement('div');
      agent.append(other);
      other.append(element);
      await element.updateComplete;
      await drawn(() => all('fieldset').length);
      element.remove();
      await element.updateComplete;
      let asked = 0;
      element.requestUpdate = () => void asked++;
      centre.customerCalls();
      expect(asked).to.equal(0);
    });

    it('speaks the language around it', async () => {
      agent.lang = 'zh';
      await drawn(() => all('button').some((each) => nameOf(each) === '客户呼入'));
      agent.lang = 'en';
      await drawn(() => all('button').some((each) => nameOf(each) === 'Customer calls'));
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      it(`is accessible in ${colorScheme}, with and without calls`, async () => {
        await emulateMedia({ colorScheme });
        document.documentElement.style.cssText = `color-scheme: ${colorScheme}; background: Canvas`;
        element.shadowRoot?.querySelector('details')?.setAttribute('open', '');
        await expect(element).to.be.accessible();
        await login();
        await press('Add fault');
        await agent.session?.makeCall({ otherDN: '5550100' }).catch(() => undefined);
        await press('Remove fault: All commands, Refused');
        await agent.session?.makeCall({ otherDN: '5550100' });
        await drawn(() => text().includes('Talking'));
        await expect(element).to.be.accessible();
        document.documentElement.removeAttribute('style');
        await emulateMedia({ colorScheme: 'light' });
      });
    }

    it('fits into 280 px', async () => {
      await setViewport({ width: 280, height: 800 });
      element.shadowRoot?.querySelector('details')?.setAttribute('open', '');
      await login();
      await press('Add fault');
      await press('Remove fault: All commands, Refused');
      await agent.session?.makeCall({ otherDN: '5550100' });
      await drawn(() => text().includes('Talking'));
      expect(document.documentElement.scrollWidth).to.be.at.most(280);
      expect(element.scrollWidth).to.be.at.most(element.clientWidth);
      await setViewport({ width: 800, height: 600 });
    });
  });

  it('shows nothing without a sandbox', async () => {
    const double = new SdkDouble();
    agent = await fixture(html`
      <sobot-agent manual company-id="c" agent="1005" token="t" .sdk=${double.sdk}>
        <sobot-sandbox></sobot-sandbox>
      </sobot-agent>
    `);
    await agent.start();
    element = agent.querySelector('sobot-sandbox') as SobotSandbox;
    await element.updateComplete;
    expect(text().trim()).to.equal('');
    expect(element.getBoundingClientRect().height).to.equal(0);
  });
});
