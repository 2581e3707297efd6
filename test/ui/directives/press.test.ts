import { expect, fixture, html } from '@open-wc/testing';
import { render, type TemplateResult } from 'lit';
import { press as pressed } from '../../../src/ui/directives/index.js';
import { centre, press } from '../../support/press.js';

type Kind = keyof typeof press;

/** The page at the first press, and what the first press does to it. */
interface Page {
  readonly title: string;
  readonly first: TemplateResult;
  readonly then: TemplateResult;
  /** Milliseconds between the presses, counted from now, which is when the page changes at the earliest. */
  readonly after: number;
  readonly works: boolean;
  readonly kinds?: readonly Kind[];
}

let clicks: string[] = [];

const button = (name: string, key = name, isAt = '20px'): TemplateResult =>
  html`<button
    style="position: absolute; left: 20px; top: ${isAt}; width: 200px; height: 44px"
    @click=${pressed(key, () => clicks.push(name))}
  >
    ${name}
  </button>`;

const answer = button('Answer');
const pages: readonly Page[] = [
  {
    title: 'at the button that has taken its place',
    first: answer,
    then: html`${button('Hang up')}`,
    after: 120,
    works: false,
  },
  {
    title: 'late at a button that has just come',
    first: answer,
    then: html`${button('Hang up')}`,
    after: 450,
    works: false,
  },
  { title: 'at a button that has settled', first: answer, then: html`${button('Hang up')}`, after: 3000, works: true },
  {
    title: 'at the same button with another command',
    first: answer,
    then: button('Hang up'),
    after: 120,
    works: false,
  },
  { title: 'at a toggle', first: button('Mute', 'mute'), then: button('Unmute', 'mute'), after: 120, works: true },
  { title: 'at a button that has not changed', first: answer, then: answer, after: 120, works: true },
  {
    title: 'at a button that has moved there',
    first: html`${answer}${button('Finish', 'finish', '120px')}`,
    then: html`${button('Answer', 'Answer', '220px')}${button('Finish', 'finish')}`,
    after: 120,
    works: false,
    kinds: ['mouse', 'touch'],
  },
  {
    title: 'at a button that has moved there long ago',
    first: html`${answer}${button('Finish', 'finish', '120px')}`,
    then: html`${button('Answer', 'Answer', '220px')}${button('Finish', 'finish')}`,
    after: 3000,
    works: true,
    kinds: ['mouse', 'touch'],
  },
];

describe('press', () => {
  let place: HTMLElement;
  const draw = (template: TemplateResult): void => void render(template, place);
  /** The button at the place of the first one. */
  const target = (): HTMLElement => document.elementFromPoint(100, 40) as HTMLElement;

  beforeEach(async () => {
    // Elsewhere, so that no test continues the presses of the one before.
    await press.mouse({ x: 600, y: 400 }, performance.now());
    clicks = [];
    place = await fixture<HTMLElement>(html`<div></div>`);
  });

  for (const { title, first, then, after, works, kinds = ['mouse', 'touch', 'enter'] as const } of pages) {
    for (const kind of kinds) {
      it(`${works ? 'works' : 'does nothing'} by ${kind} the second time ${title}`, async () => {
        draw(first);
        target().focus();
        const point = centre(target());
        await press[kind](point, performance.now());
        expect(clicks).to.have.length(1);
        draw(then);
        target().focus();
        await press[kind](point, performance.now() + after);
        expect(clicks).to.have.length(works ? 2 : 1);
      });
    }
  }

  it('does nothing however often it is pressed within that time', async () => {
    draw(answer);
    const point = centre(target());
    const start = performance.now();
    await press.mouse(point, start);
    draw(html`${button('Hang up')}`);
    for (const after of [100, 250, 400]) await press.mouse(point, performance.now() + after);
    expect(clicks).to.deep.equal(['Answer']);
    await press.mouse(point, performance.now() + 3000);
    expect(clicks).to.deep.equal(['Answer', 'Hang up']);
  });

  it('works at once at another place, and after another key', async () => {
    draw(html`${answer}`);
    await press.mouse(centre(target()), performance.now());
    draw(html`${[button('Hang up'), button('Hold', 'hold', '120px')]}`);
    const [, hold] = place.querySelectorAll('button');
    await press.mouse(centre(hold as Element), performance.now() + 50);
    expect(clicks).to.deep.equal(['Answer', 'Hold']);
  });

  it('works at once by script', async () => {
    draw(answer);
    await press.mouse(centre(target()), performance.now());
    draw(html`${button('Hang up')}`);
    target().click();
    expect(clicks).to.deep.equal(['Answer', 'Hang up']);
  });

  it('does nothing while the control changes under the pressed pointer', async () => {
    draw(answer);
    target().addEventListener('pointerdown', () => draw(button('Hang up')), { once: true });
    await press.mouse(centre(target()), performance.now());
    expect(clicks).to.deep.equal([]);
  });

  it('does nothing while Enter is held down', async () => {
    draw(button('Hold', 'hold'));
    target().focus();
    await press.enter(centre(target()), performance.now(), false);
    for (const after of [600, 2000]) await press.enter(centre(target()), performance.now() + after, true);
    expect(clicks).to.deep.equal(['Hold']);
  });

  it('does nothing at an old control that gets the focus by itself', async () => {
    draw(html`${answer}${button('Hold', 'hold', '120px')}`);
    const [first, hold] = place.querySelectorAll('button');
    first?.focus();
    await press.enter(centre(target()), performance.now());
    hold?.focus();
    await press.enter(centre(target()), performance.now() + 100);
    expect(clicks).to.deep.equal(['Answer']);
  });
});
