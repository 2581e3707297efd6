import type { AgentSound, MediaEvents, MediaPort } from '../model/index.js';
import { SharedContext } from './shared-context.js';
import { startVoice } from './customer.js';
import { AgentLine } from './agent-line.js';
import type { MediaOptions } from './options.js';
import { MediaReporter, errorText } from './media-reporter.js';
import { BridgePort } from './bridge-port.js';

export type { AgentLine } from './agent-line.js';
export type { MediaOptions } from './options.js';
export { QUALITY_TABLE, qualityOf } from './quality.js';
export type { NetworkFigures, QualityLetter } from './quality.js';
export type { BridgePort } from './bridge-port.js';

/** The media port for browsers, with what is open, to listen to: by number. */
export interface Media extends MediaPort {
  readonly agents: ReadonlyMap<string, AgentLine>;
  readonly voices: ReadonlyMap<string, BridgePort>;
}

/** A party without sound, where the browser can't give it. */
const silentSound: AgentSound = { hear() {}, mute() {}, dtmf() {}, close() {} };

/** Real sound for the calls of the sandbox: WebRTC in the page for the agents, played voices for the others. */
export function createMedia(options: MediaOptions = {}): Media {
  const agents = new Map<string, AgentLine>();
  const voices = new Map<string, BridgePort>();
  const shared = new SharedContext(options.audioContext);

  function open<S extends BridgePort>(
    list: Map<string, S>,
    number: string,
    events: Pick<MediaEvents, 'warning'>,
    make: (context: AudioContext, ending: AbortController) => S,
  ): S {
    const ending = new AbortController();
    const context = shared.acquire();
    const release = () => {
      shared.release().catch((error: unknown) => events.warning('media', `Sound didn’t close: ${errorText(error)}.`));
    };
    try {
      const seat = make(context, ending);
      list.set(number, seat);
      // After everything that the party itself has to let go of.
      ending.signal.addEventListener('abort', () => {
        if (list.get(number) === seat) list.delete(number);
        release();
      });
      return seat;
    } catch (error) {
      ending.abort();
      release();
      throw error;
    }
  }

  return {
    agents,
    voices,
    openAgent(number, events) {
      try {
        return open(
          agents,
          number,
          events,
          (context, ending) => new AgentLine(context, options, new MediaReporter(events, ending.signal), ending),
        );
      } catch (error) {
        const message = `This browser gives calls no sound, they are signalling only: ${errorText(error)}.`;
        queueMicrotask(() => events.warning('media', message));
        return silentSound;
      }
    },
    openVoice(number, events) {
      try {
        return open(voices, number, events, (context, ending) => {
          const seat = new BridgePort(context, ending);
          if (options.speaks?.(number) ?? true) startVoice(seat, number, ending.signal, options.customerVoice, events);
          return seat;
        });
      } catch {
        // The agent's own line has the same trouble, and says so.
        return silentSound;
      }
    },
  };
}
