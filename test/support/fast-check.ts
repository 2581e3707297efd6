/**
 * fast-check with the seed of this run. `npm test` uses the same one each time, so that it fails by a change and never
 * by chance; `npm test -- --seed=random` looks for what it misses, `--seed=N` repeats what that has found.
 */
import fc from 'fast-check';

export const seed = globalThis.testSeed ?? 1;
fc.configureGlobal({ seed });

export default fc;
