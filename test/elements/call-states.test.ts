import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import '../../elements/sobot-agent/define.js';
import '../../elements/sobot-call-controls/define.js';
import '../../elements/sobot-call-info/define.js';
import '../../elements/sobot-dialpad/define.js';
import '../../elements/sobot-incoming-call/define.js';
import '../../elements/sobot-transfer/define.js';
import type { SobotAgent } from '../../elements/sobot-agent/define.js';
import { Ringtone } from '../../elements/sobot-incoming-call/ringtone.js';
import type { SobotElement } from '../../src/ui/base/sobot-element.js';
import { expectAccessible, nameOf, settled } from '../support/element-fixture.js';
import { callFields } from '../support/call-fields.js';
import { FakeSdk, type SdkCall } from '../support/fake-sdk.js';

interface Case {
  /** Messages about the call; an object is a message of its own. */
  readonly messages: readonly (string | { messageID: string; [field: string]: unknown })[];
  /** Buttons that an agent must reach and use. */
  readonly reachable: readonly string[];
  readonly gone?: readonly string[];
}

const restored = {
  messageID: 'EventAgentRegainStatus',
  agentStateInfo: { agentState: '1', workStatus: '7' },
  workStatusInfo: { ...callFields },
};

const dials = {
  messageID: 'EventDialing',
  callID: 'c2',
  callType: 'Consult',
  thisDNRole: 'ConsultBy',
  otherDN: '1002',
};
const joins = { messageID: 'EventPartyAdded', ...callFields, thirdDN: '1002', thirdDNRole: 'NewParty' };

/** Every state that a call can be in, with what must never be out of reach in it. */
const cases: Readonly<Record<string, Case>> = {
  'no call': { messages: [], reachable: [], gone: ['Answer', 'Decline', 'Hang up'] },
  dialing: { messages: ['EventDialing'], reachable: ['Hang up'], gone: ['Answer', 'Decline'] },
  ringing: { messages: ['EventRinging'], reachable: ['Answer', 'Decline'], gone: ['Hang up'] },
  talking: { messages: ['EventRinging', 'EventEstablished'], reachable: ['Hang up', 'Hold', 'Mute'] },
  'talking without having rung': { messages: ['EventEstablished'], reachable: ['Hang up', 'Hold', 'Mute'] },
  muted: { messages: ['EventEstablished', 'EventAgentMute'], reachable: ['Hang up', 'Hold', 'Unmute'] },
  held: { messages: ['EventEstablished', 'EventHeld'], reachable: ['Hang up', 'Resume', 'Mute'] },
  'held and muted': {
    messages: ['EventEstablished', 'EventAgentMute', 'EventHeld'],
    reachable: ['Hang up', 'Resume', 'Unmute'],
  },
  'a consultation that rings here': {
    messages: [{ messageID: 'EventRinging', ...callFields, callType: 'Consult' }],
    reachable: ['Answer', 'Decline'],
  },
  'a third party is called': {
    messages: ['EventEstablished', 'EventAgentHoldCall', dials],
    reachable: ['Hang up', 'Cancel consult', 'Mute'],
    gone: ['Hold', 'Resume', 'Transfer', 'Consult', 'End with survey', 'Return to caller'],
  },
  'a third party is consulted': {
    messages: ['EventEstablished', 'EventAgentHoldCall', dials, { ...dials, messageID: 'EventEstablished' }],
    reachable: ['Hang up', 'Return to caller', 'Complete transfer', 'Start conference', 'Mute', 'Keypad'],
    gone: ['Hold', 'Resume', 'Transfer', 'Consult', 'End with survey', 'Cancel consult'],
  },
  'a third party may have answered': {
    messages: ['EventEstablished', 'EventAgentHoldCall', dials, { messageID: 'EventUnheardOf', callID: 'c2' }],
    reachable: ['Hang up', 'Cancel consult', 'Return to caller', 'Complete transfer', 'Start conference', 'Mute'],
  },
  'the caller hung up, the third party is still there': {
    messages: [
      ...['EventEstablished', 'EventAgentHoldCall', dials],
      ...[{ ...dials, messageID: 'EventEstablished' }, 'EventReleased'],
    ],
    reachable: ['Hang up', 'Mute'],
  },
  'a conference': {
    messages: ['EventEstablished', dials, { ...dials, messageID: 'EventEstablished' }, joins],
    reachable: ['Hang up', 'Hold', 'Mute', 'Keypad'],
    gone: ['Cancel consult', 'Return to caller', 'Complete transfer', 'Start conference'],
  },
  'restored, nobody knows how': {
    messages: [restored],
    reachable: [
      ...['Answer', 'Hang up', 'Hold', 'Resume', 'Mute', 'Unmute', 'Transfer', 'Consult'],
      ...['Cancel consult', 'Return to caller', 'Complete transfer', 'Start conference'],
    ],
  },
  'out of reach of the platform': {
    messages: ['EventEstablished', { messageID: 'EventLinkDisconnected' }],
    reachable: ['Hang up'],
  },
  'logged out by somebody during the call': {
    messages: [{ messageID: 'EventAgentNotReady', reasonCode: 98 }, 'EventEstablished'],
    reachable: ['Hang up'],
  },
  'wrap-up': {
    messages: ['EventEstablished', 'EventReleased'],
    reachable: [],
    gone: ['Answer', 'Decline', 'Hang up', 'Hold'],
  },
};

