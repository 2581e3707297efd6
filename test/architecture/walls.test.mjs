import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
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
  'src/ui': ['src/internal', 'src/sdk', 'src/state', 'src/session'],
  'src/sandbox': ['src/internal', 'src/sdk'],
  elements: ['src/internal', 'src/sdk', 'src/state', 'src/session', 'src/ui'],
};
/** Published entries, which put rooms together. */
const entries = 'src';
const withoutLit = ['src/internal', 'src/sdk', 'src/state', 'src/session', 'src/sandbox'];
const packages = ['lit', '@lit/context'];
/** Packages that one module may import, which itself is loaded only by `import()`. */
const onDemand = { idb: 'elements/classes/call-log/database' };
const MAX_LINES = 350;

const files = (folder, ending) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));

const read = (path) => readFileSync(join(root, path), 'utf8');
const parse = (path, text) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
const roomOf = (path) => Object.keys(mayImport).find((room) => path.startsWith(`${room}/`)) ?? entries;

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

describe('the walls of the house', () => {
  it('imports run one way', () => {
    assert.ok(sources.length > 40, 'there are sources to look at');
    assert.deepEqual(
      sources.flatMap((path) => wrongImports(path)),
      [],
    );
  });

  it('would be noticed if they were broken', () => {
    const broken = {
      'src/sdk/x.ts': "import { reduce } from '../state/index.js';",
      'src/state/x.ts': "export * from '../session/index.js';",
      'src/session/x.ts': "import { html } from 'lit';",
      'src/session/y.ts': "import type { X } from '../ui/element.js';",
      'src/ui/x.ts': "import { SobotAgent } from '../../elements/sobot-agent.js';",
      'src/ui/y.ts': "import '../sandbox/index.js';",
      'src/sandbox/x.ts': "import { obstacle } from '../state/index.js';",
      'src/sandbox/y.ts': "const x = await import('../ui/element.js');",
      'src/sdk/y.ts': "import chai from 'chai';",
      'src/ui/z.ts': "import { openDB } from 'idb';",
      'elements/classes/call-log/log.ts': "import { openCalls } from './database.js';",
      'elements/x.ts': "import { Switch } from '../src/sandbox/switch/index.js';",
    };
    for (const [path, text] of Object.entries(broken)) assert.equal(wrongImports(path, text).length, 1, path);
    const sound = {
      'src/session/x.ts': "import { reduce } from '../state/index.js'; import './store.js';",
      'elements/x.ts': "import { LitElement } from 'lit'; import { consume } from '@lit/context';",
      'elements/y.ts': "const { createClient } = await import('../src/sandbox/index.js');",
      'elements/classes/call-log/database.ts': "import { openDB } from 'idb';",
      'elements/classes/call-log/log.ts': "import type { Calls } from './database.js'; await import('./database.js');",
      'src/ui/x.ts': "import type { Sandbox } from '../sandbox/index.js';",
    };
    for (const [path, text] of Object.entries(sound)) assert.deepEqual(wrongImports(path, text), [], path);
  });

  it('the state knows nothing of a page, nor of time', () => {
    const names = (path, text) => usedNames(path, text).filter((name) => pageGlobals.has(name));
    const found = sources.filter((path) => roomOf(path) === 'src/state').flatMap((path) => names(path));
    assert.deepEqual(found, []);
    assert.deepEqual(names('src/state/x.ts', 'const at = Date.now(); call.document = { location: 1 };'), ['Date']);
  });

  it('each element is a file, and no file is long', () => {
    const long = sources
      .map((path) => [path, read(path).split('\n').length - 1])
      .filter(([, lines]) => lines > MAX_LINES);
    assert.deepEqual(long, []);
    for (const path of files('elements', /\.ts$/).filter((path) => dirname(path) === 'elements')) {
      assert.match(path, /^elements\/sobot-[a-z-]+\.ts$/);
    }
  });

  it('nothing is any, and nothing is hidden from the compiler', () => {
    const found = sources.flatMap((path) => {
      const text = read(path);
      const any = [...nodes(parse(path, text))]
        .filter(({ kind }) => kind === ts.SyntaxKind.AnyKeyword)
        .map(() => 'any');
      return [...any, ...(text.match(/@ts-(?:ignore|nocheck|expect-error)/g) ?? [])].map((what) => `${path}: ${what}`);
    });
    assert.deepEqual(found, []);
  });
});
