/**
 * Messages of `<sobot-event-log>` before its view is loaded. Those of the view are in
 * `view-messages.ts`, so that a page without a shown log doesn't load them.
 */
export const eventLogMessages = {
  'eventLog.failed':
    'The event log could not be loaded. Check that its file lies beside the kit, then reload the page.',
} as const;
