import { expect } from '@open-wc/testing';
import { maskNumber, maskNumbersIn } from '../../src/internal/index.js';

describe('maskNumber', () => {
  it('shows the last four digits', () => {
    expect(maskNumber('13512345678')).to.equal('*******5678');
    expect(maskNumber('+86 135-1234')).to.equal('+** ***-1234');
  });

  it("keeps the vendor's masks, and short numbers", () => {
    expect(maskNumber('135****5678')).to.equal('*******5678');
    expect(maskNumber('1005')).to.equal('1005');
    expect(maskNumber('')).to.equal('');
  });
});

describe('a text with numbers in it, masked', () => {
  for (const [text, shown] of [
    ['13512345678', '*******5678'],
    ['+86 135-1234-5678', '+** ***-****-5678'],
    ['call (010) 6666 6666, or 13512345678!', 'call (***) **** 6666, or *******5678!'],
    ['１３５１２３４５６７８', '*******５６７８'],
    ['the number "4008001001" is busy', 'the number "******1001" is busy'],
    ['135****5678', '135****5678'],
    ['135_1234:56,78', '***_****:56,78'],
    ['1\u200B35\u200E12345678', '*\u200B**\u200E****5678'],
    ['１３５．１２３４．５６７８', '***．****．５６７８'],
    ['VIP 400_800_1001', 'VIP ***_***_1001'],
    ['at 2026-11-22T20:55:01.123', 'at 2026-11-22T20:55:01.123'],
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
