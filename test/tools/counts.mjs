import { writeFileSync } from 'node:fs';

export const none = () => ({ passed: 0, failed: 0, skipped: 0 });

export const sum = (list) =>
  list.reduce(
    (a, b) => ({
      passed: a.passed + b.passed,
      failed: a.failed + b.failed,
      skipped: a.skipped + b.skipped,
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
      const walk = ({ tests, suites }) => {
        for (const test of tests) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
        suites.forEach(walk);
      };
      for (const { testResults, passed } of sessions) {
        if (testResults) walk(testResults);
        // A file that doesn't even load has no tests, and is a failure all the same.
        if (!passed && !testResults?.tests.length && !testResults?.suites.length) counts.failed++;
      }
      // The runner fails then, but doesn't say why.
      if (testCoverage && !testCoverage.passed)
        console.error(`Only ${testCoverage.summary.lines.pct} % of lines covered.`);
      if (process.env.COUNTS) writeFileSync(process.env.COUNTS, JSON.stringify(counts));
      else process.once('exit', () => console.log(`\n${line(counts)}`));
    },
  };
}

/** The totals at the end of what node's TAP reporter wrote. */
export function tapCounts(tap) {
  const total = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  return {
    passed: total('pass'),
    failed: total('fail') + total('cancelled'),
    skipped: total('skipped') + total('todo'),
  };
}
