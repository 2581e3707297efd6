import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SobotAgent } from '../../../elements/sobot-agent/define.js';
import { createReadyAgent } from '../../support/agent-fixture.js';
import type { FakeSdk } from '../../support/fake-sdk.js';
import type { EventRecorder } from '../../support/event-recorder.js';

/** What a click on a link does: the browser never gets further here. */
interface Click {
  readonly dialled: readonly unknown[];
  /** The browser would follow it. */
  readonly left: boolean;
}

describe('the attribute scan', () => {
  let page: HTMLElement;
  let agent: SobotAgent;
  let sdk: FakeSdk;
  let events: EventRecorder;
  beforeEach(async () => {
    ({ agent, sdk, events } = await createReadyAgent());
  });

  beforeEach(() => {
    agent.scan = 'main, .phones';
    sdk.emit({ messageID: 'EventAgentReady' });
    page = document.createElement('main');
    document.body.append(page);
    events.clear();
  });
  afterEach(() => page.remove());

  const put = (markup: string, into: Element | ShadowRoot = page): HTMLElement => {
    into.innerHTML = markup;
    return into.querySelector('a, area') as HTMLElement;
  };

  /** A click on the link, or on what is in it, and what came of it. */
  function click(target: Element, init: MouseEventInit = {}): Click {
    let left = false;
    const last = (event: Event): void => {
      left = !event.defaultPrevented;
      event.preventDefault();
    };
    window.addEventListener('click', last, { once: true });
    target.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...init }));
    window.removeEventListener('click', last);
    const calls = sdk.sent.filter(({ method }) => method === 'makeCall');
    return { dialled: calls.map(({ params }) => params['otherDN']), left };
  }

  const dials = { dialled: ['+12015550123'], left: false };
  const leaves = { dialled: [], left: true };
  const aLink = '<a href="tel:+1-201-555-0123;ext=7">Call <b>Ada</b></a>';

  it('dials a tel: link of the page', () => {
    expect(click(put(aLink))).to.deep.equal(dials);
  });

  it('names the link as the source', () => {
    const link = put(aLink);
    click(link);
    expect(events.of('sobot-command')).to.have.length(1);
    expect(events.of('sobot-command')[0].source).to.equal(link);
  });

  it('also by a click on what is in the link', () => {
    expect(click(put(aLink).querySelector('b') as Element)).to.deep.equal(dials);
  });

  it('also by the keyboard', async () => {
    put(aLink).focus();
    await sendKeys({ press: 'Enter' });
    expect(sdk.last('makeCall').params).to.deep.equal({ otherDN: '+12015550123' });
  });

  it('also in an open shadow root, of which any ancestor matches', () => {
    const host = page.appendChild(document.createElement('div'));
    const inner = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('section'));
    expect(click(put(aLink, inner.attachShadow({ mode: 'open' })))).to.deep.equal(dials);
  });

  it('also where the link itself matches', () => {
    agent.scan = 'a.dial';
    const link = put(aLink);
    expect(click(link)).to.deep.equal(leaves);
    link.className = 'dial';
    expect(click(link)).to.deep.equal(dials);
  });

  it('also an area of a map', () => {
    expect(click(put('<map name="m"><area href="tel:+12015550123" alt="Ada"></map>'))).to.deep.equal(dials);
  });

  for (const [what, markup] of [
    ['other links', '<a href="#x">x</a>'],
    ['links that call nobody', '<a href="tel:">x</a>'],
    ['links without an address', '<a>x</a>'],
    ['texts that are written', `<div contenteditable>${aLink}</div>`],
  ] as const) {
    it(`leaves ${what} alone`, () => {
      expect(click(put(markup))).to.deep.equal(leaves);
      expect(events.warnings).to.deep.equal([]);
    });
  }

  for (const href of ['tel:*21*5550100%23', 'tel:ada']) {
    it(`leaves ${href} to the browser, with a warning`, () => {
      expect(click(put(`<a href="${href}">x</a>`))).to.deep.equal(leaves);
      expect(events.warnings).to.have.length(1);
    });
  }

  it('leaves the rest of the page alone', () => {
    const rest = document.body.appendChild(document.createElement('div'));
    expect(click(put(aLink, rest))).to.deep.equal(leaves);
    rest.remove();
  });

  for (const name of ['href', 'xlink:href'])
    it(`also a link of an SVG image, by ${name}`, () => {
      expect(click(put(`<svg><a ${name}="tel:+12015550123"><text>Call</text></a></svg>`))).to.deep.equal(dials);
    });

  describe('in a row, a menu or a dialog that stops the click', () => {
    const stops: Readonly<Record<string, (event: Event) => void>> = {
      'at once': (event) => event.stopPropagation(),
      'for all listeners': (event) => event.stopImmediatePropagation(),
    };
    const prevents: Readonly<Record<string, (event: Event) => void>> = {
      'and prevents the default': (event) => {
        event.stopPropagation();
        event.preventDefault();
      },
      'after it has prevented the default': (event) => {
        event.preventDefault();
        event.stopPropagation();
      },
    };
    /** Whether the browser would follow a link in a row with a listener, and the calls that the click causes. */
    async function clickInRow(listener: (event: Event) => void): Promise<Click> {
      page.addEventListener('click', listener, { once: true });
      const { left } = click(put(aLink));
      await Promise.resolve();
      const calls = sdk.sent.filter(({ method }) => method === 'makeCall');
      return { dialled: calls.map(({ params }) => params['otherDN']), left };
    }

    for (const [what, stop] of Object.entries(stops))
      it(`dials: ${what}`, async () => {
        expect(await clickInRow(stop)).to.deep.equal(dials);
      });

    for (const [what, stop] of Object.entries(prevents))
      it(`does not dial: ${what}`, async () => {
        expect((await clickInRow(stop)).dialled).to.deep.equal([]);
      });

    it('dials a link whose own listener stops it', async () => {
      const link = put(aLink);
      link.addEventListener('click', (event) => event.stopPropagation());
      const event = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
      expect(link.dispatchEvent(event)).to.equal(false);
      await Promise.resolve();
      expect(sdk.last('makeCall').params).to.deep.equal({ otherDN: '+12015550123' });
    });
  });

  it('leaves a link alone that the page has seen to', () => {
    page.addEventListener('click', (event) => event.preventDefault());
    expect(click(put(aLink))).to.deep.equal({ dialled: [], left: false });
  });

  for (const init of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }]) {
    it(`leaves a click with ${Object.keys(init).join()} to the browser`, () => {
      expect(click(put(aLink), init)).to.deep.equal(leaves);
    });
  }

  it('without the attribute does nothing', () => {
    agent.scan = '';
    expect(click(put(aLink))).to.deep.equal(leaves);
  });

  for (const [state, come] of [
    ['logged out', () => sdk.emit({ messageID: 'RequestAgentLogout' })],
    ['displaced', () => sdk.emit({ messageID: 'EventAgentConnectionChanged' })],
    ['stopped', () => agent.stop()],
  ] as const) {
    it(`leaves links to the browser while the phone is ${state}, and says so`, () => {
      come();
      events.clear();
      expect(click(put(aLink))).to.deep.equal(leaves);
      expect(events.warnings).to.deep.equal(['tel-link']);
    });
  }

  it('neither dials nor opens another phone during a call, and says so', () => {
    sdk.emit({ messageID: 'EventRinging', callID: 'c1', otherDN: '5' });
    sdk.emit({ messageID: 'EventEstablished', callID: 'c1', otherDN: '5' });
    events.clear();
    expect(click(put(aLink))).to.deep.equal({ dialled: [], left: false });
    expect(events.warnings).to.deep.equal(['tel-link']);
  });

  it('dials once where two agents scan the same part', () => {
    const second = document.body.appendChild(document.createElement('sobot-agent'));
    second.scan = 'main';
    expect(click(put(aLink))).to.deep.equal(dials);
    second.remove();
  });

  it('goes with the agent, and ends with it', () => {
    const parent = agent.parentElement as Element;
    const link = put(aLink);
    agent.remove();
    expect(click(link)).to.deep.equal(leaves);
    parent.append(agent);
    expect(click(link)).to.deep.equal(dials);
  });

  it('that is no selector is one warning', () => {
    agent.scan = 'main >';
    const link = put(aLink);
    expect(click(link)).to.deep.equal(leaves);
    expect(click(link)).to.deep.equal(leaves);
    expect(events.warnings).to.deep.equal(['config']);
  });
});
