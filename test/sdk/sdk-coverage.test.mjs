/** No method, message or result field of the vendor's document is without an element, a demo and a test. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import * as sdk from '../../dist/src/sdk/index.js';
import { root } from '../../tools/steps.mjs';

const { commandNames, domEventName, events } = sdk;

const read = (path) => readFileSync(join(root, path), 'utf8');
const files = (folder, ending) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => ending.test(file));

/** Every name and text of a source; its comments tell of nothing. */
function wordsOf(path) {
  const found = new Set();
  const look = (node) => {
    if (ts.isIdentifier(node) || ts.isStringLiteralLike(node))
      for (const word of node.text.split(/[^\w-]+/)) found.add(word);
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true));
  return found;
}

const words = (paths) => new Set(paths.flatMap((path) => [...wordsOf(path)]));

/** What draws and acts: the elements and what they are made of, without the tables themselves. */
const kit = words([
  ...files('elements', /\.ts$/),
  ...['src/ui', 'src/queries', 'src/history', 'src/session', 'src/state'].flatMap((folder) => files(folder, /\.ts$/)),
]);
const elementWords = words([
  ...files('elements', /\.ts$/),
  ...files('src/ui', /\.ts$/),
  ...files('src/queries', /\.ts$/),
]);
const tests = words(
  files('test', /\.(ts|mjs)$/).filter(
    (path) => !/^test\/(bench|contract|tools)\/|\/sdk-coverage\.test\.mjs$/.test(path),
  ),
);

/** The fields of everything that the SDK answers, by interface. */
function resultFields() {
  const path = 'src/sdk/results.ts';
  const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
  const found = new Set();
  const look = (node) => {
    if (ts.isPropertySignature(node)) found.add(node.name.text);
    ts.forEachChild(node, look);
  };
  look(source);
  return [...found];
}

/** A message may be meant by a constant that holds its name. */
const constantsOf = (name) => Object.keys(sdk).filter((key) => sdk[key] === name);
const isNamed = (place) => (name) => [name, domEventName(name), ...constantsOf(name)].some((each) => place.has(each));

/** What the kit doesn't read, and why. One that is read again has no business here. */
const unread = {
  agentUuid: 'queryRoutes says whose rules they are: the agent who asks',
  checkableQueues: 'queryAgentJoinedQueues tells the same groups, with their weights',
  loginStatus: 'login takes online and do not disturb, and no other',
  loginStatusName: 'loginStatusCode tells it, in the language of the page',
};

const without = (names, ...places) => names.filter((name) => !places.every((place) => place(name)));

describe('of the vendor’s document', () => {
  it('every method is sent by an element, and tested', () => {
    assert.deepEqual(
      without(
        commandNames,
        (name) => elementWords.has(name),
        (name) => tests.has(name),
      ),
      [],
    );
  });

  it('every message that is known is tested, and every documented one tells the kit something', () => {
    const names = Object.keys(events);
    assert.deepEqual(without(names, isNamed(tests)), []);
    const documented = names.filter((name) => events[name].certainty === 'documented');
    const silent = without(documented, (name) => events[name].signal !== null || isNamed(kit)(name));
    assert.deepEqual(silent, []);
  });

  it('every field of a result is read, and tested', () => {
    const fields = resultFields();
    assert.deepEqual(without(fields, (name) => kit.has(name)).sort(), Object.keys(unread));
    assert.deepEqual(
      without(fields, (name) => tests.has(name)),
      [],
    );
  });

  it('every element is in a demo', () => {
    const tags = readdirSync(join(root, 'elements'));
    assert.ok(tags.length > 20);
    // demo/elements.html is made of the manifest, and its own test asks for each of them.
    assert.match(read('demo/elements.js'), /custom-elements\.json/);
    for (const tag of tags) assert.ok(read('dist/custom-elements.json').includes(`"tagName": "${tag}"`), tag);
  });
});
