import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../elements/sobot-agent/define.js';
import '../../../elements/sobot-softphone/define.js';
import type { SobotAgent } from '../../../elements/sobot-agent/define.js';
import type { SobotSoftphone } from '../../../elements/sobot-softphone/define.js';
import { accessible, aCall, Desk, desk, settled, textOf } from '../../support/desk.js';
import { SdkDouble } from '../../support/sdk-double.js';
import { until } from '../../support/until.js';

/** Every control of a page, through all shadow roots, that is drawn. */
function* controls(root: ParentNode): Generator<HTMLElement> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.matches('button, input, select, textarea') && element.checkVisibility()) yield element;
    if (element.shadowRoot) yield* controls(element.shadowRoot);
  }
}

const nameOf = (element: Element): string => (element.getAttribute('aria-label') ?? textOf(element)).trim();

describe('<sobot-softphone>', () => {
  let on: Desk<SobotSoftphone>;

  const drawn = (): string[] =>
    on
      .all('.main *')
      .filter(({ localName }) => localName.startsWith('sobot-'))
      .map(({ localName }) => localName);
  const names = (): string[] =>
    [...controls(on.root)]
      .filter((each) => each.matches('button'))
      .map(nameOf)
      .filter(Boolean);
  const ready = (): Promise<void> => on.emit('EventAgentReady');

  beforeEach(async () => {
    on = await desk('sobot-softphone');
  });

  describe('shows the one thing that matters now', () => {
    for (const [view, come, elements] of [
      ['login', () => Promise.resolve(), ['sobot-login']],
      ['dialer', () => ready(), ['sobot-dialer']],
      ['incoming', () => on.call('EventRinging'), ['sobot-incoming-call']],
      ['call', () => on.call('EventDialing'), ['sobot-call-info', 'sobot-call-controls', 'sobot-network-quality']],
      [
        'call',
        () => on.call('EventRinging', 'EventEstablished'),
        ['sobot-call-info', 'sobot-call-controls', 'sobot-network-quality'],
      ],
      [
        'wrap-up',
        async () => {
          await ready();
          await on.call('EventRinging', 'EventEstablished', 'EventReleased');
        },
        ['sobot-wrap-up'],
      ],
    ] as const) {
      it(`${view}: ${elements.join(', ')}`, async () => {
        await come();
        await settled(on.element);
        expect(on.has(view)).to.equal(true);
        expect(drawn()).to.deep.equal(elements);
        await settled(on.element);
        const all = names();
        expect(all, 'exactly one control of a name').to.deep.equal([...new Set(all)]);
        await accessible(on.element);
      });
    }
  });

  it('a call outranks presence, and a displaced end', async () => {
    await on.call('EventRinging');
    expect(on.has('incoming')).to.equal(true);
    await on.emit('EventAgentConnectionChanged');
    expect(on.has('incoming') || on.has('displaced')).to.equal(true);
  });

  it('says that calls can’t ring at the agent’s phone, until they can', async () => {
    const isSaid = (): boolean => textOf(on.find('.notices')).includes('can’t reach your phone');
    await ready();
    expect(isSaid()).to.equal(false);
    await on.emit('EventUnreachable');
    expect(isSaid()).to.equal(true);
    await accessible(on.element);
    await on.emit('EventRegistered');
    expect(isSaid()).to.equal(false);
  });

  it('lets the agent take over from another end', async () => {
    await ready();
    await on.emit('EventAgentConnectionChanged');
    expect(on.has('displaced')).to.equal(true);
    await accessible(on.element);
    await on.press('Use phone here');
    await until(() => on.agent.phase === 'ready', 'the take-over');
    expect(on.double.inits).to.have.length(2);
  });

  it('says that it is loading, and what went wrong, and starts again', async () => {
    const double = new SdkDouble();
    double.scripts['initAgent'] = () => undefined;
    const agent = await fixture<SobotAgent>(
      html`<sobot-agent manual company-id="c" agent="1" token="t" .sdk=${double.sdk}
        ><sobot-softphone></sobot-softphone
      ></sobot-agent>`,
    );
    on = new Desk(agent, agent.querySelector('sobot-softphone') as SobotSoftphone, double);
    await settled(on.element);
    expect(on.has('idle')).to.equal(true);
    await on.press('Turn on');
    await settled(on.element);
    expect(on.text).to.contain('Connecting…');
    await accessible(on.element);
    double.inits[0]?.error({ errorMessage: 'unknown company' });
    await settled(on.element);
    expect(on.has('failed')).to.equal(true);
    expect(on.text).to.contain('unknown company');
    await accessible(on.element);
    double.scripts['initAgent'] = ({ success }) => success();
    await on.press('Try again');
    await until(() => on.has('login'), 'the second start');
  });

  it('says that the network is gone, and that it is back', async () => {
    await ready();
    window.dispatchEvent(new Event('offline'));
    await settled(on.element);
    expect(on.text).to.contain('You’re offline');
    window.dispatchEvent(new Event('online'));
    await settled(on.element);
    expect(on.text).not.to.contain('You’re offline');
  });

  it('says visibly that it is a sandbox', async () => {
    expect(on.text).not.to.contain('Sandbox');
    const agent = await fixture<SobotAgent>(
      html`<sobot-agent sandbox manual><sobot-softphone></sobot-softphone></sobot-agent>`,
    );
    const softphone = agent.querySelector('sobot-softphone') as SobotSoftphone;
    await softphone.updateComplete;
    expect(softphone.shadowRoot?.textContent).to.contain('Sandbox');
  });

  describe('features', () => {
    it('leave out what is not named', async () => {
      await ready();
      on.element.features = 'dialer';
      await settled(on.element);
      expect(drawn()).to.deep.equal(['sobot-dialer']);
      expect(on.all('sobot-status')).to.deep.equal([]);
    });

    it('without notes, there are none during the call', async () => {
      on.element.features = 'status dialer';
      await on.call('EventRinging', 'EventEstablished');
      expect(drawn()).to.deep.equal(['sobot-call-info', 'sobot-call-controls']);
    });
  });

  it('renders for the view, not for every event', async () => {
    await ready();
    await on.call('EventRinging', 'EventEstablished');
    let renders = 0;
    const { requestUpdate } = on.element;
    on.element.requestUpdate = (...all) => {
      renders += 1;
      requestUpdate.apply(on.element, all);
    };
    await on.emit('EventJanusLatency', { ping: 20, jitter: 1, loss: '0%', quality: 'e' });
    await on.call('EventAgentHoldCall');
    expect(renders).to.equal(0);
  });

  describe('fits', () => {
    afterEach(() => setViewport({ width: 800, height: 600 }));

    for (const layout of ['panel', 'bar', 'floating'] as const) {
      for (const preview of ['none', 'ringing', 'talking', 'held', 'wrap-up'] as const) {
        it(`as ${layout} while ${preview}, from 280 px to a wide page`, async () => {
          const agent = await fixture<SobotAgent>(
            html`<sobot-agent preview=${preview}><sobot-softphone layout=${layout}></sobot-softphone></sobot-agent>`,
          );
          on.agent.remove();
          const softphone = agent.querySelector('sobot-softphone') as SobotSoftphone;
          await settled(softphone);
          for (const width of [280, 700, 900, 1400]) {
            await setViewport({ width, height: 900 });
            await settled(softphone);
            const outer = softphone.getBoundingClientRect();
            expect(document.documentElement.scrollWidth, `at ${width}px`).to.be.at.most(width);
            for (const control of controls(softphone.shadowRoot as ShadowRoot)) {
              if (control.closest('[popover]')) continue;
              const { left, right, height } = control.getBoundingClientRect();
              const what = `${nameOf(control) || control.className} at ${width}px`;
              expect(left, what).to.be.at.least(outer.left - 1);
              expect(right, what).to.be.at.most(outer.right + 1);
              if (control.matches('.button')) expect(height, what).to.be.at.least(32);
            }
          }
        });
      }
    }
  });

  it('keeps every function in another language', async () => {
    on.agent.lang = 'zh-CN';
    await on.call('EventRinging');
    await until(() => {
      const incoming = on.all('sobot-incoming-call')[0];
      return incoming?.shadowRoot?.textContent.includes('接听');
    }, 'Chinese');
    expect(aCall.otherDN).to.equal('135****5678');
    await accessible(on.element);
  });
});
