/** A `<sobot-call-log>` in a ready agent element, and the calls that it lists. */
import '../../../elements/sobot-call-log/define.js';
import type { SobotCallLog } from '../../../elements/sobot-call-log/define.js';
import { callFields, uniqueCallId } from '../../support/call-fields.js';
import { createElement, ElementFixture, settled, textOf } from '../../support/element-fixture.js';
import { until } from '../../support/until.js';

type Fields = Readonly<Record<string, unknown>>;

const outbound = { callType: 'Outbound', otherDNRole: 'Destination', thisDNRole: 'Origination' };

export class CallLogFixture extends ElementFixture<SobotCallLog> {
  /** Sends messages about a call, which is a new one without `callID`. Resolves with its id. */
  async sendCall(fields: Fields, ...messages: string[]): Promise<string> {
    const callID = typeof fields['callID'] === 'string' ? fields['callID'] : uniqueCallId();
    for (const messageID of messages) await this.emit(messageID, { ...callFields, ...fields, callID });
    await this.element.updateComplete;
    return callID;
  }

  /** Lets a caller ring and give up. */
  missCall(otherDN: string, fields: Fields = {}): Promise<string> {
    return this.sendCall({ otherDN, ...fields }, 'EventRinging', 'EventReleased');
  }

  /** Lets a caller ring, talk and hang up. */
  answerCall(otherDN: string, fields: Fields = {}): Promise<string> {
    const messages = ['EventRinging', 'EventEstablished', 'EventReleased', 'EventAgentReady'];
    return this.sendCall({ otherDN, ...fields }, ...messages);
  }

  /** Lets the agent dial a number that is not answered. */
  dialCall(otherDN: string, fields: Fields = {}): Promise<string> {
    return this.sendCall({ ...outbound, otherDN, ...fields }, 'EventDialing', 'EventReleased');
  }

  get rows(): HTMLElement[] {
    return this.all('li.call');
  }

  /** The other party of each call, newest first. */
  get names(): string[] {
    return this.all('[part="who"]').map(textOf);
  }

  /** Resolves when the log has this many rows. */
  async untilRows(count: number): Promise<void> {
    await until(
      () => this.rows.length === count,
      () => `${count} rows, not ${this.rows.length},`,
    );
    await settled(this.element);
  }
}

/** Creates a log of an agent that no other test has, or of the one with this number. */
export async function createCallLog(attributes = '', number = `log-${crypto.randomUUID()}`): Promise<CallLogFixture> {
  const { agent, element, sdk } = await createElement('sobot-call-log', attributes);
  agent.stop();
  agent.agent = number;
  await agent.start();
  const log = new CallLogFixture(agent, element, sdk);
  await log.emit('EventAgentReady');
  return log;
}
