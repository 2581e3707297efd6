/** Called once a second, on the second, while anybody listens: one clock for every timer of the page. */
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

const SECOND = 1000;

function schedule(): void {
  timer = setTimeout(tick, SECOND - (Date.now() % SECOND));
}

function tick(): void {
  for (const listener of [...listeners]) listener();
  if (listeners.size > 0) schedule();
  else timer = undefined;
}

/** @returns how to stop listening */
export function everySecond(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) schedule();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(timer);
    timer = undefined;
  };
}
