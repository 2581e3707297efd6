import { expect } from '@open-wc/testing';
import { SobotError } from '../../src/sdk/index.js';
import { sendRequest, type SdkRequest } from '../../src/session/sdk-request.js';
import { FakeSdk } from '../support/fake-sdk.js';
import { failure, turn } from '../support/session.js';

/** What the SDK may do with its callbacks, and how a promise ends, are in `command-runner.test.ts`. */
describe('a request to the SDK', () => {
  let sdk: FakeSdk;
  let late: unknown[];
  const send = (timeoutMs = 10_000): SdkRequest<'queryStates'> =>
    sendRequest(sdk.api, 'queryStates', { a: 1 }, { timeoutMs, onLateSuccess: (result) => late.push(result) });
  beforeEach(() => {
    sdk = new FakeSdk();
    late = [];
  });

  it('passes the parameters and returns the result', async () => {
    const { answer } = send();
    expect(sdk.last().params).to.deep.equal({ a: 1 });
    sdk.last().success({ status: 'success' });
    expect(await answer).to.deep.equal({ status: 'success' });
  });

  it('is rejected when it is abandoned, and reports a success that comes later once', async () => {
    const request = send();
    const failed = failure(request.answer);
    request.abandon(new SobotError('displaced', 'elsewhere'));
    request.abandon(new SobotError('disconnected', 'again'));
    expect((await failed).kind).to.equal('displaced');
    sdk.last().success({ nr: 1 });
    sdk.last().success({ nr: 2 });
    expect(late).to.deep.equal([{ nr: 1 }]);
  });

  it('reports no late success after an error', async () => {
    const { answer } = send();
    sdk.last().error({ errorMessage: 'no' });
    sdk.last().success({ nr: 1 });
    expect((await failure(answer)).message).to.equal('queryStates failed: no.');
    await turn();
    expect(late).to.deep.equal([]);
  });

  it('fails after its timeout', async () => {
    expect((await failure(send(10).answer)).kind).to.equal('timeout');
  });
});