/** In one state buttons do different things to a call; each of these ends or takes it, or a part of it. */
const commands: Readonly<Record<string, string>> = {
  Answer: 'answer',
  Decline: 'rejectCall',
  'Hang up': 'hangup',
  'Cancel consult': 'cancelConsult',
  'Return to caller': 'retrieveConsult',
  'Complete transfer': 'consultTransfer',
  'Start conference': 'consultConference',
};

describe('Every state of a call', () => {
  const { start, stop } = Ringtone.prototype;
  let agent: SobotAgent;
  let sdk: FakeSdk;
  let elements: SobotElement[];

  const drawn = (): Promise<unknown> => Promise.all(elements.map((each) => each.updateComplete));
  const buttons = (): HTMLButtonElement[] =>
    elements.flatMap((each) => [...(each.shadowRoot?.querySelectorAll('button') ?? [])]);
  const named = (name: string): HTMLButtonElement[] => buttons().filter((each) => nameOf(each) === name);
  const sent = (): SdkCall[] => sdk.sent.filter(({ method }) => !method.startsWith('query'));

  const arrive = async ({ messages }: Case): Promise<void> => {
    for (const message of messages)
      sdk.emit(typeof message === 'string' ? { messageID: message, ...callFields } : message);
    await drawn();
  };

  beforeEach(async () => {
    Object.assign(Ringtone.prototype, { start: () => {}, stop: () => {} });
    sdk = new FakeSdk();
    agent = await fixture<SobotAgent>(html`
      <sobot-agent manual company-id="c" agent="1005" token="t" .sdk=${sdk.api}>
        <main>
          <sobot-incoming-call></sobot-incoming-call>
          <sobot-call-info></sobot-call-info>
          <sobot-call-controls></sobot-call-controls>
          <sobot-dialpad></sobot-dialpad>
          <sobot-transfer></sobot-transfer>
        </main>
      </sobot-agent>
    `);
    elements = [...agent.querySelectorAll<SobotElement>('main > *')];
    await agent.start();
    sdk.emit({ messageID: 'EventAgentReady' });
    await drawn();
  });

  afterEach(() => {
    Object.assign(Ringtone.prototype, { start, stop });
  });

  for (const [state, each] of Object.entries(cases)) {
    describe(state, () => {
      beforeEach(() => arrive(each));

      it('has no fault, in light, dark and forced colours', async () => {
        await expectAccessible(agent);
        await executeServerCommand('media-features', [{ name: 'forced-colors', value: 'active' }]);
        await expect(agent).to.be.accessible();
        await executeServerCommand('media-features', []);
      });

      it('keeps within reach what an agent needs', async () => {
        for (const name of each.reachable) {
          const found = named(name);
          expect(found, name).not.to.have.length(0);
          for (const button of found) {
            expect(button.checkVisibility({ opacityProperty: true, visibilityProperty: true }), name).to.be.true;
            expect(button.hasAttribute('aria-disabled'), name).to.be.false;
            expect(button.getBoundingClientRect().height, name).to.be.at.least(44);
          }
        }
        for (const name of each.gone ?? []) expect(named(name), name).to.have.length(0);
        await drawn();
      });

      for (const name of each.reachable.filter((one) => one in commands)) {
        it(`does ${name} by keyboard alone`, async () => {
          document.body.focus();
          const wanted = named(name);
          for (let tabs = 0; tabs < 40; tabs++) {
            await sendKeys({ press: 'Tab' });
            if (wanted.some((button) => (button.getRootNode() as ShadowRoot).activeElement === button)) break;
          }
          await sendKeys({ press: 'Enter' });
          await settled(elements[0] as SobotElement);
          expect(sent().map(({ method }) => method)).to.deep.equal([commands[name]]);
        });
      }

      it('says why, wherever something is off', () => {
        for (const button of buttons().filter((one) => one.getAttribute('aria-disabled') === 'true')) {
          expect(button.getAttribute('aria-description'), nameOf(button)).not.to.be.oneOf([null, '']);
          expect(button.title, nameOf(button)).to.equal(button.getAttribute('aria-description'));
          expect(button.disabled, nameOf(button)).to.be.false;
        }
      });
    });
  }
});
