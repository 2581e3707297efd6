import type { SdkMessage } from '../../../src/sdk/index.js';

const creationTime = 1_767_225_600_000;
const agent = { creationTime, companyId: 'c1', agentID: '1001', agentUUID: 'a1', thisDN: '8001' };

let calls = 0;

/** The messages of one answered call, with an id of its own. */
export function answeredCall(): SdkMessage[] {
  const callID = `call-${++calls}`;
  const about = {
    ...agent,
    callID,
    callType: 'Inbound',
    thisDNRole: 'Destination',
    otherDN: '135****5678',
    otherDNRole: 'Origination',
    queueName: 'Sales',
    attachedData: { customer: `c-${calls % 50}` },
  };
  return [
    { messageID: 'EventRinging', ...about },
    { messageID: 'EventEstablished', ...about },
    { messageID: 'EventReleased', ...about },
    { messageID: 'EventAgentReady', ...agent, agentState: '1' },
  ];
}

/** Talking, held, talking, muted, talking: the agent works the controls. */
export function workedCall(): SdkMessage[] {
  const [ringing, established, released, ready] = answeredCall() as [SdkMessage, SdkMessage, SdkMessage, SdkMessage];
  const during = ['EventAgentHoldCall', 'EventAgentRetrieveCall', 'EventAgentMute', 'EventAgentUnmute'];
  const { messageID: _, ...about } = established;
  return [ringing, established, ...during.map((messageID) => ({ messageID, ...about })), released, ready];
}

let samples = 0;

export function latency(): SdkMessage {
  samples++;
  const quality = 'edcb'.charAt(samples % 4);
  return {
    messageID: 'EventJanusLatency',
    ping: 20 + (samples % 90),
    jitter: samples % 7,
    loss: `${samples % 3}%`,
    quality,
  };
}

export const unknown = (): SdkMessage => ({ messageID: 'EventSomethingNew', creationTime, ext: '8001' });

let turns = 0;

export const presence = (): SdkMessage =>
  ++turns % 2
    ? { messageID: 'EventAgentNotReady', ...agent, agentState: '2', reasonCode: '11' }
    : { messageID: 'EventAgentReady', ...agent, agentState: '1' };

/** As many messages as it takes to be at least `count`. */
export function many(count: number, make: () => SdkMessage | SdkMessage[]): SdkMessage[] {
  const messages: SdkMessage[] = [];
  while (messages.length < count) messages.push(...[make()].flat());
  return messages;
}
