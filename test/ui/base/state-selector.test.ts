import { expect } from '@open-wc/testing';
import { shallowEqual } from '../../../src/ui/base/index.js';

describe('shallowEqual', () => {
  it('compares one level', () => {
    const same = {};
    expect(shallowEqual({ a: 1, b: same }, { b: same, a: 1 })).to.equal(true);
    expect(shallowEqual<{ a: unknown }>({ a: {} }, { a: {} })).to.equal(false);
    expect(shallowEqual<{ a: number; b?: number }>({ a: 1 }, { a: 1, b: 2 })).to.equal(false);
  });
});
