import { executeServerCommand, setViewport } from '@web/test-runner-commands';
import '../../elements/sobot-agent/define.js';
import '../../elements/sobot-softphone/define.js';
import type { SobotAgent } from '../../elements/sobot-agent/define.js';
import type { SobotSoftphone } from '../../elements/sobot-softphone/define.js';
import { clear, complete, place } from './agent.js';
import { aCall, settled } from './desk.js';
import { SdkDouble, scripts, type Sent } from './sdk-double.js';
import { turn } from './session.js';
import { control } from './softphone.js';

const answers: Readonly<Record<string, unknown>> = {
  queryStates: { states: [{ code: '11', name: 'Lunch' }] },
  queryPhoneType: { phoneType: 'webrtc', bindExt: '1000', agentID: '1005', agentName: 'Ada' },
};

const answering = (sent: Sent): void =>
  queueMicrotask(() => sent.success(answers[sent.method] ?? { status: 'success', agentID: '1005', agentName: 'Ada' }));

/** A softphone that has come to some state. */
export class Scene {
  readonly double = new SdkDouble();
  readonly agent: SobotAgent;
  readonly softphone: SobotSoftphone;

  constructor(layout: SobotSoftphone['layout'] = 'panel') {
    this.double.all = answering;
    this.agent = place({ ...complete(this.double), manual: true });
    this.softphone = Object.assign(document.createElement('sobot-softphone'), { layout });
    this.agent.append(this.softphone);
  }

  emit(messageID: string, fields: object = {}): void {
    this.double.emit({ messageID, ...fields });
  }

  call(...messageIDs: string[]): void {
    for (const messageID of messageIDs) this.emit(messageID, aCall);
  }

  async login(): Promise<void> {
    await this.agent.start();
    this.emit('EventAgentReady', { agentID: '1005', agentName: 'Ada' });
  }

  /** Until it and all that it draws are drawn. */
  async drawn(): Promise<void> {
    for (let n = 0; n < 3; n += 1) await settled(this.softphone);
  }
}

export interface State {
  readonly come: (scene: Scene) => Promise<void> | void;
  /** What must be there. */
  readonly buttons: readonly string[];
  readonly says: RegExp;
}

const outbound = { ...aCall, callType: 'Outbound' };

