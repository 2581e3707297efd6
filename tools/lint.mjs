/** npm run lint: everything that reads the sources and the documentation without running them, side by side. */
import { ensureInstalled } from './install.mjs';
import { all, isMain, step, tools } from './steps.mjs';

const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/**/*.md'];

export const lint = () =>
  all([
    step('eslint', [tools.eslint, '.']),
    // Unknown to lit-analyzer: container queries and nesting in CSS, and directives that listen for an event.
    step('lit-analyzer', [
      ...[tools.litAnalyzer, 'elements/**/*.ts', '--strict', '--rules.no-invalid-css', 'off'],
      ...['--rules.no-noncallable-event-binding', 'off'],
    ]),
    step('prettier', [tools.prettier, '--check', '--log-level=warn', '.']),
    step('spelling', [tools.cspell, 'lint', '--no-progress', '--no-summary']),
    step('terminology', [tools.textlint, ...documents]),
  ]);

if (isMain(import.meta)) {
  await ensureInstalled();
  process.exitCode = (await lint()) ? 0 : 1;
}
