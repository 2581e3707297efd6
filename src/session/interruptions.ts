/**
 * Interruptions: the times in which a page may miss messages. They are the lost network, the back/forward cache, a
 * frozen tab, and sleep.
 */
export interface InterruptionListener {
  /** No message arrives any more: there is no network, or the page is suspended. */
  onBegin(connection: 'offline' | 'reconnecting'): void;
  /** Messages arrive again. Those of the time between are lost. */
  onEnd(): void;
}

const SLEEP_CHECK_INTERVAL_MS = 5_000;
/** A timer that is late by so much has slept with the machine. */
const MIN_SLEEP_MS = 15_000;
/** Browsers let the timers of a hidden page run once a minute. */
const MIN_SLEEP_HIDDEN_MS = 90_000;

/** Watches for interruptions until the signal aborts. Does nothing without a document. */
export function watchInterruptions(signal: AbortSignal, now: () => number, listener: InterruptionListener): void {
  if (typeof window === 'undefined') return;
  const end = (): void => (navigator.onLine ? listener.onEnd() : listener.onBegin('offline'));
  const on = (target: EventTarget, type: string, handle: (event: Event) => void): void =>
    target.addEventListener(type, handle, { signal });
  on(window, 'offline', () => listener.onBegin('offline'));
  on(window, 'online', () => listener.onEnd());
  // Begins before the page is cached: when it comes back it is shown as it was left, and must not look confirmed.
  on(window, 'pagehide', (event) => (event as PageTransitionEvent).persisted && listener.onBegin('reconnecting'));
  on(window, 'pageshow', (event) => (event as PageTransitionEvent).persisted && end());
  on(document, 'freeze', () => listener.onBegin('reconnecting'));
  on(document, 'resume', end);
  watchSleep(signal, now, end);
}

/** Calls back when the machine has slept, which no event reports. */
function watchSleep(signal: AbortSignal, now: () => number, onWake: () => void): void {
  let checkedAt = now();
  let wasHidden = document.hidden;
  let timer: ReturnType<typeof setTimeout>;
  const check = (): void => {
    const at = now();
    if (at - checkedAt > (wasHidden ? MIN_SLEEP_HIDDEN_MS : MIN_SLEEP_MS)) onWake();
    checkedAt = at;
    wasHidden = document.hidden;
  };
  const checkAgain = (): void => {
    check();
    timer = setTimeout(checkAgain, SLEEP_CHECK_INTERVAL_MS);
  };
  checkAgain();
  document.addEventListener('visibilitychange', check, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
}
