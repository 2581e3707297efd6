import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root, run } from '../../tools/steps.mjs';

const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const { name, exports, sideEffects, ...manifest } = read('package.json');
const tags = readdirSync(join(root, 'elements')).filter((folder) => folder.startsWith('sobot-'));

/** `./elements/*.js` -> one specifier for each door. */
const specifiers = Object.keys(exports).flatMap((key) =>
  key.includes('*') ? tags.map((tag) => key.replace('*', tag)) : key,
);

function target(specifier, condition) {
  const key = exports[specifier] ? specifier : './elements/*.js';
  const found = typeof exports[key] === 'string' ? exports[key] : exports[key][condition];
  return found.replace('*', specifier.slice('./elements/'.length, -'.js'.length));
}

describe('the package', () => {
  it('has a door for every element', () => {
    assert.ok(tags.length >= 13, `only ${tags.join(', ')}`);
  });

  it('resolves every export to files that are there', () => {
    const missing = specifiers
      .flatMap((specifier) => [target(specifier, 'default'), target(specifier, 'types')])
      .filter((path) => !existsSync(join(root, path)));
    assert.deepEqual(missing, []);
  });

  it('names files that are there', () => {
    const { types, customElements, unpkg, jsdelivr } = manifest;
    const built = ['sobot-elements', 'autoloader', 'session', 'sandbox'].map((file) => `dist/cdn/${file}.js`);
    for (const path of [types, customElements, unpkg, jsdelivr, ...built])
      assert.ok(existsSync(join(root, path)), path);
  });

  it('names every module that does something when it is loaded, and no other', () => {
    const doors = readdirSync(join(root, 'dist/elements'), { recursive: true }).filter((file) =>
      /define\.js$/.test(file),
    );
    assert.deepEqual(doors.sort(), tags.map((tag) => join(tag, 'define.js')).sort());
    for (const path of sideEffects.filter((each) => !each.includes('*'))) assert.ok(existsSync(join(root, path)), path);
  });

  it('depends on Lit and its context, and on what only the kept call log loads', () => {
    assert.deepEqual(Object.keys(manifest.dependencies).sort(), ['@lit/context', 'idb', 'lit']);
  });

  it('imports nothing by name but its dependencies', () => {
    const modules = readdirSync(join(root, 'dist'), { recursive: true }).filter((file) => file.endsWith('.js'));
    const specifiersOf = (file) =>
      [...readFileSync(join(root, 'dist', file), 'utf8').matchAll(/^(?:import|export)[^'"]*['"]([^'"]+)['"]/gm)].map(
        ([, specifier]) => specifier,
      );
    const bare = modules.flatMap(specifiersOf).filter((specifier) => !specifier.startsWith('.'));
    const names = new Set(bare.map((specifier) => specifier.match(/^(?:@[^/]+\/)?[^/]+/)[0]));
    assert.deepEqual([...names].sort(), Object.keys(manifest.dependencies).sort());
  });

  it('has one decorator helper for all modules', () => {
    const helpers = readdirSync(join(root, 'dist'), { recursive: true })
      .filter((file) => file.endsWith('.js') && !file.startsWith('cdn'))
      .filter((file) => /__decorate =/.test(readFileSync(join(root, 'dist', file), 'utf8')));
    assert.equal(helpers.length, 1, helpers.join());
  });

  it('packs what is published', async () => {
    const { output } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'], {
      quiet: true,
      shell: process.platform === 'win32',
    });
    const [{ files }] = JSON.parse(output.slice(output.indexOf('[')));
    const packed = new Set(files.map(({ path }) => path));
    const wanted = specifiers.flatMap((specifier) => [target(specifier, 'default'), target(specifier, 'types')]);
    for (const path of wanted) assert.ok(packed.has(path.slice(2)), path);
    assert.ok(packed.has('LICENSE') && packed.has('dist/cdn/LICENSE.txt'));
    assert.ok(![...packed].some((path) => /^(test|demo|coverage)\//.test(path)));
  });
});

describe('in Node, where there is no document', () => {
  for (const specifier of specifiers.filter((each) => !each.endsWith('.json'))) {
    it(`imports ${specifier}`, async () => {
      const module = await import(`${name}/${specifier}`.replace('/./', '/').replace(/\/\.$/, ''));
      assert.ok(module);
    });
  }
});
