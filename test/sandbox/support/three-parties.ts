import { expect } from '@open-wc/testing';
import type { SdkMessage } from '../../../src/sdk/index.js';
import { workStatusCodes } from '../../../src/sandbox/model/work-status.js';
import { onDuty, type TestClient, type CallCentreFixture } from './fixtures.js';

/** A call with a customer, and a third party who is a real agent with an end of their own. */
export interface Trio extends CallCentreFixture {
  /** The third party's. */
  readonly third: TestClient;
  /** The call as the first agent knows it. */
  readonly c1: unknown;
}

export const X = '1005';
export const T = '1001';
export const C = '13800001111';
export const toThird = { targetType: '0', target: T };

/** The agent talks to a customer of Sales; both agents' lists of messages are empty. */
export function trio(): Trio {
  const set = onDuty();
  const third = set.another().init(T).login();
  set.centre.customerCalls({ number: C, queue: 'Support' });
  set.client.get('answer');
  const c1 = set.centre.snapshot().calls[0]?.id;
  set.client.clear();
  third.clear();
  return { ...set, third, c1 };
}

/** The consultation was asked for, and rings. */
export function asked(): Trio {
  const set = trio();
  set.client.get('initiateConsult', toThird);
  return set;
}

/** And was answered. */
export function consulted(): Trio {
  const set = asked();
  set.third.get('answer');
  return set;
}

/** And the lists are empty again. */
export function quiet(set: Trio): Trio {
  set.client.clear();
  set.third.clear();
  return set;
}

const roles = ['thisDN', 'otherDN', 'thirdDN'] as const;

/** A message in one line: name, which call (c3: one that has no name), its type, and who is who. */
export function line(message: SdkMessage, ids: Readonly<Record<string, unknown>>): string {
  const id = Object.keys(ids).find((name) => ids[name] === message['callID']) ?? 'c3';
  const parties = roles
    .filter((name) => message[name])
    .map((name) => [name.slice(0, -2), message[name], message[`${name}Role`]].join(' '));
  return [message.messageID, id, message['callType'], ...parties].join(', ');
}

/** The work status of an agent, as the others see it. */
export function workOf({ client }: Trio, agentID: string): string | undefined {
  const { agents } = client.get('queryAgents', { agentState: -1 });
  const row: unknown = Array.isArray(agents)
    ? agents.find((each: unknown) => Reflect.get(Object(each), 'agentID') === agentID)
    : undefined;
  const code: unknown = Reflect.get(Object(row), 'workStatus');
  return Object.entries(workStatusCodes).find(([, known]) => known === code)?.[0];
}

/** Something happens, and what each of the two agents hears of it. */
export interface Sequence {
  readonly before: () => Trio;
  readonly act: (set: Trio) => void;
  readonly phone: readonly string[];
  readonly third: readonly string[];
  /** The work statuses of the two afterwards. */
  readonly work: readonly [string, string];
}

export function playSequences(title: string, sequences: Readonly<Record<string, Sequence>>): void {
  describe(title, () => {
    for (const [name, { before, act, phone, third, work }] of Object.entries(sequences)) {
      it(name, () => {
        const set = before();
        const rang = () => set.third.last('EventRinging')?.['callID'];
        const known = rang();
        quiet(set);
        act(set);
        const ids = { c1: set.c1, c2: known ?? rang() };
        expect(set.client.messages.map((message) => line(message, ids))).to.deep.equal(phone);
        expect(set.third.messages.map((message) => line(message, ids))).to.deep.equal(third);
        expect([workOf(set, X), workOf(set, T)]).to.deep.equal(work);
      });
    }
  });
}
