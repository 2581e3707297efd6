/** npm run build: writes dist: modules and bundles (rollup), declarations (tsc), the custom elements manifest. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { all, isMain, root, step, tools } from './steps.mjs';

/** Builds `dist`. `project` is the folder whose types are checked: `test` checks the tests and what they refer to. */
export function build(project = '.') {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  return all([
    step('types', [tools.tsc, '--build', project]),
    step('bundle', [tools.rollup, '-c', '--silent']),
    step('manifest', [tools.cem, 'analyze']),
  ]);
}

if (isMain(import.meta)) {
  await ensureInstalled();
  process.exitCode = (await build()) ? 0 : 1;
}
