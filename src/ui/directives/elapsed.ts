import { AsyncDirective, directive } from 'lit/async-directive.js';
import { everySecond } from './ticker.js';

const padTwo = (value: number): string => String(value).padStart(2, '0');

/** `03:27`, `1:03:27`. @param ms may be negative, which is none */
export function clockTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const rest = `${padTwo(Math.floor(seconds / 60) % 60)}:${padTwo(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

type Format = (ms: number) => string;

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
    return this.#format(Date.now() - this.#since);
  }
}

/**
 * The running time since a moment (milliseconds since 1970), or to it with a format of your own. Only this text changes
 * every second; its host does not render.
 */
export const elapsed = directive(Elapsed);
