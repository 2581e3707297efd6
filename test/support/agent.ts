import { fixtureCleanup } from '@open-wc/testing';
import '../../elements/sobot-agent/define.js';
import type { SobotAgent } from '../../elements/sobot-agent/define.js';
import type { SdkDouble } from './sdk-double.js';

export const TOKEN = 'secret-token-7f3a';

/** What a page sets, as attributes and properties of the same names. */
export type Setting = Partial<SobotAgent>;

export interface Said {
  readonly type: string;
  readonly detail: any;
}

/** An agent that has everything, with an SDK that does what a test tells it. */
export const complete = (double: SdkDouble): Setting => ({
  sdk: double.sdk,
  companyId: 'company',
  agent: '1005',
  token: TOKEN,
});

const kit = [
  'sobot-event',
  'sobot-phase-change',
  'sobot-state-change',
  'sobot-call-started',
  'sobot-call-connected',
  'sobot-call-ended',
  'sobot-wrap-up-done',
  'sobot-command',
  'sobot-command-error',
  'sobot-error',
  'sobot-warning',
  'sobot-token-request',
] as const;

/** Everything that the kit says on the page, in its order, as long as the page's test lasts. */
export class Ear {
  readonly said: Said[] = [];
  readonly errors: unknown[] = [];
  readonly #life = new AbortController();
  readonly #error = console.error;

  constructor(...further: string[]) {
    for (const type of [...kit, ...further]) {
      const hear = (event: Event): number => this.said.push({ type, detail: (event as CustomEvent).detail as unknown });
      window.addEventListener(type, hear, { signal: this.#life.signal });
    }
    console.error = (...texts: unknown[]) => this.errors.push(...texts);
  }

  close(): void {
    this.#life.abort();
    console.error = this.#error;
  }

  of(type: string): any[] {
    return this.said.filter((each) => each.type === type).map(({ detail }) => detail as unknown);
  }

  get phases(): string[] {
    return this.of('sobot-phase-change').map(({ previous, phase }) => `${previous} ${phase}`);
  }

  get warnings(): string[] {
    return this.of('sobot-warning').map(({ code }) => String(code));
  }

  clear(): void {
    this.said.length = 0;
    this.errors.length = 0;
  }
}

const made: SobotAgent[] = [];

/** An agent in the page, set as a framework sets it: made, given its properties, inserted. */
export function place(setting: Setting = {}, parent: Node = document.body): SobotAgent {
  const agent = Object.assign(document.createElement('sobot-agent'), setting);
  parent.appendChild(agent);
  made.push(agent);
  return agent;
}

/** As a page's HTML has it. */
export function placeMarkup(attributes: string): SobotAgent {
  const range = document.createRange();
  const agent = range.createContextualFragment(`<sobot-agent ${attributes}></sobot-agent>`).firstElementChild;
  document.body.append(agent as Node);
  made.push(agent as SobotAgent);
  return agent as SobotAgent;
}

/** Takes away what a test has placed, with its sessions. */
export function clear(): void {
  for (const agent of made.splice(0)) {
    agent.stop();
    agent.remove();
  }
  fixtureCleanup();
}

/** Until an event of that type is heard on the page. */
export const once = <K extends keyof GlobalEventHandlersEventMap>(
  type: K,
  target: EventTarget = window,
): Promise<GlobalEventHandlersEventMap[K]> =>
  new Promise((resolve) => {
    target.addEventListener(type, (event) => resolve(event as GlobalEventHandlersEventMap[K]), { once: true });
  });

/** Until the agent is in that phase. */
export async function phase(agent: SobotAgent, wanted: string): Promise<void> {
  while (agent.phase !== wanted) await once('sobot-phase-change', agent);
}
