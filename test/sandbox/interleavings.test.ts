import { expect } from '@open-wc/testing';
import fc from '../support/fast-check.js';
import type { CommandName, SdkMessage } from '../../src/sdk/index.js';
import { CallCentre } from '../../src/sandbox/call-centre.js';
import { ManualClock, type Cancel } from '../../src/sandbox/model/clock.js';
import { Ears } from './support/media-double.js';
import { TestClient } from './support/fixtures.js';

/** Knows how many timers are set. */
class CountingClock extends ManualClock {
  readonly pending = new Set<object>();

  override after(ms: number, fn: () => void): Cancel {
    const timer = {};
    this.pending.add(timer);
    const cancel = super.after(ms, () => {
      this.pending.delete(timer);
      fn();
    });
    return () => {
      this.pending.delete(timer);
      cancel();
    };
  }
}

/** Three agents in person; the sandbox plays the others. */
const people = ['1005', '1001', '1006'] as const;

const targets = [
  ...['1001', '1005', '1006', '1002', '1014', '1015', '1016', '1003'].map((target) => ({ targetType: '0', target })),
  ...['5550100', '5550102', '5550104', '5550105'].map((target) => ({ targetType: '1', target })),
  { targetType: '2', target: '1005' },
];
const toAnybody = [...targets, { targetType: '3', target: 'q8002' }];

/** By how often they are tried. */
const commands: readonly (readonly [weight: number, name: CommandName, params?: readonly Record<string, unknown>[]])[] =
  [
    [6, 'answer'],
    [2, 'rejectCall'],
    [2, 'hangup'],
    [2, 'holdCall'],
    [2, 'retrieveCall'],
    [1, 'muteCall'],
    [1, 'unmute'],
    [1, 'sendDtmf', [{ dtmfDigits: '1' }]],
    [1, 'sendSatisfy'],
    [3, 'makeCall', [...people, '1002', '5550100', '5550104', '5550107'].map((otherDN) => ({ otherDN }))],
    [5, 'singleTransfer', toAnybody],
    [8, 'initiateConsult', targets],
    [2, 'cancelConsult'],
    [2, 'retrieveConsult'],
    [4, 'consultTransfer'],
    [6, 'consultConference'],
    [3, 'completeACW'],
    [3, 'ready'],
    [1, 'notReady', [{ reasonCode: 11 }]],
    [1, 'resetLogout'],
    [1, 'login', [{ agentState: '1' }]],
    [1, 'forceLogout', people.map((targetAgentID) => ({ targetAgentID }))],
  ];

const drives: readonly ((centre: CallCentre) => unknown)[] = [
  (centre) => centre.customerCalls(),
  (centre) => centre.customerCalls({ number: '5550104', queue: 'Billing' }),
  (centre) => centre.customerAnswers(),
  (centre) => centre.customerDeclines(),
  (centre) => centre.customerHangsUp(),
  (centre) => centre.customerSendsDigits('7'),
  (centre) => centre.colleagueAnswers(),
  (centre) => centre.colleagueDeclines(),
  (centre) => centre.colleagueHangsUp(),
  (centre) => centre.colleagueCalls(),
  (centre) => centre.colleagueConsults(),
  (centre) => centre.colleagueTransfers(),
  (centre) => centre.colleagueCompletesTransfer(),
  (centre) => centre.colleagueStartsConference(),
];

const step = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      who: fc.nat(people.length - 1),
      command: fc.oneof(
        ...commands.map(([weight, name, params]) => ({
          weight,
          arbitrary: fc.record({ name: fc.constant(name), params: fc.constantFrom(...(params ?? [{}])) }),
        })),
      ),
    }),
  },
  { weight: 4, arbitrary: fc.record({ drive: fc.nat(drives.length - 1) }) },
  { weight: 3, arbitrary: fc.record({ wait: fc.constantFrom(10, 30, 1000, 3000, 10_000, 31_000) }) },
);

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** The calls that an agent has, as the messages tell it. */
class Told {
  readonly calls = new Set<unknown>();

  hear({ messageID, ...fields }: SdkMessage): void {
    const { callID, thisDNRole } = fields;
    if (callID === undefined || messageID === 'EventDelayCallAfterWork') return;
    if (messageID === 'EventDialing' || messageID === 'EventRinging') {
      if (this.calls.has(callID)) throw new Error(`${messageID} twice`);
      this.calls.add(callID);
    } else if (!this.calls.has(callID)) throw new Error(`${messageID} of a call that nobody knows`);
    if (messageID === 'EventReleased') this.calls.delete(callID);
    // The consultation becomes part of the call without a word.
    const merges = messageID === 'EventPartyAdded' && thisDNRole === 'AddedBy';
    if (merges) for (const other of [...this.calls]) if (other !== callID) this.calls.delete(other);
  }
}

