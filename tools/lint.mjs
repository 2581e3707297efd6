/** npm run lint: everything that reads the sources and the documentation without running them, side by side. */
import { ensureInstalled } from './install.mjs';
import { all, isMain, step, tools } from './steps.mjs';

const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/**/*.md'];

export const lint = () =>
  all([
    step('eslint', [tools.eslint, '.']),
    // Container queries and nesting are unknown to the CSS grammar of lit-analyzer.
    step('lit-analyzer', [tools.litAnalyzer, 'elements/**/*.ts', '--strict', '--rules.no-invalid-css', 'off']),
    step('prettier', [tools.prettier, '--check', '--log-level=warn', '.']),
    step('spelling', [tools.cspell, 'lint', '--no-progress', '--no-summary']),
    step('terminology', [tools.textlint, ...documents]),
  ]);

if (isMain(import.meta)) {
  await ensureInstalled();
  process.exitCode = (await lint()) ? 0 : 1;
}
