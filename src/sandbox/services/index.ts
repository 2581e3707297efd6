/** Services of the call centre: each changes the model in one respect, and sends the messages about it. */
export type { CustomerCall } from './call-distributor.js';
export type { ColleagueCall } from './colleagues.js';
export { Exchange } from './exchange.js';
export type { MessageBus, Receiver } from './message-bus.js';
