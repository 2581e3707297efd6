import type { LitElement } from 'lit';
import { SoundPlayer, type SoundState } from '../../src/ui/audio/sound.js';
import { onCleanup } from './cleanup.js';

/** The page's sound as the test wants it, until the test ends. Nothing is audible. */
export class FakeSound {
  /** Tones that are on. */
  tones = 0;
  /** Tones that were played once. */
  once = 0;
  /** How often somebody has tried to make it sound. */
  woken = 0;
  #state: SoundState = 'on';
  readonly #listeners = new Set<() => void>();

  constructor() {
    const own = Object.getOwnPropertyDescriptors(SoundPlayer.prototype);
    onCleanup(() => Object.defineProperties(SoundPlayer.prototype, own));
    Object.defineProperties(SoundPlayer.prototype, {
      state: { configurable: true, get: () => this.#state },
      subscribe: {
        configurable: true,
        value: (listener: () => void) => {
          this.#listeners.add(listener);
          return () => this.#listeners.delete(listener);
        },
      },
      resume: {
        configurable: true,
        value: () => {
          this.woken += 1;
          return Promise.resolve(this.#state);
        },
      },
      play: {
        configurable: true,
        value: (loop: boolean) => {
          if (!loop) this.once += 1;
          this.tones += 1;
          let on = true;
          return () => {
            if (on) this.tones -= 1;
            on = false;
          };
        },
      },
    });
  }

  async become(state: SoundState, element: LitElement): Promise<void> {
    this.#state = state;
    for (const listener of this.#listeners) listener();
    await element.updateComplete;
  }
}
