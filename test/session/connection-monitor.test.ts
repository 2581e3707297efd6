import { expect } from '@open-wc/testing';
import { createSession, failure, type SessionFixture, startSession, turn } from '../support/session.js';
import { scripts, type SdkCall } from '../support/fake-sdk.js';
import { Time } from '../support/time.js';

const gap = (event: Event): void => void window.dispatchEvent(event);
const shown = ({ session: { state } }: SessionFixture): string => `${state.presence.status}, ${state.connection}`;
const sentBy = ({ sdk }: SessionFixture): unknown[] => sdk.sent.map(({ method, params }) => ({ method, ...params }));
const warnings = ({ events }: SessionFixture): string[] =>
  events.details('sobot-warning').map(({ code }) => String(code));

const row = { agentUUID: 'u-1005', agentID: '1005', agentName: 'Ada', agentState: 1, workStatus: 1 };
const other = { agentUUID: 'u-1006', agentID: '1006', agentName: 'Ada', agentState: 2, workStatus: 0 };

/** The platform answers with this row of the list of agents. */
function answers({ sdk }: SessionFixture, own: Readonly<Record<string, unknown>>): void {
  const answer = (result: unknown) => (sent: SdkCall) => queueMicrotask(() => sent.success(result));
  sdk.scripts['queryAgentLoginInfo'] = answer({ agentUUID: 'u-1005', agentID: '1005', agentName: 'Ada' });
  sdk.scripts['queryAgents'] = answer({ status: 'success', agents: [other, { ...row, ...own }] });
}

const { now } = Date;
const onCall = { messageID: 'EventEstablished', callID: 'c1', otherDN: '555', callType: 'Inbound' };

/** An agent that is ready, as an event has said. */
async function ready(): Promise<SessionFixture> {
  const fixture = await startSession();
  fixture.sdk.emit({ messageID: 'EventAgentReady' });
  fixture.events.clear();
  return fixture;
}

