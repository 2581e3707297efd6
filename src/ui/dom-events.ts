import type { SdkEventMap } from '../sdk/index.js';
import type { KitEventMap } from '../session/index.js';

declare global {
  interface GlobalEventHandlersEventMap extends SdkEventMap, KitEventMap {}
}
