/** The reference of the elements, from the manifest of the package. */
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

const reference = (element) => `## \`<${element.tagName}>\`

${element.summary ?? ''}

${element.description ?? ''}${attributes(element)}${properties(element)}${named(
  ['event', 'detail', 'when'],
  element.events,
  (each) => [code(each.name), typeOf(each), description(each)],
)}${list('slot', element.slots)}${list('part', element.cssParts)}${list('state', element.cssStates)}${named(
  ['custom property', 'default', 'meaning'],
  element.cssProperties?.filter(({ name }) => !isToken(name)),
  (each) => [code(each.name), each.default ? code(each.default) : '', description(each)],
)}`;

export const elementTables = {
  elements: () =>
    table(
      ['element', 'what it is'],
      elements().map(({ tagName, summary = '' }) => [`[\`<${tagName}>\`](#${tagName})`, summary]),
    ),
  reference: () => elements().map(reference).join('\n\n'),
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
