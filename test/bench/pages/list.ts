/** (f) A long list of agents: the kit's, one with every row in the document, and one that leaves it to `content-visibility`. */
import { css, html, LitElement, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { SobotDirectory } from '../../../elements/sobot-directory/sobot-directory.js';
import { actionButton } from '../../../src/ui/components/button.js';
import { phone } from '../../../src/ui/icons/index.js';
import { presenceDot, presenceStyles } from '../../../src/ui/components/presence-dot.js';
import { buttonStyles, tokenStyles } from '../../../src/ui/styles/index.js';
import { VirtualList, virtualListStyles } from '../../../src/ui/components/virtual-list/virtual-list.js';
import { readyPhone } from './phone.js';
import { collect, layOut, turn } from './turn.js';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly status: 'ready' | 'dnd';
}

/** What is in a row is the same for all. */
const row = ({ id, name, status }: Person): TemplateResult =>
  html`<div role="gridcell">${presenceDot(status)}<b>${name}</b> <span>${status} · ${id}</span></div>
    <div role="gridcell">
      ${actionButton({ label: 'Call', name: `Call ${name}`, icon: phone, part: 'call', variant: 'plain', onClick: () => {} })}
    </div>`;

abstract class People extends LitElement {
  static override readonly styles = [tokenStyles, buttonStyles, presenceStyles, virtualListStyles];
  people: readonly Person[] = [];
}

class Kit extends People {
  readonly #list = new VirtualList<Person>(this, {
    role: 'grid',
    part: 'people',
    key: ({ id }) => id,
    text: ({ name }) => name,
    renderRow: row,
  });

  protected override render(): TemplateResult {
    return this.#list.render({ items: this.people, label: 'People' });
  }
}

class Naive extends People {
  protected override render(): TemplateResult {
    return html`<div class="list" role="grid" aria-label="People">
      ${repeat(
        this.people,
        ({ id }) => id,
        (person) => html`<div class="line" role="row">${row(person)}</div>`,
      )}
    </div>`;
  }

  static override readonly styles = [
    ...People.styles,
    css`
      .list {
        max-block-size: 320px;
        overflow-y: auto;
      }
      .line {
        display: flex;
        align-items: center;
        block-size: 48px;
      }
    `,
  ];
}

class Skipped extends Naive {
  static override readonly styles = [
    ...Naive.styles,
    css`
      .line {
        content-visibility: auto;
        contain-intrinsic-block-size: 48px;
      }
    `,
  ];
}

const kinds = { kit: Kit, naive: Naive, skipped: Skipped };
for (const [name, kind] of Object.entries(kinds)) customElements.define(`bench-${name}`, kind);

const crowd = (count: number): Person[] =>
  Array.from({ length: count }, (_, index) => ({ id: String(index), name: `Agent ${index}`, status: 'ready' }));

async function drawn(change: () => void): Promise<number> {
  layOut();
  await turn();
  const start = performance.now();
  change();
  await turn();
  layOut();
  return performance.now() - start;
}

/** Milliseconds until a list is drawn and laid out for the first time, and after one agent's status has changed. */
export async function list(kind: keyof typeof kinds, count: number): Promise<{ first: number; change: number }> {
  const people = crowd(count);
  const changed = people.with(2, { ...(people[2] as Person), status: 'dnd' });
  const element = document.createElement(`bench-${kind}`) as People;
  element.people = people;
  collect();
  const first = await drawn(() => document.body.append(element));
  const change = await drawn(() => {
    element.people = changed;
    element.requestUpdate();
  });
  if (!element.shadowRoot?.textContent?.includes('dnd')) throw new Error(`${kind} has not drawn the change`);
  element.remove();
  await turn();
  return { first, change };
}

SobotDirectory.define();
const { agent, double } = await readyPhone(document.body);

const answer = (people: readonly Person[]): void => {
  const agents = people.map(({ id, name, status }) => ({
    agentUUID: id,
    agentID: id,
    agentName: name,
    agentState: status === 'ready' ? 1 : 2,
  }));
  Reflect.set(double, 'queryAgents', ({ success }: { success: (result: object) => void }) => success({ agents }));
};

/** The same of the whole directory: from the platform's answer, with search and sorting, which looks at everybody. */
export async function directory(count: number): Promise<{ first: number; change: number }> {
  const people = crowd(count);
  const element = document.createElement('sobot-directory');
  collect();
  answer(people);
  await turn();
  const first = await drawn(() => agent.append(element));
  answer(people.with(2, { ...(people[2] as Person), status: 'dnd' }));
  const refresh = element.shadowRoot?.querySelector<HTMLElement>('[part~="refresh"]');
  const change = await drawn(() => refresh?.click());
  if (!element.shadowRoot?.querySelector('.row .dot.dnd')) throw new Error('the directory has not drawn the change');
  element.remove();
  agent.session?.stop();
  await agent.start();
  await turn();
  return { first, change };
}

Object.assign(window, { bench: { list, directory } });
