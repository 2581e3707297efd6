import { expect } from '@open-wc/testing';
import { BaseElement, LazyElement } from '../../../src/ui/base/index.js';
import { Time } from '../../support/time.js';

describe('LazyElement', () => {
  let renders: number;
  let answers: { resolve: (element: typeof BaseElement) => void; reject: (cause: unknown) => void }[];
  let element: LazyElement;

  const tag = `lazy-element-${Math.random().toString(36).slice(2)}`;
  class Loaded extends BaseElement {
    static override readonly tag = tag;
  }

  beforeEach(() => {
    renders = 0;
    answers = [];
    const host = { requestUpdate: () => void (renders += 1) };
    element = new LazyElement(host, () => new Promise((resolve, reject) => answers.push({ resolve, reject })));
  });

  it('is loaded once, and defined', async () => {
    element.request();
    element.request();
    expect([answers.length, element.isReady, element.hasFailed]).to.deep.equal([1, false, false]);
    answers[0]?.resolve(Loaded);
    await element.settled;
    element.request();
    expect([answers.length, element.isReady, renders]).to.deep.equal([1, true, 1]);
    expect(customElements.get(tag)).to.equal(Loaded);
  });

  it('is loaded again after a failure', async () => {
    element.request();
    answers[0]?.reject(new Error('offline'));
    await element.settled;
    expect([element.isReady, element.hasFailed, renders]).to.deep.equal([false, true, 1]);
    element.request();
    expect(element.hasFailed).to.equal(false);
    answers[1]?.resolve(Loaded);
    await element.settled;
    expect(element.isReady).to.equal(true);
  });

  it('says after 300 ms that it takes long', async () => {
    const time = new Time();
    element.request();
    await time.pass(299);
    expect([element.isSlow, renders]).to.deep.equal([false, 0]);
    await time.pass(1);
    expect([element.isSlow, renders]).to.deep.equal([true, 1]);
    answers[0]?.resolve(Loaded);
    await element.settled;
    expect([element.isSlow, renders]).to.deep.equal([false, 2]);
  });
});
