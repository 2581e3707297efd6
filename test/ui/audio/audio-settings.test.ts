import { expect } from '@open-wc/testing';
import { MIN_VOLUME, soundSettings } from '../../../src/ui/audio/audio-settings.js';

describe('the sound settings', () => {
  const key = 'sobot-elements.sound';
  const reread = (): void => void window.dispatchEvent(new StorageEvent('storage', { key }));
  let stop: () => void;
  beforeEach(() => {
    localStorage.clear();
    stop = soundSettings.subscribe(() => {});
    reread();
  });
  afterEach(() => {
    stop();
    localStorage.clear();
  });

  it('are kept by the browser', () => {
    soundSettings.set({ volume: 0.3, device: 'desk', notify: false });
    expect(JSON.parse(localStorage.getItem(key) ?? '')).to.deep.equal({ volume: 0.3, device: 'desk', notify: false });
    reread();
    expect(soundSettings.value).to.deep.equal({ volume: 0.3, device: 'desk', notify: false });
  });

  it('are those of another tab as soon as it has changed them', () => {
    let told = 0;
    const unwatch = soundSettings.subscribe(() => (told += 1));
    localStorage.setItem(key, '{"volume":0.4}');
    reread();
    window.dispatchEvent(new StorageEvent('storage', { key: 'of the page' }));
    expect(told).to.equal(1);
    expect(soundSettings.value.volume).to.equal(0.4);
    unwatch();
  });

  for (const nonsense of ['', '{', 'null', '7', '"x"', '{"volume":"loud","device":3,"notify":0}', '{"volume":0}']) {
    it(`are the usual ones when ${nonsense || 'nothing'} is stored`, () => {
      localStorage.setItem(key, nonsense);
      reread();
      const { volume, device } = soundSettings.value;
      expect({ volume, device }).to.deep.equal({ volume: 0.7, device: '' });
      expect(volume).to.be.above(MIN_VOLUME);
    });
  }

  it('last as long as the page where nothing can be stored', () => {
    const storage = Object.getOwnPropertyDescriptor(window, 'localStorage') as PropertyDescriptor;
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('sandboxed', 'SecurityError');
      },
    });
    reread();
    expect(soundSettings.value.volume).to.equal(0.7);
    soundSettings.set({ volume: 0.2 });
    expect(soundSettings.value.volume).to.equal(0.2);
    Object.defineProperty(window, 'localStorage', storage);
  });
});