class Play {
  readonly clock = new CountingClock();
  readonly ears = new Ears();
  readonly centre: CallCentre;
  readonly desks: { agentID: string; client: TestClient; told: Told }[];
  readonly #sent: { name: string; answers: unknown[] }[] = [];

  constructor(seed: number) {
    this.centre = new CallCentre({ clock: this.clock, seed, media: this.ears });
    this.desks = people.map((agentID) => {
      const client = new TestClient(this.centre, this.clock).init(agentID).login();
      const told = new Told();
      client.sdk.on('EventAgentAll', (message) => told.hear(message));
      return { agentID, client, told };
    });
  }

  run(each: Step): void {
    if ('wait' in each) this.clock.advance(each.wait);
    else if ('drive' in each) drives[each.drive]?.(this.centre);
    else {
      const { name, params } = each.command;
      const answers = this.desks[each.who]?.client.send(name, params) ?? [];
      this.#sent.push({ name, answers });
      this.clock.advance(30);
      if (answers.length !== 1) throw new Error(`${name}: ${answers.length} answers`);
    }
    this.check();
  }

  /** What must be so after every step. */
  check(): void {
    const { calls, colleagues } = this.centre.snapshot();
    const parties = calls.flatMap((call) => call.parties);
    for (const call of calls) {
      if (call.parties.length < (call.state === 'survey' ? 1 : 2)) throw new Error(`alone: ${JSON.stringify(call)}`);
      if (call.parties.length > 3) throw new Error(`a crowd: ${JSON.stringify(call)}`);
    }
    for (const { agentID, told } of this.desks) {
      const own = parties.filter((party) => party.agentID === agentID);
      expect([...told.calls].sort(), `calls of ${agentID}`).to.deep.equal(own.map(({ callID }) => callID).sort());
      if (own.length > 2) throw new Error('three legs');
      if (own.length === 2 && own[1]?.role !== 'ConsultBy') throw new Error(`two calls: ${JSON.stringify(own)}`);
    }
    for (const { agentID, legs } of colleagues) {
      const own = parties.filter((party) => party.agentID === agentID);
      expect(legs.map(({ callID }) => callID).sort()).to.deep.equal(own.map(({ callID }) => callID).sort());
    }
    const numbers = new Set(parties.map(({ number }) => number));
    for (const number of Object.keys(this.ears.heard)) {
      if (!numbers.has(number)) throw new Error(`${number} is heard without a leg`);
    }
  }

  /** Everybody goes home. */
  end(): void {
    for (const { client } of this.desks) client.send('resetLogout');
    this.clock.advance(60_000);
    this.check();
    for (const { told } of this.desks) expect([...told.calls]).to.deep.equal([]);
    const { calls, colleagues } = this.centre.snapshot();
    expect(calls).to.deep.equal([]);
    expect(colleagues.flatMap(({ legs }) => legs)).to.deep.equal([]);
    expect(this.ears.heard).to.deep.equal({});
    expect(this.clock.pending.size, 'timers').to.equal(0);
    for (const { name, answers } of this.#sent) expect(answers, name).to.have.length(1);
  }
}

/** How a script begins: a mere chance would seldom come this far. */
const beginnings: readonly (readonly [who: number, name: CommandName, params?: Record<string, unknown>])[] = [
  [0, 'makeCall', { otherDN: '5550100' }],
  [0, 'initiateConsult', { targetType: '0', target: '1001' }],
  [1, 'answer'],
  [0, 'consultConference'],
  [0, 'hangup'],
  [1, 'initiateConsult', { targetType: '0', target: '1006' }],
  [2, 'answer'],
];

describe('sandbox: any interleaving of agents, colleagues and customers', () => {
  it('leaves no leg, no sound and no timer, and tells every agent what they are in', () => {
    const seen = new Set<string>();
    const steps = { minLength: 10, maxLength: 50, size: 'max' } as const;
    fc.assert(
      fc.property(fc.integer(), fc.nat(beginnings.length), fc.array(step, steps), (seed, begun, script) => {
        const play = new Play(seed);
        for (const [who, name, params = {}] of beginnings.slice(0, begun)) play.run({ who, command: { name, params } });
        for (const each of script) play.run(each);
        play.end();
        for (const { client } of play.desks) for (const name of client.names) seen.add(name);
      }),
      { numRuns: 300 },
    );
    // Else the scripts have missed what they are for.
    expect([...seen]).to.include.members(['EventPartyAdded', 'EventPartyChanged', 'EventPartyDeleted']);
  });
});
