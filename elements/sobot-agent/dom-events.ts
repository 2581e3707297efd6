import type { SessionEventMap } from '../../src/session/index.js';

declare global {
  interface GlobalEventHandlersEventMap extends SessionEventMap {}
}
