/** One card an element, from the manifest of the package: a new element is here by itself. */
import { tell } from './demo.js';
import { examples, markup } from './element-examples.js';

const phone = document.querySelector('#phone');
/** The agent owns the page's only phone, and the softphone draws again what the others draw: their cards have words only. */
const wordsOnly = new Set(['sobot-agent', 'sobot-softphone']);

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function live(tag, { text = '', ...attributes }) {
  const element = make(tag, { textContent: text });
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

const oneLine = (text = '') => text.replace(/\s+/g, ' ').replaceAll('`', '');

/** Attributes, events, slots, parts, states and custom properties, each under a heading of its own. */
function facts({ attributes = [], events = [], slots = [], cssParts = [], cssStates = [], cssProperties = [] }) {
  const table = {
    attributes,
    events,
    slots,
    'CSS parts': cssParts,
    'CSS states': cssStates,
    properties: cssProperties,
  };
  const lists = Object.entries(table).flatMap(([title, rows]) => {
    if (rows.length === 0) return [];
    const items = rows.flatMap(({ name, description }) => [
      make('dt', {}, make('code', { textContent: name || '(default)' })),
      make('dd', { textContent: oneLine(description) }),
    ]);
    return [make('h3', { textContent: title }), make('dl', {}, ...items)];
  });
  return make('details', {}, make('summary', { textContent: 'Attributes, events, parts' }), ...lists);
}

function copyButton(text, tag) {
  const button = make('button', { type: 'button', textContent: 'Copy', ariaLabel: `Copy the HTML of ${tag}` });
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
  });
  return button;
}

/** Many elements draw nothing while there is nothing to draw; the card says so then. */
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) target.parentElement.classList.toggle('empty', !target.offsetHeight);
});

function card(declaration) {
  const { tagName: tag, summary, description } = declaration;
  const example = examples[tag] ?? {};
  const html = markup(tag, example);
  const element = wordsOnly.has(tag) ? '' : live(tag, example);
  if (element) sizes.observe(element);
  const section = make('section', { className: 'card element', id: tag });
  section.setAttribute('aria-labelledby', `${tag}-title`);
  section.append(
    make('h2', { id: `${tag}-title`, textContent: `<${tag}>` }),
    make('p', { className: 'muted', textContent: oneLine(summary ?? description) }),
    element && make('div', { className: 'live empty' }, element),
    make('div', { className: 'html' }, make('code', { textContent: html }), copyButton(html, tag)),
    facts(declaration),
  );
  return section;
}

const response = await fetch('../dist/custom-elements.json');
const { modules } = await response.json();
const all = modules.flatMap(({ declarations = [] }) => declarations.filter(({ customElement }) => customElement));
all.sort((a, b) => a.tagName.localeCompare(b.tagName));

document.querySelector('#elements').append(...all.map(card));
document
  .querySelector('#contents')
  .append(...all.map(({ tagName }) => make('a', { href: `#${tagName}`, textContent: tagName.slice('sobot-'.length) })));

const state = document.querySelector('#state');
for (const word of ['dialing', 'ringing', 'talking', 'held', 'waiting', 'wrap-up']) {
  state.append(make('option', { value: word, textContent: `A picture: ${word}` }));
}
state.addEventListener('change', () => {
  phone.stop();
  phone.preview = state.value;
  if (!state.value) phone.start().catch((error) => tell(error.message));
});

// A new window at each call would be in the way here: what it would show is enough.
document.addEventListener('sobot-screen-pop', (event) => {
  event.preventDefault();
  const place = document.querySelector('#sobot-screen-pop .html');
  place.after(make('p', { className: 'muted', textContent: `It would have opened ${event.detail.url}` }));
});
