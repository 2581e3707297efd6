import { expect } from '@open-wc/testing';
import { ManualTime } from '../support/manual-time.js';
import fc from '../support/fast-check.js';

const HOUR = 3_600_000;

describe('the clock of the page', () => {
  it('begins with the clock of the computer, and counts what passes', () => {
    const time = new ManualTime();
    const begin = time.clock.now();
    expect(begin).to.equal(1_700_000_000_000);
    time.pass(1_500);
    expect(time.clock.now() - begin).to.equal(1_500);
  });

  it('counts a sleep once it is proven, and only then', () => {
    const time = new ManualTime();
    const begin = time.clock.now();
    time.set(-HOUR); // what was set back hides no later sleep
    expect([time.clock.now() - begin, time.clock.gained]).to.deep.equal([0, 0]);
    time.sleep(2 * HOUR);
    expect([time.clock.now() - begin, time.clock.gained]).to.deep.equal([0, 2 * HOUR]);
    expect(time.clock.nowWithSleep() - begin).to.equal(2 * HOUR);
    time.clock.addSleep(2 * HOUR);
    expect([time.clock.now() - begin, time.clock.gained]).to.deep.equal([2 * HOUR, 0]);
  });

  it('never goes back, however the computer’s clock is set', () => {
    const step = fc.record({ passed: fc.nat(100_000), set: fc.integer({ min: -24 * HOUR, max: 24 * HOUR }) });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const time = new ManualTime();
        for (const { passed, set } of steps) {
          const before = time.clock.now();
          time.set(set);
          time.pass(passed);
          expect(time.clock.now() - before).to.equal(passed);
          expect(time.clock.gained).to.be.at.least(0);
        }
      }),
    );
  });
});
