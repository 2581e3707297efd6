import { expect } from '@open-wc/testing';
import { createDiagnostics, Redactor } from '../../../src/session/event-log/index.js';
import type { AgentSession, Diagnostics } from '../../../src/session/index.js';
import { failure, startSession, TOKEN } from '../../support/session.js';
import { FakeSdk, scripts } from '../../support/fake-sdk.js';

const fileOf = ({ journal, state }: AgentSession, settings = {}): Diagnostics =>
  createDiagnostics(journal, state, {
    redactor: new Redactor((text) => journal.redactTokens(text), false),
    settings,
    kit: '1.2.3',
  });

describe('a diagnostics file', () => {
  it('has no token, however the SDK quotes it', async () => {
    const sdk = new FakeSdk();
    sdk.all = scripts.never;
    const { session } = await startSession({}, sdk);
    sdk.emit({ messageID: 'EventA', note: `your ${TOKEN} is fine`, deep: [{ list: [TOKEN] }], [TOKEN]: 1 });
    sdk.emit({ messageID: 'EventB', attachedData: JSON.stringify({ accessToken: 'another-one', order: 7 }) });
    const failed = failure(session.execute('holdCall'));
    sdk
      .last('holdCall')
      .error({ errorMessage: `no right: ${TOKEN}`, request: { headers: { Authorization: 'xyz-1' } } });
    await failed;
    session.warn('sdk', `GET /a?token=of-the-url&b=1 with Bearer abc.def`);
    session.refreshToken('a-later-token');
    sdk.emit({ messageID: 'EventC', is: 'a-later-token' });
    const file = fileOf(session, {
      token: TOKEN,
      tokenUrl: '/secret-place',
      initOptions: { apiKey: 'key-1', tag: 'shop' },
      tokenProvider: () => Promise.resolve(TOKEN),
      partyResolver: () => null,
    });
    const text = JSON.stringify(file);
    for (const secret of [
      ...[TOKEN, 'another-one', 'xyz-1', 'of-the-url', 'abc.def', 'a-later-token', 'secret-place', 'key-1'],
    ]) {
      expect(text, secret).to.not.contain(secret);
    }
    expect(file.settings).to.deep.include({ initOptions: { apiKey: '…', tag: 'shop' }, partyResolver: '[function]' });
    expect(text).to.contain('"note":"your … is fine"').and.to.contain('order').and.to.contain('b=1');
    session.stop();
  });

  it('says where it comes from', async () => {
    const { session } = await startSession();
    const file = fileOf(session, { companyId: 'c' });
    expect(file).to.deep.include({ kit: '1.2.3', masked: false, settings: { companyId: 'c' } });
    expect(file.browser).to.deep.include({ page: location.origin + location.pathname, framed: window !== parent });
    expect(file.state.phase).to.equal('ready');
    session.stop();
  });
});
