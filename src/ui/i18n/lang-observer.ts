/**
 * The language of the place where an element stands: the nearest `lang`, across shadow roots, and
 * its changes.
 */
import { Emitter, isElement, parentOf } from '../../internal/index.js';

/** Returns the `lang` of the nearest ancestor that has one, or `en`. */
export function nearestLang(element: Element): string {
  for (let node: Node | null = element; node; node = parentOf(node)) {
    const lang = isElement(node) ? node.getAttribute('lang') : null;
    if (lang) return lang;
  }
  return 'en';
}

/**
 * Yields every tree that contains a node: its shadow roots from the inside out, then the document.
 */
function* treesOf(node: Node): Generator<Node> {
  for (let root = node.getRootNode(); ;) {
    yield root;
    const { host } = root as Partial<ShadowRoot>;
    if (!host) return;
    root = host.getRootNode();
  }
}

/** The observer of one tree, and the emitter that it calls. */
interface TreeObserver {
  readonly observer: MutationObserver;
  readonly changes: Emitter;
}

/** One observer for each tree, as long as an element in it needs it. */
const observers = new WeakMap<Node, TreeObserver>();

function observeTree(root: Node): TreeObserver {
  const changes = new Emitter();
  const observer = new MutationObserver(() => changes.emit());
  observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
  const created = { observer, changes };
  observers.set(root, created);
  return created;
}

function onLangChangeIn(root: Node, callback: () => void): () => void {
  const { observer, changes } = observers.get(root) ?? observeTree(root);
  const unsubscribe = changes.subscribe(callback);
  return () => {
    unsubscribe();
    if (changes.size > 0) return;
    observer.disconnect();
    observers.delete(root);
  };
}

/**
 * Calls back when a `lang` changes in any tree that contains the element.
 * @returns unsubscribe function
 */
export function onLangChange(element: Element, callback: () => void): () => void {
  const unsubscribes = Array.from(treesOf(element), (root) => onLangChangeIn(root, callback));
  return () => unsubscribes.forEach((unsubscribe) => unsubscribe());
}
