import type { SessionEventMap } from '../session/index.js';

declare global {
  interface GlobalEventHandlersEventMap extends SessionEventMap {}
}
