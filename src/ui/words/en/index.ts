import type { baseWords } from './base.js';
import type { callWords } from './call.js';
import type { callControlsWords } from './call-controls.js';
import type { callInfoWords } from './call-info.js';
import type { dialpadWords } from './dialpad.js';
import type { incomingCallWords } from './incoming-call.js';

/** Every English word of the kit: what a further language has to have. Types only, so that nothing is bundled. */
export type AllWords = typeof baseWords &
  typeof callWords &
  typeof callControlsWords &
  typeof callInfoWords &
  typeof dialpadWords &
  typeof incomingCallWords;
