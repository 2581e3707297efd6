/** @deprecated `createAgentTools()` of agent-fixture.ts returns what these variables hold. */
import { clear, Ear } from './agent.js';
import { SdkDouble } from './sdk-double.js';
import { Time } from './time.js';

/** What the test that runs has to do with. */
export let double: SdkDouble;
export let ear: Ear;
export let time: Time;

/** For each test of a block an SDK, an ear and a clock, and no agent yet. */
export function prepared(): void {
  beforeEach(() => {
    double = new SdkDouble();
    ear = new Ear();
    time = new Time();
  });
  afterEach(() => {
    time.restore();
    ear.close();
    clear();
  });
}

/** What the SDK was given first. */
export const init = (): Readonly<Record<string, unknown>> => double.inits[0]?.params ?? {};
