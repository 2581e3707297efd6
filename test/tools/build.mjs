/** Compiles src and elements into dist, then bundles dist/cdn and writes the manifest. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { all, isMain, root, step, tools } from './steps.mjs';

export async function build() {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  if (!(await step('compile', [tools.tsc, '-p', 'tsconfig.build.json']))) return false;
  return all([step('bundle', [tools.rollup, '-c', '--silent']), step('manifest', [tools.cem, 'analyze'])]);
}

if (isMain(import.meta)) {
  await ensureInstalled();
  process.exitCode = (await build()) ? 0 : 1;
}
