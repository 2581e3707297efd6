import { expect } from '@open-wc/testing';
import { ManualClock, realClock } from '../../../src/sandbox/model/clock.js';

describe('sandbox: clocks', () => {
  it('runs what falls due in order of time, then of setting, also what is set on the way', () => {
    const clock = new ManualClock(1000);
    const ran: string[] = [];
    const note = (name: string) => () => ran.push(`${name}@${clock.now()}`);
    clock.after(20, note('late'));
    clock.after(10, note('first'));
    clock.after(10, () => {
      note('second')();
      clock.after(5, note('nested'));
      clock.after(-1, note('at once'));
    });
    clock.after(31, note('too late'));
    clock.advance(30);
    expect(ran).to.deep.equal(['first@1010', 'second@1010', 'at once@1010', 'nested@1015', 'late@1020']);
    expect(clock.now()).to.equal(1030);
    clock.advance(1);
    expect(ran.at(-1)).to.equal('too late@1031');
  });

  it('forgets what is cancelled, before and after', () => {
    const clock = new ManualClock();
    let ran = 0;
    const cancel = clock.after(1, () => (ran += 1));
    const ranBefore = clock.after(1, () => (ran += 1));
    cancel();
    cancel();
    clock.advance(1);
    ranBefore();
    expect(ran).to.equal(1);
  });

  it('has a real one', async () => {
    const before = realClock.now();
    realClock.after(0, () => expect.fail('cancelled'))();
    await new Promise<void>((resolve) => realClock.after(1, resolve));
    expect(realClock.now()).to.be.at.least(before);
  });
});
