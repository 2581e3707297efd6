/** What the tables are made of. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const read = (path) => readFileSync(join(root, path), 'utf8');

/** Every source of the kit: path and text. */
export const sources = () =>
  ['src', 'elements'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter((file) => file.endsWith('.ts'))
      .map((path) => [path, read(path)]),
  );

const cell = (text) => String(text).replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;

export const code = (text) => `\`${text}\``;
export const table = (heads, rows) => [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n');

/** The words of a union type in a source, in their order. */
export function union(path, name) {
  const [, words] = new RegExp(`type ${name} =([^;]+);`).exec(read(path)) ?? [];
  if (!words) throw new Error(`${path} has no type ${name}.`);
  return [...words.matchAll(/'([^']+)'/g)].map(([, word]) => word);
}

/** Rows for names of the code, described by hand: one that is described and isn't there, or the other way, is an error. */
export function described(what, names, descriptions) {
  const missing = names.filter((name) => !(name in descriptions));
  const gone = Object.keys(descriptions).filter((name) => !names.includes(name));
  if (missing.length || gone.length) throw new Error(`${what}: describe ${missing.join()}; take away ${gone.join()}.`);
  return names.map((name) => [code(name), ...[descriptions[name]].flat()]);
}
