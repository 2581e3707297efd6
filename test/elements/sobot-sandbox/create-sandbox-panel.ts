import { expect, fixture, html } from '@open-wc/testing';
import '../../../elements/sobot-agent/define.js';
import '../../../elements/sobot-sandbox/define.js';
import type { SobotAgent } from '../../../elements/sobot-agent/define.js';
import type { SobotSandbox } from '../../../elements/sobot-sandbox/define.js';
import { callCentreOf, type CallCentre } from '../../../src/sandbox/index.js';
import { nameOf, textOf } from '../../support/element-fixture.js';
import { until } from '../../support/until.js';

/** A `<sobot-sandbox>` with its agent and its call centre. */
export class SandboxPanelFixture {
  constructor(
    readonly agent: SobotAgent,
    readonly element: SobotSandbox,
  ) {}

  get centre(): CallCentre {
    const { sdk } = this.agent.session ?? {};
    const found = sdk && callCentreOf(sdk);
    if (!found) throw new Error('there is no call centre');
    return found;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot as ShadowRoot;
  }

  all<E extends Element>(selector: string): E[] {
    return [...this.root.querySelectorAll<E>(selector)];
  }

  named<E extends HTMLElement>(selector: string, name: string): E {
    const found = this.all<E>(selector).find((each) => nameOf(each) === name);
    if (!found) throw new Error(`no ${selector} named "${name}", but ${this.all(selector).map(nameOf).join(', ')}`);
    return found;
  }

  button(name: string): HTMLButtonElement {
    return this.named('button', name);
  }

  field<E extends HTMLElement>(name: string): E {
    const label = this.all('label').find((each) => each.firstChild && each.textContent.trim().startsWith(name));
    const found = label?.querySelector<E>('input, select') ?? this.all<E>(`[aria-label="${name}"]`)[0];
    if (!found) throw new Error(`no field "${name}"`);
    return found;
  }

  text(): string {
    return textOf(this.root);
  }

  async press(name: string): Promise<void> {
    this.button(name).click();
    await this.element.updateComplete;
  }

  async choose(name: string, option: string): Promise<void> {
    const select = this.field<HTMLSelectElement>(name);
    const index = [...select.options].findIndex((each) => each.text.startsWith(option));
    expect(index, `${option} of ${name}`).to.be.at.least(0);
    select.selectedIndex = index;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await this.element.updateComplete;
  }

  /** Resolves when the probe is true and the element shows it. */
  async rendered(probe: () => unknown): Promise<void> {
    await until(probe);
    await this.element.updateComplete;
  }

  async login(): Promise<void> {
    await this.agent.session?.login({ phoneType: 'sip', bindExt: '1100', agentState: '1' });
    await this.element.updateComplete;
  }

  close(): void {
    this.agent.stop();
  }
}

/** Creates a panel whose agent is started and logged out. */
export async function createSandboxPanel(): Promise<SandboxPanelFixture> {
  const agent = await fixture<SobotAgent>(
    html`<sobot-agent manual sandbox><sobot-sandbox></sobot-sandbox></sobot-agent>`,
  );
  const panel = new SandboxPanelFixture(agent, agent.querySelector('sobot-sandbox') as SobotSandbox);
  await agent.start();
  await panel.rendered(() => panel.all('fieldset').length);
  return panel;
}
