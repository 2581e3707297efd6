import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SobotAgent } from '../../../elements/sobot-agent/define.js';
import '../../../elements/sobot-incoming-call/define.js';
import { completeSettings, createReadyAgent, mountAgent, untilPhase } from '../../support/agent-fixture.js';
import { callFields } from '../../support/call-fields.js';
import { expectAccessible } from '../../support/element-fixture.js';
import { FakeSdk } from '../../support/fake-sdk.js';
import { until } from '../../support/until.js';
import { turn } from '../../support/session.js';
import type { EventRecorder } from '../../support/event-recorder.js';

/** A key press as the browser makes it. @returns whether the page has taken it */
function press(init: KeyboardEventInit, target: EventTarget = document.body): boolean {
  return !target.dispatchEvent(
    new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...init }),
  );
}
const altA = { key: 'a', code: 'KeyA', altKey: true };

describe('sobot-agent: shortcuts', () => {
  let agent: SobotAgent;
  let sdk: FakeSdk;
  let events: EventRecorder;
  beforeEach(async () => {
    ({ agent, sdk, events } = await createReadyAgent());
  });

  const region = (of = agent): Element | null | undefined => of.shadowRoot?.querySelector('[role="status"]');
  const said = (of = agent): string => region(of)?.textContent?.trim() ?? '';
  const commands = (of = sdk): string[] => of.sent.map(({ method }) => method);
  const warned = (): string[] => events.of('sobot-warning').map(({ message }) => String(message));
  const call = (messageID: string, of = sdk): void => of.emit({ messageID, ...callFields });

  /** Until the shortcuts are there, and read. */
  async function withShortcuts(shortcuts: SobotAgent['shortcuts'], of = agent): Promise<void> {
    of.shortcuts = shortcuts;
    await until(() => region(of), 'the shortcuts');
    await of.updateComplete;
  }

  afterEach(() => document.querySelectorAll('body > :is(input, div, button, iframe)').forEach((each) => each.remove()));

  it('are off by default, and cost nothing then', () => {
    call('EventRinging');
    expect(press({ ...altA, shiftKey: true })).to.equal(false);
    expect([commands(), region()]).to.deep.equal([[], null]);
  });

  it('are those of the kit with the bare attribute', async () => {
    agent.setAttribute('shortcuts', '');
    await until(() => region(), 'the shortcuts');
    call('EventRinging');
    for (const down of ['Alt', 'Shift', 'KeyA']) await sendKeys({ down });
    for (const up of ['KeyA', 'Shift', 'Alt']) await sendKeys({ up });
    expect(commands()).to.deep.equal(['answer']);
    sdk.last().success({});
    await turn();
    expect(said()).to.equal('Answer: done');
    await expectAccessible(agent);
  });

  describe('each does its work', () => {
    const ringing = ['EventRinging'];
    const talking = [...ringing, 'EventEstablished'];
    for (const [key, events, command] of [
      ['a', ringing, 'answer'],
      ['d', ringing, 'rejectCall'],
      ['e', talking, 'hangup'],
      ['h', talking, 'holdCall'],
      ['h', [...talking, 'EventAgentHoldCall'], 'retrieveCall'],
      ['m', talking, 'muteCall'],
      ['m', [...talking, 'EventAgentMute'], 'unmute'],
      ['f', [...talking, 'EventReleased'], 'completeACW'],
      ['n', ['EventAgentReady'], 'notReady'],
      ['r', ['EventAgentNotReady'], 'ready'],
    ] as const) {
      it(`${key}: ${command}`, async () => {
        await withShortcuts('');
        events.forEach((event) => call(event));
        expect(press({ key: key.toUpperCase(), code: '', altKey: true, shiftKey: true })).to.equal(true);
        expect(commands()).to.deep.equal([command]);
        expect(sdk.last().params).to.deep.equal(command === 'notReady' ? { reasonCode: 2 } : {});
      });
    }
  });

  it('say what can’t be done, and why', async () => {
    await withShortcuts({ hold: 'ctrl+s' });
    call('EventRinging');
    expect(press({ key: 's', code: 'KeyS', ctrlKey: true }), 'the page is not saved now and then').to.equal(true);
    await turn();
    expect(commands()).to.deep.equal([]);
    expect(said()).to.equal('Hold is not possible: Only while you are talking');
    expect(warned()).to.deep.equal(['Hold is not possible: Only while you are talking']);
    press({ key: 's', code: 'KeyS', ctrlKey: true });
    await turn();
    expect(region()?.textContent, 'said again').to.equal(`${said()}\u00a0`);
  });

  it('say what the platform says', async () => {
    await withShortcuts({ answer: 'alt+a' });
    call('EventRinging');
    press(altA);
    sdk.last().error({ errorMessage: 'not allowed' });
    await turn();
    expect(said()).to.equal('answer failed: not allowed.');
  });

  it('say nothing where the page prevents the command', async () => {
    await withShortcuts({ answer: 'alt+a' });
    call('EventRinging');
    agent.addEventListener('sobot-command', (event) => event.preventDefault(), { once: true });
    press(altA);
    await turn();
    expect([commands(), said()]).to.deep.equal([[], '']);
    expect(events.of('sobot-command')[0].source).to.equal(agent);
  });

  it('speak the language of the page', async () => {
    agent.lang = 'zh-CN';
    await withShortcuts({ answer: 'alt+a' });
    await until(() => {
      press(altA);
      return /[\u4e00-\u9fff]/.test(said());
    }, 'Chinese');
    agent.removeAttribute('lang');
  });

  describe('of one key for two things do what is possible', () => {
    for (const [events, command] of [
      [['EventRinging'], 'answer'],
      [['EventRinging', 'EventEstablished'], 'hangup'],
    ] as const) {
      it(command, async () => {
        await withShortcuts({ answer: 'f9', hangup: 'f9' });
        events.forEach((event) => call(event));
        press({ key: 'F9', code: 'F9' });
        expect(commands()).to.deep.equal([command]);
      });
    }
  });

  describe('are the letter that the layout types', () => {
    for (const [what, init, hears] of [
      ['AZERTY, where A is', { key: 'a', code: 'KeyQ' }, true],
      ['AZERTY, where A would be in the US', { key: 'q', code: 'KeyA' }, false],
      ['Cyrillic: the position', { key: 'ф', code: 'KeyA' }, true],
      ['Option on a Mac: the position', { key: 'å', code: 'KeyA' }, true],
      ['a dead key: the position', { key: 'Dead', code: 'KeyA' }, true],
      ['with Shift, which was not asked for', { key: 'A', code: 'KeyA', shiftKey: true }, false],
      ['with Ctrl, which was not asked for', { key: 'a', code: 'KeyA', ctrlKey: true }, false],
    ] as const) {
      it(what, async () => {
        await withShortcuts({ answer: ' Option + A ' });
        call('EventRinging');
        expect(press({ ...init, altKey: true })).to.equal(hears);
        expect(commands()).to.deep.equal(hears ? ['answer'] : []);
      });
    }

    it('Shift and a digit', async () => {
      await withShortcuts({ answer: 'ctrl+shift+1' });
      call('EventRinging');
      press({ key: '!', code: 'Digit1', ctrlKey: true, shiftKey: true });
      expect(commands()).to.deep.equal(['answer']);
    });
  });

  describe('are not heard', () => {
    const deep = (): HTMLElement => {
      const input = document.createElement('input');
      const outer = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
      const inner = outer.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
      return inner.appendChild(input);
    };
    const field = (markup: string): HTMLElement => {
      const div = document.body.appendChild(document.createElement('div'));
      div.append(document.createRange().createContextualFragment(markup));
      return div.firstElementChild as HTMLElement;
    };
    for (const [where, target, init] of [
      ['in a text field', () => field('<input>')],
      ['in a number field', () => field('<input type="number">')],
      ['in a text area', () => field('<textarea></textarea>')],
      ['in a list', () => field('<select><option>Anna</option></select>')],
      ['in an editor', () => field('<p contenteditable>x</p>')],
      ['in the middle of an editor', () => field('<p contenteditable><b>x</b></p>').firstElementChild as HTMLElement],
      ['in what calls itself a text field', () => field('<div role="textbox" tabindex="0"></div>')],
      ['in a field of a shadow root in a shadow root', deep],
      ['by an input method', () => document.body, { isComposing: true }],
      ['by an input method that takes the key', () => document.body, { key: 'Process' }],
      ['held down', () => document.body, { repeat: true }],
    ] as readonly (readonly [string, () => HTMLElement, KeyboardEventInit?])[]) {
      it(where, async () => {
        await withShortcuts({ answer: 'alt+a' });
        call('EventRinging');
        expect(press({ ...altA, ...init }, target())).to.equal(false);
        expect(commands()).to.deep.equal([]);
      });
    }

    it('by AltGr, which types letters', async () => {
      await withShortcuts({ answer: 'ctrl+alt+q' });
      call('EventRinging');
      expect(press({ key: 'q', code: 'KeyQ', altKey: true, ctrlKey: true, modifierAltGraph: true })).to.equal(false);
      expect(press({ key: 'q', code: 'KeyQ', altKey: true, ctrlKey: true })).to.equal(true);
    });

    it('where the page has taken the key', async () => {
      await withShortcuts({ answer: 'alt+a' });
      call('EventRinging');
      document.body.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
      press(altA);
      expect(commands()).to.deep.equal([]);
    });

    it('while the agent is out of the document', async () => {
      await withShortcuts({ answer: 'alt+a' });
      call('EventRinging');
      agent.remove();
      expect(press(altA)).to.equal(false);
      document.body.append(agent);
      expect(press(altA)).to.equal(true);
      expect(commands()).to.deep.equal(['answer']);
    });

    it('by other keys', async () => {
      await withShortcuts({ answer: 'alt+a' });
      expect([
        press({ key: 'b', altKey: true }),
        press({ key: 'Alt', altKey: true }),
        press({ key: '' }),
      ]).to.deep.equal([...[false, false, false]]);
    });
  });

  it('are heard on a button and a check box', async () => {
    await withShortcuts({ answer: 'alt+a' });
    call('EventRinging');
    const button = document.body.appendChild(document.createElement('button'));
    const box = document.body.appendChild(Object.assign(document.createElement('input'), { type: 'checkbox' }));
    expect([press(altA, button), press(altA, box)]).to.deep.equal([true, true]);
  });

  describe('that make no sense are left out, with a warning, and the others stay', () => {
    for (const [action, keys, why] of [
      ['dance', 'alt+d', /"dance" is left out: there is no action of that name, but .*answer/],
      ['resetLogout', 'alt+d', /"resetLogout" is left out: there is no action/],
      ['makeCall', 'alt+d', /"makeCall" is left out: there is no action/],
      ['queryStates', 'alt+d', /"queryStates" is left out: there is no action/],
      ['hangup', 'd', /"hangup" is left out: it needs ctrl, alt or meta/],
      ['hangup', 'shift+d', /it needs ctrl, alt or meta/],
      ['hangup', 'alt+', /"" is no letter/],
      ['hangup', 'alt+enter', /"enter" is no letter/],
      ['hangup', 'hyper+d', /"hyper" is none of ctrl, alt, shift, meta/],
      ['hangup', 7, /it needs ctrl/],
      ['hangup', null, /"null" is no letter/],
    ] as const) {
      it(`${action}: ${String(keys)}`, async () => {
        await withShortcuts({ [action]: keys, answer: 'alt+a' });
        expect(warned()).to.have.length(1);
        expect(warned()[0]).to.match(why);
        call('EventRinging');
        press(altA);
        expect(commands()).to.deep.equal(['answer']);
      });
    }

    for (const text of ['{', '[]', '"alt+a"', '7']) {
      it(`JSON: ${text}`, async () => {
        agent.setAttribute('shortcuts', text);
        await until(() => events.warnings.length > 0, 'the warning');
        expect(events.warnings).to.deep.equal(['shortcut']);
        expect(warned()[0]).to.match(/^shortcuts is left out: /);
      });
    }
  });

  it('are told by the buttons that do the same', async () => {
    await withShortcuts({ answer: 'alt+a', hold: 'ctrl+shift+arrowup', mute: 'f9' });
    expect([...agent.keys]).to.deep.equal([
      ['answer', 'Alt+A'],
      ['holdCall', 'Control+Shift+ArrowUp'],
      ['retrieveCall', 'Control+Shift+ArrowUp'],
      ['muteCall', 'F9'],
      ['unmute', 'F9'],
    ]);
    const element = document.createElement('sobot-incoming-call');
    agent.append(element);
    call('EventRinging');
    await element.updateComplete;
    const [answer, decline] = ['answer', 'decline'].map((part) => element.shadowRoot?.querySelector(`[part~=${part}]`));
    expect([answer?.getAttribute('aria-keyshortcuts'), answer?.getAttribute('title')]).to.deep.equal([
      'Alt+A',
      'Alt+A',
    ]);
    expect(decline?.hasAttribute('aria-keyshortcuts')).to.equal(false);
    await expectAccessible(element);
    await withShortcuts(null);
    expect(agent.keys.size).to.equal(0);
  });

  it('change while the phone runs, and go', async () => {
    await withShortcuts({ answer: 'alt+a' });
    call('EventRinging');
    await withShortcuts({ answer: 'alt+b' });
    expect(press(altA)).to.equal(false);
    await withShortcuts(null);
    expect(press({ key: 'b', altKey: true })).to.equal(false);
    await withShortcuts(true);
    expect(press({ key: 'a', altKey: true, shiftKey: true })).to.equal(true);
    expect(events.warnings).to.deep.equal([]);
  });

  it('of two agents go to the one that can do something', async () => {
    const second = new FakeSdk();
    const other = mountAgent(completeSettings(second));
    await untilPhase(other, 'ready');
    await withShortcuts({ answer: 'alt+a' });
    await withShortcuts({ answer: 'alt+a' }, other);
    call('EventRinging', second);
    press(altA);
    await turn();
    expect([commands(), commands(second), said()]).to.deep.equal([[], ['answer'], '']);
    call('EventRinging');
    press(altA);
    expect([commands(), commands(second)]).to.deep.equal([['answer'], ['answer']]);
  });
});
