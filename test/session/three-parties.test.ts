import { expect } from '@open-wc/testing';
import fc, { seed } from '../support/fast-check.js';
import { CallCentre, ManualClock, type CentreSnapshot, type PartySnapshot } from '../../src/sandbox/index.js';
import type { CommandName } from '../../src/sdk/index.js';
import { AgentSession } from '../../src/session/index.js';
import { consultStatus } from '../../src/state/index.js';
import { expectConsistent, Facts } from '../support/invariants.js';
import { RecordingTarget, turn } from '../support/session.js';

const RUNS = 400;
const STEPS = 60;
/** Until a request is answered. */
const LATENCY = 30;

interface Desk {
  readonly agentID: string;
  readonly session: AgentSession;
  readonly heard: RecordingTarget;
  readonly facts: Facts;
}

/** Two agents of one call centre, each with a phone, among colleagues and customers who are played. */
interface World {
  readonly clock: ManualClock;
  readonly centre: CallCentre;
  readonly desks: readonly Desk[];
  readonly asked: Promise<unknown>[];
}

interface Step {
  readonly does: string;
  readonly run: (world: World) => void;
}

const OTHER = '1002';
const ME = '1005';

const targets: readonly Record<string, string>[] = [
  { targetType: '0', target: OTHER },
  { targetType: '0', target: ME },
  { targetType: '0', target: '1001' },
  { targetType: '1', target: '5550106' },
  { targetType: '1', target: '5550102' },
  { targetType: '2', target: '1000' },
  { targetType: '2', target: '1001' },
];

const targeting: readonly CommandName[] = ['singleTransfer', 'initiateConsult', 'initiateConsult'];

const plain: readonly CommandName[] = [
  ...(['answer', 'rejectCall', 'hangup', 'holdCall', 'retrieveCall', 'muteCall', 'unmute', 'sendSatisfy'] as const),
  ...(['cancelConsult', 'retrieveConsult', 'consultTransfer', 'consultConference'] as const),
  ...(['ready', 'completeACW', 'completeACWToBusy', 'logout', 'resetLogout'] as const),
];

const say = (agent: number, command: CommandName, params: Record<string, unknown> = {}): Step => ({
  does: `${agent === 0 ? OTHER : ME} ${command} ${JSON.stringify(params)}`,
  run: ({ desks, asked }) => {
    asked.push(...desks.slice(agent, agent + 1).map(({ session }) => session.execute(command, params).catch(Boolean)));
  },
});

const agent = fc.constantFrom(0, 1, 1);
const command = fc.tuple(agent, fc.constantFrom(...plain)).map(([who, name]) => say(who, name));
const login = agent.map((who) => say(who, 'login', { phoneType: 'sip', bindExt: String(1100 + who), agentState: '1' }));
const call = fc
  .tuple(agent, fc.constantFrom('5550100', '5550101', '5550102', '1100', '1000'))
  .map(([who, otherDN]) => say(who, 'makeCall', { otherDN }));
const targeted = fc
  .tuple(agent, fc.constantFrom(...targeting), fc.constantFrom(...targets))
  .map(([who, name, target]) => say(who, name, target));
const transferredToGroup = agent.map((who) => say(who, 'singleTransfer', { targetType: '3', target: 'q8002' }));

const buttons = [
  'completeACW',
  'makeCall',
  'consultConference',
  'consultConference',
  ...plain.slice(0, 12),
  ...targeting,
] as const;
const params = (name: CommandName, choice: number): Record<string, string> =>
  name === 'makeCall' ? { otherDN: '5550100' } : (targeting.includes(name) && targets[choice % targets.length]) || {};

/** One of the things that the buttons offer now. */
const offered = fc.tuple(agent, fc.nat()).map(([who, choice]): Step => ({
  does: `${who === 0 ? OTHER : ME} presses button ${choice}`,
  run: (world) => {
    const session = world.desks[who]?.session;
    const now = buttons.filter((name) => session?.obstacle(name) === null && name !== 'hangup');
    const name = now[choice % now.length];
    if (name) say(who, name, params(name, choice)).run(world);
  },
}));

const others: Record<string, (centre: CallCentre) => unknown> = {
  'a customer calls': (centre) => centre.customerCalls(),
  'who is called outside answers': (centre) => centre.customerAnswers(),
  'who is called outside declines': (centre) => centre.customerDeclines(),
  'a customer hangs up': (centre) => centre.customerHangsUp(),
  'a colleague answers': (centre) => centre.colleagueAnswers(),
  'a colleague declines': (centre) => centre.colleagueDeclines(),
  'a colleague hangs up': (centre) => centre.colleagueHangsUp(),
  'a colleague calls': (centre) => centre.colleagueCalls(),
  'a colleague consults': (centre) => centre.colleagueConsults(),
  'a colleague transfers': (centre) => centre.colleagueTransfers(),
  'a colleague hands over': (centre) => centre.colleagueCompletesTransfer(),
  'a colleague starts a conference': (centre) => centre.colleagueStartsConference(),
};
const played = fc
  .constantFrom(...Object.keys(others))
  .map((does): Step => ({ does, run: ({ centre }) => void others[does]?.(centre) }));
