import type { AgentHost } from '../../src/ui/base/index.js';

/**
 * Asks before the page is left in a call, or with notes that nobody has got yet. The listener is there only then:
 * browsers keep a page with one out of their back/forward cache.
 */
export function guardUnload(agent: Pick<AgentHost, 'session' | 'subscribe'>): void {
  const preventUnload = (event: BeforeUnloadEvent): void => event.preventDefault();
  let isListening = false;
  agent.subscribe(({ call, wrapUp }) => {
    const { notes, disposition } = (wrapUp && agent.session?.draft) ?? { notes: '', disposition: '' };
    const isNeeded = agent.session !== null && (call !== null || notes.trim() !== '' || disposition !== '');
    if (isNeeded === isListening) return;
    isListening = isNeeded;
    if (isNeeded) window.addEventListener('beforeunload', preventUnload);
    else window.removeEventListener('beforeunload', preventUnload);
  });
}
