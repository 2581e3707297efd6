/**
 * What a page pays for an entry of the package, measured in dist (build first). Bytes are minified, then gzip -9.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from '../../tools/steps.mjs';

/** Bytes. */
export const KiB = 1024;
const elements = (...tags) => tags.map((tag) => `import './dist/elements/${tag}/define.js';`).join('');
const lit = `export { LitElement, css, html, nothing } from 'lit';
  export { ContextConsumer, ContextProvider, createContext } from '@lit/context';`;

/** `limit` fails the tests: it is lowered whenever a change saves bytes. `goal` is what the kit should get down to. Both in KiB, gzip. */
const entries = [
  { name: 'lit + @lit/context, nothing else', code: lit },
  { name: 'session alone', code: "export * from './dist/src/session/index.js';", goal: 18, limit: 25.1 },
  { name: 'agent', code: elements('sobot-agent'), goal: 28, limit: 38.6 },
  { name: 'agent + dialpad', code: elements('sobot-agent', 'sobot-dialpad'), goal: 33, limit: 46 },
  { name: 'agent + call controls', code: elements('sobot-agent', 'sobot-call-controls'), goal: 37, limit: 51.9 },
  { name: 'agent + softphone', code: elements('sobot-agent', 'sobot-softphone'), goal: 67, limit: 83.4 },
  { name: 'all elements', code: "import './dist/src/index.js';", goal: 89, limit: 106.1 },
];
const shippedFiles = { 'sobot-elements.js': { goal: 82, limit: 103.2 } };

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
async function measure({ name, code, goal, limit }) {
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
    goal,
    limit,
    ...size([...eager]),
    shares: shares(outputs, eager),
    lazy: lazy.map((path) => ({ name: outputs[path].entryPoint ?? path, ...size([path]) })),
  };
}

/** Measures all entries, one after the other. */
export async function measureEntries() {
  const results = [];
  for (const entry of entries) results.push(await measure(entry));
  return results;
}

/** Measures the files of `dist/cdn` that a page names. */
export const measureShipped = () =>
  readdirSync(join(root, 'dist/cdn'))
    .filter((file) => /^(?:sobot-elements.*|autoloader|sandbox|session)\.js$/.test(file))
    .sort()
    .map((file) => {
      const contents = readFileSync(join(root, 'dist/cdn', file));
      return { name: `dist/cdn/${file}`, ...shippedFiles[file], min: contents.length, gzip: gzip(contents) };
    });

export const isWithinLimit = ({ gzip: bytes, limit }) => !limit || bytes <= limit * KiB;
