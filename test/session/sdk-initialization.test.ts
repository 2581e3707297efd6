import { expect } from '@open-wc/testing';
import { initAgent, refreshSdkToken } from '../../src/session/sdk-initialization.js';
import { Secrets } from '../../src/session/event-log/secrets.js';
import { FakeSdk } from '../support/fake-sdk.js';
import { failure, TOKEN, turn } from '../support/session.js';

const options = { companyId: 'company', agent: '1005', token: TOKEN };
const secrets = new Secrets();
secrets.add(TOKEN);

describe('initAgent', () => {
  it('keeps the cause of its error, unless that quotes the token', async () => {
    const sdk = new FakeSdk();
    const cause = { errorMessage: 'no right', errorCode: '17' };
    sdk.scripts['initAgent'] = (sent) => sent.error(cause);
    expect((await failure(initAgent(sdk.api, options, secrets))).cause).to.equal(cause);

    sdk.scripts['initAgent'] = (sent) => sent.error({ errorMessage: `bad ${TOKEN}`, request: { token: TOKEN } });
    const error = await failure(initAgent(sdk.api, options, secrets));
    expect([error.message, error.cause]).to.deep.equal(['initAgent failed: bad ….', undefined]);
  });

  it('keeps no cause that can’t be searched for the token', async () => {
    const sdk = new FakeSdk();
    const cause: Record<string, unknown> = { errorMessage: 'no' };
    cause['self'] = cause;
    sdk.scripts['initAgent'] = (sent) => sent.error(cause);
    expect((await failure(initAgent(sdk.api, options, secrets))).cause).to.equal(undefined);
  });
});

describe('refreshSdkToken', () => {
  it('reports a refusal that comes after the call, without the token', async () => {
    const sdk = new FakeSdk();
    Object.assign(sdk.api, { handleRefreshToken: (token: string) => Promise.reject(new Error(`old: ${token}`)) });
    const failures: string[] = [];
    refreshSdkToken(sdk.api, TOKEN, secrets, ({ message }) => failures.push(message));
    await turn();
    expect(failures).to.deep.equal(['handleRefreshToken failed: old: ….']);
  });
});
