import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import '../../../elements/sobot-agent/define.js';
import '../../../elements/sobot-network-quality/define.js';
import type { SobotAgent } from '../../../elements/sobot-agent/define.js';
import type { SobotNetworkQuality } from '../../../elements/sobot-network-quality/define.js';
import { TREND_MS, Trend } from '../../../elements/sobot-network-quality/trend.js';
import { estimateMos } from '../../../src/state/index.js';
import type { Network } from '../../../src/state/index.js';
import { Clocks } from '../../support/clock.js';
import { FakeSdk, scripts } from '../../support/fake-sdk.js';
import { until } from '../../support/until.js';

const good = { ping: 38, jitter: 2, loss: '0%', quality: 'e' };
const bad = { ping: 900, jitter: 90, loss: '12', quality: 'b' };

describe('<sobot-network-quality>', () => {
  let sdk: FakeSdk;
  let agent: SobotAgent;
  let element: SobotNetworkQuality;

  const text = (): string => element.shadowRoot?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const find = (selector: string): Element => {
    const found = element.shadowRoot?.querySelector(selector);
    if (!found) throw new Error(`there is no ${selector}`);
    return found;
  };
  const figures = (): string[] =>
    [...(element.shadowRoot?.querySelectorAll('dl > div') ?? [])].map((each) => (each as HTMLElement).innerText);
  const emit = async (messageID: string, fields: object = {}): Promise<void> => {
    sdk.emit({ messageID, ...fields });
    await element.updateComplete;
  };
  const sample = (fields: object): Promise<void> => emit('EventJanusLatency', fields);
  const call = (): Promise<void> => emit('EventEstablished', { callID: 'c1', otherDN: '135****5678' });
  const warnings = (): string[] =>
    [...(element.shadowRoot?.querySelectorAll('[part="warnings"] p') ?? [])].map((each) => each.textContent.trim());
  const has = (state: string): boolean => element.matches(`:state(${state})`);

  beforeEach(async () => {
    sdk = new FakeSdk();
    sdk.all = scripts.success;
    agent = await fixture(html`
      <sobot-agent manual company-id="c" agent="1005" token="t" .sdk=${sdk.api}>
        <sobot-network-quality></sobot-network-quality>
      </sobot-agent>
    `);
    element = agent.querySelector('sobot-network-quality') as SobotNetworkQuality;
    const ready = oneEvent(agent, 'sobot-phase-change');
    await Promise.all([ready, agent.start()]);
    await element.updateComplete;
  });

  it('says that there are no figures yet', () => {
    expect(text()).to.equal('No figures yet: they come during a call');
    expect(has('measured')).to.be.false;
  });

  for (const [letter, word, bars] of [
    ['e', 'Good', 4],
    ['d', 'Fair', 3],
    ['c', 'Poor', 2],
    ['b', 'Very poor', 1],
    ['a', 'Disconnected', 0],
  ] as const) {
    it(`calls ${letter} ${word}, with ${bars} bars`, async () => {
      await sample({ ...good, quality: letter });
      expect(find('[part="word"]').textContent).to.equal(word);
      expect(find('[part="meter"]').querySelectorAll('.on').length).to.equal(bars);
      element.compact = true;
      await element.updateComplete;
      expect(find('[role="img"]').getAttribute('aria-label')).to.equal(`Voice connection: ${word}`);
      expect(text()).to.equal('');
    });
  }

  it('shows ping, jitter, loss and a MOS that is marked as estimated', async () => {
    await sample({ ...good, jitter: 2.345, loss: '0.5%' });
    expect(figures()).to.deep.equal(['Ping\n38 ms', 'Jitter\n2.3 ms', 'Loss\n0.5 %', 'MOS, estimated\n4.3']);
    expect(find('[title]').getAttribute('title')).to.include('G.107');
    expect(has('measured')).to.be.true;
  });

  it('says what a letter that is missing or new means: nothing', async () => {
    await sample({ ping: 20, jitter: 1, loss: '0', quality: 'z' });
    expect(find('[part="word"]').textContent).to.equal('Not rated');
  });

  it('says how old the figures are, without rendering for it', async () => {
    await sample(good);
    expect(find('[part="age"]').textContent).to.equal('Live');
    await emit('EventReleased', { callID: 'c1' });
    new Clocks().pass(75_000);
    element.requestUpdate();
    await element.updateComplete;
    expect(find('[part="age"]').textContent).to.match(/^01:1\d ago$/);
    expect(element.shadowRoot?.querySelector('.old')).to.exist;
  });

  it('has no figures with the answering method Phone, and says so', async () => {
    await sample(good);
    await emit('EventAgentRegainStatus', { agentStateInfo: { agent: '1005', agentState: '1', phoneType: 'pstn' } });
    expect(text()).to.include('answering method Phone');
    element.compact = true;
    await element.updateComplete;
    expect(find('[role="img"]').getAttribute('aria-label')).to.include('answering method Phone');
  });

  it('warns of a bad trend, not of one bad sample, and takes it back when all is well', async () => {
    await call();
    for (const each of [good, bad, good, bad]) await sample({ ...each });
    expect(warnings()).to.deep.equal([]);
    expect(has('warning')).to.be.false;
    await sample({ ...bad });
    expect(warnings()).to.deep.equal([
      'Poor connection: the caller may not hear you clearly.',
      'Long delay: you and the caller may talk over each other.',
      'Audio is dropping out: some words may be missing.',
      'Unstable connection: voices may break up.',
    ]);
    expect(has('warning')).to.be.true;
    for (let i = 0; i < 4; i++) await sample({ ...good });
    expect(warnings()).to.have.length(4);
    await sample({ ...good });
    expect(warnings()).to.deep.equal([]);
  });

  it('warns in a live region that was there before', async () => {
    await call();
    await sample(good);
    const region = find('[role="status"]');
    for (let i = 0; i < 3; i++) await sample({ ...bad });
    expect(find('[role="status"]')).to.equal(region);
    expect(region.textContent).to.include('Poor connection');
  });

  it('warns of nothing when the call is over', async () => {
    await call();
    for (let i = 0; i < 3; i++) await sample({ ...bad });
    expect(warnings()).to.not.be.empty;
    await emit('EventReleased', { callID: 'c1' });
    expect(warnings()).to.deep.equal([]);
  });

  it('draws the last minutes, also what came before it was put in anew', async () => {
    await call();
    for (let i = 0; i < 3; i++) await sample({ ...good });
    element.remove();
    element = document.createElement('sobot-network-quality');
    agent.append(element);
    await element.updateComplete;
    expect(find('polyline').getAttribute('points')?.split(' ')).to.have.length(3);
    expect(find('[part="trend"]').getAttribute('aria-label')).to.match(/lowest 4\.4, last 4\.4$/);
  });

  it('renders for samples only', async () => {
    await call();
    await sample(good);
    let renders = 0;
    const update = element.requestUpdate.bind(element);
    element.requestUpdate = (...args: Parameters<typeof update>) => (renders++, update(...args));
    await emit('EventAgentMute', { callID: 'c1' });
    await emit('EventAgentReady');
    expect(renders).to.equal(0);
  });

  it('speaks the language around it', async () => {
    await sample(good);
    agent.lang = 'zh-CN';
    await expectText('良好');
    agent.lang = 'en';
    await expectText('Good');
  });

  const expectText = (wanted: string): Promise<unknown> =>
    until(() => find('[part="word"]').textContent === wanted, wanted);

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is accessible in ${colorScheme}`, async () => {
      await emulateMedia({ colorScheme });
      document.documentElement.style.cssText = `color-scheme: ${colorScheme}; background: Canvas`;
      await expect(element).to.be.accessible();
      await call();
      for (const each of [good, bad, { ...bad }, { ...bad }]) await sample({ ...each });
      await expect(element).to.be.accessible();
      element.compact = true;
      await element.updateComplete;
      await expect(element).to.be.accessible();
      document.documentElement.removeAttribute('style');
      await emulateMedia({ colorScheme: 'light' });
    });
  }

  it('fits into 280 px', async () => {
    await setViewport({ width: 280, height: 600 });
    await call();
    for (let i = 0; i < 3; i++) await sample({ ...bad });
    expect(document.documentElement.scrollWidth).to.be.at.most(280);
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    await setViewport({ width: 800, height: 600 });
  });
});

describe('a trend', () => {
  const at = (seconds: number, { ping = 30, jitter = 2, loss = 0 } = {}): Network => ({
    ping,
    jitter,
    loss,
    quality: null,
    mos: estimateMos(ping, jitter, loss),
    at: seconds * 1000,
  });
  const fed = (...samples: Network[]): Trend => {
    const trend = new Trend();
    samples.forEach((each) => trend.add(each));
    return trend;
  };

  it('knows each limit by itself, and the limit itself is no trouble', () => {
    const three = (figures: object) => fed(...[1, 2, 3].map((second) => at(second, figures))).warnings;
    expect(three({ ping: 401 })).to.deep.equal(['ping']);
    expect(three({ ping: 400 })).to.deep.equal([]);
    expect(three({ jitter: 30.1 })).to.deep.equal(['jitter']);
    expect(three({ jitter: 30 })).to.deep.equal([]);
    expect(three({ loss: 1.1 })).to.deep.equal(['loss']);
    expect(three({ loss: 1 })).to.deep.equal([]);
    expect(three({ ping: 390, jitter: 29, loss: 1, mos: 0 })).to.deep.equal([]);
  });

  it('begins anew after a gap: that was another call', () => {
    const trend = fed(at(1, { loss: 5 }), at(2, { loss: 5 }), at(3, { loss: 5 }));
    expect(trend.warnings).to.deep.equal(['loss']);
    trend.add(at(20, { loss: 5 }));
    expect(trend.warnings).to.deep.equal([]);
    expect(trend.runs.map((run) => run.length)).to.deep.equal([3, 1]);
  });

  it('counts a sample once, and forgets', () => {
    const sample = at(1);
    const trend = fed(sample, sample, at(0.5));
    expect(trend.runs).to.deep.equal([[sample]]);
    for (let second = 2; second < 400; second++) trend.add(at(second));
    expect(trend.runs.flat().length).to.equal(TREND_MS / 1000 + 1);
  });
});
