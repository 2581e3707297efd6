/** Hears when this page may miss something. */
export interface Gaps {
  /** Nothing arrives any more: no network, or the page is put away. */
  begin(connection: 'offline' | 'reconnecting'): void;
  /** Things arrive again; what has happened meanwhile is unknown. */
  end(): void;
}

const LOOK_EVERY = 5_000;
/** A timer that comes so much too late has slept, with the machine. */
const SLEPT = 15_000;
/** Browsers let the timers of a hidden page run once a minute. */
const SLEPT_HIDDEN = 90_000;

/** Watches for a lost network, the back/forward cache, a frozen tab, and sleep, until the signal ends it. */
export function watchGaps(signal: AbortSignal, gaps: Gaps): void {
  if (typeof window === 'undefined') return;
  const end = (): void => (navigator.onLine ? gaps.end() : gaps.begin('offline'));
  const hear = (target: EventTarget, type: string, listener: (event: Event) => void): void =>
    target.addEventListener(type, listener, { signal });
  hear(window, 'offline', () => gaps.begin('offline'));
  hear(window, 'online', () => gaps.end());
  // Already before: the picture that is taken out of the cache must not show what is no longer known.
  hear(window, 'pagehide', (event) => (event as PageTransitionEvent).persisted && gaps.begin('reconnecting'));
  hear(window, 'pageshow', (event) => (event as PageTransitionEvent).persisted && end());
  hear(document, 'freeze', () => gaps.begin('reconnecting'));
  hear(document, 'resume', end);

  let last = Date.now();
  let { hidden } = document;
  const look = (): void => {
    const now = Date.now();
    if (now - last > (hidden ? SLEPT_HIDDEN : SLEPT)) end();
    last = now;
    hidden = document.hidden;
  };
  let timer: ReturnType<typeof setTimeout>;
  const tick = (): void => {
    look();
    timer = setTimeout(tick, LOOK_EVERY);
  };
  tick();
  hear(document, 'visibilitychange', look);
  signal.addEventListener('abort', () => clearTimeout(timer));
}
