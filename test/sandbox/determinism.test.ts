import { expect } from '@open-wc/testing';
import fc from '../support/fast-check.js';
import { commandNames, type CommandName } from '../../src/sdk/index.js';
import { createCallCentre, type TestClient } from './support/fixtures.js';

/** Parameters that sometimes fit. */
const params: Partial<Record<CommandName, Record<string, unknown>[]>> = {
  login: [{ agentState: '1' }, { phoneType: 'sip', bindExt: '1000' }, { phoneType: 'pstn', agentState: '1' }],
  notReady: [{ reasonCode: 11 }, { reasonCode: 99 }],
  makeCall: [{ otherDN: '5550100' }, { otherDN: '5550104' }, { otherDN: '5550105' }, { otherDN: '13512345678' }],
  singleTransfer: [
    { targetType: '0', target: '1001' },
    { targetType: '3', target: 'q8002' },
  ],
  initiateConsult: [
    { targetType: '0', target: '1016' },
    { targetType: '1', target: '5550104' },
  ],
  delayACW: [{ delayTime: 30 }, { delayTime: 1 }],
  sendDtmf: [{ dtmfDigits: '12#' }],
  setRoute: [{ explicitRule: '1' }, { explicitRule: '3', explicitNumber: '01088888888' }],
  forceBusy: [{ targetAgentID: '1005' }],
  forceReady: [{ targetAgentID: '1005' }],
  forceLogout: [{ targetAgentID: '1005' }],
};

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom(...commandNames), end: fc.nat(1), variant: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ wait: fc.integer({ min: 0, max: 12_000 }) }) },
  { weight: 1, arbitrary: fc.record({ drive: fc.nat(14) }) },
);

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const words = ['ready', 'occupied', 'calling', 'dialing', 'talking', 'holding', 'sorting', 'offline'];

/** Plays a script; gives everything that was said, in order. */
function play(seed: number, script: readonly Step[]): string {
  const { centre, clock, client, another } = createCallCentre({ seed, autoInbound: true, tokenLife: 45_000 });
  const ends: readonly [TestClient, TestClient] = [client.init().login(), another().init()];
  const transcript: unknown[] = [];
  ends.forEach((end, index) => end.sdk.on('EventAgentAll', (message) => transcript.push([index, message])));
  const drives = [
    () => centre.customerCalls(),
    () => centre.customerCalls({ number: '5550104' }),
    () => centre.customerAnswers(),
    () => centre.customerHangsUp(),
    () => centre.customerSendsDigits('7'),
    () => centre.expireToken(),
    () => ends.forEach(({ sdk }) => sdk.handleRefreshToken?.('new')),
    () => centre.loseNetwork(),
    () => centre.restoreNetwork(),
    () => centre.colleagueAnswers(),
    () => centre.colleagueHangsUp(),
    () => centre.colleagueCalls(),
    () => centre.colleagueConsults(),
    () => centre.colleagueTransfers(),
    () => centre.colleagueStartsConference(),
  ];
  for (const each of script) {
    if ('do' in each) {
      const variants = params[each.do] ?? [{}];
      const options = variants[each.variant % variants.length] ?? {};
      const say = (answer: string) => (value: unknown) => transcript.push([each.do, answer, value]);
      ends[each.end === 0 ? 0 : 1].sdk[each.do]({ ...options, success: say('success'), error: say('error') });
    } else if ('wait' in each) clock.advance(each.wait);
    else transcript.push(drives[each.drive]?.());
    const { agent, calls } = centre.snapshot();
    if (!words.includes(agent.workStatus)) throw new Error(agent.workStatus);
    const onCall = calls.some(({ parties }) => parties.some(({ agentID }) => agentID === agent.agentID));
    if (agent.state === 'offline' && onCall) throw new Error('offline on a call');
  }
  return JSON.stringify([transcript, centre.snapshot()]);
}

describe('sandbox: determinism', () => {
  it('plays the same script with the same seed the same way, and never contradicts itself', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(step, { maxLength: 80 }), (seed, script) => {
        expect(play(seed, script)).to.equal(play(seed, script));
      }),
      { numRuns: 150 },
    );
  });

  it('differs with the seed', () => {
    const script: Step[] = [{ drive: 0 }];
    expect(play(1, script)).to.not.equal(play(2, script));
  });
});
