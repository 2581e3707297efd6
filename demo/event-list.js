/** The list of events that the pages show: newest first, bounded, each with its time. Only what is passed is shown. */
const MOST = 100;

export function eventList() {
  const list = document.querySelector('#events');
  document.querySelector('#clear').addEventListener('click', () => list.replaceChildren());

  return function show(kind, name, note = '') {
    const item = document.createElement('li');
    const [time, title, rest] = ['time', 'b', 'span'].map((tag) => document.createElement(tag));
    item.className = kind;
    time.textContent = new Date().toLocaleTimeString('en-GB');
    title.textContent = name;
    rest.textContent = note;
    item.append(time, title, ...(note ? [rest] : []));
    list.prepend(item);
    while (list.children.length > MOST) list.lastElementChild.remove();
  };
}
