/**
 * The entry point `sobot-elements/sandbox`: the embedded call centre, which implements the API of
 * the vendor's SDK in the page (docs/sandbox.md). It joins the call centre with the sound of the
 * browser; `call-centre.ts` itself needs no browser.
 */
import { CallCentre, type CallCentreOptions } from './call-centre.js';
import { createMedia } from './media/index.js';
import { customerOf } from './model/index.js';

export { CallCentre, callCentreOf, type CallCentreOptions } from './call-centre.js';
export type { RecordedEntry, Recording, ReplayOptions, RequestRecord } from './client/index.js';
export { customerOf, customers, ManualClock, realClock } from './model/index.js';
export type {
  AgentSound,
  Behavior,
  BehaviorStep,
  Cancel,
  Clock,
  Customer,
  Faults,
  MediaEvents,
  MediaPort,
  Names,
  PartySound,
  QualityLetter,
} from './model/index.js';
export type { ColleagueCall, CustomerCall } from './services/index.js';
export type { CentreSnapshot, ColleagueSnapshot, PartySnapshot } from './snapshot.js';

/**
 * Connects the customer table with the sound: customers who only listen let a page test silence.
 */
const speaks = (number: string): boolean => customerOf(number).speaks;

/**
 * Creates a call centre with the clock of this machine and real sound. Without a `seed`, its ids differ between page
 * loads, as the vendor's do.
 */
export const createSandbox = (options: CallCentreOptions = {}): CallCentre =>
  new CallCentre({
    ...options,
    seed: options.seed ?? Date.now(),
    media: options.media === undefined ? createMedia({ speaks }) : options.media,
  });
