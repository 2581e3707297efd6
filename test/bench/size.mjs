/**
 * npm run size: prints the size of each entry, its limit and the goal. With --why also the share of each module and
 * package. `npm test` fails above a limit, too. KiB = 1024 bytes.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/steps.mjs';
import { isWithinLimit, KiB, measureEntries, measureShipped } from './sizes.mjs';

const showsShares = process.argv.includes('--why');

const kib = (bytes) => (bytes / KiB).toFixed(2).padStart(8);
const verdict = (row) =>
  row.limit ? `${isWithinLimit(row) ? 'pass' : 'FAIL'}, limit ${row.limit}, goal ${row.goal}` : '';

function print(row, note = verdict(row)) {
  console.log(`${row.name.padEnd(54)}${kib(row.min)}${kib(row.gzip)}  ${note}`);
}

if (!existsSync(join(root, 'dist/src/index.js'))) {
  console.error('dist is missing: run `npm run build` first.');
  process.exit(1);
}

const results = await measureEntries();
const shipped = measureShipped();

console.log(`${'KiB (1024 bytes)'.padEnd(54)}${'min'.padStart(8)}${'gzip'.padStart(8)}`);
for (const result of results) {
  print(result);
  if (showsShares) for (const [module, bytes] of result.shares) console.log(`  ${module.padEnd(52)}${kib(bytes)}`);
}
for (const part of results.at(-1).lazy) print(part, 'on demand');
for (const file of shipped) print(file);

mkdirSync(join(root, 'coverage'), { recursive: true });
writeFileSync(join(root, 'coverage/size.json'), JSON.stringify({ unit: 'byte', results, shipped }, null, 2));
process.exitCode = [...results, ...shipped].every(isWithinLimit) ? 0 : 1;
