import { expect } from '@open-wc/testing';
import { failure, createPhone, startPhone, turn, type Phone } from '../support/session.js';
import { scripts, type Sent } from '../support/sdk-double.js';
import { Time } from '../support/time.js';

const gap = (event: Event): void => void window.dispatchEvent(event);
const shown = ({ session: { state } }: Phone): string => `${state.presence.status}, ${state.connection}`;
const sentBy = ({ double }: Phone): unknown[] => double.sent.map(({ method, params }) => ({ method, ...params }));
const warnings = ({ heard }: Phone): string[] => heard.details('sobot-warning').map(({ code }) => String(code));

const row = { agentUUID: 'u-1005', agentID: '1005', agentName: 'Ada', agentState: 1, workStatus: 1 };
const other = { agentUUID: 'u-1006', agentID: '1006', agentName: 'Ada', agentState: 2, workStatus: 0 };

/** The platform answers with this row of the list of agents. */
function answers({ double }: Phone, own: Readonly<Record<string, unknown>>): void {
  const answer = (result: unknown) => (sent: Sent) => queueMicrotask(() => sent.success(result));
  double.scripts['queryAgentLoginInfo'] = answer({ agentUUID: 'u-1005', agentID: '1005', agentName: 'Ada' });
  double.scripts['queryAgents'] = answer({ status: 'success', agents: [other, { ...row, ...own }] });
}

const { now } = Date;
const onCall = { messageID: 'EventEstablished', callID: 'c1', otherDN: '555', callType: 'Inbound' };

/** An agent that is ready, as an event has said. */
async function ready(): Promise<Phone> {
  const agentHost = await startPhone();
  agentHost.double.emit({ messageID: 'EventAgentReady' });
  agentHost.heard.clear();
  return agentHost;
}

