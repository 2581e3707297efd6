/** @deprecated Old names of agent-fixture.ts and event-recorder.ts, until every test uses the new ones. */
import { fixtureCleanup } from '@open-wc/testing';
import { cleanUp } from './cleanup.js';
import { EventRecorder, type RecordedEvent } from './event-recorder.js';

export {
  completeSettings as complete,
  mountAgent as place,
  mountMarkup as placeMarkup,
  nextEvent as once,
  TOKEN,
  untilPhase as phase,
  type AgentSettings as Setting,
} from './agent-fixture.js';
export type { RecordedEvent as Said } from './event-recorder.js';

export class Ear extends EventRecorder {
  get said(): RecordedEvent[] {
    return this.events;
  }

  close(): void {
    this.stop();
  }
}

export function clear(): void {
  void cleanUp();
  fixtureCleanup();
}
