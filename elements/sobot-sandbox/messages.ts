/**
 * English messages of `<sobot-sandbox>` that are needed before the panel is loaded.
 * `panel-messages.ts` has the others.
 */
export const sandboxMessages = {
  'sandbox.failed': 'The sandbox could not be loaded. Check that its file lies beside the kit, then reload the page.',
} as const;
