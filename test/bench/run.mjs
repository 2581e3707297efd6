/**
 * npm run bench: what the kit costs, as ratios of one run. `npm run bench -- events mount` runs only those sections.
 * Prints a table, writes coverage/bench.json, and fails when a bound is broken.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from '../../tools/install.mjs';
import { root } from '../../tools/steps.mjs';

await ensureInstalled();
const { openPages } = await import('./browser.mjs');
const { print } = await import('./figures.mjs');
const { sections } = await import('./sections.mjs');

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(sections, name));
if (unknown.length) {
  console.error(`There is no section ${unknown.join(', ')}: take ${Object.keys(sections).join(', ')}.`);
  process.exit(1);
}

const wanted = Object.entries(sections).filter(([name]) => !asked.length || asked.includes(name));
const chrome = await openPages([...new Set(wanted.map(([, { page }]) => page))]);
const results = {};
try {
  for (const [name, { title, unit, page, run }] of wanted) {
    const lines = await run((section = page) => chrome.open(section));
    print(title, unit, lines);
    results[name] = { title, unit, lines };
  }
} finally {
  await chrome.close();
}

mkdirSync(join(root, 'coverage'), { recursive: true });
const machine = { browser: chrome.version, node: process.version, cpus: cpus().length, cpu: cpus()[0]?.model };
writeFileSync(join(root, 'coverage/bench.json'), JSON.stringify({ machine, results }, null, 2));

const broken = Object.values(results).flatMap(({ lines }) => lines.filter(({ ok }) => !ok));
for (const { name, bound } of broken) console.error(`\n${name}: the bound ${bound} is broken.`);
for (const problem of chrome.problems) console.error(problem);
if (broken.length || chrome.problems.size) process.exitCode = 1;
