import { expect, fixture, html } from '@open-wc/testing';
import fc from '../../support/fast-check.js';
import { render } from 'lit';
import { keyedList } from '../../../src/ui/directives/index.js';

describe('keyedList', () => {
  let box: HTMLElement;
  const draw = (keys: readonly string[]): unknown =>
    render(
      html`<ul>
        ${keyedList(
          keys,
          (key) => key,
          (key) => html`<li tabindex="0">${key}</li>`,
        )}
      </ul>`,
      box,
    );
  const rows = (): HTMLElement[] => [...box.querySelectorAll('li')];
  const texts = (): string[] => rows().map(({ textContent }) => textContent ?? '');
  const commentCount = (): number => document.evaluate('count(.//comment())', box).numberValue;

  beforeEach(async () => (box = await fixture(html`<div></div>`)));

  it('renders what it gets, in any order and whatever was there before', () => {
    const lists = fc.array(fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 }), { maxLength: 12 });
    fc.assert(
      fc.property(lists, (steps) => {
        for (const keys of steps) {
          const before = new Map(rows().map((row) => [row.textContent, row]));
          draw(keys);
          expect(texts()).to.deep.equal(keys);
          for (const row of rows()) expect(before.get(row.textContent) ?? row, 'a row keeps its element').to.equal(row);
        }
      }),
    );
  });

  it('leaves nothing behind for rows that go', () => {
    draw([]);
    const empty = commentCount();
    for (let count = 0; count < 50; count += 1) draw([`a${count}`, `b${count}`]);
    draw([]);
    expect(commentCount()).to.equal(empty);
  });

  it('keeps the focus in a row while rows come and go before it', () => {
    draw(['b', 'c']);
    rows()[1]?.focus();
    draw(['a', 'b', 'c']);
    draw(['c']);
    expect(document.activeElement).to.equal(rows()[0]);
  });

  it('renders one row of several with the same key', () => {
    draw(['a', 'b', 'a']);
    expect(texts()).to.deep.equal(['b', 'a']);
    draw(['a', 'a', 'b']);
    expect(texts()).to.deep.equal(['a', 'b']);
  });
});