describe('the connection', () => {
  let time: Time;
  beforeEach(() => {
    time = new Time(100);
  });
  afterEach(() => {
    time.restore();
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
        const agentHost = await ready();
        await happens();
        expect(shown(agentHost)).to.equal('ready, reconnecting');
        agentHost.double
          .last('queryAgentLoginInfo')
          .success({ agentUUID: 'u-1005', agentID: '1005', agentName: 'Ada' });
        await turn();
        expect(shown(agentHost), 'that says not how the agent is').to.equal('ready, reconnecting');
        agentHost.double.last('queryAgents').success({ agents: [other, { ...row, agentState: 2 }] });
        await turn();
        expect(shown(agentHost)).to.equal('dnd, connected');
        expect(sentBy(agentHost)).to.deep.equal([
          { method: 'queryAgentLoginInfo' },
          { method: 'queryAgents', agentState: -1, agentName: 'Ada' },
        ]);
        expect(warnings(agentHost)).to.deep.equal([]);
      });
    });
  }

  it('says while there is no network that there is none', async () => {
    const agentHost = await ready();
    gap(new Event('offline'));
    await time.pass(120_000);
    expect([shown(agentHost), sentBy(agentHost)]).to.deep.equal(['ready, offline', []]);
  });

  it('is in doubt already when the page is put away: that picture is shown when it comes back', async () => {
    const agentHost = await ready();
    gap(new PageTransitionEvent('pagehide', { persisted: true }));
    expect([shown(agentHost), sentBy(agentHost)]).to.deep.equal(['ready, reconnecting', []]);
  });

  for (const type of ['pagehide', 'pageshow']) {
    it(`is not in doubt when a page comes or goes for good (${type})`, async () => {
      const agentHost = await ready();
      gap(new PageTransitionEvent(type));
      expect(shown(agentHost)).to.equal('ready, connected');
    });
  }

  it('is not in doubt when the browser slows the timers of a hidden page', async () => {
    const hidden = Object.getOwnPropertyDescriptor(Document.prototype, 'hidden') as PropertyDescriptor;
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    try {
      const agentHost = await ready();
      Date.now = () => now() + 60_000;
      await time.pass(5_000);
      expect(shown(agentHost)).to.equal('ready, connected');
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
      const agentHost = await ready();
      gap(new Event('offline'));
      gap(new Event('online'));
      agentHost.double.emit(message);
      expect(shown(agentHost)).to.equal(is);
    });
  }

  it('is proven by a command that succeeds, if it was sent in doubt', async () => {
    const agentHost = await ready();
    const before = agentHost.session.notReady({ reasonCode: 2 });
    gap(new Event('offline'));
    gap(new Event('online'));
    agentHost.double.last('notReady').success({});
    await before;
    expect(agentHost.session.state.connection, 'an old answer').to.equal('reconnecting');
    const after = agentHost.session.ready();
    agentHost.double.last('ready').success({});
    await after;
    expect(shown(agentHost)).to.equal('ready, connected');
  });

  it('believes a list of agents only while it is in doubt, and only if it was asked for then', async () => {
    const agentHost = await ready();
    const login = agentHost.session.queryAgentLoginInfo();
    agentHost.double.last().success({ agentUUID: 'u-1005', agentID: '1005' });
    await login;
    const list = { agents: [{ ...row, agentState: 2 }] };
    const early = agentHost.session.queryAgents({ agentState: -1 });
    agentHost.double.last().success(list);
    await early;
    expect(shown(agentHost)).to.equal('ready, connected');
    const late = agentHost.session.queryAgents({ agentState: -1 });
    const { success } = agentHost.double.last('queryAgents');
    gap(new Event('offline'));
    gap(new Event('online'));
    success(list);
    await late;
    expect(shown(agentHost)).to.equal('ready, reconnecting');
  });

  it('keeps what a break is called: the list of agents tells only that the agent is occupied', async () => {
    const agentHost = await ready();
    agentHost.double.emit({ messageID: 'EventAgentNotReady', reasonCode: '12' });
    const { presence } = agentHost.session.state;
    answers(agentHost, { agentState: 2, workStatus: 0 });
    gap(new Event('online'));
    await turn();
    expect([agentHost.session.state.connection, agentHost.session.state.presence]).to.deep.equal([
      'connected',
      presence,
    ]);
  });

  it('offers every control of a call of which nobody knows what has become', async () => {
    const agentHost = await ready();
    agentHost.double.emit(onCall);
    answers(agentHost, { workStatus: 5 });
    gap(new Event('online'));
    await turn();
    const { call, connection } = agentHost.session.state;
    expect([connection, call?.id, call?.presumed]).to.deep.equal(['connected', 'c1', true]);
  });

  it('has no call where the agent is free; its notes are handed out', async () => {
    sessionStorage.clear();
    const agentHost = await ready();
    agentHost.double.emit(onCall);
    agentHost.session.saveDraft({ notes: 'sold', disposition: '' });
    answers(agentHost, {});
    gap(new Event('online'));
    await turn();
    expect([agentHost.session.state.call, agentHost.session.state.wrapUp]).to.deep.equal([null, null]);
    expect(agentHost.heard.of('sobot-call-ended')).to.have.length(1);
    expect(agentHost.heard.details('sobot-wrap-up-done').map(({ call, notes }) => [call.id, notes])).to.deep.equal([
      ['c1', 'sold'],
    ]);
  });

  it('leaves a call alone of which a message told while the platform was asked', async () => {
    const agentHost = await ready();
    gap(new Event('online'));
    agentHost.double.last('queryAgentLoginInfo').success({ agentUUID: 'u-1005', agentID: '1005' });
    await turn();
    agentHost.double.emit({ ...onCall, messageID: 'EventRinging' });
    agentHost.double.last('queryAgents').success({ agents: [row] });
    await turn();
    expect([agentHost.session.state.call?.state, agentHost.session.state.connection]).to.deep.equal([
      'ringing',
      'connected',
    ]);
  });

  describe('that nobody proves', () => {
    const silences: Record<string, [script: (sent: Sent) => unknown, until: number]> = {
      'the platform refuses': [scripts.error, 0],
      'the platform does not answer': [scripts.never, 1_000],
      'the list is without the agent': [(sent) => sent.success({ agents: [other] }), 0],
    };
    for (const [why, [script, until]] of Object.entries(silences)) {
      it(`stays in doubt, warns once, and asks again with growing pauses: ${why}`, async () => {
        const agentHost = await startPhone({ commandTimeout: 1_000 });
        agentHost.double.emit({ messageID: 'EventAgentReady' });
        Object.assign(agentHost.double.scripts, { queryAgentLoginInfo: script, queryAgents: script });
        const asked = (): number =>
          agentHost.double.sent.filter(({ method }) => method === 'queryAgentLoginInfo').length;
        gap(new Event('online'));
        await time.pass(until);
        expect([shown(agentHost), warnings(agentHost), asked()]).to.deep.equal([
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
        expect([shown(agentHost), warnings(agentHost)]).to.deep.equal(['ready, reconnecting', ['status-unconfirmed']]);
        expect(agentHost.heard.of('sobot-command-error')).to.deep.equal([]);
        answers(agentHost, { agentState: 0 });
        await time.pass(60_000 + until);
        expect(shown(agentHost)).to.equal('offline, connected');
        const enough = asked();
        await time.pass(90_000);
        expect(asked()).to.equal(enough);
      });
    }

    it('is asked for no more once the phone is stopped', async () => {
      const agentHost = await ready();
      gap(new Event('online'));
      const before = time.waiting;
      agentHost.session.stop();
      await time.pass(90_000);
      expect(sentBy(agentHost)).to.have.length(1);
      expect(before - time.waiting, 'timers').to.be.greaterThan(0);
    });
  });

  it('lost by the SDK is asked for only if it is not found again', async () => {
    const agentHost = await ready();
    agentHost.double.emit({ messageID: 'EventLinkDisconnected' });
    await time.pass(9_000);
    expect([shown(agentHost), sentBy(agentHost)]).to.deep.equal(['ready, reconnecting', []]);
    answers(agentHost, { agentState: 2 });
    await time.pass(1_000);
    expect(shown(agentHost)).to.equal('dnd, connected');
  });

  it('found again by the SDK is asked for at once', async () => {
    const agentHost = await ready();
    answers(agentHost, { agentState: 2 });
    agentHost.double.emit({ messageID: 'EventLinkDisconnected' });
    agentHost.double.emit({ messageID: 'EventLinkConnected' });
    await turn();
    expect(shown(agentHost)).to.equal('dnd, connected');
  });

  it('is watched while the phone runs', async () => {
    const { session } = await startPhone();
    session.stop();
    gap(new Event('offline'));
    expect(session.state.connection).to.equal('connected');
  });

  it('of a displaced end stays so; what is pending is refused, later commands and events go on', async () => {
    const { session, double, heard } = await startPhone();
    const pending = failure(session.answer());
    double.emit({ messageID: 'EventAgentConnectionChanged' });
    expect((await pending).kind).to.equal('displaced');
    window.dispatchEvent(new Event('offline'));
    window.dispatchEvent(new Event('online'));
    expect([session.state.phase, session.state.connection]).to.deep.equal(['displaced', 'displaced']);
    heard.clear();
    double.emit({ messageID: 'EventRinging', callID: 'c1' });
    expect(heard.names.slice(0, 2)).to.deep.equal(['sobot-ringing', 'sobot-event']);
    const login = session.login({ phoneType: 'webrtc', bindExt: '1000' });
    double.last().success({ status: 'success' });
    await login;
  });

  it('is taken over again by a stop and a start', async () => {
    const { session, double } = await startPhone();
    double.emit({ messageID: 'EventAgentConnectionChanged' });
    session.stop();
    await session.start();
    expect([session.state.phase, session.state.connection]).to.deep.equal(['ready', 'connected']);
  });

  it('that is displaced while it starts is not called ready', async () => {
    const agentHost = createPhone();
    agentHost.double.scripts['initAgent'] = (sent) => {
      agentHost.double.emit({ messageID: 'EventAgentConnectionChanged' });
      sent.success();
    };
    await agentHost.session.start();
    expect(agentHost.session.state.phase).to.equal('displaced');
  });
});
