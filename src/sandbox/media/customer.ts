import type { Seat } from './bridge.js';
import { customerVoice } from './voice.js';

type Voice = (context: AudioContext, number: string) => AudioNode;

/** Lets the simulated customer speak from its seat: with the page's own voice, or with the built-in one. */
export function speakFrom(
  seat: Seat,
  context: AudioContext,
  number: string,
  signal: AbortSignal,
  own: Voice | undefined,
  ownFailed: (error: unknown) => void,
): void {
  const atEnd = (what: () => void) => signal.addEventListener('abort', what, { once: true });
  if (own) {
    try {
      const voice = own(context, number);
      voice.connect(seat.input);
      // Only the way to us: the node is the page's, and may be used elsewhere.
      return atEnd(() => voice.disconnect(seat.input));
    } catch (error) {
      ownFailed(error);
    }
  }
  const voice = customerVoice(context, number);
  voice.connect(seat.input);
  atEnd(() => {
    voice.stop();
    voice.disconnect();
  });
}
