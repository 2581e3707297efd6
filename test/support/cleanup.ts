/**
 * The end of a test: a fixture registers here how it is taken back, so that no test file needs an `afterEach` for what
 * it got from a fixture. The hook is a root hook, so it runs after the hooks of the test file.
 */
type Cleanup = () => unknown;

const cleanups: Cleanup[] = [];

/** Registers a function that runs once after the current test. The function registered last runs first. */
export function onCleanup(cleanup: Cleanup): void {
  cleanups.push(cleanup);
}

/** Takes back at once everything that fixtures have made. */
export async function cleanUp(): Promise<void> {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
}

afterEach(cleanUp);
