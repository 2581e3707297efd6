import { expect } from '@open-wc/testing';
import { createSandbox, type CallCentre } from '../../src/sandbox/index.js';
import { AgentSession } from '../../src/session/index.js';
import { Time } from '../support/time.js';
import { until } from '../support/until.js';

/** Milliseconds after which the session gives up an answer. */
const COMMAND_TIMEOUT = 10_000;

const happens = (type: string): void => void window.dispatchEvent(new Event(type));

/** The gap as it is, with a call centre that goes on meanwhile. */
describe('the network is lost in the embedded call centre', () => {
  let centre: CallCentre;
  let session: AgentSession;
  const words = (): string => `${session.state.presence.status}, ${session.state.connection}`;

  const phone = async (agent: string, bindExt: string): Promise<AgentSession> => {
    const made = new AgentSession({
      sdk: centre.SobotClient,
      token: () => Promise.resolve('t'),
      init: { companyId: 'c1', agent, agentType: '0' },
      commandTimeout: COMMAND_TIMEOUT,
    });
    await made.start();
    await made.login({ phoneType: 'sip', bindExt, agentState: '1' });
    await until(() => made.state.presence.status === 'ready', 'the login');
    return made;
  };

  beforeEach(async () => {
    sessionStorage.clear();
    centre = createSandbox({ media: null });
    session = await phone('1005', '1020');
  });
  afterEach(() => {
    session.stop();
    centre.restoreNetwork();
    sessionStorage.clear();
  });

  it('while the customer hangs up: nothing is proven until it is back, then it is the wrap-up', async () => {
    centre.customerCalls();
    await until(() => session.state.call?.state === 'ringing', 'the call');
    await session.answer();
    const time = new Time(1000); // the sandbox's answers come by the browser's own timers
    centre.loseNetwork();
    happens('offline');
    expect(words()).to.equal('ready, offline');
    centre.customerHangsUp();
    happens('online');
    const warned = new Promise((resolve) => session.target.addEventListener('sobot-warning', resolve, { once: true }));
    await time.pass(COMMAND_TIMEOUT);
    await warned;
    expect([words(), session.state.call?.state]).to.deep.equal(['ready, reconnecting', 'talking']);
    centre.restoreNetwork();
    await until(async () => {
      await time.pass(1000);
      return session.state.connection === 'connected';
    }, 'the platform');
    expect([session.state.call, session.state.wrapUp !== null]).to.deep.equal([null, true]);
  });

  it('while a supervisor logs the agent out, of which no message comes: the list of agents tells it', async () => {
    const supervisor = await phone('1001', '1021');
    centre.faults.silent = '*';
    await supervisor.forceLogout({ targetAgentID: '1005' });
    expect(words(), 'nobody has told').to.equal('ready, connected');
    happens('offline');
    happens('online');
    expect(words()).to.equal('ready, reconnecting');
    await until(() => session.state.connection === 'connected', 'the platform');
    expect(words()).to.equal('offline, connected');
    supervisor.stop();
  });
});
