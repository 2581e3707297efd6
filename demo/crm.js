/** A CRM of ten lines of data. What it has to do with the phone is marked; everything else is any CRM's. */
const customers = [
  {
    number: '5550100',
    name: 'Ana Ribeiro',
    company: 'Ribeiro Tiles',
    city: 'Porto',
    orders: ['o-7 Terracotta, 40 m²'],
  },
  { number: '5550104', name: 'Bo Lindqvist', company: 'Lindqvist Boats', city: 'Umeå', orders: ['o-3 Deck oil, 20 l'] },
  { number: '5550105', name: 'Chidi Okafor', company: 'Okafor & Sons', city: 'Enugu', orders: [] },
  {
    number: '5550106',
    name: 'Dora Meier',
    company: 'Atelier Meier',
    city: 'Basel',
    orders: ['o-8 Linen, 12 m', 'o-9 Thread'],
  },
  {
    number: '5550102',
    name: 'Emil Sørensen',
    company: 'Harbour Bakery',
    city: 'Aarhus',
    orders: ['o-5 Flour, 200 kg'],
  },
  { number: '5550103', name: 'Farah Aziz', company: 'Aziz Optics', city: 'Lahore', orders: ['o-6 Frames, 30'] },
];
const known = new Map(customers.map((customer) => [customer.number, customer]));
const notes = new Map();

const phone = document.querySelector('#phone');
const find = (id) => document.getElementById(id);

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** A plain link. Logged in, it dials through the phone; else it is the browser's. */
const telLink = (number, textContent = number) => make('a', { href: `tel:${number}`, textContent, className: 'tel' });

function open(number) {
  const { name, company, city, orders = [] } = known.get(number) ?? { name: 'Unknown caller' };
  const written = notes.get(number) ?? [];
  const list = (title, texts, none) => [
    make('h3', { textContent: title }),
    texts.length > 0
      ? make('ul', {}, ...texts.map((textContent) => make('li', { textContent })))
      : make('p', { className: 'muted', textContent: none }),
  ];
  find('record').replaceChildren(
    make('h2', { id: 'record-title', textContent: name }),
    make('p', { className: 'muted', textContent: [company, city].filter(Boolean).join(', ') }),
    make('p', {}, telLink(number)),
    ...list('Orders', orders, 'No orders.'),
    ...list('Notes of calls', written, 'No notes yet: write some during a call.'),
  );
  find('record').dataset.number = number;
  for (const item of find('customers').children) item.classList.toggle('open', item.dataset.number === number);
}

function draw() {
  const wanted = find('search').value.trim().toLowerCase();
  const matches = ({ name, company, number }) =>
    [name, company, number].some((text) => text.toLowerCase().includes(wanted));
  const items = customers.filter(matches).map(({ number, name, company }) => {
    const button = make('button', { type: 'button', textContent: name });
    button.addEventListener('click', () => open(number));
    const item = make('li', {}, make('span', {}, button, make('small', { textContent: company })), telLink(number));
    item.dataset.number = number;
    item.classList.toggle('open', number === find('record').dataset.number);
    return item;
  });
  find('customers').replaceChildren(
    ...(items.length > 0 ? items : [make('li', { className: 'muted', textContent: 'Nobody of that name.' })]),
  );
}
find('search').addEventListener('input', draw);
draw();

// The phone asks who a number is, and shows the name wherever it shows the number.
phone.partyResolver = async (number) => ({ name: known.get(number)?.name });

// The record opens by itself, once a call: <sobot-screen-pop> without an address only tells.
phone.addEventListener('sobot-screen-pop', ({ detail }) => open(detail.call.number));

// What the agent wrote goes to the customer.
phone.addEventListener('sobot-wrap-up-done', ({ detail: { call, notes: text, disposition } }) => {
  const written = [disposition, text].filter(Boolean).join(': ');
  if (written) notes.set(call.number, [...(notes.get(call.number) ?? []), written]);
  if (find('record').dataset.number === call.number) open(call.number);
});

find('mask').addEventListener('change', ({ target }) => {
  phone.maskNumbers = target.checked;
});

// Only for the demo: the embedded call centre in the place of the vendor's script, and its other side.
const { SobotClient } = window;
phone.sdk = SobotClient;

function caller(textContent, act) {
  const button = make('button', { type: 'button', textContent });
  button.addEventListener('click', act);
  find('callers').append(button);
}
for (const { number, name } of customers.slice(0, 3)) {
  caller(`${name} calls`, () => SobotClient.sandbox.customerCalls({ number }));
}
caller('A stranger calls', () => SobotClient.sandbox.customerCalls({ number: '135****5678' }));
caller('The customer hangs up', () => SobotClient.sandbox.customerHangsUp());
