import { isElement, parentOf } from '../../internal/node-tree.js';
import { ContextEvent, createContext } from '@lit/context';
import type { Phone } from './agent-host.js';

/** Shared by every copy of the kit on the page that speaks the same version of {@link Phone}. */
export const phoneContext = createContext<Phone | null>(Symbol.for('sobot-elements.phone.1'));

type PhoneRequest = ContextEvent<typeof phoneContext>;

const isPhoneRequest = (event: Event): event is PhoneRequest =>
  (event as Partial<PhoneRequest>).context === phoneContext;

/** Told the phone, and again whenever another one answers; null while none does. */
export type PhoneCallback = (phone: Phone | null) => void;

type AgentElement = Phone & HTMLElement;

interface Line {
  readonly element: Element;
  readonly answer: PhoneCallback;
  current: Phone | null | undefined;
}

const AGENT_TAG = 'sobot-agent';
const KIT_PREFIX = 'sobot-';

/** The id that an element's `for` names. What a framework has just set is an attribute only after the next render. */
const wantedBy = (element: Element): string | null =>
  ('htmlFor' in element && typeof element.htmlFor === 'string' && element.htmlFor) || element.getAttribute('for');

/**
 * Connects elements with agents in one document. Every element asks with one context request; it is answered from the
 * agent that its `for` names, else from its nearest agent ancestor, else from the document's only agent, and answered
 * anew whenever agents come and go. So it doesn't matter what is defined, inserted or upgraded first.
 */
class Switchboard {
  readonly #agents = new Set<AgentElement>();
  readonly #lines = new Set<Line>();
  #scheduled = false;

  constructor(document: Document) {
    document.addEventListener('context-request', (event) => {
      if (isPhoneRequest(event)) this.#take(event);
    });
  }

  join(agent: AgentElement): void {
    this.#agents.add(agent);
    this.refresh();
  }

  leave(agent: AgentElement): void {
    this.#agents.delete(agent);
    this.refresh();
  }

  /** Looks at every line again, once per task: a move is a removal and an insertion. */
  refresh(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      for (const line of [...this.#lines]) this.#connect(line);
    });
  }

  #take(event: PhoneRequest): void {
    event.stopPropagation();
    const line: Line = {
      element: event.contextTarget,
      answer: (phone) => event.callback(phone, unsubscribe),
      current: undefined,
    };
    const unsubscribe = (): void => void this.#lines.delete(line);
    if (event.subscribe) this.#lines.add(line);
    this.#connect(line);
  }

  #connect(line: Line): void {
    const phone = this.#find(line.element);
    if (phone === line.current) return;
    line.current = phone;
    line.answer(phone);
  }

  #find(element: Element): AgentElement | null {
    const wanted = wantedBy(element);
    if (wanted) return this.#byId(element, wanted);
    for (let node = parentOf(element); node; node = parentOf(node)) {
      if (this.#isAgent(node)) return node;
      if (!isElement(node)) continue;
      if (node.localName === AGENT_TAG) return null; // not upgraded yet
      // What an element of the kit draws, or holds, belongs to the agent that its own `for` names.
      if (node.localName.startsWith(KIT_PREFIX) && wantedBy(node)) return this.#find(node);
    }
    const [only, ...others] = this.#agents;
    return only && others.length === 0 ? only : null;
  }

  #byId(element: Element, id: string): AgentElement | null {
    const root = element.getRootNode() as Partial<ShadowRoot>;
    const found = root.getElementById?.(id) ?? element.ownerDocument.getElementById(id);
    return found && this.#isAgent(found) ? found : null;
  }

  #isAgent(node: Node): node is AgentElement {
    return (this.#agents as ReadonlySet<Node>).has(node);
  }
}

const KEY = Symbol.for('sobot-elements.switchboard.1');

/** The one switchboard of a document, also where two copies of the kit share the page. */
export function switchboard(document: Document): Pick<Switchboard, 'join' | 'leave' | 'refresh'> {
  const holder = document as Document & { [KEY]?: Switchboard };
  return (holder[KEY] ??= new Switchboard(document));
}

/** Asks for the element's phone. @returns how to stop being told */
export function requestPhone(element: Element, callback: PhoneCallback): () => void {
  switchboard(element.ownerDocument);
  let stop: (() => void) | undefined;
  element.dispatchEvent(
    new ContextEvent(
      phoneContext,
      element,
      (phone, unsubscribe) => {
        stop = unsubscribe;
        callback(phone);
      },
      true,
    ),
  );
  return () => stop?.();
}
