/** The few words that are there before the panel itself is loaded. */
export const sandboxWords = {
  'sandbox.failed': 'The sandbox could not be loaded. Check that its file lies beside the kit, then reload the page.',
} as const;
