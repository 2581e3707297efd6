/**
 * npm run size: what a page pays for an entry, from dist (build first), and whether that is within its bound. With --why
 * also the share of each module and package. Bytes are minified, then gzip -9; KiB = 1024 bytes.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from '../../tools/steps.mjs';

const KiB = 1024;
const showsShares = process.argv.includes('--why');

const elements = (...tags) => tags.map((tag) => `import './dist/elements/${tag}/define.js';`).join('');
const lit = `export { LitElement, css, html, nothing } from 'lit';
  export { ContextConsumer, ContextProvider, createContext } from '@lit/context';`;

const entries = [
  { name: 'lit + @lit/context, nothing else', code: lit },
  { name: 'session alone', code: "export * from './dist/src/session/index.js';", bound: 18 },
  { name: 'agent', code: elements('sobot-agent'), bound: 28 },
  { name: 'agent + dialpad', code: elements('sobot-agent', 'sobot-dialpad'), bound: 33 },
  { name: 'agent + call controls', code: elements('sobot-agent', 'sobot-call-controls'), bound: 37 },
  { name: 'agent + softphone', code: elements('sobot-agent', 'sobot-softphone'), bound: 67 },
  { name: 'all elements', code: "import './dist/src/index.js';", bound: 89 },
];
const shippedBounds = { 'sobot-elements.js': 82 };

const gzip = (contents) => gzipSync(contents, { level: 9 }).length;
const baseName = (path) => path.split(/[\\/]/).at(-1);

/** The files that an entry loads at once, by static imports. */
function eagerFiles(outputs, entry, found = new Set()) {
  if (found.has(entry)) return found;
  found.add(entry);
  for (const { path, kind } of outputs[entry].imports)
    if (kind === 'import-statement') eagerFiles(outputs, path, found);
  return found;
}

/** Module or package -> minified bytes in those files, largest first. */
function shares(outputs, files) {
  const bytes = {};
  for (const file of files) {
    for (const [path, { bytesInOutput }] of Object.entries(outputs[file].inputs)) {
      const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
      const owner = name ?? path;
      bytes[owner] = (bytes[owner] ?? 0) + bytesInOutput;
    }
  }
  return Object.entries(bytes).sort(([, a], [, b]) => b - a);
}

/** Every bundle splits: a part that is loaded later is a file of its own and isn't counted with the entry. */
async function measure({ name, code, bound }) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: root },
    absWorkingDir: root,
    outdir: 'out',
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
    legalComments: 'none',
    logLevel: 'silent',
  });
  const { outputs } = metafile;
  const contents = new Map(outputFiles.map(({ path, contents: bytes }) => [baseName(path), bytes]));
  const size = (files) => {
    const all = Buffer.concat(files.map((file) => contents.get(baseName(file))));
    return { min: all.length, gzip: gzip(all) };
  };
  const entry = Object.keys(outputs).find((path) => outputs[path].entryPoint === '<stdin>');
  const eager = eagerFiles(outputs, entry);
  const lazy = Object.keys(outputs).filter((path) => !eager.has(path));
  return {
    name,
    bound,
    ...size([...eager]),
    shares: shares(outputs, eager),
    lazy: lazy.map((path) => ({ name: outputs[path].entryPoint ?? path, ...size([path]) })),
  };
}

const kib = (bytes) => (bytes / KiB).toFixed(2).padStart(8);
const isWithin = ({ gzip: bytes, bound }) => !bound || bytes <= bound * KiB;
const verdict = (row) => (row.bound ? `${isWithin(row) ? 'pass' : 'FAIL'}, bound ${row.bound}` : '');

function print(row, note = verdict(row)) {
  console.log(`${row.name.padEnd(54)}${kib(row.min)}${kib(row.gzip)}  ${note}`);
}

if (!existsSync(join(root, 'dist/src/index.js'))) {
  console.error('dist is missing: run `npm run build` first.');
  process.exit(1);
}

const results = [];
for (const entry of entries) results.push(await measure(entry));
const shipped = readdirSync(join(root, 'dist/cdn'))
  .filter((file) => /^(?:sobot-elements.*|autoloader|sandbox|session)\.js$/.test(file))
  .sort()
  .map((file) => {
    const contents = readFileSync(join(root, 'dist/cdn', file));
    return { name: `dist/cdn/${file}`, bound: shippedBounds[file], min: contents.length, gzip: gzip(contents) };
  });

console.log(`${'KiB (1024 bytes)'.padEnd(54)}${'min'.padStart(8)}${'gzip'.padStart(8)}`);
for (const result of results) {
  print(result);
  if (showsShares) for (const [module, bytes] of result.shares) console.log(`  ${module.padEnd(52)}${kib(bytes)}`);
}
for (const part of results.at(-1).lazy) print(part, 'on demand');
for (const file of shipped) print(file);

mkdirSync(join(root, 'coverage'), { recursive: true });
writeFileSync(join(root, 'coverage/size.json'), JSON.stringify({ unit: 'byte', results, shipped }, null, 2));
process.exitCode = [...results, ...shipped].every(isWithin) ? 0 : 1;
