import { expect } from '@open-wc/testing';
import { Ring } from '../../elements/sobot-incoming-call/ringtone.js';
import { Sound } from '../../src/ui/audio/sound.js';

describe('Ring', () => {
  const { play } = Sound.prototype;
  /** Tones that are on, and how many began. */
  let sounding: number;
  let begun: number;

  beforeEach(() => {
    sounding = begun = 0;
    Sound.prototype.play = () => {
      sounding += 1;
      begun += 1;
      return () => (sounding -= 1);
    };
  });
  afterEach(() => {
    Sound.prototype.play = play;
  });

  it('is silent until it is started', () => {
    const ring = new Ring();
    ring.stop();
    expect(ring.ringing).to.be.false;
    expect(begun).to.equal(0);
  });

  it('sounds once, however often it is started and by however many, until the last one stops', () => {
    const [one, other] = [new Ring(), new Ring()];
    one.start();
    one.start();
    other.start();
    expect([sounding, begun]).to.deep.equal([1, 1]);
    one.stop();
    one.stop();
    expect(one.ringing).to.be.false;
    expect(other.ringing).to.be.true;
    expect(sounding).to.equal(1);
    other.stop();
    expect(sounding).to.equal(0);
    one.start();
    expect([sounding, begun]).to.deep.equal([1, 2]);
    one.stop();
  });
});
