import { expect } from '@open-wc/testing';
import '../../../elements/sobot-agent/define.js';
import '../../../elements/sobot-status/define.js';
import type { SobotStatus } from '../../../elements/sobot-status/define.js';
import { zhCn } from '../../../src/locales/zh-cn.js';
import { registerMessages } from '../../../src/ui/i18n/index.js';
import { mountAgent } from '../../support/agent-fixture.js';
import { textOf } from '../../support/element-fixture.js';
import { until } from '../../support/until.js';
import { turn } from '../../support/session.js';

type Word = string | ((...args: unknown[]) => string);

/** Every English word, as its files have it. */
async function english(): Promise<Readonly<Record<string, Word>>> {
  const files = await Promise.all([
    import('../../../src/ui/i18n/base-messages.js'),
    import('../../../src/ui/call/messages.js'),
    import('../../../elements/sobot-agent/messages.js'),
    import('../../../elements/sobot-call-controls/messages.js'),
    import('../../../elements/sobot-call-info/messages.js'),
    import('../../../elements/sobot-call-link/messages.js'),
    import('../../../elements/sobot-call-log/messages.js'),
    import('../../../elements/sobot-dialer/messages.js'),
    import('../../../elements/sobot-dialpad/messages.js'),
    import('../../../elements/sobot-directory/messages.js'),
    import('../../../elements/sobot-event-log/messages.js'),
    import('../../../elements/sobot-event-log/view-messages.js'),
    import('../../../elements/sobot-incoming-call/messages.js'),
    import('../../../elements/sobot-login/messages.js'),
    import('../../../elements/sobot-network-quality/messages.js'),
    import('../../../elements/sobot-preflight/messages.js'),
    import('../../../elements/sobot-preflight/panel-messages.js'),
    import('../../../elements/sobot-queues/messages.js'),
    import('../../../elements/sobot-routes/messages.js'),
    import('../../../elements/sobot-sandbox/messages.js'),
    import('../../../elements/sobot-sandbox/panel-messages.js'),
    import('../../../elements/sobot-screen-pop/messages.js'),
    import('../../../elements/sobot-softphone/messages.js'),
    import('../../../elements/sobot-status/messages.js'),
    import('../../../elements/sobot-supervisor/messages.js'),
    import('../../../elements/sobot-transfer/messages.js'),
    import('../../../elements/sobot-wrap-up/messages.js'),
  ]);
  return Object.assign({}, ...files.flatMap((file) => Object.values(file as object)));
}

/** Words with the same answer in every language. */
const said = (word: Word | undefined): string =>
  typeof word === 'function'
    ? word(...Array.from({ length: word.length }, (_, index) => String(index + 2)))
    : (word ?? '');

describe('Simplified Chinese', () => {
  const chinese: Readonly<Record<string, Word>> = zhCn as never;

  it('has the keys of English, and no other', async () => {
    expect(Object.keys(chinese).sort()).to.deep.equal(Object.keys(await english()).sort());
  });

  it('has a word of its own for every one: no key, no English, no blank', async () => {
    const words = await english();
    const wrong = Object.entries(chinese).filter(([key, word]) => {
      const text = said(word);
      const symbols = !/[a-z]{2}/i.test(said(words[key])); // "0", "*", "%"
      return text.trim() === '' || text === key || (!symbols && text === said(words[key]));
    });
    expect(wrong.map(([key]) => key)).to.deep.equal([]);
  });

  it('takes the same arguments, and uses them', async () => {
    for (const [key, word] of Object.entries(await english())) {
      expect(typeof chinese[key], key).to.equal(typeof word);
      if (typeof word === 'function') expect((chinese[key] as () => string).length, key).to.equal(word.length);
    }
  });
});

