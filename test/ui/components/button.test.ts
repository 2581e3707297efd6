import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import { actionButton } from '../../../src/ui/components/button.js';
import { clockTime, elapsed } from '../../../src/ui/directives/elapsed.js';
import { maskNumber } from '../../../src/internal/mask.js';
import { shallowEqual } from '../../../src/ui/base/state-selector.js';
import { until } from '../../support/until.js';

describe('masked', () => {
  it('shows the last four digits', () => {
    expect(maskNumber('13512345678')).to.equal('*******5678');
    expect(maskNumber('+86 135-1234')).to.equal('+** ***-1234');
  });

  it("keeps the vendor's masks, and short numbers", () => {
    expect(maskNumber('135****5678')).to.equal('*******5678');
    expect(maskNumber('1005')).to.equal('1005');
    expect(maskNumber('')).to.equal('');
  });
});

describe('clockTime', () => {
  for (const [ms, text] of [
    [0, '00:00'],
    [-5000, '00:00'],
    [207_999, '03:27'],
    [3_599_000, '59:59'],
    [3_807_000, '1:03:27'],
    [36_000_000, '10:00:00'],
  ] as const) {
    it(`${ms} ms are ${text}`, () => expect(clockTime(ms)).to.equal(text));
  }
});

describe('elapsed', () => {
  const place = (): Promise<HTMLElement> => fixture<HTMLElement>(html`<p></p>`);

  it('goes on by itself, and only its text', async () => {
    const p = await place();
    let renders = 0;
    const draw = (since: number): void => {
      renders += 1;
      render(html`<b>${elapsed(since)}</b>`, p);
    };
    draw(Date.now() - 200);
    expect(p.textContent).to.equal('00:00');
    await until(() => p.textContent === '00:01', 'a second');
    expect(renders).to.equal(1);
  });

  it('stops with what it is drawn in', async () => {
    const p = await place();
    const calls: number[] = [];
    const format = (ms: number): string => String(calls.push(ms));
    render(html`<b>${elapsed(Date.now(), format)}</b>`, p);
    render(html`<i></i>`, p);
    const other = await place();
    render(html`<b>${elapsed(Date.now() - 990)}</b>`, other);
    const before = calls.length;
    await until(() => other.textContent === '00:01' || other.textContent === '00:02', 'a tick');
    expect(calls.length).to.equal(before);
  });
});

describe('actionButton', () => {
  const draw = async (options: Partial<Parameters<typeof actionButton>[0]>): Promise<[HTMLButtonElement, number[]]> => {
    const clicks: number[] = [];
    const p = await fixture<HTMLElement>(html`<p></p>`);
    render(
      actionButton({ label: 'Hold', part: 'hold', variant: 'tile', onClick: () => clicks.push(1), ...options }),
      p,
    );
    return [p.querySelector('button') as HTMLButtonElement, clicks];
  };

  it('is a button with a name that does what it says', async () => {
    const [button, clicks] = await draw({});
    button.click();
    expect(clicks).to.have.length(1);
    expect(button.type).to.equal('button');
    await expect(button).to.be.accessible();
  });

  it('says why it is off, keeps the focus and does nothing', async () => {
    const [button, clicks] = await draw({ reason: 'There is no call' });
    button.focus();
    button.click();
    expect(document.activeElement).to.equal(button);
    expect(clicks).to.have.length(0);
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(button.title).to.equal('There is no call');
    expect(button.getAttribute('aria-description')).to.equal('There is no call');
  });

  it('waits while it is busy', async () => {
    const [button, clicks] = await draw({ busy: true });
    button.click();
    expect(clicks).to.have.length(0);
    expect(button.getAttribute('aria-busy')).to.equal('true');
  });

  it('is a toggle only where it keeps its name', async () => {
    expect((await draw({}))[0].hasAttribute('aria-pressed')).to.equal(false);
    expect((await draw({ pressed: false }))[0].getAttribute('aria-pressed')).to.equal('false');
  });
});

describe('shallowEqual', () => {
  it('compares one level', () => {
    const same = {};
    expect(shallowEqual({ a: 1, b: same }, { b: same, a: 1 })).to.equal(true);
    expect(shallowEqual<{ a: unknown }>({ a: {} }, { a: {} })).to.equal(false);
    expect(shallowEqual<{ a: number; b?: number }>({ a: 1 }, { a: 1, b: 2 })).to.equal(false);
  });
});
