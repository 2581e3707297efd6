import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { elements } from '../interop/pages.mjs';
import { root } from '../../tools/steps.mjs';

const read = (path) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('dist/custom-elements.json'));
const declarations = manifest.modules.flatMap((module) => module.declarations).filter((each) => each.customElement);
const tags = ['sobot-agent', ...elements];
const of = (tag) => declarations.find(({ tagName }) => tagName === tag) ?? {};

/**
 * The modules that a module is made of: itself and what it imports from elements/ and src/ui. Not other elements, and
 * not the base class, of which not every element uses everything.
 */
function modulesOf(path, found = new Map()) {
  if (found.has(path) || !existsSync(join(root, path))) return found;
  const code = read(path);
  found.set(path, code.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, ''));
  for (const [, names = '', from] of code.matchAll(/import\s+(?:type\s+)?(?:\{([^}]*)\}\s+from\s+)?'(\.[^']+)\.js'/g)) {
    for (const next of exporters(`${join(dirname(path), from)}.ts`.replaceAll('\\', '/'), names)) {
      const isShared = /\/sobot-[a-z-]+\.ts$|^src\/ui\/base\//.test(next);
      if (/^(elements|src\/ui)\//.test(next) && !isShared) modulesOf(next, found);
    }
  }
  return found;
}

/** The modules behind the index of a room that export one of the names; any other module is itself. */
function exporters(path, names) {
  if (!path.endsWith('/index.ts') || !existsSync(join(root, path))) return [path];
  const wanted = new Set(names.split(',').map((name) => name.replace(/^\s*type\s|\sas\s.*$/g, '').trim()));
  const exports = [...read(path).matchAll(/export\s+(?:type\s+)?\{([^}]*)\}\s+from\s+'(\.[^']+)\.js'/g)];
  const found = exports.filter(([, list]) =>
    list.split(',').some((name) => wanted.has(name.replace(/^\s*type\s/, '').trim())),
  );
  return found.map(([, , from]) => `${join(dirname(path), from)}.ts`.replaceAll('\\', '/'));
}

const sources = Object.fromEntries(
  declarations.map(({ tagName }) => [tagName, [...modulesOf(`elements/${tagName}/${tagName}.ts`).values()].join('\n')]),
);
const everySource = ['elements', 'src/ui', 'src/session']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((file) => `${folder}/${file}`))
  .filter((file) => file.endsWith('.ts'))
  .map(read)
  .join('\n');

const all = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))];
const names = (rows) => new Set((rows ?? []).map(({ name }) => name));
/** Those that are written as they are: what is composed is known only when it is drawn. */
const words = (text) =>
  text
    .replace(/[\w-]*\$\{[^}]*\}[\w-]*/g, ' ')
    .split(/\s+/)
    .filter(Boolean);

/** Every row has a description, and what `typed` says. */
function described(tag, kind, rows, typed = () => true) {
  const poor = (rows ?? []).filter((row) => !row.description?.trim() || !typed(row));
  assert.deepEqual(
    poor.map(({ name }) => name),
    [],
    `${tag}: ${kind} without description or type`,
  );
}

const hasType = ({ type }) => Boolean(type?.text) && type.text !== 'any';

describe('custom-elements.json', () => {
  it('has every element', () => {
    assert.deepEqual(
      tags.filter((tag) => !of(tag).tagName),
      [],
    );
  });

  it('speaks of files that are published', () => {
    for (const { path } of manifest.modules) assert.ok(existsSync(join(root, path)), path);
  });

  for (const tag of tags) {
    describe(tag, () => {
      const { summary, description, attributes, members, events, slots, cssParts, cssProperties, cssStates } = of(tag);

      it('is described and typed, all of it', () => {
        assert.ok(description?.trim() || summary?.trim(), `${tag} has no description`);
        described(tag, 'attributes', attributes, hasType);
        described(
          tag,
          'properties',
          members?.filter(({ kind, static: own }) => kind === 'field' && !own),
          hasType,
        );
        described(
          tag,
          'methods',
          members?.filter(({ kind, static: own }) => kind === 'method' && !own),
        );
        described(tag, 'events', events, hasType);
        described(tag, 'slots', slots);
        described(tag, 'parts', cssParts);
        described(tag, 'custom properties', cssProperties);
        described(tag, 'custom states', cssStates);
      });

      it('has events whose details are typed', () => {
        const bare = (events ?? []).filter(({ type }) => /^(Custom)?Event$/.test(type?.text ?? 'Event'));
        assert.deepEqual([...names(bare)], []);
      });

      it('has no attribute or property that a framework takes for a listener', () => {
        const own = [...(attributes ?? []), ...(members ?? [])].filter(({ name }) => /^on[a-z]/.test(name ?? ''));
        assert.deepEqual([...names(own)], []);
      });

      it('names the parts, slots and events that its source has', () => {
        const source = sources[tag] ?? '';
        const missing = (found, rows) => found.filter((name) => !names(rows).has(name));
        const base = ['notice', ...(source.includes('drawFailure(') ? ['error'] : [])];
        const parts = [...(tag === 'sobot-agent' ? [] : base), ...all(source, /\spart="([^"]*)"/g).flatMap(words)];
        const drawn = [...source.matchAll(/<slot(?:\s[^>]*?name="([^"]*)")?/g)].map(([, name]) => name ?? '');
        const sent = all(source, /new CustomEvent(?:<[^>]*>)?\(\s*'([^']+)'/g);
        assert.deepEqual(missing([...new Set(parts)], cssParts), [], 'parts');
        assert.deepEqual(missing([...new Set(drawn)], slots), [], 'slots');
        assert.deepEqual(missing(sent, events), [], 'events');
      });
    });
  }

  it('has every custom property that the source reads, and no other', () => {
    const known = new Set(declarations.flatMap(({ cssProperties }) => [...names(cssProperties)]));
    const read = new Set(all(everySource, /var\(\s*(--sobot-[\w-]+)/g));
    assert.deepEqual(
      [...read].filter((name) => !known.has(name)),
      [],
      'read, and not in the manifest',
    );
    assert.deepEqual(
      [...known].filter((name) => !read.has(name)),
      [],
      'in the manifest, and not read',
    );
  });

  it('has the kit’s own events at the agent', () => {
    const own = all(read('src/session/session-events.ts'), /^\s+'(sobot-[\w-]+)':/gm);
    const known = names(of('sobot-agent').events);
    assert.ok(own.length > 10);
    assert.deepEqual(
      own.filter((name) => !known.has(name)),
      [],
    );
  });

  it('has every attribute of the agent that the architecture names', () => {
    const wanted = [
      ...['sysnum', 'sdk-src', 'company-id', 'agent', 'agent-type', 'token', 'token-url', 'token-credentials'],
      ...['allow-storage-listen', 'init-options', 'sandbox', 'manual', 'load-timeout', 'command-timeout'],
      ...['event-aliases', 'preview', 'scan', 'mask-numbers', 'phase', 'presence', 'call', 'consult'],
    ];
    const known = names(of('sobot-agent').attributes);
    assert.deepEqual(
      wanted.filter((name) => !known.has(name)),
      [],
    );
  });
});
