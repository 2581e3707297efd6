import { executeServerCommand } from '@web/test-runner-commands';

/** Sends a command of the DevTools protocol to the page. */
const cdp = (method: string, params: object): Promise<unknown> => executeServerCommand('cdp', { method, params });

/** The time on the clock of `event.timeStamp`, as the protocol wants it: seconds since 1970. */
const seconds = (timeStamp: number): number => (performance.timeOrigin + timeStamp) / 1000;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export function centre(element: Element): Point {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

/** Presses with the browser's own events, at a moment that the test chooses: `at` becomes `event.timeStamp`. */
export const press = {
  async mouse({ x, y }: Point, at: number): Promise<void> {
    const params = { x, y, button: 'left', clickCount: 1 };
    await cdp('Input.dispatchMouseEvent', { ...params, type: 'mousePressed', timestamp: seconds(at) });
    await cdp('Input.dispatchMouseEvent', { ...params, type: 'mouseReleased', timestamp: seconds(at + 1) });
  },
  async touch(point: Point, at: number): Promise<void> {
    await cdp('Emulation.setTouchEmulationEnabled', { enabled: true });
    // The browser recognizes the gesture later than it has answered.
    const click = new Promise((resolve) => window.addEventListener('click', resolve, { capture: true, once: true }));
    await cdp('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point], timestamp: seconds(at) });
    await cdp('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [], timestamp: seconds(at + 1) });
    await click;
    await cdp('Emulation.setTouchEmulationEnabled', { enabled: false });
  },
  /** Enter at the element that has the focus. */
  async enter(_point: Point, at: number, autoRepeat = false): Promise<void> {
    const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 };
    const down = { ...key, type: 'keyDown', text: '\r', autoRepeat };
    await cdp('Input.dispatchKeyEvent', { ...down, timestamp: seconds(at) });
    if (!autoRepeat) await cdp('Input.dispatchKeyEvent', { ...key, type: 'keyUp', timestamp: seconds(at + 1) });
  },
};