const later = fc
  .constantFrom(1000, 3000, 40_000)
  .map((ms): Step => ({ does: `${ms} ms go by`, run: ({ clock }) => clock.advance(ms) }));

const plans = fc.array(
  fc.oneof(
    { weight: 20, arbitrary: offered },
    { weight: 3, arbitrary: command },
    { weight: 4, arbitrary: targeted },
    { weight: 4, arbitrary: played },
    { weight: 2, arbitrary: call },
    { weight: 1, arbitrary: login },
    { weight: 1, arbitrary: transferredToGroup },
    { weight: 1, arbitrary: later },
  ),
  { maxLength: STEPS, size: 'max' },
);

/** Long enough for every promise that is answered by now; a task for each step would take minutes. */
async function settled(): Promise<void> {
  for (let tick = 0; tick < 20; tick++) await Promise.resolve();
}

async function open(): Promise<World> {
  const clock = new ManualClock(Date.now());
  const centre = new CallCentre({ clock, latency: LATENCY });
  const desks = await Promise.all(
    [OTHER, ME].map(async (agentID, index): Promise<Desk> => {
      const events = new RecordingTarget();
      const session = new AgentSession({
        target: events,
        sdk: () => Promise.resolve(new centre.SobotClient.agent()),
        token: () => Promise.resolve('token'),
        init: { companyId: 'company', agent: agentID, agentType: '0' },
      });
      const started = session.start();
      await turn();
      clock.advance(LATENCY);
      await started;
      const ready = session.login({ phoneType: 'sip', bindExt: String(1100 + index), agentState: '1' });
      clock.advance(LATENCY);
      await ready;
      return { agentID, session, heard: events, facts: new Facts() };
    }),
  );
  return { clock, centre, desks, asked: [] };
}

/** What the phone has to show, by the picture of the call centre. */
function truth(calls: CentreSnapshot['calls'], agentID: string): { call: unknown; consult: unknown; others: string[] } {
  const mine = calls.flatMap(({ parties }) => {
    const leg = parties.find((party) => party.agentID === agentID);
    return leg ? [{ leg, parties }] : [];
  });
  const consult = mine.length > 1 ? mine.findLast(({ leg }) => leg.role === 'ConsultBy') : undefined;
  const main = mine.find((each) => each !== consult);
  if (!main) return { call: null, consult: 'none', others: [] };
  const conference = main.parties.length > 2 && main.leg.role === 'AddedBy';
  const { callID, state } = main.leg;
  return {
    call: `${callID} ${state}`,
    consult: consult ? `${consult.leg.callID} ${wordOf(consult.leg)}` : conference ? 'conference' : 'none',
    others: main.parties.filter((party) => party !== main.leg && isThere(party)).map(({ number }) => number),
  };
}

const isThere = ({ state }: PartySnapshot): boolean => state === 'talking' || state === 'held';

const wordOf = (party: PartySnapshot): string => (isThere(party) ? 'talking' : 'dialing');

function expectTrue({ session, agentID, heard: events, facts }: Desk, { calls }: CentreSnapshot): void {
  const { state } = session;
  expectConsistent(state);
  for (const event of events.events) facts.hear(event);
  events.clear();
  const { call, consult } = state;
  const expected = truth(calls, agentID);
  const word = consultStatus(state);
  expect(call && `${call.id} ${call.state}`, agentID).to.equal(expected.call);
  expect(word === 'none' || word === 'conference' ? word : `${consult?.id} ${word}`, agentID).to.equal(
    expected.consult,
  );
  const shown = call?.parties.filter((party) => party.state !== 'Idle').map(({ number }) => number);
  for (const number of expected.others) expect(shown, `${agentID} sees ${number}`).to.include(number);
}

describe('calls of three parties, whatever they do', () => {
  it('are shown at each phone as they are at the call centre', async () => {
    const seen = { consults: 0, conferences: 0 };
    const property = fc.asyncProperty(plans, async (plan) => {
      sessionStorage.clear(); // else a call of the run before counts as interrupted once its session is collected
      const world = await open();
      const { clock, centre, desks } = world;
      for (const { run } of plan) {
        run(world);
        clock.advance(LATENCY);
        await settled();
        const picture = centre.snapshot();
        for (const desk of desks) {
          expectTrue(desk, picture);
          const { consult } = desk.session.state;
          if (consult) seen[consult.state === 'conference' ? 'conferences' : 'consults'] += 1;
        }
      }
      await Promise.all(world.asked);
      for (const { session } of desks) {
        expect(session.state.pending).to.deep.equal([]);
        session.stop();
      }
    });
    await fc.assert(property, {
      numRuns: RUNS,
      reporter: ({ failed, counterexample, errorInstance }) => {
        if (!failed) return;
        const why = errorInstance instanceof Error ? errorInstance.stack : String(errorInstance);
        throw new Error([`seed ${seed}`, why, ...(counterexample?.[0] ?? []).map(({ does }) => does)].join('\n'));
      },
    });
    console.log(`three parties: ${seen.consults} consults, ${seen.conferences} conferences seen, seed ${seed}`);
    expect(seen.consults).to.be.at.least(200);
    expect(seen.conferences).to.be.at.least(20);
  });
});
