type Scheduler = { postTask(task: () => void, options: { priority: 'user-blocking' }): Promise<void> };

const { scheduler } = globalThis as unknown as { scheduler: Scheduler };

/** Ends after every microtask that is under way, before timers and before the next frame. */
export const turn = (): Promise<void> => scheduler.postTask(() => {}, { priority: 'user-blocking' });

/** Makes the browser lay the page out now. */
export const layOut = (): number => document.body.offsetHeight;

/** Only with `--js-flags=--expose-gc`. */
export const collect = (): void => (globalThis as { gc?: () => void }).gc?.();
