import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { BaseElement } from '../../src/ui/base/base-element.js';
import { circleAlert, contact, headset, history, hourglass, route, shieldUser } from '../../src/ui/components/icons.js';
import type { Translate } from '../../src/ui/i18n/index.js';
import type { Phone } from '../../src/ui/base/agent-host.js';
import type { CallLog } from '../../src/history/call-history.js';
import type { Feature, View } from './view.js';
import type { softphoneMessages } from './messages.js';

/** What lies at the foot of the phone until somebody wants it. */
interface Tool {
  readonly name: 'queues' | 'directory' | 'routes' | 'log' | 'supervisor' | 'sound';
  readonly feature: Feature;
  readonly icon: TemplateResult;
  /** The views in which it makes sense. */
  readonly views: readonly View[];
  /** Its element is loaded when it is opened first. */
  load(): Promise<typeof BaseElement>;
  draw(): TemplateResult;
}

const loggedIn: readonly View[] = ['dialer', 'incoming', 'call', 'wrap-up'];
const always: readonly View[] = ['login', ...loggedIn];

const tools: readonly Tool[] = [
  {
    name: 'queues',
    feature: 'queues',
    icon: hourglass,
    views: loggedIn,
    load: async () => (await import('../sobot-queues/sobot-queues.js')).SobotQueues,
    draw: () => html`<sobot-queues part="queues"></sobot-queues>`,
  },
  {
    name: 'directory',
    feature: 'directory',
    icon: contact,
    views: loggedIn,
    load: async () => (await import('../sobot-directory/sobot-directory.js')).SobotDirectory,
    draw: () => html`<sobot-directory part="directory"></sobot-directory>`,
  },
  {
    name: 'routes',
    feature: 'routes',
    icon: route,
    views: ['dialer'],
    load: async () => (await import('../sobot-routes/sobot-routes.js')).SobotRoutes,
    draw: () => html`<sobot-routes part="routes"></sobot-routes>`,
  },
  {
    name: 'log',
    feature: 'log',
    icon: history,
    views: always,
    load: async () => (await import('../sobot-call-log/sobot-call-log.js')).SobotCallLog,
    draw: () => html`<sobot-call-log part="call-log"></sobot-call-log>`,
  },
  {
    name: 'supervisor',
    feature: 'supervisor',
    icon: shieldUser,
    views: always,
    load: async () => (await import('../sobot-supervisor/sobot-supervisor.js')).SobotSupervisor,
    draw: () => html`<sobot-supervisor part="supervisor"></sobot-supervisor>`,
  },
  {
    name: 'sound',
    feature: 'network',
    icon: headset,
    views: always,
    load: async () => (await import('../sobot-preflight/sobot-preflight.js')).SobotPreflight,
    draw: () => html`<sobot-preflight part="preflight"></sobot-preflight>`,
  },
];

/** The row of tools: one at a time is open, above it, and stays so from view to view. */
export class Tools {
  #open: Tool | null = null;
  #failed = false;
  #logAt: ((phone: Phone) => CallLog | null) | undefined;
  #log: CallLog | null = null;
  #unwatch: (() => void) | undefined;

  constructor(private readonly host: ReactiveControllerHost & { readonly renderRoot: ParentNode }) {}

  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.#open) return;
    const { name } = this.#open;
    this.#show(null);
    this.host.renderRoot.querySelector<HTMLElement>(`[part~='tool-${name}']`)?.focus();
  };

  #show(tool: Tool | null): void {
    this.#open = tool;
    this.#failed = false;
    this.host.requestUpdate();
    void tool?.load().then(
      (element) => element.define(),
      () => {
        this.#failed ||= tool === this.#open;
        this.host.requestUpdate();
      },
    );
  }

  /** A call that is missed before anybody opens the log belongs into it. */
  record(phone: Phone): void {
    if (!this.#logAt) {
      this.#logAt = () => null;
      void import('../../src/history/call-history.js').then(
        ({ logAt }) => {
          this.#logAt = logAt;
          this.host.requestUpdate();
        },
        () => (this.#logAt = undefined), // the next draw tries again; opening the log says what is wrong
      );
    }
    const log = this.#logAt(phone);
    if (log === this.#log) return;
    this.disconnect();
    this.#log = log;
    this.#unwatch = log?.watch(() => this.host.requestUpdate());
  }

  /** `<sobot-preflight>` is there, which says itself that calls would not be heard. */
  get tellsSound(): boolean {
    return this.#open?.name === 'sound';
  }

  /** The host has left the page. */
  disconnect(): void {
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#log = null;
  }

  draw(
    t: Translate<typeof softphoneMessages>,
    features: ReadonlySet<Feature>,
    view: View,
  ): TemplateResult | typeof nothing {
    const shown = tools.filter((tool) => features.has(tool.feature) && tool.views.includes(view));
    if (shown.length === 0) return nothing;
    const open = shown.find((tool) => tool === this.#open);
    return html`${
        open
          ? html`<section
              class="tool"
              part="tool"
              id="tool"
              aria-label=${t(`softphone.${open.name}`)}
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

  #drawButton(t: Translate<typeof softphoneMessages>, tool: Tool, open: boolean): TemplateResult {
    const label = t(`softphone.${tool.name}`);
    const part = `tool-${tool.name}`;
    const missed = tool.name === 'log' ? (this.#log?.waiting.size ?? 0) : 0;
    return html`<button
      type="button"
      class="button quiet"
      part="button ${part}"
      title=${label}
      aria-expanded=${open ? 'true' : 'false'}
      aria-controls=${open ? 'tool' : nothing}
      @click=${() => this.#show(open ? null : tool)}
    >
      ${tool.icon}<span class="label">${label}</span>
      ${missed > 0 ? html`<span class="badge" part="missed">${missed}<span class="sr">${t('softphone.missed')}</span></span>` : nothing}
    </button>`;
  }
}
