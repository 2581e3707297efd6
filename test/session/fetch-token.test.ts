import { expect } from '@open-wc/testing';
import { fetchToken } from '../../src/session/index.js';
import { expectFailure } from '../support/session.js';

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
    await expectFailure(fetchToken('/missing'), 'config', /\/missing answered 404/);
  });
});
