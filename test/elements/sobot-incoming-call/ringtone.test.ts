import { expect } from '@open-wc/testing';
import { Ringtone } from '../../../elements/sobot-incoming-call/ringtone.js';
import { SoundPlayer } from '../../../src/ui/audio/sound.js';

describe('Ring', () => {
  const { play } = SoundPlayer.prototype;
  /** Tones that are on, and how many began. */
  let sounding: number;
  let begun: number;

  beforeEach(() => {
    sounding = begun = 0;
    SoundPlayer.prototype.play = () => {
      sounding += 1;
      begun += 1;
      return () => (sounding -= 1);
    };
  });
  afterEach(() => {
    SoundPlayer.prototype.play = play;
  });

  it('is silent until it is started', () => {
    const ring = new Ringtone();
    ring.stop();
    expect(ring.isRinging).to.be.false;
    expect(begun).to.equal(0);
  });

  it('sounds once, however often it is started and by however many, until the last one stops', () => {
    const [one, other] = [new Ringtone(), new Ringtone()];
    one.start();
    one.start();
    other.start();
    expect([sounding, begun]).to.deep.equal([1, 1]);
    one.stop();
    one.stop();
    expect(one.isRinging).to.be.false;
    expect(other.isRinging).to.be.true;
    expect(sounding).to.equal(1);
    other.stop();
    expect(sounding).to.equal(0);
    one.start();
    expect([sounding, begun]).to.deep.equal([1, 2]);
    one.stop();
  });
});
