import { expect } from '@open-wc/testing';
import '../../../elements/sobot-event-log/define.js';
import type { SobotEventLog } from '../../../elements/sobot-event-log/define.js';
import { accessible, desk, settled, textOf, type Desk } from '../../support/desk.js';
import { scripts } from '../../support/sdk-double.js';

type Command = 'holdCall' | 'muteCall' | 'makeCall' | 'queryStates' | 'notReady' | 'hangup';

describe('<sobot-event-log>: proposals for unknown message names', () => {
  let on: Desk<SobotEventLog>;

  const run = async (command: Command, params = {}): Promise<void> => {
    await on.agent.session?.execute(command, params).catch(() => undefined);
    await settled(on.element);
  };
  const attribute = (): string | undefined => on.all('code').map(textOf)[0];
  const about = (name: string): string => textOf(on.all('li').find((each) => textOf(each).includes(name)) ?? on.root);

  beforeEach(async () => {
    on = await desk('sobot-event-log');
    on.double.all = scripts.success;
    await on.element.diagnostics();
    await on.element.updateComplete;
  });
  afterEach(() => on.agent.stop());

  it('proposes nothing while every name is known', async () => {
    await on.call('EventRinging', 'EventEstablished');
    expect(on.all('[part="unknown"]')).to.have.length(0);
  });

  const afterCommands: [Command, object, string, string][] = [
    ['holdCall', {}, 'EventOnMusic', 'EventAgentHoldCall'],
    ['muteCall', {}, 'EventSilence', 'EventAgentMute'],
    ['notReady', { reasonCode: 11 }, 'EventCoffee', 'EventAgentNotReady'],
    ['hangup', {}, 'EventGone', 'EventReleased'],
  ];
  for (const [command, params, name, proposal] of afterCommands) {
    it(`takes what comes after ${command} for ${proposal}`, async () => {
      await on.call('EventRinging', 'EventEstablished');
      await run(command, params);
      await on.call(name);
      expect(about(name)).to.equal(`${name} ×1, probably ${proposal}. It came after ${command}.`);
      expect(attribute()).to.equal(`event-aliases='{"${name}":"${proposal}"}'`);
    });
  }

  it('takes what comes while a call is dialled for its answer', async () => {
    await on.call('EventDialing');
    await on.call('EventPickedUp');
    expect(about('EventPickedUp')).to.contain('probably EventEstablished. It came while a call was being dialled.');
  });

  it('goes by the name where nothing else speaks', async () => {
    await on.call('EventCallReleased');
    expect(about('EventCallReleased')).to.contain('probably EventReleased. Its name is like EventReleased.');
  });

  const nothing: [string, () => Promise<void>][] = [
    ['a query', () => run('queryStates')],
    [
      'a command that a known message has answered',
      async () => {
        await run('holdCall');
        await on.call('EventAgentHoldCall');
      },
    ],
    [
      'a command that was refused',
      async () => {
        on.double.all = scripts.error;
        await run('holdCall');
      },
    ],
  ];
  for (const [what, before] of nothing) {
    it(`proposes nothing after ${what}`, async () => {
      await on.call('EventRinging', 'EventEstablished');
      await before();
      await on.call('EventQuux');
      expect(about('EventQuux')).to.equal('EventQuux ×1. Nothing tells what it means.');
      expect(attribute()).to.be.undefined;
    });
  }

  it('keeps the aliases that the page has, and asks for none of them', async () => {
    on.agent.eventAliases = '{"EventParked": "EventAgentHoldCall"}';
    await on.agent.updateComplete;
    await on.call('EventParked', "EventCall'Released", "EventCall'Released");
    expect(on.all('li')).to.have.length(1);
    expect(attribute()).to.equal(
      `event-aliases='{"EventParked":"EventAgentHoldCall","EventCall&#39;Released":"EventReleased"}'`,
    );
    await accessible(on.element);
  });

  it('proposes what helps: with it the message is understood', async () => {
    await on.call('EventRinging', 'EventEstablished');
    await run('holdCall');
    await on.call('EventOnMusic');
    const json = /'(.*)'/.exec(attribute() ?? '')?.[1] ?? '';
    on.agent.stop();
    on.agent.eventAliases = json;
    await on.agent.start();
    await on.call('EventRinging', 'EventEstablished', 'EventOnMusic');
    expect(on.agent.call).to.equal('held');
    await on.element.updateComplete;
    expect(on.all('[part="unknown"]')).to.have.length(0);
  });
});
