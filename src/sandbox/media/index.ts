import type { CallMedia, MediaEvents, MediaPort } from '../media-port.js';
import { SoundCall } from './call.js';
import { SharedContext } from './context.js';
import type { MediaOptions } from './options.js';
import { Report, textOf } from './report.js';

export type { Bridge, Seat } from './bridge.js';
export type { SoundCall } from './call.js';
export type { MediaOptions } from './options.js';
export { QUALITY_TABLE, qualityOf } from './quality.js';
export type { NetworkFigures, QualityLetter } from './quality.js';

/** The media port for browsers, with the open calls to listen to. */
export interface Media extends MediaPort {
  readonly calls: ReadonlyMap<string, SoundCall>;
}

/** A call without sound, where the browser can't give it. */
const signallingOnly: CallMedia = { hold() {}, mute() {}, dtmf() {}, close() {} };

/** Real sound for the calls of the sandbox: WebRTC in the page, with a simulated customer at the other end. */
export function createMedia(options: MediaOptions = {}): Media {
  const calls = new Map<string, SoundCall>();
  const shared = new SharedContext(options.audioContext);

  const openCall = (id: string, number: string, events: MediaEvents): SoundCall => {
    const ending = new AbortController();
    const report = new Report(events, ending.signal);
    const context = shared.acquire();
    const release = () => {
      shared.release().catch((error: unknown) => events.warning('media', `Sound didn’t close: ${textOf(error)}.`));
    };
    try {
      const call = new SoundCall(context, number, options, report, ending);
      calls.set(id, call);
      // After everything that the call itself has to let go of.
      ending.signal.addEventListener('abort', () => {
        if (calls.get(id) === call) calls.delete(id);
        release();
      });
      return call;
    } catch (error) {
      ending.abort();
      release();
      throw error;
    }
  };

  return {
    calls,
    open({ id, number }, events) {
      try {
        return openCall(id, number, events);
      } catch (error) {
        const message = `This browser gives calls no sound, they are signalling only: ${textOf(error)}.`;
        queueMicrotask(() => events.warning('media', message));
        return signallingOnly;
      }
    },
  };
}
