import { expect, oneEvent } from '@open-wc/testing';
import { nameOf } from '../../support/element-fixture.js';
import { createSandboxPanel, type SandboxPanelFixture } from './create-sandbox-panel.js';

describe('<sobot-sandbox>: colleagues, and the replay of a log', () => {
  let panel: SandboxPanelFixture;

  beforeEach(async () => {
    panel = await createSandboxPanel();
  });
  afterEach(() => panel.close());

  it('is a colleague who is called: answers, declines, hangs up', async () => {
    await panel.login();
    const consult = async (): Promise<void> => {
      await panel.agent.session?.initiateConsult({ targetType: '0', target: '1015' });
      await panel.rendered(() => panel.text().includes('Nils Aune Being called'));
    };
    panel.centre.customerCalls({ number: '5550199' });
    await panel.agent.session?.answer();
    await consult();
    await panel.press('Decline as Nils Aune');
    await panel.rendered(() => panel.agent.consult === 'none');
    await consult();
    await panel.press('Answer as Nils Aune');
    await panel.rendered(() => panel.agent.consult === 'talking');
    expect(panel.text()).to.include('Nils Aune Talking');
    expect(panel.text()).to.include('5550199 Hears music');
    await expect(panel.element).to.be.accessible();
    await panel.press('Hang up as Nils Aune');
    await panel.rendered(() => panel.agent.consult === 'none');
  });

  it('is a third party outside', async () => {
    await panel.login();
    panel.centre.customerCalls({ number: '5550199' });
    await panel.agent.session?.answer();
    await panel.agent.session?.initiateConsult({ targetType: '1', target: '5550101' });
    await panel.rendered(() => panel.text().includes('5550101 Being called'));
    await panel.press('Third party answers');
    await panel.rendered(() => panel.agent.consult === 'talking');
    await panel.press('Third party hangs up');
    await panel.rendered(() => panel.agent.consult === 'none');
  });

  const beginnings = [
    ['Colleague calls', 'Internal'],
    ['Colleague consults', 'Consult'],
    ['Colleague transfers a caller', 'Inbound'],
  ] as const;
  for (const [name, callType] of beginnings) {
    it(`lets a colleague begin: ${name}`, async () => {
      await panel.press(name);
      expect(panel.text()).to.include('Nothing happens: you and the colleague have to be ready.');
      await panel.login();
      await panel.choose('Who', 'Beatriz Costa');
      const ringing = oneEvent(panel.agent, 'sobot-ringing');
      await panel.press(name);
      expect((await ringing).detail).to.include({ callType });
      expect(panel.text()).to.not.include('Nothing happens');
    });
  }

  it('lets a colleague who asked hand the caller over, or bring them in', async () => {
    for (const [name, party] of [
      ['Hand the caller over as Aarav Mehta', 'sobot-party-changed'],
      ['Bring the caller in as Aarav Mehta', 'sobot-party-added'],
    ] as const) {
      await panel.login();
      await panel.press('Colleague consults');
      await panel.agent.session?.answer();
      await panel.rendered(() => panel.all('button').some((each) => nameOf(each) === name));
      const received = oneEvent(panel.agent, party);
      await panel.press(name);
      await received;
      await panel.agent.session?.resetLogout();
    }
  });

  it('replays a log, stops it, and starts the phone anew', async () => {
    await panel.login();
    const at = 1_700_000_000_000;
    const ringing = { messageID: 'EventRinging', callID: 'old', callType: 'Inbound', otherDN: '5550123' };
    const log = {
      format: 'sobot-elements-diagnostics',
      version: 1,
      entries: [
        { at, kind: 'message', name: 'EventRinging', data: ringing },
        { at, kind: 'command', name: 'queryStates', request: 1, data: {} },
        { at, kind: 'command', name: 'answer', request: 2, data: {} },
        { at, kind: 'answer', name: 'answer', request: 2, outcome: 'success', duration: 1, data: {} },
        { at: at + 3_600_000, kind: 'message', name: 'EventReleased', data: { messageID: 'EventReleased' } },
      ],
    };
    const play = (content: string): void => {
      const input = panel.named<HTMLLabelElement>('label', 'Replay a log…').control as HTMLInputElement;
      const files = new DataTransfer();
      files.items.add(new File([content], 'log.json'));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    };
    await panel.choose('Speed', '100 times');
    const commands: string[] = [];
    panel.agent.addEventListener('sobot-command', ({ detail }) => commands.push(detail.command));
    play(JSON.stringify(log));
    await panel.rendered(() => panel.agent.call === 'talking');
    expect(panel.agent.state.call?.number).to.equal('5550123');
    expect(commands).to.deep.equal(['resetLogout', 'answer']);
    await panel.rendered(() => panel.text().includes('Entry 3 of 5') || panel.text().includes('Entry 4 of 5'));
    await panel.press('Stop the replay');
    await panel.rendered(() => panel.text().includes('End of log'));
    expect(panel.agent.call).to.equal('talking');
    await expect(panel.element).to.be.accessible();
    await panel.press('Restart the phone');
    await panel.rendered(() => panel.agent.phase === 'ready' && panel.agent.call === 'none');
    await panel.rendered(() => !panel.text().includes('End of log'));
    play('oops');
    await panel.rendered(() => panel.text().includes('Not a diagnostics file of sobot-elements: it is not JSON.'));
  });
});
