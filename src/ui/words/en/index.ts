import type { baseWords } from './base.js';

/** Every English word of the kit: what a further language has to have. Types only, so that nothing is bundled. */
export type AllWords = typeof baseWords;
