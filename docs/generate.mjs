/**
 * npm run docs: writes what the documentation takes from the code, after a build. A generated part stands between
 * `<!-- generated: name -->` and `<!-- /generated -->`, with text written by hand around it. The pages of docs/elements are
 * generated as a whole.
 */
import { mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { codeTables } from './tables/code.mjs';
import { elementPages, elementTables } from './tables/elements.mjs';
import { sdkTables } from './tables/sdk.mjs';
import { stateTables } from './tables/state.mjs';

const generators = { ...sdkTables, ...elementTables, ...codeTables, ...stateTables };
const place = /(<!-- generated: ([a-z -]+) -->)[^]*?(<!-- \/generated -->)/g;

function filled(text, used) {
  return text.replace(place, (_, begin, name, end) => {
    if (!generators[name]) throw new Error(`There is no table "${name}".`);
    used.add(name);
    return `${begin}\n\n${generators[name]()}\n\n${end}`;
  });
}

/** Returns the file names in docs, each with its text as the code is now, formatted. */
export async function tables() {
  const options = { ...(await resolveConfig(import.meta.filename)), parser: 'markdown' };
  const used = new Set();
  const files = {};
  for (const name of readdirSync(import.meta.dirname).filter((file) => file.endsWith('.md'))) {
    const text = readFileSync(new URL(name, import.meta.url), 'utf8');
    if (text.includes('<!-- generated: ')) files[name] = await format(filled(text, used), options);
  }
  for (const [name, text] of Object.entries(elementPages())) files[name] = await format(text, options);
  const unused = Object.keys(generators).filter((name) => !used.has(name));
  if (unused.length) throw new Error(`Tables that no document has: ${unused.join(', ')}.`);
  return files;
}

if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename) {
  mkdirSync(new URL('elements', import.meta.url), { recursive: true });
  for (const [name, text] of Object.entries(await tables())) writeFileSync(new URL(name, import.meta.url), text);
}
