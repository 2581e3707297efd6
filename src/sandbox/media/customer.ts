import type { MediaEvents } from '../model/index.js';
import type { MediaOptions } from './options.js';
import { errorText } from './media-reporter.js';
import type { BridgePort } from './bridge-port.js';
import { playVoice } from './voice.js';

/** Lets somebody who is played speak from their seat: with the page's own voice, or with the built-in one. */
export function startVoice(
  seat: BridgePort,
  number: string,
  signal: AbortSignal,
  own: MediaOptions['customerVoice'],
  events: Pick<MediaEvents, 'warning'>,
): void {
  const { context, input } = seat;
  const atEnd = (what: () => void) => signal.addEventListener('abort', what, { once: true });
  if (own) {
    try {
      const voice = own(context, number);
      voice.connect(input);
      // Only the way to us: the node is the page's, and may be used elsewhere.
      return atEnd(() => voice.disconnect(input));
    } catch (error) {
      const message = `The page’s own voice for the customer failed, the built-in one speaks: ${errorText(error)}.`;
      queueMicrotask(() => events.warning('media', message));
    }
  }
  const voice = playVoice(context, number);
  voice.connect(input);
  atEnd(() => {
    voice.stop();
    voice.disconnect();
  });
}
