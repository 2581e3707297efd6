import type { LitElement } from 'lit';
import { settled, textOf, type Desk } from './desk.js';
import { tell } from './forms.js';

/** The company of the tests, as the platform tells of it. */
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

/** Ten thousand, or as many as are wanted. */
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

/** Answers what a list of agents asks at first. */
export async function introduce(on: Desk<LitElement>, result: object = company): Promise<void> {
  await tell(on, 'queryAgents', result);
  await tell(on, 'queryQueues', groups);
}

export const rowOf = (on: Desk<LitElement>, name: string): HTMLElement => {
  const row = on.all('[role="row"]').find((each) => textOf(each).includes(name));
  if (!row) throw new Error(`no row of ${name} in ${on.text}`);
  return row;
};

/** The names in the list, in the order in which they are seen. */
export const listed = (on: Desk<LitElement>): string[] =>
  on
    .all('[role="row"]')
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
    .map((row) => textOf(row.querySelector('.name') ?? row));

/** A button in somebody's row. */
export function buttonIn(on: Desk<LitElement>, name: string, button: string): HTMLButtonElement {
  const found = [...rowOf(on, name).querySelectorAll('button')].find((each) => textOf(each) === button);
  if (!found) throw new Error(`no button ${button} for ${name}`);
  return found;
}

export async function pressIn(on: Desk<LitElement>, name: string, button: string): Promise<void> {
  const found = buttonIn(on, name, button);
  found.focus();
  found.click();
  await settled(on.element);
}
