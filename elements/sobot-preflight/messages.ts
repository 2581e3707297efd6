/** The few words that are there before the panel itself is loaded. */
export const preflightWords = {
  'preflight.notLoaded': 'The checks could not be loaded. Check that their file lies beside the kit, then reload.',
} as const;
