/** The sound settings of this browser: the ringtone's volume and output device, and desktop notifications. */
import { Emitter, isRecord, SafeStorage } from '../../internal/index.js';

/** They belong to the computer, not to the agent: headset and loudness are those of the desk. */
export interface SoundSettings {
  /** From {@link MIN_VOLUME} to 1. */
  readonly volume: number;
  /** The id of the output device for the ringtone; empty for the system's choice. */
  readonly device: string;
  /** Whether a call is also shown as a desktop notification, where the browser permits it. */
  readonly notify: boolean;
}

/**
 * The least volume. A ringtone that one agent turns off for good is a missed call for the next one at this desk; a
 * single call can be silenced instead.
 */
export const MIN_VOLUME = 0.1;

const DEFAULT_VOLUME = 0.7;
const STORAGE_KEY = 'sobot-elements.sound';

const storage = new SafeStorage(() => localStorage, '');

/** The stored settings. Stored values may come from another version, or from another program. */
function readSettings(): SoundSettings {
  const stored = storage.get(STORAGE_KEY);
  const { volume, device, notify } = isRecord(stored) ? stored : {};
  const isValidVolume = typeof volume === 'number' && volume >= MIN_VOLUME && volume <= 1;
  return {
    volume: isValidVolume ? volume : DEFAULT_VOLUME,
    device: typeof device === 'string' ? device : '',
    notify: notify !== false,
  };
}

/** The settings, shared by all tabs. Where the browser stores nothing they last as long as the page. */
class SoundSettingsStore {
  #value: SoundSettings | null = null;
  readonly #changes = new Emitter();

  get value(): SoundSettings {
    return (this.#value ??= readSettings());
  }

  set(changed: Partial<SoundSettings>): void {
    this.#value = { ...this.value, ...changed };
    storage.set(STORAGE_KEY, this.#value);
    this.#changes.emit();
  }

  /**
   * Calls back when a setting changes, in this tab or in another one.
   * @returns unsubscribe function
   */
  subscribe(listener: () => void): () => void {
    if (this.#changes.size === 0) window.addEventListener('storage', this.#handleStorage);
    const unsubscribe = this.#changes.subscribe(listener);
    return () => {
      unsubscribe();
      if (this.#changes.size === 0) window.removeEventListener('storage', this.#handleStorage);
    };
  }

  /** Another tab changed the settings, or cleared the storage: then there is no key. */
  readonly #handleStorage = ({ key }: StorageEvent): void => {
    if (key !== STORAGE_KEY && key !== null) return;
    this.#value = null;
    this.#changes.emit();
  };
}

export const soundSettings = new SoundSettingsStore();
