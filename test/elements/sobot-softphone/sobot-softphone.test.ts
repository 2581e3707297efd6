import { expect, fixture as mountTemplate, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../elements/sobot-agent/define.js';
import '../../../elements/sobot-softphone/define.js';
import type { SobotAgent } from '../../../elements/sobot-agent/define.js';
import type { SobotSoftphone } from '../../../elements/sobot-softphone/define.js';
import { callFields } from '../../support/call-fields.js';
import { createElement, ElementFixture, expectAccessible, settled, textOf } from '../../support/element-fixture.js';
import { FakeSdk } from '../../support/fake-sdk.js';
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
  let fixture: ElementFixture<SobotSoftphone>;

  const drawn = (): string[] =>
    fixture
      .all('.main *')
      .filter(({ localName }) => localName.startsWith('sobot-'))
      .map(({ localName }) => localName);
  const names = (): string[] =>
    [...controls(fixture.root)]
      .filter((each) => each.matches('button'))
      .map(nameOf)
      .filter(Boolean);
  const ready = (): Promise<void> => fixture.emit('EventAgentReady');

  beforeEach(async () => {
    fixture = await createElement('sobot-softphone');
  });

  describe('shows the one thing that matters now', () => {
    for (const [view, come, elements] of [
      ['login', () => Promise.resolve(), ['sobot-login']],
      ['dialer', () => ready(), ['sobot-dialer']],
      ['incoming', () => fixture.call('EventRinging'), ['sobot-incoming-call']],
      ['call', () => fixture.call('EventDialing'), ['sobot-call-info', 'sobot-call-controls', 'sobot-network-quality']],
      [
        'call',
        () => fixture.call('EventRinging', 'EventEstablished'),
        ['sobot-call-info', 'sobot-call-controls', 'sobot-network-quality'],
      ],
      [
        'wrap-up',
        async () => {
          await ready();
          await fixture.call('EventRinging', 'EventEstablished', 'EventReleased');
        },
        ['sobot-wrap-up'],
      ],
    ] as const) {
      it(`${view}: ${elements.join(', ')}`, async () => {
        await come();
        await settled(fixture.element);
        expect(fixture.has(view)).to.equal(true);
        expect(drawn()).to.deep.equal(elements);
        await settled(fixture.element);
        const all = names();
        expect(all, 'exactly one control of a name').to.deep.equal([...new Set(all)]);
        await expectAccessible(fixture.element);
      });
    }
  });

  it('a call outranks presence, and a displaced end', async () => {
    await fixture.call('EventRinging');
    expect(fixture.has('incoming')).to.equal(true);
    await fixture.emit('EventAgentConnectionChanged');
    expect(fixture.has('incoming') || fixture.has('displaced')).to.equal(true);
  });

  it('says that calls can’t ring at the agent’s phone, until they can', async () => {
    const isShown = (): boolean => textOf(fixture.find('.notices')).includes('can’t reach your phone');
    await ready();
    expect(isShown()).to.equal(false);
    await fixture.emit('EventUnreachable');
    expect(isShown()).to.equal(true);
    await expectAccessible(fixture.element);
    await fixture.emit('EventRegistered');
    expect(isShown()).to.equal(false);
  });

  it('lets the agent take over from another end', async () => {
    await ready();
    await fixture.emit('EventAgentConnectionChanged');
    expect(fixture.has('displaced')).to.equal(true);
    await expectAccessible(fixture.element);
    await fixture.press('Use phone here');
    await until(() => fixture.agent.phase === 'ready', 'the take-over');
    expect(fixture.sdk.inits).to.have.length(2);
  });

  it('says that it is loading, and what went wrong, and starts again', async () => {
    const sdk = new FakeSdk();
    sdk.scripts['initAgent'] = () => undefined;
    const agent = await mountTemplate<SobotAgent>(
      html`<sobot-agent manual company-id="c" agent="1" token="t" .sdk=${sdk.api}
        ><sobot-softphone></sobot-softphone
      ></sobot-agent>`,
    );
    fixture = new ElementFixture(agent, agent.querySelector('sobot-softphone') as SobotSoftphone, sdk);
    await settled(fixture.element);
    expect(fixture.has('idle')).to.equal(true);
    await fixture.press('Turn on');
    await settled(fixture.element);
    expect(fixture.text).to.contain('Connecting…');
    await expectAccessible(fixture.element);
    sdk.inits[0]?.error({ errorMessage: 'unknown company' });
    await settled(fixture.element);
    expect(fixture.has('failed')).to.equal(true);
    expect(fixture.text).to.contain('unknown company');
    await expectAccessible(fixture.element);
    sdk.scripts['initAgent'] = ({ success }) => success();
    await fixture.press('Try again');
    await until(() => fixture.has('login'), 'the second start');
  });

  it('says that the network is gone, and that it is back', async () => {
    await ready();
    window.dispatchEvent(new Event('offline'));
    await settled(fixture.element);
    expect(fixture.text).to.contain('You’re offline');
    window.dispatchEvent(new Event('online'));
    await settled(fixture.element);
    expect(fixture.text).not.to.contain('You’re offline');
  });

  it('says visibly that it is a sandbox', async () => {
    expect(fixture.text).not.to.contain('Sandbox');
    const agent = await mountTemplate<SobotAgent>(
      html`<sobot-agent sandbox manual><sobot-softphone></sobot-softphone></sobot-agent>`,
    );
    const softphone = agent.querySelector('sobot-softphone') as SobotSoftphone;
    await softphone.updateComplete;
    expect(softphone.shadowRoot?.textContent).to.contain('Sandbox');
  });

  describe('features', () => {
    it('leave out what is not named', async () => {
      await ready();
      fixture.element.features = 'dialer';
      await settled(fixture.element);
      expect(drawn()).to.deep.equal(['sobot-dialer']);
      expect(fixture.all('sobot-status')).to.deep.equal([]);
    });

    it('without notes, there are none during the call', async () => {
      fixture.element.features = 'status dialer';
      await fixture.call('EventRinging', 'EventEstablished');
      expect(drawn()).to.deep.equal(['sobot-call-info', 'sobot-call-controls']);
    });
  });

  it('renders for the view, not for every event', async () => {
    await ready();
    await fixture.call('EventRinging', 'EventEstablished');
    let renders = 0;
    const { requestUpdate } = fixture.element;
    fixture.element.requestUpdate = (...all) => {
      renders += 1;
      requestUpdate.apply(fixture.element, all);
    };
    await fixture.emit('EventJanusLatency', { ping: 20, jitter: 1, loss: '0%', quality: 'e' });
    await fixture.call('EventAgentHoldCall');
    expect(renders).to.equal(0);
  });

  describe('fits', () => {
    afterEach(() => setViewport({ width: 800, height: 600 }));

    for (const layout of ['panel', 'bar', 'floating'] as const) {
      for (const preview of ['none', 'ringing', 'talking', 'held', 'wrap-up'] as const) {
        it(`as ${layout} while ${preview}, from 280 px to a wide page`, async () => {
          const agent = await mountTemplate<SobotAgent>(
            html`<sobot-agent preview=${preview}><sobot-softphone layout=${layout}></sobot-softphone></sobot-agent>`,
          );
          fixture.agent.remove();
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
    fixture.agent.lang = 'zh-CN';
    await fixture.call('EventRinging');
    await until(() => {
      const incoming = fixture.all('sobot-incoming-call')[0];
      return incoming?.shadowRoot?.textContent.includes('接听');
    }, 'Chinese');
    expect(callFields.otherDN).to.equal('135****5678');
    await expectAccessible(fixture.element);
  });
});
