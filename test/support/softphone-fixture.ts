import { executeServerCommand } from '@web/test-runner-commands';
import '../../elements/sobot-agent/define.js';
import '../../elements/sobot-softphone/define.js';
import type { SobotAgent } from '../../elements/sobot-agent/define.js';
import type { SobotSoftphone } from '../../elements/sobot-softphone/define.js';
import { completeSettings, mountAgent } from './agent-fixture.js';
import { callFields } from './call-fields.js';
import { onCleanup } from './cleanup.js';
import { settled } from './element-fixture.js';
import { EventRecorder } from './event-recorder.js';
import { FakeSdk, scripts, type SdkCall } from './fake-sdk.js';
import { turn } from './session.js';
import { control } from './softphone.js';

const results: Readonly<Record<string, unknown>> = {
  queryStates: { states: [{ code: '11', name: 'Lunch' }] },
  queryPhoneType: { phoneType: 'webrtc', bindExt: '1000', agentID: '1005', agentName: 'Ada' },
};

const answer = (sent: SdkCall): void =>
  queueMicrotask(() => sent.success(results[sent.method] ?? { status: 'success', agentID: '1005', agentName: 'Ada' }));

/** A softphone inside an agent that is not started, whose SDK answers every request. It ends with the test. */
export class SoftphoneFixture {
  readonly sdk = new FakeSdk();
  readonly events = new EventRecorder();
  readonly agent: SobotAgent;
  readonly softphone: SobotSoftphone;

  constructor(layout: SobotSoftphone['layout'] = 'panel') {
    this.sdk.all = answer;
    this.agent = mountAgent({ ...completeSettings(this.sdk), manual: true });
    this.softphone = Object.assign(document.createElement('sobot-softphone'), { layout });
    this.agent.append(this.softphone);
    // The states without a network are entered by an event.
    onCleanup(() => window.dispatchEvent(new Event('online')));
  }

  emit(messageID: string, fields: object = {}): void {
    this.sdk.emit({ messageID, ...fields });
  }

  /** Sends messages about one call. */
  call(...messageIDs: string[]): void {
    for (const messageID of messageIDs) this.emit(messageID, callFields);
  }

  async login(): Promise<void> {
    await this.agent.start();
    this.emit('EventAgentReady', { agentID: '1005', agentName: 'Ada' });
  }

  /** Resolves when the softphone and everything inside it is drawn. */
  async drawn(): Promise<void> {
    for (let n = 0; n < 3; n += 1) await settled(this.softphone);
  }

  /** Takes the softphone away before the test ends, so that the test can create another. */
  remove(): void {
    this.agent.stop();
    this.agent.remove();
    window.dispatchEvent(new Event('online'));
  }
}

export interface SoftphoneState {
  readonly enter: (fixture: SoftphoneFixture) => Promise<void> | void;
  /** Names of buttons that are there, among others. */
  readonly buttons: readonly string[];
  /** The text of the live region. */
  readonly announces: RegExp;
}

const another = { ...callFields, callID: 'c2', otherDN: '139****0102', thisDN: '1000' };

const outbound = { ...callFields, callType: 'Outbound' };

