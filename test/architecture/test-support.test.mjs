import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The modules of `test` that hold no tests. */
const modules = readdirSync(join(root, 'test'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /(?<!\.test|\.d)\.ts$/.test(entry.name))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));

const hasModifier = (node, kind) => (node.modifiers ?? []).some((modifier) => modifier.kind === kind);
const isConstant = ({ flags }) => (flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const;

/** The names that a pattern declares, such as `[a, { b }]`. */
const declaredNames = (name) =>
  ts.isIdentifier(name) ? [name.text] : name.elements.flatMap((each) => (each.name ? declaredNames(each.name) : []));

/**
 * The state of a module that every importer shares and that some code can replace: an exported `let` or `var`, under any
 * name, and a writable static field of an exported class.
 */
function sharedState(path, text = readFileSync(join(root, path), 'utf8')) {
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const variables = statements.filter(ts.isVariableStatement).filter((each) => !isConstant(each.declarationList));
  const namesOf = (statement) => statement.declarationList.declarations.flatMap(({ name }) => declaredNames(name));
  const mutable = new Set(variables.flatMap(namesOf));
  const exported = new Set(
    statements
      .filter((each) => ts.isExportDeclaration(each) && !each.moduleSpecifier && each.exportClause?.elements)
      .flatMap((each) => each.exportClause.elements.map(({ name, propertyName }) => (propertyName ?? name).text)),
  );
  for (const each of variables.filter((one) => hasModifier(one, ts.SyntaxKind.ExportKeyword)))
    for (const name of namesOf(each)) exported.add(name);
  const fields = statements
    .filter((each) => ts.isClassDeclaration(each))
    .filter((each) => hasModifier(each, ts.SyntaxKind.ExportKeyword) || exported.has(each.name?.text))
    .flatMap((each) => each.members.map((member) => [each.name?.text ?? 'default', member]))
    .filter(([, member]) => ts.isPropertyDeclaration(member) && hasModifier(member, ts.SyntaxKind.StaticKeyword))
    .filter(([, member]) => !hasModifier(member, ts.SyntaxKind.ReadonlyKeyword))
    .map(([name, member]) => `${name}.${member.name.getText()}`);
  return [...[...mutable].filter((name) => exported.has(name)), ...fields].map((name) => `${path} exports ${name}`);
}

describe('a module that tests import', () => {
  it('exports no state that can be replaced: a fixture returns what it made', () => {
    assert.ok(modules.filter((path) => path.startsWith('test/support/')).length > 15, 'there are modules to read');
    assert.deepEqual(
      modules.flatMap((path) => sharedState(path)),
      [],
    );
  });

  it('is found out when it does', () => {
    const shared = [
      'export let agent: SobotAgent;',
      'export var agent = null;',
      'let agent; export { agent };',
      'let inner; export { inner as agent };',
      'export let [agent] = [1];',
      'export let { element: { agent } } = fixture;',
      'export class Fake { static open: Fake[] = []; }',
      'class Fake { static open = 0; } export { Fake };',
    ];
    for (const text of shared) assert.equal(sharedState('test/support/x.ts', text).length, 1, text);
    const own = [
      'let calls = 0; export const nextId = () => (calls += 1);',
      'export const agent = createAgent();',
      "export { agent } from './y.js';",
      'export class Fake { static readonly tag = "x"; static create() {} open = 0; }',
      'class Fake { static open = 0; }',
      'export function create() { let agent; return agent; }',
      'export declare namespace N {}',
    ];
    for (const text of own) assert.deepEqual(sharedState('test/support/x.ts', text), [], text);
  });
});
