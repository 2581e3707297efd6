/** The limits of `npm run size`. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KiB, measureEntries, measureShipped } from '../bench/sizes.mjs';

describe('the size of', async () => {
  const limited = [...(await measureEntries()), ...measureShipped()].filter(({ limit }) => limit);

  for (const { name, gzip, limit } of limited)
    it(`${name} is within its limit`, () => {
      const size = (gzip / KiB).toFixed(2);
      assert.ok(gzip <= limit * KiB, `${name}: ${size} KiB, limit ${limit}. npm run size -- --why lists the modules.`);
    });
});
