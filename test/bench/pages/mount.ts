/** (d) Mounting and first drawing a hundred of a kind: the kit's call controls during a call, beside other kits' buttons. */
import 'media-chrome/media-controller.js';
import 'media-chrome/media-mute-button.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import { SobotCallControls } from '../../../elements/sobot-call-controls/sobot-call-controls.js';
import { beginCall, readyPhone } from './phone.js';
import { collect, layOut, turn } from './turn.js';

const COUNT = 100;

const create = (tag: string, attributes: Record<string, string> = {}, ...children: (Node | string)[]): HTMLElement => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

const main = document.body.appendChild(create('main'));
const { agent, double } = await readyPhone(document.body);
beginCall(double);

interface Kind {
  stage: HTMLElement;
  make: () => HTMLElement;
  /** How many buttons of it are drawn. */
  buttons: (root: HTMLElement) => number;
}

SobotCallControls.define();

const shown = (elements: Iterable<Element>): number =>
  [...elements].filter((element) => element.getBoundingClientRect().width > 0).length;

const kinds: Record<string, Kind> = {
  kit: {
    stage: agent,
    make: () => create('sobot-call-controls'),
    buttons: (root) =>
      shown(
        [...root.querySelectorAll('sobot-call-controls')].flatMap((e) => [
          ...(e.shadowRoot?.querySelectorAll('button') ?? []),
        ]),
      ),
  },
  'media-chrome': {
    stage: main,
    make: () => create('media-controller', { audio: '' }, create('media-mute-button')),
    buttons: (root) => shown(root.querySelectorAll('media-mute-button')),
  },
  'web-awesome': {
    stage: main,
    make: () => create('wa-button', {}, 'Mute'),
    buttons: (root) =>
      shown([...root.querySelectorAll('wa-button')].flatMap((e) => e.shadowRoot?.querySelector('button') ?? [])),
  },
};

async function time({ stage, make, buttons }: Kind): Promise<{ ms: number; buttons: number }> {
  collect();
  await turn();
  layOut();
  const start = performance.now();
  const all = document.createDocumentFragment();
  for (let index = 0; index < COUNT; index++) all.append(make());
  stage.append(all);
  await turn();
  layOut();
  const ms = performance.now() - start;
  const drawn = buttons(stage);
  stage.replaceChildren();
  await turn();
  return { ms, buttons: drawn };
}

/** Milliseconds, and the buttons that were drawn. `first` says which kind begins: it changes from round to round. */
export async function mount(first: number): Promise<Record<string, { ms: number; buttons: number }>> {
  const results: Record<string, { ms: number; buttons: number }> = {};
  const names = Object.keys(kinds);
  for (let index = 0; index < names.length; index++) {
    const name = names[(first + index) % names.length] as keyof typeof kinds;
    results[name] = await time(kinds[name] as Kind);
  }
  return results;
}

Object.assign(window, { bench: { mount } });
