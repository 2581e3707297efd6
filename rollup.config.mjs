/** The JavaScript of the package: first the modules from the sources, then the bundles for script tags from those. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import { templates } from './tools/minify-templates.mjs';
import { typescript } from './tools/typescript.mjs';

const { name, version, dependencies, sideEffects } = JSON.parse(readFileSync('package.json', 'utf8'));
const read = (path) => readFileSync(path, 'utf8').trim();

const sources = ['src', 'elements'].flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`),
);

/** A warning is an error, but for a module that has types only. */
const onwarn = ({ code, message }) => {
  if (code !== 'EMPTY_BUNDLE') throw new Error(message);
};

/** Matches the modules that do something when they are loaded. */
const registering = sideEffects
  .filter((path) => path.endsWith('.ts'))
  .map((path) => new RegExp(`${path.slice(1).replace('*', '[^/]+').replace('.ts', '\\.ts')}$`));

/** Every source is an entry, so that each module keeps its exports and its path. */
const modules = {
  input: sources,
  treeshake: { moduleSideEffects: (id) => registering.some((path) => path.test(id)) },
  external: (id) =>
    Object.keys(dependencies).some((dependency) => id === dependency || id.startsWith(`${dependency}/`)),
  plugins: [typescript(), templates()],
  output: {
    dir: 'dist',
    preserveModules: true,
    preserveModulesRoot: '.',
    hoistTransitiveImports: false,
    entryFileNames: '[name].js',
    sourcemap: true,
    sourcemapExcludeSources: true,
  },
  onwarn,
};

/** Carries the source maps of the modules on, so that those of the bundles lead to the TypeScript. */
const sourceMaps = {
  name: 'source-maps',
  load(id) {
    if (!existsSync(`${id}.map`)) return null;
    return { code: readFileSync(id, 'utf8'), map: JSON.parse(readFileSync(`${id}.map`, 'utf8')) };
  },
};

/** Emits the licence texts that the banner names: they accompany every copy. */
const licences = {
  name: 'licences',
  generateBundle() {
    const parts = [
      [name, 'LICENSE'],
      ['lit, @lit/context and their parts', 'node_modules/lit/LICENSE'],
      ['idb', 'node_modules/idb/LICENSE'],
      ['Icons of Lucide', 'node_modules/lucide-static/LICENSE'],
    ];
    const source = parts.map(([title, path]) => `${title}\n\n${read(path)}\n`).join('\n---\n\n');
    this.emitFile({ type: 'asset', fileName: 'LICENSE.txt', source });
  },
};

/** Fails when a bundle needs a module that is not in it, or when an entry is more than one file. */
const selfContained = {
  name: 'self-contained',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const missing = [...chunk.imports, ...chunk.dynamicImports].filter((path) => !(path in bundle));
      if (missing.length) this.error(`${chunk.fileName} imports ${missing.join(', ')}: not in the bundle.`);
      if (chunk.fileName === `${name}.js` && chunk.imports.length)
        this.error(`${chunk.fileName} imports ${chunk.imports.join(', ')}: it has to be one file.`);
    }
  },
};

const banner = `/*! ${name} ${version}, MIT; with Lit (BSD-3-Clause), idb (ISC) and icons of Lucide (ISC): see LICENSE.txt */`;
const minifyOptions = { minify: true, charset: 'utf8', target: 'es2022', legalComments: 'none', sourcemap: true };

const minify = {
  name: 'minify',
  renderChunk: (code) => transform(code, { ...minifyOptions, banner }),
};

/** src/sandbox/index.js -> sandbox, src/locales/de.js -> de: the name says what is loaded. */
const chunkName = ({ name: own, facadeModuleId }) =>
  own === 'index' && facadeModuleId ? facadeModuleId.split(/[\\/]/).at(-2) : own;

const bundle = (file, input, format = 'es') => ({
  input: { [file]: input },
  preserveEntrySignatures: format === 'es' ? 'allow-extension' : false,
  plugins: [
    nodeResolve({ browser: true, exportConditions: ['browser', 'production', 'default'] }),
    sourceMaps,
    licences,
    selfContained,
  ],
  output: {
    dir: 'dist/cdn',
    format,
    sourcemap: true,
    sourcemapExcludeSources: true,
    entryFileNames: '[name].js',
    chunkFileNames: (chunk) => `${file}.${chunkName(chunk)}.[hash].js`,
    plugins: [minify],
  },
  onwarn,
});

export default [
  modules,
  bundle(name, 'dist/src/index.js'),
  bundle('autoloader', 'dist/src/autoloader.js'),
  bundle('session', 'dist/src/session/index.js'),
  bundle('sandbox', 'dist/src/sandbox/global.js', 'iife'),
];
