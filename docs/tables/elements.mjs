/** The reference of the elements, from the manifest of the package. */
import { examples, markup } from '../../demo/element-examples.js';
import { isToken } from './code.mjs';
import { code, read, table } from './markdown.mjs';

const modules = () => JSON.parse(read('dist/custom-elements.json')).modules;

export const elements = () =>
  modules()
    .flatMap(({ declarations = [] }) => declarations.filter(({ customElement }) => customElement))
    .sort((a, b) => a.tagName.localeCompare(b.tagName));

const named = (heads, rows, cells) => (rows?.length ? `\n\n${table(heads, rows.map(cells))}` : '');
const typeOf = ({ type }) => (type?.text ? code(type.text.replace(/^CustomEvent<(.*)>$/, '$1')) : '');
const description = ({ description: text = '' }) => text;

const attributes = ({ attributes: all = [] }) =>
  named(['attribute', 'type', 'default', 'meaning'], all, (each) => [
    code(each.name),
    typeOf(each),
    each.default ? code(each.default) : '',
    description(each),
  ]);

/** What a script has and markup hasn't. */
const properties = ({ members = [], attributes: all = [] }) => {
  const inMarkup = new Set(all.map(({ fieldName, name }) => fieldName ?? name));
  const fields = members.filter(
    ({ kind, name, privacy, static: isStatic, inheritedFrom }) =>
      kind === 'field' &&
      !isStatic &&
      privacy !== 'private' &&
      privacy !== 'protected' &&
      !inMarkup.has(name) &&
      !inheritedFrom &&
      !name.startsWith('#'),
  );
  return named(['property', 'type', 'meaning'], fields, (each) => [code(each.name), typeOf(each), description(each)]);
};

const list = (head, rows) =>
  named([head, 'meaning'], rows, ({ name, description: text = '' }) => [name ? code(name) : '(default)', text]);

/** What a script calls; a static method belongs to the class, an inherited one to every element. */
const methods = ({ members = [] }) => {
  const own = members.filter(
    ({ kind, privacy, static: isStatic, inheritedFrom, name }) =>
      kind === 'method' && !isStatic && !inheritedFrom && (privacy ?? 'public') === 'public' && !name.startsWith('#'),
  );
  return named(['method', 'returns', 'meaning'], own, (each) => [
    code(`${each.name}(${(each.parameters ?? []).map(({ name }) => name).join(', ')})`),
    each.return?.type?.text ? code(each.return.type.text) : '',
    description(each),
  ]);
};

const section = (title, text) => (text ? `\n\n## ${title}${text}` : '');

const page = (
  element,
) => `<!-- Generated from the JSDoc of elements/${element.tagName}/${element.tagName}.ts by \`npm run docs\`. -->

# \`<${element.tagName}>\`

${element.summary ?? ''}

${element.description ?? ''}

## Example

[Live](../../demo/elements.html#${element.tagName})

\`\`\`html
${markup(element.tagName, examples[element.tagName])}
\`\`\`${section('Attributes', attributes(element))}${section('Properties', properties(element))}${section(
  'Methods',
  methods(element),
)}${section(
  'Events',
  named(['event', 'detail', 'when'], element.events, (each) => [code(each.name), typeOf(each), description(each)]),
)}${section('Slots', list('slot', element.slots))}${section('Parts', list('part', element.cssParts))}${section(
  'Custom properties',
  named(
    ['custom property', 'default', 'meaning'],
    element.cssProperties?.filter(({ name }) => !isToken(name)),
    (each) => [code(each.name), each.default ? code(each.default) : '', description(each)],
  ),
)}${section('States', list('state', element.cssStates))}
`;

/** Returns the file names of the elements' pages, each with its text. */
export const elementPages = () =>
  Object.fromEntries(elements().map((element) => [`elements/${element.tagName}.md`, page(element)]));

export const elementTables = {
  elements: () =>
    table(
      ['element', 'what it is'],
      elements().map(({ tagName, summary = '' }) => [`[\`<${tagName}>\`](elements/${tagName}.md)`, summary]),
    ),
  'kit events': () => {
    const { events } = elements().find(({ tagName }) => tagName === 'sobot-agent');
    return table(
      ['event', 'detail', 'when'],
      events.map((each) => [code(each.name), typeOf(each), description(each)]),
    );
  },
  'element events': () =>
    table(
      ['element', 'event', 'detail', 'when'],
      elements()
        .filter(({ tagName }) => tagName !== 'sobot-agent')
        .flatMap(({ tagName, events = [] }) =>
          events.map((each) => [code(`<${tagName}>`), code(each.name), typeOf(each), description(each)]),
        ),
    ),
};
