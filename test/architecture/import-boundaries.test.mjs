import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What each room may import besides itself; `elements` may have everything, and the sandbox only by `import()`. */
const mayImport = {
  'src/internal': [],
  'src/sdk': ['src/internal'],
  'src/state': ['src/internal', 'src/sdk'],
  'src/session': ['src/internal', 'src/sdk', 'src/state'],
  'src/queries': ['src/internal', 'src/sdk', 'src/state', 'src/session'],
  'src/history': ['src/internal', 'src/sdk', 'src/state', 'src/session'],
  'src/ui': ['src/internal', 'src/sdk', 'src/state', 'src/session', 'src/queries', 'src/history'],
  'src/sandbox': ['src/internal', 'src/sdk'],
  elements: ['src/internal', 'src/sdk', 'src/state', 'src/session', 'src/queries', 'src/history', 'src/ui'],
  'src/locales': ['src/internal', 'src/ui', 'elements'],
};
const entries = 'src';
const withoutLit = ['src/internal', 'src/sdk', 'src/state', 'src/session', 'src/sandbox'];
const packages = ['lit', '@lit/context'];
/** Packages that one module may import, which itself is loaded only by `import()`. */
const onDemand = { idb: 'src/history/database' };

const files = (folder, ending) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));

const read = (path) => readFileSync(join(root, path), 'utf8');
const parse = (path, text) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
/** Published entries put rooms together: the files of `src` itself, and what registers an element. */
const roomOf = (path) =>
  path.endsWith('/define.ts')
    ? entries
    : (Object.keys(mayImport).find((room) => path.startsWith(`${room}/`)) ?? entries);

function* nodes(node) {
  yield node;
  for (const child of node.getChildren()) yield* nodes(child);
}

/** Every import and re-export of a module: what, and how. */
function importsOf(path, text) {
  const found = [];
  for (const node of nodes(parse(path, text))) {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const clause = ts.isImportDeclaration(node) ? node.importClause : node;
      const isType = clause?.isTypeOnly || clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      found.push({ what: node.moduleSpecifier.text, how: isType ? 'type' : 'static' });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      found.push({ what: ts.isStringLiteralLike(argument) ? argument.text : '?', how: 'lazy' });
    } else if (ts.isImportTypeNode(node)) {
      found.push({ what: node.argument.literal.text, how: 'type' });
    }
  }
  return found;
}

/** What is wrong about the imports of one module, in words. */
function wrongImports(path, text = read(path)) {
  const room = roomOf(path);
  return importsOf(path, text).flatMap(({ what, how }) => {
    const problem = (why) => [`${path} imports ${what}: ${why}`];
    if (!what.startsWith('.')) {
      if (onDemand[what]) return path === `${onDemand[what]}.ts` ? [] : problem('only in one module');
      const isLit = packages.some((name) => what === name || what.startsWith(`${name}/`));
      if (!isLit) return problem('not a dependency');
      return withoutLit.includes(room) ? problem('no Lit here') : [];
    }
    const module = posix.join(posix.dirname(path), what);
    if (Object.values(onDemand).some((each) => module === `${each}.js`) && how === 'static')
      return problem('only by import()');
    const target = roomOf(module);
    if (target === room || room === entries) return [];
    if (target === 'src/sandbox')
      return how === 'lazy' || how === 'type' ? [] : problem('the sandbox only by import()');
    return mayImport[room].includes(target) ? [] : problem(`${room} may not know ${target}`);
  });
}

/** The modules of the package that a module imports or re-exports, those by `import()` left out: they wait. */
const modulesOf = (path, text = read(path)) =>
  importsOf(path, text)
    .filter(({ what, how }) => what.startsWith('.') && how !== 'lazy')
    .map(({ what }) => posix.join(posix.dirname(path), what).replace(/\.js$/, '.ts'));

/** Returns every group of modules that import one another in a circle (Tarjan's strongly connected components). */
function cycles(graph) {
  const order = new Map();
  const lowest = new Map();
  const stack = [];
  const found = [];
  const visit = (node) => {
    order.set(node, order.size);
    lowest.set(node, order.get(node));
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) lowest.set(node, Math.min(lowest.get(node), lowest.get(next)));
    }
    if (lowest.get(node) !== order.get(node)) return;
    const group = stack.splice(stack.indexOf(node));
    if (group.length > 1) found.push(group.sort());
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return found;
}

/** In `src/ui` each folder is a room of its own. */
const innerRoomOf = (path) => /^src\/ui\/[^/]+(?=\/)/.exec(path)?.[0] ?? roomOf(path);

/** Imports of another room's module, where that room has an index. */
const deepImports = (path, text = read(path)) =>
  modulesOf(path, text)
    .filter((module) => {
      const room = innerRoomOf(module);
      const isForeign = room.startsWith('src/') && room !== innerRoomOf(path);
      return isForeign && existsSync(join(root, room, 'index.ts')) && !module.endsWith('/index.ts');
    })
    .map((module) => `${path} imports ${module}`);

/** Imports of another element's module that is not its class. */
const foreignParts = (path, text = read(path)) =>
  modulesOf(path, text)
    .filter((module) => {
      const [, own] = /^elements\/([\w-]+)\//.exec(path) ?? [];
      const [, tag, file] = /^elements\/([\w-]+)\/([\w-]+)\.ts$/.exec(module) ?? [];
      return own && tag && tag !== own && file !== tag;
    })
    .map((module) => `${path} imports ${module}`);

