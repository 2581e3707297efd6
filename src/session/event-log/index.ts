/**
 * The part of the event log that only `<sobot-event-log>` needs. It is loaded with that element, so it isn't exported by
 * the session's own index.
 */
export { createDiagnostics, redactEntry } from './export.js';
export { Redactor } from './redact.js';
