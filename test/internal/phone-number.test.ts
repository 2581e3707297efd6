import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { isServiceCode, parsePhoneNumber, sameNumber, toTelUri } from '../../src/internal/phone-number.js';

/** Text, the number that is dialled, and the digits to send after the answer. */
const numbers: readonly (readonly [text: string, number: string, afterAnswer?: string])[] = [
  ['13512345678', '13512345678'],
  ['+49 (0)30 5550100', '+49305550100'],
  ['0049 (0) 30 5550100', '0049305550100'],
  ['+1.555.010.0123', '+15550100123'],
  ['030/5550100', '0305550100'],
  ['(201) 555\u22120123', '2015550123'],
  ['555\u30FC0100', '5550100'],
  ['\u202a+86\u00a0135\u20111234\u2013５６７８\u202c', '+8613512345678'],
  ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
  ['०१२३४५६७८९', '0123456789'],
  ['5\u200b55\u200e01\ufeff00', '5550100'],
  ['tel:+1-555-0100;ext=12', '+15550100', '12'],
  ['tel:863-1234;phone-context=+1-914', '8631234'],
  ['TEL:(201) 555.0123', '2015550123'],
  ['tel:%2B86%20135%201234%205678', '+8613512345678'],
  ['tel://+4930123', '+4930123'],
  ['callto:+1-555-0100', '+15550100'],
  ['sip:5550105@pbx.example', '5550105'],
  ['Tel.: +1 555 0100', '+15550100'],
  ['555-0100 x12', '5550100', '12'],
  ['555-0100 ext. 12', '5550100', '12'],
  ['5550112p123', '5550112', '123'],
  ['5550100,,4', '5550100', '4'],
  ['1-800-FLOWERS', '18003569377'],
  ['135****5678', '135****5678'],
  ['135XXXXX5678', '135XXXXX5678'],
  ['*21*5550100#', '*21*5550100#'],
];

describe('a phone number', () => {
  for (const [text, number, afterAnswer = ''] of numbers) {
    it(`in ${JSON.stringify(text)} is ${number}`, () => {
      expect(parsePhoneNumber(text)).to.deep.equal({ number, afterAnswer });
    });
  }

  for (const text of ['', ' ', 'Ann', 'tel:', 'call me', '5550100 / 5550101', 'x'.repeat(500), 'tel:100%', '5550100€'])
    it(`is not in ${JSON.stringify(text.slice(0, 20))}`, () => {
      const { number, refusal } = parsePhoneNumber(text);
      expect([number, typeof refusal]).to.deep.equal(['', 'string']);
    });

  it('consists of what a keypad has, or is a mask, whatever is read', () => {
    const characters = fc.constantFrom(
      ...'0123456789+*#()-. /,;xpXtel:@%٣７\u200b\u202aa',
      'tel:',
      'ext',
      '%2B',
      '(0)',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(characters, { maxLength: 30 }).map((all) => all.join('')),
          fc.string(),
        ),
        (text) => {
          const { number, afterAnswer, refusal } = parsePhoneNumber(text);
          if (refusal) expect(number + afterAnswer).to.equal('');
          else expect(number).to.match(/^\+?(?:[\d*#]+|\d*X{2,}\d*)$/i);
          expect(afterAnswer).to.match(/^[\d*#]*$/);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is read again from its own address', () => {
    for (const number of ['+8613512345678', '135****5678', '*21#', '5550100'])
      expect(parsePhoneNumber(toTelUri(number)).number).to.equal(number);
    expect(toTelUri('+1 (201) 555-0123')).to.equal('tel:+12015550123');
  });

  it('that begins with a star or a hash is a service code', () => {
    expect(['*21*5550100#', '#31#', '5550100', '135****5678', '+1'].map(isServiceCode)).to.deep.equal([
      ...[true, true, false, false, false],
    ]);
  });
});

describe('two spellings', () => {
  for (const [a, b, same] of [
    ['+1 555 0101', '+15550101', true],
    ['0015550101', '+1 (555) 0101', true],
    ['sip:5550101@pbx.example', '555-0101', true],
    ['tel:+15550101', '+1 555 0101', true],
    ['٥٥٥٠١٠١', '5550101', true],
    ['', '', true],
    ['030 5550100', '+49 30 5550100', false],
    ['15550101', '+15550101', false],
    ['135****5678', '13512345678', false],
    ['5550101', '5550102', false],
    ['5550101 x1', '5550101 x2', false],
    ['5550101', '', false],
    ['Ann', 'Bob', false],
  ] as const) {
    it(`${a || 'nothing'} and ${b || 'nothing'} are ${same ? 'one number' : 'two numbers'}`, () => {
      expect([sameNumber(a, b), sameNumber(b, a)]).to.deep.equal([same, same]);
    });
  }
});
