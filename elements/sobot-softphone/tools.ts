/**
 * The row of tools at the foot of the softphone, and the tool that is open above it.
 *
 * The element of a tool is loaded when the tool is opened for the first time: most calls need none
 * of them.
 */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { CallHistory } from '../../src/history/index.js';
import { type AgentHost, type BaseElement, LazyElement } from '../../src/ui/base/index.js';
import { circleAlert, contact, headset, history, hourglass, route, shieldUser } from '../../src/ui/icons/index.js';
import type { SoftphoneTranslate } from './messages.js';
import type { Feature, SoftphoneView } from './view.js';

/** A tool: its button, and the element that it opens. */
interface SoftphoneTool {
  /** Key of the label, and the end of the part `tool-…`. */
  readonly name: 'queues' | 'directory' | 'routes' | 'log' | 'supervisor' | 'sound';
  /** The feature that offers the tool. */
  readonly feature: Feature;
  /** Decoration: the button has its label as its name, also where the bar hides it. */
  readonly icon: TemplateResult;
  /** The views in which the tool is offered. */
  readonly views: readonly SoftphoneView[];
  /** Imports the class of the element. */
  load(): Promise<typeof BaseElement>;
  /** Renders the element, which may not be defined yet. */
  render(): TemplateResult;
}

/** Tools that need a logged-in agent. */
const loggedInViews: readonly SoftphoneView[] = ['dialer', 'incoming', 'call', 'wrap-up'];
/** Tools that also serve a logged-out agent, such as a supervisor who takes no calls. */
const allViews: readonly SoftphoneView[] = ['login', ...loggedInViews];

/**
 * The tools in the order of their buttons. Routes are offered without a call only, because a rule
 * applies to the next call. The sound is offered with `network`: both are about the voice.
 */
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

/** Renders the row of tools. At most one tool is open, and it stays open when the view changes. */
export class Tools {
  /**
   * The open tool; null while there is none. A view without that tool hides it, and does not close
   * it.
   */
  #openTool: SoftphoneTool | null = null;
  /** The elements of the tools. A file may be missing, such as after a new version of the page. */
  readonly #elements: ReadonlyMap<SoftphoneTool, LazyElement>;
  /** The function of the history module; null until that is loaded. */
  #callHistoryOf: ((agentHost: AgentHost) => CallHistory | null) | null = null;
  /** The history module was requested, so that no render requests it twice. */
  #isLoadingHistory = false;
  /** The followed call history; null for an agent without one. */
  #history: CallHistory | null = null;
  #unsubscribeHistory: (() => void) | undefined;

  constructor(private readonly host: ReactiveControllerHost & { readonly renderRoot: ParentNode }) {
    this.#elements = new Map(tools.map((tool) => [tool, new LazyElement(host, () => tool.load())]));
  }

  /** Whether `<sobot-preflight>` is open, which shows itself that calls would be silent. */
  get isPreflightOpen(): boolean {
    return this.#openTool?.name === 'sound';
  }

  /**
   * Escape closes the tool and returns the focus to its button, unless a control inside has used
   * the key.
   */
  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.#openTool) return;
    const { name } = this.#openTool;
    this.#open(null);
    this.host.renderRoot.querySelector<HTMLElement>(`[part~='tool-${name}']`)?.focus();
  };

  /** Opens a tool in place of the open one; null closes it. A tool that could not be loaded is loaded again. */
  #open(tool: SoftphoneTool | null): void {
    this.#openTool = tool;
    if (tool) this.#elements.get(tool)?.request();
    this.host.requestUpdate();
  }

  /**
   * Keeps the call history of the agent, so that calls missed before the log is opened are in it.
   */
  recordCalls(agentHost: AgentHost): void {
    if (!this.#callHistoryOf) {
      void this.#loadHistory();
      return;
    }
    const history = this.#callHistoryOf(agentHost);
    if (history === this.#history) return;
    this.disconnect();
    this.#history = history;
    this.#unsubscribeHistory = history?.subscribe(() => this.host.requestUpdate());
  }

  /**
   * Loads the history module. It is apart from the softphone, because most pages do not have the
   * log.
   */
  async #loadHistory(): Promise<void> {
    if (this.#isLoadingHistory) return;
    this.#isLoadingHistory = true;
    try {
      const { callHistoryOf } = await import('../../src/history/index.js');
      this.#callHistoryOf = callHistoryOf;
      this.host.requestUpdate();
    } catch {
      // The next render tries again. A log that is opened meanwhile shows the error.
    } finally {
      this.#isLoadingHistory = false;
    }
  }

  /** Releases the call history. The host calls it when it leaves the page. */
  disconnect(): void {
    this.#unsubscribeHistory?.();
    this.#unsubscribeHistory = undefined;
    this.#history = null;
  }

  /** Renders the tools of the features and of the view, or nothing if there are none. */
  render(t: SoftphoneTranslate, features: ReadonlySet<Feature>, view: SoftphoneView): TemplateResult | typeof nothing {
    const visibleTools = tools.filter((tool) => features.has(tool.feature) && tool.views.includes(view));
    if (visibleTools.length === 0) return nothing;
    const openTool = visibleTools.find((tool) => tool === this.#openTool);
    return html`${openTool ? this.#renderTool(t, openTool) : nothing}
      <div class="tools" part="tools" role="group" aria-label=${t('softphone.tools')} @keydown=${this.#handleKeydown}>
        ${visibleTools.map((tool) => this.#renderButton(t, tool, openTool))}
      </div>`;
  }

  /**
   * Renders the open tool as a region with the name of its button. It comes before the row of
   * tools, which so stays at the foot of the card.
   */
  #renderTool(t: SoftphoneTranslate, tool: SoftphoneTool): TemplateResult {
    const loadError = html`<p class="notice bad" part="notice">
      ${circleAlert}<span>${t('softphone.notLoaded')}</span>
    </p>`;
    return html`<section
      class="tool"
      part="tool"
      id="tool"
      aria-label=${t(`softphone.${tool.name}`)}
      @keydown=${this.#handleKeydown}
    >
      ${this.#elements.get(tool)?.hasFailed ? loadError : tool.render()}
    </section>`;
  }

  /**
   * Renders a button that opens or closes its tool. `aria-controls` names the tool only while that
   * is in the page. The button of the log has the number of missed calls that were not returned.
   */
  #renderButton(t: SoftphoneTranslate, tool: SoftphoneTool, openTool: SoftphoneTool | undefined): TemplateResult {
    const isOpen = tool === openTool;
    const label = t(`softphone.${tool.name}`);
    const missed = tool.name === 'log' ? (this.#history?.unreturned.size ?? 0) : 0;
    return html`<button
      type="button"
      class="button quiet"
      part="button tool-${tool.name}"
      title=${label}
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-controls=${isOpen ? 'tool' : nothing}
      @click=${() => this.#open(isOpen ? null : tool)}
    >
      ${tool.icon}<span class="label">${label}</span>
      ${missed > 0 ? html`<span class="badge" part="missed">${missed}<span class="sr">${t('softphone.missed')}</span></span>` : nothing}
    </button>`;
  }
}
