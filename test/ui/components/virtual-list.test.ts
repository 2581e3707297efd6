import { expect, fixture } from '@open-wc/testing';
import { a11ySnapshot, findAccessibilityNode, sendKeys } from '@web/test-runner-commands';
import fc from '../../support/fast-check.js';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { VirtualList, virtualListStyles } from '../../../src/ui/components/virtual-list/virtual-list.js';
import { visibleRange } from '../../../src/ui/components/virtual-list/navigation.js';

interface AXNode {
  readonly role: string;
  readonly name: string;
}

interface Item {
  readonly id: string;
  readonly name: string;
}

const letters = 'abcdefghij';
const many = (count: number): Item[] =>
  Array.from({ length: count }, (_, index) => ({ id: String(index), name: `${letters[index % 10]} ${index}` }));

/** A host as an element of the kit is one. */
abstract class Host extends LitElement {
  static override readonly styles = [
    virtualListStyles,
    css`
      :host {
        --_list: 200px;
        --_row: 40px;
      }
    `,
  ];
  items: readonly Item[] = many(10_000);
  deps: readonly unknown[] = [];
  selected = '';
  readonly picked: string[] = [];
  readonly drawn: string[] = [];
  abstract readonly list: VirtualList<Item>;

  protected row(item: Item): void {
    this.drawn.push(item.id);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { items, deps, selected } = this;
    return items.length ? html`${this.list.render({ items, dependencies: deps, selected, label: 'People' })}` : nothing;
  }
}

class Options extends Host {
  readonly list = new VirtualList<Item>(this, {
    role: 'listbox',
    part: 'people',
    key: ({ id }) => id,
    text: ({ name }) => name,
    onSelect: ({ id }) => this.picked.push(id),
    renderRow: (item) => {
      this.row(item);
      return html`<span>${item.name}</span>`;
    },
  });
}

class Buttons extends Host {
  readonly list = new VirtualList<Item>(this, {
    role: 'grid',
    part: 'people',
    key: ({ id }) => id,
    text: ({ name }) => name,
    renderRow: (item) => {
      this.row(item);
      return html`<div role="gridcell">${item.name}</div>
        <div role="gridcell">
          <button>Call ${item.id}</button><button aria-disabled="true">Ask ${item.id}</button>
        </div>`;
    },
  });
}

customElements.define('test-options', Options);
customElements.define('test-buttons', Buttons);

const box = (host: Host): HTMLElement => host.renderRoot.querySelector('.virtual') as HTMLElement;
const rows = (host: Host): HTMLElement[] => [...host.renderRoot.querySelectorAll<HTMLElement>('.row')];
const row = (host: Host, id: string): HTMLElement | undefined =>
  rows(host).find(({ textContent }) => textContent?.match(/\d+/)?.[0] === id);
const focused = (host: Host): string | undefined => host.shadowRoot?.activeElement?.textContent?.trim();
const frame = (): Promise<number> => new Promise(requestAnimationFrame);

async function scroll(host: Host, top: number): Promise<void> {
  box(host).scrollTop = top;
  // Scroll events come with a frame, news of sizes after it, and are drawn in the next one.
  for (let each = 0; each < 3; each += 1) await frame();
}

async function change(host: Host, items: readonly Item[]): Promise<void> {
  host.items = items;
  host.requestUpdate();
  await host.updateComplete;
}

/** The rows that a person sees in the box, by where they are. */
function seen(host: Host): string[] {
  const { top, bottom } = box(host).getBoundingClientRect();
  return rows(host)
    .map((each) => ({ text: each.textContent?.match(/\d+/)?.[0] ?? '', at: each.getBoundingClientRect() }))
    .filter(({ at }) => at.bottom > top + 0.5 && at.top < bottom - 0.5)
    .sort((a, b) => a.at.top - b.at.top)
    .map(({ text }) => text);
}

