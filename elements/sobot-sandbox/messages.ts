/** The few messages that are there before the panel itself is loaded. */
export const sandboxMessages = {
  'sandbox.failed': 'The sandbox could not be loaded. Check that its file lies beside the kit, then reload the page.',
} as const;
