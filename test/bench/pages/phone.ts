import { SobotAgent } from '../../../elements/sobot-agent/sobot-agent.js';
import type { SdkMessage } from '../../../src/sdk/index.js';
import { asSdk, Double } from './double.js';
import { answeredCall, presence } from './messages.js';

SobotAgent.define();

/** An agent that is logged in at an SDK double. */
export async function readyPhone(parent: Element): Promise<{ agent: SobotAgent; double: Double }> {
  const double = new Double();
  const agent = document.createElement('sobot-agent');
  const sdk = asSdk(double);
  Object.assign(agent, { companyId: 'c1', agent: '1001', token: 't', sdk, manual: true });
  parent.append(agent);
  await agent.start();
  double.emit({ messageID: 'EventAgentLogin', agentID: '1001', phoneType: 'sip', thisDN: '8001', agentState: '1' });
  double.emit(presence());
  double.emit(presence());
  return { agent, double };
}

/** Ringing and established; what follows is left. */
export function beginCall(double: Double): SdkMessage[] {
  const [ringing, established, ...rest] = answeredCall() as [SdkMessage, SdkMessage, ...SdkMessage[]];
  double.emit(ringing);
  double.emit(established);
  return rest;
}
