import { expect, fixture } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { html, unsafeStatic } from 'lit/static-html.js';
import type { LitElement } from 'lit';
import '../../elements/sobot-agent/define.js';
import type { SobotAgent } from '../../elements/sobot-agent/define.js';
import { callFields } from './call-fields.js';
import { onCleanup } from './cleanup.js';
import { FakeSdk, scripts, type SdkCall } from './fake-sdk.js';

/** One element of the kit inside an agent, whose SDK does what the test says. */
export class ElementFixture<E extends LitElement> {
  constructor(
    readonly agent: SobotAgent,
    readonly element: E,
    readonly sdk: FakeSdk,
  ) {}

  get root(): ShadowRoot {
    return this.element.shadowRoot as ShadowRoot;
  }

  /** Sends a message of the SDK and waits for the element's update. */
  async emit(messageID: string, fields: object = {}): Promise<void> {
    this.sdk.emit({ messageID, ...fields });
    await this.element.updateComplete;
  }

  /** Sends messages about one call, one after the other. */
  async call(...messageIDs: string[]): Promise<void> {
    for (const messageID of messageIDs) await this.emit(messageID, callFields);
  }

  /** Restores a call that began before this page was loaded, with a status that the kit does not know. */
  restore(): Promise<void> {
    const { callID, ...rest } = callFields;
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

  /** The accessible names of the buttons, in document order. */
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

  /** The names of the commands that were sent, without the queries. */
  get commands(): string[] {
    return this.sdk.sent.map(({ method }) => method).filter((name) => !name.startsWith('query'));
  }

  /** Answers a request and waits until the element shows it. */
  async answer(sent: SdkCall, outcome: 'success' | 'error' = 'success'): Promise<void> {
    if (outcome === 'success') sent.success({ status: 'success' });
    else sent.error({ status: 'error', errorCode: '4711', errorMessage: 'not allowed' });
    await settled(this.element);
  }

  /** Whether the element has a custom state. */
  has(state: string): boolean {
    return this.element.matches(`:state(${state})`);
  }
}

export const nameOf = (each: Element): string => (each.getAttribute('aria-label') ?? each.textContent).trim();

export const textOf = (node: Node): string => (node.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Resolves when the promises of a command have run and the element shows what they changed. */
export async function settled(element: LitElement): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
}

/** Creates an element inside a ready agent without a call. */
export async function createElement<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes = '',
): Promise<ElementFixture<HTMLElementTagNameMap[K] & LitElement>> {
  const sdk = new FakeSdk();
  sdk.all = scripts.never;
  const markup = unsafeStatic(`<${tag} ${attributes}></${tag}>`);
  const agent = await fixture<SobotAgent>(
    html`<sobot-agent manual company-id="c" agent="1005" token="t" .sdk=${sdk.api}>${markup}</sobot-agent>`,
  );
  await agent.start();
  const element = agent.querySelector(tag) as HTMLElementTagNameMap[K] & LitElement;
  await element.updateComplete;
  return new ElementFixture(agent, element, sdk);
}

/** Fails if axe finds a fault in light or in dark. */
export async function expectAccessible(element: Element): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await emulateMedia({ colorScheme });
    document.documentElement.style.setProperty('color-scheme', 'light dark');
    document.documentElement.style.setProperty('background', 'Canvas');
    await expect(element).to.be.accessible();
  }
  await emulateMedia({ colorScheme: 'light' });
}

/** Fails if anything sticks out of the element or the page, where there is little room and where there is much. */
export async function expectFits(element: HTMLElement): Promise<void> {
  for (const width of [280, 1200]) {
    await resize(width, 800);
    expect(document.documentElement.scrollWidth, `at ${width}px`).to.be.at.most(width);
    const outer = element.getBoundingClientRect();
    for (const inner of element.shadowRoot?.querySelectorAll<HTMLElement>('button, p, dd, dl, input, textarea') ?? []) {
      if (!inner.checkVisibility()) continue;
      const { left, right } = inner.getBoundingClientRect();
      expect(left, `${inner.textContent} at ${width}px`).to.be.at.least(outer.left - 1);
      expect(right, `${inner.textContent} at ${width}px`).to.be.at.most(outer.right + 1);
    }
  }
}

/** Gives the page a size in CSS pixels, until the test ends. */
export async function resize(width: number, height: number): Promise<void> {
  onCleanup(() => setViewport({ width: 800, height: 600 }));
  await setViewport({ width, height });
}
