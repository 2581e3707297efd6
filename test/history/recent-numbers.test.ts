import { expect } from '@open-wc/testing';
import { RecentNumbers } from '../../src/history/index.js';

describe('RecentNumbers', () => {
  const owner = {};

  it('keeps the newest first, each once, and no more than its limit', () => {
    const recent = new RecentNumbers(3);
    for (const number of ['1', '2', '1', '3', '4']) recent.add(owner, number);
    expect(recent.of(owner)).to.deep.equal(['4', '3', '1']);
  });

  it('keeps one spelling of a number, the last one', () => {
    const recent = new RecentNumbers(3);
    for (const number of ['+1 555', '+2', '+1555']) recent.add(owner, number);
    expect(recent.of(owner)).to.deep.equal(['+1555', '+2']);
  });

  it('keeps the owners and the lists apart', () => {
    const recent = new RecentNumbers(3);
    recent.add(owner, '1');
    expect(recent.of({})).to.deep.equal([]);
    expect(recent.of(null)).to.deep.equal([]);
    expect(new RecentNumbers(3).of(owner)).to.deep.equal([]);
  });
});
