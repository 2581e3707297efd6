/** Loads and registers the kit's elements as they appear in the page, also later and in what others insert. */
const loaders: Readonly<Record<string, () => Promise<unknown>>> = {
  'sobot-agent': () => import('../elements/sobot-agent.js'),
  'sobot-call-controls': () => import('../elements/sobot-call-controls.js'),
  'sobot-call-info': () => import('../elements/sobot-call-info.js'),
  'sobot-call-link': () => import('../elements/sobot-call-link.js'),
  'sobot-call-log': () => import('../elements/sobot-call-log.js'),
  'sobot-dialer': () => import('../elements/sobot-dialer.js'),
  'sobot-dialpad': () => import('../elements/sobot-dialpad.js'),
  'sobot-directory': () => import('../elements/sobot-directory.js'),
  'sobot-event-log': () => import('../elements/sobot-event-log.js'),
  'sobot-incoming-call': () => import('../elements/sobot-incoming-call.js'),
  'sobot-login': () => import('../elements/sobot-login.js'),
  'sobot-network-quality': () => import('../elements/sobot-network-quality.js'),
  'sobot-queues': () => import('../elements/sobot-queues.js'),
  'sobot-preflight': () => import('../elements/sobot-preflight.js'),
  'sobot-routes': () => import('../elements/sobot-routes.js'),
  'sobot-sandbox': () => import('../elements/sobot-sandbox.js'),
  'sobot-screen-pop': () => import('../elements/sobot-screen-pop.js'),
  'sobot-softphone': () => import('../elements/sobot-softphone.js'),
  'sobot-status': () => import('../elements/sobot-status.js'),
  'sobot-supervisor': () => import('../elements/sobot-supervisor.js'),
  'sobot-transfer': () => import('../elements/sobot-transfer.js'),
  'sobot-wrap-up': () => import('../elements/sobot-wrap-up.js'),
};

const selector = Object.keys(loaders).join();
const asked = new Set<string>();

function load(tag: string): void {
  if (asked.has(tag)) return;
  asked.add(tag);
  loaders[tag]?.().catch((cause: unknown) => {
    asked.delete(tag); // the next one that appears tries again
    console.error(`<${tag}> could not be loaded.`, cause);
  });
}

function look(root: Document | Element): void {
  if ('matches' in root && root.matches(selector)) load(root.localName);
  for (const element of root.querySelectorAll(selector)) load(element.localName);
}

if (typeof document !== 'undefined') {
  look(document);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node instanceof Element) look(node);
    }
  }).observe(document, { childList: true, subtree: true });
}
