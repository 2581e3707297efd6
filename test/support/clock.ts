import { onCleanup } from './cleanup.js';

/** The two sources of time of the page, which a test moves. They are the browser's own again after the test. */
export class Clocks {
  #set = 0;
  #passed = 0;

  constructor() {
    const wall = Date.now;
    const monotonic = performance.now.bind(performance);
    Date.now = () => wall() + this.#set + this.#passed;
    performance.now = () => monotonic() + this.#passed;
    onCleanup(() => {
      Date.now = wall;
      Reflect.deleteProperty(performance, 'now');
    });
  }

  /** Lets milliseconds pass, without running timers. */
  pass(ms: number): void {
    this.#passed += ms;
  }

  /** Sets the computer's clock forward, or back by a negative value. A machine that has slept looks the same. */
  set(ms: number): void {
    this.#set += ms;
  }
}
