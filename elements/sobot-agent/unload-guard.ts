import type { Phone } from '../../src/ui/base/agent-host.js';

/**
 * Asks before the page is left in a call, or with notes that nobody has got yet. The listener is there only then:
 * browsers keep a page with one out of their back/forward cache.
 */
export function guardUnload(agent: Pick<Phone, 'session' | 'subscribe'>): void {
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
  let asks = false;
  agent.subscribe(({ call, wrapUp }) => {
    const { notes, disposition } = (wrapUp && agent.session?.draft) ?? { notes: '', disposition: '' };
    const needed = agent.session !== null && (call !== null || notes.trim() !== '' || disposition !== '');
    if (needed === asks) return;
    asks = needed;
    if (needed) window.addEventListener('beforeunload', ask);
    else window.removeEventListener('beforeunload', ask);
  });
}
