import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { AgentHost, BaseElement } from '../../src/ui/base/index.js';
import { circleAlert, contact, headset, history, hourglass, route, shieldUser } from '../../src/ui/icons/index.js';
import type { Translate } from '../../src/ui/i18n/index.js';
import type { CallHistory } from '../../src/history/index.js';
import type { Feature, SoftphoneView } from './view.js';
import type { softphoneMessages } from './messages.js';

/** What lies at the foot of the phone until somebody wants it. */
interface SoftphoneTool {
  readonly name: 'queues' | 'directory' | 'routes' | 'log' | 'supervisor' | 'sound';
  readonly feature: Feature;
  readonly icon: TemplateResult;
  /** The views in which it makes sense. */
  readonly views: readonly SoftphoneView[];
  /** Its element is loaded when it is opened first. */
  load(): Promise<typeof BaseElement>;
  render(): TemplateResult;
}

const loggedInViews: readonly SoftphoneView[] = ['dialer', 'incoming', 'call', 'wrap-up'];
const allViews: readonly SoftphoneView[] = ['login', ...loggedInViews];

const tools: readonly SoftphoneTool[] = [
  {
    name: 'queues',
    feature: 'queues',
    icon: hourglass,
    views: loggedInViews,
    load: async () => (await import('../sobot-queues/sobot-queues.js')).SobotQueues,
    render: () => html`<sobot-queues part="queues"></sobot-queues>`,
  },
  {
    name: 'directory',
    feature: 'directory',
    icon: contact,
    views: loggedInViews,
    load: async () => (await import('../sobot-directory/sobot-directory.js')).SobotDirectory,
    render: () => html`<sobot-directory part="directory"></sobot-directory>`,
  },
  {
    name: 'routes',
    feature: 'routes',
    icon: route,
    views: ['dialer'],
    load: async () => (await import('../sobot-routes/sobot-routes.js')).SobotRoutes,
    render: () => html`<sobot-routes part="routes"></sobot-routes>`,
  },
  {
    name: 'log',
    feature: 'log',
    icon: history,
    views: allViews,
    load: async () => (await import('../sobot-call-log/sobot-call-log.js')).SobotCallLog,
    render: () => html`<sobot-call-log part="call-log"></sobot-call-log>`,
  },
  {
    name: 'supervisor',
    feature: 'supervisor',
    icon: shieldUser,
    views: allViews,
    load: async () => (await import('../sobot-supervisor/sobot-supervisor.js')).SobotSupervisor,
    render: () => html`<sobot-supervisor part="supervisor"></sobot-supervisor>`,
  },
  {
    name: 'sound',
    feature: 'network',
    icon: headset,
    views: allViews,
    load: async () => (await import('../sobot-preflight/sobot-preflight.js')).SobotPreflight,
    render: () => html`<sobot-preflight part="preflight"></sobot-preflight>`,
  },
];

/** The row of tools: one at a time is open, above it, and stays so from view to view. */
export class Tools {
  #openTool: SoftphoneTool | null = null;
  #hasLoadFailed = false;
  #callHistoryOf: ((agentHost: AgentHost) => CallHistory | null) | undefined;
  #history: CallHistory | null = null;
  #unsubscribe: (() => void) | undefined;

  constructor(private readonly host: ReactiveControllerHost & { readonly renderRoot: ParentNode }) {}

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.#openTool) return;
    const { name } = this.#openTool;
    this.#toggle(null);
    this.host.renderRoot.querySelector<HTMLElement>(`[part~='tool-${name}']`)?.focus();
  };

  #toggle(tool: SoftphoneTool | null): void {
    this.#openTool = tool;
    this.#hasLoadFailed = false;
    this.host.requestUpdate();
    void tool?.load().then(
      (element) => element.define(),
      () => {
        this.#hasLoadFailed ||= tool === this.#openTool;
        this.host.requestUpdate();
      },
    );
  }

  /** A call that is missed before anybody opens the log belongs into it. */
  record(agentHost: AgentHost): void {
    if (!this.#callHistoryOf) {
      this.#callHistoryOf = () => null;
      void import('../../src/history/call-history.js').then(
        ({ callHistoryOf: logAt }) => {
          this.#callHistoryOf = logAt;
          this.host.requestUpdate();
        },
        () => (this.#callHistoryOf = undefined), // the next draw tries again; opening the log says what is wrong
      );
    }
    const history = this.#callHistoryOf(agentHost);
    if (history === this.#history) return;
    this.disconnect();
    this.#history = history;
    this.#unsubscribe = history?.subscribe(() => this.host.requestUpdate());
  }

  /** `<sobot-preflight>` is there, which says itself that calls would not be heard. */
  get showsSoundNotice(): boolean {
    return this.#openTool?.name === 'sound';
  }

  /** The host has left the page. */
  disconnect(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#history = null;
  }

  render(
    t: Translate<typeof softphoneMessages>,
    features: ReadonlySet<Feature>,
    view: SoftphoneView,
  ): TemplateResult | typeof nothing {
    const visibleTools = tools.filter((tool) => features.has(tool.feature) && tool.views.includes(view));
    if (visibleTools.length === 0) return nothing;
    const openTool = visibleTools.find((tool) => tool === this.#openTool);
    return html`${
        openTool
          ? html`<section
              class="tool"
              part="tool"
              id="tool"
              aria-label=${t(`softphone.${openTool.name}`)}
              @keydown=${this.#handleKeydown}
            >
              ${this.#hasLoadFailed ? html`<p class="notice bad" part="notice">${circleAlert}<span>${t('softphone.notLoaded')}</span></p>` : openTool.render()}
            </section>`
          : nothing
      }
      <div class="tools" part="tools" role="group" aria-label=${t('softphone.tools')} @keydown=${this.#handleKeydown}>
        ${visibleTools.map((tool) => this.#renderButton(t, tool, tool === openTool))}
      </div>`;
  }

  #renderButton(t: Translate<typeof softphoneMessages>, tool: SoftphoneTool, isOpen: boolean): TemplateResult {
    const label = t(`softphone.${tool.name}`);
    const part = `tool-${tool.name}`;
    const missed = tool.name === 'log' ? (this.#history?.unreturned.size ?? 0) : 0;
    return html`<button
      type="button"
      class="button quiet"
      part="button ${part}"
      title=${label}
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-controls=${isOpen ? 'tool' : nothing}
      @click=${() => this.#toggle(isOpen ? null : tool)}
    >
      ${tool.icon}<span class="label">${label}</span>
      ${missed > 0 ? html`<span class="badge" part="missed">${missed}<span class="sr">${t('softphone.missed')}</span></span>` : nothing}
    </button>`;
  }
}
