import { CallCentre, type CallCentreOptions } from './centre.js';
import { customerOf } from './customers.js';
import { createMedia } from './media/index.js';

export { CallCentre, type CallCentreOptions } from './centre.js';
export { callCentreOf } from './client.js';
export { ManualClock, realClock, type Cancel, type Clock } from './clock.js';
export { customerOf, customers, type Customer, type CustomerStep, type Manner } from './customers.js';
export type { Faults, Names, QualityLetter } from './faults.js';
export type { AgentSound, MediaEvents, MediaPort, PartySound } from './media-port.js';
export type { RecordedEntry, Recording, ReplayOptions } from './replay.js';
export type { RequestRecord } from './requests.js';
export type { CentreSnapshot, ColleagueSnapshot, PartySnapshot } from './snapshot.js';
export type { ColleagueCall } from './switch/colleagues.js';
export type { CustomerCall } from './switch/queues.js';

const speaks = (number: string): boolean => customerOf(number).speaks;

/**
 * A call centre with this machine's clock and real sound. Its ids differ from page load to page load, as the vendor's
 * do, unless a `seed` is given.
 */
export const createSandbox = (options: CallCentreOptions = {}): CallCentre =>
  new CallCentre({
    ...options,
    seed: options.seed ?? Date.now(),
    media: options.media === undefined ? createMedia({ speaks }) : options.media,
  });
