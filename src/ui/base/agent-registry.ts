/**
 * How elements find their agent element, in whatever order elements are defined, inserted and upgraded. Requests follow
 * the community protocol for contexts (https://github.com/webcomponents-cg/community-protocols): pages can use it too.
 */
import { isElement, parentOf, reportErrors } from '../../internal/index.js';
import { ContextEvent, createContext } from '@lit/context';
import type { AgentHost } from './agent-host.js';

/** The context key. Every copy of the kit on a page shares it, as long as they agree on {@link AgentHost}: hence the version. */
export const agentHostContext = createContext<AgentHost | null>(Symbol.for('sobot-elements.phone.1'));

type AgentHostRequest = ContextEvent<typeof agentHostContext>;

const isAgentHostRequest = (event: Event): event is AgentHostRequest =>
  (event as Partial<AgentHostRequest>).context === agentHostContext;

/** Gets the agent element, and every later one; null while there is none. */
export type AgentHostCallback = (agentHost: AgentHost | null) => void;

type AgentElement = AgentHost & HTMLElement;

/** One context request that is still open, and its last answer; undefined before the first. */
interface Subscription {
  readonly element: Element;
  readonly notify: AgentHostCallback;
  current: AgentHost | null | undefined;
}

const AGENT_TAG = 'sobot-agent';
const KIT_PREFIX = 'sobot-';

/**
 * The ID in the `for` of an element. A property that a framework has just set is reflected after the next render only, so
 * it comes first.
 */
const requestedAgentId = (element: Element): string | null =>
  ('htmlFor' in element && typeof element.htmlFor === 'string' && element.htmlFor) || element.getAttribute('for');

/**
 * Connects elements with agent elements in one document. Every element sends one context request. The answer is the agent
 * element that its `for` names, else the nearest one among its ancestors, else the document's only one. A request stays
 * open, and gets a new answer whenever an agent element is inserted or removed. An element that has the only one keeps it
 * when another is inserted: markup that somebody adds to a page must not disconnect its elements.
 */
class AgentRegistry {
  readonly #agents = new Set<AgentElement>();
  readonly #subscriptions = new Set<Subscription>();
  #scheduled = false;

  constructor(document: Document) {
    document.addEventListener('context-request', (event) => {
      if (isAgentHostRequest(event)) this.#handleContextRequest(event);
    });
  }

  register(agent: AgentElement): void {
    this.#agents.add(agent);
    this.refresh();
  }

  unregister(agent: AgentElement): void {
    this.#agents.delete(agent);
    this.refresh();
  }

  /** Answers every open request again, once a task: a moved element is removed and inserted, and must notice neither. */
  refresh(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      for (const subscription of [...this.#subscriptions]) {
        // A consumer of the page that throws keeps no other element from its agent.
        reportErrors(() => this.#update(subscription));
      }
    });
  }

  #handleContextRequest(event: AgentHostRequest): void {
    event.stopPropagation();
    const subscription: Subscription = {
      element: event.contextTarget,
      notify: (agentHost) => event.callback(agentHost, unsubscribe),
      current: undefined,
    };
    const unsubscribe = (): void => void this.#subscriptions.delete(subscription);
    if (event.subscribe) this.#subscriptions.add(subscription);
    this.#update(subscription);
  }

  /** Notifies a subscriber whose agent element has changed. */
  #update(subscription: Subscription): void {
    const agent = this.#findAgent(subscription.element, subscription.current);
    if (agent === subscription.current) return;
    subscription.current = agent;
    subscription.notify(agent);
  }

  /** @param current the agent element that the element has: a second one in the document doesn't take it away */
  #findAgent(element: Element, current?: AgentHost | null): AgentElement | null {
    const agentId = requestedAgentId(element);
    if (agentId) return this.#findAgentById(element, agentId);
    for (let node = parentOf(element); node; node = parentOf(node)) {
      if (this.#isAgent(node)) return node;
      if (!isElement(node)) continue;
      if (node.localName === AGENT_TAG) return null; // not upgraded yet: the answer follows when it registers
      // An element that another element renders or contains belongs to the agent that the outer one names.
      if (node.localName.startsWith(KIT_PREFIX) && requestedAgentId(node)) return this.#findAgent(node, current);
    }
    const agents = [...this.#agents];
    return agents.find((agent) => agent === current || agents.length === 1) ?? null;
  }

  /** Searches the element's own tree first: IDs are unique within a tree only. */
  #findAgentById(element: Element, id: string): AgentElement | null {
    const root = element.getRootNode() as Partial<ShadowRoot>;
    const candidate = root.getElementById?.(id) ?? element.ownerDocument.getElementById(id);
    return candidate && this.#isAgent(candidate) ? candidate : null;
  }

  #isAgent(node: Node): node is AgentElement {
    return (this.#agents as ReadonlySet<Node>).has(node);
  }
}

const REGISTRY_KEY = Symbol.for('sobot-elements.agent-registry.1');

/** Returns the registry of a document. Two copies of the kit share it: it lies at the document, under a global symbol. */
export function agentRegistry(document: Document): Pick<AgentRegistry, 'register' | 'unregister' | 'refresh'> {
  const holder = document as Document & { [REGISTRY_KEY]?: AgentRegistry };
  return (holder[REGISTRY_KEY] ??= new AgentRegistry(document));
}

/**
 * Requests the agent element of an element. The callback gets it at once, and again after each change.
 * @returns unsubscribe function
 */
export function requestAgentHost(element: Element, callback: AgentHostCallback): () => void {
  agentRegistry(element.ownerDocument);
  let unsubscribeCurrent: (() => void) | undefined;
  element.dispatchEvent(
    new ContextEvent(
      agentHostContext,
      element,
      (agentHost, unsubscribe) => {
        unsubscribeCurrent = unsubscribe;
        callback(agentHost);
      },
      true,
    ),
  );
  return () => unsubscribeCurrent?.();
}
