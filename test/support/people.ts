import type { LitElement } from 'lit';
import { settled, textOf, type ElementFixture } from './element-fixture.js';
import { answerRequest } from './forms.js';

/** The result of `queryAgents`. */
export const company = {
  agents: [
    { agentUUID: 'u3', agentID: '1003', agentName: 'Chen Yu', ext: '1103', agentState: 1, workStatus: 6 },
    { agentUUID: 'u1', agentID: '1001', agentName: 'Aarav Mehta', ext: '1101', agentState: 1, workStatus: 1 },
    { agentUUID: 'u4', agentID: '1004', agentName: 'Dana Novak', ext: '', agentState: 2, workStatus: 2 },
    { agentUUID: 'u9', agentID: '1009', agentName: 'Hiro Tanaka', ext: '1109', agentState: 0, workStatus: 0 },
    { agentUUID: 'u5', agentID: '1005', agentName: 'Mei Lin', ext: '1105', agentState: 1, workStatus: 1 },
  ],
};

export const groups = {
  queues: [
    { queueCode: 'q1', queueName: 'Sales', readyMembers: 3 },
    { queueCode: 'q2', queueName: 'Support', readyMembers: 0 },
  ],
};

/** A result of `queryAgents` with this many agents. */
export const crowd = (count: number): typeof company => ({
  agents: Array.from({ length: count }, (_, index) => ({
    agentUUID: `u${index}`,
    agentID: String(10_000 + index),
    agentName: `Agent ${String(index).padStart(5, '0')}`,
    ext: String(20_000 + index),
    agentState: index % 3,
    workStatus: index % 3 === 1 ? 1 : 2,
  })),
});

/** Answers the first requests of a list of agents. */
export async function answerAgentList(fixture: ElementFixture<LitElement>, result: object = company): Promise<void> {
  await answerRequest(fixture, 'queryAgents', result);
  await answerRequest(fixture, 'queryQueues', groups);
}

export const rowOf = (fixture: ElementFixture<LitElement>, name: string): HTMLElement => {
  const row = fixture.all('[role="row"]').find((each) => textOf(each).includes(name));
  if (!row) throw new Error(`no row of ${name} in ${fixture.text}`);
  return row;
};

/** The names in the list, from top to bottom. */
export const listed = (fixture: ElementFixture<LitElement>): string[] =>
  fixture
    .all('[role="row"]')
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
    .map((row) => textOf(row.querySelector('.name') ?? row));

/** The button in the row of an agent. */
export function buttonIn(fixture: ElementFixture<LitElement>, name: string, button: string): HTMLButtonElement {
  const found = [...rowOf(fixture, name).querySelectorAll('button')].find((each) => textOf(each) === button);
  if (!found) throw new Error(`no button ${button} for ${name}`);
  return found;
}

export async function pressIn(fixture: ElementFixture<LitElement>, name: string, button: string): Promise<void> {
  const found = buttonIn(fixture, name, button);
  found.focus();
  found.click();
  await settled(fixture.element);
}
