/** The running time of a call, a status or a wait, as a text that updates every second. */
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { Emitter, now } from '../../internal/index.js';

const SECOND_MS = 1000;

/**
 * One timer for all running times of the page, so that they change together. It runs while there
 * are subscribers.
 */
const ticks = new Emitter();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Schedules the next full second of the clock, so that a late timer does not accumulate its delays.
 */
function scheduleTick(): void {
  timer = setTimeout(tick, SECOND_MS - (now() % SECOND_MS));
}

function tick(): void {
  timer = undefined;
  ticks.emit();
  if (ticks.size > 0 && timer === undefined) scheduleTick();
}

/**
 * Calls back on every full second.
 * @returns unsubscribe function
 */
export function everySecond(listener: () => void): () => void {
  const unsubscribe = ticks.subscribe(listener);
  if (timer === undefined) scheduleTick();
  return () => {
    unsubscribe();
    if (ticks.size > 0) return;
    clearTimeout(timer);
    timer = undefined;
  };
}

const padTwo = (value: number): string => String(value).padStart(2, '0');

/**
 * Formats a duration: `03:27`, `1:03:27`.
 * @param ms milliseconds; a negative duration counts as none
 */
export function clockTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const rest = `${padTwo(Math.floor(seconds / 60) % 60)}:${padTwo(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** Returns the text of a duration in milliseconds. */
type Format = (ms: number) => string;

/** The subscription to the timer lasts while the text is in the document. */
class Elapsed extends AsyncDirective {
  #since = 0;
  #format: Format = clockTime;
  #unsubscribe: (() => void) | undefined;

  override render(since: number, format: Format = clockTime): string {
    this.#since = since;
    this.#format = format;
    if (this.isConnected) this.#unsubscribe ??= everySecond(() => this.setValue(this.#text()));
    return this.#text();
  }

  protected override disconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  protected override reconnected(): void {
    this.#unsubscribe ??= everySecond(() => this.setValue(this.#text()));
  }

  #text(): string {
    return this.#format(now() - this.#since);
  }
}

/**
 * Renders the time since a moment (milliseconds since 1970), by default as {@link clockTime}. A
 * moment in the future gives the format a negative number. Only this text updates every second: the
 * host element does not render.
 */
export const elapsed = directive(Elapsed);
