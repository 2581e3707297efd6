import { expect } from '@open-wc/testing';
import fc from '../support/fast-check.js';
import { isServiceCode, parsePhoneNumber, sameNumber, toTelUri } from '../../src/internal/index.js';

/** The code points of every decimal digit, in order. Each script has its ten in a row. */
const decimalDigits = Array.from({ length: 0x11_0000 }, (_, code) => code)
  .filter((code) => code < 0xd8_00 || code > 0xdf_ff)
  .filter((code) => /\p{Nd}/u.test(String.fromCodePoint(code)));

describe('a number out of what people write', () => {
  for (const [text, number, afterAnswer = ''] of [
    ['13512345678', '13512345678'],
    ['+49 (0)30 5550100', '+49305550100'],
    ['(+44) (0) 20 5550100', '+44205550100'],
    ['0049 [0] 30 5550100', '0049305550100'],
    ['(0)30 5550100', '0305550100'],
    ['+39 (06) 555', '+3906555'],
    ['+1.555.010.0123', '+15550100123'],
    ['030/5550100', '0305550100'],
    ['555\u22120100', '5550100'],
    ['555\u30FC0100', '5550100'],
    ['555\u20110100', '5550100'],
    ['\u202A+86\u00A0135\u20111234\u2013５６\u200B78\u202C', '+8613512345678'],
    ['\u0660\u0663\u0660 \u0665\u0665', '03055'],
    ['\u06F1\u06F2\u06F3', '123'],
    ['\u0967\u0968\u0969', '123'],
    ['1\uFE0F\u20E32\uFE0F\u20E3', '12'],
    ['＋１（５５５）０１００', '+15550100'],
    ['tel:13512345678', '13512345678'],
    [' TEL:(201) 555.0123 ', '2015550123'],
    ['tel://+49/30/123', '+4930123'],
    ['tel:+1-555-0100;ext=12', '+15550100', '12'],
    ['tel:201%3Bext=22', '201', '22'],
    ['tel:863-1234;phone-context=+1-914', '8631234'],
    ['tel:863-1234;isub=7;ext=4', '8631234', '4'],
    ['tel:863-1234;postd=pp22', '8631234', '22'],
    ['tel:5550100?call', '5550100'],
    ['tel:%2B86%20135%201234%205678', '+8613512345678'],
    ['%2B15550100', '+15550100'],
    ['callto:+15550100', '+15550100'],
    ['sip:5550105@pbx.example', '5550105'],
    ['"Ada" <sips:105@10.0.0.1:5060;transport=udp>', '105'],
    ['Tel.: +1 555 0100', '+15550100'],
    ['电话：13512345678', '13512345678'],
    ['555-0100 x12', '5550100', '12'],
    ['555-0100, ext. 12', '5550100', '12'],
    ['5550100 #12', '5550100', '12'],
    ['010-1234-5678转8', '01012345678', '8'],
    ['5550112p123', '5550112', '123'],
    ['5550100,,4', '5550100', '4'],
    ['1-800-FLOWERS', '18003569377'],
    ['+1 (800) go-fedex', '+18004633339'],
    ['135****5678', '135****5678'],
    ['135XXXXX5678', '135XXXXX5678'],
    ['135-xxxx-5678', '135xxxx5678'],
    ['*21*5550100#', '*21*5550100#'],
    ['tel:*21%23', '*21#'],
    ['5550100#', '5550100#'],
  ] as const) {
    it(`${text} is ${number}${afterAnswer && `, then ${afterAnswer}`}`, () => {
      expect(parsePhoneNumber(text)).to.deep.equal({ number, afterAnswer });
    });
  }

  for (const [text, refusal] of [
    ['', 'no-digits'],
    [' + ', 'no-digits'],
    ['Ada', 'characters'],
    ['sip:ada@pbx.example', 'characters'],
    ['https://example.com/5550100', 'characters'],
    ['tel:100%', 'characters'],
    ['\u00BD', 'characters'],
    ['555 0100 work', 'characters'],
    ['1-800-555-010O', 'characters'],
    ['9,5550100', 'characters'],
    ['1'.repeat(10) + ' '.repeat(200), 'characters'],
    ['5550100 / 5550101', 'several'],
    ['5550100\n5550101', 'several'],
    ['+1 555 +1 556', 'several'],
  ] as const) {
    it(`${JSON.stringify(text.slice(0, 40))} is refused: ${refusal}`, () => {
      expect(parsePhoneNumber(text)).to.deep.equal({ number: '', afterAnswer: '', refusal });
    });
  }

  it('has the value of every decimal digit of every script', () => {
    let zero = 0;
    const wrong = decimalDigits.filter((code, index) => {
      if (code !== (decimalDigits[index - 1] ?? 0) + 1) zero = code;
      return parsePhoneNumber(`5 ${String.fromCodePoint(code)}`).number !== `5${(code - zero) % 10}`;
    });
    expect(decimalDigits).to.have.length.above(600);
    expect(wrong).to.deep.equal([]);
  });

  it('has characters of the keypad only, or is a mask, or is refused', () => {
    const piece = fc.constantFrom(
      ...'0123456789+*#()-./,;:@?%xXpwABC\n ٣５\u200B\u2212',
      'tel:',
      'ext',
      '(0)',
      ';ext=',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const { number, afterAnswer, refusal } = parsePhoneNumber(text);
          expect(afterAnswer).to.match(/^[\d*#]*$/);
          if (refusal) expect(number).to.equal('');
          else expect(number).to.match(/^\+?(?=.*\d)(?:[\d*#]+|\d*[xX]{2,}\d*)$/);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('survives the way into a tel: address and back', () => {
    for (const number of ['+8613512345678', '135****5678', '*21#', '5550100'])
      expect(parsePhoneNumber(toTelUri(number)).number).to.equal(number);
    expect(toTelUri('+1 (201) 555-0123')).to.equal('tel:+12015550123');
  });

  it('is a service code where it begins with a star or a hash', () => {
    expect(['*21*5#', '#31#5', '5*2#', '+15'].map(isServiceCode)).to.deep.equal([true, true, false, false]);
  });
});

describe('two spellings', () => {
  for (const [a, b, isSame] of [
    ['+1 555 0101', '+15550101', true],
    ['0049 30 5550100', '+49305550100', true],
    ['(030) 5550100', '030/5550100', true],
    ['sip:5550105@pbx.example', '5550105', true],
    ['anonymous', 'anonymous', true],
    ['', '', true],
    ['15550101', '+15550101', false],
    ['030 5550100', '+49305550100', false],
    ['135****5678', '13512345678', false],
    ['555-0100 x12', '555-0100 x13', false],
    ['*21#', '21', false],
    ['anonymous', 'private', false],
    ['', '1', false],
  ] as const) {
    it(`"${a}" and "${b}" are ${isSame ? 'one number' : 'two numbers'}`, () => {
      expect(sameNumber(a, b)).to.equal(isSame);
      expect(sameNumber(b, a)).to.equal(isSame);
    });
  }
});
