import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { BaseElement } from '../../../src/ui/base-element.js';
import { circleAlert, route } from '../../../src/ui/icons.js';
import type { Translate } from '../../../src/ui/localize.js';
import type { Feature, View } from './view.js';

/** What lies at the foot of the phone until somebody wants it. */
interface Tool {
  readonly feature: 'queues' | 'directory' | 'routes' | 'log' | 'supervisor';
  readonly icon: TemplateResult;
  /** The views in which it makes sense. */
  readonly views: readonly View[];
  /** Its element is loaded when it is opened first. */
  load(): Promise<typeof BaseElement>;
  draw(): TemplateResult;
}

const tools: readonly Tool[] = [
  {
    feature: 'routes',
    icon: route,
    views: ['dialer'],
    load: async () => (await import('../sobot-routes.js')).SobotRoutes,
    draw: () => html`<sobot-routes part="routes"></sobot-routes>`,
  },
];

/** The row of tools: one at a time is open, above it, and stays so from view to view. */
export class Tools {
  #open: Tool | null = null;
  #failed = false;

  constructor(private readonly host: ReactiveControllerHost & { readonly renderRoot: ParentNode }) {}

  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.#open) return;
    const { feature } = this.#open;
    this.#show(null);
    this.host.renderRoot.querySelector<HTMLElement>(`[part~='tool-${feature}']`)?.focus();
  };

  #show(tool: Tool | null): void {
    this.#open = tool;
    this.#failed = false;
    this.host.requestUpdate();
    void tool?.load().then(
      (element) => element.define(),
      () => {
        this.#failed = true;
        this.host.requestUpdate();
      },
    );
  }

  draw(t: Translate, features: ReadonlySet<Feature>, view: View): TemplateResult | typeof nothing {
    const shown = tools.filter((tool) => features.has(tool.feature) && tool.views.includes(view));
    if (shown.length === 0) return nothing;
    const open = shown.find((tool) => tool === this.#open);
    return html`${
        open
          ? html`<section
              class="tool"
              part="tool"
              id="tool"
              aria-label=${t(`softphone.${open.feature}`)}
              @keydown=${this.#keyed}
            >
              ${this.#failed ? html`<p class="notice bad" part="notice">${circleAlert}<span>${t('softphone.notLoaded')}</span></p>` : open.draw()}
            </section>`
          : nothing
      }
      <div class="tools" part="tools" role="group" aria-label=${t('softphone.tools')} @keydown=${this.#keyed}>
        ${shown.map((tool) => this.#drawButton(t, tool, tool === open))}
      </div>`;
  }

  #drawButton(t: Translate, tool: Tool, open: boolean): TemplateResult {
    const label = t(`softphone.${tool.feature}`);
    return html`<button
      type="button"
      class="button quiet"
      part="button tool-${tool.feature}"
      title=${label}
      aria-expanded=${open ? 'true' : 'false'}
      aria-controls=${open ? 'tool' : nothing}
      @click=${() => this.#show(open ? null : tool)}
    >
      ${tool.icon}<span class="label">${label}</span>
    </button>`;
  }
}
