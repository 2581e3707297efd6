import { expect, fixture } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { html, unsafeStatic } from 'lit/static-html.js';
import type { LitElement } from 'lit';
import '../../elements/sobot-agent/define.js';
import type { SobotAgent } from '../../elements/sobot-agent/define.js';
import { SdkDouble, scripts, type Sent } from './sdk-double.js';

/** The fields of a call's messages, unless a test says otherwise. */
export const aCall = {
  callID: 'c1',
  callType: 'Inbound',
  otherDN: '135****5678',
  otherDNRole: 'Origination',
  thisDN: '1000',
  thisDNRole: 'Destination',
};

/** One element of the kit with an agent and an SDK that does what the test says. */
export class Desk<E extends LitElement> {
  constructor(
    readonly agent: SobotAgent,
    readonly element: E,
    readonly double: SdkDouble,
  ) {}

  get root(): ShadowRoot {
    return this.element.shadowRoot as ShadowRoot;
  }

  /** A message of the SDK, with what it changes drawn. */
  async emit(messageID: string, fields: object = {}): Promise<void> {
    this.double.emit({ messageID, ...fields });
    await this.element.updateComplete;
  }

  /** Messages about one call, one after the other. */
  async call(...messageIDs: string[]): Promise<void> {
    for (const messageID of messageIDs) await this.emit(messageID, aCall);
  }

  /** A call that went on before this page was there, in a state that nobody tells. */
  restore(): Promise<void> {
    const { callID, ...rest } = aCall;
    return this.emit('EventAgentRegainStatus', {
      agentStateInfo: { agentState: '1', workStatus: 'unheard-of' },
      workStatusInfo: { callID: `${callID}-restored`, ...rest },
    });
  }

  all<T extends HTMLElement = HTMLElement>(selector: string): T[] {
    return [...this.root.querySelectorAll<T>(selector)];
  }

  find<T extends HTMLElement = HTMLElement>(selector: string): T {
    const [found] = this.all<T>(selector);
    if (!found) throw new Error(`there is no ${selector} in ${this.text}`);
    return found;
  }

  /** The accessible names of the buttons, in their order. */
  get buttons(): string[] {
    return this.all('button').map(nameOf);
  }

  button(name: string): HTMLButtonElement {
    const found = this.all<HTMLButtonElement>('button').find((each) => nameOf(each) === name);
    if (!found) throw new Error(`no button "${name}", but ${this.buttons.join(', ')}`);
    return found;
  }

  async press(name: string): Promise<void> {
    this.button(name).click();
    await this.element.updateComplete;
  }

  get text(): string {
    return textOf(this.root);
  }

  /** Names of the commands that were sent, without the queries. */
  get commands(): string[] {
    return this.double.sent.map(({ method }) => method).filter((name) => !name.startsWith('query'));
  }

  /** Answers a request, and waits until that is drawn. */
  async answer(sent: Sent, outcome: 'success' | 'error' = 'success'): Promise<void> {
    if (outcome === 'success') sent.success({ status: 'success' });
    else sent.error({ status: 'error', errorCode: '4711', errorMessage: 'not allowed' });
    await settled(this.element);
  }

  has(state: string): boolean {
    return this.element.matches(`:state(${state})`);
  }
}

export const nameOf = (each: Element): string => (each.getAttribute('aria-label') ?? each.textContent).trim();

export const textOf = (node: Node): string => (node.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Until the promises of a command have run and what they changed is drawn. */
export async function settled(element: LitElement): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
}

/** The phone is ready, nobody calls. */
export async function desk<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes = '',
): Promise<Desk<HTMLElementTagNameMap[K] & LitElement>> {
  const double = new SdkDouble();
  double.all = scripts.never;
  const markup = unsafeStatic(`<${tag} ${attributes}></${tag}>`);
  const agent = await fixture<SobotAgent>(
    html`<sobot-agent manual company-id="c" agent="1005" token="t" .sdk=${double.sdk}>${markup}</sobot-agent>`,
  );
  await agent.start();
  const element = agent.querySelector(tag) as HTMLElementTagNameMap[K] & LitElement;
  await element.updateComplete;
  return new Desk(agent, element, double);
}

/** No fault in light and dark. */
export async function accessible(element: Element): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await emulateMedia({ colorScheme });
    document.documentElement.style.setProperty('color-scheme', 'light dark');
    document.documentElement.style.setProperty('background', 'Canvas');
    await expect(element).to.be.accessible();
  }
  await emulateMedia({ colorScheme: 'light' });
}

/** Nothing sticks out where there is little room, nor where there is much. */
export async function fits(element: HTMLElement): Promise<void> {
  for (const width of [280, 1200]) {
    await setViewport({ width, height: 800 });
    expect(document.documentElement.scrollWidth, `at ${width}px`).to.be.at.most(width);
    const outer = element.getBoundingClientRect();
    for (const inner of element.shadowRoot?.querySelectorAll<HTMLElement>('button, p, dd, dl, input, textarea') ?? []) {
      if (!inner.checkVisibility()) continue;
      const { left, right } = inner.getBoundingClientRect();
      expect(left, `${inner.textContent} at ${width}px`).to.be.at.least(outer.left - 1);
      expect(right, `${inner.textContent} at ${width}px`).to.be.at.most(outer.right + 1);
    }
  }
  await setViewport({ width: 800, height: 600 });
}
