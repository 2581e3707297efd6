import { expect } from '@open-wc/testing';
import { toTelUri, cleanNumber, parseTelUri } from '../../src/internal/phone-number.js';

describe('the number of a tel: address', () => {
  for (const [address, number] of [
    ['tel:13512345678', '13512345678'],
    ['tel:+1-201-555-0123', '+12015550123'],
    ['TEL:(201) 555.0123', '2015550123'],
    [' tel:+49/30/123', '+4930123'],
    ['tel://+4930123', '+4930123'],
    ['tel:+1-201-555-0123;ext=22', '+12015550123'],
    ['tel:863-1234;phone-context=+1-914', '8631234'],
    ['tel:%2B86%20135%201234%205678', '+8613512345678'],
    ['tel:201%3Bext=22', '201'],
    ['tel:*21%23', '*21#'],
    ['tel:135****5678', '135****5678'],
    ['tel:5550100,,4', '5550100'],
    ['tel:5550100?call', '5550100'],
    ['tel:100%', '100%'],
    ['tel:', ''],
    ['sms:5550100', ''],
    ['https://tel:5550100', ''],
    ['', ''],
  ] as const) {
    it(`${address || 'of nothing'} is ${number || 'none'}`, () => {
      expect(parseTelUri(address)).to.equal(number);
    });
  }

  it('survives the way there and back', () => {
    for (const number of ['+8613512345678', '135****5678', '*21#', '5550100'])
      expect(parseTelUri(toTelUri(number))).to.equal(number);
    expect(toTelUri('+1 (201) 555-0123')).to.equal('tel:+12015550123');
  });

  it('is cleaned of what people and address books add, and keeps masks', () => {
    expect(cleanNumber('\u202a+86\u00a0135\u20111234\u2013５678\u202c')).to.equal('+8613512345678');
    expect(cleanNumber('135****5678')).to.equal('135****5678');
  });
});
