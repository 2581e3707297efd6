import { expect } from '@open-wc/testing';
import { Cleaner } from '../../../src/session/event-log/redact.js';
import { diagnose, type Diagnostics } from '../../../src/session/event-log/export.js';
import { Journal } from '../../../src/session/event-log/event-log.js';
import type { AgentSession } from '../../../src/session/index.js';
import { createPhone, failure, startPhone, TOKEN, turn } from '../../support/session.js';
import { SdkDouble, scripts } from '../../support/sdk-double.js';

const fileOf = ({ journal, state }: AgentSession, settings = {}, masks = false): Diagnostics =>
  diagnose(journal, state, { cleaner: new Cleaner(journal.tokens, masks), settings, kit: '1.2.3' });

describe('the journal of a session', () => {
  it('pairs commands with their answers, also with those that come too late', async () => {
    const { session, double } = await startPhone({ commandTimeout: 1 });
    const { kind } = await failure(session.execute('holdCall'));
    expect(kind).to.equal('timeout');
    double.last('holdCall').success({ status: 'success' });
    await turn();
    const entries = session.journal.entries.filter(({ name }) => name === 'holdCall');
    expect(entries.map(({ kind: what, outcome, late }) => [what, outcome, late])).to.deep.equal([
      ['command', undefined, undefined],
      ['answer', 'timeout', undefined],
      ['answer', 'success', true],
    ]);
    expect(new Set(entries.map(({ request }) => request)).size).to.equal(1);
    session.stop();
  });

  it('keeps the beginning of long lists', async () => {
    const double = new SdkDouble();
    const agents = Array.from({ length: 10_000 }, (_, index) => ({ agentID: String(index) }));
    double.scripts['queryAgents'] = (sent) => sent.success({ status: 'success', agents });
    const { session } = await startPhone({}, double);
    await session.execute('queryAgents', { agentState: -1 });
    const { data } = session.journal.entries.at(-1) ?? {};
    expect((data as { agents: unknown[] }).agents).to.have.length(50);
    session.stop();
  });

  it('goes on over the sessions of one phone, and hears of no other phone within it', async () => {
    const target = document.createElement('div');
    const first = createPhone({ target });
    await first.session.start();
    first.session.stop();
    const second = createPhone({ target });
    await second.session.start();
    expect(second.session.journal).to.equal(first.session.journal);
    const inner = target.appendChild(document.createElement('div'));
    inner.dispatchEvent(new CustomEvent('sobot-warning', { detail: { code: 'x', message: 'y' }, bubbles: true }));
    expect(second.session.journal.entries.map(({ name }) => name)).to.deep.equal([
      ...['loading', 'initializing', 'ready', 'idle'],
      ...['loading', 'initializing', 'ready'],
    ]);
    second.session.stop();
  });

  it('tells those who watch it, and forgets', () => {
    const target = new EventTarget();
    const journal = new Journal(target);
    let told = 0;
    const stop = journal.watch(() => (told += 1));
    target.dispatchEvent(new CustomEvent('sobot-warning', { detail: { code: 'x', message: 'y' } }));
    journal.limit = 1;
    journal.limit = 1;
    journal.clear();
    stop();
    journal.clear();
    expect(told).to.equal(3);
    expect(journal.entries).to.deep.equal([]);
  });
});

describe('a diagnostics file', () => {
  it('has no token, however the SDK quotes it', async () => {
    const double = new SdkDouble();
    double.all = scripts.never;
    const { session } = await startPhone({}, double);
    double.emit({ messageID: 'EventA', note: `your ${TOKEN} is fine`, deep: [{ list: [TOKEN] }], [TOKEN]: 1 });
    double.emit({ messageID: 'EventB', attachedData: JSON.stringify({ accessToken: 'another-one', order: 7 }) });
    const failed = failure(session.execute('holdCall'));
    double
      .last('holdCall')
      .error({ errorMessage: `no right: ${TOKEN}`, request: { headers: { Authorization: 'xyz-1' } } });
    await failed;
    session.warn('sdk', `GET /a?token=of-the-url&b=1 with Bearer abc.def`);
    session.refreshToken('a-later-token');
    double.emit({ messageID: 'EventC', is: 'a-later-token' });
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
    const { session } = await startPhone();
    const file = fileOf(session, { companyId: 'c' });
    expect(file).to.deep.include({ kit: '1.2.3', masked: false, settings: { companyId: 'c' } });
    expect(file.browser).to.deep.include({ page: location.origin + location.pathname, framed: window !== parent });
    expect(file.state.phase).to.equal('ready');
    session.stop();
  });

  describe('with masked numbers', () => {
    const cleaner = new Cleaner([], true);
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
      it(`${what}`, () => expect(cleaner.value(value)).to.deep.equal(expected));
    }
  });

  it('is plain data, whatever the SDK sends', () => {
    const loop: Record<string, unknown> = { name: 'loop' };
    loop['self'] = loop;
    const cleaner = new Cleaner([], false);
    const text = JSON.stringify(
      cleaner.value({
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
