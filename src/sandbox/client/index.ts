/**
 * The SDK's side of the call centre: instances, their connections, requests and tokens, and the
 * replay of a log. Services know nothing of it, except that messages have receivers.
 */
export { ClientConnection, type Network } from './client-connection.js';
export { readRecording, type RecordedEntry, type Recording } from './recording.js';
export { ReplayPlayer, type ReplayOptions } from './replay-player.js';
export { RequestHandler, type RequestRecord } from './request-handler.js';
export { centreKey, createClient } from './sobot-client.js';
