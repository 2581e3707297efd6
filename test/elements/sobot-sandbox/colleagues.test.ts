import { expect, oneEvent } from '@open-wc/testing';
import { nameOf } from '../../support/desk.js';
import { panelDesk, type PanelDesk } from '../../support/sandbox-panel.js';

describe('<sobot-sandbox>: colleagues, and the replay of a log', () => {
  let on: PanelDesk;

  beforeEach(async () => {
    on = await panelDesk();
  });
  afterEach(() => on.close());

  it('is a colleague who is called: answers, declines, hangs up', async () => {
    await on.login();
    const consult = async (): Promise<void> => {
      await on.agent.session?.initiateConsult({ targetType: '0', target: '1015' });
      await on.drawn(() => on.text().includes('Nils Aune Being called'));
    };
    on.centre.customerCalls({ number: '5550199' });
    await on.agent.session?.answer();
    await consult();
    await on.press('Decline as Nils Aune');
    await on.drawn(() => on.agent.consult === 'none');
    await consult();
    await on.press('Answer as Nils Aune');
    await on.drawn(() => on.agent.consult === 'talking');
    expect(on.text()).to.include('Nils Aune Talking');
    expect(on.text()).to.include('5550199 Hears music');
    await expect(on.element).to.be.accessible();
    await on.press('Hang up as Nils Aune');
    await on.drawn(() => on.agent.consult === 'none');
  });

  it('is a third party outside', async () => {
    await on.login();
    on.centre.customerCalls({ number: '5550199' });
    await on.agent.session?.answer();
    await on.agent.session?.initiateConsult({ targetType: '1', target: '5550101' });
    await on.drawn(() => on.text().includes('5550101 Being called'));
    await on.press('Third party answers');
    await on.drawn(() => on.agent.consult === 'talking');
    await on.press('Third party hangs up');
    await on.drawn(() => on.agent.consult === 'none');
  });

  const beginnings = [
    ['Colleague calls', 'Internal'],
    ['Colleague consults', 'Consult'],
    ['Colleague transfers a caller', 'Inbound'],
  ] as const;
  for (const [name, callType] of beginnings) {
    it(`lets a colleague begin: ${name}`, async () => {
      await on.press(name);
      expect(on.text()).to.include('Nothing happens: you and the colleague have to be ready.');
      await on.login();
      await on.choose('Who', 'Beatriz Costa');
      const ringing = oneEvent(on.agent, 'sobot-ringing');
      await on.press(name);
      expect((await ringing).detail).to.include({ callType });
      expect(on.text()).to.not.include('Nothing happens');
    });
  }

  it('lets a colleague who asked hand the caller over, or bring them in', async () => {
    for (const [name, party] of [
      ['Hand the caller over as Aarav Mehta', 'sobot-party-changed'],
      ['Bring the caller in as Aarav Mehta', 'sobot-party-added'],
    ] as const) {
      await on.login();
      await on.press('Colleague consults');
      await on.agent.session?.answer();
      await on.drawn(() => on.all('button').some((each) => nameOf(each) === name));
      const told = oneEvent(on.agent, party);
      await on.press(name);
      await told;
      await on.agent.session?.resetLogout();
    }
  });

  it('replays a log, stops it, and starts the phone anew', async () => {
    await on.login();
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
      const input = on.named<HTMLLabelElement>('label', 'Replay a log…').control as HTMLInputElement;
      const files = new DataTransfer();
      files.items.add(new File([content], 'log.json'));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    };
    await on.choose('Speed', '100 times');
    const commands: string[] = [];
    on.agent.addEventListener('sobot-command', ({ detail }) => commands.push(detail.command));
    play(JSON.stringify(log));
    await on.drawn(() => on.agent.call === 'talking');
    expect(on.agent.state.call?.number).to.equal('5550123');
    expect(commands).to.deep.equal(['resetLogout', 'answer']);
    await on.drawn(() => on.text().includes('Entry 3 of 5') || on.text().includes('Entry 4 of 5'));
    await on.press('Stop the replay');
    await on.drawn(() => on.text().includes('End of log'));
    expect(on.agent.call).to.equal('talking');
    await expect(on.element).to.be.accessible();
    await on.press('Restart the phone');
    await on.drawn(() => on.agent.phase === 'ready' && on.agent.call === 'none');
    await on.drawn(() => !on.text().includes('End of log'));
    play('oops');
    await on.drawn(() => on.text().includes('Not a diagnostics file of sobot-elements: it is not JSON.'));
  });
});
