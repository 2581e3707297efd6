/** The views of the hand-written softphone: the same words and buttons as the kit's. */
type Child = Node | string;

export function h(tag: string, attributes: Record<string, string> = {}, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name] ?? '');
  element.append(...children);
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

export function icon(
  path = 'M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3',
): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(document.createElementNS(SVG, 'path'));
  svg.firstElementChild?.setAttribute('d', path);
  return svg;
}

export type Act = (command: string, params?: Record<string, unknown>) => void;

export function button(label: string, look: string, click: () => void, ...before: Node[]): HTMLElement {
  const element = h(
    'button',
    { type: 'button', class: `button ${look}` },
    ...before,
    h('span', { class: 'label' }, label),
  );
  element.addEventListener('click', click);
  return element;
}

const failure = (): HTMLElement => h('div', { class: 'failure', role: 'status' });

export const mmss = (since: number): string => {
  const seconds = Math.max(0, Math.floor((Date.now() - since) / 1000));
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
};

export function statusMenu(act: Act) {
  const item = (label: string, role: string, run: () => void, ...before: Node[]): HTMLElement => {
    const element = h(
      'button',
      { type: 'button', class: 'item', role, tabindex: '-1' },
      ...before,
      h('span', {}, label),
    );
    element.addEventListener('click', run);
    return element;
  };
  const dot = (look: string): HTMLElement => h('span', { class: `dot ${look}`, 'aria-hidden': 'true' });
  const name = h('span', { class: 'name' });
  const time = h('span', { class: 'time', 'aria-hidden': 'true' });
  const light = dot('');
  const ready = item('Ready', 'menuitemradio', () => act('ready'), dot('ready'));
  const dnd = item('Do not disturb', 'menuitemradio', () => act('notReady', { reasonCode: 2 }), dot('dnd'));
  const logout = item('Log out', 'menuitem', () => act('logout'), icon());
  const menu = h(
    'div',
    { class: 'menu', role: 'menu', popover: '', 'aria-label': 'Status' },
    ready,
    dnd,
    h('hr'),
    logout,
  );
  const dialog = h(
    'dialog',
    {},
    h('h2', {}, 'Reset to offline?'),
    h('p', {}, 'This ends any call and sets you offline.'),
    h(
      'div',
      { class: 'row' },
      button('Cancel', 'plain', () => (dialog as HTMLDialogElement).close()),
    ),
  );
  dialog.lastElementChild?.append(button('Reset to offline', 'stop', () => act('resetLogout')));
  menu.append(item('Reset to offline', 'menuitem', () => (dialog as HTMLDialogElement).showModal(), icon()));
  const toggle = h('button', { type: 'button', class: 'status', 'aria-haspopup': 'menu' }, light, name, time, icon());
  toggle.addEventListener('click', () => menu.togglePopover());
  return {
    root: h('div', { class: 'presence' }, toggle, menu, dialog, failure()),
    toggle,
    name,
    time,
    light,
    ready,
    dnd,
    logout,
  };
}

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
const keyNames: Record<string, string> = { '*': 'Star', '#': 'Pound' };

export function dialer(act: Act): HTMLElement {
  const number = h('input', { type: 'tel', id: 'number', dir: 'ltr', autocomplete: 'off' }) as HTMLInputElement;
  const pad = h('div', { class: 'keypad', role: 'grid', 'aria-label': 'Keypad' });
  for (let row = 0; row < keys.length; row += 3) {
    const cells = keys.slice(row, row + 3).map((key) => {
      const name = keyNames[key];
      const element = h('button', { type: 'button', class: 'button key', ...(name && { 'aria-label': name }) }, key);
      element.addEventListener('click', () => (number.value += key));
      return h('div', { role: 'gridcell' }, element);
    });
    pad.append(h('div', { role: 'row' }, ...cells));
  }
  const back = button('Delete last digit', 'quiet', () => (number.value = number.value.slice(0, -1)), icon());
  const entry = h(
    'div',
    { class: 'entry' },
    h('label', { for: 'number' }, 'Phone number'),
    h('div', { class: 'number-field' }, number, back),
    button('Call', 'go', () => act('makeCall', { otherDN: number.value }), icon()),
    h('p', { class: 'status hint' }),
  );
  const root = document.createElement('div');
  root.append(h('div', { class: 'stack' }, entry, failure(), pad));
  return root;
}

export function tools(act: Act) {
  const tool = (name: string): HTMLElement => {
    const element = button(name, 'quiet', () => act(name), icon());
    element.setAttribute('aria-expanded', 'false');
    return element;
  };
  const routing = tool('Routing');
  const root = h(
    'div',
    { class: 'tools', role: 'group', 'aria-label': 'Tools' },
    tool('Queues'),
    tool('Team'),
    routing,
  );
  return { root, routing };
}

const dataList = (label: string, data: Record<string, unknown>): HTMLElement => {
  const list = h('dl', { class: 'facts', 'aria-label': label });
  for (const name in data) list.append(h('dt', {}, name), h('dd', {}, String(data[name])));
  return list;
};

export interface Ringing {
  number: string;
  queue: string;
  data: Record<string, unknown>;
}