describe('the connection', () => {
  let time: Time;
  beforeEach(() => {
    time = new Time(100);
  });

  it('is queried a few times, however often the platform says that it is back', async () => {
    const fixture = await ready();
    answers(fixture, {});
    for (let count = 0; count < 200; count += 1) fixture.sdk.emit({ messageID: 'EventLinkConnected' });
    await time.pass(10_000);
    expect(sentBy(fixture).length).to.be.within(2, 6);
    expect(shown(fixture)).to.contain('connected');
    fixture.session.stop();
  });
  afterEach(() => {
    Date.now = now;
  });

  const gaps: Record<string, () => Promise<void> | void> = {
    'the network was away': () => {
      gap(new Event('offline'));
      gap(new Event('online'));
    },
    'the page was in the back/forward cache': () => {
      gap(new PageTransitionEvent('pagehide', { persisted: true }));
      gap(new PageTransitionEvent('pageshow', { persisted: true }));
    },
    'the tab was frozen': () => {
      document.dispatchEvent(new Event('freeze'));
      document.dispatchEvent(new Event('resume'));
    },
    'the machine has slept': async () => {
      Date.now = () => now() + 60 * 60_000;
      await time.pass(5_000);
    },
    'the machine has slept while the page was hidden': () => {
      Date.now = () => now() + 60 * 60_000;
      document.dispatchEvent(new Event('visibilitychange'));
    },
  };
  for (const [what, happens] of Object.entries(gaps)) {
    describe(`after ${what}`, () => {
      it('is in doubt until the platform has told the status again', async () => {
        const fixture = await ready();
        await happens();
        expect(shown(fixture)).to.equal('ready, reconnecting');
        fixture.sdk.last('queryAgentLoginInfo').success({ agentUUID: 'u-1005', agentID: '1005', agentName: 'Ada' });
        await turn();
        expect(shown(fixture), 'that says not how the agent is').to.equal('ready, reconnecting');
        fixture.sdk.last('queryAgents').success({ agents: [other, { ...row, agentState: 2 }] });
        await turn();
        expect(shown(fixture)).to.equal('dnd, connected');
        expect(sentBy(fixture)).to.deep.equal([
          { method: 'queryAgentLoginInfo' },
          { method: 'queryAgents', agentState: -1, agentName: 'Ada' },
        ]);
        expect(warnings(fixture)).to.deep.equal([]);
      });
    });
  }

  it('says while there is no network that there is none', async () => {
    const fixture = await ready();
    gap(new Event('offline'));
    await time.pass(120_000);
    expect([shown(fixture), sentBy(fixture)]).to.deep.equal(['ready, offline', []]);
  });

  it('is in doubt already when the page is put away: that picture is shown when it comes back', async () => {
    const fixture = await ready();
    gap(new PageTransitionEvent('pagehide', { persisted: true }));
    expect([shown(fixture), sentBy(fixture)]).to.deep.equal(['ready, reconnecting', []]);
  });

  for (const type of ['pagehide', 'pageshow']) {
    it(`is not in doubt when a page comes or goes for good (${type})`, async () => {
      const fixture = await ready();
      gap(new PageTransitionEvent(type));
      expect(shown(fixture)).to.equal('ready, connected');
    });
  }

  it('is not in doubt when the browser slows the timers of a hidden page', async () => {
    const hidden = Object.getOwnPropertyDescriptor(Document.prototype, 'hidden') as PropertyDescriptor;
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    try {
      const fixture = await ready();
      Date.now = () => now() + 60_000;
      await time.pass(5_000);
      expect(shown(fixture)).to.equal('ready, connected');
    } finally {
      Reflect.deleteProperty(document, 'hidden');
      expect(hidden.configurable).to.equal(true);
    }
  });

  const proofs: Record<string, [message: Record<string, unknown>, is: string]> = {
    'the status of the agent': [{ messageID: 'EventAgentNotReady', reasonCode: '2' }, 'dnd, connected'],
    'the same status again': [{ messageID: 'EventAgentReady' }, 'ready, connected'],
    'the end of the agent’s work': [{ messageID: 'RequestAgentLogout' }, 'offline, connected'],
    'what goes on': [
      { messageID: 'EventAgentRegainStatus', agentStateInfo: { agentState: '2', reasonCode: '11' } },
      'break, connected',
    ],
    'that it is reached, not how the agent is': [{ messageID: 'EventLinkConnected' }, 'ready, reconnecting'],
    'a call, not how the agent is': [{ messageID: 'EventRinging', callID: 'c9' }, 'ready, reconnecting'],
    'how the voice is': [{ messageID: 'EventJanusLatency', ping: 20 }, 'ready, reconnecting'],
    'that the agent is elsewhere': [{ messageID: 'EventAgentConnectionChanged' }, 'ready, displaced'],
  };
  for (const [what, [message, is]] of Object.entries(proofs)) {
    it(`is what a message makes it that tells ${what}`, async () => {
      const fixture = await ready();
      gap(new Event('offline'));
      gap(new Event('online'));
      fixture.sdk.emit(message);
      expect(shown(fixture)).to.equal(is);
    });
  }

  it('is proven by a command that succeeds, if it was sent in doubt', async () => {
    const fixture = await ready();
    const before = fixture.session.notReady({ reasonCode: 2 });
    gap(new Event('offline'));
    gap(new Event('online'));
    fixture.sdk.last('notReady').success({});
    await before;
    expect(fixture.session.state.connection, 'an old answer').to.equal('reconnecting');
    const after = fixture.session.ready();
    fixture.sdk.last('ready').success({});
    await after;
    expect(shown(fixture)).to.equal('ready, connected');
  });

  it('believes a list of agents only while it is in doubt, and only if it was asked for then', async () => {
    const fixture = await ready();
    const login = fixture.session.queryAgentLoginInfo();
    fixture.sdk.last().success({ agentUUID: 'u-1005', agentID: '1005' });
    await login;
    const list = { agents: [{ ...row, agentState: 2 }] };
    const early = fixture.session.queryAgents({ agentState: -1 });
    fixture.sdk.last().success(list);
    await early;
    expect(shown(fixture)).to.equal('ready, connected');
    const late = fixture.session.queryAgents({ agentState: -1 });
    const { success } = fixture.sdk.last('queryAgents');
    gap(new Event('offline'));
    gap(new Event('online'));
    success(list);
    await late;
    expect(shown(fixture)).to.equal('ready, reconnecting');
  });

  it('keeps what a break is called: the list of agents tells only that the agent is occupied', async () => {
    const fixture = await ready();
    fixture.sdk.emit({ messageID: 'EventAgentNotReady', reasonCode: '12' });
    const { presence } = fixture.session.state;
    answers(fixture, { agentState: 2, workStatus: 0 });
    gap(new Event('online'));
    await turn();
    expect([fixture.session.state.connection, fixture.session.state.presence]).to.deep.equal(['connected', presence]);
  });

  it('offers every control of a call of which nobody knows what has become', async () => {
    const fixture = await ready();
    fixture.sdk.emit(onCall);
    answers(fixture, { workStatus: 5 });
    gap(new Event('online'));
    await turn();
    const { call, connection } = fixture.session.state;
    expect([connection, call?.id, call?.presumed]).to.deep.equal(['connected', 'c1', true]);
  });

  it('has no call where the agent is free; its notes are handed out', async () => {
    sessionStorage.clear();
    const fixture = await ready();
    fixture.sdk.emit(onCall);
    fixture.session.saveDraft({ notes: 'sold', disposition: '' });
    answers(fixture, {});
    gap(new Event('online'));
    await turn();
    expect([fixture.session.state.call, fixture.session.state.wrapUp]).to.deep.equal([null, null]);
    expect(fixture.events.of('sobot-call-ended')).to.have.length(1);
    expect(fixture.events.details('sobot-wrap-up-done').map(({ call, notes }) => [call.id, notes])).to.deep.equal([
      ['c1', 'sold'],
    ]);
  });

  it('leaves a call alone of which a message told while the platform was asked', async () => {
    const fixture = await ready();
    gap(new Event('online'));
    fixture.sdk.last('queryAgentLoginInfo').success({ agentUUID: 'u-1005', agentID: '1005' });
    await turn();
    fixture.sdk.emit({ ...onCall, messageID: 'EventRinging' });
    fixture.sdk.last('queryAgents').success({ agents: [row] });
    await turn();
    expect([fixture.session.state.call?.state, fixture.session.state.connection]).to.deep.equal([
      'ringing',
      'connected',
    ]);
  });

  describe('that nobody proves', () => {
    const silences: Record<string, [script: (sent: SdkCall) => unknown, until: number]> = {
      'the platform refuses': [scripts.error, 0],
      'the platform does not answer': [scripts.never, 1_000],
      'the list is without the agent': [(sent) => sent.success({ agents: [other] }), 0],
    };
    for (const [why, [script, until]] of Object.entries(silences)) {
      it(`stays in doubt, warns once, and asks again with growing pauses: ${why}`, async () => {
        const fixture = await startSession({ commandTimeout: 1_000 });
        fixture.sdk.emit({ messageID: 'EventAgentReady' });
        Object.assign(fixture.sdk.scripts, { queryAgentLoginInfo: script, queryAgents: script });
        const asked = (): number => fixture.sdk.sent.filter(({ method }) => method === 'queryAgentLoginInfo').length;
        gap(new Event('online'));
        await time.pass(until);
        expect([shown(fixture), warnings(fixture), asked()]).to.deep.equal([
          'ready, reconnecting',
          ['status-unconfirmed'],
          1,
        ]);
        await time.pass(2_000 + until);
        expect(asked()).to.equal(2);
        await time.pass(4_000 + until);
        expect(asked()).to.equal(3);
        await time.pass(180_000);
        expect(asked()).to.be.within(7, 9);
        expect([shown(fixture), warnings(fixture)]).to.deep.equal(['ready, reconnecting', ['status-unconfirmed']]);
        expect(fixture.events.of('sobot-command-error')).to.deep.equal([]);
        answers(fixture, { agentState: 0 });
        await time.pass(60_000 + until);
        expect(shown(fixture)).to.equal('offline, connected');
        const enough = asked();
        await time.pass(90_000);
        expect(asked()).to.equal(enough);
      });
    }

    it('is asked for no more once the phone is stopped', async () => {
      const fixture = await ready();
      gap(new Event('online'));
      const before = time.waiting;
      fixture.session.stop();
      await time.pass(90_000);
      expect(sentBy(fixture)).to.have.length(1);
      expect(before - time.waiting, 'timers').to.be.greaterThan(0);
    });
  });

  it('lost by the SDK is asked for only if it is not found again', async () => {
    const fixture = await ready();
    fixture.sdk.emit({ messageID: 'EventLinkDisconnected' });
    await time.pass(9_000);
    expect([shown(fixture), sentBy(fixture)]).to.deep.equal(['ready, reconnecting', []]);
    answers(fixture, { agentState: 2 });
    await time.pass(1_000);
    expect(shown(fixture)).to.equal('dnd, connected');
  });

  it('found again by the SDK is asked for at once', async () => {
    const fixture = await ready();
    answers(fixture, { agentState: 2 });
    fixture.sdk.emit({ messageID: 'EventLinkDisconnected' });
    fixture.sdk.emit({ messageID: 'EventLinkConnected' });
    await turn();
    expect(shown(fixture)).to.equal('dnd, connected');
  });

  it('is watched while the phone runs', async () => {
    const { session } = await startSession();
    session.stop();
    gap(new Event('offline'));
    expect(session.state.connection).to.equal('connected');
  });

  it('of a displaced end stays so; what is pending is refused, later commands and events go on', async () => {
    const { session, sdk, events } = await startSession();
    const pending = failure(session.answer());
    sdk.emit({ messageID: 'EventAgentConnectionChanged' });
    expect((await pending).kind).to.equal('displaced');
    window.dispatchEvent(new Event('offline'));
    window.dispatchEvent(new Event('online'));
    expect([session.state.phase, session.state.connection]).to.deep.equal(['displaced', 'displaced']);
    events.clear();
    sdk.emit({ messageID: 'EventRinging', callID: 'c1' });
    expect(events.names.slice(0, 2)).to.deep.equal(['sobot-ringing', 'sobot-event']);
    const login = session.login({ phoneType: 'webrtc', bindExt: '1000' });
    sdk.last().success({ status: 'success' });
    await login;
  });

  it('is taken over again by a stop and a start', async () => {
    const { session, sdk } = await startSession();
    sdk.emit({ messageID: 'EventAgentConnectionChanged' });
    session.stop();
    await session.start();
    expect([session.state.phase, session.state.connection]).to.deep.equal(['ready', 'connected']);
  });

  it('that is displaced while it starts is not called ready', async () => {
    const fixture = createSession();
    fixture.sdk.scripts['initAgent'] = (sent) => {
      fixture.sdk.emit({ messageID: 'EventAgentConnectionChanged' });
      sent.success();
    };
    await fixture.session.start();
    expect(fixture.session.state.phase).to.equal('displaced');
  });
});
