import { expect } from '@open-wc/testing';
import '../../../elements/sobot-event-log/define.js';
import type { SobotEventLog } from '../../../elements/sobot-event-log/define.js';
import {
  expectAccessible,
  createElement,
  settled,
  textOf,
  type ElementFixture,
} from '../../support/element-fixture.js';
import { scripts } from '../../support/fake-sdk.js';

type Command = 'holdCall' | 'muteCall' | 'makeCall' | 'queryStates' | 'notReady' | 'hangup';

describe('<sobot-event-log>: proposals for unknown message names', () => {
  let log: ElementFixture<SobotEventLog>;

  const run = async (command: Command, params = {}): Promise<void> => {
    await log.agent.session?.execute(command, params).catch(() => undefined);
    await settled(log.element);
  };
  const attribute = (): string | undefined => log.all('code').map(textOf)[0];
  const about = (name: string): string => textOf(log.all('li').find((each) => textOf(each).includes(name)) ?? log.root);

  beforeEach(async () => {
    log = await createElement('sobot-event-log');
    log.sdk.all = scripts.success;
    await log.element.diagnostics();
    await log.element.updateComplete;
  });
  afterEach(() => log.agent.stop());

  it('proposes nothing while every name is known', async () => {
    await log.call('EventRinging', 'EventEstablished');
    expect(log.all('[part="unknown"]')).to.have.length(0);
  });

  const afterCommands: [Command, object, string, string][] = [
    ['holdCall', {}, 'EventOnMusic', 'EventAgentHoldCall'],
    ['muteCall', {}, 'EventSilence', 'EventAgentMute'],
    ['notReady', { reasonCode: 11 }, 'EventCoffee', 'EventAgentNotReady'],
    ['hangup', {}, 'EventGone', 'EventReleased'],
  ];
  for (const [command, params, name, proposal] of afterCommands) {
    it(`takes what comes after ${command} for ${proposal}`, async () => {
      await log.call('EventRinging', 'EventEstablished');
      await run(command, params);
      await log.call(name);
      expect(about(name)).to.equal(`${name} ×1, probably ${proposal}. It came after ${command}.`);
      expect(attribute()).to.equal(`event-aliases='{"${name}":"${proposal}"}'`);
    });
  }

  it('takes what comes while a call is dialled for its answer', async () => {
    await log.call('EventDialing');
    await log.call('EventPickedUp');
    expect(about('EventPickedUp')).to.contain('probably EventEstablished. It came while a call was being dialled.');
  });

  it('goes by the name where nothing else speaks', async () => {
    await log.call('EventCallReleased');
    expect(about('EventCallReleased')).to.contain('probably EventReleased. Its name is like EventReleased.');
  });

  const nothing: [string, () => Promise<void>][] = [
    ['a query', () => run('queryStates')],
    [
      'a command that a known message has answered',
      async () => {
        await run('holdCall');
        await log.call('EventAgentHoldCall');
      },
    ],
    [
      'a command that was refused',
      async () => {
        log.sdk.all = scripts.error;
        await run('holdCall');
      },
    ],
  ];
  for (const [what, before] of nothing) {
    it(`proposes nothing after ${what}`, async () => {
      await log.call('EventRinging', 'EventEstablished');
      await before();
      await log.call('EventQuux');
      expect(about('EventQuux')).to.equal('EventQuux ×1. Nothing tells what it means.');
      expect(attribute()).to.be.undefined;
    });
  }

  it('keeps the aliases that the page has, and asks for none of them', async () => {
    log.agent.eventAliases = '{"EventParked": "EventAgentHoldCall"}';
    await log.agent.updateComplete;
    await log.call('EventParked', "EventCall'Released", "EventCall'Released");
    expect(log.all('li')).to.have.length(1);
    expect(attribute()).to.equal(
      `event-aliases='{"EventParked":"EventAgentHoldCall","EventCall&#39;Released":"EventReleased"}'`,
    );
    await expectAccessible(log.element);
  });

  it('proposes what helps: with it the message is understood', async () => {
    await log.call('EventRinging', 'EventEstablished');
    await run('holdCall');
    await log.call('EventOnMusic');
    const json = /'(.*)'/.exec(attribute() ?? '')?.[1] ?? '';
    log.agent.stop();
    log.agent.eventAliases = json;
    await log.agent.start();
    await log.call('EventRinging', 'EventEstablished', 'EventOnMusic');
    expect(log.agent.call).to.equal('held');
    await log.element.updateComplete;
    expect(log.all('[part="unknown"]')).to.have.length(0);
  });
});
