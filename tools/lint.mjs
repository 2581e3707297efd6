/** Everything that reads the sources without running them, side by side. */
import { ensureInstalled } from './install.mjs';
import { all, isMain, step, tools } from './steps.mjs';

export const lint = () =>
  all([
    step('eslint', [tools.eslint, '.']),
    // Its CSS is that of years ago: container queries and nesting are unknown to it.
    step('lit-analyzer', [tools.litAnalyzer, 'elements/**/*.ts', '--strict', '--rules.no-invalid-css', 'off']),
    step('prettier', [tools.prettier, '--check', '--log-level=warn', '.']),
  ]);

if (isMain(import.meta)) {
  await ensureInstalled();
  process.exitCode = (await lint()) ? 0 : 1;
}
