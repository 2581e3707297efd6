/**
 * Entry point for pages that list no elements. It loads and registers an element of the kit when
 * its tag first appears, also in markup that scripts insert later. A page pays only for the
 * elements that it contains, and needs no bundler for that.
 */
import './languages.js';

/**
 * The loader of each tag. A bundler splits only imports with literal paths, so each is written out.
 * A test compares the list with the folders of the elements.
 */
const loaders: Readonly<Record<string, () => Promise<unknown>>> = {
  'sobot-agent': () => import('../elements/sobot-agent/define.js'),
  'sobot-call-controls': () => import('../elements/sobot-call-controls/define.js'),
  'sobot-call-info': () => import('../elements/sobot-call-info/define.js'),
  'sobot-call-link': () => import('../elements/sobot-call-link/define.js'),
  'sobot-call-log': () => import('../elements/sobot-call-log/define.js'),
  'sobot-dialer': () => import('../elements/sobot-dialer/define.js'),
  'sobot-dialpad': () => import('../elements/sobot-dialpad/define.js'),
  'sobot-directory': () => import('../elements/sobot-directory/define.js'),
  'sobot-event-log': () => import('../elements/sobot-event-log/define.js'),
  'sobot-incoming-call': () => import('../elements/sobot-incoming-call/define.js'),
  'sobot-login': () => import('../elements/sobot-login/define.js'),
  'sobot-network-quality': () => import('../elements/sobot-network-quality/define.js'),
  'sobot-queues': () => import('../elements/sobot-queues/define.js'),
  'sobot-preflight': () => import('../elements/sobot-preflight/define.js'),
  'sobot-routes': () => import('../elements/sobot-routes/define.js'),
  'sobot-sandbox': () => import('../elements/sobot-sandbox/define.js'),
  'sobot-screen-pop': () => import('../elements/sobot-screen-pop/define.js'),
  'sobot-softphone': () => import('../elements/sobot-softphone/define.js'),
  'sobot-status': () => import('../elements/sobot-status/define.js'),
  'sobot-supervisor': () => import('../elements/sobot-supervisor/define.js'),
  'sobot-transfer': () => import('../elements/sobot-transfer/define.js'),
  'sobot-wrap-up': () => import('../elements/sobot-wrap-up/define.js'),
};

/** Matches every element of the kit. */
const selector = Object.keys(loaders).join();
/** The tags that are loading or loaded. */
const requestedTags = new Set<string>();

/** Loads an element once. An error is logged, because no caller could handle it. */
function load(tag: string): void {
  if (requestedTags.has(tag)) return;
  requestedTags.add(tag);
  loaders[tag]?.().catch((cause: unknown) => {
    // The next element with this tag tries again: the network may be back by then.
    requestedTags.delete(tag);
    console.error(`<${tag}> could not be loaded.`, cause);
  });
}

/**
 * Loads the elements of a tree. Shadow roots of the page are not searched: their elements load what
 * they render.
 */
function loadElementsIn(root: Document | Element): void {
  if ('matches' in root && root.matches(selector)) load(root.localName);
  for (const element of root.querySelectorAll(selector)) load(element.localName);
}

// A server that renders the page has no document. The import does nothing there.
if (typeof document !== 'undefined') {
  loadElementsIn(document);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node instanceof Element) loadElementsIn(node);
    }
  }).observe(document, { childList: true, subtree: true });
}
