/** @deprecated `createReadyAgent()` of agent-fixture.ts returns what these variables hold. */
import type { SobotAgent } from '../../elements/sobot-agent/define.js';
import { clear, complete, Ear, phase, place } from './agent.js';
import { aCall } from './desk.js';
import { SdkDouble } from './sdk-double.js';
import { Time } from './time.js';

export let double: SdkDouble;
export let ear: Ear;
export let agent: SobotAgent;
export let time: Time;

export const talking = (): void => {
  double.emit({ messageID: 'EventRinging', ...aCall });
  double.emit({ messageID: 'EventEstablished', ...aCall });
};

export function started(): void {
  beforeEach(async () => {
    double = new SdkDouble();
    ear = new Ear('sobot-ringing', 'sobot-agent-ready');
    time = new Time();
    agent = place(complete(double));
    await phase(agent, 'ready');
    ear.clear();
  });
  afterEach(() => {
    time.restore();
    ear.close();
    clear();
  });
}
