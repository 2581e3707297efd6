/**
 * The sound settings of this browser: the ringtone's volume and output device, and desktop
 * notifications. `<sobot-preflight>` edits them, and the player and the notification read them.
 */
import { Emitter, isRecord, SafeStorage } from '../../internal/index.js';

/**
 * The settings. They belong to the computer and not to the agent, because headset and loudness are
 * those of the desk.
 */
export interface SoundSettings {
  /** From {@link MIN_VOLUME} to 1. */
  readonly volume: number;
  /** The id of the output device for the ringtone; empty for the system's choice. */
  readonly device: string;
  /** Whether a call is also shown as a desktop notification, where the browser permits it. */
  readonly notify: boolean;
}

/**
 * The smallest volume. A ringtone that one agent turns off for good is a missed call for the next
 * agent at this desk. A single call can be silenced instead.
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

/**
 * The settings, shared by all tabs. Where the browser stores nothing they last as long as the page.
 */
class SoundSettingsStore {
  /** The settings; null before the first use, and after another tab changed them. */
  #value: SoundSettings | null = null;
  readonly #changes = new Emitter();

  get value(): SoundSettings {
    return (this.#value ??= readSettings());
  }

  /** Changes some settings, and stores all. */
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

  /** Handles a change by another tab. The key is null where that tab cleared the whole storage. */
  readonly #handleStorage = ({ key }: StorageEvent): void => {
    if (key !== STORAGE_KEY && key !== null) return;
    this.#value = null;
    this.#changes.emit();
  };
}

/** The settings that all elements of the page share. */
export const soundSettings = new SoundSettingsStore();
