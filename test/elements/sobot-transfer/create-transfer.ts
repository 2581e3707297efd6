import '../../elements/sobot-transfer/define.js';
import type { SobotTransfer } from '../../elements/sobot-transfer/define.js';
import { aCall, desk, nameOf, settled, textOf, type Desk } from './desk.js';
import { tell } from './forms.js';

export const colleagues = [
  { agentUUID: 'u1', agentID: '1001', agentName: 'Aarav Mehta', ext: '2001', agentState: 1, workStatus: 1 },
  { agentUUID: 'u2', agentID: '1002', agentName: 'Beatriz Costa', ext: '2002', agentState: 1, workStatus: 6 },
  { agentUUID: 'u3', agentID: '1003', agentName: 'Chen Yu', ext: '2003', agentState: 2, workStatus: 2 },
  { agentUUID: 'u4', agentID: '1004', agentName: 'Dana Novak', ext: '2004', agentState: 0, workStatus: 0 },
  { agentUUID: 'u5', agentID: '1005', agentName: 'Myself', ext: '2005', agentState: 1, workStatus: 1 },
  { agentUUID: 'u6', agentID: '1006', agentName: 'Aaron Berg', ext: '2006', agentState: 1, workStatus: 1 },
];

export const groups = [
  { queueCode: 'q1', queueName: 'Sales', readyMembers: 3 },
  { queueCode: 'q2', queueName: 'Support', readyMembers: 0 },
];

/** The picker of the test that runs. */
export let on: Desk<SobotTransfer>;

export const rows = (): HTMLElement[] => on.all('[role="option"]');
export const names = (): string[] => rows().map(textOf);
export const row = (name: string): HTMLElement => {
  const found = rows().find((each) => textOf(each).includes(name));
  if (!found) throw new Error(`no row "${name}", but ${names().join(', ')}`);
  return found;
};
export const tabs = (): HTMLElement[] => on.all('[role="tab"]');
export const tab = (name: string): HTMLElement => {
  const found = tabs().find((each) => nameOf(each) === name);
  if (!found) throw new Error(`no tab "${name}"`);
  return found;
};
export const field = (): HTMLInputElement => on.find<HTMLInputElement>('input');
export const type = async (text: string): Promise<void> => {
  field().value = text;
  field().dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await on.element.updateComplete;
};
export const open = async (name: string): Promise<void> => {
  tab(name).click();
  await settled(on.element);
};
export const answerAgents = (agents: object[] = colleagues): Promise<void> => tell(on, 'queryAgents', { agents });
export const answerGroups = (queues: object[] = groups): Promise<void> => tell(on, 'queryQueues', { queues });

/** A picker during a call. */
export const begin = async (attributes = '', agentType: '0' | '1' = '0'): Promise<void> => {
  on = await desk('sobot-transfer', attributes);
  on.agent.agentType = agentType;
  await on.emit('EventAgentReady', { agentID: '1005', agentUUID: 'u5' });
  await on.call('EventRinging', 'EventEstablished');
  await settled(on.element);
};

export { aCall };
