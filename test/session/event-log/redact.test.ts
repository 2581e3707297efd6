import { expect } from '@open-wc/testing';
import { Redactor } from '../../../src/session/event-log/index.js';

describe('masked numbers', () => {
  const redactor = new Redactor([], true);
  const cases: [string, unknown, unknown][] = [
    ['a number', { otherDN: '13512345678' }, { otherDN: '00000015678' }],
    ['the same number in a text', 'makeCall failed: 13512345678.', 'makeCall failed: 00000015678.'],
    ['the same number as a number', { otherDN: 13512345678 }, { otherDN: 15678 }],
    ['another number', { ANI: '13912345678' }, { ANI: '00000025678' }],
    ['a number as it is written', { number: '+86 (135) 1234-5678' }, { number: '+00 (000) 0003-5678' }],
    ['a number that the vendor has masked', { otherDN: '135****5678' }, { otherDN: '00000045678' }],
    ['an extension', { thisDN: '1005' }, { thisDN: '1005' }],
    ['an id', { callID: '168471234567890' }, { callID: '168471234567890' }],
    [
      'a moment',
      { creationTime: '1700000000000', at: 1_700_000_000_000 },
      { creationTime: '1700000000000', at: 1.7e12 },
    ],
    ['an id of letters and digits', { value: 'c4a01234567890' }, { value: 'c4a01234567890' }],
    ['figures', { ping: 120, loss: 0.1234567 }, { ping: 120, loss: 0.1234567 }],
    ['digits that were keyed in', { dtmfDigits: '41#7' }, { dtmfDigits: '00#0' }],
  ];
  for (const [what, value, expected] of cases) {
    it(`${what}`, () => expect(redactor.value(value)).to.deep.equal(expected));
  }
});

describe('a redacted value', () => {
  it('is plain JSON, whatever the SDK sends', () => {
    const loop: Record<string, unknown> = { name: 'loop' };
    loop['self'] = loop;
    const redactor = new Redactor([], false);
    const text = JSON.stringify(
      redactor.value({
        loop,
        element: document.body,
        big: 10n,
        call: () => 1,
        error: new TypeError('boom'),
        none: null,
      }),
    );
    expect(text).to.contain('[too deep]').and.to.contain('"element":"[object]"').and.to.contain('"big":"10"');
    expect(text).to.contain('"call":"[function]"').and.to.contain('"message":"boom"').and.to.contain('"none":null');
  });
});
