import { expect } from '@open-wc/testing';
import { deleteDB, openDB } from 'idb';
import { openCallStore } from '../../../src/history/database.js';
import type { CallRecord } from '../../../src/history/call-record.js';
import type { SobotCallLog } from '../../../elements/sobot-call-log/define.js';
import { callHistoryOf, type CallHistory } from '../../../src/history/index.js';
import { onCleanup } from '../../support/cleanup.js';
import { Time } from '../../support/time.js';
import { until } from '../../support/until.js';
import { expectAccessible, settled } from '../../support/element-fixture.js';
import { type CallLogFixture, createCallLog } from './create-call-log.js';

const entry = (id: string, changes: Partial<CallRecord> = {}): CallRecord => ({
  id,
  type: 'inbound',
  outgoing: false,
  number: `n-${id}`,
  startedAt: Date.now() - 1000,
  connectedAt: null,
  endedAt: Date.now(),
  quality: null,
  notes: '',
  disposition: '',
  ...changes,
});

/** Everything that the machine has kept, as text. */
async function everything(): Promise<string> {
  await openCallStore('', () => undefined); // makes it, where there is none yet
  const db = await openDB('sobot-elements', 1);
  const all = JSON.stringify(await db.getAll('calls'));
  db.close();
  return all;
}

describe('<sobot-call-log persist>', () => {
  let log: CallLogFixture;
  let owner: string;
  /** Calls of this agent that another page of the same machine has kept. */
  const keep = async (...entries: CallRecord[]): Promise<void> =>
    (await openCallStore(owner, () => undefined)).put(entries);
  const kept = async (): Promise<string[]> =>
    (await (await openCallStore(owner, () => undefined)).all()).map(({ id }) => id);

  const stand = async (attributes = ''): Promise<void> => {
    log = await createCallLog(attributes, `kept-${crypto.randomUUID()}`);
    owner = `c/${log.agent.agent}`;
  };
  const persist = async (): Promise<void> => {
    log.element.persist = true;
    await log.element.updateComplete;
  };

  beforeEach(() => stand());

  it('loads no storage, and keeps nothing, without the attribute', async () => {
    await log.answerCall('111');
    await settled(log.element);
    expect(await everything()).not.to.contain(owner);
  });

  it('shows what was kept before, with what has come since', async () => {
    await keep(entry('a', { startedAt: 1, endedAt: 2 }), entry('b'));
    log.element.maxAge = 1e12;
    await log.answerCall('111');
    await persist();
    await log.untilRows(3);
    expect(log.names).to.deep.equal(['111', 'n-b', 'n-a']);
    await until(async () => (await kept()).length === 3);
  });

  it('draws nothing until it knows what there is', async () => {
    await keep(entry('a'));
    const second = log.element.cloneNode() as SobotCallLog;
    second.persist = true;
    log.element.remove();
    log.agent.append(second);
    await second.updateComplete;
    expect(second.shadowRoot?.textContent.trim()).to.equal('');
    await until(() => second.shadowRoot?.querySelector('li.call'));
  });

  it('leaves out what it can’t read, and shows the rest', async () => {
    await keep(entry('good', { notes: 'sold' }));
    const db = await openDB('sobot-elements', 1);
    const broken: Record<string, object> = {
      empty: {},
      'no-start': { ...entry('x'), startedAt: 'yesterday' },
      'no-type': { ...entry('x'), type: 'video' },
      newer: { ...entry('x'), version: 2 },
    };
    for (const [id, record] of Object.entries(broken)) await db.put('calls', { ...record, owner, id });
    const odd = { notes: { toString: 1 }, quality: 'best', number: null, endedAt: -5, outgoing: 'no', extra: 1 };
    await db.put('calls', { ...entry('odd'), ...odd, owner });
    db.close();
    await persist();
    await log.untilRows(2);
    const { entries } = callHistoryOf(log.agent) as CallHistory;
    expect(entries.map(({ id }) => id).sort()).to.deep.equal(['good', 'odd']);
    const { notes, quality, number, endedAt, outgoing } = entries.find(({ id }) => id === 'odd') as CallRecord;
    expect([notes, quality, number, endedAt, outgoing]).to.deep.equal(['', null, '', null, false]);
    expect(log.has('refused')).to.be.false;
  });

  it('keeps each call once, with its notes', async () => {
    await persist();
    const callID = await log.answerCall('111');
    log.agent.session?.saveDraft({ notes: '', disposition: '' });
    await log.answerCall('111', { callID });
    await until(async () => (await kept()).length === 1);
    expect(log.rows).to.have.length(1);
  });

  it('keeps neither token nor business data', async () => {
    log.agent.token = 'secret-token-7f3a';
    await persist();
    await log.answerCall('111', { attachedData: { card: '4111' } });
    await until(async () => (await kept()).length === 1);
    expect(await everything())
      .to.not.contain('secret-token')
      .and.not.contain('4111');
  });

  it('shows the calls of other agents of the same machine to nobody', async () => {
    await keep(entry('mine'));
    await (await openCallStore(`${owner}0`, () => undefined)).put([entry('theirs')]);
    await (await openCallStore('c', () => undefined)).put([entry('company')]);
    await persist();
    await log.untilRows(1);
    expect(log.names).to.deep.equal(['n-mine']);
  });

  it('forgets what is too old or too much, on the machine as well', async () => {
    const hour = 3_600_000;
    await keep(
      ...[1, 2, 3, 4].map((n) => entry(`${n}`, { startedAt: Date.now() - n * hour })),
      entry('old', { startedAt: Date.now() - 48 * hour }),
    );
    log.element.maxAge = 86_400;
    log.element.maxEntries = 3;
    await persist();
    await log.untilRows(3);
    expect(log.names).to.deep.equal(['n-1', 'n-2', 'n-3']);
    await until(async () => (await kept()).join() === '1,2,3');
    await log.missCall('111');
    expect(log.names).to.deep.equal(['111', 'n-1', 'n-2']);
    await until(async () => !(await kept()).includes('3'));
  });

  it('cleared is cleared on the machine, of this agent alone', async () => {
    await keep(entry('a'));
    await (await openCallStore(`${owner}0`, () => undefined)).put([entry('theirs')]);
    await persist();
    await log.untilRows(1);
    await log.press('Clear');
    log.find('dialog [part~="confirm"]').click();
    await until(async () => (await kept()).length === 0);
    expect(await (await openCallStore(`${owner}0`, () => undefined)).all()).to.have.length(1);
    expect(log.text).to.equal('No calls yet.');
  });

  describe('with another tab', () => {
    /** What the other tab says after it has changed something. */
    const tell = (whose = owner): void => {
      const channel = new BroadcastChannel('sobot-elements.calls');
      channel.postMessage(whose);
      channel.close();
    };

    it('has each call once, and what either knows of it', async () => {
      await persist();
      const callID = await log.answerCall('111');
      await until(async () => (await kept()).length === 1);
      await keep(entry(callID, { number: '111', notes: 'sold', connectedAt: null }));
      tell();
      await until(() => log.text.includes('sold'));
      expect(log.rows).to.have.length(1);
      expect(log.element.missed).to.equal(0);
    });

    it('shows what it has added, and not what it has cleared', async () => {
      await persist();
      await keep(entry('theirs'));
      tell();
      await log.untilRows(1);
      await (await openCallStore(owner, () => undefined)).clear();
      tell();
      await until(() => log.text === 'No calls yet.');
    });

    it('reads once what it reports 2,000 times, and nothing for words of others', async () => {
      await persist();
      await until(() => log.text === 'No calls yet.');
      const { getAll } = IDBObjectStore.prototype;
      let reads = 0;
      IDBObjectStore.prototype.getAll = function (...args) {
        reads += 1;
        return getAll.apply(this, args);
      };
      onCleanup(() => Object.assign(IDBObjectStore.prototype, { getAll }));
      const time = new Time();
      const [channel, other] = [1, 2].map(() => new BroadcastChannel('sobot-elements.calls')) as [
        BroadcastChannel,
        BroadcastChannel,
      ];
      const send = async (...messages: unknown[]): Promise<void> => {
        const heard = new Promise((resolve) => {
          other.onmessage = ({ data }) => data === 'last' && resolve(null);
        });
        for (const message of [...messages, 'last']) channel.postMessage(message);
        await heard;
        await time.pass(1_000);
        await settled(log.element);
      };
      await send(null, 1, [owner], { owner }, `${owner}0`, { toString: 1 }, '');
      expect(reads).to.equal(0);
      await keep(entry('theirs'));
      await send(...Array.from({ length: 2_000 }, () => owner));
      await log.untilRows(1);
      expect(reads).to.equal(1);
      channel.close();
      other.close();
    });

    it('reads nothing for another agent', async () => {
      await persist();
      await until(() => log.text === 'No calls yet.');
      const db = await openDB('sobot-elements', 1);
      await db.put('calls', { ...entry('unannounced'), owner });
      db.close();
      tell(`${owner}0`);
      await settled(log.element);
      await settled(log.element);
      expect(log.rows).to.have.length(0);
    });

    it('lets go of the storage when a newer version wants it', async () => {
      await persist();
      await log.missCall('111');
      await until(async () => (await kept()).length === 1);
      await deleteDB('sobot-elements');
      await log.missCall('222');
      await until(async () => (await kept()).length === 1);
      expect(log.names).to.deep.equal(['222', '111']);
    });
  });

  describe('where the browser', () => {
    const { put } = IDBObjectStore.prototype;
    const factory = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB') as PropertyDescriptor;

    beforeEach(() => deleteDB('sobot-elements'));
    afterEach(async () => {
      Object.assign(IDBObjectStore.prototype, { put });
      Object.defineProperty(globalThis, 'indexedDB', factory);
      await deleteDB('sobot-elements');
    });

    const failures: Readonly<Record<string, () => unknown>> = {
      'has no storage': () => Object.defineProperty(globalThis, 'indexedDB', { value: undefined, configurable: true }),
      'throws when it is asked': () =>
        Object.defineProperty(globalThis, 'indexedDB', {
          get: () => {
            throw new DOMException('no', 'SecurityError');
          },
          configurable: true,
        }),
      'refuses to open it': async () => (await openDB('sobot-elements', 2)).close(),
      'has no room left': () =>
        Object.assign(IDBObjectStore.prototype, {
          put: () => {
            throw new DOMException('full', 'QuotaExceededError');
          },
        }),
    };

    for (const [what, fail] of Object.entries(failures)) {
      it(`${what}, the log lives in memory, and says so quietly`, async () => {
        const warnings: string[] = [];
        log.agent.addEventListener('sobot-warning', ({ detail }) => warnings.push(detail.code));
        await deleteDB('sobot-elements'); // the history of an earlier test may have opened it again
        await fail();
        await persist();
        await log.missCall('111');
        await until(() => log.text.includes('Calls are kept only until you close this page'));
        expect(log.names).to.deep.equal(['111']);
        expect(log.element.missed).to.equal(1);
        expect(log.has('refused')).to.be.true;
        await expectAccessible(log.element);
        await log.missCall('222');
        await settled(log.element);
        expect(warnings).to.deep.equal(['call-log']);
      });
    }

    it('keeps it locked for another tab, the log goes on in memory, and stores once it is free', async () => {
      await openCallStore('', () => undefined);
      const holder = await openDB('sobot-elements', 1); // closes for nobody
      const deleted = deleteDB('sobot-elements');
      const time = new Time();
      const warned = new Promise<{ detail: { message: string } }>((resolve) =>
        log.agent.addEventListener('sobot-warning', resolve, { once: true }),
      );
      await persist();
      await log.missCall('111');
      await until(async () => {
        await time.pass(3_000);
        return log.has('refused');
      });
      expect((await warned).detail.message).to.contain('another tab');
      expect(log.names).to.deep.equal(['111']);
      holder.close();
      await deleted;
      await log.missCall('222');
      await until(async () => (await kept()).length === 2);
      expect(log.has('refused')).to.be.false;
    });

    it('has room again, keeps what has waited, and says no more', async () => {
      await failures['has no room left']?.();
      await persist();
      await log.missCall('111');
      await until(() => log.has('refused'));
      Object.assign(IDBObjectStore.prototype, { put });
      await log.missCall('222');
      await until(async () => (await kept()).length === 2);
      await until(() => !log.has('refused'));
    });

    it('has little room, the older half makes some', async () => {
      await keep(...[1, 2, 3, 4].map((n) => entry(`${n}`, { startedAt: Date.now() - n * 1000 })));
      await persist();
      await log.untilRows(4);
      let isFull = true;
      Object.assign(IDBObjectStore.prototype, {
        put(this: IDBObjectStore, ...args: Parameters<typeof put>) {
          if (!isFull) return put.apply(this, args);
          isFull = false;
          throw new DOMException('full', 'QuotaExceededError');
        },
      });
      const id = await log.missCall('111');
      await until(async () => (await kept()).includes(id));
      expect((await kept()).sort()).to.deep.equal(['1', '2', id].sort());
      expect(log.has('refused')).to.be.false;
    });
  });
});
