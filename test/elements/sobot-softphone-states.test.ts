import { expect } from '@open-wc/testing';
import { executeServerCommand, sendKeys, setViewport } from '@web/test-runner-commands';
import '../../elements/sobot-agent.js';
import '../../elements/sobot-softphone.js';
import type { SobotAgent } from '../../elements/sobot-agent.js';
import type { SobotSoftphone } from '../../elements/sobot-softphone.js';
import { clear, complete, phase, place } from '../support/agent.js';
import { accessible, aCall, settled } from '../support/desk.js';
import { until } from '../support/probe.js';
import { SdkDouble, scripts, type Sent } from '../support/sdk-double.js';
import { turn } from '../support/session.js';
import { buttonNames, control, controlName, controls, drawn, liveRegion, said } from '../support/softphone.js';

const answers: Readonly<Record<string, unknown>> = {
  queryStates: { states: [{ code: '11', name: 'Lunch' }] },
  queryPhoneType: { phoneType: 'webrtc', bindExt: '1000', agentID: '1005', agentName: 'Ada' },
};

const answering = (sent: Sent): void =>
  queueMicrotask(() => sent.success(answers[sent.method] ?? { status: 'success', agentID: '1005', agentName: 'Ada' }));

/** A softphone that has come to some state. */
class Scene {
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

interface State {
  readonly come: (scene: Scene) => Promise<void> | void;
  /** What must be there. */
  readonly buttons: readonly string[];
  readonly says: RegExp;
}

const outbound = { ...aCall, callType: 'Outbound' };

/** Every state that a softphone shows. */
const states: Readonly<Record<string, State>> = {
  idle: { come: () => undefined, buttons: ['Start'], says: /not started/ },
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
    buttons: ['Take over here'],
    says: /another end/,
  },
  'displaced during a call': {
    come: async (scene) => {
      await scene.login();
      scene.call('EventRinging', 'EventEstablished');
      scene.emit('EventAgentConnectionChanged');
    },
    buttons: ['Hang up', 'Take over here'],
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
    buttons: ['Hang up', 'Hold', 'Mute', 'Keypad', 'Survey', 'Notes'],
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

const media = (features: { name: string; value: string }[]): Promise<unknown> =>
  executeServerCommand('media-features', features);

describe('sobot-softphone: every state', () => {
  let scene: Scene;
  const { error: log } = console;

  const come = async (name: string, layout?: SobotSoftphone['layout']): Promise<void> => {
    scene = new Scene(layout);
    await states[name]?.come(scene);
    await scene.drawn();
  };

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

  for (const [name, { buttons, says }] of Object.entries(states)) {
    describe(name, () => {
      it('has its controls, and exactly one of a name', async () => {
        await come(name);
        const all = controls(scene.softphone).map(controlName);
        expect(all).to.include.members([...buttons]);
        expect(all).to.deep.equal([...new Set(all)]);
        expect(all.filter((each) => each === '')).to.deep.equal([]);
      });

      it('says in words what it is, in one region that was there before', async () => {
        scene = new Scene();
        await scene.drawn();
        const region = liveRegion(scene.softphone);
        await states[name]?.come(scene);
        await scene.drawn();
        expect(liveRegion(scene.softphone)).to.equal(region);
        expect(said(scene.softphone)).to.match(says);
        const others = [...drawn(scene.softphone.shadowRoot as ShadowRoot)].filter(
          (each) => each !== region && each.matches('[role="status"], [aria-live="polite"]') && each.textContent.trim(),
        );
        const heard = said(scene.softphone);
        expect(others.map((each) => each.textContent.trim()).filter((text) => heard.includes(text))).to.deep.equal([]);
      });

      it('is accessible, light and dark', async function () {
        this.timeout(15_000);
        await come(name);
        await accessible(scene.softphone);
      });

      for (const layout of ['panel', 'bar', 'floating'] as const) {
        it(`fits as ${layout}, from 280 px to a wide page`, async () => {
          await come(name, layout);
          for (const width of [280, 360, 700, 900, 1400]) {
            await setViewport({ width, height: 800 });
            await scene.drawn();
            const outer = scene.softphone.getBoundingClientRect();
            expect(document.documentElement.scrollWidth, `${width}px`).to.be.at.most(width);
            for (const each of controls(scene.softphone)) {
              const { left, right, width: inner } = each.getBoundingClientRect();
              if (inner <= 1) continue; // visually hidden
              const what = `${controlName(each)} at ${width}px`;
              expect(left, what).to.be.at.least(outer.left - 1);
              expect(right, what).to.be.at.most(outer.right + 1);
            }
          }
        });
      }

      it('is seen in forced colours, and rests under reduced motion', async () => {
        await media([
          { name: 'forced-colors', value: 'active' },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ]);
        await come(name);
        for (const each of drawn(scene.softphone.shadowRoot as ShadowRoot)) {
          expect(each.getAnimations().length, each.outerHTML.slice(0, 80)).to.equal(0);
        }
        for (const each of controls(scene.softphone, '.button')) {
          const { borderTopWidth, borderTopStyle } = getComputedStyle(each);
          expect(`${borderTopWidth} ${borderTopStyle}`, controlName(each)).to.equal('1px solid');
        }
      });
    });
  }

  describe('zones', () => {
    const zone = (part: string): DOMRect =>
      (scene.softphone.shadowRoot?.querySelector(`[part="${part}"]`) as Element).getBoundingClientRect();

    it('the header has its place and its size in every state', async () => {
      const places: Record<string, string> = {};
      for (const name of Object.keys(states)) {
        await come(name);
        const { top, left, width, height } = zone('header');
        places[name] = JSON.stringify({ top, left, width, height });
        clear();
      }
      expect(new Set(Object.values(places)).size, JSON.stringify(places, null, 1)).to.equal(1);
    });

    it('the footer has its size in every state, and stays below what goes on in a call', async () => {
      const heights = new Set<number>();
      for (const name of Object.keys(states)) {
        await come(name);
        heights.add(zone('footer').height);
        clear();
      }
      expect([...heights]).to.have.length(1);
      await come('talking');
      const { top } = zone('footer');
      for (const message of ['EventAgentMute', 'EventAgentHoldCall', 'EventAgentRetrieveCall', 'EventAgentUnmute']) {
        scene.call(message);
        await scene.drawn();
        expect(zone('footer').top, message).to.equal(top);
      }
    });

    it('no button of a call moves for a notice, nor for a status that is refused', async () => {
      await come('talking');
      const place = (): string =>
        controls(scene.softphone, '.button')
          .map((each) => JSON.stringify(each.getBoundingClientRect()))
          .join();
      const before = place();
      scene.emit('EventLinkDisconnected');
      await scene.drawn();
      expect(scene.softphone.shadowRoot?.textContent).to.contain('Reconnecting');
      expect(place()).to.equal(before);
      scene.emit('EventLinkConnected');
      await scene.drawn();

      scene.double.scripts['notReady'] = scripts.error;
      const status = scene.softphone.shadowRoot?.querySelector('sobot-status');
      control(scene.softphone, 'Status: Ready').click();
      const item = [...(status?.shadowRoot?.querySelectorAll<HTMLElement>('[part="item"]') ?? [])].find((each) =>
        each.textContent.includes('Do not disturb'),
      );
      item?.click();
      await until(
        () => status?.shadowRoot?.querySelector('[part="error"]')?.textContent.includes('not allowed'),
        'error',
      );
      expect(place()).to.equal(before);
      control(scene.softphone, 'Dismiss').click();
      await scene.drawn();
      expect(buttonNames(scene.softphone)).to.not.include('Dismiss');
    });
  });

  describe('focus', () => {
    const deepest = (): Element | null => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active;
    };
    const main = (): Element | null => scene.softphone.shadowRoot?.querySelector('.main') ?? null;

    it('is not taken by a call that rings', async () => {
      await come('ready');
      const field = document.body.appendChild(document.createElement('input'));
      field.focus();
      scene.call('EventRinging', 'EventEstablished');
      await scene.drawn();
      expect(document.activeElement).to.equal(field);
      field.remove();
    });

    it('stays in the middle, on no button, when what had it is gone', async () => {
      await come('ready');
      control(scene.softphone, 'Phone number').focus();
      scene.call('EventRinging');
      await scene.drawn();
      expect(deepest()).to.equal(main());
      await sendKeys({ press: 'Enter' });
      await sendKeys({ press: 'Space' });
      expect(scene.double.sent.map(({ method }) => method)).to.not.include('answer');
      await sendKeys({ press: 'Tab' });
      expect(controlName(deepest() as HTMLElement)).to.be.oneOf(['Decline', 'Answer']);
    });

    it('stays with who answers', async () => {
      await come('ringing');
      control(scene.softphone, 'Answer').focus();
      scene.call('EventEstablished');
      await scene.drawn();
      expect(scene.softphone.shadowRoot?.activeElement).to.not.equal(null);
      expect(controlName(deepest() as HTMLElement)).to.not.equal('Hang up');
    });

    it('stays on its button over hold and mute', async () => {
      await come('talking');
      control(scene.softphone, 'Hold').focus();
      scene.call('EventAgentHoldCall');
      await scene.drawn();
      expect(controlName(deepest() as HTMLElement)).to.equal('Resume');
    });

    it('stays in the notes when the call ends, with what is written', async () => {
      await come('talking, with the notes open');
      await until(() => deepest()?.localName === 'textarea', 'the notes');
      await sendKeys({ type: 'call ba' });
      scene.call('EventReleased');
      await scene.drawn();
      await sendKeys({ type: 'ck' });
      expect((control(scene.softphone, 'Notes') as HTMLTextAreaElement).value).to.equal('call back');
    });

    it('comes back to nobody who did not have it', async () => {
      await come('talking');
      (document.activeElement as HTMLElement | null)?.blur();
      scene.call('EventReleased');
      await scene.drawn();
      expect(document.activeElement).to.equal(document.body);
    });
  });

  describe('take over', () => {
    it('says what went wrong', async () => {
      await come('ready');
      await scene.agent.session?.login({ phoneType: 'sip', bindExt: '1000', agentState: '1' });
      scene.emit('EventAgentConnectionChanged');
      await scene.drawn();
      scene.double.scripts['login'] = scripts.error;
      control(scene.softphone, 'Take over here').click();
      await phase(scene.agent, 'ready');
      await until(
        () => scene.softphone.shadowRoot?.querySelector('.notices')?.textContent.includes('not allowed'),
        'it',
      );
    });
  });
});
