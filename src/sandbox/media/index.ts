/** The media port for browsers: WebRTC for the agents, generated voices for the other parties. */
import type { AgentSound, MediaEvents, MediaPort } from '../model/index.js';
import { SharedContext } from './shared-context.js';
import { AgentLine } from './agent-line.js';
import type { MediaOptions } from './options.js';
import { MediaReporter, errorText } from './media-reporter.js';
import { BridgePort } from './bridge-port.js';
import { startVoice } from './voice.js';

export type { AgentLine } from './agent-line.js';
export type { MediaOptions } from './options.js';
export type { BridgePort } from './bridge-port.js';

/** The media port, with the open sounds by number, for tests to listen to. */
export interface Media extends MediaPort {
  readonly agents: ReadonlyMap<string, AgentLine>;
  readonly voices: ReadonlyMap<string, BridgePort>;
}

/** Sound of a party in a browser that provides none. */
const silentSound: AgentSound = { hear() {}, mute() {}, dtmf() {}, close() {} };

/** Creates the sound for the calls of a call centre. */
export function createMedia(options: MediaOptions = {}): Media {
  const agents = new Map<string, AgentLine>();
  const voices = new Map<string, BridgePort>();
  const sharedContext = new SharedContext(options.audioContext);

  function open<S extends BridgePort>(
    opened: Map<string, S>,
    number: string,
    events: Pick<MediaEvents, 'warning'>,
    create: (context: AudioContext, controller: AbortController) => S,
  ): S {
    const controller = new AbortController();
    const context = sharedContext.acquire();
    const release = () => {
      sharedContext
        .release()
        .catch((error: unknown) => events.warning('media', `Sound didn’t close: ${errorText(error)}.`));
    };
    try {
      const port = create(context, controller);
      opened.set(number, port);
      // Runs last: the sound has released its nodes before.
      controller.signal.addEventListener('abort', () => {
        if (opened.get(number) === port) opened.delete(number);
        release();
      });
      return port;
    } catch (error) {
      controller.abort();
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
          (context, controller) =>
            new AgentLine(context, options, new MediaReporter(events, controller.signal), controller),
        );
      } catch (error) {
        const message = `This browser provides no sound, calls are signalling only: ${errorText(error)}.`;
        queueMicrotask(() => events.warning('media', message));
        return silentSound;
      }
    },
    openVoice(number, events) {
      try {
        return open(voices, number, events, (context, controller) => {
          const port = new BridgePort(context, controller);
          if (options.speaks?.(number) ?? true)
            startVoice(port, number, controller.signal, options.customerVoice, events);
          return port;
        });
      } catch {
        // The agent's line has the same problem, and reports it.
        return silentSound;
      }
    },
  };
}