export function incoming({ number, queue, data }: Ringing, act: Act) {
  const time = h('span', { class: 'time' }, '00:00');
  const silence = button('Silence', 'quiet', () => silence.setAttribute('aria-pressed', 'true'), icon());
  const root = h(
    'div',
    { class: 'call' },
    h('div', { class: 'sr', role: 'alert' }, `Incoming call from ${number}, ${queue}`),
    h('div', { class: 'pulse' }, icon()),
    h(
      'div',
      { class: 'who' },
      h('p', { class: 'number', dir: 'auto' }, number),
      h('p', { class: 'origin' }, 'Incoming · ', h('bdi', {}, queue)),
    ),
    dataList('Call data', data),
    h(
      'div',
      { class: 'choice' },
      button('Decline', 'stop outlined', () => act('rejectCall'), icon()),
      button('Answer', 'go', () => act('answer'), icon()),
    ),
    failure(),
    h('div', { class: 'footer' }, h('span', {}, 'Ringing ', time), silence),
    h('div', { role: 'status' }),
  );
  return { root, time };
}

export function call({ number, queue, data }: Ringing, ownNumber: string, act: Act) {
  const state = h('span', { role: 'status' });
  const stateIcon = icon();
  const heldTime = h('span');
  const tag = h('span', { class: 'tag' }, stateIcon, state);
  const time = h('span', {}, '00:00');
  const partyStates: HTMLElement[] = [];
  const parties = h('dl', { class: 'facts', 'aria-label': 'Parties' });
  for (const [role, dn] of [
    ['Caller', number],
    ['Called', ownNumber],
  ] as const) {
    const word = h('span', { class: 'party-state' });
    partyStates.push(word);
    parties.append(h('dt', {}, role), h('dd', {}, h('bdi', {}, dn), ' ', word));
  }
  const mute = button('Mute', 'tile', () => act(mute.dataset.command ?? 'muteCall'), icon());
  const hold = button('Hold', 'tile', () => act(hold.dataset.command ?? 'holdCall'), icon());
  const notes = h('textarea', { rows: '3', id: 'notes' });
  const field = h('div', { class: 'field' }, h('label', { for: 'notes' }, 'Notes'), notes);
  field.hidden = true;
  const root = document.createElement('div');
  root.append(
    h(
      'div',
      { class: 'stack' },
      h(
        'div',
        { class: 'who' },
        h('p', { class: 'tags' }, tag),
        h('p', { class: 'number', dir: 'auto' }, number),
        h('p', { class: 'line' }, 'Incoming · ', h('bdi', {}, queue), ' · ', time),
      ),
      h('div', { class: 'box' }, parties, dataList('Call data', data)),
    ),
    h(
      'div',
      { class: 'actions' },
      mute,
      hold,
      button('Keypad', 'tile', () => act('keypad'), icon()),
      button('Transfer', 'tile', () => act('transfer'), icon()),
      button('Consult', 'tile', () => act('consult'), icon()),
      button('End with survey', 'tile', () => act('sendSatisfy'), icon()),
      button('Notes', 'tile', () => (field.hidden = !field.hidden), icon()),
      button('Hang up', 'stop', () => act('hangup'), icon()),
    ),
    failure(),
    field,
  );
  return { root, tag, state, stateIcon, heldTime, time, partyStates, mute, hold };
}

const extensions = { 30: '30 s', 60: '60 s', 120: '2 min', 180: '3 min', 300: '5 min', 600: '10 min', 900: '15 min' };

export function wrapUp({ number }: Ringing, talked: string, act: Act) {
  const select = h('select', { 'aria-label': 'Extend by' }) as HTMLSelectElement;
  for (const [value, text] of Object.entries(extensions)) select.append(h('option', { value }, text));
  const time = h('span', { class: 'left' }, 'After-call work · 00:00');
  const root = h(
    'div',
    { class: 'stack' },
    h(
      'div',
      { class: 'call' },
      h('span', { class: 'tag' }, `Call ended · ${talked}`),
      h('p', { class: 'number' }, number),
    ),
    h(
      'div',
      { class: 'time' },
      h(
        'div',
        { class: 'line' },
        time,
        h('span', { class: 'sr', role: 'status' }),
        h(
          'span',
          { class: 'extension' },
          select,
          button('Extend', 'plain', () => act('delayACW', { delayTime: select.value })),
        ),
      ),
      h('p', { class: 'hint', role: 'status' }),
      failure(),
    ),
    h('div', { class: 'field' }, h('label', { for: 'notes' }, 'Notes'), h('textarea', { id: 'notes', rows: '3' })),
    h(
      'div',
      { class: 'row' },
      button('Finish and set busy', 'plain', () => act('completeACWToBusy')),
      button('Finish', 'accent', () => act('completeACW')),
    ),
    failure(),
  );
  return { root, time };
}

export function level() {
  const svg = document.createElementNS(SVG, 'svg');
  for (let bar = 0; bar < 4; bar++) svg.append(document.createElementNS(SVG, 'rect'));
  return h('span', { role: 'img', class: 'level' }, svg);
}
