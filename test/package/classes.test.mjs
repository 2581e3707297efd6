import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { root } from '../../tools/steps.mjs';
import { openChrome } from '../interop/pages.mjs';

async function bundle(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    outdir: 'out',
    write: false,
    minify: true,
    format: 'esm',
    conditions: ['production'],
    logLevel: 'silent',
  });
  return Object.fromEntries(outputFiles.map(({ path, text }) => [`/${basename(path)}`, text]));
}

/** What is loaded at once; further files are loaded on demand. */
function eager(files, path = '/stdin.js', seen = new Set()) {
  if (seen.has(path)) return '';
  seen.add(path);
  const imports = [...files[path].matchAll(/(?:from|import)"\.(\/[^"]+)"/g)].map(([, next]) => next);
  return imports.reduce((text, next) => text + eager(files, next, seen), files[path]);
}

describe('./classes', () => {
  let chrome;
  before(async () => (chrome = await openChrome()));
  after(() => chrome.close());

  it('registers nothing; each class is named after its tag and can be defined', async () => {
    const files = await bundle(`import * as classes from 'sobot-elements/classes'; window.classes = classes;`);
    const { page, problems } = await chrome.open({
      '/index.html': '<script type="module" src="/stdin.js"></script><sobot-dialpad></sobot-dialpad>',
      ...files,
    });
    const found = await page.evaluate(() => {
      const isElement = (value) => typeof value === 'function' && value.prototype instanceof HTMLElement;
      const names = Object.keys(window.classes).filter((name) => isElement(window.classes[name]));
      const tagOf = (name) => name.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase();
      const before = names.filter((name) => customElements.get(tagOf(name)));
      window.classes.SobotDialpad.define();
      return { names, before, after: customElements.get('sobot-dialpad') === window.classes.SobotDialpad };
    });
    assert.ok(found.names.length >= 13, found.names.join(', '));
    for (const name of found.names) assert.match(name, /^Sobot[A-Z]/);
    assert.deepEqual(found.before, []);
    assert.ok(found.after);
    assert.deepEqual(problems, []);
  });

  it('shakes down to nothing when nothing of it is used', async () => {
    assert.equal(eager(await bundle(`import 'sobot-elements/classes';`)).trim(), '');
  });

  it('brings along only what a class needs', async () => {
    const one = eager(await bundle(`import { SobotDialpad } from 'sobot-elements/classes'; SobotDialpad.define();`));
    const all = eager(await bundle(`import 'sobot-elements';`));
    assert.ok(one.length < all.length / 2, `${one.length} of ${all.length} bytes`);
    assert.ok(!one.includes('sobot-softphone'));
  });
});
