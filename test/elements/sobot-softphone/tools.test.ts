import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../elements/sobot-softphone/define.js';
import type { SobotSoftphone } from '../../../elements/sobot-softphone/define.js';
import { callFields, uniqueCallId } from '../../support/call-fields.js';
import {
  createElement,
  type ElementFixture,
  expectAccessible,
  expectFits,
  settled,
} from '../../support/element-fixture.js';
import { until } from '../../support/until.js';
import { buttonNames, control, controlName } from '../../support/softphone.js';

const ALL = 'status dialer queues directory routes network notes log supervisor';
const tools = [
  ['Queues', 'sobot-queues'],
  ['Team', 'sobot-directory'],
  ['Routing', 'sobot-routes'],
  ['Calls', 'sobot-call-log'],
  ['Supervise', 'sobot-supervisor'],
  ['Audio', 'sobot-preflight'],
] as const;

describe('the tools of a softphone', () => {
  let softphone: ElementFixture<SobotSoftphone>;

  const names = (): string[] => softphone.all('.tools button').map(controlName);
  const opened = (): Element | null => softphone.element.shadowRoot?.querySelector('.tool > :defined') ?? null;
  const press = async (name: string): Promise<void> => {
    control(softphone.element, name).click();
    await settled(softphone.element);
  };
  const open = async (name: string, tag: string): Promise<void> => {
    await press(name);
    await until(() => opened()?.localName === tag);
    await settled(softphone.element);
  };

  beforeEach(async () => {
    softphone = await createElement('sobot-softphone');
    softphone.element.features = ALL;
    await softphone.emit('EventAgentReady');
  });

  after(() => setViewport({ width: 800, height: 600 }));

  it('are those of the features; log and supervisor only where they are named', async () => {
    expect(names()).to.deep.equal(tools.map(([name]) => name));
    softphone.element.features = null;
    await settled(softphone.element);
    expect(names()).to.deep.equal(['Queues', 'Team', 'Routing', 'Audio']);
    softphone.element.features = 'status dialer';
    await settled(softphone.element);
    expect(softphone.all('.tools')).to.deep.equal([]);
  });

  for (const [name, tag] of tools) {
    it(`${name} opens <${tag}>, with no control twice, and closes it`, async () => {
      await open(name, tag);
      expect(control(softphone.element, name).getAttribute('aria-expanded')).to.equal('true');
      const all = buttonNames(softphone.element).filter(Boolean);
      expect(all).to.deep.equal([...new Set(all)]);
      await expectAccessible(softphone.element);
      await press(name);
      expect(opened()).to.equal(null);
    });
  }

  it('are open one at a time', async () => {
    await open('Queues', 'sobot-queues');
    await open('Team', 'sobot-directory');
    expect(softphone.all('.tool')).to.have.length(1);
    expect(control(softphone.element, 'Queues').getAttribute('aria-expanded')).to.equal('false');
  });

  it('are closed by Escape, and the focus goes back to the button', async () => {
    await open('Queues', 'sobot-queues');
    opened()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await settled(softphone.element);
    expect(opened()).to.equal(null);
    expect(softphone.element.shadowRoot?.activeElement).to.equal(control(softphone.element, 'Queues'));
  });

  it('stay open when a call comes; outbound routing is not for a call', async () => {
    await open('Team', 'sobot-directory');
    const before = opened();
    await softphone.call('EventRinging', 'EventEstablished');
    expect(opened()).to.equal(before);
    expect(names()).to.deep.equal(['Queues', 'Team', 'Calls', 'Supervise', 'Audio']);
    const all = buttonNames(softphone.element).filter(Boolean);
    expect(all).to.deep.equal([...new Set(all)]);
    await expectAccessible(softphone.element);
  });

  it('are for who is logged in; who only supervises need not be', async () => {
    await softphone.emit('EventAgentLogout');
    expect(names()).to.deep.equal(['Calls', 'Supervise', 'Audio']);
  });

  it('count the missed calls before anybody has opened the log', async () => {
    // The log is its agent's as long as the document lives: another agent keeps it from the next test.
    softphone.agent.stop();
    softphone.agent.agent = 'missed-calls';
    await softphone.agent.start();
    await softphone.emit('EventAgentReady');
    // The log is loaded when there is room: calls before that are not in it.
    await until(async () => {
      const callID = uniqueCallId();
      for (const message of ['EventRinging', 'EventReleased']) await softphone.emit(message, { ...callFields, callID });
      return names().some((name) => /\d\s*missed$/.test(name));
    }, 'a missed call on the button');
    await expectAccessible(softphone.element);
    const [name = ''] = names().filter((each) => each.startsWith('Calls'));
    await open(name, 'sobot-call-log');
    expect(opened()?.shadowRoot?.textContent).to.match(/Missed/);
  });

  it('have room in 280 pixels', async () => {
    await setViewport({ width: 280, height: 640 });
    await settled(softphone.element);
    await expectFits(softphone.element);
    for (const [name, tag] of tools) {
      await open(name, tag);
      await expectFits(softphone.element);
    }
  });
});
