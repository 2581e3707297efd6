import { expect, fixture, html } from '@open-wc/testing';
import { SobotAgent } from '../../../elements/sobot-agent/sobot-agent.js';
import { onCleanup } from '../../support/cleanup.js';
import { Probe } from '../../support/probe.js';
import { until } from '../../support/until.js';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('How an element finds its agent', () => {
  let place: HTMLElement;

  const probe = (id = 'p'): Probe => place.querySelector(`#${id}`) as Probe;
  const found = async (id = 'p'): Promise<string | null> => {
    await turn();
    return probe(id).found;
  };
  const show = (markup: string): void => {
    place.replaceChildren(document.createRange().createContextualFragment(markup));
  };

  beforeEach(async () => {
    place = await fixture<HTMLElement>(html`<div></div>`);
  });

  const nested = `<sobot-agent id="a" manual><div><sobot-probe id="p"></sobot-probe></div></sobot-agent>`;

  // Tags can be defined only once, so this comes first.
  it('also when the agent is defined after it', async () => {
    show(nested);
    Probe.define();
    expect(await found()).to.equal(null);
    SobotAgent.define();
    expect(await found()).to.equal('a');
  });

  it('also when both are defined before', async () => {
    show(nested);
    expect(await found()).to.equal('a');
  });

  it('takes the nearest ancestor, out of shadow roots and slots', async () => {
    show(
      '<sobot-agent id="outer" manual><sobot-agent id="inner" manual><div id="host"></div></sobot-agent></sobot-agent>',
    );
    const host = place.querySelector('#host') as HTMLElement;
    const root = host.attachShadow({ mode: 'open' });
    root.append(document.createElement('sobot-probe'));
    await turn();
    expect((root.firstElementChild as Probe).found).to.equal('inner');
  });

  it("takes the document's only agent", async () => {
    show('<sobot-agent id="a" manual></sobot-agent><sobot-probe id="p"></sobot-probe>');
    expect(await found()).to.equal('a');
  });

  it('keeps the only one when another is inserted, and gives it up with it', async () => {
    show('<sobot-agent id="a" manual></sobot-agent><sobot-probe id="p"></sobot-probe>');
    expect(await found()).to.equal('a');
    const markup = '<sobot-agent id="b" manual></sobot-agent><sobot-probe id="late"></sobot-probe>';
    place.append(document.createRange().createContextualFragment(markup));
    expect([await found(), await found('late')]).to.deep.equal(['a', null]);
    place.querySelector('#a')?.remove();
    expect([await found(), await found('late')]).to.deep.equal(['b', 'b']);
  });

  it('takes none of two, until one is gone', async () => {
    show(
      '<sobot-agent id="a" manual></sobot-agent><sobot-agent id="b" manual></sobot-agent><sobot-probe id="p"></sobot-probe>',
    );
    expect(await found()).to.equal(null);
    place.querySelector('#a')?.remove();
    expect(await found()).to.equal('b');
  });

  it('picks up an agent that comes later, and lets go of one that goes', async () => {
    show('<sobot-probe id="p"></sobot-probe>');
    expect(await found()).to.equal(null);
    const agent = document.createElement('sobot-agent');
    agent.id = 'late';
    agent.manual = true;
    place.append(agent);
    expect(await found()).to.equal('late');
    agent.remove();
    expect(await found()).to.equal(null);
  });

  it('follows when it is moved from one agent to another', async () => {
    show(
      '<sobot-agent id="a" manual><sobot-probe id="p"></sobot-probe></sobot-agent><sobot-agent id="b" manual></sobot-agent>',
    );
    expect(await found()).to.equal('a');
    place.querySelector('#b')?.append(probe());
    expect(await found()).to.equal('b');
  });

  describe('by "for"', () => {
    const two = '<sobot-agent id="a" manual></sobot-agent><sobot-agent id="b" manual></sobot-agent>';

    it('takes the one that is named, and not its ancestor', async () => {
      show(`${two}<sobot-agent id="c" manual><sobot-probe id="p" for="b"></sobot-probe></sobot-agent>`);
      expect(await found()).to.equal('b');
    });

    it('waits for a name that is not there, and does not fall back', async () => {
      show('<sobot-agent id="a" manual><sobot-probe id="p" for="z"></sobot-probe></sobot-agent>');
      expect(await found()).to.equal(null);
      (place.querySelector('#a') as HTMLElement).id = 'z';
      expect(await found()).to.equal('z');
    });

    it('follows a change of the property', async () => {
      show(`${two}<sobot-probe id="p" for="a"></sobot-probe>`);
      expect(await found()).to.equal('a');
      probe().htmlFor = 'b';
      await probe().updateComplete;
      expect(await found()).to.equal('b');
      expect(probe().getAttribute('for')).to.equal('b');
    });

    it('searches once for each element that is inserted, however many are there', async () => {
      const asked = new Map<Element, number>();
      const { getRootNode } = Node.prototype;
      onCleanup(() => (Probe.prototype.getRootNode = getRootNode));
      Probe.prototype.getRootNode = function (...options) {
        asked.set(this, (asked.get(this) ?? 0) + 1);
        return getRootNode.apply(this, options);
      };
      show(`${two}<div class="links"></div>`);
      await turn();
      for (let count = 0; count < 50; count += 1) {
        const link = document.createElement('sobot-probe');
        link.htmlFor = 'a';
        place.querySelector('.links')?.append(link);
        await link.updateComplete;
      }
      await turn();
      expect(asked.size).to.equal(50);
      const [first] = asked.values();
      expect([...asked.values()]).to.deep.equal(Array.from({ length: 50 }, () => first));
      expect(place.querySelectorAll<Probe>('.links > *')[49]?.found).to.equal('a');
    });

    it('looks in its own root first, then in the document', async () => {
      show('<sobot-agent id="a" manual></sobot-agent><sobot-agent id="b" manual></sobot-agent><div id="host"></div>');
      const root = (place.querySelector('#host') as HTMLElement).attachShadow({ mode: 'open' });
      root.append(
        document
          .createRange()
          .createContextualFragment(
            `<sobot-agent id="a" manual class="own"></sobot-agent><sobot-probe for="a"></sobot-probe><sobot-probe for="b"></sobot-probe>`,
          ),
      );
      await turn();
      const [own, far] = [...root.querySelectorAll('sobot-probe')];
      expect((own as unknown as { agentHost: Element }).agentHost.className).to.equal('own');
      expect(far?.found).to.equal('b');
    });
  });

  it('goes along into the document of an iframe, in its styles', async () => {
    show('<sobot-agent id="a" manual><sobot-probe id="p"></sobot-probe></sobot-agent>');
    expect(await found()).to.equal('a');
    const agent = place.querySelector('#a') as SobotAgent;
    const moved = probe();
    const iframe = document.createElement('iframe');
    place.append(iframe);
    const inside = iframe.contentDocument as Document;
    inside.body.append(agent);
    await turn();
    expect(moved.ownerDocument).to.equal(inside);
    expect(moved.found).to.equal('a');
    const view = iframe.contentWindow as Window & typeof globalThis;
    expect(moved.shadowRoot?.adoptedStyleSheets.every((sheet) => sheet instanceof view.CSSStyleSheet)).to.equal(true);

    place.append(moved);
    expect(await found()).to.equal(null);
  });

  it('says in place, after a moment, that there is none', async () => {
    show('<sobot-probe id="p"></sobot-probe>');
    await probe().updateComplete;
    expect(probe().shadowRoot?.textContent.trim()).to.equal('');
    await until(() => /No phone here/.test(probe().shadowRoot?.textContent ?? ''), 'the notice');
  });
});
