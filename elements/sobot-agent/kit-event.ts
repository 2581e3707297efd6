import type { KitEventDetails } from '../../src/session/index.js';

/** One of the kit's own events. */
export const kitEvent = <N extends keyof KitEventDetails>(name: N, detail: KitEventDetails[N]): CustomEvent =>
  new CustomEvent(name, { detail, bubbles: true, composed: true });