describe('The language of an element', () => {
  const root = document.documentElement;
  let box: HTMLElement;
  const before = root.lang;

  beforeEach(() => {
    box = document.body.appendChild(document.createElement('div'));
  });
  afterEach(() => {
    box.remove();
    root.lang = before;
  });

  const status = (lang = '', parent: ParentNode = box): SobotStatus => {
    const agent = mountAgent({ preview: 'none' }, parent);
    if (lang) agent.lang = lang;
    const element = document.createElement('sobot-status');
    agent.append(element);
    return element;
  };
  const text = (element: SobotStatus): string =>
    textOf(element.shadowRoot?.querySelector('[part="status"] .name') ?? element);
  const becomes = (element: SobotStatus, word: RegExp): Promise<unknown> =>
    until(() => word.test(text(element)), String(word));
  const READY = /Ready/;
  const KONGXIAN = /空闲/;

  it('two on one page, each in its own', async () => {
    const [a, b] = [status('en'), status('zh-CN')];
    await becomes(b, KONGXIAN);
    await becomes(a, READY);
  });

  for (const [lang, word] of [
    ['zh', KONGXIAN],
    ['zh-CN', KONGXIAN],
    ['ZH-cn', KONGXIAN],
    ['zh-Hans-CN', KONGXIAN],
    ['zh_CN', KONGXIAN],
    [' zh-CN ', KONGXIAN],
    ['zh_CN.UTF-8', KONGXIAN],
    ['zh_CN_#Hans', KONGXIAN],
    ['zh-CN, en;q=0.8', KONGXIAN],
    ['en_US', READY],
    ['{{ lang }}', READY],
    ['null', READY],
    ['en-GB', READY],
    ['tlh', READY],
    ['zhx', READY],
    ['constructor', READY],
    ['-', READY],
  ] as const) {
    it(`lang="${lang}" is ${word.source}`, async () => {
      const element = status(lang);
      await becomes(element, word);
    });
  }

  it('takes messages that a page registers: some keys, a whole language, the English texts', async () => {
    const element = status('tlh-Latn');
    await becomes(element, READY);
    registerMessages('tlh', { 'status.ready': 'tugh' });
    await becomes(element, /tugh/);
    registerMessages('tlh-latn', () => Promise.resolve({ 'status.ready': 'reH', 'status.dnd': 'ghobe' }));
    const later = status('TLH-latn');
    await becomes(later, /reH/);
    await becomes(element, /reH/);
    const english = status('en-AU');
    await becomes(english, READY);
    registerMessages('en', { 'status.ready': 'Available' });
    await becomes(english, /Available/);
    registerMessages('en', { 'status.ready': 'Ready' });
    await becomes(english, READY);
  });

  it('changes live, at every height: the page, a component around it, its agent, itself', async () => {
    const outer = box.appendChild(document.createElement('div'));
    const outerRoot = outer.attachShadow({ mode: 'open' });
    const middle = outerRoot.appendChild(document.createElement('div'));
    const middleHost = middle.appendChild(document.createElement('div'));
    const innerRoot = middleHost.attachShadow({ mode: 'closed' });
    const element = status('', innerRoot);
    await becomes(element, READY);
    for (const place of [root, outer, middle, middleHost, element.parentElement as HTMLElement, element]) {
      place.lang = 'zh-CN';
      await becomes(element, KONGXIAN);
      place.lang = 'en';
      await becomes(element, READY);
    }
  });

  it('goes along with a move', async () => {
    const element = status('en');
    await becomes(element, READY);
    box.lang = 'zh-CN';
    const agent = element.parentElement as HTMLElement;
    agent.removeAttribute('lang');
    await becomes(element, KONGXIAN);
    const iframe = box.appendChild(document.createElement('iframe'));
    (iframe.contentDocument as Document).body.append(agent);
    await becomes(element, READY);
    (iframe.contentDocument as Document).documentElement.lang = 'zh';
    await becomes(element, KONGXIAN);
  });

  it('is watched by nobody who has gone', async () => {
    const element = status('en');
    await becomes(element, READY);
    element.parentElement?.remove();
    let updates = 0;
    element.requestUpdate = () => void (updates += 1);
    root.lang = 'zh-CN';
    await turn();
    expect(updates).to.equal(0);
  });

  it('right to left is the page’s business: nothing sticks out, and what starts is at the right', async () => {
    box.dir = 'rtl';
    const element = status();
    await becomes(element, READY);
    const [dot, name] = ['.dot', '.name'].map((each) =>
      element.shadowRoot?.querySelector(each)?.getBoundingClientRect(),
    );
    expect(dot?.left).to.be.greaterThan(name?.right ?? Infinity);
    expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
  });
});
