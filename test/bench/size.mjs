/** npm run size: what a page pays, from dist (build first). Prints a table and fails over budget. KiB = 1024 bytes. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from '../tools/steps.mjs';

const KiB = 1024;
const door = (tag) => `import './dist/elements/${tag}/define.js';`;
const lit = `export { LitElement, css, html, nothing } from 'lit';
  export { ContextConsumer, ContextProvider, createContext } from '@lit/context';`;

const rows = [
  { name: 'lit + @lit/context, nothing else', code: lit },
  {
    name: 'agent + call controls',
    code: door('sobot-agent') + door('sobot-call-controls'),
    goal: 12,
    budget: 14,
  },
  { name: 'agent + dialpad', code: door('sobot-agent') + door('sobot-dialpad'), goal: 12, budget: 14 },
  { name: 'all elements, English', code: "import './dist/src/index.js';", goal: 40, budget: 46 },
];

/** Every bundle splits, so a lazily loaded part is a file of its own and not counted with the entry. */
async function measure({ name, code, ...limits }) {
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
  const bytes = new Map(outputFiles.map((file) => [file.path.split(/[\\/]/).at(-1), file.contents]));
  const outputs = Object.entries(metafile.outputs).map(([path, output]) => ({
    file: path.split('/').at(-1),
    ...output,
  }));
  const part = (files) => {
    const contents = Buffer.concat(files.map((file) => bytes.get(file)));
    return { min: contents.length, gzip: gzipSync(contents, { level: 9 }).length };
  };

  const eager = new Set();
  const follow = (file) => {
    if (eager.has(file)) return;
    eager.add(file);
    const { imports } = outputs.find((output) => output.file === file);
    for (const { path, kind } of imports) if (kind === 'import-statement') follow(path.split('/').at(-1));
  };
  const entry = outputs.find((output) => output.entryPoint === '<stdin>');
  follow(entry.file);
  const lazy = outputs.filter((output) => !eager.has(output.file));
  return {
    name,
    ...limits,
    ...part([...eager]),
    lazy: lazy.map((output) => ({ name: output.entryPoint ?? output.file, ...part([output.file]) })),
  };
}

const kib = (bytes) => (bytes / KiB).toFixed(2).padStart(8);
const print = ({ name, min, gzip, goal, budget }, note = '') =>
  console.log(`${name.padEnd(44)}${kib(min)}${kib(gzip)}  ${budget ? `goal ${goal}, at most ${budget}` : note}`);

if (!existsSync(join(root, 'dist/src/index.js'))) {
  console.error('There is no dist yet: `npm run build` makes it.');
  process.exit(1);
}

const results = [];
for (const row of rows) results.push(await measure(row));
const cdn = readdirSync(join(root, 'dist/cdn')).filter((file) =>
  /^(?:sobot-elements.*|autoloader|sandbox|session)\.js$/.test(file),
);
const shipped = cdn.sort().map((file) => {
  const contents = readFileSync(join(root, 'dist/cdn', file));
  return { name: `dist/cdn/${file}`, min: contents.length, gzip: gzipSync(contents, { level: 9 }).length };
});

console.log(`${'KiB (1024 bytes)'.padEnd(44)}${'min'.padStart(8)}${'gzip'.padStart(8)}`);
results.forEach((row) => print(row));
results.at(-1).lazy.forEach((row) => print(row, 'on demand'));
shipped.forEach((row) => print(row, 'as shipped'));

mkdirSync(join(root, 'coverage'), { recursive: true });
writeFileSync(join(root, 'coverage/size.json'), JSON.stringify({ unit: 'byte', results, shipped }, null, 2));

for (const { name, gzip, budget } of results) {
  if (!budget || gzip <= budget * KiB) continue;
  console.error(`${name}: ${(gzip / KiB).toFixed(2)} KiB gzip is over the budget of ${budget} KiB.`);
  process.exitCode = 1;
}
