import { existsSync, readFileSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { minifyTemplates } from './test/tools/minify-templates.mjs';

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const read = (path) => readFileSync(path, 'utf8').trim();

/** tsc's source maps, so that those of the bundles lead to the TypeScript. */
const sourceMaps = {
  name: 'source-maps',
  load(id) {
    if (!existsSync(`${id}.map`)) return null;
    return { code: readFileSync(id, 'utf8'), map: JSON.parse(readFileSync(`${id}.map`, 'utf8')) };
  },
};

const templates = { name: 'templates', transform: (code) => minifyTemplates(code) };

/** The licence texts that the banner names: they have to go along with every copy. */
const licences = {
  name: 'licences',
  generateBundle() {
    const parts = [
      [name, 'LICENSE'],
      ['lit, @lit/context and their parts', 'node_modules/lit/LICENSE'],
      ['idb', 'node_modules/idb/LICENSE'],
      ['Icons of Lucide', 'node_modules/lucide-static/LICENSE'],
    ];
    const source = parts.map(([what, path]) => `${what}\n\n${read(path)}\n`).join('\n---\n\n');
    this.emitFile({ type: 'asset', fileName: 'LICENSE.txt', source });
  },
};

/** What each bundle promises: nothing to resolve in the browser, and an entry that is one file. */
const promises = {
  name: 'promises',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const bare = [...chunk.imports, ...chunk.dynamicImports].filter((path) => !(path in bundle));
      if (bare.length) this.error(`${chunk.fileName} imports what is not in the bundle: ${bare.join(', ')}.`);
      if (chunk.fileName === `${name}.js` && chunk.imports.length)
        this.error(`${chunk.fileName} has to be one file, but imports ${chunk.imports.join(', ')}.`);
    }
  },
};

/** src/sandbox/index.js -> sandbox, src/ui/languages/de.js -> de: the name says what is loaded. */
const chunkName = ({ name: own, facadeModuleId }) =>
  own === 'index' && facadeModuleId ? facadeModuleId.split(/[\\/]/).at(-2) : own;

const bundle = (file, input, format = 'es') => ({
  input: { [file]: input },
  preserveEntrySignatures: format === 'es' ? 'allow-extension' : false,
  plugins: [
    nodeResolve({ browser: true, exportConditions: ['browser', 'production', 'default'] }),
    sourceMaps,
    templates,
    licences,
    promises,
  ],
  output: {
    dir: 'dist/cdn',
    format,
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: (chunk) => `${file}.${chunkName(chunk)}.[hash].js`,
    banner: `/*! ${name} ${version}, MIT; with Lit (BSD-3-Clause), idb (ISC) and icons of Lucide (ISC): see LICENSE.txt */`,
    plugins: [terser({ module: format === 'es', ecma: 2022, compress: { passes: 2 }, format: { comments: /^!/ } })],
  },
  onwarn(warning) {
    // tsc's decorator helper begins with `this && …`, which rollup rightly replaces.
    if (warning.code !== 'THIS_IS_UNDEFINED') throw new Error(warning.message);
  },
});

export default [
  bundle(name, 'dist/src/index.js'),
  bundle('autoloader', 'dist/src/autoloader.js'),
  bundle('session', 'dist/src/session/index.js'),
  bundle('sandbox', 'dist/src/sandbox/global.js', 'iife'),
];
