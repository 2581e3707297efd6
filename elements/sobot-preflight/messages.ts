import { soundMessages } from '../../src/ui/audio/index.js';

/** The few messages that are there before the panel itself is loaded. */
export const preflightMessages = {
  ...soundMessages,
  'preflight.notLoaded': 'The checks could not be loaded. Check that their file lies beside the kit, then reload.',
} as const;
