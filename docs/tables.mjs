/**
 * Writes the tables of the documents from the code: node docs/tables.mjs, after a build. A table stands between
 * `<!-- made: name -->` and `<!-- end -->`; everything around it is written by hand.
 */
import { readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { codeTables } from './tables/code.mjs';
import { elementTables } from './tables/elements.mjs';
import { sdkTables } from './tables/sdk.mjs';

const makers = { ...sdkTables, ...elementTables, ...codeTables };
const place = /(<!-- made: ([a-z ]+) -->)[^]*?(<!-- end -->)/g;

function filled(text, used) {
  return text.replace(place, (_, begin, name, end) => {
    if (!makers[name]) throw new Error(`There is no table "${name}".`);
    used.add(name);
    return `${begin}\n\n${makers[name]()}\n\n${end}`;
  });
}

/** File name -> text, with the tables as the code is now, and as prettier would have it. */
export async function tables() {
  const options = { ...(await resolveConfig(import.meta.filename)), parser: 'markdown' };
  const used = new Set();
  const files = {};
  for (const name of readdirSync(import.meta.dirname).filter((file) => file.endsWith('.md'))) {
    const text = readFileSync(new URL(name, import.meta.url), 'utf8');
    if (text.includes('<!-- made: ')) files[name] = await format(filled(text, used), options);
  }
  const unused = Object.keys(makers).filter((name) => !used.has(name));
  if (unused.length) throw new Error(`Tables that no document has: ${unused.join(', ')}.`);
  return files;
}

if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename) {
  for (const [name, text] of Object.entries(await tables())) writeFileSync(new URL(name, import.meta.url), text);
}
