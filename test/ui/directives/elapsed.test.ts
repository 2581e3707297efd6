import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import { clockTime, elapsed } from '../../../src/ui/directives/index.js';
import { reportedErrors } from '../../support/reported-errors.js';
import { until } from '../../support/until.js';

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
    await until(() => /^00:0[1-9]/.test(p.textContent), 'a second');
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

  it('goes on beside one whose format throws', async () => {
    const p = await place();
    const failingFormat = (ms: number): string => {
      if (ms >= 1000) throw new Error('no such time');
      return '';
    };
    const errors = await reportedErrors(async () => {
      render(html`<i>${elapsed(Date.now(), failingFormat)}</i><b>${elapsed(Date.now())}</b>`, p);
      await until(() => /^00:0[2-9]/.test(p.textContent), 'two seconds'); // a busy machine skips one
      render(html``, p);
    });
    expect(errors).to.include('no such time');
  });
});
