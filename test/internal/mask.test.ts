import { expect } from '@open-wc/testing';
import { maskNumbersIn } from '../../src/internal/mask.js';

describe('a text with numbers in it, masked', () => {
  for (const [text, shown] of [
    ['13512345678', '*******5678'],
    ['+86 135-1234-5678', '+** ***-****-5678'],
    ['call (010) 6666 6666, or 13512345678!', 'call (***) **** 6666, or *******5678!'],
    ['１３５１２３４５６７８', '*******５６７８'],
    ['the number "4008001001" is busy', 'the number "******1001" is busy'],
    ['135****5678', '135****5678'],
    ['o-7, 3 items, 100200', 'o-7, 3 items, 100200'],
    ['2026-11-22 20:55:01', '2026-11-22 20:55:01'],
    ['since 2026-11-22, 4008001001', 'since 2026-11-22, ******1001'],
    ['{"phone":"13512345678"}', '{"phone":"*******5678"}'],
    ['', ''],
  ] as const) {
    it(`${text || 'nothing'} is ${shown || 'nothing'}`, () => {
      expect(maskNumbersIn(text)).to.equal(shown);
    });
  }
});
