/** Errors that code under test reports to the window instead of throwing them. */

/** Runs a function, waits for it, and resolves with the messages of the errors that the window got meanwhile. */
export async function reportedErrors(run: () => unknown): Promise<string[]> {
  const messages: string[] = [];
  const { onerror } = window; // the handler of the test runner, which would fail the test
  window.onerror = (_message, _source, _line, _column, error) => messages.push(String(error?.message)) > 0;
  try {
    await run();
  } finally {
    window.onerror = onerror;
  }
  return messages;
}
