import { expect } from '@open-wc/testing';
import { fetchToken } from '../../src/session/index.js';
import { expectFailure, failure } from '../support/session.js';

describe('fetchToken', () => {
  const answers = (body: string): string => URL.createObjectURL(new Blob([body], { type: 'application/json' }));

  for (const name of ['token', 'accessToken', 'access_token']) {
    it(`takes ${name}`, async () => {
      expect(await fetchToken(answers(`{"${name}": "abc"}`))).to.equal('abc');
    });
  }

  it('says what is wrong, naming the address', async () => {
    await expectFailure(fetchToken(answers('{}')), 'config', /answered no token/);
    await expectFailure(fetchToken(answers('<html>')), 'config', /could not be read/);
    await expectFailure(fetchToken('/missing?key=s3cr3t#s3cr3t'), 'config', /^token-url: \/missing answered 404\./);
  });

  it('quotes no answer: it may be a bare token', async () => {
    const error = await failure(fetchToken(answers('tk-5f3a9c')));
    expect([error.cause, String(error.stack).includes('tk-5f3a9c')]).to.deep.equal([undefined, false]);
  });
});
