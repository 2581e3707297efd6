/**
 * Time limits of the test run, in milliseconds. They only end what never ends: a slow or busy machine must not reach
 * them, and a run that passes does not wait for them.
 */
const MINUTE = 60_000;

/** A condition that a test in Node awaits in a page. */
export const CONDITION = 2 * MINUTE;
/** A test, a hook, the start of a browser, the load of a page, or an answer of the test server. */
export const TEST = 10 * MINUTE;
/** A file of tests. */
export const FILE = 60 * MINUTE;
