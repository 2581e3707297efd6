import { CallCentre, type CallCentreOptions } from './call-centre.js';
import { customerOf } from './model/customers.js';
import { createMedia } from './media/index.js';

export { CallCentre, type CallCentreOptions } from './call-centre.js';
export { callCentreOf } from './client/sobot-client.js';
export { ManualClock, realClock, type Cancel, type Clock } from './model/clock.js';
export { customerOf, customers, type Customer, type CustomerStep, type Behavior } from './model/customers.js';
export type { Faults, Names, QualityLetter } from './model/faults.js';
export type { AgentSound, MediaEvents, MediaPort, PartySound } from './model/media-port.js';
export type { RecordedEntry, Recording, ReplayOptions } from './client/replay-player.js';
export type { RequestRecord } from './client/request-handler.js';
export type { CentreSnapshot, ColleagueSnapshot, PartySnapshot } from './snapshot.js';
export type { ColleagueCall } from './services/colleagues.js';
export type { CustomerCall } from './services/queues.js';

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
