/** The audio context that all calls share. */

const RESUME_TIMEOUT_MS = 1000;

/** Exists while there are calls. A context that the page supplies is used as it is, and never closed. */
export class SharedContext {
  readonly #suppliedContext: AudioContext | undefined;
  #ownContext: AudioContext | undefined;
  #users = 0;

  constructor(supplied?: AudioContext) {
    this.#suppliedContext = supplied;
  }

  acquire(): AudioContext {
    const context = this.#suppliedContext ?? (this.#ownContext ??= new AudioContext());
    this.#users++;
    return context;
  }

  /** Resolves when the context is closed, if no call uses it any more. */
  async release(): Promise<void> {
    if (--this.#users > 0) return;
    const context = this.#ownContext;
    this.#ownContext = undefined;
    await context?.close();
  }
}

/** Resumes the context. Rejects after a second: browsers leave `resume()` pending while sound is blocked. */
export function resume(context: AudioContext): Promise<void> {
  if (context.state === 'running') return Promise.resolve();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException('sound is blocked', 'NotAllowedError')), RESUME_TIMEOUT_MS);
    context
      .resume()
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
