import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** `failures` has a line for each failed test, so that the end of a long output says what to look for. */
export const none = () => ({ passed: 0, failed: 0, skipped: 0, failures: [] });

export const sum = (list) =>
  list.reduce(
    (a, b) => ({
      passed: a.passed + b.passed,
      failed: a.failed + b.failed,
      skipped: a.skipped + b.skipped,
      failures: [...a.failures, ...b.failures],
    }),
    none(),
  );

export const line = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;

/** Reporter of the browser tests: counts into the file that COUNTS names, else onto the last line. */
export function countsReporter() {
  return {
    onTestRunFinished({ sessions, testCoverage }) {
      const counts = none();
      const fail = (...words) => {
        counts.failed++;
        counts.failures.push(words.join(' > '));
      };
      const walk = ({ tests, suites }, path) => {
        for (const { name, skipped, passed, error } of tests) {
          if (!skipped && !passed) fail(...path, `${name}: ${error?.message.split('\n')[0] ?? 'failed'}`);
          else counts[skipped ? 'skipped' : 'passed']++;
        }
        for (const suite of suites) walk(suite, [...path, suite.name]);
      };
      for (const { testFile, testResults, passed, errors } of sessions) {
        const file = relative(process.cwd(), testFile);
        if (testResults) walk(testResults, [file]);
        // A file that doesn't even load has no tests, and is a failure all the same.
        if (!passed && !testResults?.tests.length && !testResults?.suites.length)
          fail(`${file}: ${errors[0]?.message ?? 'did not load'}`);
      }
      // The runner fails then, but doesn't say why.
      if (testCoverage && !testCoverage.passed)
        console.error(`Only ${testCoverage.summary.lines.pct} % of lines covered.`);
      if (process.env.COUNTS) writeFileSync(process.env.COUNTS, JSON.stringify(counts));
      else process.once('exit', () => console.log(`\n${line(counts)}`));
    },
  };
}

/** The totals at the end of what node's TAP reporter wrote, and its failed tests; a suite whose tests failed is none. */
export function tapCounts(tap) {
  const total = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  const failed = [...tap.matchAll(/^ *not ok \d+ - (.+)\n *---\n([^]*?)\n *\.\.\.$/gm)];
  return {
    passed: total('pass'),
    failed: total('fail') + total('cancelled'),
    skipped: total('skipped') + total('todo'),
    failures: failed
      .filter(([, , details]) => !details.includes("failureType: 'subtestsFailed'"))
      .map(([, name, details]) => {
        const [, location = ''] = /^ *location: '(.+)'$/m.exec(details) ?? [];
        const [, error = 'failed'] = /^ *error: (?:\|-\n)?(.+)$/m.exec(details) ?? [];
        return `${relative(process.cwd(), location)} > ${name}: ${error.trim()}`;
      }),
  };
}
