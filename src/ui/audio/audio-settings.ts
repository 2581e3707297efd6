/** What the person at this browser has chosen; it is the machine's, not the agent's. */
export interface SoundSettings {
  /** From {@link MIN_VOLUME} to 1. */
  readonly volume: number;
  /** The id of the output device that calls ring on; empty for the system's own choice. */
  readonly device: string;
  /** Whether a call is also shown as a desktop notification, where the browser permits it. */
  readonly notify: boolean;
}

/** No less: a tone that somebody has turned off for good is a missed call at the next shift. A call is silenced singly. */
export const MIN_VOLUME = 0.1;

const STORAGE_KEY = 'sobot-elements.sound';

const validVolume = (volume: unknown): number =>
  typeof volume === 'number' && volume >= MIN_VOLUME && volume <= 1 ? volume : 0.7;

/** What is stored may be of another version, or by anybody. */
function readSettings(): SoundSettings {
  let stored: Partial<Record<keyof SoundSettings, unknown>> = {};
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}');
    if (typeof parsed === 'object' && parsed) stored = parsed;
  } catch {
    // No storage here, or nonsense in it: the defaults.
  }
  const { volume, device, notify } = stored;
  return { volume: validVolume(volume), device: typeof device === 'string' ? device : '', notify: notify !== false };
}

/** The settings of this browser, in every tab. Where nothing can be stored they last as long as the page. */
class SoundSettingsStore {
  #value: SoundSettings | null = null;
  readonly #listeners = new Set<() => void>();

  get value(): SoundSettings {
    return (this.#value ??= readSettings());
  }

  set(changed: Partial<SoundSettings>): void {
    this.#value = { ...this.value, ...changed };
    try {
      localStorage.setItem(STORAGE_KEY, JSON.stringify(this.#value));
    } catch {
      // Full, or forbidden.
    }
    this.#notify();
  }

  /** @returns how to stop */
  subscribe(listener: () => void): () => void {
    if (this.#listeners.size === 0) window.addEventListener('storage', this.#handleStorage);
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) window.removeEventListener('storage', this.#handleStorage);
    };
  }

  /** Another tab, or a clearing of everything. */
  readonly #handleStorage = ({ key }: StorageEvent): void => {
    if (key !== STORAGE_KEY && key !== null) return;
    this.#value = null;
    this.#notify();
  };

  #notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

export const soundSettings = new SoundSettingsStore();
