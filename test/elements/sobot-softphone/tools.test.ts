import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../elements/sobot-softphone/define.js';
import type { SobotSoftphone } from '../../../elements/sobot-softphone/define.js';
import { freshId } from '../../support/call-log.js';
import { aCall, accessible, desk, fits, settled, type Desk } from '../../support/desk.js';
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
  let on: Desk<SobotSoftphone>;

  const names = (): string[] => on.all('.tools button').map(controlName);
  const opened = (): Element | null => on.element.shadowRoot?.querySelector('.tool > :defined') ?? null;
  const press = async (name: string): Promise<void> => {
    control(on.element, name).click();
    await settled(on.element);
  };
  const open = async (name: string, tag: string): Promise<void> => {
    await press(name);
    await until(() => opened()?.localName === tag);
    await settled(on.element);
  };

  beforeEach(async () => {
    on = await desk('sobot-softphone');
    on.element.features = ALL;
    await on.emit('EventAgentReady');
  });

  after(() => setViewport({ width: 800, height: 600 }));

  it('are those of the features; log and supervisor only where they are named', async () => {
    expect(names()).to.deep.equal(tools.map(([name]) => name));
    on.element.features = null;
    await settled(on.element);
    expect(names()).to.deep.equal(['Queues', 'Team', 'Routing', 'Audio']);
    on.element.features = 'status dialer';
    await settled(on.element);
    expect(on.all('.tools')).to.deep.equal([]);
  });

  for (const [name, tag] of tools) {
    it(`${name} opens <${tag}>, with no control twice, and closes it`, async () => {
      await open(name, tag);
      expect(control(on.element, name).getAttribute('aria-expanded')).to.equal('true');
      const all = buttonNames(on.element).filter(Boolean);
      expect(all).to.deep.equal([...new Set(all)]);
      await accessible(on.element);
      await press(name);
      expect(opened()).to.equal(null);
    });
  }

  it('are open one at a time', async () => {
    await open('Queues', 'sobot-queues');
    await open('Team', 'sobot-directory');
    expect(on.all('.tool')).to.have.length(1);
    expect(control(on.element, 'Queues').getAttribute('aria-expanded')).to.equal('false');
  });

  it('are closed by Escape, and the focus goes back to the button', async () => {
    await open('Queues', 'sobot-queues');
    opened()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await settled(on.element);
    expect(opened()).to.equal(null);
    expect(on.element.shadowRoot?.activeElement).to.equal(control(on.element, 'Queues'));
  });

  it('stay open when a call comes; outbound routing is not for a call', async () => {
    await open('Team', 'sobot-directory');
    const before = opened();
    await on.call('EventRinging', 'EventEstablished');
    expect(opened()).to.equal(before);
    expect(names()).to.deep.equal(['Queues', 'Team', 'Calls', 'Supervise', 'Audio']);
    const all = buttonNames(on.element).filter(Boolean);
    expect(all).to.deep.equal([...new Set(all)]);
    await accessible(on.element);
  });

  it('are for who is logged in; who only supervises need not be', async () => {
    await on.emit('EventAgentLogout');
    expect(names()).to.deep.equal(['Calls', 'Supervise', 'Audio']);
  });

  it('count the missed calls before anybody has opened the log', async () => {
    // The log is its agent's as long as the document lives: another agent keeps it from the next test.
    on.agent.stop();
    on.agent.agent = 'missed-calls';
    await on.agent.start();
    await on.emit('EventAgentReady');
    // The log is loaded when there is room: calls before that are not in it.
    await until(async () => {
      const callID = freshId();
      for (const message of ['EventRinging', 'EventReleased']) await on.emit(message, { ...aCall, callID });
      return names().some((name) => /\d\s*missed$/.test(name));
    }, 'a missed call on the button');
    await accessible(on.element);
    const [name = ''] = names().filter((each) => each.startsWith('Calls'));
    await open(name, 'sobot-call-log');
    expect(opened()?.shadowRoot?.textContent).to.match(/Missed/);
  });

  it('have room in 280 pixels', async () => {
    await setViewport({ width: 280, height: 640 });
    await settled(on.element);
    await fits(on.element);
    for (const [name, tag] of tools) {
      await open(name, tag);
      await fits(on.element);
    }
  });
});