/** Names that exist only in a page; the state must not know of any. */
const pageGlobals = new Set([
  ...['window', 'document', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage', 'self', 'globalThis'],
  ...['fetch', 'setTimeout', 'setInterval', 'requestAnimationFrame', 'queueMicrotask', 'console', 'crypto'],
  ...[
    'Event',
    'CustomEvent',
    'EventTarget',
    'AbortController',
    'HTMLElement',
    'Element',
    'Node',
    'Date',
    'performance',
  ],
]);

/** The names that a module uses, other than those that it gives to something or asks of an object. */
const usedNames = (path, text = read(path)) =>
  [...nodes(parse(path, text))]
    .filter((node) => ts.isIdentifier(node) && node.parent.name !== node)
    .map((node) => node.text);

const sources = [...files('src', /\.ts$/), ...files('elements', /\.ts$/)];

describe('imports', () => {
  it('run one way', () => {
    assert.ok(sources.length > 40, 'there are sources to look at');
    assert.deepEqual(
      sources.flatMap((path) => wrongImports(path)),
      [],
    );
  });

  it('that run another way are found', () => {
    const broken = {
      'src/sdk/x.ts': "import { reduce } from '../state/index.js';",
      'src/state/x.ts': "export * from '../session/index.js';",
      'src/session/x.ts': "import { html } from 'lit';",
      'src/session/y.ts': "import type { X } from '../ui/base/sobot-element.js';",
      'src/ui/x.ts': "import { SobotAgent } from '../../elements/sobot-agent/define.js';",
      'src/ui/y.ts': "import '../sandbox/index.js';",
      'src/sandbox/x.ts': "import { obstacle } from '../state/index.js';",
      'src/sandbox/y.ts': "const x = await import('../ui/base/sobot-element.js');",
      'src/sdk/y.ts': "import chai from 'chai';",
      'src/ui/z.ts': "import { openDB } from 'idb';",
      'src/history/call-history.ts': "import { openCalls } from './database.js';",
      'elements/x.ts': "import { Switch } from '../src/sandbox/switch/index.js';",
    };
    for (const [path, text] of Object.entries(broken)) assert.equal(wrongImports(path, text).length, 1, path);
    const sound = {
      'src/session/x.ts': "import { reduce } from '../state/index.js'; import './store.js';",
      'elements/x.ts': "import { LitElement } from 'lit'; import { consume } from '@lit/context';",
      'elements/y.ts': "const { createClient } = await import('../src/sandbox/index.js');",
      'src/history/database.ts': "import { openDB } from 'idb';",
      'src/history/call-history.ts': "import type { Calls } from './database.js'; await import('./database.js');",
      'src/ui/x.ts': "import type { Sandbox } from '../sandbox/index.js';",
    };
    for (const [path, text] of Object.entries(sound)) assert.deepEqual(wrongImports(path, text), [], path);
  });

  it('and globals of a page, or of time, are unknown to the state', () => {
    const names = (path, text) => usedNames(path, text).filter((name) => pageGlobals.has(name));
    const found = sources.filter((path) => roomOf(path) === 'src/state').flatMap((path) => names(path));
    assert.deepEqual(found, []);
    assert.deepEqual(names('src/state/x.ts', 'const at = Date.now(); call.document = { location: 1 };'), ['Date']);
  });

  it('enter a room by its index', () => {
    assert.deepEqual(
      sources.flatMap((path) => deepImports(path)),
      [],
    );
    assert.equal(deepImports('src/session/x.ts', "import { x } from '../state/model.js';").length, 1);
    assert.equal(deepImports('elements/sobot-x/x.ts', "import type { X } from '../../src/sdk/rows.js';").length, 1);
    assert.deepEqual(deepImports('src/session/x.ts', "import { x } from '../state/index.js'; import './y.js';"), []);
  });

  it('form no cycle, type-only imports included', () => {
    assert.deepEqual(cycles(new Map(sources.map((path) => [path, modulesOf(path)]))), []);
    const graph = { a: ['b'], b: ['c', 'd'], c: ['a'], d: [] };
    assert.deepEqual(cycles(new Map(Object.entries(graph))), [['a', 'b', 'c']]);
  });

  it('of an element, another element uses the class only', () => {
    assert.deepEqual(
      sources.flatMap((path) => foreignParts(path)),
      [],
    );
    assert.equal(foreignParts('elements/sobot-x/x.ts', "import { y } from '../sobot-y/define.js';").length, 1);
    assert.deepEqual(foreignParts('elements/sobot-x/x.ts', "import { Y } from '../sobot-y/sobot-y.js';"), []);
  });
});

describe('the folder of an element', () => {
  it('holds its class, its definition and its messages', () => {
    for (const path of files('elements', /\.ts$/))
      assert.match(path, /^elements\/sobot-[a-z-]+\/(?:[a-z-]+\/)?[a-z-]+\.ts$/);
    for (const folder of readdirSync(join(root, 'elements'))) {
      for (const file of ['define', folder, 'messages'])
        assert.ok(existsSync(join(root, 'elements', folder, `${file}.ts`)), `${folder}/${file}.ts`);
    }
  });

  it('is listed by the autoloader and among the classes', () => {
    const listedBy = (path, pattern) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(pattern)].map(([, tag]) => tag).sort();
    const folders = readdirSync(join(root, 'elements')).sort();
    assert.deepEqual(
      listedBy('src/autoloader.ts', /'(sobot-[a-z-]+)': \(\) => import\('..\/elements\/\1\/define\.js'\)/g),
      folders,
    );
    assert.deepEqual(listedBy('src/classes.ts', /'..\/elements\/(sobot-[a-z-]+)\/\1\.js'/g), folders);
  });
});