/** Every state that a softphone shows. */
export const states: Readonly<Record<string, State>> = {
  idle: { come: () => undefined, buttons: ['Turn on'], says: /phone is off/ },
  loading: {
    come: (scene) => {
      scene.double.scripts['initAgent'] = scripts.never;
      void scene.agent.start().catch(() => undefined);
    },
    buttons: [],
    says: /Connecting/,
  },
  failed: {
    come: async (scene) => {
      scene.double.scripts['initAgent'] = scripts.error;
      await scene.agent.start().catch(() => undefined);
    },
    buttons: ['Try again'],
    says: /could not start.*not allowed/,
  },
  displaced: {
    come: async (scene) => {
      await scene.login();
      scene.emit('EventAgentConnectionChanged');
    },
    buttons: ['Use phone here'],
    says: /another end/,
  },
  'displaced during a call': {
    come: async (scene) => {
      await scene.login();
      scene.call('EventRinging', 'EventEstablished');
      scene.emit('EventAgentConnectionChanged');
    },
    buttons: ['Hang up', 'Use phone here'],
    says: /Talking to 135\*\*\*\*5678.*another end/,
  },
  'logged out': { come: (scene) => scene.agent.start(), buttons: ['Log in', 'Status: Offline'], says: /Logged out/ },
  ready: { come: (scene) => scene.login(), buttons: ['Call', 'Status: Ready'], says: /No call/ },
  'on a break': {
    come: async (scene) => {
      await scene.login();
      await turn();
      scene.emit('EventAgentNotReady', { agentState: '2', reasonCode: '11' });
    },
    buttons: ['Call', 'Status: Lunch'],
    says: /No call/,
  },
  'without network': {
    come: async (scene) => {
      await scene.login();
      window.dispatchEvent(new Event('offline'));
    },
    buttons: ['Call'],
    says: /No network/,
  },
  reconnecting: {
    come: async (scene) => {
      await scene.login();
      scene.emit('EventLinkDisconnected');
    },
    buttons: ['Call'],
    says: /Reconnecting/,
  },
  'with a dead token': {
    come: async (scene) => {
      await scene.login();
      scene.emit('EventTokenInvalid');
      await turn();
    },
    buttons: ['Call'],
    says: /token expired/,
  },
  ringing: {
    come: async (scene) => {
      await scene.login();
      scene.call('EventRinging');
    },
    buttons: ['Answer', 'Decline', 'Silence'],
    says: /^$/,
  },
  'ringing while logged out': {
    come: async (scene) => {
      await scene.agent.start();
      scene.call('EventRinging');
    },
    buttons: ['Answer', 'Decline'],
    says: /^$/,
  },
  dialing: {
    come: async (scene) => {
      await scene.login();
      scene.emit('EventDialing', outbound);
    },
    buttons: ['Hang up'],
    says: /^Dialing 135\*\*\*\*5678$/,
  },
  talking: {
    come: async (scene) => {
      await scene.login();
      scene.call('EventRinging', 'EventEstablished');
    },
    buttons: ['Hang up', 'Hold', 'Mute', 'Keypad', 'End with survey', 'Notes'],
    says: /^Talking to 135\*\*\*\*5678$/,
  },
  'talking while logged out': {
    come: async (scene) => {
      await scene.agent.start();
      scene.call('EventRinging', 'EventEstablished');
    },
    buttons: ['Hang up', 'Hold'],
    says: /^Talking to/,
  },
  muted: {
    come: async (scene) => {
      await scene.login();
      scene.call('EventRinging', 'EventEstablished', 'EventAgentMute');
    },
    buttons: ['Hang up', 'Unmute'],
    says: /Talking to .*microphone is off/,
  },
  held: {
    come: async (scene) => {
      await scene.login();
      scene.call('EventRinging', 'EventEstablished', 'EventAgentHoldCall');
    },
    buttons: ['Hang up', 'Resume'],
    says: /135\*\*\*\*5678 is on hold/,
  },
  'talking, with the keypad open': {
    come: async (scene) => {
      await scene.login();
      scene.call('EventRinging', 'EventEstablished');
      await scene.drawn();
      control(scene.softphone, 'Keypad').click();
    },
    buttons: ['Hang up', '1', 'Star', 'Pound'],
    says: /Talking/,
  },
  'talking, with the notes open': {
    come: async (scene) => {
      await scene.login();
      scene.call('EventRinging', 'EventEstablished');
      await scene.drawn();
      control(scene.softphone, 'Notes').click();
    },
    buttons: ['Hang up', 'Close notes'],
    says: /Talking/,
  },
  restored: {
    come: async (scene) => {
      await scene.agent.start();
      scene.emit('EventAgentRegainStatus', {
        agentStateInfo: { agentState: '1', workStatus: 'unheard-of' },
        workStatusInfo: aCall,
      });
    },
    buttons: ['Answer', 'Hang up'],
    says: /On a call with/,
  },
  'wrap-up': {
    come: async (scene) => {
      await scene.login();
      scene.call('EventRinging', 'EventEstablished', 'EventReleased');
    },
    buttons: ['Finish', 'Finish and set busy', 'Extend'],
    says: /after-call work/,
  },
};

/** Emulates media features, such as forced colours. */
export const media = (features: { name: string; value: string }[]): Promise<unknown> =>
  executeServerCommand('media-features', features);

/** The softphone of the test that runs. */
export let scene: Scene;

export const begin = (layout?: SobotSoftphone['layout']): void => {
  scene = new Scene(layout);
};

export const come = async (name: string, layout?: SobotSoftphone['layout']): Promise<void> => {
  begin(layout);
  await states[name]?.come(scene);
  await scene.drawn();
};

/** For each test of a block a page as it was, and a quiet console. */
export function scenes(): void {
  const { error: log } = console;

  beforeEach(() => {
    console.error = () => {};
  });
  afterEach(async () => {
    console.error = log;
    window.dispatchEvent(new Event('online'));
    clear();
    await media([]);
    await setViewport({ width: 800, height: 600 });
  });
}
