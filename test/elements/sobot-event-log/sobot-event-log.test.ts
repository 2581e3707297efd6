import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../elements/sobot-event-log/define.js';
import type { SobotEventLog } from '../../../elements/sobot-event-log/define.js';
import type { Diagnostics } from '../../../src/session/index.js';
import {
  expectAccessible,
  createElement,
  expectFits,
  settled,
  textOf,
  type ElementFixture,
} from '../../support/element-fixture.js';
import { fieldNamed, announcements } from '../../support/forms.js';
import { scripts } from '../../support/fake-sdk.js';

describe('<sobot-event-log>', () => {
  let log: ElementFixture<SobotEventLog>;

  const rows = (): string[] => log.all('[role="option"]').map(textOf);
  const row = (name: string): HTMLElement => {
    const found = log.all('[role="option"]').find((each) => textOf(each).includes(name));
    if (!found) throw new Error(`no row "${name}", but ${rows().join(' | ')}`);
    return found;
  };
  const filter = async (text: string): Promise<void> => {
    const field = fieldNamed(log, 'Filter');
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await log.element.updateComplete;
  };
  const show = async (kind: string): Promise<void> => {
    const field = fieldNamed<HTMLSelectElement>(log, 'Show');
    field.selectedIndex = [...field.options].findIndex(({ text }) => text === kind);
    field.dispatchEvent(new Event('change'));
    await log.element.updateComplete;
  };
  const run = async (command: 'holdCall' | 'makeCall', params = {}): Promise<void> => {
    await log.agent.session?.execute(command, params).catch(() => undefined);
    await settled(log.element);
  };

  beforeEach(async () => {
    log = await createElement('sobot-event-log');
    log.sdk.all = scripts.success;
    await log.element.diagnostics(); // its view is loaded on demand
    await log.element.updateComplete;
  });
  afterEach(() => log.agent.stop());

  it('shows what was said before it was there', async () => {
    await log.emit('EventAgentReady', { agentState: '1' });
    const late = await fixture<SobotEventLog>(html`<sobot-event-log></sobot-event-log>`);
    const { entries } = await late.diagnostics();
    expect(entries.map(({ kind, name }) => `${kind} ${name}`)).to.deep.equal([
      'phase loading',
      'phase initializing',
      'phase ready',
      'message EventAgentReady',
    ]);
  });

  it('shows messages, commands with their answers, phases and warnings, the newest last', async () => {
    log.element.clear();
    await log.call('EventRinging');
    await run('holdCall');
    log.agent.session?.warn('microphone', 'no microphone');
    await log.element.updateComplete;
    const [ringing, sent, answer, warning] = rows();
    expect(ringing).to.match(/SDK message EventRinging.*otherDN 135\*\*\*\*5678.*callID c1/);
    expect(sent).to.match(/Command holdCall/);
    expect(answer).to.match(/Answer holdCall.*success · \d+ ms/);
    expect(warning).to.match(/Warning microphone.*no microphone/);
  });

  it('shows why a command failed, and what was never sent', async () => {
    log.element.clear();
    log.sdk.all = scripts.error;
    await run('makeCall', { otherDN: '5550100' });
    await run('makeCall', {});
    log.agent.addEventListener('sobot-command', (event) => event.preventDefault(), { once: true });
    await run('makeCall', { otherDN: '5550100' });
    const { entries } = await log.element.diagnostics();
    expect(entries.filter(({ kind }) => kind === 'answer').map(({ outcome }) => outcome)).to.deep.equal([
      'command',
      'invalid',
      'vetoed',
    ]);
    expect(entries[1]?.data).to.deep.include({ kind: 'command', code: '4711' });
    expect(entries[1]?.data).to.have.nested.property('cause.errorMessage', 'not allowed');
    await show('Problems');
    expect(rows()).to.have.length(3);
  });

  it('filters by text and by kind', async () => {
    await log.call('EventRinging', 'EventEstablished');
    await run('holdCall');
    await filter('c1');
    expect(rows()).to.have.length(2);
    await filter('HOLD');
    expect(rows()).to.have.length(2);
    expect(log.text).to.contain('2 of 7 entries');
    await filter('nowhere');
    expect(log.text).to.contain('No events match.');
    await filter('');
    await show('SDK messages');
    expect(rows()).to.have.length(2);
    await show('Commands');
    expect(rows()).to.have.length(2);
    await show('Phone');
    expect(rows()).to.have.length(3);
  });

  it('pauses the list, and records all the same', async () => {
    await log.press('Pause');
    const before = rows().length;
    await log.call('EventRinging');
    expect(rows()).to.have.length(before);
    expect(log.text).to.contain('Paused, 1 new');
    expect((await log.element.diagnostics()).entries).to.have.length(before + 1);
    await expectAccessible(log.element);
    await log.press('Continue');
    expect(rows()).to.have.length(before + 1);
  });

  it('forgets everything', async () => {
    await log.press('Clear');
    expect(rows()).to.have.length(0);
    expect(log.text).to.contain('No events yet.');
    await expectAccessible(log.element);
    await log.call('EventRinging');
    expect(rows()).to.have.length(1);
  });

  it('keeps the newest in sight, unless somebody has scrolled away', async () => {
    for (let index = 0; index < 60; index += 1) await log.emit('EventAgentReady', { index });
    const box = log.find('[role="listbox"]');
    expect(row('index 59').getBoundingClientRect().bottom).to.be.at.most(box.getBoundingClientRect().bottom + 1);
    expect(log.all('[role="option"]').length).to.be.below(20);
    box.scrollTop = 100;
    await settled(log.element);
    await log.emit('EventAgentReady', { index: 60 });
    expect(box.scrollTop).to.equal(100);
    box.scrollTop = box.scrollHeight;
    await settled(log.element);
    await log.emit('EventAgentReady', { index: 61 });
    expect(rows().at(-1)).to.contain('index 61');
  });

  it('is bounded, and lets samples of the voice connection and queries go first', async () => {
    log.element.maxEntries = 5;
    await log.element.updateComplete;
    await log.emit('EventJanusLatency', { ping: 20 });
    await log.agent.session?.queryStates();
    await log.call('EventRinging', 'EventEstablished', 'EventReleased');
    const { entries, dropped } = await log.element.diagnostics();
    expect(entries.map(({ name }) => name)).to.deep.equal([
      'initializing',
      'ready',
      'EventRinging',
      'EventEstablished',
      'EventReleased',
    ]);
    expect(dropped).to.equal(4);
    expect(log.text).to.contain('4 older ones were dropped');
  });

  it('shows an entry as a whole, by the keyboard too', async () => {
    await log.call('EventRinging');
    row('EventRinging').focus();
    await sendKeys({ press: 'Enter' });
    await log.element.updateComplete;
    expect(log.find('pre').textContent).to.contain('"messageID": "EventRinging"');
    expect(row('EventRinging').getAttribute('aria-selected')).to.equal('true');
    await expectAccessible(log.element);
    await log.press('Close the details');
    expect(log.all('pre')).to.have.length(0);
  });

  it('copies what is shown', async () => {
    await log.call('EventRinging');
    await filter('EventRinging');
    const copied: string[] = [];
    const { clipboard } = navigator;
    const copy = (outcome: Promise<void>): Navigator =>
      Object.defineProperty(navigator, 'clipboard', {
        configurable: true,
        value: { writeText: (text: string) => (copied.push(text), outcome) },
      });
    copy(Promise.resolve());
    await log.press('Copy');
    await settled(log.element);
    expect(copied[0]).to.match(/^\S+Z message EventRinging \{.*"callID":"c1".*\}$/);
    expect(announcements(log)).to.equal('Copied');
    copy(Promise.reject(new Error('denied')));
    await log.press('Copy');
    await settled(log.element);
    expect(announcements(log)).to.contain('Download it instead');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  });

  it('saves a diagnostics file', async () => {
    await log.call('EventRinging');
    const saved = await savedBy(() => log.press('Download'));
    expect(saved.name).to.match(/^sobot-diagnostics-[\dT-]+\.json$/);
    const file = JSON.parse(saved.text) as Diagnostics;
    expect(file).to.deep.include({ format: 'sobot-elements-diagnostics', version: 1, masked: false, dropped: 0 });
    expect(file.browser.userAgent).to.equal(navigator.userAgent);
    expect(file.settings).to.deep.include({ companyId: 'c', agent: '1005', manual: true });
    expect(file.state.call).to.deep.include({ id: 'c1', state: 'ringing' });
    expect(file.entries.at(-1)).to.deep.include({ kind: 'message', name: 'EventRinging', call: 'none' });
  });

  it('speaks Chinese', async () => {
    log.agent.lang = 'zh-CN';
    while (!log.text.includes('下载')) await settled(log.element);
  });

  it('is accessible and fits', async () => {
    await log.call('EventRinging', 'EventSomethingNew');
    await run('holdCall');
    await expectAccessible(log.element);
    await expectFits(log.element);
  });
});

/** What a click hands to the browser as a file. */
async function savedBy(click: () => Promise<void>): Promise<{ name: string; text: string }> {
  const prototype = HTMLAnchorElement.prototype;
  const own = Object.getOwnPropertyDescriptor(prototype, 'click');
  try {
    const link = await new Promise<HTMLAnchorElement>((resolve) => {
      prototype.click = function () {
        resolve(this);
      };
      void click();
    });
    return { name: link.download, text: await (await fetch(link.href)).text() };
  } finally {
    if (own) Object.defineProperty(prototype, 'click', own);
    else Reflect.deleteProperty(prototype, 'click');
  }
}