/** Every state that a softphone shows, by a name for test titles. */
export const softphoneStates: Readonly<Record<string, SoftphoneState>> = {
  idle: { enter: () => undefined, buttons: ['Turn on'], announces: /phone is off/ },
  loading: {
    enter: (fixture) => {
      fixture.sdk.scripts['initAgent'] = scripts.never;
      void fixture.agent.start().catch(() => undefined);
    },
    buttons: [],
    announces: /Connecting/,
  },
  failed: {
    enter: async (fixture) => {
      fixture.sdk.scripts['initAgent'] = scripts.error;
      await fixture.agent.start().catch(() => undefined);
    },
    buttons: ['Try again'],
    announces: /could not start.*not allowed/,
  },
  displaced: {
    enter: async (fixture) => {
      await fixture.login();
      fixture.emit('EventAgentConnectionChanged');
    },
    buttons: ['Use phone here'],
    announces: /signed in somewhere else/,
  },
  'displaced during a call': {
    enter: async (fixture) => {
      await fixture.login();
      fixture.call('EventRinging', 'EventEstablished');
      fixture.emit('EventAgentConnectionChanged');
    },
    buttons: ['Hang up', 'Use phone here'],
    announces: /Talking to 135\*\*\*\*5678.*signed in somewhere else/,
  },
  'logged out': {
    enter: (fixture) => fixture.agent.start(),
    buttons: ['Log in', 'Status: Offline'],
    announces: /Logged out/,
  },
  ready: { enter: (fixture) => fixture.login(), buttons: ['Call', 'Status: Ready'], announces: /No call/ },
  'on a break': {
    enter: async (fixture) => {
      await fixture.login();
      await turn();
      fixture.emit('EventAgentNotReady', { agentState: '2', reasonCode: '11' });
    },
    buttons: ['Call', 'Status: Lunch'],
    announces: /No call/,
  },
  'without network': {
    enter: async (fixture) => {
      await fixture.login();
      window.dispatchEvent(new Event('offline'));
    },
    buttons: ['Call'],
    announces: /You’re offline/,
  },
  reconnecting: {
    enter: async (fixture) => {
      await fixture.login();
      fixture.emit('EventLinkDisconnected');
    },
    buttons: ['Call'],
    announces: /Reconnecting/,
  },
  'with a dead token': {
    enter: async (fixture) => {
      await fixture.login();
      fixture.emit('EventTokenInvalid');
      await turn();
    },
    buttons: ['Call'],
    announces: /token expired/,
  },
  ringing: {
    enter: async (fixture) => {
      await fixture.login();
      fixture.call('EventRinging');
    },
    buttons: ['Answer', 'Decline', 'Silence'],
    announces: /^$/,
  },
  'ringing while logged out': {
    enter: async (fixture) => {
      await fixture.agent.start();
      fixture.call('EventRinging');
    },
    buttons: ['Answer', 'Decline'],
    announces: /^$/,
  },
  dialing: {
    enter: async (fixture) => {
      await fixture.login();
      fixture.emit('EventDialing', outbound);
    },
    buttons: ['Hang up'],
    announces: /^Dialing 135\*\*\*\*5678$/,
  },
  talking: {
    enter: async (fixture) => {
      await fixture.login();
      fixture.call('EventRinging', 'EventEstablished');
    },
    buttons: ['Hang up', 'Hold', 'Mute', 'Keypad', 'End with survey', 'Notes'],
    announces: /^Talking to 135\*\*\*\*5678$/,
  },
  'talking while logged out': {
    enter: async (fixture) => {
      await fixture.agent.start();
      fixture.call('EventRinging', 'EventEstablished');
    },
    buttons: ['Hang up', 'Hold'],
    announces: /^Talking to/,
  },
  muted: {
    enter: async (fixture) => {
      await fixture.login();
      fixture.call('EventRinging', 'EventEstablished', 'EventAgentMute');
    },
    buttons: ['Hang up', 'Unmute'],
    announces: /Talking to .*microphone is off/,
  },
  held: {
    enter: async (fixture) => {
      await fixture.login();
      fixture.call('EventRinging', 'EventEstablished', 'EventAgentHoldCall');
    },
    buttons: ['Hang up', 'Resume'],
    announces: /135\*\*\*\*5678 is on hold/,
  },
  'talking, while another call rings': {
    enter: async (fixture) => {
      await fixture.login();
      fixture.call('EventRinging', 'EventEstablished');
      fixture.emit('EventRinging', another);
    },
    buttons: ['Hang up', 'Hold', 'Answer 139****0102', 'Decline 139****0102'],
    announces: /^Talking to 135\*\*\*\*5678$/,
  },
  'talking, with another call on hold': {
    enter: async (fixture) => {
      await fixture.login();
      fixture.call('EventRinging', 'EventEstablished');
      fixture.emit('EventEstablished', another);
    },
    buttons: ['Hang up', 'Hold', 'Resume 135****5678'],
    announces: /^Talking to 139\*\*\*\*0102$/,
  },
  'two calls ring': {
    enter: async (fixture) => {
      await fixture.login();
      fixture.call('EventRinging');
      fixture.emit('EventRinging', { ...another, queueName: 'Sales' });
    },
    buttons: ['Answer', 'Decline', 'Answer 139****0102', 'Decline 139****0102'],
    announces: /^$/,
  },
  'talking, with the keypad open': {
    enter: async (fixture) => {
      await fixture.login();
      fixture.call('EventRinging', 'EventEstablished');
      await fixture.drawn();
      control(fixture.softphone, 'Keypad').click();
    },
    buttons: ['Hang up', '1', 'Star', 'Pound'],
    announces: /Talking/,
  },
  'talking, with the notes open': {
    enter: async (fixture) => {
      await fixture.login();
      fixture.call('EventRinging', 'EventEstablished');
      await fixture.drawn();
      control(fixture.softphone, 'Notes').click();
    },
    buttons: ['Hang up', 'Close notes'],
    announces: /Talking/,
  },
  restored: {
    enter: async (fixture) => {
      await fixture.agent.start();
      fixture.emit('EventAgentRegainStatus', {
        agentStateInfo: { agentState: '1', workStatus: 'unheard-of' },
        workStatusInfo: callFields,
      });
    },
    buttons: ['Answer', 'Hang up'],
    announces: /On a call with/,
  },
  'wrap-up': {
    enter: async (fixture) => {
      await fixture.login();
      fixture.call('EventRinging', 'EventEstablished', 'EventReleased');
    },
    buttons: ['Finish', 'Finish and set busy', 'Extend'],
    announces: /after-call work/,
  },
};

/** Emulates media features, such as forced colours, until the test ends. */
export async function emulateMediaFeatures(features: { name: string; value: string }[]): Promise<void> {
  onCleanup(() => executeServerCommand('media-features', []));
  await executeServerCommand('media-features', features);
}

/** Creates a softphone whose agent is not started. */
export const createSoftphone = (layout?: SobotSoftphone['layout']): SoftphoneFixture => new SoftphoneFixture(layout);

/** Creates a softphone and brings it to one of the states. */
export async function enterState(name: string, layout?: SobotSoftphone['layout']): Promise<SoftphoneFixture> {
  const state = softphoneStates[name];
  if (!state) throw new Error(`There is no state "${name}".`);
  const fixture = createSoftphone(layout);
  await state.enter(fixture);
  await fixture.drawn();
  return fixture;
}
