import type { SobotCallLog } from '../../elements/sobot-call-log/define.js';
import { aCall, desk, settled, textOf, type Desk } from './desk.js';
import { until } from './until.js';

/** Whose log it is: another agent in each test, so that no test sees the calls of another. */
let agents = 0;

export interface LogDesk extends Desk<SobotCallLog> {
  readonly number: string;
}

/** A log of an agent of its own, or of the one with this number. */
export async function logDesk(attributes = '', number = ''): Promise<Desk<SobotCallLog>> {
  agents += 1;
  const on = await desk('sobot-call-log', attributes);
  on.agent.stop();
  on.agent.agent = number || `log-${agents}`;
  await on.agent.start();
  await on.emit('EventAgentReady');
  return on;
}

let calls = 0;

export const freshId = (): string => {
  calls += 1;
  return `log-call-${Date.now()}-${calls}`;
};

type Fields = Readonly<Record<string, unknown>>;

/** One whole call, of messages about it. @returns its id */
export async function pass(on: Desk<SobotCallLog>, fields: Fields, ...messages: string[]): Promise<string> {
  const callID = typeof fields['callID'] === 'string' ? fields['callID'] : freshId();
  for (const messageID of messages) await on.emit(messageID, { ...aCall, ...fields, callID });
  await on.element.updateComplete;
  return callID;
}

export const missed = (on: Desk<SobotCallLog>, otherDN: string, fields: Fields = {}): Promise<string> =>
  pass(on, { otherDN, ...fields }, 'EventRinging', 'EventReleased');

export const answered = (on: Desk<SobotCallLog>, otherDN: string, fields: Fields = {}): Promise<string> =>
  pass(on, { otherDN, ...fields }, 'EventRinging', 'EventEstablished', 'EventReleased', 'EventAgentReady');

const outbound = { callType: 'Outbound', otherDNRole: 'Destination', thisDNRole: 'Origination' };

export const dialled = (on: Desk<SobotCallLog>, otherDN: string, fields: Fields = {}): Promise<string> =>
  pass(on, { ...outbound, otherDN, ...fields }, 'EventDialing', 'EventReleased');

export const rows = (on: Desk<SobotCallLog>): HTMLElement[] => on.all('li.call');

/** Whom each call was with, newest first. */
export const names = (on: Desk<SobotCallLog>): string[] => on.all('[part="who"]').map(textOf);

/** Until the log has this many rows. */
export async function untilRows(on: Desk<SobotCallLog>, count: number): Promise<void> {
  await until(
    () => rows(on).length === count,
    () => `${count} rows, not ${rows(on).length},`,
  );
  await settled(on.element);
}
