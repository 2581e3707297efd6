import '../../../elements/sobot-transfer/define.js';
import type { SobotTransfer } from '../../../elements/sobot-transfer/define.js';
import { createElement, ElementFixture, nameOf, settled, textOf } from '../../support/element-fixture.js';
import { answerRequest } from '../../support/forms.js';

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

/** A `<sobot-transfer>` with its tabs, rows and field. */
export class TransferFixture extends ElementFixture<SobotTransfer> {
  get rows(): HTMLElement[] {
    return this.all('[role="option"]');
  }

  get rowTexts(): string[] {
    return this.rows.map(textOf);
  }

  row(name: string): HTMLElement {
    const found = this.rows.find((each) => textOf(each).includes(name));
    if (!found) throw new Error(`no row "${name}", but ${this.rowTexts.join(', ')}`);
    return found;
  }

  get tabs(): HTMLElement[] {
    return this.all('[role="tab"]');
  }

  tab(name: string): HTMLElement {
    const found = this.tabs.find((each) => nameOf(each) === name);
    if (!found) throw new Error(`no tab "${name}"`);
    return found;
  }

  /** The search field, or the field of a number. */
  get field(): HTMLInputElement {
    return this.find<HTMLInputElement>('input');
  }

  async type(text: string): Promise<void> {
    this.field.value = text;
    this.field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.element.updateComplete;
  }

  async paste(text: string): Promise<void> {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', text);
    this.field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    await this.element.updateComplete;
  }

  /** Selects a tab. */
  async open(name: string): Promise<void> {
    this.tab(name).click();
    await settled(this.element);
  }

  answerAgents(agents: object[] = colleagues): Promise<void> {
    return answerRequest(this, 'queryAgents', { agents });
  }

  answerGroups(queues: object[] = groups): Promise<void> {
    return answerRequest(this, 'queryQueues', { queues });
  }
}

/** Creates a `<sobot-transfer>` during a call. */
export async function createTransfer(attributes = '', agentType: '0' | '1' = '0'): Promise<TransferFixture> {
  const { agent, element, sdk } = await createElement('sobot-transfer', attributes);
  const transfer = new TransferFixture(agent, element, sdk);
  agent.agentType = agentType;
  await transfer.emit('EventAgentReady', { agentID: '1005', agentUUID: 'u5' });
  await transfer.call('EventRinging', 'EventEstablished');
  await settled(element);
  return transfer;
}
