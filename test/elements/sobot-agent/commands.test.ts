import { expect, fixture, html } from '@open-wc/testing';
import type { SobotAgent } from '../../../elements/sobot-agent/define.js';
import '../../../elements/sobot-agent/define.js';
import { FakeSdk } from '../../support/fake-sdk.js';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('Buttons without script, <button commandfor>', () => {
  let sdk: FakeSdk;
  let agent: SobotAgent;
  let place: HTMLElement;
  let failed: string[];

  beforeEach(async () => {
    sdk = new FakeSdk();
    place = await fixture<HTMLElement>(html`
      <div>
        <sobot-agent id="phone" manual company-id="c" agent="1" token="t" .sdk=${sdk.api}></sobot-agent>
      </div>
    `);
    agent = place.querySelector('sobot-agent') as SobotAgent;
    // Its own list: the commands of the agent before it may fail only after that one's test.
    const kinds: string[] = (failed = []);
    agent.addEventListener('sobot-command-error', ({ detail }) => kinds.push(detail.error.kind));
    await agent.start();
  });

  const press = async (attributes: string): Promise<HTMLButtonElement> => {
    const markup = `<button type="button" commandfor="phone" ${attributes}>Do it</button>`;
    place.append(document.createRange().createContextualFragment(markup));
    const button = place.querySelector('button:last-of-type') as HTMLButtonElement;
    button.click();
    await turn();
    return button;
  };

  it('run the command of their verb, in their name', async () => {
    let source: unknown;
    agent.addEventListener('sobot-command', ({ detail }) => (source = detail.source));
    const button = await press('command="--hold-call"');
    expect(sdk.last().method).to.equal('holdCall');
    expect(source).to.equal(button);
  });

  for (const [attributes, method, params] of [
    ['command="--make-call" data-number="135 1234"', 'makeCall', { otherDN: '1351234' }],
    ['command="--make-call" data-other-dn="1351234"', 'makeCall', { otherDN: '1351234' }],
    ['command="--make-call" data-otherdn="1351234"', 'makeCall', { otherDN: '1351234' }],
    [
      `command="--make-call" data-number="1" data-user-data='{"order":7}'`,
      'makeCall',
      { otherDN: '1', userData: { order: 7 } },
    ],
    ['command="--send-dtmf" data-digits="12#"', 'sendDtmf', { dtmfDigits: '12#' }],
    ['command="--not-ready" data-reason="2"', 'notReady', { reasonCode: 2 }],
    ['command="--delay-acw" data-seconds="60"', 'delayACW', { delayTime: 60 }],
    ['command="--force-busy" data-agent="1006"', 'forceBusy', { targetAgentID: '1006' }],
    [
      'command="--login" data-phone-type="sip" data-ext="1100" data-state="1"',
      'login',
      { phoneType: 'sip', bindExt: '1100', agentState: '1' },
    ],
    ['command="--complete-acw-to-busy" data-irrelevant="1"', 'completeACWToBusy', {}],
  ] as const) {
    it(`take parameters from ${attributes}`, async () => {
      await press(attributes);
      expect(sdk.last().method).to.equal(method);
      expect(sdk.last().params).to.deep.equal(params);
    });
  }

  for (const [allowed, sent, refused] of [
    ['none', [], ['--hold-call', '--mute-call']],
    ['hold-call', ['holdCall'], ['--mute-call']],
    [' --mute-call\n hold-call ', ['holdCall', 'muteCall'], []],
    ['', ['holdCall', 'muteCall'], []],
  ] as const) {
    it(`run what invoker-commands="${allowed}" allows`, async () => {
      const messages: string[] = [];
      agent.addEventListener('sobot-warning', ({ detail }) => messages.push(`${detail.code} ${detail.message}`));
      agent.setAttribute('invoker-commands', allowed);
      await press('command="--hold-call"');
      await press('command="--mute-call"');
      expect(sdk.sent.map(({ method }) => method)).to.deep.equal(sent);
      expect(messages).to.deep.equal(
        refused.map((verb) => `invoker-command ${verb} is not in invoker-commands. Nothing was sent.`),
      );
    });
  }

  it('send nothing that fails its check, and say so', async () => {
    await press('command="--make-call"');
    expect(sdk.sent).to.deep.equal([]);
    expect(failed).to.deep.equal(['invalid']);
  });

  it('may be vetoed by the page, which may change the parameters too', async () => {
    agent.addEventListener('sobot-command', (event) => event.preventDefault(), { once: true });
    await press('command="--make-call" data-number="1"');
    expect(sdk.sent).to.deep.equal([]);
    agent.addEventListener('sobot-command', ({ detail }) => (detail.params['otherDN'] = '2'), { once: true });
    await press('command="--make-call" data-number="1"');
    expect(sdk.last().params).to.deep.equal({ otherDN: '2' });
  });

  it('say when there is no such command', async () => {
    const warnings: string[] = [];
    agent.addEventListener('sobot-warning', ({ detail }) => warnings.push(detail.code));
    await press('command="--dance"');
    expect(warnings).to.deep.equal(['unknown-command']);
    expect(sdk.sent).to.deep.equal([]);
  });

  it('are refused before the start', async () => {
    agent.stop();
    await press('command="--answer"');
    expect(failed).to.deep.equal(['refused']);
  });
});
