/**
 * An element in the template of another one that is loaded when it is first needed. What answers a call, shows it and
 * ends it is never lazy.
 */
import type { ReactiveControllerHost } from 'lit';
import type { BaseElement } from './base-element.js';

/** Time in milliseconds after which the user is told that something loads. Before that, a message would only flicker. */
const SLOW_MS = 300;

/** Loads and defines the class of an element, and renders the host when that has changed something. */
export class LazyElement {
  #state: 'absent' | 'loading' | 'ready' | 'failed' = 'absent';
  #isSlow = false;
  /** Runs while a user waits. */
  #timer: ReturnType<typeof setTimeout> | undefined;
  #settled: Promise<void> = Promise.resolve();

  constructor(
    private readonly host: Pick<ReactiveControllerHost, 'requestUpdate'>,
    private readonly load: () => Promise<typeof BaseElement>,
  ) {}

  get isReady(): boolean {
    return this.#state === 'ready';
  }

  get hasFailed(): boolean {
    return this.#state === 'failed';
  }

  /** Whether loading takes so long that the user should be told. */
  get isSlow(): boolean {
    return this.#isSlow && this.#state === 'loading';
  }

  /** Resolves when the last request has ended, with success or not. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  /** Loads the element for a user who waits for it, and tells them when that takes long. */
  request(): void {
    this.preload();
    if (this.#state !== 'loading' || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#isSlow = true;
      this.host.requestUpdate();
    }, SLOW_MS);
  }

  /** Loads the element, unless it is loaded or on its way. After a failure it tries again. */
  preload(): void {
    if (this.#state === 'ready' || this.#state === 'loading') return;
    this.#state = 'loading';
    this.#isSlow = false;
    this.#settled = this.load()
      .then(
        (element) => {
          element.define();
          this.#state = 'ready';
        },
        () => void (this.#state = 'failed'),
      )
      .finally(() => {
        clearTimeout(this.#timer);
        this.#timer = undefined;
        this.host.requestUpdate();
      });
  }
}
