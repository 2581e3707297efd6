/**
 * npm test: on a machine with only Node and npm it installs what is missing, then lints, compiles, builds and runs
 * every test. `npm test -- test/sdk` runs only the tests whose path begins so, `npm test -- --seed=random` the property
 * tests with other inputs than always, `npm run test:coverage` the browser tests with a check of the lines that they cover. The last line counts.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../tools/build.mjs';
import { ensureChrome } from './chrome.mjs';
import { line, none, sum, tapCounts } from './counts.mjs';
import { ensureInstalled } from '../../tools/install.mjs';
import { lint } from '../../tools/lint.mjs';
import { root, run, tools } from '../../tools/steps.mjs';
import { FILE } from './limits.mjs';

const out = mkdtempSync(join(tmpdir(), 'sobot-elements-'));
const args = process.argv.slice(2);
/** Whether the browser tests alone run, and at least nine lines of ten have to be covered. It doubles their CPU time. */
const isCoverage = args.includes('--coverage');
const paths = args.filter((arg) => !arg.startsWith('--')).map((path) => path.replace(/^\.\//, '').replace(/\/$/, ''));
const wanted = (file) => !paths.length || paths.some((path) => file === path || file.startsWith(`${path}/`));
const problems = [];
const AT_ONCE = 2;
/** Of the property tests; undefined for the one that is always the same. */
const seedOption = args.find((arg) => arg.startsWith('--seed='))?.slice('--seed='.length);
const seed = seedOption === 'random' ? String(Math.floor(Math.random() * 2 ** 31)) : seedOption;

const check = (ok, sentence) => {
  if (!ok) problems.push(sentence);
  return ok;
};

function testFiles(ending) {
  const files = readdirSync(join(root, 'test'), { recursive: true }).map(
    (file) => `test/${file.replaceAll('\\', '/')}`,
  );
  return files.filter((file) => file.endsWith(ending) && wanted(file)).sort();
}

function readCounts(file, parse) {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch {
    return none();
  }
}

/** A run that fails without a failed test (coverage, a crash) has a sentence of its own. */
function judge(ok, counts, sentence) {
  if (!ok && !counts.failed) problems.push(sentence);
  return counts;
}

async function browserTests(files, env) {
  if (!files.length) return none();
  const file = join(out, 'browser-tests.json');
  const selection = paths.length || env.DIST ? ['--files', ...files] : [];
  const { ok } = await run(process.execPath, [tools.wtr, ...selection], { env: { ...env, COUNTS: file } });
  return judge(
    ok,
    readCounts(file, JSON.parse),
    'The browser tests failed as a whole, by their coverage or before they began.',
  );
}

/** They measure sound, or what a machine with nothing else to do shows: one at a time. */
const isAlone = (file) => /\/(sound|page-comes-back)\.test/.test(file);

/** The tests that run a second time, against what the build wrote: whole calls, and how elements are drawn. */
const isOfDist = (file) => /^test\/e2e\/|\/rendering\.test|\/mask-numbers\.test/.test(file);

/** Runs test files in Node, all of them with one browser. */
async function nodeTests(files, env, concurrency) {
  if (!files.length) return none();
  // Its package is there only after the installation.
  const { ENDPOINT, startChrome } = await import('./launch.mjs');
  const browser = await startChrome();
  try {
    return await runNode(files, { ...env, [ENDPOINT]: browser.wsEndpoint() }, concurrency);
  } finally {
    await browser.close();
  }
}

async function runNode(files, env, concurrency) {
  if (!files.length) return none();
  const file = join(out, 'node-tests.tap');
  const reporters = [
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=tap', `--test-reporter-destination=${file}`],
  ];
  const limits = [`--test-concurrency=${concurrency}`, `--test-timeout=${FILE}`];
  const { ok } = await run(process.execPath, ['--test', ...limits, ...reporters, ...files], { env });
  return judge(ok, readCounts(file, tapCounts), 'The tests in Node failed as a whole.');
}

async function main() {
  await ensureInstalled();
  const chrome = await ensureChrome();

  const browserFiles = testFiles('.test.ts');
  const nodeFiles = isCoverage ? [] : testFiles('.test.mjs');
  if (!browserFiles.length && !nodeFiles.length)
    throw new Error(`There is no test${paths.length ? ` in ${paths.join(', ')}` : ''}.`);

  const all = !paths.length && !isCoverage;
  if (all || nodeFiles.length) {
    const [linted, built] = await Promise.all([!all || lint(), build(all ? 'test' : '.')]);
    check(linted, 'Lint failed.');
    check(built, 'The build or the type check failed.');
  }

  if (seed) console.log(`The seed of the property tests is ${seed}.`);
  const env = { CHROME_PATH: chrome, COVERAGE: isCoverage ? 'on' : 'off', ...(seed ? { SEED: seed } : undefined) };
  const together = nodeFiles.filter((file) => !isAlone(file));
  const ofDist = all ? browserFiles.filter(isOfDist) : [];
  return sum([
    await browserTests(browserFiles, env),
    await browserTests(ofDist, { ...env, DIST: 'on' }),
    await nodeTests(together, env, AT_ONCE),
    await runNode(nodeFiles.filter(isAlone), env, 1),
  ]);
}

let counts = none();
try {
  counts = await main();
} catch (error) {
  problems.push(error.message);
}
rmSync(out, { recursive: true, force: true });
counts.failed += problems.length;
const failures = [...counts.failures, ...problems];
if (failures.length) console.log(`\nFailed:\n${failures.map((failure) => `- ${failure}`).join('\n')}`);
process.exitCode = counts.failed ? 1 : 0;
console.log(`\n${line(counts)}`);
