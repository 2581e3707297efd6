import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../elements/sobot-status/define.js';
import type { SobotStatus } from '../../../elements/sobot-status/define.js';
import { callFields } from '../../support/call-fields.js';
import {
  createElement,
  type ElementFixture,
  expectAccessible,
  settled,
  textOf,
} from '../../support/element-fixture.js';
import { until } from '../../support/until.js';

const states = {
  states: [
    { code: '11', name: 'Lunch' },
    { code: '14', name: 'Training' },
  ],
};

/** The accessible name of a button that is named by its content. */
function nameOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
  return textOf(copy);
}

describe('<sobot-status>', () => {
  let fixture: ElementFixture<SobotStatus>;

  const button = (): HTMLButtonElement => fixture.find<HTMLButtonElement>('[part="status"]');
  const items = (): HTMLElement[] => fixture.all('[part="item"]');
  const item = (name: string): HTMLElement => {
    const found = items().find((each) => nameOf(each) === name);
    if (!found) throw new Error(`no item "${name}", but ${items().map(nameOf).join(', ')}`);
    return found;
  };
  const focused = (): string => (fixture.root.activeElement ? nameOf(fixture.root.activeElement) : '');
  const open = async (): Promise<void> => {
    button().click();
    await until(() => button().getAttribute('aria-expanded') === 'true', 'the menu');
  };
  const choose = async (name: string): Promise<void> => {
    await open();
    item(name).click();
    await fixture.element.updateComplete;
  };
  const login = (fields: object = {}): Promise<void> =>
    fixture.emit('EventAgentReady', { agentState: '1', agentStateTimestamp: Date.now() - 65_000, ...fields });

  beforeEach(async () => {
    fixture = await createElement('sobot-status');
    fixture.sdk.last('queryStates').success(states);
    await settled(fixture.element);
  });

  describe('shows the status', () => {
    for (const [message, fields, name, state] of [
      ['EventAgentReady', { agentState: '1' }, 'Status: Ready', 'ready'],
      ['EventAgentNotReady', { agentState: '2' }, 'Status: Do not disturb', 'dnd'],
      ['EventAgentNotReady', { agentState: 2, reasonCode: 2 }, 'Status: Do not disturb', 'dnd'],
      ['EventAgentNotReady', { agentState: '2', reasonCode: '14' }, 'Status: Training', 'break'],
      ['EventAgentNotReady', { agentState: '2', reasonCode: 98 }, 'Status: Locked by the system', 'dnd'],
    ] as const) {
      it(name, async () => {
        await fixture.emit(message, fields);
        expect(nameOf(button())).to.equal(name);
        expect(fixture.has(state)).to.equal(true);
        await expectAccessible(fixture.element);
      });
    }

    it('Status: Offline, without a time', () => {
      expect(nameOf(button())).to.equal('Status: Offline');
      expect(fixture.all('[part="time"]')).to.deep.equal([]);
    });

    it('Status: Unknown, in doubt and until the platform has reported it again', async () => {
      await login();
      window.dispatchEvent(new Event('offline'));
      await settled(fixture.element);
      expect([nameOf(button()), fixture.has('ready'), fixture.has('unproven')]).to.deep.equal([
        'Status: Unknown',
        false,
        true,
      ]);
      expect(fixture.all('[part="time"], [aria-checked="true"]')).to.deep.equal([]);
      await expectAccessible(fixture.element);
      window.dispatchEvent(new Event('online'));
      await settled(fixture.element);
      expect(nameOf(button())).to.equal('Status: Unknown');
      await login();
      expect([nameOf(button()), fixture.has('ready'), fixture.has('unproven')]).to.deep.equal([
        'Status: Ready',
        true,
        false,
      ]);
    });

    it('and how long it has lasted, which is no part of the name', async () => {
      await fixture.emit('EventAgentRegainStatus', {
        agentStateInfo: { agentState: '1', agentStateTimestamp: String(Date.now() - 65_500) },
      });
      expect(fixture.find('[part="time"]').textContent).to.equal('01:05');
      expect(fixture.find('[part="time"]').getAttribute('aria-hidden')).to.equal('true');
      expect(nameOf(button())).to.equal('Status: Ready');
    });
  });

  describe('the menu', () => {
    beforeEach(() => login());

    it("has the two statuses, the tenant's breaks, and two ways out", async () => {
      await open();
      expect(items().map(nameOf)).to.deep.equal([
        'Ready',
        'Do not disturb',
        'Lunch',
        'Training',
        'Log out',
        'Reset to offline',
      ]);
      expect(item('Ready').getAttribute('aria-checked')).to.equal('true');
      await expectAccessible(fixture.element);
    });

    for (const [name, command, params] of [
      ['Do not disturb', 'notReady', { reasonCode: 2 }],
      ['Training', 'notReady', { reasonCode: 14 }],
      ['Log out', 'logout', {}],
    ] as const) {
      it(`${name} sends ${command}, and nothing changes before the answer`, async () => {
        await choose(name);
        expect(fixture.sdk.last().method).to.equal(command);
        expect(fixture.sdk.last().params).to.deep.equal(params);
        expect(nameOf(button())).to.equal('Status: Ready');
        expect(button().getAttribute('aria-busy')).to.equal('true');
        await until(() => button().getAttribute('aria-expanded') === 'false', 'the end of the menu');
        await fixture.answer(fixture.sdk.last());
        expect(button().hasAttribute('aria-busy')).to.equal(false);
        expect(nameOf(button())).not.to.equal('Status: Ready');
      });
    }

    it('says what went wrong', async () => {
      await choose('Do not disturb');
      await fixture.answer(fixture.sdk.last(), 'error');
      expect(fixture.find('[part="error"]').textContent).to.contain('not allowed');
      expect(nameOf(button())).to.equal('Status: Ready');
    });

    it('says it over what is below, until it is put away', async () => {
      const { height } = fixture.element.getBoundingClientRect();
      await choose('Do not disturb');
      await fixture.answer(fixture.sdk.last(), 'error');
      expect(fixture.element.getBoundingClientRect().height).to.equal(height);
      await expectAccessible(fixture.element);
      fixture.find('[part="dismiss"]').click();
      await fixture.element.updateComplete;
      expect(fixture.find('[part="error"]').textContent.trim()).to.equal('');
      expect(focused()).to.equal('Status: Ready');
    });

    it('says why there is no log out during a call', async () => {
      await fixture.emit('EventRinging', callFields);
      await open();
      expect(item('Log out').getAttribute('aria-disabled')).to.equal('true');
      expect(item('Log out').title).to.equal('Not during a call');
      item('Log out').click();
      expect(fixture.commands).to.deep.equal([]);
      expect(item('Reset to offline').hasAttribute('aria-disabled')).to.equal(false);
    });

    it('goes by keys', async () => {
      button().focus();
      await sendKeys({ press: 'ArrowDown' });
      await until(() => focused() === 'Ready', 'the focus');
      await sendKeys({ press: 'ArrowDown' });
      expect(focused()).to.equal('Do not disturb');
      await sendKeys({ press: 'End' });
      expect(focused()).to.equal('Reset to offline');
      await sendKeys({ press: 'ArrowDown' });
      expect(focused()).to.equal('Ready');
      await sendKeys({ press: 't' });
      expect(focused()).to.equal('Training');
      await sendKeys({ press: 'Enter' });
      expect(fixture.sdk.last().params).to.deep.equal({ reasonCode: 14 });
      expect(focused()).to.equal('Status: Ready');
    });

    it('begins with what is so, or at its end', async () => {
      await fixture.emit('EventAgentNotReady', { agentState: '2', reasonCode: '14' });
      button().focus();
      await sendKeys({ press: 'Enter' });
      await until(() => focused() === 'Training', 'what is so');
      await sendKeys({ press: 'Escape' });
      await until(() => button().getAttribute('aria-expanded') === 'false', 'the end of the menu');
      await sendKeys({ press: 'ArrowUp' });
      await until(() => focused() === 'Reset to offline', 'the last one');
    });

    it('is left with Tab, which goes on from the button', async () => {
      button().focus();
      await sendKeys({ press: 'ArrowDown' });
      await until(() => focused() === 'Ready', 'the focus');
      await sendKeys({ press: 'Tab' });
      await until(() => button().getAttribute('aria-expanded') === 'false', 'the end of the menu');
      expect(items()).to.not.include(fixture.root.activeElement);
    });

    it('closes with Escape, and the focus is back', async () => {
      button().focus();
      await sendKeys({ press: 'ArrowDown' });
      await until(() => focused() === 'Ready', 'the focus');
      await sendKeys({ press: 'Escape' });
      await until(() => button().getAttribute('aria-expanded') === 'false', 'the end of the menu');
      expect(focused()).to.equal('Status: Ready');
    });
  });

  describe('the reset', () => {
    beforeEach(() => login());

    const dialog = (): HTMLDialogElement => fixture.find<HTMLDialogElement>('dialog');
    const answer = (part: string): void => fixture.find(`dialog [part~="${part}"]`).click();

    it('asks first', async () => {
      await choose('Reset to offline');
      expect(dialog().open).to.equal(true);
      expect(fixture.commands).to.deep.equal([]);
      await expectAccessible(fixture.element);
      answer('cancel');
      expect(dialog().open).to.equal(false);
      expect(fixture.commands).to.deep.equal([]);
    });

    it('then resets, also during a call', async () => {
      await fixture.emit('EventRinging', callFields);
      await choose('Reset to offline');
      answer('confirm');
      expect(fixture.commands).to.deep.equal(['resetLogout']);
      await fixture.answer(fixture.sdk.last());
      expect(nameOf(button())).to.equal('Status: Offline');
    });
  });

  it('asks for the breaks once a session, and again with the menu if that failed', async () => {
    const asked = (): number => fixture.sdk.sent.filter(({ method }) => method === 'queryStates').length;
    await login();
    expect(asked()).to.equal(1);
    fixture.agent.stop();
    await fixture.agent.start();
    await settled(fixture.element);
    expect(asked()).to.equal(2);
    await fixture.answer(fixture.sdk.last('queryStates'), 'error');
    await login();
    expect(asked()).to.equal(2);
    expect(fixture.find('[part="error"]').textContent.trim()).to.equal('');
    await open();
    expect(asked()).to.equal(3);
  });

  it('does not render for what it does not draw', async () => {
    await login();
    let renders = 0;
    const { requestUpdate } = fixture.element;
    fixture.element.requestUpdate = (...all) => {
      renders += 1;
      requestUpdate.apply(fixture.element, all);
    };
    await fixture.emit('EventJanusLatency', { ping: 20, jitter: 1, loss: '0%', quality: 'e' });
    await fixture.emit('EventSomethingNew');
    expect(renders).to.equal(0);
  });
});
