/** Tells when the browser loses the network and when it is back, until the signal ends it. */
export function watchConnection(signal: AbortSignal, reached: (connection: 'connected' | 'offline') => void): void {
  if (typeof window === 'undefined') return;
  window.addEventListener('offline', () => reached('offline'), { signal });
  window.addEventListener('online', () => reached('connected'), { signal });
}