describe('windowOf', () => {
  const anyView = fc.record({
    count: fc.nat(20_000),
    height: fc.integer({ min: 1, max: 200 }),
    scrollTop: fc.nat(3_000_000),
    boxHeight: fc.nat(2000),
  });

  it('holds every row that touches the box, and not many more', () => {
    fc.assert(
      fc.property(anyView, ({ count, height, scrollTop, boxHeight }) => {
        const { start, end, firstVisible: first } = visibleRange(count, height, scrollTop, boxHeight);
        expect(start).to.be.within(0, count);
        expect(end).to.be.within(start, count);
        expect(first).to.be.within(0, Math.max(0, count - 1));
        const touches = (index: number): boolean =>
          index * height < scrollTop + boxHeight && (index + 1) * height > scrollTop;
        if (start > 0) expect(touches(start - 1)).to.be.false;
        if (end < count) expect(touches(end)).to.be.false;
        expect(end - start).to.be.at.most(boxHeight / height + 8);
      }),
    );
  });
});

describe('a list of ten thousand', () => {
  let options: Options;
  let buttons: Buttons;

  beforeEach(async () => {
    options = await fixture<Options>(html`<test-options></test-options>`);
    buttons = await fixture<Buttons>(html`<test-buttons></test-buttons>`);
  });

  it('has only the seen rows in the document, and the height of all', () => {
    expect(rows(options).length).to.be.within(5, 12);
    expect(box(options).scrollHeight).to.equal(400_000);
    expect(box(options).clientHeight).to.equal(200);
  });

  it('shows what scroll says, whatever is scrolled, filtered and resized', async () => {
    const step = fc.oneof(
      fc.record({ top: fc.nat(400_000) }),
      fc.record({ count: fc.integer({ min: 1, max: 12_000 }) }),
      fc.record({ size: fc.integer({ min: 60, max: 400 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        for (const each of steps) {
          if ('count' in each) await change(options, many(each.count));
          else if ('size' in each) options.style.setProperty('--_list', `${each.size}px`);
          await scroll(options, 'top' in each ? each.top : box(options).scrollTop);
          const { scrollTop, clientHeight } = box(options);
          const first = Math.floor(scrollTop / 40);
          const last = Math.min(options.items.length, Math.ceil((scrollTop + clientHeight) / 40));
          const wanted = Array.from({ length: last - first }, (_, index) => String(first + index));
          expect(seen(options)).to.deep.equal(wanted);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('learns the height of a row from the page', async () => {
    options.style.setProperty('--_row', '64px');
    options.requestUpdate();
    await options.updateComplete;
    expect(box(options).scrollHeight).to.equal(640_000);
  });

  it('counts all of them for assistive technology', async () => {
    expect(row(options, '2')?.getAttribute('aria-posinset')).to.equal('3');
    expect(row(options, '2')?.getAttribute('aria-setsize')).to.equal('10000');
    expect(box(buttons).getAttribute('aria-rowcount')).to.equal('10000');
    await scroll(buttons, 40 * 5000);
    expect(row(buttons, '5000')?.getAttribute('aria-rowindex')).to.equal('5001');
    await expect(options).to.be.accessible();
    await expect(buttons).to.be.accessible();
    const tree = (await a11ySnapshot({})) as unknown as AXNode & { children: AXNode[] };
    const option = findAccessibilityNode<AXNode>(tree, ({ role, name }) => role === 'option' && name === 'c 2');
    expect(option).to.exist;
  });

  it('draws one row for one change, none for another list of the same items, all for a dependency', async () => {
    options.drawn.length = 0;
    await change(options, [...options.items]);
    expect(options.drawn).to.deep.equal([]);
    await change(
      options,
      options.items.map((each) => (each.id === '1' ? { ...each, name: 'new' } : each)),
    );
    expect(options.drawn).to.deep.equal(['1']);
    expect(row(options, '1') ?? rows(options)[1])
      .to.have.property('textContent')
      .that.contains('new');
    options.deps = ['zh'];
    await change(options, options.items);
    expect(options.drawn.length).to.equal(1 + rows(options).length);
  });

  it('is one stop of the Tab key', async () => {
    const stops = (host: Host): number => host.renderRoot.querySelectorAll('[tabindex="0"]').length;
    expect(stops(options)).to.equal(1);
    expect(stops(buttons)).to.equal(2);
    await scroll(options, 40 * 700);
    expect(row(options, '700')?.tabIndex).to.equal(0);
  });

  it('goes by the keys of a listbox', async () => {
    options.list.focus();
    for (const [key, wanted] of [
      ['ArrowDown', 'b 1'],
      ['PageDown', 'f 5'],
      ['End', 'j 9999'],
      ['ArrowDown', 'j 9999'],
      ['PageUp', 'f 9995'],
      ['ArrowUp', 'e 9994'],
      ['Home', 'a 0'],
      ['ArrowUp', 'a 0'],
      ['c', 'c 2'],
    ] as const) {
      await sendKeys({ press: key });
      expect(focused(options), key).to.equal(wanted);
      expect(seen(options), key).to.include(wanted.slice(2));
    }
  });

  it('finds the next row by its letters, and the one of a whole word', async () => {
    // Letters make a word by the time between them, which is the test's: the machine may be slow.
    let at = 0;
    const stamp = (event: Event): void => void Object.defineProperty(event, 'timeStamp', { value: at });
    window.addEventListener('keydown', stamp, { capture: true });
    options.list.focus();
    await sendKeys({ press: 'b' });
    await sendKeys({ press: 'b' });
    expect(focused(options)).to.equal('b 11');
    at = 700; // a new word begins
    await sendKeys({ type: 'd 9993' });
    window.removeEventListener('keydown', stamp, { capture: true });
    expect(focused(options)).to.equal('d 9993');
    expect(options.picked, 'the space belongs to the word').to.deep.equal([]);
  });

  it('picks by Enter, space and click', async () => {
    options.list.focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Space' });
    row(options, '3')?.click();
    expect(options.picked).to.deep.equal(['1', '1', '3']);
    options.selected = '3';
    await change(options, options.items);
    expect(row(options, '3')?.getAttribute('aria-selected')).to.equal('true');
  });

  it('goes between rows and buttons of a grid', async () => {
    buttons.list.focus();
    expect(focused(buttons)).to.equal('Call 0');
    for (const [key, wanted] of [
      ['ArrowRight', 'Ask 0'],
      ['ArrowRight', 'Ask 0'],
      ['ArrowDown', 'Ask 1'],
      ['ArrowLeft', 'Call 1'],
      ['ArrowLeft', 'Call 1'],
      ['End', 'Call 9999'],
      ['Home', 'Call 0'],
    ] as const) {
      await sendKeys({ press: key });
      expect(focused(buttons), key).to.equal(wanted);
    }
    buttons.dir = 'rtl';
    await sendKeys({ press: 'ArrowLeft' });
    expect(focused(buttons)).to.equal('Ask 0');
  });

  it('keeps the row with the focus wherever the list is scrolled to, and comes back to it', async () => {
    buttons.list.focus();
    await scroll(buttons, 40 * 5000);
    expect(focused(buttons)).to.equal('Call 0');
    expect(rows(buttons).length).to.be.at.most(13);
    await sendKeys({ press: 'ArrowDown' });
    expect(focused(buttons)).to.equal('Call 1');
    expect(box(buttons).scrollTop).to.equal(40);
  });

  it('keeps the focus with its item when the order changes, and in its place when the item is gone', async () => {
    options.list.focus();
    await sendKeys({ press: 'ArrowDown' });
    await change(options, [...options.items].reverse());
    expect(focused(options)).to.equal('b 1');
    await change(
      options,
      options.items.filter(({ id }) => id !== '1'),
    );
    expect(focused(options)).to.equal('a 0');
    await change(options, many(3));
    expect(focused(options)).to.equal('a 0');
  });

  it('begins anew for another search', async () => {
    await scroll(options, 40 * 5000);
    options.list.reset();
    await change(options, many(500));
    expect(seen(options)[0]).to.equal('0');
    expect(options.list.focus()).to.be.true;
    expect(focused(options)).to.equal('a 0');
    await change(options, []);
    expect(options.list.focus()).to.be.false;
  });
});
