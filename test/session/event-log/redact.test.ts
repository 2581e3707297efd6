import { expect } from '@open-wc/testing';
import { Redactor } from '../../../src/session/event-log/index.js';
import { Secrets } from '../../../src/session/event-log/secrets.js';

describe('masked numbers', () => {
  const redactor = new Redactor((text) => text, true);
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
    const redactor = new Redactor((text) => text, false);
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

describe('secrets', () => {
  const TOKEN = 'tk-5/8+a=Zq9';
  const secrets = new Secrets();
  secrets.add(TOKEN);
  const redactor = new Redactor((text) => secrets.redact(text), false);
  const inBase64 = btoa(TOKEN);

  /** Every text contains the secret `s3cr3t`, `two words` or the token in one form. */
  const texts: string[] = [
    'Authorization: Basic s3cr3t',
    'authorization: Digest username="a", response="s3cr3t"',
    'Proxy-Authorization: Negotiate s3cr3t',
    'GET / HTTP/1.1\nCookie: a=b; session=s3cr3t\nAccept: */*',
    'Set-Cookie: sid=s3cr3t; HttpOnly',
    'X-Auth-Token: s3cr3t',
    'x-api-key: s3cr3t',
    '{"password": "two words"}',
    'failed: {"password": "two words", "n": 1}',
    '{"a":"{\\"token\\":\\"s3cr3t\\"}"}',
    JSON.stringify({ a: JSON.stringify({ b: JSON.stringify({ client_secret: 's3cr3t' }) }) }),
    JSON.stringify(JSON.stringify({ pwd: 's3cr3t' })),
    'sent {\\"accessToken\\":\\"s3cr3t\\"}',
    "{ password: 's3cr3t' }",
    "[{name:'authorization',value:'s3cr3t'}]",
    'password = two words',
    'password="two words"',
    'passphrase=s3cr3t',
    'https://user:s3cr3t@host/',
    'wss://s3cr3t@host:99/path',
    'https://host/?token=s3cr3t&x=1',
    'https://host/#access_token=s3cr3t',
    'https://host/;jsessionid=s3cr3t',
    `https://host/?next=${encodeURIComponent('https://other/?api_key=s3cr3t')}`,
    `https://host/?next=${encodeURIComponent(`https://b/?next=${encodeURIComponent('https://c/?sid=s3cr3t')}`)}`,
    `https://host/?data=${encodeURIComponent('{"secret":"s3cr3t"}')}`,
    '/relative?auth=s3cr3t&n=1',
    'Bearer s3cr3t',
    'bearer  s3cr3t.abc',
    'jwt eyJhbGciOiJIUzI1NiJ9.s3cr3t.abc',
    'OTP: s3cr3t',
    '密码：s3cr3t',
    '密码: s3cr3t',
    `token ${TOKEN} is not valid`,
    `GET /a/${encodeURIComponent(TOKEN)}/b`,
    `quoted ${JSON.stringify(TOKEN)}`,
    `Basic ${inBase64}`,
    `encoded ${inBase64}`,
  ];
  for (const text of texts) {
    it(`of ${text.slice(0, 60)}`, () => {
      const clean = redactor.text(text);
      for (const secret of ['s3cr3t', 'two words', TOKEN, encodeURIComponent(TOKEN), inBase64]) {
        expect(clean).to.not.contain(secret);
      }
    });
  }

  const values: unknown[] = [
    { token: { value: 's3cr3t' } },
    { list: [{ name: 'authorization', value: 's3cr3t' }] },
    { headers: [['Cookie', 's3cr3t']] },
    { headers: { 'X-Auth': 's3cr3t' } },
    { key: 'api_key', value: 's3cr3t' },
    { password: ['s3cr3t'] },
    { pin: 's3cr3t' },
    { 密码: 's3cr3t' },
    { text: '{"deep":{"credentials":{"user":"s3cr3t"}}}' },
    { note: `it is ${TOKEN}` },
    { [`key ${TOKEN}`]: 1 },
    new Error(`bad ${TOKEN}`, { cause: new Error('Authorization: s3cr3t') }),
  ];
  for (const value of values) {
    it(`of a value, ${JSON.stringify(value)}`, () => {
      const clean = JSON.stringify(redactor.value(value));
      for (const secret of ['s3cr3t', TOKEN]) expect(clean).to.not.contain(secret);
    });
  }

  const harmless = [
    ...[
      'holdCall failed: no call (code 17).',
      'a laptop, a footprint, the author',
      'https://host/a?b=1&c=two%20words#d',
    ],
    ...['{"name":"Ann","order":7}', '13512345678', 'EventTokenInvalid', '2024-05-06T07:08:09'],
  ];
  for (const text of harmless) it(`are not in ${text}`, () => expect(redactor.text(text)).to.equal(text));

  it('of an old token are found, and of a token that is too short nothing is', () => {
    const found = new Secrets();
    found.add('abc');
    for (let count = 0; count < 10; count += 1) found.add(`token-${count}`);
    expect(found.redact('abc token-0 token-9')).to.equal('abc … …');
  });
});

describe('a long text', () => {
  const redactor = new Redactor((text) => text, true);
  const runs = ['A', '1', 'eyJ-', 'a://', 'token', 'password=', '%25', '{"', '(', '1-', 'authorization ', '"\\'];

  it('is cut before it is searched, and tells its length', () => {
    for (const run of runs) {
      const text = run.repeat(400_000 / run.length);
      expect(redactor.text(text).length, run).to.be.below(20_000);
    }
    expect(redactor.text('A'.repeat(20_000))).to.match(/^A{4096}… \[20000 characters\]$/);
  });

  it('keeps no half of a token where it is cut', () => {
    const token = 'tk-0123456789abcdef';
    const secrets = new Secrets();
    secrets.add(token);
    const clean = new Redactor((text) => secrets.redact(text), false).text('x'.repeat(4090) + token + 'x'.repeat(9000));
    expect(clean).to.not.contain('tk-');
  });

  it('is kept short in number, too', () => {
    const record = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`key${index}`, index]));
    expect(Object.keys(redactor.value(record) as object)).to.have.length(1001);
    expect(redactor.value(Array.from({ length: 5000 }, () => 'x'))).to.have.length(1001);
  });
});
