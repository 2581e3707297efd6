import { html, type TemplateResult } from 'lit';
import { SobotElement } from '../../src/ui/base/sobot-element.js';

/** An element of the kit that shows what it has found: the id of its agent, and the word of the call. */
export class Probe extends SobotElement {
  static override readonly tag: string = 'sobot-probe';
  renders = 0;

  readonly call = this.select(({ call }) => call?.state ?? 'none');

  get found(): string | null {
    return this.agentHost ? (this.agentHost as unknown as HTMLElement).id : null;
  }

  override readonly run = super.run.bind(this);
  override readonly setStates = super.setStates.bind(this);

  say(): string {
    return this.t('base.tryAgain');
  }

  protected override renderConnected(): TemplateResult {
    this.renders += 1;
    return html`<p class="tag">${this.call.value}</p>
      <p class="who">${this.maskNumber('135****5678')}</p>
      ${this.renderFailure()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-probe': Probe;
  }
}
