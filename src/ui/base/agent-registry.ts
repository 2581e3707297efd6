import { isElement, parentOf, reportUncaught } from '../../internal/index.js';
import { ContextEvent, createContext } from '@lit/context';
import type { AgentHost } from './agent-host.js';

/** Shared by every copy of the kit on the page that speaks the same version of {@link AgentHost}. */
export const agentHostContext = createContext<AgentHost | null>(Symbol.for('sobot-elements.phone.1'));

type AgentHostRequest = ContextEvent<typeof agentHostContext>;

const isAgentHostRequest = (event: Event): event is AgentHostRequest =>
  (event as Partial<AgentHostRequest>).context === agentHostContext;

/** Told the phone, and again whenever another one answers; null while none does. */
export type AgentHostCallback = (agentHost: AgentHost | null) => void;

type AgentElement = AgentHost & HTMLElement;

interface Subscription {
  readonly element: Element;
  readonly notify: AgentHostCallback;
  current: AgentHost | null | undefined;
}

const AGENT_TAG = 'sobot-agent';
const KIT_PREFIX = 'sobot-';

/** The id that an element's `for` names. What a framework has just set is an attribute only after the next render. */
const requestedAgentId = (element: Element): string | null =>
  ('htmlFor' in element && typeof element.htmlFor === 'string' && element.htmlFor) || element.getAttribute('for');

/**
 * Connects elements with agents in one document. Every element asks with one context request; it is answered from the
 * agent that its `for` names, else from its nearest agent ancestor, else from the document's only agent, and answered
 * anew whenever agents come and go. So it doesn't matter what is defined, inserted or upgraded first.
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

  /** Looks at every line again, once per task: a move is a removal and an insertion. */
  refresh(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      for (const subscription of [...this.#subscriptions]) {
        try {
          this.#update(subscription);
        } catch (error) {
          reportUncaught(error); // a consumer of the page that throws keeps no element from its agent
        }
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

  #update(subscription: Subscription): void {
    const agent = this.#findAgent(subscription.element);
    if (agent === subscription.current) return;
    subscription.current = agent;
    subscription.notify(agent);
  }

  #findAgent(element: Element): AgentElement | null {
    const agentId = requestedAgentId(element);
    if (agentId) return this.#findAgentById(element, agentId);
    for (let node = parentOf(element); node; node = parentOf(node)) {
      if (this.#isAgent(node)) return node;
      if (!isElement(node)) continue;
      if (node.localName === AGENT_TAG) return null; // not upgraded yet
      // What an element of the kit draws, or holds, belongs to the agent that its own `for` names.
      if (node.localName.startsWith(KIT_PREFIX) && requestedAgentId(node)) return this.#findAgent(node);
    }
    const [only, ...others] = this.#agents;
    return only && others.length === 0 ? only : null;
  }

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

/** The one switchboard of a document, also where two copies of the kit share the page. */
export function agentRegistry(document: Document): Pick<AgentRegistry, 'register' | 'unregister' | 'refresh'> {
  const holder = document as Document & { [REGISTRY_KEY]?: AgentRegistry };
  return (holder[REGISTRY_KEY] ??= new AgentRegistry(document));
}

/** Asks for the element's phone. @returns how to stop being told */
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
