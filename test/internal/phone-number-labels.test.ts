import { expect } from '@open-wc/testing';
import { parsePhoneNumber } from '../../src/internal/phone-number.js';

describe('what stands around a number', () => {
  for (const [text, number, afterAnswer = ''] of [
    ['☎ 555 0100', '5550100'],
    ['📞+49 30 5550100', '+49305550100'],
    ['℡ 555 0100', '5550100'],
    ['电话13512345678', '13512345678'],
    ['電話：０３－１２３４－５６７８', '0312345678'],
    ['โทร0812345678', '0812345678'],
    ['تلفن ۰۱۲۳۴۵۶', '0123456'],
    ['Tel5550100', '5550100'],
    ['Tel. 2: 555 0100', '5550100'],
    ['Phone1: +1 555 0100', '+15550100'],
    ['555-0100 (ext 12)', '5550100', '12'],
    ['+39 (0)6 5550100', '+39065550100'],
    ['0039 (0)6 5550100', '0039065550100'],
  ] as const) {
    it(`is not dialled: ${text}`, () => {
      expect(parsePhoneNumber(text)).to.deep.equal({ number, afterAnswer });
    });
  }

  for (const [text, refusal] of [
    ['555 0100, 555 0101', 'several'],
    ['5550100;5550101', 'several'],
    ['Order 12345: 555 0100', 'several'],
    ['Hotel5550100', 'characters'],
    ['o-7', 'characters'],
    ['https://crm.example/order/5550100', 'characters'],
    ['555²0100', 'characters'],
  ] as const) {
    it(`makes it another number, so it is refused: ${text}`, () => {
      expect(parsePhoneNumber(text)).to.deep.equal({ number: '', afterAnswer: '', refusal });
    });
  }
});
