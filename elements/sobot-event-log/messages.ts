/** The few messages that are there before the log's view is loaded. */
export const eventLogMessages = {
  'eventLog.failed':
    'The event log could not be loaded. Check that its file lies beside the kit, then reload the page.',
} as const;
