/**
 * Texts of `<sobot-preflight>`, apart from its class: `src/locales` takes the keys of the
 * translations from them.
 */
import { soundMessages } from '../../src/ui/audio/index.js';

/**
 * English messages of `<sobot-preflight>` that are needed before its panel is loaded.
 * `panel-messages.ts` has the long ones, so that a page without an open panel does not load them.
 */
export const preflightMessages = {
  ...soundMessages,
  'preflight.notLoaded': 'The checks could not be loaded. Check that their file lies beside the kit, then reload.',
} as const;
