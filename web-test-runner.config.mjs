import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { browserCommands, chrome, patientServer } from './test/tools/browser.mjs';
import { countsReporter } from './test/tools/counts.mjs';
import { distImports } from './test/tools/dist-imports.mjs';
import { FILE, TEST } from './test/tools/limits.mjs';

const tsconfig = fileURLToPath(new URL('./tsconfig.json', import.meta.url));

export default {
  files: ['test/**/*.test.ts'],
  nodeResolve: { exportConditions: ['browser', 'development'] },
  plugins: [
    ...(process.env.DIST ? [distImports()] : []), // the same tests against the build
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig }),
    a11ySnapshotPlugin(),
    browserCommands(),
    patientServer(),
  ],
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), countsReporter()],
  filterBrowserLogs: ({ args }) => !/Lit is in dev mode/.test(String(args[0])),
  testFramework: { config: { ui: 'bdd', timeout: TEST } },
  browserStartTimeout: TEST,
  testsStartTimeout: TEST,
  testsFinishTimeout: FILE,
  concurrency: 3, // a page often waits for its sound or a timer
  browsers: [chrome()],
  coverage: process.env.COVERAGE === 'on',
  coverageConfig: {
    include: ['src/**/*.ts', 'elements/**/*.ts'],
    reportDir: 'coverage',
    reporters: ['text-summary', 'lcovonly'],
    threshold: { lines: 90, statements: 0, branches: 0, functions: 0 },
  },
};
